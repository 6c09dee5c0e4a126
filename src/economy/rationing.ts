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
import {type Claimants, claimAgain, claimantsOf, countClaims, newRounds, type Round} from './claims.ts';
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
	/** Of these, in the round at hand, what is not used up and yet may not do for all; there are `scarcities[0]` of them. */
	readonly scarce: Int32Array;
	readonly scarcities: Int32Array;
	/** Full activity this month, by claimant. */
	readonly full: Float64Array;
	/** Priority class, by claimant. */
	readonly priority: Float64Array;
	/** What a claimant counts for one unit of its claim: its planned share under a plan quota, else 1. */
	readonly weight: Float64Array;
	/** Share of full activity allowed so far, by claimant. */
	readonly got: Float64Array;
	/** The same before each round, round by round and claimant by claimant. */
	readonly gotBefore: Float64Array;
	/** Those that still lack something, in the order of the list; there are `wants[0]` of them. */
	readonly wanting: Int32Array;
	readonly wants: Int32Array;
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
		scarce: new Int32Array(sweep.length),
		scarcities: new Int32Array(1),
		full: ofClaimants(),
		priority: ofClaimants(),
		weight: ofClaimants().fill(1),
		got: ofClaimants(),
		wanting: new Int32Array(claimants.count),
		wants: new Int32Array(1),
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
	const {stock} = goods;
	const {hold} = p.goods;
	taken.fill(0);
	got.fill(0);
	countClaims(rationing, rounds[0]);
	claimed.set(rounds[0].claims);
	for (let g = 0; g < stock.length; g++) {
		left[g] = g === structure.electricity ? 0 : offered(stock[g], hold[g], claimed[g]);
		goods.claimed[g] = claimed[g];
	}
}

/** Share everything out, round after round; for the loss account, note also what the quantity of graded goods would allow. */
export function rationAll(economy: Economy, account: boolean): void {
	const {rationing, rail, structure} = economy;
	const {rounds, got, gotBefore, level, scarce, scarcities} = rationing;
	rationing.left[structure.rows.goods] = rail.capacity[0] - rail.fromPorts[0];
	for (let n = 0; n < rounds.length; n++) {
		gotBefore.set(got, n * got.length);
		level.fill(1);
		if (n > 0) claimAgain(rationing, rounds[n]);
		else if (account) limitQuantities(economy);
		boundLevels(rationing, rounds[n]);
		if (!anyGains(rationing)) continue;
		for (let i = 0; i < scarcities[0]; i++) limitResource(economy, rounds[n], scarce[i]);
		take(rationing, rounds[n]);
		addLevels(rationing);
	}
}

function anyGains({level, wanting, wants}: Rationing): boolean {
	for (let w = 0; w < wants[0]; w++) if (level[wanting[w]] > 0) return true;
	return false;
}

