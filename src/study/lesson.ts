/** The runs of a lesson, and what they say of its predictions. A prediction is judged by a run, never by the file. */
import {columnFor} from '../run/columns.ts';
import {type FullRun, runOn} from '../run/full-run.ts';
import type {Column} from '../run/series.ts';
import {evaluate, simulate} from '../run/simulate.ts';
import {baselineRun, type Lesson, ownRun, type PredictStep} from '../scenario/lesson.ts';
import {moveLever} from '../scenario/levers.ts';
import type {Outcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {signOf} from './compare.ts';

/** The runs of a lesson by id, the learner's own among them. */
export type Runs = (id: string) => FullRun;

/** A lesson with its runs, each made when it is first asked for and then kept. */
export type Course = {
	readonly lesson: Lesson;
	/** The lesson's runs; `own` is the learner's, the baseline if not given. Throws BalanceError, RuleError. */
	readonly runs: (own?: FullRun) => Runs;
	/** The scenario with levers where they are put. */
	readonly runAt: (positions: ReadonlyMap<string, number>) => FullRun;
};

/** Make a lesson ready to be taken. */
export function courseOf(lesson: Lesson): Course {
	const made = new Map<string, FullRun>();
	const runOf = (id: string): FullRun => {
		const known = made.get(id);
		if (known) return known;
		const asked = lesson.runs.get(id);
		const run = asked ? runMoved(lesson.programs.get(asked.file) ?? lesson.program, asked.positions) : runOn(lesson.program, lesson.program.vector);
		made.set(id, run);
		return run;
	};
	const moved = (positions: ReadonlyMap<string, number>): FullRun => {
		const name = JSON.stringify([...positions].sort());
		const run = made.get(name) ?? runMoved(lesson.program, positions);
		made.set(name, run);
		return run;
	};
	return {
		lesson,
		runs: own => id => (id === ownRun && own ? own : runOf(id === ownRun ? baselineRun : id)),
		runAt: positions => (positions.size === 0 ? runOf(baselineRun) : moved(positions)),
	};
}

/** Levers are moved in the order of the program, as where two move the same number the later has its way. */
function runMoved(program: Program, positions: ReadonlyMap<string, number>): FullRun {
	const vector = program.vector.slice();
	for (const lever of program.levers) {
		const position = positions.get(lever.id);
		if (position !== undefined) moveLever(vector, lever, position);
	}
	return runOn(program, vector);
}

/** An outcome of a run, and the column that it is read from. */
export type Figure = {readonly value: number; readonly column: Column; readonly outcome: Outcome};

const columns = new WeakMap<FullRun, Map<string, Figure>>();

/** An outcome of a run; of a group too, for which the run has no column of its own. */
export function figureOf(run: FullRun, outcome: Outcome): Figure {
	const known = columns.get(run) ?? new Map<string, Figure>();
	columns.set(run, known);
	const before = known.get(outcome.text);
	if (before) return before;
	const column = columnFor(run.program, outcome.entity, outcome.quantity);
	const value = evaluate(run.series, outcome) ?? evaluate(simulate(run.program, [column], {vector: run.vector}), outcome) ?? Number.NaN;
	const figure = {value, column, outcome};
	known.set(outcome.text, figure);
	return figure;
}

/** By which share an outcome differs from what it is beside; 0 where both are alike to the last bits. */
export function changeOf(run: FullRun, beside: FullRun, outcome: Outcome): number {
	const [before, after] = [figureOf(beside, outcome).value, figureOf(run, outcome).value];
	if (signOf(before, after) === '0') return 0;
	return before === 0 ? Math.sign(after) * Number.POSITIVE_INFINITY : (after - before) / Math.abs(before);
}

/** Ids of what can be answered to a question of sign, in the order in which they are offered. */
export const signs = ['more', 'same', 'less'] as const;

/** The id of the choice between two bounds of a question of size, by how many bounds lie below it. */
export const between = (below: number): string => `between-${below}`;

/** The ids of what can be answered, in order. */
export function choiceIds({asked}: PredictStep): readonly string[] {
	if (asked.how === 'sign') return signs;
	if (asked.how === 'size') return Array.from({length: asked.bounds.length + 1}, (_, below) => between(below));
	return asked.choices.map(({id}) => id);
}

/** The choice that the runs bear out. */
export function answerOf({asked}: PredictStep, runs: Runs): string {
	if (asked.how === 'which') {
		const values = asked.choices.map(({id, run, outcome}) => ({id, value: figureOf(runs(run), outcome).value}));
		const better = (a: number, b: number): boolean => (asked.find === 'greatest' ? b > a : b < a);
		return values.reduce((best, one) => (better(best.value, one.value) ? one : best)).id;
	}
	const change = changeOf(runs(asked.run), runs(asked.beside), asked.outcome);
	if (asked.how === 'size') return between(asked.bounds.filter(bound => bound <= change).length);
	return Math.abs(change) < asked.alike || change === 0 ? 'same' : change > 0 ? 'more' : 'less';
}
