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
	const {start, claimant, coefficient, whole} = rounds[0];
	taken.fill(0);
	for (let r = 0; r < claimed.length; r++) {
		let sum = 0;
		for (let e = start[r]; e < start[r + 1]; e++) {
			whole[e] = full[claimant[e]] * coefficient[e];
			sum += whole[e];
		}
		claimed[r] = sum;
	}
	for (let g = 0; g < structure.rows.goods; g++) {
		left[g] = g === structure.electricity ? 0 : offered(goods.stock[g], p.goods.hold[g], claimed[g]);
		goods.claimed[g] = claimed[g];
	}
}

/** Share everything out, round after round; for the loss account, note also what the quantity of graded goods would allow. */
export function rationAll(economy: Economy, account: boolean): void {
	const {rationing, rail, structure} = economy;
	const {rounds, got, gotBefore, level, full} = rationing;
	rationing.left[structure.rows.goods] = rail.capacity[0] - rail.fromPorts[0];
	got.fill(0);
	for (let n = 0; n < rounds.length; n++) {
		for (let c = 0; c < got.length; c++) {
			gotBefore[n * got.length + c] = got[c];
			level[c] = full[c] > 0 ? 1 - got[c] : 0;
		}
		if (n > 0) claimTheRest(rationing, rounds[n]);
		else if (account) limitQuantities(economy);
		boundLevels(rationing, rounds[n]);
		for (let i = 0; i < rationing.sweep.length; i++) limitResource(economy, rounds[n], rationing.sweep[i]);
		take(rationing, rounds[n]);
		for (let c = 0; c < got.length; c++) got[c] += level[c];
	}
}

/** What each claims in a later round: all that it still lacks. */
function claimTheRest({full, got}: Rationing, {claimant, coefficient, whole}: Round): void {
	for (let e = 0; e < whole.length; e++) whole[e] = (1 - got[claimant[e]]) * full[claimant[e]] * coefficient[e];
}

/** What the quantity of a good that has an unfit grade would allow, were all of it fit. */
function limitQuantities(economy: Economy): void {
	const {rationing, goods, structure} = economy;
	const round = rationing.rounds[0];
	for (let g = 0; g < structure.rows.goods; g++) {
		if (structure.goods.unfit[g] === NONE) continue;
		listAll(round, g);
		round.quantityLimit.fill(1, round.start[g], round.start[g + 1]);
		setLimits(economy, round, g, rationing.left[g] + goods.unfit[g], round.quantityLimit);
	}
}

function listAll({start, active, activeStart}: Round, r: number): void {
	activeStart[r] = start[r];
	activeStart[r + 1] = start[r + 1];
	for (let e = start[r]; e < start[r + 1]; e++) active[e] = e;
}

/** Nobody claims more of one resource than all that is left of another would let him use; those left with a claim are listed. */
function boundLevels({level, got, left}: Rationing, {start, claimant, whole, limit, active, activeStart}: Round): void {
	for (let r = 0; r + 1 < start.length; r++) {
		for (let e = start[r]; e < start[r + 1]; e++) {
			limit[e] = most(left[r], whole[e]);
			if (limit[e] < 1) level[claimant[e]] = Math.min(level[claimant[e]], limit[e] * (1 - got[claimant[e]]));
		}
	}
	let count = 0;
	for (let r = 0; r + 1 < start.length; r++) {
		activeStart[r] = count;
		for (let e = start[r]; e < start[r + 1]; e++) if (whole[e] > 0 && level[claimant[e]] > 0) active[count++] = e;
	}
	activeStart[start.length - 1] = count;
}

/** The share of a claim that an amount could serve at the very most. */
const most = (amount: number, claim: number): number => (claim > amount ? amount / claim : 1);

function limitResource(economy: Economy, round: Round, r: number): void {
	const {level, got, left} = economy.rationing;
	const {claimant, limit, active, activeStart} = round;
	if (!setLimits(economy, round, r, left[r], limit)) return;
	for (let a = activeStart[r]; a < activeStart[r + 1]; a++) {
		const c = claimant[active[a]];
		level[c] = Math.min(level[c], limit[active[a]] * (1 - got[c]));
	}
}

