/**
 * Claims: who wants how much of what. Sites, uses, exports and restoration all stand in one list of claimants, each with a
 * full activity, a priority class and, for every round of rationing, the resources that a unit of activity takes.
 *
 *   [ sites | uses | exports | restoration, one a good ]        resources: goods, and haulage after the last good
 *
 * In the first round each claimant turns to its first recipe (a use to its first good), in the second to its second, and so
 * on; one that has no further recipe tries its first again, on what others left.
 */
import type {Economy} from './state.ts';
import type {Step} from './step.ts';
import {NONE, type Structure} from './structure.ts';

/** What the coefficient of an entry is read from. */
const ONE = 0;
const INPUT = 1;
const ELECTRICITY = 2;
const HAUL = 3;
const FUEL = 4;

/** The rule of rationing that weighs a claimant by its planned output. */
const QUOTA = 2;

/** What each claimant takes in one round, entry by entry: those of claimant c from `start[c]` up to `start[c + 1]`. */
export type Round = {
	readonly start: Int32Array;
	readonly resource: Int32Array;
	readonly kind: Uint8Array;
	/** The row that the coefficient is read from, of the table that `kind` names. */
	readonly row: Int32Array;
	/** Resource for one unit of the claimant’s activity. */
	readonly coefficient: Float64Array;
	/** For the loss account: share of what the claimant still lacked that the resource would have allowed, after rationing. */
	readonly limit: Float64Array;
	/** The same, had the unfit grade of the resource been fit. */
	readonly quantityLimit: Float64Array;
};

/** The claims of the round at hand, close together: those on resource r from `start[r]` up to `end[r]`. */
export type Claims = {
	readonly start: Int32Array;
	readonly end: Int32Array;
	/** Who makes a claim, and of which entry of the round it is. */
	readonly by: Int32Array;
	readonly entry: Int32Array;
	/** What the claimant claims for all that it still lacks. */
	readonly whole: Float64Array;
	/** Sum of these claims, by resource. */
	readonly sum: Float64Array;
	/** Claims of those that can still gain, where the resource is scarce: from `start[r]` up to `activeEnd[r]`. */
	readonly active: Int32Array;
	readonly activeEnd: Int32Array;
	/** Share of what the claimant still lacks that the resource allows. */
	readonly limit: Float64Array;
};

export type Claimants = {readonly uses: number; readonly exports: number; readonly restoration: number; readonly count: number};

/** Where each kind of claimant begins in the list; sites begin it. */
export function claimantsOf({rows}: Structure): Claimants {
	const uses = rows.sites;
	const exports = uses + rows.uses;
	const restoration = exports + rows.exports;
	return {uses, exports, restoration, count: restoration + rows.goods};
}

/** Rounds enough for the longest list of recipes, and at least two, so that what goes back is offered again. */
export function newRounds(structure: Structure): Round[] {
	let rounds = 2;
	const {recipes} = structure.sites;
	const {fuels} = structure.uses;
	for (let s = 0; s < structure.rows.sites; s++) rounds = Math.max(rounds, recipes.start[s + 1] - recipes.start[s]);
	for (let u = 0; u < structure.rows.uses; u++) rounds = Math.max(rounds, fuels.start[u + 1] - fuels.start[u]);
	return Array.from({length: rounds}, (_, round) => newRound(structure, round));
}

type Entry = {readonly resource: number; readonly kind: number; readonly row: number};

function newRound(structure: Structure, round: number): Round {
	const claimants = claimantsOf(structure);
	const entries: Entry[][] = Array.from({length: claimants.count}, () => []);
	addSites(structure, round, entries);
	const {uses, fuels} = structure;
	for (let u = 0; u < structure.rows.uses; u++) {
		const fuel = uses.fuels.to[turn(uses.fuels.start, u, round)];
		entries[claimants.uses + u].push({resource: fuels.good[fuel], kind: FUEL, row: fuel});
	}
	for (let x = 0; x < structure.rows.exports; x++) {
		const good = structure.exports.good[x];
		if (good !== structure.electricity) entries[claimants.exports + x].push({resource: good, kind: ONE, row: x});
	}
	for (const good of new Set(structure.materials.good)) entries[claimants.restoration + good].push({resource: good, kind: ONE, row: good});
	return pack(entries);
}

/** The position of the recipe a claimant turns to in a round. */
const turn = (start: Int32Array, row: number, round: number): number => {
	const count = start[row + 1] - start[row];
	return start[row] + (round < count ? round : 0);
};

