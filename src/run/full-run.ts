/** One run with everything written down: every column, and the account of what was lost and why. */
import {slotOf, type TableName} from '../economy/parameters.ts';
import type {Outcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {allColumns, ColumnError, columnFor, distinct} from './columns.ts';
import {applyHits, drawHits, type Hit} from './draws.ts';
import {type LossColumn, lossColumns} from './losses.ts';
import type {Column, Series} from './series.ts';
import {simulate} from './simulate.ts';

export type FullRun = {
	readonly program: Program;
	/** The parameters it ran on: the scenario's, with the shocks drawn. */
	readonly vector: Float64Array;
	/** Without a seed nothing is drawn. */
	readonly seed: string | undefined;
	readonly hits: readonly Hit[];
	readonly series: Series;
	/** The columns of the loss account; the rest of the series are what the economy was and did. */
	readonly losses: readonly LossColumn[];
};

/** Run a scenario once; with a seed, under the shocks that the seed brings. */
export function fullRun(program: Program, seed?: string): FullRun {
	const hits = seed === undefined ? [] : drawHits(program, seed, 0);
	return {...runOn(program, seed === undefined ? program.vector : applyHits(program, hits)), seed, hits};
}

/** Run a scenario on other parameters than its own, with everything written down. Length of the vector: `program.layout.length`. */
export function runOn(program: Program, vector: Float64Array): FullRun {
	const {columns, losses} = columnsOf(program);
	return {program, vector, seed: undefined, hits: [], series: simulate(program, columns, {losses: true, vector}), losses};
}

type Columns = {readonly columns: readonly Column[]; readonly losses: readonly LossColumn[]};

/** The columns of a program are named once, however often it is run. */
const named = new WeakMap<Program, Columns>();

function columnsOf(program: Program): Columns {
	const known = named.get(program);
	if (known) return known;
	const losses = lossColumns(program);
	const columns = distinct([...allColumns(program), ...namedColumns(program), ...losses]);
	named.set(program, {columns, losses});
	return {columns, losses};
}

/** The columns that the scenario's facts and plan name, groups of entities among them. Throws one ColumnError for all that are not there. */
function namedColumns(program: Program): Column[] {
	const named: (readonly [string, Outcome | undefined])[] = program.plan.map(({id, outcome}) => [`the plan's ${id}`, outcome]);
	for (const {id, readings} of program.facts) for (const {outcome, over} of readings) named.push([`the fact ${id}`, outcome], [`the fact ${id}`, over]);
	const missing: string[] = [];
	const columns = named.flatMap(([by, outcome]) => {
		try {
			return outcome ? [columnFor(program, outcome.entity, outcome.quantity)] : [];
		} catch (error) {
			if (!(error instanceof ColumnError)) throw error;
			missing.push(`${by}: ${error.message}`);
			return [];
		}
	});
	if (missing.length > 0) throw new ColumnError([...new Set(missing)].join('\n'));
	return columns;
}

/** A column with its values, one a month. */
export type Track = {readonly column: Column; readonly values: Float64Array};

/** A run whose columns can be found by their names. */
export type Traced = {readonly run: FullRun; readonly track: (entity: string, quantity: string) => Track | undefined};

/** A run with its columns made ready to be found. */
export const traced = (run: FullRun): Traced => ({run, track: tracksByName(run.series)});

/** Finds a column of a run by its name; undefined if the run has no such column. */
export function tracksByName({columns, values}: Series): (entity: string, quantity: string) => Track | undefined {
	const byName = placesOf(columns);
	return (entity, quantity) => {
		const c = byName.get(`${entity}.${quantity}`);
		return c === undefined ? undefined : {column: columns[c], values: values[c]};
	};
}

/** Where the columns stand by name: the same for every run that keeps the same columns. */
const places = new WeakMap<readonly Column[], ReadonlyMap<string, number>>();

function placesOf(columns: readonly Column[]): ReadonlyMap<string, number> {
	const known = places.get(columns);
	if (known) return known;
	const found = new Map(columns.map(({entity, quantity}, c) => [`${entity}.${quantity}`, c]));
	places.set(columns, found);
	return found;
}

/** What a row of a table of parameters is worth in each month of a run. */
export function parameterByMonth({program, vector}: Pick<FullRun, 'program' | 'vector'>, table: TableName, name: string, row: number): Float64Array {
	const place = program.layout.places.find(p => p.table === table && p.name === name);
	if (!place) throw new Error(`the economy has no ${table}.${name}`);
	return Float64Array.from({length: program.layout.months}, (_, month) => vector[slotOf(program.layout, place, row, month)]);
}
