/**
 * Restoration: damaged units brought back whole, one after another, as money, crews and materials allow.
 *
 *   crews    = builders + foremen × those each directs + specialists × voice × those each directs       persons
 *   damage   = (1 − spread + 2 × spread × (restored + ½) / damaged at the start) × neglect, the mean of the month’s units; average = 1
 *   planned  = min(at once / (shortest × damage), money / (cost × damage), crews / (work × damage), units left)   units/month
 *   progress' = progress + planned × least cover of its materials; each whole unit of progress goes to work
 *   neglect' = neglect × (1 + decay × share of the damaged units at which no gang is at work)
 *
 * Investment that steps up on completion: Kalecki (1935), Kydland and Prescott (1982), unverified. Within a line the light
 * damage is mended first. Sites come in the order of policy; one that may not be started yet is not restored.
 */
import {constant} from './field.ts';
import {restorationBudget, spendOnRestoration} from './finance.ts';
import {workOf} from './specialists.ts';
import type {Economy} from './state.ts';
import type {Step} from './step.ts';
import type {Structure} from './structure.ts';

export const materialFields = {
	amount: constant('<good>/units', 'amount of the good to restore a unit of average damage'),
};

/** The orders of policy, as listed there. */
const BY_LIST = 0;
const LARGEST_FIRST = 1;
const BY_VALUE = 3;
const ORDERS = 4;

export type Restoration = {
	/** Mechanics and builders at hand; one entry. */
	readonly crews: Float64Array;
	/** Money at hand, yen; one entry. */
	readonly money: Float64Array;
	/** Units under restoration this month; one entry. */
	readonly underway: Float64Array;
	/** What restoration could cost this month if money were no object, yen; one entry. */
	readonly costAhead: Float64Array;
	/** Stock: progress on the units begun, units, by site. */
	readonly progress: Float64Array;
	/** Growth of the outstanding work by standing idle, times that at the start, by site. */
	readonly neglect: Float64Array;
	/** Damage of the unit next in turn, in average damage, by site. */
	readonly damage: Float64Array;
	/** Progress that a site could make this month if nothing else were short, units, by site. */
	readonly pace: Float64Array;
	/** Progress planned this month, units, by site. */
	readonly planned: Float64Array;
	/** Flow: progress made, units, by site. */
	readonly done: Float64Array;
	/** Materials claimed this month, by good. */
	readonly materials: Float64Array;
	/** Flow: materials used this month, by good. */
	readonly used: Float64Array;
	/** The sites in the order of each policy, order by order; and what they are being sorted by. */
	readonly order: Int32Array;
	readonly key: Float64Array;
};

export function newRestoration({rows}: Structure): Restoration {
	const of = (): Float64Array => new Float64Array(rows.sites);
	const one = (): Float64Array => new Float64Array(1);
	return {
		crews: one(),
		money: one(),
		underway: one(),
		costAhead: one(),
		progress: of(),
		neglect: of(),
		damage: of(),
		pace: of(),
		planned: of(),
		done: of(),
		materials: new Float64Array(rows.goods),
		used: new Float64Array(rows.goods),
		order: Int32Array.from({length: rows.sites * ORDERS}, (_, i) => i % rows.sites),
		key: of(),
	};
}

export function resetRestoration({restoration, sites, structure, p}: Economy): void {
	const {damage, neglect, order, key} = restoration;
	const {capacity, count, rank, cost} = p.sites;
	neglect.fill(1);
	for (let o = 0; o < ORDERS; o++) {
		for (let s = 0; s < key.length; s++) {
			const worth = (capacity[s] * count[s] * p.goods.price[structure.sites.product[s]]) / count[s];
			key[s] = o === BY_LIST ? rank[s] : o === BY_VALUE ? worth / Math.max(cost[s], 1) : worth;
		}
		sortByKey(order.subarray(o * key.length, (o + 1) * key.length), key, o === LARGEST_FIRST || o === BY_VALUE ? -1 : 1);
	}
	for (let s = 0; s < count.length; s++) damage[s] = damageAhead(p, s, 0, sites.damaged[s]);
}

/** By rising (1) or falling (−1) key, rows of equal key by number. Insertion: from one run to the next the order hardly changes. */
function sortByKey(order: Int32Array, key: Float64Array, direction: number): void {
	for (let i = 1; i < order.length; i++) {
		const s = order[i];
		let at = i;
		for (; at > 0; at--) {
			const ahead = direction * (key[order[at - 1]] - key[s]);
			if (ahead < 0 || (ahead === 0 && order[at - 1] < s)) break;
			order[at] = order[at - 1];
		}
		order[at] = s;
	}
}

/** Damage of the unit next in turn in a line of so many damaged units, in average damage. */
export const damageOf = (spread: number, restored: number, damagedAtStart: number): number =>
	damagedAtStart === 0 ? 1 : 1 - spread + (2 * spread * (Math.min(restored, damagedAtStart - 1) + 0.5)) / damagedAtStart;

/** Damage of the units that a site would mend next month, on the average of them. */
function damageAhead(p: Economy['p'], s: number, restored: number, damaged: number): number {
	const batch = Math.max(1, Math.min(damaged, p.sites.atOnce[s] / p.sites.shortest[s]));
	return damageOf(p.sites.spread[s], restored + (batch - 1) / 2, restored + damaged);
}

/** How far each site could come this month, and what that would cost if money were no object. */
export function surveyDamage({restoration, sites, p}: Economy): Step {
	const {damage, progress, pace, costAhead} = restoration;
	const {ordered, atOnce, shortest, cost} = p.sites;
	return () => {
		pace.fill(0);
		let total = 0;
		for (let s = 0; s < damage.length; s++) {
			const left = sites.damaged[s] - progress[s];
			if (left <= 0 || ordered[s] === 0) continue;
			pace[s] = Math.min(left, atOnce[s] / Math.max(shortest[s] * damage[s], 1));
			total += pace[s] * cost[s] * damage[s];
		}
		costAhead[0] = total;
	};
}