/** What was reached is added; those who lack nothing more leave the list. */
function addLevels({got, level, wanting, wants}: Rationing): void {
	let count = 0;
	for (let w = 0; w < wants[0]; w++) {
		const c = wanting[w];
		got[c] += level[c] * (1 - got[c]);
		if (got[c] < 1) wanting[count++] = c;
	}
	wants[0] = count;
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

/** Nobody claims more of one resource than all that is left of another would let him use; what is scarce is listed, and who can still gain by it. */
function boundLevels(rationing: Rationing, round: Round): void {
	const {sweep, scarce, scarcities, left} = rationing;
	round.limit.fill(1);
	let count = 0;
	for (let i = 0; i < sweep.length; i++) {
		const r = sweep[i];
		if (round.claims[r] <= left[r]) continue;
		boundBy(rationing, round, r);
		if (left[r] > 0) scarce[count++] = r;
	}
	scarcities[0] = count;
	for (let i = 0; i < count; i++) listActive(rationing, round, scarce[i]);
}

function boundBy({level, left}: Rationing, {start, claimEnd, by, entry, whole, limit}: Round, r: number): void {
	const amount = left[r];
	const end = claimEnd[r];
	for (let n = start[r]; n < end; n++) {
		if (whole[n] <= amount) continue;
		const reached = amount / whole[n];
		limit[entry[n]] = reached;
		if (reached < level[by[n]]) level[by[n]] = reached;
	}
}

function listActive({level}: Rationing, {start, claimEnd, by, whole, active, activeEnd}: Round, r: number): void {
	const end = claimEnd[r];
	let count = start[r];
	for (let n = start[r]; n < end; n++) if (level[by[n]] > 0 && whole[n] > 0) active[count++] = n;
	activeEnd[r] = count;
}

function limitResource(economy: Economy, round: Round, r: number): void {
	const {level, left} = economy.rationing;
	const {start, by, entry, limit, active, activeEnd} = round;
	if (!setLimits(economy, round, r, left[r], limit)) return;
	for (let a = start[r]; a < activeEnd[r]; a++) {
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
	let priority = 1;
	for (; priority <= CLASSES && byClass[priority] <= left; priority++) left -= byClass[priority];
	if (p.policy.rationing[0] === STRICT) serveInOrder(rationing, round, r, priority, left, limit);
	else shareInProportion(rationing, round, r, priority, left, limit);
	leaveNothing(rationing, round, r, priority, limit);
	return true;
}

/** Nothing is left for the classes after the one that had to share. */
function leaveNothing({priority, byClass}: Rationing, {start, claimEnd, by, entry, whole}: Round, r: number, last: number, limit: Float64Array): void {
	const end = claimEnd[r];
	for (let n = start[r]; n < end; n++) {
		const ofClass = priority[by[n]];
		if (ofClass > last && byClass[ofClass] > 0 && whole[n] > 0) limit[entry[n]] = 0;
	}
}

/** What all claim of a resource at their present levels. */
function claimsOn({level}: Rationing, {start, claimEnd, by, whole}: Round, r: number): number {
	const end = claimEnd[r];
	let sum = 0;
	for (let n = start[r]; n < end; n++) sum += level[by[n]] * whole[n];
	return sum;
}

function countByClass({level, priority, byClass}: Rationing, {start, by, whole, active, activeEnd}: Round, r: number): void {
	byClass.fill(0);
	for (let a = start[r]; a < activeEnd[r]; a++) {
		const c = by[active[a]];
		byClass[priority[c]] += level[c] * whole[active[a]];
	}
}

/**
 * Find λ by setting aside, again and again, those whose claim is below their share, until none is.
 * A claimant set aside has a negative limit while the search goes on.
 */
function shareInProportion({priority, weight, level}: Rationing, round: Round, r: number, ofClass: number, amount: number, limit: Float64Array): void {
	const {start, claimEnd, by, entry, whole, active, activeEnd} = round;
	let left = amount;
	let lambda = 0;
	for (let settled = true; settled; ) {
		settled = false;
		let weights = 0;
		for (let a = start[r]; a < activeEnd[r]; a++) {
			const n = active[a];
			if (priority[by[n]] === ofClass && limit[entry[n]] >= 0) weights += whole[n] * weight[by[n]];
		}
		if (weights > 0) lambda = left / weights;
		for (let a = start[r]; a < activeEnd[r]; a++) {
			const n = active[a];
			const c = by[n];
			if (priority[c] !== ofClass || limit[entry[n]] < 0 || level[c] > lambda * weight[c]) continue;
			limit[entry[n]] = -1;
			left -= level[c] * whole[n];
			settled = true;
		}
		left = Math.max(0, left);
	}
	const end = claimEnd[r];
	for (let n = start[r]; n < end; n++) {
		const c = by[n];
		if (whole[n] > 0 && priority[c] === ofClass) limit[entry[n]] = Math.min(1, lambda * weight[c]);
	}
}

function serveInOrder(
	{level, priority}: Rationing,
	{start, claimEnd, by, entry, whole}: Round,
	r: number,
	ofClass: number,
	amount: number,
	limit: Float64Array,
): void {
	let left = amount;
	for (let n = start[r]; n < claimEnd[r]; n++) {
		if (whole[n] === 0 || priority[by[n]] !== ofClass) continue;
		limit[entry[n]] = whole[n] > left ? left / whole[n] : 1;
		left = Math.max(0, left - level[by[n]] * whole[n]);
	}
}

/** Below this share of what was taken, what is left is the dust of rounding. */
const DUST = 1e-12;

function take(rationing: Rationing, round: Round): void {
	const {left, taken} = rationing;
	for (let r = 0; r < left.length; r++) {
		if (round.claims[r] === 0 || left[r] === 0) continue;
		const amount = claimsOn(rationing, round, r);
		taken[r] += amount;
		left[r] = left[r] - amount <= DUST * taken[r] ? 0 : left[r] - amount;
	}
}
