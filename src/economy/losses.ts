/**
 * Losses: why output fell short of rated capacity, exactly, for every site and month.
 *
 *   output = rated × f₁ f₂ … f₆:  intact, ordered, season, expertise, labour, and the least of the group’s limits
 *
 * Each factor’s share is its Shapley value. For a product it is (1 − fᵢ) ∫₀¹ Π_{j≠i} (1 − u + u fⱼ) du (the multilinear extension
 * of Owen 1972, unverified), a polynomial of the fifth degree in u, so that three Gauss–Legendre nodes give it exactly. The
 * group’s share is split among its limits by the airport rule of Littlechild and Owen (1973, unverified): each step from one
 * limit to the next is borne equally by the causes at or below it. Expertise is split into specialists and translators, labour
 * into skilled and unskilled, as two-player Shapley values. The shares are not negative and add up.
 */
import {coverOf, substitute} from './arithmetic.ts';
import {type Rationing} from './rationing.ts';
import {combine} from './potential.ts';
import {throughput} from './specialists.ts';
import type {Economy} from './state.ts';
import {NONE, type Structure} from './structure.ts';

/** The causes every site has, in order; after them come its inputs, and for graded inputs their grade. */
export const commonCauses = ['damage', 'order', 'season', 'specialists', 'translators', 'skilled-labour', 'unskilled-labour', 'transport', 'power', 'demand'] as const;
const TRANSPORT = 7;
const POWER = 8;
const DEMAND = 9;
const COMMON = commonCauses.length;

/** A cause peculiar to a site: one of its inputs, in quantity or in grade. */
export type InputCause = {readonly good: number; readonly grade: boolean};

export type Losses = {
	/** The slots of site s in `lost` stand from `start[s]` up to `start[s + 1]`. */
	readonly start: Int32Array;
	/** Flow: output lost, product/month, site by site and cause by cause. */
	readonly lost: Float64Array;
	/** Limit that each cause of the group sets, as a share of potential, by slot. */
	readonly limit: Float64Array;
	/** The cause that binds a site, as its place among the site’s causes; −1 if none. */
	readonly binding: Float64Array;
	/** How much further the binding cause could be relieved before another binds, share of potential. */
	readonly slack: Float64Array;
	/** Inputs behind the slots after the common ones. */
	readonly inputs: readonly InputCause[];
	/** Entry in each round’s list of claims behind a slot, slot by slot and round by round; or NONE. */
	readonly entry: Int32Array;
	readonly sorted: Int32Array;
	readonly factor: Float64Array;
	readonly share: Float64Array;
	/** Shares of 1 − expertise that specialists and translators bear, by industry. */
	readonly missing: Float64Array;
	readonly misunderstood: Float64Array;
	/** Share of the labour loss that skilled work bears, by industry. */
	readonly skilledPart: Float64Array;
	/** Cover of each profession if every word were understood, and if every post were filled. */
	readonly spokenCover: Float64Array;
	readonly filledCover: Float64Array;
};

export function newLosses(structure: Structure, rationing: Rationing): Losses {
	const sites = structure.rows.sites;
	const start = new Int32Array(sites + 1);
	const inputs: InputCause[] = [];
	for (let s = 0; s < sites; s++) {
		const causes = inputCauses(structure, s);
		inputs.push(...causes);
		start[s + 1] = start[s] + COMMON + causes.length;
	}
	const slots = start[sites];
	const entry = findEntries(structure, rationing, start, inputs);
	const most = slots === 0 ? 0 : Math.max(...Array.from({length: sites}, (_, s) => start[s + 1] - start[s]));
	const ofIndustries = (): Float64Array => new Float64Array(structure.rows.industries);
	const ofProfessions = (): Float64Array => new Float64Array(structure.rows.professions);
	return {
		start, inputs, entry, lost: new Float64Array(slots), limit: new Float64Array(slots), binding: new Float64Array(sites), slack: new Float64Array(sites),
		sorted: new Int32Array(most), factor: new Float64Array(6), share: new Float64Array(6),
		missing: ofIndustries(), misunderstood: ofIndustries(), skilledPart: ofIndustries(), spokenCover: ofProfessions(), filledCover: ofProfessions(),
	};
}

/** The inputs of a site over all its recipes, each in quantity and, where there is an unfit grade of it, in grade. */
export function inputCauses(structure: Structure, s: number): InputCause[] {
	const {recipes} = structure.sites;
	const goods = new Set<number>();
	for (let r = recipes.start[s]; r < recipes.start[s + 1]; r++) {
		const {start, to} = structure.recipes.inputs;
		for (let l = start[recipes.to[r]]; l < start[recipes.to[r] + 1]; l++) goods.add(structure.inputs.good[to[l]]);
	}
	return [...goods].flatMap(good => (structure.goods.unfit[good] === NONE ? [{good, grade: false}] : [{good, grade: false}, {good, grade: true}]));
}

