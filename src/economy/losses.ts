/**
 * Losses: why output fell short of rated capacity, exactly, for every site and month.
 *
 *   output = rated × f₁ f₂ … f₆:  intact, ordered, season, expertise, labour, and the least of the group’s limits
 *
 * Each factor’s share is its Shapley value (shapley.ts). The group’s share is split among its limits by the airport rule of
 * Littlechild and Owen (1973, unverified): each step from one limit to the next is borne equally by the causes at or below it.
 * Expertise is split into specialists and translators, labour into skilled and unskilled, as two-player Shapley values. The
 * shares are not negative and add up.
 */
import {coverOf, powers, substitute} from './arithmetic.ts';
import {COMMON, DEMAND, findEntries, type InputCause, inputCauses, TRANSPORT} from './causes.ts';
import {combine} from './potential.ts';
import type {Rationing} from './rationing.ts';
import {shareOut} from './shapley.ts';
import {throughput} from './specialists.ts';
import type {Economy} from './state.ts';
import {inTurn, type Step} from './step.ts';
import {NONE, type Structure} from './structure.ts';

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
	/** Share of the expertise loss that absent specialists bear, by industry; the rest is the translators’. */
	readonly specialistsPart: Float64Array;
	/** Share of the labour loss that skilled work bears, by industry. */
	readonly skilledPart: Float64Array;
	/** Share of potential that the crews would allow if skilled work, and if other work, were at hand in full, by industry. */
	readonly skilledFull: Float64Array;
	readonly othersFull: Float64Array;
	/** Cover of each profession if every word were understood, and if every post were filled. */
	readonly spokenCover: Float64Array;
	readonly filledCover: Float64Array;
	/** What specialists would allow of the rest beyond own crews’ reach in these two cases, by industry. */
	readonly guidedSpoken: Float64Array;
	readonly guidedFilled: Float64Array;
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
		start,
		inputs,
		entry,
		lost: new Float64Array(slots),
		limit: new Float64Array(slots),
		binding: new Float64Array(sites),
		slack: new Float64Array(sites),
		sorted: new Int32Array(most),
		factor: new Float64Array(6),
		share: new Float64Array(6),
		specialistsPart: ofIndustries(),
		skilledPart: ofIndustries(),
		skilledFull: ofIndustries(),
		othersFull: ofIndustries(),
		spokenCover: ofProfessions(),
		filledCover: ofProfessions(),
		guidedSpoken: ofIndustries(),
		guidedFilled: ofIndustries(),
	};
}

/** Fill the account of the month. Of a site that made all it could, the group took nothing. */
export function accountLosses(economy: Economy): Step {
	const {current} = economy;
	const account = inTurn(economy, splitExpertise, relieveLabour, splitLabour, bookLosses);
	return t => {
		if (current.account) account(t);
	};
}

