/**
 * Power: what the stations can give, and what is sold abroad before anyone at home is served.
 *
 *   capability = Σ potential of the stations, of those that burn fuel no more than their fuel allows     kWh/month
 *   offered    = capability × (1 − grid loss) − sold abroad
 *   generated  = (used at home + sold) / (1 − grid loss), every station by its share of the capability
 *
 * Water and season are in the stations’ potential. What nobody uses is not generated.
 */
import {coverOf} from './arithmetic.ts';
import {share} from './field.ts';
import type {Economy} from './state.ts';
import type {Step} from './step.ts';
import {NONE, type Structure} from './structure.ts';

export const powerFields = {
	gridLoss: share('monthly', 'share of what is sent out that is lost on the lines', 0),
};

/** Arrays of one entry, but for those by site. */
export type Power = {
	/** The sites that generate. */
	readonly stations: Int32Array;
	/** What the stations can send out this month, kWh. */
	readonly capability: Float64Array;
	/** Flow: sent out, kWh. */
	readonly generated: Float64Array;
	/** Flow: sold abroad, kWh. */
	readonly sold: Float64Array;
	/** Flow: lost on the lines, kWh. */
	readonly lost: Float64Array;
	/** Flow: wanted at home, kWh. */
	readonly demand: Float64Array;
	/** Share of the wants at home that was met. */
	readonly cover: Float64Array;
	/** Share of its potential for which a station has fuel, by site; 1 where it burns none. */
	readonly fuelled: Float64Array;
	/** Share of the capability that was called for. */
	readonly dispatch: Float64Array;
};

export function newPower({rows, sites, electricity}: Structure): Power {
	const one = (): Float64Array => new Float64Array(1);
	const stations = Int32Array.from(sites.product.keys()).filter(s => sites.product[s] === electricity);
	return {
		stations,
		capability: one(),
		generated: one(),
		sold: one(),
		lost: one(),
		demand: one(),
		cover: one(),
		fuelled: new Float64Array(rows.sites),
		dispatch: one(),
	};
}

/** Stations set their fuel aside, and electricity sold abroad goes first. */
export function readyPower({power, sites, rationing, structure, p}: Economy): Step {
	const {stations, capability, sold, fuelled} = power;
	const electricity = structure.electricity;
	return () => {
		capability[0] = 0;
		sold[0] = 0;
		if (electricity === NONE) return;
		for (let n = 0; n < stations.length; n++) {
			const s = stations[n];
			fuelled[s] = setFuelAside(rationing.left, structure, p, s, sites.potential[s]);
			capability[0] += sites.potential[s] * fuelled[s];
		}
		const deliverable = capability[0] * (1 - p.power.gridLoss[0]);
		for (let x = 0; x < structure.exports.good.length; x++) if (structure.exports.good[x] === electricity) sold[0] += p.exports.contract[x];
		const cover = coverOf(deliverable, sold[0]);
		sold[0] *= cover;
		for (let x = 0; x < structure.exports.good.length; x++)
			if (structure.exports.good[x] === electricity) rationing.soldAbroad[x] = p.exports.contract[x] * cover;
		rationing.left[electricity] = Math.max(0, deliverable - sold[0]);
	};
}

/** The share of a station’s potential for which there is fuel; that fuel is taken out of what is left. */
function setFuelAside(left: Float64Array, structure: Structure, p: Economy['p'], s: number, potential: number): number {
	const {start, to} = structure.recipes.inputs;
	const recipe = structure.sites.recipes.to[structure.sites.recipes.start[s]];
	let cover = 1;
	for (let l = start[recipe]; l < start[recipe + 1]; l++) {
		cover = Math.min(cover, coverOf(left[structure.inputs.good[to[l]]], potential * p.inputs.amount[to[l]]));
	}
	for (let l = start[recipe]; l < start[recipe + 1]; l++) {
		const good = structure.inputs.good[to[l]];
		left[good] = Math.max(0, left[good] - potential * cover * p.inputs.amount[to[l]]);
	}
	return cover;
}

/** Stations generate what is used and sold; the fuel they did not burn goes back. */
export function generate({power, sites, goods, rationing, structure, p}: Economy): Step {
	const {stations, capability, generated, sold, lost, demand, cover, fuelled, dispatch} = power;
	const electricity = structure.electricity;
	return () => {
		if (electricity === NONE) return;
		const used = rationing.taken[electricity];
		demand[0] = rationing.claimed[electricity];
		cover[0] = coverOf(used, demand[0]);
		const sent = used + sold[0];
		generated[0] = sent === 0 ? 0 : sent / (1 - p.power.gridLoss[0]);
		lost[0] = generated[0] - sent;
		dispatch[0] = capability[0] === 0 ? 1 : Math.min(1, generated[0] / capability[0]);
		for (let n = 0; n < stations.length; n++) {
			const s = stations[n];
			sites.output[s] = sites.potential[s] * fuelled[s] * dispatch[0];
			burn(structure, p, goods.used, s, sites.output[s]);
		}
		goods.made[electricity] = generated[0];
		goods.lost[electricity] = lost[0];
	};
}

function burn(structure: Structure, p: Economy['p'], used: Float64Array, s: number, output: number): void {
	const {start, to} = structure.recipes.inputs;
	const recipe = structure.sites.recipes.to[structure.sites.recipes.start[s]];
	for (let l = start[recipe]; l < start[recipe + 1]; l++) used[structure.inputs.good[to[l]]] += output * p.inputs.amount[to[l]];
}
