/** Evaluating points: a run for each, and of each run the numbers that were asked for. The same work is done here or in a worker. */
import {columnsFor} from '../run/columns.ts';
import {evaluate, simulate} from '../run/simulate.ts';
import {type Outcome, parseOutcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {FactorError} from './factors.ts';
import {type Draws, type Members, membersOf} from './member.ts';
import {columnsOf, misfitOf, targetsOf} from './misfit.ts';
import {scoreFacts} from './score.ts';

/** What is asked of a run: outcomes as they are written, or how far it is from the target facts. */
export type Measure = {readonly outcomes: readonly string[]} | 'targets';

/**
 * Points of the cube to evaluate, one after another in one array; `first` is the member that the first of them is. Where sets of
 * causes are given, every point is run with each of them relieved.
 */
export type Batch = Draws & {readonly measure: Measure; readonly points: Float64Array; readonly first: number; readonly sets?: readonly (readonly number[])[]};

export type Results = {
	/** A row of numbers for each run, point by point and set by set, in the order of the measure; NaN where the run failed. */
	readonly values: Float64Array;
	readonly width: number;
	/** The runs that failed, by their row, and why. */
	readonly failed: readonly {readonly point: number; readonly why: string}[];
};

/** Run every point of a batch. Throws ScenarioError, FactorError, ColumnError for what was asked wrongly; a run that fails is a row. */
export function evaluateBatch(batch: Batch): Results {
	const {members, measure} = readyFor(batch);
	const {program, factors, vectorOf} = members;
	const {sets = [[]]} = batch;
	const dimensions = factors.length;
	const points = dimensions === 0 ? batch.points.length : batch.points.length / dimensions;
	const values = new Float64Array(points * sets.length * measure.width).fill(Number.NaN);
	const failed: {point: number; why: string}[] = [];
	for (let row = 0; row < points * sets.length; row++) {
		const point = Math.floor(row / sets.length);
		try {
			const vector = vectorOf(batch.points.subarray(point * dimensions, (point + 1) * dimensions), batch.first + point, sets[row % sets.length]);
			values.set(measure.of(program, vector), row * measure.width);
		} catch (error) {
			failed.push({point: row, why: error instanceof Error ? error.message : String(error)});
		}
	}
	return {values, width: measure.width, failed};
}

/** Points handed out so many at a time, each lot with the number of its first. */
export function* inLots(points: readonly Float64Array[], size: number): Generator<Pick<Batch, 'points' | 'first'>> {
	for (let first = 0; first < points.length; first += size) {
		const some = points.slice(first, first + size);
		const joined = new Float64Array(some.length * some[0].length);
		some.forEach((point, p) => {
			joined.set(point, p * point.length);
		});
		yield {points: joined, first};
	}
}

type Measuring = {readonly width: number; readonly of: (program: Program, vector: Float64Array) => ArrayLike<number>};

/** What was made ready for the last batch serves the next, as long as it asks for the same. */
let ready: {readonly name: string; readonly members: Members; readonly measure: Measuring} | undefined;

function readyFor({points: _, first: __, sets: ___, measure, ...draws}: Batch): {readonly members: Members; readonly measure: Measuring} {
	const name = JSON.stringify([draws, measure]);
	if (ready?.name === name) return ready;
	const members = membersOf(draws);
	ready = {name, members, measure: measure === 'targets' ? targetMeasure(members.program) : outcomeMeasure(members.program, measure.outcomes)};
	return ready;
}

/** The misfit, and then what each reading of each target came to. */
function targetMeasure(program: Program): Measuring {
	const facts = targetsOf(program);
	const columns = columnsOf(program, facts);
	const width = 1 + facts.reduce((sum, {readings}) => sum + readings.length, 0);
	const of = (_: Program, vector: Float64Array): number[] => {
		const series = simulate(program, columns, {vector});
		return [misfitOf(program, series, facts), ...scoreFacts(program, series, facts).map(({simulated}) => simulated ?? Number.NaN)];
	};
	return {width, of};
}

function outcomeMeasure(program: Program, texts: readonly string[]): Measuring {
	const outcomes = texts.map(outcomeOf);
	const columns = columnsFor(program, outcomes);
	const of = (_: Program, vector: Float64Array): number[] => {
		const series = simulate(program, columns, {vector});
		return outcomes.map(outcome => evaluate(series, outcome) ?? Number.NaN);
	};
	return {width: outcomes.length, of};
}

/** Read an outcome. Throws FactorError with what is wrong with it. */
export function outcomeOf(text: string): Outcome {
	const outcome = parseOutcome(text);
	if (typeof outcome === 'string') throw new FactorError(outcome);
	return outcome;
}
