/**
 * Labour: each industry's crews, hired from a bounded pool, hurt, trained and wearied.
 *
 *   full     = Σ crew × working units;  kept on = share of the crews of idle units        persons
 *   hired    = min(full + kept on − crew, hiring × (full + kept on), what the pool can give)          persons/month
 *   at work  = (crew + trainees not away) × attendance × (1 − hunger × (1 − rations))
 *   practice = practice₀ + (1 − practice₀) × E / (E + learning),  E = months of full work done
 *   labour   = CES(skilled at work × practice / need, unskilled at work / need)           share
 *
 * Sources: elasticity of substitution about 1.4, Katz and Murphy (1992), unverified; learning by doing, Arrow (1962), unverified:
 * his power of cumulated output is replaced by a hyperbola, which has an upper bound. Left out: wages that clear a market.
 */
import {coverOf, substituteAll} from './arithmetic.ts';
import {constant, monthly, opening, share} from './field.ts';
import type {Economy} from './state.ts';
import {inTurn, type Step} from './step.ts';
import type {Structure} from './structure.ts';

export const labourFields = {
	skilledPool: opening('persons', 'skilled workers without a place when the run begins', {otherwise: 0}),
	unskilledPool: opening('persons', 'others who can be hired when the run begins', {otherwise: 0}),
	skilledInflow: monthly('persons/month', 'skilled workers who come back to look for a place', {otherwise: 0}),
	unskilledInflow: monthly('persons/month', 'others who come to look for a place', {otherwise: 0}),
	skilledOutflow: share('monthly', 'share of the skilled pool that leaves the country or the trade in a month', 0),
	elasticity: constant('1', 'elasticity of substitution between skilled and unskilled work', {min: 0.05, max: 20, otherwise: 1.4}),
	attendance: share('monthly', 'share of the crew at work when rations are met', 1),
	hunger: share('monthly', 'share of attendance lost when there are no rations at all', 0),
	safety: share('monthly', 'how far safety rules and work clothes are in force', 0),
	accidents: share('monthly', 'share of a crew hurt for good in a month without any safety measures', 0),
	protection: share('constant', 'share of accidents that full safety measures prevent', 0),
	builders: monthly('persons', 'mechanics and builders at work on restoration whom nobody from abroad directs', {otherwise: 0}),
	buildersPerForeman: monthly('persons/persons', 'mechanics and builders that each foreman of the industries directs beside his crew', {otherwise: 0}),
	wage: monthly('yen/persons/month', 'wage of a worker', {otherwise: 0}),
};

export const industryFields = {
	skilled: opening('persons', 'skilled workers in the crews when the run begins', {otherwise: 0}),
	unskilled: opening('persons', 'unskilled workers in the crews when the run begins', {otherwise: 0}),
	skilledShare: share('constant', 'share of a full crew that is skilled'),
	skillWeight: share('constant', 'weight of skilled work in the crew’s product: its share of the wage bill'),
	hiring: share('monthly', 'people who can be taken on in a month, as a share of the crew that working and kept-on units would have'),
	attrition: share('monthly', 'share of a crew that leaves in a month', 0),
	keptOn: share('monthly', 'share of the crews of idle units that is kept on', 0),
	practice: share('opening', 'efficiency of a crew new to the work', 1),
	learning: constant('month', 'months of full working in which half of what is missing in practice is learnt', {min: 0.1, otherwise: 12}),
	foremen: opening('persons', 'foremen and engineers of the country’s own when the run begins', {otherwise: 0}),
	span: constant('persons', 'workers that one foreman can lead', {min: 1, otherwise: 20}),
	bareKnowledge: share('monthly', 'share of full output that crews reach without foremen or specialists', 1),
	ownKnowledge: share('monthly', 'share of what bare crews lack that own foremen make good where every crew has its foreman', 0),
};

