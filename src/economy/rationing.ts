/**
 * Rationing: scarce goods, power and haulage shared out by priority class, upstream to downstream.
 *
 *   claim  = level × what is still lacking × coefficient, level = the least of the limits met so far
 *
 * What was allotted in a round and not used goes back, and the next round shares it out again. Power and haulage come last
 * in the sweep, so that a works short of ore does not hold on to them either.
 *
 * Structure after Hallegatte (2014) and Henriet et al. (2012), unverified.
 */
import {type Claimants, type Claims, claim, claimantsOf, newClaims, newRounds, type Round} from './claims.ts';
import {offered} from './goods.ts';
import {CLASSES, claimsOn, setLimits} from './sharing.ts';
import type {Economy} from './state.ts';
import {inTurn, type Step} from './step.ts';
import {NONE, type Structure} from './structure.ts';

export type Rationing = {
	readonly claimants: Claimants;
	readonly rounds: readonly Round[];
	/** What is claimed in the round at hand. */
	readonly claims: Claims;
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
		claims: newClaims(structure, rounds),
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
export function offerStocks({rationing, goods, structure, p}: Economy): Step {
	const {rounds, claims, got, claimed, left, taken} = rationing;
	const [first] = rounds;
	const {stock} = goods;
	const {hold} = p.goods;
	return () => {
		taken.fill(0);
		got.fill(0);
		claim(rationing, first);
		claimed.set(claims.sum);
		for (let g = 0; g < stock.length; g++) {
			left[g] = g === structure.electricity ? 0 : offered(stock[g], hold[g], claimed[g]);
			goods.claimed[g] = claimed[g];
		}
	};
}

/** Share everything out, round after round; for the loss account, note also what the quantity of graded goods would allow. */
export function rationAll(economy: Economy): Step {
	const {rationing, rail, structure, current} = economy;
	const {rounds, got, gotBefore, left} = rationing;
	const shareOnce = inTurn(economy, boundLevels, limitScarce, take, addLevels);
	return t => {
		left[structure.rows.goods] = rail.capacity[0] - rail.fromPorts[0];
		for (let n = 0; n < rounds.length; n++) {
			gotBefore.set(got, n * got.length);
			if (n > 0) claim(rationing, rounds[n]);
			else if (current.account) limitQuantities(economy);
			shareOnce(t);
			if (current.account) noteLimits(rationing.claims, rounds[n].limit);
		}
	};
}

/** What the quantity of a good that has an unfit grade would allow, were all of it fit. */
function limitQuantities({rationing, goods, structure, p}: Economy): void {
	const {claims, rounds, left} = rationing;
	for (let g = 0; g < structure.rows.goods; g++) {
		if (structure.goods.unfit[g] === NONE) continue;
		listActive(rationing, g);
		setLimits(rationing, p, g, left[g] + goods.unfit[g]);
	}
	noteLimits(claims, rounds[0].quantityLimit);
	claims.limit.fill(1);
}

/** Keep the limits of a round for the loss account. */
function noteLimits({start, end, entry, limit}: Claims, into: Float64Array): void {
	into.fill(1);
	for (let r = 0; r < end.length; r++) for (let n = start[r]; n < end[r]; n++) into[entry[n]] = limit[n];
}

/** Nobody claims more of one resource than all that is left of another would let him use; what is scarce is listed, and who can still gain by it. */
function boundLevels({rationing}: Economy): Step {
	const {sweep, scarce, scarcities, left, claims} = rationing;
	return () => {
		let count = 0;
		for (let i = 0; i < sweep.length; i++) {
			const r = sweep[i];
			if (claims.sum[r] <= left[r]) continue;
			boundBy(rationing, r);
			if (left[r] > 0) scarce[count++] = r;
		}
		scarcities[0] = count;
		for (let i = 0; i < count; i++) listActive(rationing, scarce[i]);
	};
}

function boundBy({level, left, claims}: Rationing, r: number): void {
	const {start, end, by, whole, limit} = claims;
	const amount = left[r];
	for (let n = start[r]; n < end[r]; n++) {
		if (whole[n] <= amount) continue;
		const reached = amount / whole[n];
		limit[n] = reached;
		if (reached < level[by[n]]) level[by[n]] = reached;
	}
}

function listActive({level, claims}: Rationing, r: number): void {
	const {start, end, by, whole, active, activeEnd} = claims;
	let count = start[r];
	for (let n = start[r]; n < end[r]; n++) if (level[by[n]] > 0 && whole[n] > 0) active[count++] = n;
	activeEnd[r] = count;
}

/** Resource after resource that is scarce, upstream to downstream. */
function limitScarce({rationing, p}: Economy): Step {
	const {level, left, scarce, scarcities, claims} = rationing;
	const {start, by, limit, active, activeEnd} = claims;
	return () => {
		for (let i = 0; i < scarcities[0]; i++) {
			const r = scarce[i];
			if (!setLimits(rationing, p, r, left[r])) continue;
			for (let a = start[r]; a < activeEnd[r]; a++) {
				const n = active[a];
				if (limit[n] < level[by[n]]) level[by[n]] = limit[n];
			}
		}
	};
}

/** Below this share of what was taken, what is left is the dust of rounding. */
const DUST = 1e-12;

function take({rationing}: Economy): Step {
	const {left, taken, claims} = rationing;
	return () => {
		for (let r = 0; r < left.length; r++) {
			if (claims.sum[r] === 0 || left[r] === 0) continue;
			const amount = claimsOn(rationing, r);
			taken[r] += amount;
			left[r] = left[r] - amount <= DUST * taken[r] ? 0 : left[r] - amount;
		}
	};
}

/** What was reached is added; those who lack nothing more leave the list. */
function addLevels({rationing}: Economy): Step {
	const {got, level, wanting, wants} = rationing;
	return () => {
		let count = 0;
		for (let w = 0; w < wants[0]; w++) {
			const c = wanting[w];
			got[c] += level[c] * (1 - got[c]);
			if (got[c] < 1) wanting[count++] = c;
		}
		wants[0] = count;
	};
}
