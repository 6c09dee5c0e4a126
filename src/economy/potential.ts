/**
 * Potential: what each site could make this month with every input at hand.
 *
 *   potential = capacity × working units × season × expertise × labour              product/month
 *   expertise = κ + (1 − κ) × CES(cover of the professions; weights)                share, by industry
 *   κ         = bare + (1 − bare) × own × min(1, foremen × span / workers)
 *
 * κ is what crews with their own foremen and engineers reach without specialists: it rises as foremen pass their courses.
 * The switch of form sets linear or weakest-link expertise (Kremer 1993, unverified) beside the CES.
 */
import {coverOf, power} from './arithmetic.ts';
import {constant, monthly, opening, share} from './field.ts';
import type {Economy} from './state.ts';
import type {Structure} from './structure.ts';

export const siteFields = {
	count: constant('units', 'units of the line', {min: 1, whole: true, otherwise: 1}),
	capacity: constant('<product>/month', 'rated capacity of one unit'),
	working: opening('units', 'units at work when the run begins', {whole: true, otherwise: 0}),
	intact: opening('units', 'units whole but idle when the run begins', {whole: true, otherwise: 0}),
	destroyed: opening('units', 'units beyond repair; the rest are damaged', {whole: true, otherwise: 0}),
	enterprises: constant('enterprises/units', 'enterprises that one unit counts for', {otherwise: 1, max: 1}),
	crew: constant('persons/units', 'full crew of one unit'),
	ordered: share('monthly', 'whether the site may be started: 0 not yet, 1 yes', 1),
	season: share('monthly', 'share of rated capacity that season and water allow', 1),
	priority: monthly('1', 'priority class of its claims, 1 served first', {min: 1, max: 5, whole: true, otherwise: 3}),
	quota: monthly('1', 'planned share of rated capacity, by which a plan quota shares out scarce goods', {otherwise: 1}),
	haul: constant('km', 'distance by rail of its product and inputs', {otherwise: 0}),
	weight: constant('t/<product>', 'weight carried by rail for one unit of product, inputs and product together', {otherwise: 0}),
	administered: share('monthly', 'share of its enterprises that the occupation’s administration runs', 0),
	cost: constant('yen/units', 'cost of restoring a unit of average damage', {otherwise: 0}),
	work: constant('persons*month/units', 'work of mechanics and builders to restore a unit of average damage', {otherwise: 0}),
	spread: share('constant', 'how unlike the damage of the units is: 0 all alike, 1 from none to twice the average', 0),
	shortest: constant('month', 'time in which one gang restores a unit of average damage; several gangs in a line take its units one after another', {
		min: 1,
		otherwise: 1,
	}),
	atOnce: constant('units', 'units that can be under restoration at once', {min: 1, otherwise: 1}),
	decay: share('monthly', 'growth of the outstanding work of damaged units in a month of standing idle: flooding, rust', 0),
	rank: constant('1', 'place in the list of restoration, 1 first', {otherwise: 1000}),
};

export const recipeFields = {
	electricity: constant('kWh/<product>', 'electricity for one unit of product', {otherwise: 0}),
};

export const inputFields = {
	amount: constant('<good>/<product>', 'amount of the good for one unit of product'),
};

export type Sites = {
	/** Stock: units at work. */
	readonly working: Float64Array;
	/** Stock: units whole but not at work. */
	readonly idle: Float64Array;
	/** Stock: units to be restored. */
	readonly damaged: Float64Array;
	/** Stock: units restored since the run began. */
	readonly restored: Float64Array;
	/** Stock: capacity found by prospecting since the run began, as a share of the rated capacity at the start. */
	readonly found: Float64Array;
	/** Rated capacity of all units, product/month. */
	readonly ratedCapacity: Float64Array;
	/** What the site could make this month with every input at hand, product/month. */
	readonly potential: Float64Array;
	/** Flow: what it made, product/month. */
	readonly output: Float64Array;
	/** Share of rated capacity, by value, that was at work when the month began; one entry. */
	readonly activity: Float64Array;
	/** Share of potential that foremen, engineers and specialists allow, by industry. */
	readonly expertise: Float64Array;
	/** Share that own foremen and crews would allow alone, by industry. */
	readonly own: Float64Array;
};

