/**
 * Finance: separate purses, each with its sources and its needs in a stated order.
 *
 *   received = promised(t − lag) × paid + share of enterprises’ surplus + its share of export receipts     yen
 *   cover    = min(1, (cash + credit + received) / needed), spent purpose by purpose in the fund’s order
 *
 * Cash below nothing is bank credit drawn, down to the limit: a soft budget (Kornai 1980, unverified). What is budgeted for
 * courses, restoration and railways is spent by them, and what they cannot spend stays in the purse.
 */
import {coverOf} from './arithmetic.ts';
import {constant, monthly, opening, share} from './field.ts';
import type {Economy} from './state.ts';
import {inTurn, type Step} from './step.ts';
import {NONE, purposes, type Structure} from './structure.ts';

export const financeFields = {
	yenPerRouble: monthly('yen/rouble', 'rate of exchange', {min: 1e-6, otherwise: 1}),
	clearing: opening('rouble', 'clearing account when the run begins', {min: Number.NEGATIVE_INFINITY, otherwise: 0}),
	clearingCredit: monthly('rouble', 'how far the clearing account may be overdrawn', {otherwise: 0}),
	inputCost: constant('1', 'share of gross output at base prices that goes on fuel, materials and all else but wages', {max: 1, otherwise: 0}),
};

export const fundFields = {
	cash: opening('yen', 'cash when the run begins', {otherwise: 0}),
	promised: monthly('yen/month', 'allotment promised this month', {otherwise: 0}),
	paid: share('monthly', 'share of the promise that is paid', 1),
	lag: constant('month', 'months from promise to payment', {whole: true, max: 24, otherwise: 0}),
	surplus: share('monthly', 'share of enterprises’ surplus that it receives', 0),
	credit: monthly('yen', 'bank credit it may have drawn', {otherwise: 0}),
	management: monthly('yen/month', 'running expenses that it must meet', {otherwise: 0}),
	restorationLimit: monthly('yen/month', 'most that it may spend on restoration', {otherwise: 1e15}),
};

export type Funds = {
	/** Stock: cash; below nothing it is credit drawn, yen. */
	readonly cash: Float64Array;
	/** Flow: received this month, yen. */
	readonly received: Float64Array;
	/** Flow: export receipts of last month that came in this month, yen. */
	readonly earned: Float64Array;
	/** Flow: needed this month for all purposes, yen. */
	readonly needed: Float64Array;
	/** Flow: spent this month, yen. */
	readonly spent: Float64Array;
	/** Share of the need that could be met. */
	readonly cover: Float64Array;
	/** Share of the pay of specialists that could be met, by fund. */
	readonly payCover: Float64Array;
	/** Needed and budgeted this month, purpose by purpose and fund by fund, yen. */
	readonly need: Float64Array;
	readonly budget: Float64Array;
	/** Memory: promised in each month so far, month by month and fund by fund, yen. */
	readonly pledged: Float64Array;
	/** People that the money for courses can keep, by course. */
	readonly affordable: Float64Array;
	/** Stock: the clearing account, rouble. */
	readonly clearing: Float64Array;
	/** Flow: enterprises’ surplus of the month, yen; one entry. */
	readonly surplus: Float64Array;
};

const PAY = purposes.indexOf('pay');
const MANAGEMENT = purposes.indexOf('management');
const TRAINING = purposes.indexOf('training');
const RESTORATION = purposes.indexOf('restoration');
const RAILWAYS = purposes.indexOf('railways');

export function newFunds({rows, months}: Structure): Funds {
	const of = (): Float64Array => new Float64Array(rows.funds);
	const table = (): Float64Array => new Float64Array(rows.funds * purposes.length);
	return {
		cash: of(),
		received: of(),
		earned: of(),
		needed: of(),
		spent: of(),
		cover: of(),
		payCover: of(),
		need: table(),
		budget: table(),
		pledged: new Float64Array(rows.funds * months),
		affordable: new Float64Array(rows.courses),
		clearing: new Float64Array(1),
		surplus: new Float64Array(1),
	};
}

export function resetFunds({funds, p}: Economy): void {
	funds.cash.set(p.funds.cash);
	funds.clearing[0] = p.finance.clearing[0];
}

/** Money comes in, needs are counted, and each fund sets its budgets. */
export function fundNeeds(economy: Economy): Step {
	return inTurn(economy, receive, countNeeds, spreadFunds, affordCourses);
}

function receive({funds, p}: Economy): Step {
	const {cash, received, earned, pledged, surplus, spent} = funds;
	return t => {
		for (let f = 0; f < cash.length; f++) {
			pledged[t * cash.length + f] = p.funds.promised[f] * p.funds.paid[f];
			const allotted = t >= p.funds.lag[f] ? pledged[(t - p.funds.lag[f]) * cash.length + f] : 0;
			received[f] = allotted + Math.max(0, surplus[0]) * p.funds.surplus[f] + earned[f];
			cash[f] += received[f];
			earned[f] = 0;
			spent[f] = 0;
		}
	};
}

