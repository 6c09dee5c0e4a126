/**
 * Goods: national stocks that sites, imports and the land fill, and that everything draws from.
 *
 *   stock'  = stock + made + imported + supplied − used − exported − lost        good
 *   lost    = loss × (stock − used − exported)
 *   offered = max(stock / (1 + hold), stock − hold × claims)
 *
 * A stock is meant to hold some months of claims; while it cannot, it is stretched: it gives out the (1 + hold)-th part of
 * itself a month. After the inventories with a target in Hallegatte (2014), unverified.
 */
import {constant, monthly, opening, share} from './field.ts';
import type {Economy} from './state.ts';
import type {Step} from './step.ts';
import {NONE, type Structure} from './structure.ts';

export const goodFields = {
	price: constant('yen/<good>', 'price at constant base prices, for the index and for enterprises’ sales'),
	openingStock: opening('<good>', 'stock when the run begins', {otherwise: 0}),
	loss: share('monthly', 'share of the stock lost in a month', 0),
	supplied: monthly('<good>/month', 'what comes from outside the modelled industry: harvest, timber, collected scrap', {otherwise: 0}),
	hold: monthly('month', 'months of claims that the stock is meant to hold; while it does not, it is stretched', {otherwise: 0, max: 24}),
	heat: constant('GJ/<good>', 'heat value, for fuels that stand in for one another', {otherwise: 0}),
	baseOutput: constant('<good>/month', 'output of the base year, which the index calls 100', {otherwise: 0}),
	unfitPerUnit: constant('1', 'units of the unfit grade that, had they been fit, would have stood for one unit', {otherwise: 1, min: 1e-6}),
};

export type Goods = {
	/** Stock at the end of the month. */
	readonly stock: Float64Array;
	/** Flow: made by the sites. */
	readonly made: Float64Array;
	/** Flow: landed and carried inland. */
	readonly imported: Float64Array;
	/** Flow: supplied from outside the modelled industry. */
	readonly supplied: Float64Array;
	/** Flow: used at home, by sites, uses, restoration and locomotives. */
	readonly used: Float64Array;
	/** Flow: shipped abroad. */
	readonly exported: Float64Array;
	/** Flow: spoilt. */
	readonly lost: Float64Array;
	/** Flow: claimed this month by everyone. */
	readonly claimed: Float64Array;
	/** Arrivals of the unfit grade in the month before, as units of this good. */
	readonly unfit: Float64Array;
};

export function newGoods({rows}: Structure): Goods {
	const of = (): Float64Array => new Float64Array(rows.goods);
	return {stock: of(), made: of(), imported: of(), supplied: of(), used: of(), exported: of(), lost: of(), claimed: of(), unfit: of()};
}

export function resetGoods({goods, p}: Economy): void {
	goods.stock.set(p.goods.openingStock);
}

/** What a stock gives out this month: all beyond what it is meant to hold, and never less than it can be stretched to. */
export const offered = (stock: number, hold: number, claims: number): number => Math.max(stock / (1 + hold), stock - hold * claims);

/** Close the stocks: what was made, landed and supplied comes in, what was used, shipped and spoilt is gone. */
export function closeStocks({goods, structure, p}: Economy): Step {
	const {stock, made, imported, supplied, used, exported, lost, unfit} = goods;
	return () => {
		for (let g = 0; g < stock.length; g++) {
			if (g === structure.electricity) continue;
			supplied[g] = p.goods.supplied[g];
			const kept = stock[g] - used[g] - exported[g];
			lost[g] = Math.max(0, kept) * p.goods.loss[g];
			stock[g] = Math.max(0, kept - lost[g]) + made[g] + imported[g] + supplied[g];
		}
		for (let g = 0; g < stock.length; g++) {
			const grade = structure.goods.unfit[g];
			unfit[g] = grade === NONE ? 0 : imported[grade] / p.goods.unfitPerUnit[g];
		}
	};
}
