/**
 * Rationing: scarce goods, power and haulage shared out by priority class, upstream to downstream.
 *
 *   claim  = level × full × coefficient, level = the least of the limits met so far
 *   limit  = λ such that Σ min(λ × weight, claim) = what is left for the class        share of full activity
 *
 * What a claimant cannot use, since something else holds it back further, is passed on to others of its class. The weights
 * are full claims (proportional) or planned output (plan quota); under strict priority claimants come in the order of the
 * scenario. What was allotted in a round and not used goes back, and the next round shares it out again. Power and haulage
 * come last in the sweep, so that a works short of ore does not hold on to them either.
 *
 * Structure after Hallegatte (2014) and Henriet et al. (2012), unverified.
 */
import {type Claimants, claimantsOf, newRounds, type Round} from './claims.ts';
import {offered} from './goods.ts';
import type {Economy} from './state.ts';
import {NONE, type Structure} from './structure.ts';

const CLASSES = 5;
const STRICT = 1;
const QUOTA = 2;

export type Rationing = {
	readonly claimants: Claimants;
	readonly rounds: readonly Round[];
	/** The order of the sweep: resources. */
	readonly sweep: Int32Array;
	/** Full activity this month, by claimant. */
	readonly full: Float64Array;
	/** Priority class, by claimant. */
	readonly priority: Float64Array;
	/** Share of full activity allowed so far, by claimant. */
	readonly got: Float64Array;
	/** The same before each round, round by round and claimant by claimant. */
	readonly gotBefore: Float64Array;
	/** Share of full activity that this round adds, by claimant. */
	readonly level: Float64Array;
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
		claimants, rounds, sweep,
		full: ofClaimants(), priority: ofClaimants(), got: ofClaimants(), level: ofClaimants(), gotBefore: new Float64Array(claimants.count * rounds.length),
		claimed: ofResources(), left: ofResources(), taken: ofResources(),
		soldAbroad: new Float64Array(rows.exports), run: new Float64Array(rows.recipes),
	};
}

/** Count the claims at full activity, and offer from each stock what it gives out this month. */
export function offerStocks({rationing, goods, structure, p}: Economy): void {
	const {rounds, full, claimed, left, taken} = rationing;
	const {start, claimant, coefficient} = rounds[0];
	taken.fill(0);
	for (let r = 0; r < claimed.length; r++) {
		claimed[r] = 0;
		for (let e = start[r]; e < start[r + 1]; e++) claimed[r] += full[claimant[e]] * coefficient[e];
	}
	for (let g = 0; g < structure.rows.goods; g++) {
		left[g] = g === structure.electricity ? 0 : offered(goods.stock[g], p.goods.hold[g], claimed[g]);
		goods.claimed[g] = claimed[g];
	}
}

/** Share everything out, round after round. */
export function rationAll(economy: Economy): void {
	const {rationing, rail, structure} = economy;
	const {rounds, got, gotBefore, level, full} = rationing;
	rationing.left[structure.rows.goods] = rail.capacity[0] - rail.fromPorts[0];
	got.fill(0);
	for (let n = 0; n < rounds.length; n++) {
		for (let c = 0; c < got.length; c++) {
			gotBefore[n * got.length + c] = got[c];
			level[c] = full[c] > 0 ? 1 - got[c] : 0;
		}
		if (n === 0) limitQuantities(economy);
		boundLevels(rationing, rounds[n]);
		for (let i = 0; i < rationing.sweep.length; i++) limitResource(economy, n, rationing.sweep[i]);
		take(rationing, rounds[n]);
		for (let c = 0; c < got.length; c++) got[c] += level[c];
	}
}

/** What the quantity of a good that has an unfit grade would allow, were all of it fit. */
function limitQuantities(economy: Economy): void {
	const {rationing, goods, structure} = economy;
	const round = rationing.rounds[0];
	for (let g = 0; g < structure.rows.goods; g++) {
		if (structure.goods.unfit[g] !== NONE) setLimits(economy, round, g, rationing.left[g] + goods.unfit[g], round.quantityLimit);
	}
}

/** Nobody claims more of one resource than all that is left of another would let him use. */
function boundLevels(rationing: Rationing, {start, claimant, coefficient}: Round): void {
	const {level, left} = rationing;
	for (let r = 0; r + 1 < start.length; r++) {
		for (let e = start[r]; e < start[r + 1]; e++) {
			const c = claimant[e];
			level[c] = Math.min(level[c], (1 - rationing.got[c]) * most(left[r], wholeClaim(rationing, c, coefficient[e])));
		}
	}
}

/** What a claimant still lacks would take this much of a resource. */
const wholeClaim = ({got, full}: Rationing, c: number, coefficient: number): number => (1 - got[c]) * full[c] * coefficient;