export type Labour = {
	/** Stock: skilled workers in the crews, by industry. */
	readonly skilled: Float64Array;
	/** Stock: unskilled workers in the crews, by industry. */
	readonly unskilled: Float64Array;
	/** Stock: foremen and engineers of the country's own, by industry. */
	readonly foremen: Float64Array;
	/** Stock: workers in the crews, without those away on courses, by industry. */
	readonly workers: Float64Array;
	/** Stock: months of full work done since the run began, by industry. */
	readonly experience: Float64Array;
	/** Trainees who are still at work beside their course, by industry: those who are to be foremen, and the others. */
	readonly skilledOnCourse: Float64Array;
	readonly othersOnCourse: Float64Array;
	/** People whom the industry would take on if the pool could give them, by industry. */
	readonly wanted: Float64Array;
	/** Flow: people taken on, by industry. */
	readonly hired: Float64Array;
	/** Flow: people hurt for good, by industry. */
	readonly hurt: Float64Array;
	/** Full crew of the working units, by industry. */
	readonly full: Float64Array;
	/** Crew that the industry would have if it could: of working units, and kept on at idle ones. */
	readonly target: Float64Array;
	/** Skilled work at hand as a share of need, by industry. */
	readonly skilledCover: Float64Array;
	/** Unskilled work at hand as a share of need, by industry. */
	readonly unskilledCover: Float64Array;
	/** Both covers to the power ρ of the CES, by industry; nothing where the CES is at its limit of elasticity 1. */
	readonly skilledPower: Float64Array;
	readonly unskilledPower: Float64Array;
	/** Share of potential that the crews allow, by industry. */
	readonly cover: Float64Array;
	/** Stock: skilled workers without a place; one entry. */
	readonly skilledPool: Float64Array;
	/** Stock: others who can be hired; one entry. */
	readonly unskilledPool: Float64Array;
	/** Stock: people hurt or gone from the country since the run began; one entry. */
	readonly gone: Float64Array;
	/** Stock: people who came to look for a place since the run began; one entry. */
	readonly came: Float64Array;
	/** Share of the crews at work; one entry. */
	readonly attendance: Float64Array;
};

export function newLabour({rows}: Structure): Labour {
	const of = (): Float64Array => new Float64Array(rows.industries);
	const one = (): Float64Array => new Float64Array(1);
	return {
		skilled: of(),
		unskilled: of(),
		foremen: of(),
		workers: of(),
		experience: of(),
		skilledOnCourse: of(),
		othersOnCourse: of(),
		wanted: of(),
		hired: of(),
		hurt: of(),
		full: of(),
		target: of(),
		skilledCover: of(),
		unskilledCover: of(),
		skilledPower: of(),
		unskilledPower: of(),
		cover: of(),
		skilledPool: one(),
		unskilledPool: one(),
		gone: one(),
		came: one(),
		attendance: one(),
	};
}

export function resetLabour({labour, p}: Economy): void {
	labour.skilled.set(p.industries.skilled);
	labour.unskilled.set(p.industries.unskilled);
	labour.foremen.set(p.industries.foremen);
	labour.skilledPool[0] = p.labour.skilledPool[0];
	labour.unskilledPool[0] = p.labour.unskilledPool[0];
}

/** Share of full skill that a crew has after so many months of full work. */
export const practised = (atFirst: number, experience: number, learning: number): number => atFirst + ((1 - atFirst) * experience) / (experience + learning);

/** Share of the crew that comes to work. */
export const attending = (usual: number, hunger: number, rations: number): number => usual * (1 - hunger * (1 - rations));

/** Who comes to look for a place, leaves, is hurt and is hired; then the share of potential that the crews allow. */
export function manCrews(economy: Economy): Step {
	return inTurn(economy, fillPools, loseWorkers, countPlaces, hire, countTrainees, coverCrews);
}

function fillPools({labour, p}: Economy): Step {
	const {skilledPool, unskilledPool, came, gone} = labour;
	return () => {
		const leaving = skilledPool[0] * p.labour.skilledOutflow[0];
		skilledPool[0] += p.labour.skilledInflow[0] - leaving;
		unskilledPool[0] += p.labour.unskilledInflow[0];
		came[0] += p.labour.skilledInflow[0] + p.labour.unskilledInflow[0];
		gone[0] += leaving;
	};
}

function loseWorkers({labour, p}: Economy): Step {
	const {skilled, unskilled, hurt, skilledPool, unskilledPool, gone} = labour;
	return () => {
		const accidents = p.labour.accidents[0] * (1 - p.labour.protection[0] * p.labour.safety[0]);
		for (let i = 0; i < skilled.length; i++) {
			const leaving = p.industries.attrition[i];
			hurt[i] = accidents * (skilled[i] + unskilled[i]);
			gone[0] += hurt[i];
			skilledPool[0] += skilled[i] * (1 - accidents) * leaving;
			unskilledPool[0] += unskilled[i] * (1 - accidents) * leaving;
			skilled[i] *= (1 - accidents) * (1 - leaving);
			unskilled[i] *= (1 - accidents) * (1 - leaving);
		}
	};
}

