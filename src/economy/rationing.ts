/**
 * Rationing: scarce goods, power and haulage shared out by priority class, upstream to downstream.
 *
 *   claim  = level × what is still lacking × coefficient, level = the least of the limits met so far
 *   limit  = λ such that Σ min(λ × weight, claim) = what is left for the class        share of what is still lacking
 *
 * What a claimant cannot use, since something else holds it back further, is passed on to others of its class. The weights
 * are full claims (proportional) or planned output (plan quota); under strict priority claimants come in the order of the
 * scenario. What was allotted in a round and not used goes back, and the next round shares it out again. Power and haulage
 * come last in the sweep, so that a works short of ore does not hold on to them either.
 *
 * Structure after Hallegatte (2014) and Henriet et al. (2012), unverified.
 */
import {type Claimants, claimantsOf, countClaims, newRounds, type Round} from './claims.ts';
import {offered} from './goods.ts';
import type {Economy} from './state.ts';
import {NONE, type Structure} from './structure.ts';

const CLASSES = 5;
const STRICT = 1;

export type Rationing = {
	readonly claimants: Claimants;
	readonly rounds: readonly Round[];
	/** The order of the sweep: resources. */
	readonly sweep: Int32Array;
	/** Full activity this month, by claimant. */
	readonly full: Float64Array;
	/** Priority class, by claimant. */
	readonly priority: Uint8Array;
	/** What a claimant counts for one unit of its claim: its planned share under a plan quota, else 1. */
	readonly weight: Float64Array;
	/** Share of full activity allowed so far, by claimant. */
	readonly got: Float64Array;
	/** The same before each round, round by round and claimant by claimant. */
	readonly gotBefore: Float64Array;
	/** Activity that it still lacks before this round, by claimant. */
	readonly lacking: Float64Array;
	/** Share of what it still lacks that this round adds, by claimant. */
	readonly level: Float64Array;
	/** Claimed of the resource at hand at the present levels, by priority class. */
	readonly byClass: Float64Array;
	/** Flow: claimed at full activity with first recipes, by resource. */
	readonly claimed: Float64Array;
	/** What is still to be shared out, by resource. */
	readonly left: Float64Array;
	/** Flow: taken, by resource. */
	readonly taken: Float64Array;
	/** Flow: electricity sold abroad, by export. */
	readonly soldAbroad: Float64Array;
	/** Flow: made by each recipe. */
	readonly run: Float64Array;
};

export function newRationing(structure: Structure): Rationing {
	const {rows, electricity, upstreamFirst} = structure;
	const claimants = claimantsOf(structure);
	const rounds = newRounds(structure);
	const haulage = rows.goods;
	const goods = Array.from(upstreamFirst).filter(good => good !== electricity);
	const sweep = Int32Array.from(electricity === NONE ? [...goods, haulage] : [...goods, haulage, electricity]);
	const ofClaimants = (): Float64Array => new Float64Array(claimants.count);
	const ofResources = (): Float64Array => new Float64Array(rows.goods + 1);
	return {
		claimants,
		rounds,
		sweep,
		full: ofClaimants(),
		priority: new Uint8Array(claimants.count),
		weight: ofClaimants().fill(1),
		got: ofClaimants(),
		lacking: ofClaimants(),
		level: ofClaimants(),
		gotBefore: new Float64Array(claimants.count * rounds.length),
		byClass: new Float64Array(CLASSES + 1),
		claimed: ofResources(),
		left: ofResources(),
		taken: ofResources(),
		soldAbroad: new Float64Array(rows.exports),
		run: new Float64Array(rows.recipes),
	};
}

/** Count the claims at full activity, and offer from each stock what it gives out this month. */
export function offerStocks({rationing, goods, structure, p}: Economy): void {
	const {rounds, got, claimed, left, taken} = rationing;
	taken.fill(0);
	got.fill(0);
	countClaims(rationing, rounds[0]);
	claimed.set(rounds[0].claims);
	for (let g = 0; g < structure.rows.goods; g++) {
		left[g] = g === structure.electricity ? 0 : offered(goods.stock[g], p.goods.hold[g], claimed[g]);
		goods.claimed[g] = claimed[g];
	}
}

/** Share everything out, round after round; for the loss account, note also what the quantity of graded goods would allow. */
export function rationAll(economy: Economy, account: boolean): void {
	const {rationing, rail, structure} = economy;
	const {rounds, got, gotBefore, level} = rationing;
	rationing.left[structure.rows.goods] = rail.capacity[0] - rail.fromPorts[0];
	for (let n = 0; n < rounds.length; n++) {
		gotBefore.set(got, n * got.length);
		level.fill(1);
		if (n > 0) countClaims(rationing, rounds[n]);
		else if (account) limitQuantities(economy);
		boundLevels(rationing, rounds[n]);
		for (let i = 0; i < rationing.sweep.length; i++) limitResource(economy, rounds[n], rationing.sweep[i]);
		take(rationing, rounds[n]);
		addLevels(rationing);
	}
}

function addLevels({lacking, got, level}: Rationing): void {
	for (let c = 0; c < got.length; c++) if (lacking[c] > 0) got[c] += level[c] * (1 - got[c]);
}

/** What the quantity of a good that has an unfit grade would allow, were all of it fit. */
function limitQuantities(economy: Economy): void {
	const {rationing, goods, structure} = economy;
	const round = rationing.rounds[0];
	round.quantityLimit.fill(1);
	for (let g = 0; g < structure.rows.goods; g++) {
		if (structure.goods.unfit[g] === NONE) continue;
		listActive(rationing, round, g);
		setLimits(economy, round, g, rationing.left[g] + goods.unfit[g], round.quantityLimit);
	}
}

