/**
 * Specialists: who has come, whom they can speak to, and how far the need of each profession is covered.
 *
 *   sent(t)    = requested × granted × cover of their pay               persons
 *   present'   = present + sent(t − lag) − departures × present         persons
 *   spoken     = min(1, translators × span / demand for translation)    share, by language; sites under restoration add to the
 *                demand of a language through which somebody present must speak
 *   voice      = fluent + (1 − fluent) × spoken                         share, by community
 *   heard      = Σ present × voice                                      persons, by profession
 *   effective  = ((1 − contact) × present + contact × heard) × time     persons
 *   need       = establishment × (1 − growth + growth × max(1, activity / reference))
 *   cover      = min(1, effective / need)                               share, by profession
 *
 * Left out: how good each specialist is; that a translator serves one place at a time.
 */
import {coverOf} from './arithmetic.ts';
import {constant, monthly, opening, share} from './field.ts';
import type {Economy} from './state.ts';
import {inTurn, type Step} from './step.ts';
import {NONE, type Structure} from './structure.ts';

export const professionFields = {
	establishment: monthly('persons', 'posts of the profession at the reference activity'),
	growth: share('constant', 'how far the need grows with activity: 0 not at all, 1 in proportion', 0),
	instruction: share('monthly', 'share of working time given to courses', 0),
	restoration: monthly('persons/persons', 'mechanics and builders that one of them can direct in restoration', {otherwise: 0}),
	prospecting: share('constant', 'share of working time that goes to looking for new deposits', 0),
	contact: monthly('1', 'share of the work that needs speech with the country’s people', {max: 1, otherwise: 1}),
};

export const communityFields = {
	fluent: share('monthly', 'share who speak the language of the works themselves', 0),
	pay: monthly('yen/persons/month', 'pay of one specialist from the fund that pays the community', {otherwise: 0}),
};

export const languageFields = {
	span: constant('persons', 'people whose work one translator can carry', {min: 0.1, otherwise: 4}),
	course: constant('persons/persons', 'demand for translation of one instructor’s full time in courses', {otherwise: 0}),
	site: constant('persons/units', 'demand for translation of one unit under restoration', {otherwise: 0}),
};

export const staffFields = {
	present: opening('persons', 'people of the community in the profession when the run begins', {otherwise: 0}),
	requested: monthly('persons/month', 'people asked for this month', {otherwise: 0}),
	granted: share('monthly', 'share of this month’s request that is granted', 0),
	lag: constant('month', 'months from request to arrival', {whole: true, max: 60, otherwise: 0}),
	departures: share('monthly', 'share of those present who leave in the month', 0),
};

export const staffingFields = {
	weight: constant('1', 'weight of the profession in the industry’s expertise; weights are brought to a sum of 1'),
};

export type Specialists = {
	/** Stock: people present, by staff row. */
	readonly present: Float64Array;
	/** Flow: arrivals this month, by staff row. */
	readonly arrived: Float64Array;
	/** Flow: departures this month, by staff row. */
	readonly departed: Float64Array;
	/** Memory: people sent on their way in each month so far, month by month and staff row by staff row. */
	readonly sent: Float64Array;
	/** Months from request to arrival, by staff row. */
	readonly lag: Int32Array;
	/** Staff rows of those who may need a translator: translators themselves do not, nor who needs no language but the works’. */
	readonly foreign: Int32Array;
	/** People present, by profession. */
	readonly serving: Float64Array;
	/** People present as far as what they say is understood, by profession. */
	readonly heard: Float64Array;
	/** Translators present, by language. */
	readonly translators: Float64Array;
	/** People whose work waits on a translator, by language. */
	readonly demand: Float64Array;
	/** Share of that demand that is met, by language. */
	readonly spoken: Float64Array;
	/** Share of what they say that is understood, by community. */
	readonly voice: Float64Array;
	/** People needed, by profession. */
	readonly need: Float64Array;
	/** People as they count after speech and other duties, by profession. */
	readonly effective: Float64Array;
	/** The same if every word were understood, by profession. */
	readonly understood: Float64Array;
	/** Share of the need that is met, by profession. */
	readonly cover: Float64Array;
};

export function newSpecialists(structure: Structure): Specialists {
	const {rows, months} = structure;
	const of = (count: number): Float64Array => new Float64Array(count);
	const {staff, professions, languages, communities} = rows;
	return {
		present: of(staff),
		arrived: of(staff),
		departed: of(staff),
		sent: of(staff * months),
		lag: new Int32Array(staff),
		foreign: foreignStaff(structure),
		serving: of(professions),
		heard: of(professions),
		need: of(professions),
		effective: of(professions),
		understood: of(professions),
		cover: of(professions),
		translators: of(languages),
		demand: of(languages),
		spoken: of(languages),
		voice: of(communities),
	};
}

