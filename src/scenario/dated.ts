/** Values that change with time: dated, each from its month until the next or in straight lines between; and seasonal. */
import {formatMonth, parseMonth} from './calendar.ts';
import {quote} from './problem.ts';
import {type Provenance, provenanceOf, together} from './provenance.ts';
import {isAllowed, plainField, type Quantity, readQuantity, readRange, type Wanted} from './quantity.ts';
import {checkKeys, isFitted, type Part, requireGround, type Setting, unitIn} from './setting.ts';
import {child, describe, type Entry, isMapping, itemsOf, type Tree} from './tree.ts';

type Point = {readonly month: number; readonly value: number};
type Dated = {
	readonly month: number;
	readonly quantity: Quantity;
	readonly provenance: Provenance;
	readonly range: readonly [number, number] | undefined;
	readonly fitted: boolean;
};
type Way = {
	readonly unit: string | undefined;
	readonly linear: boolean /** A season still multiplies it, and bounds are checked after. */;
	readonly factored: boolean;
};

/** Read `values:`, a mapping from months to values. */
export function readDated(tree: Tree, setting: Setting, way: Way): Part | undefined {
	const {path, problems, reader} = setting;
	if (!isMapping(tree) || tree.entries.size === 0) {
		problems.add(
			tree.spot,
			'type',
			`the values of ${path} must be a mapping from months to values, as in {${formatMonth(reader.start)}: ...}; found ${describe(tree)}`,
		);
		return undefined;
	}
	const dated: Dated[] = [];
	for (const entry of tree.entries.values()) {
		const point = readPoint(entry, setting, way);
		if (point) dated.push(point);
	}
	if (dated.length < tree.entries.size) return undefined;
	dated.sort((a, b) => a.month - b.month);
	const between = way.linear ? interpolated : stepped;
	const along = (value: (point: Dated) => number): Float64Array =>
		between(
			dated.map(point => ({month: point.month, value: value(point)})),
			reader.months,
		);
	const series = along(({quantity}) => quantity.value);
	if (way.linear && !way.factored && series.some(value => !isAllowed(value, tree.spot, setting))) return undefined;
	return {
		series,
		provenance: together(dated.map(point => point.provenance)),
		single: dated.length === 1 ? dated[0]?.quantity : undefined,
		span: dated.some(({range}) => range)
			? {low: along(point => point.range?.[0] ?? point.quantity.value), high: along(point => point.range?.[1] ?? point.quantity.value)}
			: undefined,
		fitted: dated.some(({fitted}) => fitted),
	};
}

function readPoint({key, spot, value: tree}: Entry, setting: Setting, {unit, factored}: Way): Dated | undefined {
	const {problems, path, reader, around} = setting;
	const month = monthOf(key, setting);
	if (typeof month === 'string') problems.add(spot, 'month', month);
	const provenance = provenanceOf(tree, around, reader.citable, problems);
	const long = isMapping(tree) ? tree : undefined;
	if (long) checkKeys(long, ['value', 'unit', 'source', 'reason', 'range', 'status'], path, problems);
	const value = long ? child(long, 'value') : tree;
	if (!value) {
		problems.add(tree.spot, 'missing', `${path} has no value in ${key}`);
		return undefined;
	}
	requireGround(value.spot, provenance, setting);
	const quantity = readQuantity(value, setting, (long && unitIn(long)) ?? unit);
	const ends = child(long, 'range');
	const range = ends && readRange(ends, setting, (long && unitIn(long)) ?? quantity?.writtenIn, quantity?.value);
	const fitted = long !== undefined && isFitted(long, setting);
	if (!quantity || typeof month === 'string' || (!factored && !isAllowed(quantity.value, value.spot, setting))) return undefined;
	return {month: month - reader.start, quantity, provenance, range, fitted};
}

/** The month that a key names, counted from year 0; or what is wrong with it. */
function monthOf(key: string, {reader: {start, months}}: Setting): number | string {
	const month = parseMonth(key);
	if (month === undefined) return `${quote(key)} is not a month; write it as ${formatMonth(start)}`;
	const last = start + months - 1;
	return month >= start && month <= last ? month : `${key} is outside the run, which goes from ${formatMonth(start)} to ${formatMonth(last)}`;
}

/** Each value from its month until the next; before the first, the first. */
function stepped(points: readonly Point[], months: number): Float64Array {
	const series = new Float64Array(months).fill(points[0]?.value ?? 0);
	for (const {month, value} of points) series.fill(value, month);
	return series;
}

/** Straight lines between the values; before the first and after the last, those. */
function interpolated(points: readonly Point[], months: number): Float64Array {
	const series = stepped(points, months);
	for (const [i, from] of points.entries()) {
		const to = points[i + 1];
		if (!to) break;
		for (let month = from.month; month < to.month; month++) {
			series[month] = from.value + ((month - from.month) / (to.month - from.month)) * (to.value - from.value);
		}
	}
	return series;
}

/** Read `seasonal:`, twelve values from January to December; beside a value or values, twelve factors of them. */
export function readSeasonal(tree: Tree, setting: Setting, unit: string | undefined, base: Part | undefined): Part | undefined {
	const {path, problems, reader} = setting;
	if (itemsOf(tree).length !== 12) {
		problems.add(
			tree.spot,
			'type',
			`the seasonal values of ${path} must be a list of twelve, January to December; found ${tree.kind === 'sequence' ? tree.items.length : describe(tree)}`,
		);
		return undefined;
	}
	requireGround(tree.spot, setting.around, setting);
	const wanted: Wanted = base ? {...setting, path: `the seasonal factor of ${path}`, field: plainField('1', 'factor'), unit: '1'} : setting;
	const twelve: number[] = [];
	for (const item of itemsOf(tree)) {
		const quantity = readQuantity(item, wanted, base ? undefined : unit);
		if (quantity && isAllowed(quantity.value, item.spot, wanted)) twelve.push(quantity.value);
	}
	if (twelve.length < 12) return undefined;
	const seasons = Float64Array.from({length: reader.months}, (_, month) => twelve[(reader.start + month) % 12] ?? 0);
	if (!base) return {series: seasons, provenance: setting.around, single: undefined, span: undefined, fitted: false};
	const series = base.series.map((value, month) => value * (seasons[month] ?? 0));
	if (series.some(value => !isAllowed(value, tree.spot, setting))) return undefined;
	return {...base, series, span: base.span && times(base.span, seasons)};
}

/** A span multiplied month by month. */
export const times = ({low, high}: {readonly low: Float64Array; readonly high: Float64Array}, factors: Float64Array) => ({
	low: low.map((value, month) => value * (factors[month] ?? 0)),
	high: high.map((value, month) => value * (factors[month] ?? 0)),
});