/** The limit that so much of a resource sets to each who claims it; true if there is not enough for all. */
function setLimits(economy: Economy, round: Round, r: number, amount: number, limit: Float64Array): boolean {
	const {rationing, p} = economy;
	if (claimsOf(rationing, round, r, 0) <= amount) return false;
	let left = amount;
	for (let priority = 1; priority <= CLASSES; priority++) {
		const claims = claimsOf(rationing, round, r, priority);
		if (claims > left) {
			if (p.policy.rationing[0] === STRICT) serveInOrder(rationing, round, r, priority, left, limit);
			else shareInProportion(economy, round, r, priority, left, limit);
		}
		left = Math.max(0, left - claims);
	}
	return true;
}

/** What one entry claims at its claimant's present level. */
const claimOf = ({level, got}: Rationing, {claimant, whole}: Round, e: number): number => {
	const c = claimant[e];
	return got[c] === 0 ? level[c] * whole[e] : (level[c] / (1 - got[c])) * whole[e];
};

/** What the claimants of a class claim at their present level; of all classes for class 0. */
function claimsOf(rationing: Rationing, round: Round, r: number, ofClass: number): number {
	const {active, activeStart, claimant} = round;
	let sum = 0;
	for (let a = activeStart[r]; a < activeStart[r + 1]; a++) {
		if (ofClass === 0 || rationing.priority[claimant[active[a]]] === ofClass) sum += claimOf(rationing, round, active[a]);
	}
	return sum;
}

/**
 * Find λ by setting aside, again and again, those whose claim is below their share, until none is.
 * A claimant set aside has a negative limit while the search goes on.
 */
function shareInProportion(economy: Economy, round: Round, r: number, ofClass: number, amount: number, limit: Float64Array): void {
	const {priority} = economy.rationing;
	const {start, claimant, whole, active, activeStart} = round;
	let left = amount;
	let lambda = 0;
	for (let settled = true; settled; ) {
		settled = false;
		let weights = 0;
		for (let a = activeStart[r]; a < activeStart[r + 1]; a++) {
			const e = active[a];
			if (priority[claimant[e]] === ofClass && limit[e] >= 0) weights += whole[e] * weightOf(economy, claimant[e]);
		}
		if (weights > 0) lambda = left / weights;
		for (let a = activeStart[r]; a < activeStart[r + 1]; a++) {
			const e = active[a];
			if (priority[claimant[e]] !== ofClass || limit[e] < 0) continue;
			const claim = claimOf(economy.rationing, round, e);
			if (claim > lambda * whole[e] * weightOf(economy, claimant[e])) continue;
			limit[e] = -1;
			left -= claim;
			settled = true;
		}
		left = Math.max(0, left);
	}
	for (let e = start[r]; e < start[r + 1]; e++) {
		if (priority[claimant[e]] === ofClass && whole[e] > 0) limit[e] = Math.min(1, lambda * weightOf(economy, claimant[e]));
	}
}

/** A claimant's weight for one unit of its full claim: its planned share under a plan quota, else 1. */
const weightOf = ({p, structure}: Economy, claimant: number): number => (p.policy.rationing[0] === QUOTA && claimant < structure.rows.sites ? p.sites.quota[claimant] : 1);

function serveInOrder(rationing: Rationing, round: Round, r: number, ofClass: number, amount: number, limit: Float64Array): void {
	const {start, claimant, whole} = round;
	let left = amount;
	for (let e = start[r]; e < start[r + 1]; e++) {
		if (rationing.priority[claimant[e]] !== ofClass) continue;
		limit[e] = most(left, whole[e]);
		left = Math.max(0, left - claimOf(rationing, round, e));
	}
}

/** Below this share of what was taken, what is left is the dust of rounding. */
const DUST = 1e-12;

function take(rationing: Rationing, round: Round): void {
	const {left, taken} = rationing;
	for (let r = 0; r < left.length; r++) {
		const amount = claimsOf(rationing, round, r, 0);
		taken[r] += amount;
		left[r] = left[r] - amount <= DUST * taken[r] ? 0 : left[r] - amount;
	}
}