function bookLosses(economy: Economy): Step {
	const {start, factor, share, lost, limit, binding, slack} = economy.losses;
	return () => {
		lost.fill(0);
		limit.fill(1);
		binding.fill(-1);
		slack.fill(0);
		let next = 0;
		for (let s = 0; s < binding.length; s++) {
			setFactors(economy, s);
			shareOut(factor, share);
			bookCommon(economy, s);
			if (factor[5] < 1) {
				findLimits(economy, s, next);
				bookGroup(economy, s);
			}
			next += start[s + 1] - start[s] - COMMON;
		}
	};
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

function bookCommon({sites, losses, structure}: Economy, s: number): void {
	const {lost, start, share, specialistsPart, skilledPart} = losses;
	const i = structure.sites.industry[s];
	const rated = sites.ratedCapacity[s];
	const first = start[s];
	lost[first] = share[0] * rated;
	lost[first + 1] = share[1] * rated;
	lost[first + 2] = share[2] * rated;
	lost[first + 3] = share[3] * rated * specialistsPart[i];
	lost[first + 4] = share[3] * rated * (1 - specialistsPart[i]);
	lost[first + 5] = share[4] * rated * skilledPart[i];
	lost[first + 6] = share[4] * rated * (1 - skilledPart[i]);
}

/** Of each industry’s missing labour, the share that skilled work bears; the rest is unskilled work’s. */
function splitLabour(economy: Economy): Step {
	const {losses, labour} = economy;
	const {skilledPart, skilledFull, othersFull} = losses;
	const {cover, skilledCover, unskilledCover} = labour;
	return () => {
		for (let i = 0; i < skilledPart.length; i++) {
			const short = 1 - cover[i];
			skilledPart[i] = short > 0 && unskilledCover[i] === 1 ? 1 : 0;
			if (short === 0 || skilledCover[i] === 1 || unskilledCover[i] === 1) continue;
			skilledPart[i] = Math.min(1, Math.max(0, (skilledFull[i] - cover[i] + 1 - othersFull[i]) / (2 * short)));
		}
	};
}

/** What the crews of each industry would allow if skilled work, and if other work, were at hand in full; from the powers that labour has taken. */
function relieveLabour({losses, labour, p}: Economy): Step {
	const {skilledFull, othersFull} = losses;
	const {skilledCover, unskilledCover, skilledPower, unskilledPower} = labour;
	const {skillWeight} = p.industries;
	return () => {
		const elasticity = p.labour.elasticity[0];
		const root = 1 / (1 - 1 / elasticity);
		skilledFull.fill(1);
		othersFull.fill(1);
		for (let i = 0; i < skilledFull.length; i++) {
			const weight = skillWeight[i];
			if (skilledCover[i] === 1 || unskilledCover[i] === 1) continue;
			skilledFull[i] = weight + (weight < 1 ? (1 - weight) * unskilledPower[i] : 0);
			othersFull[i] = (weight > 0 ? weight * skilledPower[i] : 0) + (1 - weight);
		}
		powers(skilledFull, root, skilledFull);
		powers(othersFull, root, othersFull);
		for (let i = 0; i < skilledFull.length; i++) {
			const known = skilledPower[i] > 0 && unskilledPower[i] > 0;
			skilledFull[i] = known ? Math.min(1, skilledFull[i]) : substitute(1, unskilledCover[i], skillWeight[i], elasticity);
			othersFull[i] = known ? Math.min(1, othersFull[i]) : substitute(skilledCover[i], 1, skillWeight[i], elasticity);
		}
	};
}

/** Of each industry’s missing expertise, what absent specialists bear and what unspoken words bear. */
function splitExpertise(economy: Economy): Step {
	const {losses, specialists, sites, p} = economy;
	const {specialistsPart, spokenCover, filledCover, guidedSpoken, guidedFilled} = losses;
	const {expertise, own} = sites;
	const {effective, understood, need, cover} = specialists;
	return () => {
		const usual = usualVoice(specialists);
		for (let k = 0; k < need.length; k++) {
			const speech = understood[k] > 0 ? effective[k] / understood[k] : throughput(p.professions.contact[k], usual);
			spokenCover[k] = coverOf(understood[k], need[k]);
			filledCover[k] = Math.max(cover[k], speech);
		}
		combine(economy, spokenCover, guidedSpoken);
		combine(economy, filledCover, guidedFilled);
		for (let i = 0; i < specialistsPart.length; i++) {
			const spoken = own[i] + (1 - own[i]) * guidedSpoken[i];
			const filled = own[i] + (1 - own[i]) * guidedFilled[i];
			const missing = Math.max(0, 1 - spoken + filled - expertise[i]);
			const misunderstood = Math.max(0, spoken - expertise[i] + 1 - filled);
			specialistsPart[i] = missing === 0 ? 0 : missing / (missing + misunderstood);
		}
	};
}

/** Share of what specialists say that is understood, over all who are present. */
function usualVoice({serving, heard}: Economy['specialists']): number {
	let people = 0;
	let understood = 0;
	for (let k = 0; k < heard.length; k++) {
		people += serving[k];
		understood += heard[k];
	}
	return people === 0 ? 1 : understood / people;
}

/** Below this share of capability to spare, demand took all that could be generated. */
const SPARE = 1e-9;

/** The limit each cause of the group sets to the site, as a share of its potential; never below what was made. */
function findLimits(economy: Economy, s: number, nextInput: number): void {
	const {losses, power, structure} = economy;
	const {limit, start, factor, inputs} = losses;
	const made = factor[5];
	for (let slot = start[s] + TRANSPORT; slot < start[s + 1]; slot++) {
		const cause = slot - start[s];
		let reached = 1;
		if (structure.sites.product[s] === structure.electricity)
			reached = cause === DEMAND ? (power.dispatch[0] < 1 - SPARE ? made : 1) : cause >= COMMON ? power.fuelled[s] : 1;
		else if (cause !== DEMAND) reached = reach(economy, s, slot, cause >= COMMON && hasGrade(inputs, nextInput + cause - COMMON));
		limit[slot] = Math.max(made, Math.min(1, reached));
	}
}

/** Whether this cause is the quantity of an input whose grade is a cause of its own. */
const hasGrade = (inputs: readonly InputCause[], at: number): boolean =>
	!inputs[at].grade && at + 1 < inputs.length && inputs[at + 1].grade && inputs[at + 1].good === inputs[at].good;

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
	let next = 1;
	let borne = 0;
	for (let k = count - 1; k >= 0; k--) {
		const reached = limit[sorted[k]];
		if (reached === 1) continue;
		borne += ((next - reached) * worth) / (k + 1);
		lost[sorted[k]] = borne;
		next = reached;
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
