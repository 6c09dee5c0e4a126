/**
 * Balance: goods, people, money and capacity add up every month, or the run stops.
 *
 *   goods     stock' − stock = made + imported + supplied − used − exported − lost, with `used` counted again from what was made
 *   people    pools + crews + foremen + trainees + gone = those at the start + those who came
 *   money     Σ cash' − Σ cash = received − spent
 *   capacity  working + idle + damaged + destroyed = count
 *   routes    port stock and the sea give out what was put in
 */
import type {Economy} from './state.ts';
import {inTurn, type Step} from './step.ts';
import {NONE, type Structure} from './structure.ts';

export type Balance = {
	/** Stock of each good at the end of last month. */
	readonly stock: Float64Array;
	/** Use of each good this month, counted from what was made, served, restored and burnt. */
	readonly counted: Float64Array;
	/** The recipe of each input. */
	readonly recipe: Int32Array;
	/** Cash of all funds at the end of last month, people at the start; one entry each. */
	readonly cash: Float64Array;
	readonly people: Float64Array;
	/** Goods at the ports, at sea and on the quays at the end of last month, by route. */
	readonly underway: Float64Array;
};

/** What does not add up: ours to mend, never the scenario’s. */
export class BalanceError extends Error {
	override name = 'BalanceError';
	readonly month: number;
	/** What was balanced: goods, people, money, capacity or routes; and the row of its table, or −1 for the whole. */
	readonly what: string;
	readonly row: number;
	constructor(what: string, row: number, month: number, left: number, right: number) {
		super(`Month ${month}: ${what}${row < 0 ? '' : ` (row ${row})`} does not add up: ${left} on one side, ${right} on the other.`);
		this.what = what;
		this.row = row;
		this.month = month;
	}
}

const TOLERANCE = 1e-9;

export function newBalance({rows, recipes}: Structure): Balance {
	const recipe = new Int32Array(rows.inputs);
	const {start, to} = recipes.inputs;
	for (let r = 0; r < rows.recipes; r++) for (let l = start[r]; l < start[r + 1]; l++) recipe[to[l]] = r;
	return {
		recipe,
		stock: new Float64Array(rows.goods),
		counted: new Float64Array(rows.goods),
		cash: new Float64Array(1),
		people: new Float64Array(1),
		underway: new Float64Array(rows.routes),
	};
}

export function resetBalance(economy: Economy): void {
	const {balance, goods} = economy;
	balance.stock.set(goods.stock);
	balance.cash[0] = cashOf(economy);
	balance.people[0] = peopleOf(economy);
	for (let r = 0; r < balance.underway.length; r++) balance.underway[r] = underwayOf(economy, r);
}

/** Stop the run if anything does not add up to within 1e-9 of what is balanced. Throws BalanceError. */
export function checkBalance(economy: Economy): Step {
	return inTurn(economy, countUse, balanceGoods, balancePeople, balanceMoney, balanceCapacity, balanceRoutes);
}

function balanceGoods(economy: Economy): Step {
	return t => {
		const {balance, goods, structure} = economy;
		for (let g = 0; g < goods.stock.length; g++) {
			const size = balance.stock[g] + goods.made[g] + goods.imported[g] + goods.supplied[g];
			check('goods used', g, t, goods.used[g], balance.counted[g], size);
			if (g === structure.electricity) {
				check('electricity', g, t, goods.made[g], goods.used[g] + goods.exported[g] + goods.lost[g], size);
				continue;
			}
			const expected = size - balance.counted[g] - goods.exported[g] - goods.lost[g];
			check('goods', g, t, goods.stock[g], expected, size);
			if (goods.stock[g] < 0) throw new BalanceError('goods below nothing', g, t, goods.stock[g], 0);
			balance.stock[g] = goods.stock[g];
		}
	};
}