function countNeeds({funds, specialists, restoration, rail, structure, p}: Economy): Step {
	const {need} = funds;
	const count = funds.cash.length;
	const {community} = structure.staff;
	return () => {
		need.fill(0);
		for (let i = 0; i < community.length; i++) {
			const fund = structure.communities.fund[community[i]];
			if (fund !== NONE) need[PAY * count + fund] += specialists.present[i] * p.communities.pay[community[i]];
		}
		for (let c = 0; c < structure.courses.fund.length; c++) {
			const fund = structure.courses.fund[c];
			if (fund !== NONE) need[TRAINING * count + fund] += p.courses.seats[c] * p.courses.cost[c];
		}
		const kilometres = Math.min(p.rail.repair[0], Math.max(0, p.rail.network[0] - rail.working[0]));
		for (let f = 0; f < count; f++) {
			need[MANAGEMENT * count + f] = p.funds.management[f];
			need[RESTORATION * count + f] = Math.min(p.funds.restorationLimit[f], restoration.costAhead[0]);
			if (structure.rail.fund === f) need[RAILWAYS * count + f] = kilometres * p.rail.repairCost[0];
		}
	};
}

/** Spread what each fund has over its purposes, in its order; pay and management are spent at once. */
function spreadFunds(economy: Economy): Step {
	const {cash} = economy.funds;
	return () => {
		for (let f = 0; f < cash.length; f++) setBudgets(economy, f);
	};
}

function setBudgets({funds, structure, p}: Economy, f: number): void {
	const {cash, needed, cover, payCover, need, budget} = funds;
	const count = cash.length;
	const {start, to} = structure.funds.spends;
	const available = Math.max(0, cash[f] + p.funds.credit[f]);
	let left = available;
	needed[f] = 0;
	for (let k = 0; k < purposes.length; k++) budget[k * count + f] = 0;
	for (let l = start[f]; l < start[f + 1]; l++) {
		const slot = to[l] * count + f;
		budget[slot] = Math.min(need[slot], left);
		left -= budget[slot];
		needed[f] += need[slot];
	}
	cover[f] = coverOf(available, needed[f]);
	payCover[f] = coverOf(budget[PAY * count + f], need[PAY * count + f]);
	spend(funds, f, budget[PAY * count + f] + budget[MANAGEMENT * count + f]);
}

function affordCourses({funds, structure, p}: Economy): Step {
	const {affordable, need, budget} = funds;
	const count = funds.cash.length;
	return () => {
		for (let c = 0; c < affordable.length; c++) {
			const fund = structure.courses.fund[c];
			affordable[c] = p.courses.seats[c];
			if (fund !== NONE) affordable[c] *= coverOf(budget[TRAINING * count + fund], need[TRAINING * count + fund]);
		}
	};
}

function spend({cash, spent}: Funds, f: number, amount: number): void {
	cash[f] -= amount;
	spent[f] += amount;
}

/** What all funds have budgeted for restoration, yen. */
export function restorationBudget(funds: Funds): number {
	return budgeted(funds, RESTORATION);
}

/** What all funds have budgeted for the railways, yen. */
export function railwaysBudget(funds: Funds): number {
	return budgeted(funds, RAILWAYS);
}

function budgeted({budget, cash}: Funds, purpose: number): number {
	let sum = 0;
	for (let f = 0; f < cash.length; f++) sum += budget[purpose * cash.length + f];
	return sum;
}

/** Pay for restoration or railways out of the funds that budgeted for them, each by its share. */
function spendOn(funds: Funds, purpose: number, amount: number): void {
	const total = budgeted(funds, purpose);
	if (total === 0) return;
	for (let f = 0; f < funds.cash.length; f++) spend(funds, f, (amount * funds.budget[purpose * funds.cash.length + f]) / total);
}

export const spendOnRestoration = (funds: Funds, amount: number): void => spendOn(funds, RESTORATION, amount);
export const spendOnRailways = (funds: Funds, amount: number): void => spendOn(funds, RAILWAYS, amount);

/** Pay for the people on courses this month, as far as the budgets for courses go. */
export function payCourses({funds, training, structure, p}: Economy): Step {
	const count = funds.cash.length;
	return () => {
		for (let f = 0; f < count; f++) {
			let cost = 0;
			for (let c = 0; c < structure.courses.fund.length; c++) {
				if (structure.courses.fund[c] === f) cost += training.attending[c] * p.courses.cost[c];
			}
			spend(funds, f, Math.min(cost, funds.budget[TRAINING * count + f]));
		}
	};
}

/** What enterprises have over at base prices after wages, fuel and materials; losses are the bank’s. */
export function countSurplus({funds, sites, labour, structure, p}: Economy): Step {
	return () => {
		let sales = 0;
		for (let s = 0; s < sites.output.length; s++) sales += sites.output[s] * p.goods.price[structure.sites.product[s]];
		let workers = 0;
		for (let i = 0; i < labour.workers.length; i++) workers += labour.workers[i];
		funds.surplus[0] = sales * (1 - p.finance.inputCost[0]) - workers * p.labour.wage[0];
	};
}
