/**
 * Imports: coal and goods that come through ports, in a quantity and in grades.
 *
 *   brought    = min(railed, due / (1 − others) − port stock)                            good/month
 *   loadable   = min(port stock, open ports × loading × season, ships)
 *   loaded     = min((1 − others) × loadable, due, what the clearing account can pay)
 *   port stock' = port stock + brought − lost − loaded − loaded for others
 *   due'       = due + contract − loaded
 *   landed(t)  = loaded(t − lag); it waits at the quay until the railway has carried it, then counts as its grades
 *
 * Quantity and grade are separate limits: what is landed of a grade unfit for industry is there, and of no use to it.
 */
import {coverOf} from './arithmetic.ts';
import {constant, monthly, opening, share} from './field.ts';
import type {Economy} from './state.ts';
import {inTurn, type Step} from './step.ts';
import type {Structure} from './structure.ts';

export const routeFields = {
	contract: monthly('<good>/month', 'quantity promised; what was not shipped stays due'),
	railed: monthly('<good>/month', 'quantity brought to the port of loading', {otherwise: 1e12}),
	portStock: opening('<good>', 'stock at the port of loading when the run begins', {otherwise: 0}),
	loss: share('monthly', 'share of the port stock lost in a month to weather and self-ignition', 0),
	ports: monthly('ports', 'ports open', {otherwise: 1}),
	loading: monthly('<good>/ports/month', 'quantity one port can load', {otherwise: 1e12}),
	season: monthly('1', 'share of loading that ice and weather allow', {otherwise: 1}),
	ships: monthly('<good>/month', 'quantity the ships can carry', {otherwise: 1e12}),
	others: share('monthly', 'share of what is loaded that goes to other claimants', 0),
	lag: constant('month', 'months from loading to landing', {whole: true, max: 12, otherwise: 0}),
	haul: constant('km', 'distance by rail from the port of landing', {otherwise: 0}),
	weight: constant('t/<good>', 'weight of one unit on the railway', {otherwise: 1}),
	price: monthly('rouble/<good>', 'price paid from the clearing account', {otherwise: 0}),
};

export const gradeFields = {
	share: share('monthly', 'share of what is landed that is of this grade; shares are brought to a sum of 1'),
};

export type Routes = {
	/** Stock: promised and not yet loaded. */
	readonly due: Float64Array;
	/** Stock: at the port of loading. */
	readonly portStock: Float64Array;
	/** Stock: landed, waiting for the railway. */
	readonly quay: Float64Array;
	/** Stock: at sea. */
	readonly atSea: Float64Array;
	/** Flow: brought to the port of loading. */
	readonly brought: Float64Array;
	/** Flow: spoilt at the port of loading. */
	readonly lost: Float64Array;
	/** Flow: loaded for this economy. */
	readonly loaded: Float64Array;
	/** Flow: loaded for other claimants. */
	readonly loadedForOthers: Float64Array;
	/** Flow: landed. */
	readonly landed: Float64Array;
	/** Flow: carried inland. */
	readonly carried: Float64Array;
	/** Flow: paid, rouble. */
	readonly paid: Float64Array;
	/** Flow: landed of each grade, by row of grades. */
	readonly graded: Float64Array;
	/** Memory: loaded in each month so far, month by month and route by route. */
	readonly shipped: Float64Array;
};

export function newRoutes({rows, months}: Structure): Routes {
	const of = (): Float64Array => new Float64Array(rows.routes);
	return {
		due: of(),
		portStock: of(),
		quay: of(),
		atSea: of(),
		brought: of(),
		lost: of(),
		loaded: of(),
		loadedForOthers: of(),
		landed: of(),
		carried: of(),
		paid: of(),
		graded: new Float64Array(rows.grades),
		shipped: new Float64Array(rows.routes * months),
	};
}

export function resetRoutes({routes, p}: Economy): void {
	routes.portStock.set(p.routes.portStock);
}

/** What the port could send this month. */
export const loadable = (portStock: number, ports: number, loading: number, season: number, ships: number): number =>
	Math.min(portStock, ports * loading * season, ships);

