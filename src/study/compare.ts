/**
 * Comparing runs: outcomes side by side, the first month in which anything differs, and whether what-ifs did what was expected of them.
 *
 * Runs are compared column by column and bit by bit. Before a point of divergence nothing may differ at all.
 */
import {allColumns, ColumnError, columnFor} from '../run/columns.ts';
import type {Column, Series} from '../run/series.ts';
import {evaluate, simulate} from '../run/simulate.ts';
import type {Outcome} from '../scenario/outcome.ts';
import type {Expectation, Program} from '../scenario/program.ts';

/** A program that was run, under the name that it has in tables. */
export type Contender = {readonly name: string; readonly program: Program; readonly series: Series};

/** Run a program and keep every column, and those that the outcomes name. */
export function contender(name: string, program: Program, outcomes: readonly Outcome[], vector = program.vector): Contender {
	const columns = [...allColumns(program), ...groupColumns(program, outcomes)];
	return {name, program, series: simulate(program, columns, {vector})};
}

/** Groups are no entities of their own and have no columns unless an outcome asks for one. */
function groupColumns(program: Program, outcomes: readonly Outcome[]): Column[] {
	const asked = outcomes.filter(({entity}) => program.entities.get(entity)?.kind === 'group');
	return asked.flatMap(({entity, quantity}) => columnOr(program, entity, quantity) ?? []);
}

/** The column of an outcome; undefined where a program has none, as when another scenario has other goods. */
export function columnOr(program: Program, entity: string, quantity: string): Column | undefined {
	try {
		return columnFor(program, entity, quantity);
	} catch (error) {
		if (error instanceof ColumnError) return undefined;
		throw error;
	}
}

export type Figure = {
	readonly outcome: Outcome;
	/** Of the columns in all runs that have it. */
	readonly column: Column;
	/** A value for each contender; undefined where it has no such outcome. */
	readonly values: readonly (number | undefined)[];
};

/** The outcomes in each run; those that no run has are left out. */
export function figures(contenders: readonly Contender[], outcomes: readonly Outcome[]): readonly Figure[] {
	const distinct = [...new Map(outcomes.map(outcome => [outcome.text, outcome])).values()];
	return distinct.flatMap(outcome => {
		const column = contenders.map(({program}) => columnOr(program, outcome.entity, outcome.quantity)).find(found => found !== undefined);
		const values = contenders.map(({series}) => evaluate(series, outcome));
		return column && values.some(value => value !== undefined) ? [{outcome, column, values}] : [];
	});
}

export type Parting = {
	/** The first month in which a column differs, counted from year 0; undefined if none ever does. */
	readonly month: number | undefined;
	/** How many columns differ in it, of how many that both runs have. */
	readonly differing: number;
	readonly shared: number;
};

/** Where two runs part, over the months and columns that both have. */
export function parting(a: Series, b: Series): Parting {
	const others = new Map(b.columns.map(({entity, quantity}, c) => [`${entity}.${quantity}`, b.values[c]]));
	const pairs = a.columns.flatMap(({entity, quantity}, c) => {
		const other = others.get(`${entity}.${quantity}`);
		return other ? [[a.values[c], other] as const] : [];
	});
	const end = Math.min(a.start + a.months, b.start + b.months);
	for (let month = Math.max(a.start, b.start); month < end; month++) {
		const differing = pairs.filter(([x, y]) => !Object.is(x[month - a.start], y[month - b.start])).length;
		if (differing > 0) return {month, differing, shared: pairs.length};
	}
	return {month: undefined, differing: 0, shared: pairs.length};
}

/** The month in which a program may first depart from its scenario; undefined where it may in the first. */
export function divergence({overlays}: Program): number | undefined {
	const months = overlays.flatMap(({changes}) => changes.map(({from}) => from));
	if (months.length === 0 || months.includes(undefined)) return undefined;
	return Math.min(...months.filter(month => month !== undefined));
}

export type Judgement = {
	readonly expectation: Expectation;
	readonly base: number;
	readonly here: number;
	readonly sign: '+' | '-' | '0';
	readonly holds: boolean;
};

/** Whether outcomes moved as expected from one run to another; those that lie outside the run are left out. */
export function judge(base: Contender, here: Contender, expectations: readonly Expectation[]): readonly Judgement[] {
	return expectations.flatMap(expectation => {
		const [before, after] = [base, here].map(({series}) => evaluate(series, expectation.outcome));
		if (before === undefined || after === undefined) return [];
		const sign = signOf(before, after);
		return [{expectation, base: before, here: after, sign, holds: sign === expectation.sign}];
	});
}

/** Room for the last bits of a calculation. */
const dust = 1e-9;

/** Whether a number is more than another, less, or the same but for the last bits. */
export function signOf(before: number, after: number): '+' | '-' | '0' {
	const difference = after - before;
	if (Math.abs(difference) <= dust * Math.max(Math.abs(before), Math.abs(after))) return '0';
	return difference > 0 ? '+' : '-';
}