/** Decide where crews and money go this month, and what materials to claim; whole idle units are set to work where ordered. */
export function planRestoration(economy: Economy): Step {
	const {restoration, sites, funds, structure, p} = economy;
	const {order, planned, damage, materials, crews, money} = restoration;
	return () => {
		startIdle(sites, p);
		crews[0] = crewsOf(economy);
		money[0] = restorationBudget(funds);
		const first = p.policy.restorationOrder[0] * planned.length;
		assignCrews(restoration, sites, p, first);
		materials.fill(0);
		for (let i = 0; i < planned.length; i++) {
			const s = order[first + i];
			if (planned[s] > 0) countMaterials(materials, planned, damage, structure, p, s);
		}
	};
}

/** Units so few are what rounding leaves of money and hands that are all given out; nobody is set to work for them. */
const DUST = 1e-9;

/** In the order that begins at `first`, site after site takes what it can use of money and hands. */
function assignCrews(restoration: Restoration, sites: Economy['sites'], p: Economy['p'], first: number): void {
	const {order, planned, pace, damage, underway} = restoration;
	const {ordered, cost, work, atOnce} = p.sites;
	let money = restoration.money[0];
	let hands = restoration.crews[0];
	planned.fill(0);
	underway[0] = 0;
	for (let i = 0; i < planned.length; i++) {
		const s = order[first + i];
		if (pace[s] === 0) continue;
		// Compared, not put through Math.min: the next site need not wait for divisions that decide nothing.
		let units = pace[s] * ordered[s];
		const paidFor = money / (cost[s] * damage[s]);
		if (cost[s] > 0 && paidFor < units) units = paidFor;
		const manned = hands / (work[s] * damage[s]);
		if (work[s] > 0 && manned < units) units = manned;
		if (units <= DUST) continue;
		planned[s] = units;
		money -= units * cost[s] * damage[s];
		hands -= units * work[s] * damage[s];
		underway[0] += Math.min(atOnce[s], sites.damaged[s]);
	}
}

function startIdle({working, idle}: Economy['sites'], p: Economy['p']): void {
	for (let s = 0; s < working.length; s++) {
		if (idle[s] === 0) continue;
		const started = Math.floor(idle[s] * p.sites.ordered[s]);
		working[s] += started;
		idle[s] -= started;
	}
}

function crewsOf({specialists, labour, p}: Economy): number {
	let people = p.labour.builders[0] + workOf(specialists, p.professions.restoration);
	for (let i = 0; i < labour.foremen.length; i++) people += labour.foremen[i] * p.labour.buildersPerForeman[0];
	return people;
}

/** Add what so many units of a site take of materials. From array to array: a double handed over would be put on the heap. */
function countMaterials(counted: Float64Array, units: Float64Array, damage: Float64Array, structure: Structure, p: Economy['p'], s: number): void {
	const {start, to} = structure.sites.materials;
	const {good} = structure.materials;
	const {amount} = p.materials;
	const work = units[s] * damage[s];
	const end = start[s + 1];
	for (let l = start[s]; l < end; l++) counted[good[to[l]]] += work * amount[to[l]];
}

/** Work goes on as far as materials came; whole units go to work, and what is left alone decays. */
export function restore(economy: Economy): Step {
	const {restoration, rationing, goods, sites, funds, structure, p} = economy;
	const {planned, done, damage, materials, used} = restoration;
	return () => {
		let cost = 0;
		used.fill(0);
		done.fill(0);
		for (let s = 0; s < planned.length; s++) {
			if (sites.damaged[s] === 0) continue;
			if (planned[s] > 0) done[s] = planned[s] * materialCover(economy, s);
			if (done[s] > 0) {
				cost += done[s] * p.sites.cost[s] * damage[s];
				countMaterials(used, done, damage, structure, p, s);
				completeUnits(economy, s);
			}
			if (sites.damaged[s] > 0) decay(economy, s);
		}
		spendOnRestoration(funds, cost);
		for (let g = 0; g < used.length; g++) goods.used[g] += used[g] - materials[g] * rationing.got[rationing.claimants.restoration + g];
	};
}

/** The units at which no gang is at work flood and rust. */
function decay({restoration, sites, p}: Economy, s: number): void {
	if (p.sites.decay[s] === 0) return;
	const alone = restoration.done[s] > 0 ? Math.max(0, 1 - p.sites.atOnce[s] / sites.damaged[s]) : 1;
	const growth = 1 + p.sites.decay[s] * alone;
	restoration.neglect[s] *= growth;
	restoration.damage[s] *= growth;
}

/** The least share of its materials that a site’s restoration was allotted. */
function materialCover({rationing, structure}: Economy, s: number): number {
	const {start, to} = structure.sites.materials;
	const {good} = structure.materials;
	const {got, claimants} = rationing;
	const end = start[s + 1];
	let cover = 1;
	for (let l = start[s]; l < end; l++) cover = Math.min(cover, got[claimants.restoration + good[to[l]]]);
	return cover;
}

function completeUnits({restoration, sites, p}: Economy, s: number): void {
	const {progress, done, damage, neglect} = restoration;
	progress[s] += done[s];
	const whole = Math.min(sites.damaged[s], Math.floor(progress[s] + 1e-9));
	if (whole === 0) return;
	sites.damaged[s] -= whole;
	sites.working[s] += whole;
	sites.restored[s] += whole;
	progress[s] = Math.max(0, progress[s] - whole);
	damage[s] = damageAhead(p, s, sites.restored[s], sites.damaged[s]) * neglect[s];
}