/** Coal and goods are brought to port, loaded, paid for, and landed. */
export function importGoods(economy: Economy): Step {
	return inTurn(economy, fillPorts, load, land);
}

function fillPorts({routes, p}: Economy): Step {
	const {due, portStock, brought, lost} = routes;
	return () => {
		for (let r = 0; r < due.length; r++) {
			const others = p.routes.others[r];
			due[r] += p.routes.contract[r];
			lost[r] = portStock[r] * p.routes.loss[r];
			portStock[r] -= lost[r];
			const wanted = others < 1 ? due[r] / (1 - others) : Number.POSITIVE_INFINITY;
			brought[r] = Math.max(0, Math.min(p.routes.railed[r], wanted - portStock[r]));
			portStock[r] += brought[r];
		}
	};
}

function billOf({routes, p}: Economy): number {
	let bill = 0;
	for (let r = 0; r < routes.due.length; r++) bill += ownLoad(routes, p, r) * p.routes.price[r];
	return bill;
}

function ownLoad({due, portStock}: Routes, p: Economy['p'], r: number): number {
	return Math.min((1 - p.routes.others[r]) * loadableOf(portStock, p, r), due[r]);
}

function loadableOf(portStock: Float64Array, p: Economy['p'], r: number): number {
	return loadable(portStock[r], p.routes.ports[r], p.routes.loading[r], p.routes.season[r], p.routes.ships[r]);
}

function load(economy: Economy): Step {
	const {routes, funds, p} = economy;
	const {due, portStock, loaded, loadedForOthers, paid} = routes;
	return () => {
		const affordable = coverOf(Math.max(0, funds.clearing[0] + p.finance.clearingCredit[0]), billOf(economy));
		for (let r = 0; r < due.length; r++) {
			loadedForOthers[r] = p.routes.others[r] * loadableOf(portStock, p, r);
			loaded[r] = ownLoad(routes, p, r) * (p.routes.price[r] > 0 ? affordable : 1);
			portStock[r] -= loaded[r] + loadedForOthers[r];
			due[r] -= loaded[r];
			paid[r] = loaded[r] * p.routes.price[r];
			funds.clearing[0] -= paid[r];
		}
	};
}

function land({routes, structure, p}: Economy): Step {
	const {loaded, shipped, landed, quay, atSea, graded} = routes;
	const count = landed.length;
	const {start, to} = structure.routes.grades;
	return t => {
		for (let r = 0; r < count; r++) {
			shipped[t * count + r] = loaded[r];
			landed[r] = t >= p.routes.lag[r] ? shipped[(t - p.routes.lag[r]) * count + r] : 0;
			atSea[r] += loaded[r] - landed[r];
			quay[r] += landed[r];
			const shares = gradeShares(start, to, p, r);
			for (let l = start[r]; l < start[r + 1]; l++) graded[to[l]] = (landed[r] * p.grades.share[to[l]]) / shares;
		}
	};
}

function gradeShares(start: Int32Array, to: Int32Array, p: Economy['p'], r: number): number {
	let sum = 0;
	for (let l = start[r]; l < start[r + 1]; l++) sum += p.grades.share[to[l]];
	return sum;
}

/** Carry what waits at the quays inland, all routes by the same cover; it enters stock as its grades. Returns the work wanted, t·km. */
export function carryInland({routes, goods, structure, p}: Economy, capacity: number): number {
	const {quay, carried} = routes;
	let wanted = 0;
	for (let r = 0; r < quay.length; r++) wanted += quay[r] * p.routes.weight[r] * p.routes.haul[r];
	const cover = coverOf(capacity, wanted);
	const {start, to} = structure.routes.grades;
	goods.imported.fill(0);
	for (let r = 0; r < quay.length; r++) {
		carried[r] = quay[r] * (p.routes.haul[r] > 0 ? cover : 1);
		quay[r] -= carried[r];
		const shares = gradeShares(start, to, p, r);
		for (let l = start[r]; l < start[r + 1]; l++) {
			goods.imported[structure.grades.good[to[l]]] += (carried[r] * p.grades.share[to[l]]) / shares;
		}
	}
	return wanted;
}
