/**
 * Trade: what is sold abroad, what it earns, and what the earnings can buy.
 *
 *   shipped  = what the export was allotted of its contract          good/month
 *   receipts = shipped × price × paid                                rouble/month
 *   clearing' = clearing + receipts not sent to a fund − payments for imports
 *
 * Receipts that go to a fund reach it next month, in yen.
 */
import {monthly, share} from './field.ts';
import type {Economy} from './state.ts';
import type {Step} from './step.ts';
import {NONE, type Structure} from './structure.ts';

export const exportFields = {
	contract: monthly('<good>/month', 'quantity promised', {otherwise: 0}),
	priority: monthly('1', 'priority class of its claims, 1 served first', {min: 1, max: 5, whole: true, otherwise: 2}),
	price: monthly('rouble/<good>', 'price', {otherwise: 0}),
	paid: share('monthly', 'share of the bill that is paid', 1),
	toFund: share('monthly', 'share of the receipts that goes to the fund named; the rest goes to the clearing account', 0),
};

export type Trade = {
	/** Flow: shipped, by export. */
	readonly shipped: Float64Array;
	/** Flow: receipts, by export, rouble. */
	readonly receipts: Float64Array;
};

export const newTrade = ({rows}: Structure): Trade => ({shipped: new Float64Array(rows.exports), receipts: new Float64Array(rows.exports)});

/** Exports are shipped and earn. */
export function ship({trade, goods, funds, rationing, structure, p}: Economy): Step {
	const {shipped, receipts} = trade;
	const {got, full, claimants, soldAbroad} = rationing;
	return () => {
		goods.exported.fill(0);
		for (let x = 0; x < shipped.length; x++) {
			const good = structure.exports.good[x];
			const abroad = good === structure.electricity;
			shipped[x] = abroad ? soldAbroad[x] : got[claimants.exports + x] * full[claimants.exports + x];
			goods.exported[good] += shipped[x];
			if (!abroad) goods.used[good] -= shipped[x];
			receipts[x] = shipped[x] * p.exports.price[x] * p.exports.paid[x];
			earn(funds, structure.exports.fund[x], receipts[x], p.exports.toFund[x], p.finance.yenPerRouble[0]);
		}
	};
}

function earn({earned, clearing}: Economy['funds'], fund: number, receipts: number, toFund: number, yenPerRouble: number): void {
	const share = fund === NONE ? 0 : toFund;
	if (fund !== NONE) earned[fund] += receipts * share * yenPerRouble;
	clearing[0] += receipts * (1 - share);
}