function findEntries(structure: Structure, {rounds}: Rationing, start: Int32Array, inputs: readonly InputCause[]): Int32Array {
	const sites = structure.rows.sites;
	const entry = new Int32Array(start[sites] * rounds.length).fill(NONE);
	let next = 0;
	for (let s = 0; s < sites; s++) {
		for (let slot = start[s]; slot < start[s + 1]; slot++) {
			const cause = slot - start[s];
			const resource = cause >= COMMON ? inputs[next++].good : cause === TRANSPORT ? structure.rows.goods : cause === POWER ? structure.electricity : NONE;
			if (resource === NONE) continue;
			rounds.forEach((round, n) => {
				for (let e = round.start[resource]; e < round.start[resource + 1]; e++) if (round.claimant[e] === s) entry[slot * rounds.length + n] = e;
			});
		}
	}
	return entry;
}

/** Fill the account of the month. */
export function accountLosses(economy: Economy): void {
	splitExpertise(economy);
	splitLabour(economy);
	let next = 0;
	for (let s = 0; s < economy.sites.output.length; s++) {
		const inputs = economy.losses.start[s + 1] - economy.losses.start[s] - COMMON;
		setFactors(economy, s);
		shareOut(economy.losses.factor, economy.losses.share);
		bookCommon(economy, s);
		findLimits(economy, s, next);
		bookGroup(economy, s);
		next += inputs;
	}
}

function setFactors({sites, labour, losses, structure, p}: Economy, s: number): void {
	const {factor} = losses;
	const i = structure.sites.industry[s];
	const whole = sites.working[s] + sites.idle[s];
	factor[0] = whole / p.sites.count[s];
	factor[1] = whole === 0 ? 1 : sites.working[s] / whole;
	factor[2] = p.sites.season[s];
	factor[3] = sites.expertise[i];
	factor[4] = labour.cover[i];
	factor[5] = sites.potential[s] === 0 ? 1 : Math.min(1, sites.output[s] / sites.potential[s]);
}

const NODES = [0.5 - 0.5 * Math.sqrt(0.6), 0.5, 0.5 + 0.5 * Math.sqrt(0.6)];
const WEIGHTS = [5 / 18, 8 / 18, 5 / 18];

/** Shapley values of the losses 1 − fᵢ in a product of six factors. */
export function shareOut(factor: Float64Array, share: Float64Array): void {
	share.fill(0);
	for (let n = 0; n < 3; n++) {
		const u = NODES[n];
		let product = WEIGHTS[n];
		for (let i = 0; i < 6; i++) product *= 1 - u * (1 - factor[i]);
		for (let i = 0; i < 6; i++) {
			const missing = 1 - factor[i];
			if (missing !== 0) share[i] += (missing * product) / (1 - u * missing);
		}
	}
}

function bookCommon({sites, losses, structure}: Economy, s: number): void {
	const {lost, start, share, missing, misunderstood, skilledPart} = losses;
	const i = structure.sites.industry[s];
	const rated = sites.ratedCapacity[s];
	const first = start[s];
	lost[first] = share[0] * rated;
	lost[first + 1] = share[1] * rated;
	lost[first + 2] = share[2] * rated;
	const unexpert = missing[i] + misunderstood[i];
	lost[first + 3] = unexpert === 0 ? 0 : (share[3] * rated * missing[i]) / unexpert;
	lost[first + 4] = unexpert === 0 ? 0 : (share[3] * rated * misunderstood[i]) / unexpert;

	lost[first + 5] = share[4] * rated * skilledPart[i];
	lost[first + 6] = share[4] * rated * (1 - skilledPart[i]);
}

/** Of each industry’s missing labour, the share that skilled work bears; the rest is unskilled work’s. */
function splitLabour({losses, labour, p}: Economy): void {
	for (let i = 0; i < losses.skilledPart.length; i++) {
		const weight = p.industries.skillWeight[i];
		const elasticity = p.labour.elasticity[0];
		const skilledFull = substitute(1, labour.unskilledCover[i], weight, elasticity);
		const othersFull = substitute(labour.skilledCover[i], 1, weight, elasticity);
		const short = 1 - labour.cover[i];
		losses.skilledPart[i] = short === 0 ? 0 : Math.min(1, Math.max(0, (skilledFull - labour.cover[i] + 1 - othersFull) / (2 * short)));
	}
}