/** The share of a claim that an amount could serve at the very most. */
const most = (amount: number, claim: number): number => (claim > amount ? amount / claim : 1);

function limitResource(economy: Economy, n: number, r: number): void {
	const {rationing} = economy;
	const round = rationing.rounds[n];
	const {start, claimant, limit} = round;
	const {level, got, left} = rationing;
	if (start[r] === start[r + 1]) return;
	if (!setLimits(economy, round, r, left[r], limit)) return;
	for (let e = start[r]; e < start[r + 1]; e++) {
		const c = claimant[e];
		level[c] = Math.min(level[c], limit[e] * (1 - got[c]));
	}
}

/** The limit that so much of a resource sets to each who claims it; true if there is not enough for all. */
function setLimits({rationing, structure, p}: Economy, round: Round, r: number, amount: number, limit: Float64Array): boolean {
	const first = round.start[r];
	const last = round.start[r + 1];
	for (let e = first; e < last; e++) limit[e] = most(amount, wholeClaim(rationing, round.claimant[e], round.coefficient[e]));
	if (claimsOf(rationing, round, first, last, 0) <= amount) return false;
	const rule = p.policy.rationing[0];
	let left = amount;
	for (let priority = 1; priority <= CLASSES; priority++) {
		const claims = claimsOf(rationing, round, first, last, priority);
		if (claims > left) {
			if (rule === STRICT) serveInOrder(rationing, round, first, last, priority, left, limit);
			else shareInProportion(rationing, round, first, last, priority, left, limit, rule === QUOTA ? p.sites.quota : undefined, structure);
		}
		left = Math.max(0, left - claims);
	}
	return true;
}

/** What the claimants of a class claim at their present level; of all classes for class 0. */
function claimsOf({level, full, priority}: Rationing, {claimant, coefficient}: Round, first: number, last: number, ofClass: number): number {
	let sum = 0;
	for (let e = first; e < last; e++) {
		const c = claimant[e];
		if (ofClass === 0 || priority[c] === ofClass) sum += level[c] * full[c] * coefficient[e];
	}
	return sum;
}

/**
 * Find λ by setting aside, again and again, those whose claim is below their share, until none is.
 * A claimant set aside has a negative limit while the search goes on.
 */
function shareInProportion(rationing: Rationing, round: Round, first: number, last: number, ofClass: number, amount: number, limit: Float64Array, quota: Float64Array | undefined, structure: Structure): void {
	const {level, full, priority} = rationing;
	const {claimant, coefficient} = round;
	let left = amount;
	let lambda = 0;
	for (let settled = true; settled; ) {
		settled = false;
		let weights = 0;
		for (let e = first; e < last; e++) {
			const c = claimant[e];
			if (priority[c] === ofClass && limit[e] >= 0) weights += weightOf(c, wholeClaim(rationing, c, coefficient[e]), quota, structure);
		}
		if (weights > 0) lambda = left / weights;
		for (let e = first; e < last; e++) {
			const c = claimant[e];
			if (priority[c] !== ofClass || limit[e] < 0) continue;
			const claim = level[c] * full[c] * coefficient[e];
			if (claim > lambda * weightOf(c, wholeClaim(rationing, c, coefficient[e]), quota, structure)) continue;
			limit[e] = -1;
			left -= claim;
			settled = true;
		}
		left = Math.max(0, left);
	}
	for (let e = first; e < last; e++) {
		const c = claimant[e];
		if (priority[c] !== ofClass) continue;
		const share = quota !== undefined && c < structure.rows.sites ? quota[c] : 1;
		limit[e] = coefficient[e] === 0 ? 1 : Math.min(1, lambda * share);
	}
}

/** By its full claim, or by the planned share of it. */
const weightOf = (claimant: number, claim: number, quota: Float64Array | undefined, structure: Structure): number =>
	quota !== undefined && claimant < structure.rows.sites ? claim * quota[claimant] : claim;

function serveInOrder(rationing: Rationing, {claimant, coefficient}: Round, first: number, last: number, ofClass: number, amount: number, limit: Float64Array): void {
	const {level, full, priority} = rationing;
	let left = amount;
	for (let e = first; e < last; e++) {
		const c = claimant[e];
		if (priority[c] !== ofClass) continue;
		limit[e] = most(left, wholeClaim(rationing, c, coefficient[e]));
		left = Math.max(0, left - level[c] * full[c] * coefficient[e]);
	}
}

function take({level, full, left, taken}: Rationing, {start, claimant, coefficient}: Round): void {
	for (let r = 0; r + 1 < start.length; r++) {
		for (let e = start[r]; e < start[r + 1]; e++) {
			const c = claimant[e];
			const amount = level[c] * full[c] * coefficient[e];
			taken[r] += amount;
			left[r] -= amount;
		}
		if (left[r] < 0) left[r] = 0;
	}
}
