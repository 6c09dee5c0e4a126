/** The effective scenario as tables: every number with its months, unit, ground, range and place. */
import {formatMonth} from '../scenario/calendar.ts';
import type {Origin, Program, Spot} from '../scenario/program.ts';
import {type Difference, type Stretch, stretchesOf} from '../scenario/stretches.ts';
import type {Cell, Table, TableColumn} from './table.ts';

/** For people, numbers as they would be written, and a value with many stretches in one line; for programs, all of it as numbers. */
export type Manner = {readonly forPeople: boolean};

const names = (...all: string[]): TableColumn[] => all.map(name => ({name}));

/** Beyond this, a list for people says only how far a value goes. */
const mostStretches = 6;

/** Numbers with these paths, a row for each stretch of months in which one stays the same. */
export function valuesTable(program: Program, paths: readonly string[], {forPeople}: Manner): Table {
	const ground = forPeople ? names('why') : names('source', 'reason');
	const rows = paths.flatMap(path => {
		const origin = program.origins.get(path) as Origin;
		const stretches = stretchesOf(program, origin);
		if (forPeople && paths.length > 1 && stretches.length > mostStretches) return [summaryRow(program, origin, stretches)];
		return stretches.map(stretch => valueRow(program, origin, stretch, forPeople));
	});
	return {
		name: 'values',
		title: `${program.title}: values`,
		columns: [...names('path', 'from', 'until', 'value', 'unit', 'range', 'status'), ...ground, ...names('where')],
		rows,
	};
}

function valueRow(program: Program, origin: Origin, {from, until, value}: Stretch, forPeople: boolean): Cell[] {
	const range = rangeText(origin, from === undefined ? 0 : from - program.start);
	const why = standing(program, origin, from);
	return [
		origin.path,
		monthText(from),
		monthText(until),
		valueCell(origin, value, forPeople),
		unitText(origin),
		range,
		statusOf(origin),
		...ground(why, forPeople),
		whereText(why.spot),
	];
}

function summaryRow(program: Program, origin: Origin, stretches: readonly Stretch[]): Cell[] {
	const values = stretches.map(({value}) => value);
	const spread = `${stretches.length} values, ${plain(Math.min(...values))} to ${plain(Math.max(...values))}`;
	const last = program.start + program.layout.months - 1;
	return [
		origin.path,
		formatMonth(program.start),
		formatMonth(last),
		spread,
		unitText(origin),
		rangeText(origin, 0),
		statusOf(origin),
		...ground(origin, true),
		whereText(origin.spot),
	];
}

/** Why a number is what it is from a month on, and where that stands: the last what-if that changed it then, or the scenario. */
function standing({overlays}: Program, origin: Origin, from: number | undefined): Pick<Origin, 'sources' | 'reason' | 'spot'> {
	const inForce = overlays
		.flatMap(({changes}) => changes)
		.filter(change => change.paths.includes(origin.path))
		.filter(change => from === undefined || ((change.from ?? 0) <= from && from <= (change.until ?? Number.POSITIVE_INFINITY)));
	return inForce.at(-1) ?? origin;
}

const ground = ({sources, reason}: Pick<Origin, 'sources' | 'reason'>, forPeople: boolean): Cell[] => {
	if (forPeople) return [[sources.join(', '), reason ?? ''].filter(text => text !== '').join('; ')];
	return [sources.join(' '), reason];
};

/** A number as it would be written, or the name of a switch's option. */
export function valueCell({field, rule}: Origin, value: number | undefined, forPeople: boolean): Cell {
	if (value === undefined) return undefined;
	if (Number.isNaN(value)) return rule ? `rule: ${rule.text}` : undefined;
	if (field.options) return field.options[value] ?? value;
	return forPeople ? plain(value) : value;
}

/** A number with all the digits that somebody wrote, and none that conversion left. */
export const plain = (value: number): string => String(Number(value.toPrecision(10)));

const monthText = (month: number | undefined): string => (month === undefined ? '' : formatMonth(month));
const unitText = ({unit, field}: Origin): string => (field.options || unit === '1' ? '' : unit);
const statusOf = ({fitted, readings, spot, rule}: Origin): string =>
	[...(rule ? ['rule'] : []), ...(fitted ? ['fitted'] : []), ...(readings.length > 0 ? ['rival readings'] : []), ...(spot ? [] : ['default'])].join(', ');
export const whereText = (spot: Spot | undefined): string => (spot ? (spot.file.startsWith('--') ? spot.file : `${spot.file}:${spot.line}`) : '');

function rangeText({range, span}: Origin, month: number): string {
	const [low, high] = span ? [span.low[month], span.high[month]] : (range ?? []);
	return low === undefined || high === undefined || low === high ? '' : `${plain(low)}..${plain(high)}`;
}

/** One number in detail. */
export function valueInDetail(program: Program, path: string, manner: Manner): Table {
	const origin = program.origins.get(path) as Origin;
	const {field, unit, readings} = origin;
	const when = {opening: 'a stock on the first day', constant: 'one value for the run', monthly: 'a value for every month'}[field.when];
	const bounds = field.options
		? `one of ${field.options.join(', ')}`
		: `from ${field.min} to ${Number.isFinite(field.max) ? field.max : 'any'}${field.whole ? ', whole' : ''}`;
	const silent = field.otherwise === undefined ? 'required' : `${field.options?.[field.otherwise] ?? field.otherwise} if not given`;
	const rivals = readings.map(({id, weight, sources, reason, values}) => {
		const shown = [...new Set(values)].map(value => valueCell(origin, value, true)).join(', ');
		return `Reading ${id}: ${shown}, weight ${plain(weight)}${sources.length > 0 ? ` (${sources.join(', ')})` : reason ? ` (${reason})` : ''}`;
	});
	const rule = origin.rule ? [`Set in every month by the rule ${origin.rule.text}`] : [];
	const cited = origin.sources.flatMap(id => {
		const source = program.sources.get(id);
		return source ? [`${id}: ${source.figure}: ${source.value} (${source.cite})`] : [];
	});
	const meaning = `${field.meaning} (${[unit === '1' ? 'no unit' : unit, when, bounds, silent].join('; ')})`;
	return {...valuesTable(program, [path], manner), title: path, notes: [meaning, ...rule, ...rivals, ...cited]};
}

/** In what a scenario differs from another. */
export function differencesTable(base: string, here: string, program: Program, differences: readonly Difference[], {forPeople}: Manner): Table {
	return {
		name: 'differences',
		title: `What differs in ${here} from ${base}`,
		columns: [
			...names('path', 'from', 'until', base === here ? `${base} (base)` : base, here, 'unit'),
			...(forPeople ? names('why') : names('source', 'reason')),
			...names('where'),
		],
		rows: differences.map(({path, from, until, base: before, here: now, origin}) => [
			path,
			monthText(from),
			monthText(until),
			valueCell(origin, before, forPeople),
			valueCell(origin, now, forPeople),
			unitText(origin),
			...ground(standing(program, origin, from), forPeople),
			whereText(standing(program, origin, from).spot),
		]),
	};
}