function countPlaces({labour, sites, structure, p}: Economy): Step {
	const {full, target} = labour;
	const {working} = sites;
	const {industry} = structure.sites;
	const {count, destroyed, crew} = p.sites;
	const {keptOn} = p.industries;
	return () => {
		full.fill(0);
		target.fill(0);
		for (let s = 0; s < working.length; s++) {
			const i = industry[s];
			const idle = count[s] - destroyed[s] - working[s];
			full[i] += working[s] * crew[s];
			target[i] += (working[s] + keptOn[i] * idle) * crew[s];
		}
	};
}

/** Where the skilled cannot be had, others are taken on in their place. */
function hire({labour, p}: Economy): Step {
	const {skilled, unskilled, workers, target, wanted, hired, skilledPool, unskilledPool} = labour;
	const {hiring, skilledShare} = p.industries;
	return () => {
		let skilledWanted = 0;
		for (let i = 0; i < skilled.length; i++) {
			wanted[i] = Math.max(0, Math.min(target[i] * skilledShare[i] - skilled[i], hiring[i] * target[i] * skilledShare[i]));
			skilledWanted += wanted[i];
		}
		const skilledGiven = coverOf(skilledPool[0], skilledWanted);
		skilledPool[0] -= skilledWanted * skilledGiven;
		let othersWanted = 0;
		for (let i = 0; i < skilled.length; i++) {
			hired[i] = wanted[i] * skilledGiven;
			skilled[i] += hired[i];
			wanted[i] = Math.max(0, Math.min(target[i] - skilled[i] - unskilled[i], hiring[i] * target[i] - hired[i]));
			othersWanted += wanted[i];
		}
		const othersGiven = coverOf(unskilledPool[0], othersWanted);
		unskilledPool[0] -= othersWanted * othersGiven;
		for (let i = 0; i < unskilled.length; i++) {
			const taken = wanted[i] * othersGiven;
			unskilled[i] += taken;
			hired[i] += taken;
			workers[i] = skilled[i] + unskilled[i];
		}
	};
}

function coverCrews(economy: Economy): Step {
	const {labour, uses, p} = economy;
	const {skilled, unskilled, workers, experience, full, target, skilledOnCourse, othersOnCourse, skilledCover, unskilledCover, cover, attendance} = labour;
	return () => {
		attendance[0] = attending(p.labour.attendance[0], p.labour.hunger[0], uses.rations[0]);
		for (let i = 0; i < cover.length; i++) {
			const needSkilled = full[i] * p.industries.skilledShare[i];
			const needUnskilled = full[i] - needSkilled;
			const practice = practised(p.industries.practice[i], experience[i], p.industries.learning[i]);
			const skilledAtWork = skilled[i] + skilledOnCourse[i];
			const spare = Math.max(0, skilledAtWork - needSkilled);
			const othersAtWork = unskilled[i] + othersOnCourse[i] + spare;
			skilledCover[i] = coverOf((skilledAtWork - spare) * attendance[0] * practice, needSkilled);
			unskilledCover[i] = coverOf(othersAtWork * attendance[0], needUnskilled);
			if (target[i] > 0) experience[i] += Math.min(1, workers[i] / target[i]) * (full[i] / target[i]);
		}
		substituteAll(skilledCover, unskilledCover, p.industries.skillWeight, p.labour.elasticity[0], labour.skilledPower, labour.unskilledPower, cover);
	};
}

function countTrainees({labour, training, structure, p}: Economy): Step {
	const {skilledOnCourse, othersOnCourse} = labour;
	const {pupils} = training;
	return () => {
		skilledOnCourse.fill(0);
		othersOnCourse.fill(0);
		for (let c = 0; c < structure.rows.courses; c++) {
			const atWork = structure.courses.foremen[c] === 1 ? skilledOnCourse : othersOnCourse;
			const left = 1 - p.courses.away[c];
			if (left === 0) continue;
			for (let i = 0; i < atWork.length; i++) atWork[i] += pupils[c * atWork.length + i] * left;
		}
	};
}