/** Whether a resource does for all claims on it, whatever else holds the claimants back. */
const ample = ({left}: Rationing, {claims}: Round, r: number): boolean => claims[r] <= left[r];

/** Nobody claims more of one resource than all that is left of another would let him use; those left with a claim are listed. */
function boundLevels(rationing: Rationing, round: Round): void {
	round.limit.fill(1);
	for (let r = 0; r < rationing.left.length; r++) if (!ample(rationing, round, r)) boundBy(rationing, round, r);
	for (let r = 0; r < rationing.left.length; r++) if (!ample(rationing, round, r)) listActive(rationing, round, r);
}

function boundBy({level, left}: Rationing, {claimStart, by, entry, whole, limit}: Round, r: number): void {
	const amount = left[r];
	const end = claimStart[r + 1];
	for (let n = claimStart[r]; n < end; n++) {
		if (whole[n] <= amount) continue;
		const reached = amount / whole[n];
		limit[entry[n]] = reached;
		if (reached < level[by[n]]) level[by[n]] = reached;
	}
}

function listActive({level}: Rationing, {claimStart, by, active, activeEnd}: Round, r: number): void {
	const end = claimStart[r + 1];
	let count = claimStart[r];
	for (let n = claimStart[r]; n < end; n++) if (level[by[n]] > 0) active[count++] = n;
	activeEnd[r] = count;
}

function limitResource(economy: Economy, round: Round, r: number): void {
	const {level, left} = economy.rationing;
	const {claimStart, by, entry, limit, active, activeEnd} = round;
	if (ample(economy.rationing, round, r) || !setLimits(economy, round, r, left[r], limit)) return;
	for (let a = claimStart[r]; a < activeEnd[r]; a++) {
		const n = active[a];
		if (limit[entry[n]] < level[by[n]]) level[by[n]] = limit[entry[n]];
	}
}

/** The limit that so much of a resource sets to each who claims it; true if there is not enough for all. */
function setLimits({rationing, p}: Economy, round: Round, r: number, amount: number, limit: Float64Array): boolean {
	if (claimsOn(rationing, round, r) <= amount) return false;
	countByClass(rationing, round, r);
	const {byClass} = rationing;
	let left = amount;
	for (let priority = 1; priority <= CLASSES; priority++) {
		const claims = byClass[priority];
		if (claims > left) {
			if (p.policy.rationing[0] === STRICT) serveInOrder(rationing, round, r, priority, left, limit);
			else shareInProportion(rationing, round, r, priority, left, limit);
		}
		left = Math.max(0, left - claims);
	}
	return true;
}

/** What all claim of a resource at their present levels. */
function claimsOn({level}: Rationing, {claimStart, by, whole}: Round, r: number): number {
	const end = claimStart[r + 1];
	let sum = 0;
	for (let n = claimStart[r]; n < end; n++) sum += level[by[n]] * whole[n];
	return sum;
}

function countByClass({level, priority, byClass}: Rationing, {claimStart, by, whole, active, activeEnd}: Round, r: number): void {
	byClass.fill(0);
	for (let a = claimStart[r]; a < activeEnd[r]; a++) {
		const c = by[active[a]];
		byClass[priority[c]] += level[c] * whole[active[a]];
	}
}

/**
 * Find λ by setting aside, again and again, those whose claim is below their share, until none is.
 * A claimant set aside has a negative limit while the search goes on.
 */
function shareInProportion({priority, weight, level}: Rationing, round: Round, r: number, ofClass: number, amount: number, limit: Float64Array): void {
	const {claimStart, by, entry, whole, active, activeEnd} = round;
	let left = amount;
	let lambda = 0;
	for (let settled = true; settled; ) {
		settled = false;
		let weights = 0;
		for (let a = claimStart[r]; a < activeEnd[r]; a++) {
			const n = active[a];
			if (priority[by[n]] === ofClass && limit[entry[n]] >= 0) weights += whole[n] * weight[by[n]];
		}
		if (weights > 0) lambda = left / weights;
		for (let a = claimStart[r]; a < activeEnd[r]; a++) {
			const n = active[a];
			const c = by[n];
			if (priority[c] !== ofClass || limit[entry[n]] < 0 || level[c] > lambda * weight[c]) continue;
			limit[entry[n]] = -1;
			left -= level[c] * whole[n];
			settled = true;
		}
		left = Math.max(0, left);
	}
	const end = claimStart[r + 1];
	for (let n = claimStart[r]; n < end; n++) {
		const c = by[n];
		if (priority[c] === ofClass) limit[entry[n]] = Math.min(1, lambda * weight[c]);
	}
}

function serveInOrder(
	{level, priority}: Rationing,
	{claimStart, by, entry, whole}: Round,
	r: number,
	ofClass: number,
	amount: number,
	limit: Float64Array,
): void {
	let left = amount;
	for (let n = claimStart[r]; n < claimStart[r + 1]; n++) {
		if (priority[by[n]] !== ofClass) continue;
		limit[entry[n]] = whole[n] > left ? left / whole[n] : 1;
		left = Math.max(0, left - level[by[n]] * whole[n]);
	}
}

/** Below this share of what was taken, what is left is the dust of rounding. */
const DUST = 1e-12;

function take(rationing: Rationing, round: Round): void {
	const {left, taken} = rationing;
	for (let r = 0; r < left.length; r++) {
		if (round.claims[r] === 0) continue;
		const amount = claimsOn(rationing, round, r);
		taken[r] += amount;
		left[r] = left[r] - amount <= DUST * taken[r] ? 0 : left[r] - amount;
	}
}