export function newSites({rows}: Structure): Sites {
	const of = (): Float64Array => new Float64Array(rows.sites);
	return {
		working: of(),
		idle: of(),
		damaged: of(),
		restored: of(),
		found: of(),
		ratedCapacity: of(),
		potential: of(),
		output: of(),
		activity: new Float64Array(1),
		expertise: new Float64Array(rows.industries),
		own: new Float64Array(rows.industries),
	};
}

export function resetSites(economy: Economy): void {
	const {sites, p} = economy;
	sites.working.set(p.sites.working);
	sites.idle.set(p.sites.intact);
	for (let s = 0; s < sites.working.length; s++) {
		sites.damaged[s] = p.sites.count[s] - p.sites.working[s] - p.sites.intact[s] - p.sites.destroyed[s];
		sites.ratedCapacity[s] = p.sites.count[s] * p.sites.capacity[s];
	}
	measureActivity(economy);
}

/** Share of rated capacity, by value at base prices, that is at work. */
export function measureActivity({sites, structure, p}: Economy): void {
	let working = 0;
	let rated = 0;
	for (let s = 0; s < sites.working.length; s++) {
		const worth = p.sites.capacity[s] * p.goods.price[structure.sites.product[s]];
		working += sites.working[s] * worth;
		rated += p.sites.count[s] * worth;
	}
	sites.activity[0] = rated === 0 ? 0 : working / rated;
}

/** Share of full output that the crews reach under their own foremen, without specialists. */
export const ownExpertise = (bare: number, own: number, foremenCover: number): number => bare + (1 - bare) * own * foremenCover;

/** What each site could make this month with every input at hand. */
export function assessPotential({sites, labour, specialists, structure, p}: Economy): void {
	const {expertise, own, working, found, ratedCapacity, potential} = sites;
	for (let i = 0; i < expertise.length; i++) {
		const led = coverOf(labour.foremen[i] * p.industries.span[i], labour.workers[i]);
		own[i] = ownExpertise(p.industries.bareKnowledge[i], p.industries.ownKnowledge[i], led);
		expertise[i] = own[i] + (1 - own[i]) * combine(structure, p, specialists.cover, i);
	}
	for (let s = 0; s < potential.length; s++) {
		const i = structure.sites.industry[s];
		const unit = p.sites.capacity[s] * (1 + found[s]);
		ratedCapacity[s] = p.sites.count[s] * unit;
		potential[s] = working[s] * unit * p.sites.season[s] * expertise[i] * labour.cover[i];
	}
}

/** The covers of an industry’s professions as one, by the form in force. */
export function combine(structure: Structure, p: Economy['p'], cover: Float64Array, industry: number): number {
	const {start, to} = structure.industries.staffing;
	const first = start[industry];
	const last = start[industry + 1];
	if (first === last) return 1;
	const form = p.policy.expertiseForm[0];
	if (form === 2) return weakest(structure, cover, first, last, to);

	if (form === 0 && p.policy.expertiseElasticity[0] === 1) return geometric(structure, p, cover, first, last);
	const rho = form === 1 ? 1 : 1 - 1 / p.policy.expertiseElasticity[0];
	const {profession} = structure.staffing;
	let weights = 0;
	let sum = 0;
	for (let l = first; l < last; l++) {
		const weight = p.staffing.weight[to[l]];
		const c = cover[profession[to[l]]];
		weights += weight;
		if (weight > 0) sum += weight * (c === 0 && rho < 0 ? Number.POSITIVE_INFINITY : power(c, rho));
	}
	if (weights === 0) return 1;
	return sum === Number.POSITIVE_INFINITY ? 0 : Math.min(1, power(sum / weights, 1 / rho));
}

/** The limit of the CES at elasticity 1. */
function geometric(structure: Structure, p: Economy['p'], cover: Float64Array, first: number, last: number): number {
	const {to} = structure.industries.staffing;
	let weights = 0;
	for (let l = first; l < last; l++) weights += p.staffing.weight[to[l]];
	let product = 1;
	for (let l = first; l < last; l++)
		if (p.staffing.weight[to[l]] > 0) product *= power(cover[structure.staffing.profession[to[l]]], p.staffing.weight[to[l]] / weights);
	return product;
}

function weakest(structure: Structure, cover: Float64Array, first: number, last: number, to: Int32Array): number {
	let least = 1;
	for (let l = first; l < last; l++) least = Math.min(least, cover[structure.staffing.profession[to[l]]]);
	return least;
}
