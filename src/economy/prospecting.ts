/**
 * Prospecting: geologists who find new workable seams, a year or two before anything is dug from them.
 *
 *   found'(t) = found + geologists × allocation × find (t − lag), up to a most      share of rated capacity, by site
 */
import {constant, share} from './field.ts';
import {workOf} from './specialists.ts';
import type {Economy} from './state.ts';
import type {Step} from './step.ts';
import type {Structure} from './structure.ts';

export const prospectingFields = {
	allocation: share('monthly', 'share of the geologists’ time given to this search', 0),
	find: constant('1/persons/month', 'share of the site’s rated capacity found by one geologist in a month', {otherwise: 0}),
	lag: constant('month', 'months from a find to its first output', {whole: true, max: 60, otherwise: 18}),
	most: constant('1', 'most that can be added, as a share of the rated capacity at the start', {otherwise: 1}),
};

export type Prospecting = {
	/** Flow: capacity opened this month, as a share of the rated capacity at the start, by search. */
	readonly opened: Float64Array;
	/** Memory: finds of each month so far, month by month and search by search. */
	readonly finds: Float64Array;
};

export const newProspecting = ({rows, months}: Structure): Prospecting => ({
	opened: new Float64Array(rows.prospecting),
	finds: new Float64Array(rows.prospecting * months),
});

/** Geologists look, and what they found long enough ago is opened. */
export function prospect({prospecting, specialists, sites, structure, p}: Economy): Step {
	const {opened, finds} = prospecting;
	return t => {
		const geologists = workOf(specialists, p.professions.prospecting);
		for (let f = 0; f < opened.length; f++) {
			const site = structure.prospecting.site[f];
			finds[t * opened.length + f] = geologists * p.prospecting.allocation[f] * p.prospecting.find[f];
			const found = t >= p.prospecting.lag[f] ? finds[(t - p.prospecting.lag[f]) * opened.length + f] : 0;
			opened[f] = Math.min(found, Math.max(0, p.prospecting.most[f] - sites.found[site]));
			sites.found[site] += opened[f];
		}
	};
}