/** Of each industry’s missing expertise, what absent specialists bear and what unspoken words bear. */
function splitExpertise({losses, specialists, sites, structure, p}: Economy): void {
	const {missing, misunderstood, spokenCover, filledCover} = losses;
	const {effective, understood, need, cover} = specialists;
	const usual = usualVoice(specialists, structure);
	for (let k = 0; k < need.length; k++) {
		const speech = understood[k] > 0 ? effective[k] / understood[k] : throughput(p.professions.contact[k], usual);
		spokenCover[k] = coverOf(understood[k], need[k]);
		filledCover[k] = Math.max(cover[k], speech);
	}
	for (let i = 0; i < missing.length; i++) {
		const {expertise, own} = sites;
		const spoken = own[i] + (1 - own[i]) * combine(structure, p, spokenCover, i);
		const filled = own[i] + (1 - own[i]) * combine(structure, p, filledCover, i);
		missing[i] = Math.max(0, (1 - spoken + filled - expertise[i]) / 2);
		misunderstood[i] = Math.max(0, (spoken - expertise[i] + 1 - filled) / 2);
	}
}

/** Share of what specialists say that is understood, over all who are present. */
function usualVoice({present, voice}: Economy['specialists'], structure: Structure): number {
	let people = 0;
	let heard = 0;
	for (let i = 0; i < present.length; i++) {
		people += present[i];
		heard += present[i] * voice[structure.staff.community[i]];
	}
	return people === 0 ? 1 : heard / people;
}

/** The limit each cause of the group sets to the site, as a share of its potential; never below what was made. */
function findLimits(economy: Economy, s: number, nextInput: number): void {
	const {losses, power, structure} = economy;
	const {limit, start, factor, inputs} = losses;
	const made = factor[5];
	for (let slot = start[s] + TRANSPORT; slot < start[s + 1]; slot++) {
		const cause = slot - start[s];
		let reached = 1;
		if (structure.sites.product[s] === structure.electricity) reached = cause === DEMAND ? power.dispatch[0] * power.fuelled[s] : cause >= COMMON ? power.fuelled[s] : 1;
		else if (cause !== DEMAND) reached = reach(economy, s, slot, cause >= COMMON && hasGrade(inputs, nextInput + cause - COMMON));
		limit[slot] = Math.max(made, Math.min(1, reached));
	}
}

/** Whether this cause is the quantity of an input whose grade is a cause of its own. */
const hasGrade = (inputs: readonly InputCause[], at: number): boolean => !inputs[at].grade && at + 1 < inputs.length && inputs[at + 1].grade && inputs[at + 1].good === inputs[at].good;

function reach({losses, rationing}: Economy, s: number, slot: number, asQuantity: boolean): number {
	const {rounds, got, gotBefore} = rationing;
	const made = losses.factor[5];
	const last = rounds.length - 1;
	for (let n = last; n >= 0; n--) {
		const e = losses.entry[slot * rounds.length + n];
		if (e === NONE) continue;
		const before = gotBefore[n * got.length + s];
		const limited = before + (1 - before) * rounds[n].limit[e];
		const reached = n === last || rounds[n].limit[e] < 1 ? limited : 1;
		const first = losses.entry[slot * rounds.length];
		return asQuantity && first !== NONE ? Math.max(reached, rounds[0].quantityLimit[first]) : Math.max(made, reached);
	}
	return 1;
}

/** Split the group’s share over its causes by the airport rule; note which binds, and the slack to the next. */
function bookGroup({losses, sites}: Economy, s: number): void {
	const {lost, limit, start, sorted, share, factor, binding, slack} = losses;
	const first = start[s] + TRANSPORT;
	const count = start[s + 1] - first;
	for (let k = 0; k < count; k++) insert(sorted, limit, first + k, k);
	for (let k = 0; k < count; k++) lost[first + k] = 0;

	const made = factor[5];
	const lowest = count === 0 ? 1 : limit[sorted[0]];
	const bound = made < 1 && lowest < 1;
	binding[s] = bound ? sorted[0] - start[s] : -1;
	slack[s] = bound ? (count > 1 ? limit[sorted[1]] : 1) - lowest : 0;
	if (!bound) return;
	const worth = (share[5] * sites.ratedCapacity[s]) / (1 - lowest);
	for (let k = 0; k < count; k++) {
		const step = (k + 1 < count ? limit[sorted[k + 1]] : 1) - limit[sorted[k]];
		for (let j = 0; j <= k; j++) lost[sorted[j]] += (step * worth) / (k + 1);
	}
}

/** Put a slot into its place among the `count` already sorted by rising limit. */
function insert(sorted: Int32Array, limit: Float64Array, slot: number, count: number): void {
	let at = count;
	while (at > 0 && limit[sorted[at - 1]] > limit[slot]) {
		sorted[at] = sorted[at - 1];
		at--;
	}
	sorted[at] = slot;
}