function addSites(structure: Structure, round: number, entries: Entry[][]): void {
	const {sites, recipes, inputs, electricity} = structure;
	const haulage = structure.rows.goods;
	for (let s = 0; s < structure.rows.sites; s++) {
		if (sites.product[s] === electricity) continue;
		const recipe = sites.recipes.to[turn(sites.recipes.start, s, round)];
		for (let l = recipes.inputs.start[recipe]; l < recipes.inputs.start[recipe + 1]; l++) {
			const input = recipes.inputs.to[l];
			entries[s].push({resource: inputs.good[input], kind: INPUT, row: input});
		}
		if (electricity !== NONE) entries[s].push({resource: electricity, kind: ELECTRICITY, row: recipe});
		entries[s].push({resource: haulage, kind: HAUL, row: s});
	}
}

function pack(entries: readonly Entry[][]): Round {
	const flat = entries.flat();
	return {
		start: startsOf(entries.map(list => list.length)),
		resource: Int32Array.from(flat, entry => entry.resource),
		kind: Uint8Array.from(flat, entry => entry.kind),
		row: Int32Array.from(flat, entry => entry.row),
		coefficient: new Float64Array(flat.length),
		limit: new Float64Array(flat.length),
		quantityLimit: new Float64Array(flat.length),
	};
}

/** Where each list begins when lists of such lengths stand one after another; at last, where they end. */
function startsOf(lengths: readonly number[]): Int32Array {
	const start = new Int32Array(lengths.length + 1);
	lengths.forEach((length, i) => {
		start[i + 1] = start[i] + length;
	});
	return start;
}

/** Room for the claims of whichever round has most on a resource. */
export function newClaims({rows}: Structure, rounds: readonly Round[]): Claims {
	const on = (r: number): number => Math.max(...rounds.map(({resource}) => resource.filter(other => other === r).length));
	const start = startsOf(Array.from({length: rows.goods + 1}, (_, r) => on(r)));
	const room = start[rows.goods + 1];
	return {
		start,
		end: start.slice(0, -1),
		by: new Int32Array(room),
		entry: new Int32Array(room),
		whole: new Float64Array(room),
		sum: new Float64Array(rows.goods + 1),
		active: new Int32Array(room),
		activeEnd: new Int32Array(rows.goods + 1),
		limit: new Float64Array(room),
	};
}

/** The recipe that a site turns to in a round. */
export const recipeInRound = (structure: Structure, site: number, round: number): number =>
	structure.sites.recipes.to[turn(structure.sites.recipes.start, site, round)];

/** Read the coefficients of every entry from the parameters. */
export function resetRounds({rationing, p}: Economy): void {
	for (const {kind, row, coefficient} of rationing.rounds) {
		for (let e = 0; e < row.length; e++) coefficient[e] = coefficientOf(p, kind[e], row[e]);
	}
}

function coefficientOf(p: Economy['p'], kind: number, row: number): number {
	switch (kind) {
		case INPUT:
			return p.inputs.amount[row];
		case ELECTRICITY:
			return p.recipes.electricity[row];
		case HAUL:
			return p.sites.weight[row] * p.sites.haul[row];
		case FUEL:
			return p.fuels.amount[row];
		default:
			return 1;
	}
}

/** Every claimant’s full activity, priority class and weight this month. */
export function makeClaims({rationing, sites, uses, restoration, structure, p}: Economy): Step {
	const {full, priority, weight, claimants} = rationing;
	return () => {
		full.set(sites.potential);
		full.set(uses.wanted, claimants.uses);
		for (let x = 0; x < structure.rows.exports; x++)
			full[claimants.exports + x] = structure.exports.good[x] === structure.electricity ? 0 : p.exports.contract[x];
		full.set(restoration.materials, claimants.restoration);

		priority.set(p.sites.priority);
		priority.set(p.uses.priority, claimants.uses);
		priority.set(p.exports.priority, claimants.exports);
		priority.fill(p.policy.restorationPriority[0], claimants.restoration);

		if (p.policy.rationing[0] === QUOTA) weight.set(p.sites.quota);
		else weight.fill(1);
		listWanting(rationing);
	};
}

function listWanting({full, wanting, wants}: Economy['rationing']): void {
	let count = 0;
	for (let c = 0; c < full.length; c++) if (full[c] > 0) wanting[count++] = c;
	wants[0] = count;
}

/** Put down what those who still lack something claim in a round, all of what they lack. */
export function claim({full, got, level, wanting, wants, claims}: Economy['rationing'], round: Round): void {
	const {start, end, by, entry, whole, sum, limit} = claims;
	for (let r = 0; r < end.length; r++) {
		sum[r] = 0;
		end[r] = start[r];
	}
	for (let w = 0; w < wants[0]; w++) {
		const c = wanting[w];
		const lacking = (1 - got[c]) * full[c];
		level[c] = 1;
		for (let e = round.start[c]; e < round.start[c + 1]; e++) {
			const r = round.resource[e];
			const n = end[r]++;
			by[n] = c;
			entry[n] = e;
			whole[n] = lacking * round.coefficient[e];
			sum[r] += whole[n];
			limit[n] = 1;
		}
	}
}
