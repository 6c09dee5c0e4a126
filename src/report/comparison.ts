/** Runs beside one another: outcomes with their differences, where the runs part, and what became of expectations. */
import {formatMonth} from '../scenario/calendar.ts';
import type {Change, Program} from '../scenario/program.ts';
import {type Contender, divergence, type Figure, type Judgement, type Parting, signOf} from '../study/compare.ts';
import {formatNumber} from './number.ts';
import {scaled} from './scale.ts';
import type {Cell, Table, TableColumn} from './table.ts';

/** The unit of an outcome: of a flow that is summed, that of what has flowed. */
export function unitOf({outcome, column}: Figure): string {
	if (column.unit === '1') return '';
	return column.kind === 'flow' && outcome.reduce === 'sum' ? column.unit.replace(/\/month$/, '') : column.unit;
}

/**
 * For people: a column a run and beside it how it differs from the first, of several runs in per cent alone; outcomes that
 * differ nowhere are only counted.
 */
export function comparisonTable(contenders: readonly Contender[], all: readonly Figure[], always: ReadonlySet<string>): Table {
	const shown = all.filter(figure => always.has(figure.outcome.text) || differs(figure));
	const [first, ...others] = contenders.map(({name}) => name);
	const headings: TableColumn[] =
		others.length > 1 ? others.flatMap(name => [{name}, {name: '%'}]) : [{name: others[0] ?? ''}, {name: 'difference'}, {name: '%'}];
	const same = all.length - shown.length;
	return {
		name: 'comparison',
		title: `${others.join(', ')} beside ${first}`,
		columns: [{name: 'outcome'}, {name: 'unit'}, {name: first}, ...headings],
		rows: shown.map(wideRow),
		notes: same > 0 ? [`${same} more outcomes are the same in all runs.`] : [],
	};
}

const differs = ({values}: Figure): boolean => values.some(value => value === undefined || signOf(values[0] ?? Number.NaN, value) !== '0');

function wideRow(figure: Figure): Cell[] {
	const known = figure.values.filter(value => value !== undefined);
	const {unit} = scaled(unitOf(figure), known);
	const by = known.length === 0 ? 1 : scaleOf(unitOf(figure), known);
	const [base, ...others] = figure.values.map(value => (value === undefined ? undefined : value / by));
	return [
		figure.outcome.text,
		unit,
		base,
		...others.flatMap(value => (others.length > 1 ? [value, percent(base, value)] : [value, difference(base, value), percent(base, value)])),
	];
}

function scaleOf(unit: string, values: readonly number[]): number {
	const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	return largest === 0 ? 1 : Math.round(largest / Math.max(...scaled(unit, values).values.map(Math.abs)));
}

const difference = (base: number | undefined, value: number | undefined): number | undefined =>
	base === undefined || value === undefined ? undefined : signOf(base, value) === '0' ? 0 : value - base;

const percent = (base: number | undefined, value: number | undefined): number | undefined => {
	const by = difference(base, value);
	return by === undefined || base === undefined || base === 0 ? undefined : (by / Math.abs(base)) * 100;
};

/** For programs: a row for each outcome of each run. */
export const outcomesTable = (contenders: readonly Contender[], all: readonly Figure[]): Table => ({
	name: 'outcomes',
	title: 'Outcomes',
	columns: ['outcome', 'unit', 'run', 'value', 'difference', 'percent'].map(name => ({name})),
	rows: all.flatMap(figure =>
		contenders.map(({name}, i): Cell[] => [
			figure.outcome.text,
			unitOf(figure),
			name,
			figure.values[i],
			i === 0 ? undefined : difference(figure.values[0], figure.values[i]),
			i === 0 ? undefined : percent(figure.values[0], figure.values[i]),
		]),
	),
});

