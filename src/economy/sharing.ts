/**
 * Sharing: what there is of one scarce resource, divided among those who claim it, class by class.
 *
 *   limit  = λ such that Σ min(λ × weight, claim) = what is left for the class        share of what is still lacking
 *
 * What a claimant cannot use, since something else holds it back further, is passed on to others of its class. The weights
 * are full claims (proportional) or planned output (plan quota); under strict priority claimants come in the order of the
 * scenario.
 */
import type {Rationing} from './rationing.ts';
import type {Economy} from './state.ts';

/** Classes of priority, 1 served first. */
export const CLASSES = 5;

/** The rule of rationing under which claimants are served one after another. */
const STRICT = 1;

/** The limit that so much of a resource sets to each who claims it; true if there is not enough for all. */
export function setLimits(rationing: Rationing, p: Economy['p'], r: number, amount: number): boolean {
	if (claimsOn(rationing, r) <= amount) return false;
	countByClass(rationing, r);
	const {byClass} = rationing;
	let left = amount;
	let priority = 1;
	for (; priority <= CLASSES && byClass[priority] <= left; priority++) left -= byClass[priority];
	if (p.policy.rationing[0] === STRICT) serveInOrder(rationing, r, priority, left);
	else shareInProportion(rationing, r, priority, left);
	leaveNothing(rationing, r, priority);
	return true;
}

/** Nothing is left for the classes after the one that had to share. */
function leaveNothing({priority, byClass, claims}: Rationing, r: number, last: number): void {
	const {start, end, by, whole, limit} = claims;
	for (let n = start[r]; n < end[r]; n++) {
		const ofClass = priority[by[n]];
		if (ofClass > last && byClass[ofClass] > 0 && whole[n] > 0) limit[n] = 0;
	}
}

/** What all claim of a resource at their present levels. */
export function claimsOn({level, claims}: Rationing, r: number): number {
	const {start, end, by, whole} = claims;
	let sum = 0;
	for (let n = start[r]; n < end[r]; n++) sum += level[by[n]] * whole[n];
	return sum;
}

function countByClass({level, priority, byClass, claims}: Rationing, r: number): void {
	const {start, by, whole, active, activeEnd} = claims;
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
function shareInProportion({priority, weight, level, claims}: Rationing, r: number, ofClass: number, amount: number): void {
	const {start, end, by, whole, active, activeEnd, limit} = claims;
	let left = amount;
	let lambda = 0;
	for (let settled = true; settled; ) {
		settled = false;
		let weights = 0;
		for (let a = start[r]; a < activeEnd[r]; a++) {
			const n = active[a];
			if (priority[by[n]] === ofClass && limit[n] >= 0) weights += whole[n] * weight[by[n]];
		}
		if (weights > 0) lambda = left / weights;
		for (let a = start[r]; a < activeEnd[r]; a++) {
			const n = active[a];
			const c = by[n];
			if (priority[c] !== ofClass || limit[n] < 0 || level[c] > lambda * weight[c]) continue;
			limit[n] = -1;
			left -= level[c] * whole[n];
			settled = true;
		}
		left = Math.max(0, left);
	}
	for (let n = start[r]; n < end[r]; n++) {
		const c = by[n];
		if (whole[n] > 0 && priority[c] === ofClass) limit[n] = Math.min(1, lambda * weight[c]);
	}
}

function serveInOrder({level, priority, claims}: Rationing, r: number, ofClass: number, amount: number): void {
	const {start, end, by, whole, limit} = claims;
	let left = amount;
	for (let n = start[r]; n < end[r]; n++) {
		if (whole[n] === 0 || priority[by[n]] !== ofClass) continue;
		limit[n] = whole[n] > left ? left / whole[n] : 1;
		left = Math.max(0, left - level[by[n]] * whole[n]);
	}
}
