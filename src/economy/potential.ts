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
import {coverOf, power, powers} from './arithmetic.ts';
import {constant, monthly, opening, share} from './field.ts';
import type {Economy} from './state.ts';
import {inTurn, type Step} from './step.ts';
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
	/** Rated output of a unit at base prices, yen/month; and of all units, one entry. */
	readonly worth: Float64Array;
	readonly ratedWorth: Float64Array;
	/** Share of rated capacity, by value, that was at work when the month began; one entry. */
	readonly activity: Float64Array;
	/** Share of potential that foremen, engineers and specialists allow, by industry. */
	readonly expertise: Float64Array;
	/** Share that own foremen and crews would allow alone, by industry. */
	readonly own: Float64Array;
	/** Share of the rest that specialists allow, by industry. */
	readonly guided: Float64Array;
	/** Cover of each profession to the power ρ of the CES. */
	readonly coverPower: Float64Array;
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
		worth: of(),
		ratedWorth: new Float64Array(1),
		activity: new Float64Array(1),
		expertise: new Float64Array(rows.industries),
		own: new Float64Array(rows.industries),
		guided: new Float64Array(rows.industries),
		coverPower: new Float64Array(rows.professions),
	};
}

export function resetSites(economy: Economy): void {
	const {sites, structure, p} = economy;
	const {working, worth, ratedWorth} = sites;
	working.set(p.sites.working);
	sites.idle.set(p.sites.intact);
	for (let s = 0; s < working.length; s++) {
		sites.damaged[s] = p.sites.count[s] - p.sites.working[s] - p.sites.intact[s] - p.sites.destroyed[s];
		sites.ratedCapacity[s] = p.sites.count[s] * p.sites.capacity[s];
		worth[s] = p.sites.capacity[s] * p.goods.price[structure.sites.product[s]];
		ratedWorth[0] += p.sites.count[s] * worth[s];
	}
	countActivity(sites);
}

/** Share of rated capacity, by value at base prices, that is at work. */
export function measureActivity({sites}: Economy): Step {
	return () => countActivity(sites);
}

function countActivity({working, worth, ratedWorth, activity}: Sites): void {
	let atWork = 0;
	for (let s = 0; s < working.length; s++) atWork += working[s] * worth[s];
	activity[0] = ratedWorth[0] === 0 ? 0 : atWork / ratedWorth[0];
}

/** Share of full output that the crews reach under their own foremen, without specialists. */
export const ownExpertise = (bare: number, own: number, foremenCover: number): number => bare + (1 - bare) * own * foremenCover;

/** What each site could make this month with every input at hand. */
export function assessPotential(economy: Economy): Step {
	return inTurn(economy, assessExpertise, assessSites);
}

function assessExpertise(economy: Economy): Step {
	const {sites, labour, specialists, p} = economy;
	const {expertise, own, guided} = sites;
	return () => {
		combine(economy, specialists.cover, guided);
		for (let i = 0; i < expertise.length; i++) {
			const led = coverOf(labour.foremen[i] * p.industries.span[i], labour.workers[i]);
			own[i] = ownExpertise(p.industries.bareKnowledge[i], p.industries.ownKnowledge[i], led);
			expertise[i] = own[i] + (1 - own[i]) * guided[i];
		}
	};
}

function assessSites({sites, labour, structure, p}: Economy): Step {
	const {expertise, working, found, ratedCapacity, potential} = sites;
	const {industry} = structure.sites;
	const {capacity, count, season} = p.sites;
	return () => {
		for (let s = 0; s < potential.length; s++) {
			const i = industry[s];
			const unit = capacity[s] * (1 + found[s]);
			ratedCapacity[s] = count[s] * unit;
			potential[s] = working[s] * unit * season[s] * expertise[i] * labour.cover[i];
		}
	};
}

const LINEAR = 1;
const WEAKEST_LINK = 2;

/** The covers of each industry’s professions as one, by the form in force; an industry that names none lacks none. */
export function combine({sites, structure, p}: Economy, cover: Float64Array, into: Float64Array): void {
	const form = p.policy.expertiseForm[0];
	const elasticity = form === LINEAR ? Number.POSITIVE_INFINITY : p.policy.expertiseElasticity[0];
	if (form === WEAKEST_LINK) takeWeakest(structure, cover, into);
	else if (elasticity === 1) takeGeometricMean(structure, p, cover, into);
	else takeMean(structure, p, cover, 1 - 1 / elasticity, sites.coverPower, into);
}

/** The mean of power ρ. A cover of nothing to a negative power is without bound, and leaves nothing of the mean. */
function takeMean(structure: Structure, p: Economy['p'], cover: Float64Array, rho: number, coverPower: Float64Array, into: Float64Array): void {
	const {start, to} = structure.industries.staffing;
	const {profession} = structure.staffing;
	const {weight} = p.staffing;
	powers(cover, rho, coverPower);
	for (let i = 0; i < into.length; i++) {
		let weights = 0;
		let sum = 0;
		for (let l = start[i]; l < start[i + 1]; l++) {
			const w = weight[to[l]];
			weights += w;
			if (w > 0) sum += w * coverPower[profession[to[l]]];
		}
		into[i] = weights === 0 ? 1 : sum / weights;
	}
	powers(into, 1 / rho, into);
	for (let i = 0; i < into.length; i++) into[i] = Math.min(1, into[i]);
}

/** The limit of the CES at elasticity 1. */
function takeGeometricMean(structure: Structure, p: Economy['p'], cover: Float64Array, into: Float64Array): void {
	const {start, to} = structure.industries.staffing;
	const {profession} = structure.staffing;
	const {weight} = p.staffing;
	for (let i = 0; i < into.length; i++) {
		let weights = 0;
		for (let l = start[i]; l < start[i + 1]; l++) weights += weight[to[l]];
		into[i] = 1;
		for (let l = start[i]; l < start[i + 1]; l++) if (weight[to[l]] > 0) into[i] *= power(cover[profession[to[l]]], weight[to[l]] / weights);
	}
}

function takeWeakest(structure: Structure, cover: Float64Array, into: Float64Array): void {
	const {start, to} = structure.industries.staffing;
	for (let i = 0; i < into.length; i++) {
		into[i] = 1;
		for (let l = start[i]; l < start[i + 1]; l++) into[i] = Math.min(into[i], cover[structure.staffing.profession[to[l]]]);
	}
}