/** Count each good’s use again, from outputs and recipes, not from what rationing handed out. */
function countUse({balance, rationing, rail, sites, uses, power, restoration, structure, p}: Economy): Step {
	const {counted, recipe} = balance;
	const {electricity} = structure;
	const {run} = rationing;
	const {good} = structure.inputs;
	const {amount} = p.inputs;
	return () => {
		for (let g = 0; g < counted.length; g++) counted[g] = rail.burnt[g] + restoration.used[g];
		for (let i = 0; i < recipe.length; i++) counted[good[i]] += run[recipe[i]] * amount[i];
		if (electricity !== NONE) {
			let used = 0;
			for (let r = 0; r < run.length; r++) used += run[r] * p.recipes.electricity[r];
			counted[electricity] += used;
		}
		for (let n = 0; n < power.stations.length; n++) countFuel(counted, structure, p, power.stations[n], sites.output[power.stations[n]]);
		countUses(counted, rationing, uses, structure, p);
	};
}

/** Stations run on the first of their recipes. */
function countFuel(counted: Float64Array, structure: Structure, p: Economy['p'], s: number, output: number): void {
	const {start, to} = structure.recipes.inputs;
	const recipe = structure.sites.recipes.to[structure.sites.recipes.start[s]];
	for (let l = start[recipe]; l < start[recipe + 1]; l++) counted[structure.inputs.good[to[l]]] += output * p.inputs.amount[to[l]];
}

function countUses(
	counted: Float64Array,
	{got, gotBefore, rounds, claimants}: Economy['rationing'],
	uses: Economy['uses'],
	structure: Structure,
	p: Economy['p'],
): void {
	const {start, to} = structure.uses.fuels;
	for (let u = 0; u < structure.rows.uses; u++) {
		const c = claimants.uses + u;
		const count = start[u + 1] - start[u];
		for (let n = 0; n < rounds.length; n++) {
			const after = n + 1 < rounds.length ? gotBefore[(n + 1) * got.length + c] : got[c];
			const gained = after - gotBefore[n * got.length + c];
			if (gained === 0) continue;
			const fuel = to[start[u] + (n < count ? n : 0)];
			counted[structure.fuels.good[fuel]] += gained * uses.wanted[u] * p.fuels.amount[fuel];
		}
	}
}

function peopleOf({labour, training}: Economy): number {
	let people = labour.skilledPool[0] + labour.unskilledPool[0] + labour.gone[0];
	for (let i = 0; i < labour.skilled.length; i++) people += labour.skilled[i] + labour.unskilled[i] + labour.foremen[i];
	for (let c = 0; c < training.attending.length; c++) people += training.attending[c];
	return people;
}

function balancePeople(economy: Economy): Step {
	return t => {
		const expected = economy.balance.people[0] + economy.labour.came[0];
		check('people', -1, t, peopleOf(economy), expected, expected);
	};
}

function cashOf({funds}: Economy): number {
	let cash = 0;
	for (let f = 0; f < funds.cash.length; f++) cash += funds.cash[f];
	return cash;
}

function balanceMoney(economy: Economy): Step {
	return t => {
		const {funds, balance} = economy;
		let expected = balance.cash[0];
		let size = Math.abs(expected);
		for (let f = 0; f < funds.cash.length; f++) {
			expected += funds.received[f] - funds.spent[f];
			size += funds.received[f] + funds.spent[f];
		}
		const cash = cashOf(economy);
		check('money', -1, t, cash, expected, size);
		balance.cash[0] = cash;
	};
}

function balanceCapacity({sites, p}: Economy): Step {
	return t => {
		for (let s = 0; s < sites.working.length; s++) {
			check('units', s, t, sites.working[s] + sites.idle[s] + sites.damaged[s] + p.sites.destroyed[s], p.sites.count[s], p.sites.count[s]);
		}
	};
}

const underwayOf = ({routes}: Economy, r: number): number => routes.portStock[r] + routes.atSea[r] + routes.quay[r];

function balanceRoutes(economy: Economy): Step {
	return t => {
		const {routes, balance} = economy;
		for (let r = 0; r < routes.quay.length; r++) {
			const size = balance.underway[r] + routes.brought[r];
			const underway = underwayOf(economy, r);
			check('routes', r, t, underway, size - routes.lost[r] - routes.loadedForOthers[r] - routes.carried[r], size);
			balance.underway[r] = underway;
		}
	};
}

function check(what: string, row: number, t: number, left: number, right: number, size: number): void {
	if (!(Math.abs(left - right) <= TOLERANCE * Math.max(1, size))) throw new BalanceError(what, row, t, left, right);
}
