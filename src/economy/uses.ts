/**
 * Uses: what claims goods beside the sites: households, the army, railways’ own building.
 *
 *   wanted   = demand + postponed
 *   postponed' = min(wanted − served, patience × demand), where the use can wait
 *   rations  = Σ weight × cover / Σ weight: what attendance at work depends on, a month later
 */
import {choice, constant, monthly, share} from './field.ts';
import type {Economy} from './state.ts';
import type {Step} from './step.ts';
import type {Structure} from './structure.ts';

export const useFields = {
	demand: monthly('<good>/month', 'quantity asked for, in units of the first good that serves it; asking for less leaves nobody short, a lower priority does'),
	priority: monthly('1', 'priority class of its claims, 1 served first', {min: 1, max: 5, whole: true, otherwise: 3}),
	response: choice('constant', 'what becomes of a want that was not met', ['forgone', 'postponed']),
	patience: constant('month', 'months of demand that can be postponed at the most', {otherwise: 3}),
	rations: share('constant', 'weight of this use in the rations that attendance depends on', 0),
};

export const fuelFields = {
	amount: constant('<good>/<first>', 'amount of this good that serves for one unit of the first'),
};

export type Uses = {
	/** Stock: wants put off to later months, in units of the first good. */
	readonly postponed: Float64Array;
	/** Flow: wanted this month. */
	readonly wanted: Float64Array;
	/** Flow: served this month. */
	readonly served: Float64Array;
	/** Share of the want that was served. */
	readonly cover: Float64Array;
	/** Share of rations met in the month just closed; one entry. */
	readonly rations: Float64Array;
};

export function newUses({rows}: Structure): Uses {
	const of = (): Float64Array => new Float64Array(rows.uses);
	return {postponed: of(), wanted: of(), served: of(), cover: of(), rations: new Float64Array(1)};
}

export function resetUses({uses}: Economy): void {
	uses.rations[0] = 1;
}

export function wantUses({uses, p}: Economy): Step {
	return () => {
		for (let u = 0; u < uses.wanted.length; u++) uses.wanted[u] = p.uses.demand[u] + uses.postponed[u];
	};
}

/** What was not served is postponed or forgone; rations are counted. */
export function closeUses({uses, p}: Economy): Step {
	const {postponed, wanted, served, cover, rations} = uses;
	return () => {
		let weights = 0;
		let met = 0;
		for (let u = 0; u < wanted.length; u++) {
			cover[u] = wanted[u] === 0 ? 1 : served[u] / wanted[u];
			postponed[u] = p.uses.response[u] === 1 ? Math.min(wanted[u] - served[u], p.uses.patience[u] * p.uses.demand[u]) : 0;
			weights += p.uses.rations[u];
			met += p.uses.rations[u] * cover[u];
		}
		rations[0] = weights === 0 ? 1 : met / weights;
	};
}