function foreignStaff({staff, communities, professions}: Structure): Int32Array {
	const rows = Array.from(staff.profession, (_, i) => i);
	return Int32Array.from(rows.filter(i => communities.language[staff.community[i]] !== NONE && professions.translates[staff.profession[i]] === NONE));
}

export function resetSpecialists({specialists, p}: Economy): void {
	specialists.present.set(p.staff.present);
	specialists.lag.set(p.staff.lag);
}

/** Share of a person's work that gets through when `voice` of what is said is understood. */
export const throughput = (contact: number, voice: number): number => 1 - contact + contact * voice;

/** People needed when activity is so many times that for which the establishment was drawn up. */
export const needed = (establishment: number, growth: number, activity: number): number => establishment * (1 - growth + growth * Math.max(1, activity));

/** Arrivals, departures, who can be spoken to, and the cover of every profession. */
export function engageSpecialists(economy: Economy): Step {
	return inTurn(economy, moveStaff, countTranslators, spreadTranslators, countHeard, coverProfessions);
}

function moveStaff({specialists, funds, structure, p}: Economy): Step {
	const {present, arrived, departed, sent, lag, serving} = specialists;
	const {requested, granted, departures} = p.staff;
	const {community, profession} = structure.staff;
	const {fund} = structure.communities;
	const {payCover} = funds;
	return t => {
		const count = present.length;
		serving.fill(0);
		for (let i = 0; i < count; i++) {
			if (requested[i] > 0) {
				const payer = fund[community[i]];
				sent[t * count + i] = requested[i] * granted[i] * (payer === NONE ? 1 : payCover[payer]);
			}
			arrived[i] = t >= lag[i] ? sent[(t - lag[i]) * count + i] : 0;
			departed[i] = present[i] * departures[i];
			present[i] += arrived[i] - departed[i];
			serving[profession[i]] += present[i];
		}
	};
}

function countTranslators({specialists, structure}: Economy): Step {
	const {serving, translators} = specialists;
	const {translates} = structure.professions;
	return () => {
		translators.fill(0);
		for (let k = 0; k < serving.length; k++) if (translates[k] !== NONE) translators[translates[k]] += serving[k];
	};
}

function spreadTranslators({specialists, restoration, structure, p}: Economy): Step {
	const {translators, demand, spoken, voice} = specialists;
	return () => {
		demand.fill(0);
		demandTranslators(specialists, structure, p);
		for (let l = 0; l < demand.length; l++) if (demand[l] > 0) demand[l] += p.languages.site[l] * restoration.underway[0];
		for (let l = 0; l < demand.length; l++) spoken[l] = coverOf(translators[l] * p.languages.span[l], demand[l]);
		for (let c = 0; c < voice.length; c++) {
			const language = structure.communities.language[c];
			const fluent = p.communities.fluent[c];
			voice[c] = language === NONE ? 1 : fluent + (1 - fluent) * spoken[language];
		}
	};
}

function demandTranslators({present, foreign, demand}: Specialists, structure: Structure, p: Economy['p']): void {
	const {profession, community} = structure.staff;
	const {language} = structure.communities;
	const {contact, instruction} = p.professions;
	const {course} = p.languages;
	const {fluent} = p.communities;
	for (let n = 0; n < foreign.length; n++) {
		const i = foreign[n];
		if (present[i] === 0) continue;
		const k = profession[i];
		const l = language[community[i]];
		demand[l] += present[i] * (1 - fluent[community[i]]) * (contact[k] + course[l] * instruction[k]);
	}
}

/** Counted by profession once a month, so that those who teach, direct and prospect need not go through the people again. */
function countHeard({specialists, structure}: Economy): Step {
	const {present, voice, heard} = specialists;
	const {profession, community} = structure.staff;
	return () => {
		heard.fill(0);
		for (let i = 0; i < present.length; i++) heard[profession[i]] += present[i] * voice[community[i]];
	};
}

function coverProfessions({specialists, sites, p}: Economy): Step {
	const {serving, heard, need, effective, understood, cover} = specialists;
	const {instruction, prospecting, contact, establishment, growth} = p.professions;
	return () => {
		const activity = sites.activity[0] / p.policy.referenceActivity[0];
		for (let k = 0; k < need.length; k++) {
			const time = Math.max(0, 1 - instruction[k] - prospecting[k]);
			understood[k] = time * serving[k];
			effective[k] = time * ((1 - contact[k]) * serving[k] + contact[k] * heard[k]);
			need[k] = needed(establishment[k], growth[k], activity);
			cover[k] = coverOf(effective[k], need[k]);
		}
	};
}

/** Work of the specialists of every profession who are heard, so much from each: directing builders, teaching, looking for deposits. */
export function workOf({heard}: Specialists, each: Float64Array): number {
	let work = 0;
	for (let k = 0; k < heard.length; k++) work += heard[k] * each[k];
	return work;
}
