/** Sweeping: an outcome at every station of one way, or of two that cross. */
import {columnsFor} from '../run/columns.ts';
import {evaluate, simulate} from '../run/simulate.ts';
import type {Outcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {stations, type Way} from './vary.ts';

export type Sweep = {
	readonly ways: readonly Way[];
	/** Where the runs were made: a list of values for each way. */
	readonly stations: readonly (readonly number[])[];
	readonly outcomes: readonly Outcome[];
	/** A row for each run, the last way turning fastest: a number for each outcome; NaN where the run failed. */
	readonly values: readonly (readonly number[])[];
};

/** More runs than these are an ensemble's work. */
export const mostRuns = 20_000;

/** Run every station; `counts` are the stations of each way. Throws ColumnError. */
export function sweep(program: Program, ways: readonly Way[], counts: readonly number[], outcomes: readonly Outcome[]): Sweep {
	const columns = columnsFor(program, outcomes);
	const along = ways.map((way, w) => stations(way, counts[w]));
	const values = crossings(along).map(place => {
		const vector = program.vector.slice();
		ways.forEach((way, w) => {
			way.set(vector, place[w]);
		});
		try {
			const series = simulate(program, columns, {vector});
			return outcomes.map(outcome => evaluate(series, outcome) ?? Number.NaN);
		} catch {
			return outcomes.map(() => Number.NaN);
		}
	});
	return {ways, stations: along, outcomes, values};
}

/** Every combination of one value of each list, the last turning fastest. */
export const crossings = (lists: readonly (readonly number[])[]): readonly (readonly number[])[] =>
	lists.reduce<readonly (readonly number[])[]>((found, list) => found.flatMap(before => list.map(value => [...before, value])), [[]]);
