/**
 * Training: in-service courses that make skilled workers of unskilled, and foremen of skilled workers.
 *
 *   instructors = specialists × voice × time in courses + foremen × time in courses     full-time persons
 *   room        = min(seats, instructors × class size) − attending
 *   intake      = min(room, candidates × (crew + attending) − attending, money / cost − attending)    persons
 *   passed(t)   = intake(t − duration) × passing; the others go back as they came
 *
 * The three limits follow the order in which courses are in fact held up: rooms and teachers, people, money.
 */
import {constant, monthly, share} from './field.ts';
import {workOf} from './specialists.ts';
import type {Economy} from './state.ts';
import type {Step} from './step.ts';
import type {Structure} from './structure.ts';

export const courseFields = {
	seats: monthly('persons', 'places in the courses', {otherwise: 0}),
	classSize: constant('persons/persons', 'trainees that one full-time instructor can teach', {min: 0.1}),
	duration: constant('month', 'length of the course', {whole: true, min: 1, max: 36}),
	passing: share('monthly', 'share of those who end the course that passes the examination'),
	cost: monthly('yen/persons/month', 'cost of one trainee', {otherwise: 0}),
	candidates: share('monthly', 'share of the crews that can be let go to courses at once'),
	foremanTeaching: share('monthly', 'share of a foreman’s time that is given to this course', 0),
	away: share('constant', 'share of a trainee’s working time that is lost to the crew'),
	instruction: share('monthly', 'share of the specialists’ time in courses that goes to this one'),
};

export type Training = {
	/** Flow: people who begin this month, by course. */
	readonly intake: Float64Array;
	/** Stock: people in the course, by course. */
	readonly attending: Float64Array;
	/** Flow: people who pass this month, by course. */
	readonly passed: Float64Array;
	/** Stock: people who have passed since the run began, by course. */
	readonly trained: Float64Array;
	/** Stock: people who have begun since the run began, by course. */
	readonly begun: Float64Array;
	/** Teachers, as full-time people, by course. */
	readonly instructors: Float64Array;
	/** Stock: people in the course, course by course and industry by industry. */
	readonly pupils: Float64Array;
	/** Memory: intake of each month so far, month by month, course by course, industry by industry. */
	readonly entered: Float64Array;
};

export function newTraining({rows, months}: Structure): Training {
	const of = (): Float64Array => new Float64Array(rows.courses);
	const cells = rows.courses * rows.industries;
	return {
		intake: of(),
		attending: of(),
		passed: of(),
		trained: of(),
		begun: of(),
		instructors: of(),
		pupils: new Float64Array(cells),
		entered: new Float64Array(cells * months),
	};
}

/** Those whose time is up go back to their crews, passed or not; then new people begin. */
export function holdCourses(economy: Economy): Step {
	return t => {
		const specialists = workOf(economy.specialists, economy.p.professions.instruction);
		for (let c = 0; c < economy.structure.rows.courses; c++) {
			endCourse(economy, c, t);
			economy.training.instructors[c] = instructorsOf(economy, c, specialists);
			beginCourse(economy, c, t);
		}
	};
}

function endCourse({training, labour, structure, p}: Economy, c: number, t: number): void {
	const {pupils, entered, attending, passed, trained} = training;
	const industries = structure.rows.industries;
	passed[c] = 0;
	const begun = t - p.courses.duration[c];
	if (begun < 0) return;
	const first = (begun * structure.rows.courses + c) * industries;
	const forForemen = structure.courses.foremen[c] === 1;
	const from = forForemen ? labour.skilled : labour.unskilled;
	const to = forForemen ? labour.foremen : labour.skilled;
	for (let i = 0; i < industries; i++) {
		const leaving = entered[first + i];
		const passing = leaving * p.courses.passing[c];
		pupils[c * industries + i] -= leaving;
		attending[c] -= leaving;
		to[i] += passing;
		from[i] += leaving - passing;
		passed[c] += passing;
	}
	trained[c] += passed[c];
}

/** Teachers of a course, as full-time people. */
function instructorsOf({labour, p}: Economy, c: number, specialists: number): number {
	let teachers = specialists * p.courses.instruction[c];
	const each = p.courses.foremanTeaching[c];
	if (each > 0) for (let i = 0; i < labour.foremen.length; i++) teachers += labour.foremen[i] * each;
	return teachers;
}

function beginCourse({training, labour, funds, structure, p}: Economy, c: number, t: number): void {
	const {pupils, entered, attending, intake, begun, instructors} = training;
	const industries = structure.rows.industries;
	const crew = structure.courses.foremen[c] === 1 ? labour.skilled : labour.unskilled;
	const letGo = p.courses.candidates[c];
	let candidates = 0;
	for (let i = 0; i < industries; i++) candidates += candidatesOf(letGo, crew[i], pupils[c * industries + i]);

	const places = Math.min(p.courses.seats[c], instructors[c] * p.courses.classSize[c], funds.affordable[c]);
	intake[c] = Math.max(0, Math.min(places - attending[c], candidates));
	for (let i = 0; i < industries; i++) {
		const begins = Math.min(crew[i], candidates === 0 ? 0 : (intake[c] * candidatesOf(letGo, crew[i], pupils[c * industries + i])) / candidates);
		crew[i] -= begins;
		pupils[c * industries + i] += begins;
		entered[(t * structure.rows.courses + c) * industries + i] = begins;
	}
	attending[c] += intake[c];
	begun[c] += intake[c];
}

/** People a crew can still let go when so many are away already. */
export const candidatesOf = (letGo: number, crew: number, away: number): number => Math.max(0, letGo * (crew + away) - away);
