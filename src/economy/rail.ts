/**
 * Rail: what the network can carry, after the locomotives have had their coal.
 *
 *   set aside = locomotives in service × heat of full service, before anyone else’s fuel    GJ/month
 *   burnt     = set aside × (passengers + (1 − passengers) × work done for goods / capacity); the rest goes back
 *   capacity = min(wagons × work, locomotives × work × fuel cover) × working / network × (1 − passengers)    t·km/month
 *   working' = working + min(repair, network − working, money / cost)                       km
 *
 * Goods landed at the ports are carried first; the rest of the capacity is shared out with the goods themselves.
 * Left out: which line a site stands on.
 */
import {constant, monthly, opening, share} from './field.ts';
import {railwaysBudget, spendOnRailways} from './finance.ts';
import {carryInland} from './imports.ts';
import type {Economy} from './state.ts';
import type {Step} from './step.ts';
import type {Structure} from './structure.ts';

export const railFields = {
	network: constant('km', 'length of the network', {min: 1e-9, otherwise: 1}),
	working: opening('km', 'length in working order when the run begins', {otherwise: 1}),
	repair: monthly('km/month', 'length that can be put in order', {otherwise: 0}),
	repairCost: constant('yen/km', 'cost of putting a kilometre in order', {otherwise: 0}),
	wagons: monthly('wagons', 'wagons', {otherwise: 1}),
	serviceableWagons: share('monthly', 'share of wagons fit for service', 1),
	workPerWagon: constant('t*km/wagons/month', 'work of one wagon', {otherwise: 1e15}),
	locomotives: monthly('locomotives', 'locomotives', {otherwise: 1}),
	serviceableLocomotives: share('monthly', 'share of locomotives fit for service', 1),
	workPerLocomotive: constant('t*km/locomotives/month', 'work of one locomotive', {otherwise: 1e15}),
	fuel: constant('GJ/locomotives/month', 'heat burnt by a locomotive in full service', {otherwise: 0}),
	passengers: share('monthly', 'share of the railway’s work taken by troops, passengers and its own needs', 0),
};

/** Each array has one entry. */
export type Rail = {
	/** Stock: length in working order, km. */
	readonly working: Float64Array;
	/** Flow: length put in order this month, km. */
	readonly repaired: Float64Array;
	/** Share of the locomotives’ fuel that was to be had. */
	readonly fuelCover: Float64Array;
	/** What the railway can carry this month, t·km. */
	readonly capacity: Float64Array;
	/** Flow: work done for goods from the ports, t·km. */
	readonly fromPorts: Float64Array;
	/** Flow: wanted by everyone this month, t·km. */
	readonly demand: Float64Array;
	/** Share of the demand that was carried. */
	readonly cover: Float64Array;
	/** Flow: fuel burnt, by good. */
	readonly burnt: Float64Array;
};

export function newRail({rows}: Structure): Rail {
	const one = (): Float64Array => new Float64Array(1);
	return {
		working: one(),
		repaired: one(),
		fuelCover: one(),
		capacity: one(),
		fromPorts: one(),
		demand: one(),
		cover: one(),
		burnt: new Float64Array(rows.goods),
	};
}

export function resetRail({rail, p}: Economy): void {
	rail.working[0] = p.rail.working[0];
}

/** Work the railway can do for goods in a month, t·km. */
export const carrying = (wagonWork: number, locomotiveWork: number, inOrder: number, passengers: number): number =>
	Math.min(wagonWork, locomotiveWork) * inOrder * (1 - passengers);

/** The locomotives take their coal, the quays are cleared, and what is left of the capacity can be shared out. */
export function runRailways(economy: Economy): Step {
	const {rail, p} = economy;
	return () => {
		fuelLocomotives(economy);
		const r = p.rail;
		const wagons = r.wagons[0] * r.serviceableWagons[0] * r.workPerWagon[0];
		const locomotives = r.locomotives[0] * r.serviceableLocomotives[0] * r.workPerLocomotive[0] * rail.fuelCover[0];
		rail.capacity[0] = carrying(wagons, locomotives, rail.working[0] / r.network[0], r.passengers[0]);
		rail.demand[0] = carryInland(economy, rail.capacity[0]);
		rail.fromPorts[0] = Math.min(rail.demand[0], rail.capacity[0]);
	};
}

/** Locomotives that had nothing to pull give back the fuel set aside for them. */
export function burnFuel({rail, rationing, structure, p}: Economy): Step {
	return () => {
		const done = rail.fromPorts[0] + rationing.taken[structure.rows.goods];
		const goods = rail.capacity[0] > 0 ? Math.min(1, done / rail.capacity[0]) : 0;
		const share = p.rail.passengers[0] + (1 - p.rail.passengers[0]) * goods;
		for (let l = 0; l < structure.rail.fuels.length; l++) rail.burnt[structure.rail.fuels[l]] *= share;
	};
}

function fuelLocomotives({rail, rationing, structure, p}: Economy): void {
	const wanted = p.rail.locomotives[0] * p.rail.serviceableLocomotives[0] * p.rail.fuel[0];
	const {burnt, fuelCover} = rail;
	const {left} = rationing;
	let missing = wanted;
	burnt.fill(0);
	for (let l = 0; l < structure.rail.fuels.length; l++) {
		const good = structure.rail.fuels[l];
		burnt[good] = Math.min(left[good], missing / p.goods.heat[good]);
		left[good] -= burnt[good];
		missing -= burnt[good] * p.goods.heat[good];
	}
	fuelCover[0] = wanted === 0 ? 1 : Math.max(0, 1 - missing / wanted);
}

/** Put line in order, as far as the season’s rate and the money for it go. */
export function repairRailways({rail, funds, structure, p}: Economy): Step {
	const {working, repaired} = rail;
	return () => {
		const cost = p.rail.repairCost[0];
		const paidFor = structure.rail.fund >= 0 && cost > 0 ? railwaysBudget(funds) / cost : Number.POSITIVE_INFINITY;
		repaired[0] = Math.min(p.rail.repair[0], Math.max(0, p.rail.network[0] - working[0]), paidFor);
		working[0] += repaired[0];
		if (structure.rail.fund >= 0) spendOnRailways(funds, repaired[0] * cost);
	};
}
