/** What one more unit would have been worth: a run with it and a run without, quarter by quarter of when it comes. */
import {columnsFor} from '../../run/columns.ts';
import {evaluate, simulate} from '../../run/simulate.ts';
import {addExtra} from '../../scenario/extras.ts';
import type {Outcome} from '../../scenario/outcome.ts';
import type {Extra, Program} from '../../scenario/program.ts';

export type Worth = {
	readonly extra: Extra;
	/** The month in which it comes, the first of a quarter, counted from year 0. */
	readonly month: number;
	/** What it adds to each outcome. */
	readonly gains: readonly number[];
};

/** The months in which calendar quarters begin in a run, the run's first being 0. */
export const quarters = ({start, layout}: Program): readonly number[] =>
	Array.from({length: layout.months}, (_, t) => t).filter(t => t === 0 || (start + t) % 3 === 0);

/** The worth of every extra of the scenario in every quarter, over these parameters. Outcomes that lie outside the run are NaN. */
export function worths(program: Program, outcomes: readonly Outcome[], vector: Float64Array = program.vector): readonly Worth[] {
	const columns = columnsFor(program, outcomes);
	const measure = (parameters: Float64Array): number[] => {
		const series = simulate(program, columns, {vector: parameters});
		return outcomes.map(outcome => evaluate(series, outcome) ?? Number.NaN);
	};
	const without = measure(vector);
	const gainsOf = (extra: Extra, month: number): number[] => {
		const more = vector.slice();
		addExtra(more, extra, month);
		return measure(more).map((value, o) => value - without[o]);
	};
	return program.extras.flatMap(extra => quarters(program).map(month => ({extra, month: program.start + month, gains: gainsOf(extra, month)})));
}
