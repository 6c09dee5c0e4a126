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
import {NONE, type Structure} from './structure.ts';

/** What the coefficient of an entry is read from. */
const ONE = 0;
const INPUT = 1;
const ELECTRICITY = 2;
const HAUL = 3;
const FUEL = 4;

/** The rule of rationing that weighs a claimant by its planned output. */
const QUOTA = 2;

/** One round’s entries, resource by resource: those of resource r from `start[r]` up to `start[r + 1]`. */
export type Round = {
	readonly start: Int32Array;
	readonly claimant: Int32Array;
	readonly kind: Uint8Array;
	/** The row that the coefficient is read from, of the table that `kind` names. */
	readonly row: Int32Array;
	/** Resource for one unit of the claimant’s activity. */
	readonly coefficient: Float64Array;
	/** This month’s claims, none of them nothing, close together: those on resource r from `claimStart[r]` up to `claimStart[r + 1]`. */
	readonly claimStart: Int32Array;
	/** Who makes a claim, and of which entry it is. */
	readonly by: Int32Array;
	readonly entry: Int32Array;
	/** What the claimant claims for all that it still lacks. */
	readonly whole: Float64Array;
	/** Sum of these claims, by resource. */
	readonly claims: Float64Array;
	/** Claims of those that can still gain, where the resource may not do for all: from `claimStart[r]` up to `activeEnd[r]`. */
	readonly active: Int32Array;
	readonly activeEnd: Int32Array;
	/** Share of what the claimant still lacked that the resource would have allowed, after rationing. */
	readonly limit: Float64Array;
	/** The same, had the unfit grade of the resource been fit. */
	readonly quantityLimit: Float64Array;
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

type Entry = {readonly claimant: number; readonly kind: number; readonly row: number};

function newRound(structure: Structure, round: number): Round {
	const entries: Entry[][] = Array.from({length: structure.rows.goods + 1}, () => []);
	addSites(structure, round, entries);
	const claimants = claimantsOf(structure);
	const {uses, fuels} = structure;
	for (let u = 0; u < structure.rows.uses; u++) {
		const fuel = uses.fuels.to[turn(uses.fuels.start, u, round)];
		entries[fuels.good[fuel]].push({claimant: claimants.uses + u, kind: FUEL, row: fuel});
	}
	for (let x = 0; x < structure.rows.exports; x++) {
		const good = structure.exports.good[x];
		if (good !== structure.electricity) entries[good].push({claimant: claimants.exports + x, kind: ONE, row: x});
	}
	for (const good of new Set(structure.materials.good)) entries[good].push({claimant: claimants.restoration + good, kind: ONE, row: good});
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
			entries[inputs.good[input]].push({claimant: s, kind: INPUT, row: input});
		}
		if (electricity !== NONE) entries[electricity].push({claimant: s, kind: ELECTRICITY, row: recipe});
		entries[haulage].push({claimant: s, kind: HAUL, row: s});
	}
}

function pack(entries: readonly Entry[][]): Round {
	const start = new Int32Array(entries.length + 1);
	entries.forEach((list, r) => {
		start[r + 1] = start[r] + list.length;
	});
	const flat = entries.flat();
	return {
		start,
		claimant: Int32Array.from(flat, entry => entry.claimant),
		kind: Uint8Array.from(flat, entry => entry.kind),
		row: Int32Array.from(flat, entry => entry.row),
		coefficient: new Float64Array(flat.length),
		claimStart: new Int32Array(start.length),
		by: new Int32Array(flat.length),
		entry: new Int32Array(flat.length),
		whole: new Float64Array(flat.length),
		claims: new Float64Array(entries.length),
		active: new Int32Array(flat.length),
		activeEnd: new Int32Array(entries.length),
		limit: new Float64Array(flat.length),
		quantityLimit: new Float64Array(flat.length),
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
export function makeClaims({rationing, sites, uses, restoration, structure, p}: Economy): void {
	const {full, priority, weight, claimants} = rationing;
	const byQuota = p.policy.rationing[0] === QUOTA;
	for (let s = 0; s < structure.rows.sites; s++) {
		full[s] = sites.potential[s];
		priority[s] = p.sites.priority[s];
		weight[s] = byQuota ? p.sites.quota[s] : 1;
	}
	for (let u = 0; u < structure.rows.uses; u++) {
		full[claimants.uses + u] = uses.wanted[u];
		priority[claimants.uses + u] = p.uses.priority[u];
	}
	for (let x = 0; x < structure.rows.exports; x++) {
		full[claimants.exports + x] = structure.exports.good[x] === structure.electricity ? 0 : p.exports.contract[x];
		priority[claimants.exports + x] = p.exports.priority[x];
	}
	for (let g = 0; g < structure.rows.goods; g++) {
		full[claimants.restoration + g] = restoration.materials[g];
		priority[claimants.restoration + g] = p.policy.restorationPriority[0];
	}
}

/** Count what each claims in a round, all that it still lacks, and put the claims down one after another. */
export function countClaims({full, got, lacking}: Economy['rationing'], {start, claimant, coefficient, claimStart, by, entry, whole, claims}: Round): void {
	for (let c = 0; c < got.length; c++) lacking[c] = (1 - got[c]) * full[c];
	let count = 0;
	for (let r = 0; r < claims.length; r++) {
		const end = start[r + 1];
		let sum = 0;
		for (let e = start[r]; e < end; e++) {
			const c = claimant[e];
			const claim = lacking[c] * coefficient[e];
			if (claim <= 0) continue;
			by[count] = c;
			entry[count] = e;
			whole[count++] = claim;
			sum += claim;
		}
		claims[r] = sum;
		claimStart[r + 1] = count;
	}
}