/** `coal-fit: first differs in 1946-04, in 12 of 1,204 columns; the 7 months before are bit-identical.` */
export function partingLine(base: Contender, here: Contender, {month, differing, shared}: Parting): string {
	const start = Math.max(base.series.start, here.series.start);
	const from = divergence(here.program);
	const columns = formatNumber(shared);
	if (month === undefined) return `${here.name}: nothing differs from ${base.name} in any of ${columns} columns and ${here.series.months} months.`;
	const first = `${here.name}: first differs from ${base.name} in ${formatMonth(month)}, in ${formatNumber(differing)} of ${columns} columns`;
	if (from === undefined) return `${first}; ${identical(month - start)}.`;
	const kept =
		month >= from
			? `the ${from - start} months before its divergence in ${formatMonth(from)} are bit-identical`
			: `THE MONTHS BEFORE ITS DIVERGENCE IN ${formatMonth(from)} ARE NOT IDENTICAL`;
	return `${first}; ${kept}.`;
}

const identical = (months: number): string =>
	months === 0 ? 'it is the first of the run, so that none lies before it' : `the ${months} months before are bit-identical`;

/** What the what-ifs changed, for people: what was done to which value, and when. `show` tells why. */
export const changesInShort = (contenders: readonly {readonly name: string; readonly program: Program}[]): Table => {
	const {rows, ...table} = changesTable(contenders);
	const kept = ['run', 'path', 'operation', 'by', 'from', 'until'].map(name => table.columns.findIndex(column => column.name === name));
	return {...table, columns: kept.map(c => table.columns[c]), rows: rows.map(row => kept.map(c => row[c]))};
};

/** What the what-ifs changed, a row a change. */
export const changesTable = (contenders: readonly {readonly name: string; readonly program: Program}[]): Table => ({
	name: 'changes',
	title: 'What was changed',
	columns: ['run', 'what-if', 'path', 'operation', 'by', 'from', 'until', 'values', 'why', 'where'].map(name => ({name})),
	rows: contenders.flatMap(({name, program}) =>
		program.overlays.flatMap(({title, changes}) =>
			changes.map(({path, operation, text, from, until, paths, sources, reason, spot}): Cell[] => [
				name,
				title,
				path,
				operation,
				operation === 'remove' ? '' : text,
				from === undefined ? '' : formatMonth(from),
				until === undefined ? '' : formatMonth(until),
				paths.length,
				[...sources, reason ?? ''].filter(why => why !== '').join('; '),
				`${spot.file}:${spot.line}`,
			]),
		),
	),
});

/** Below half a per cent a difference has the sign that was expected and little else. */
const SLIGHT = 0.005;

const words = {'+': 'more', '-': 'less', '0': 'no change'} as const;

/** `coal-fit: expected more of pig-iron.made@1947:sum than historical has; it holds: 46,000 t against 41,000 t (+12.2 %).` */
export function judgementLine(name: string, base: string, {expectation: {outcome, sign}, here, base: before, sign: found, holds}: Judgement): string {
	const share = before === 0 || found === '0' ? '' : ` (${here > before ? '+' : '−'}${formatNumber(Math.abs((here - before) / before) * 100)} %)`;
	const slight = found !== '0' && before !== 0 && Math.abs((here - before) / before) < SLIGHT;
	const verdict = holds ? (slight ? 'it holds, but hardly' : 'it holds') : 'IT DOES NOT HOLD';
	const numbers = `${formatNumber(here)} against ${formatNumber(before)}${share}`;
	return `${name}: expected ${words[sign]} of ${outcome.text} than in ${base}; ${verdict}: ${numbers}.`;
}

/** The judgements as data. */
export const expectationsTable = (rows: readonly {readonly name: string; readonly base: string; readonly judgement: Judgement}[]): Table => ({
	name: 'expectations',
	title: 'Expectations',
	columns: ['run', 'base', 'outcome', 'expected', 'found', 'base-value', 'value', 'holds'].map(name => ({name})),
	rows: rows.map(({name, base, judgement}) => [
		name,
		base,
		judgement.expectation.outcome.text,
		judgement.expectation.sign,
		judgement.sign,
		judgement.base,
		judgement.here,
		judgement.holds ? 'yes' : 'no',
	]),
});

/** `src.yaml:12:3  no-effect  ...`, as problems are written, of a change that moved no series. */
export const noEffectLine = ({path, spot}: Change): string =>
	`${spot.file}:${spot.line}:${spot.column}  no-effect  the change of ${path} moves no series of the run`;
