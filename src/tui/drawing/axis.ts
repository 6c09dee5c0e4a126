/** Axes: round values up the side, months and years along the foot. */
import {formatMonth} from '../../scenario/calendar.ts';
import {type Look, paint} from '../look.ts';
import {glyphsOf, inAscii} from './glyphs.ts';
import {fitTo, type Line, width} from './lines.ts';
import {surfaceOf} from './surface.ts';

/** A tick stands on a whole row, counted from the top, so that ticks are evenly spaced and what is drawn at a tick's value is beside its label. */
export type Tick = {readonly value: number; readonly label: string; readonly row: number};
export type ValueAxis = {readonly ticks: readonly Tick[]; readonly high: number; readonly heightOf: (value: number) => number};

/** No chart can show more; and less is left of a number beyond it than its size. */
const most = 1e200;

/** Whether a value can be drawn. */
export const drawable = (value: number | undefined): value is number => value !== undefined && value > -most && value < most;

/** Where values stand in rows: points in the middle of a row, edges of layers between rows. */
type Footing = 'points' | 'edges';

const belowLowest = {points: 0.5, edges: 0} as const;

/** A step between ticks and how many rows it takes; the least is shown in so many rows above or below zero. */
type Spacing = {readonly step: number; readonly apart: number; readonly bottom: number; readonly cost: number};

/** An axis over so many rows, with ticks a whole number of rows apart and about as many as wanted. */
export function valueAxis(least: number, largest: number, rows: number, wanted: number, footing: Footing = 'points'): ValueAxis {
	const from = Math.min(least, largest);
	// Values that do not differ as far as can be told still want an axis.
	const size = Math.max(Math.abs(least), Math.abs(largest));
	const to = largest - from > Math.max(1e-100, size * 1e-9) ? largest : from + (size > 1e-100 ? size : 1);
	return axisOf(spacingFor(from, to, Math.max(1, rows), Math.max(1, wanted), belowLowest[footing]), Math.max(1, rows), footing);
}

/** Of all spacings that hold the values, the one that leaves little empty and has about as many ticks as wanted. */
function spacingFor(from: number, to: number, rows: number, wanted: number, below: number): Spacing {
	const power = Math.floor(Math.log10((to - from) / rows));
	const closest = rows >= 5 ? 2 : 1;
	let best: Spacing = {step: 10 ** (power + 1) * 10, apart: 1, bottom: Math.floor(from / 10 ** (power + 2) + below), cost: Number.POSITIVE_INFINITY};
	for (let exponent = power; exponent <= power + 2; exponent++) {
		for (const digit of exponent >= 1 ? [1, 2, 2.5, 5] : [1, 2, 5]) {
			for (let apart = closest; apart <= Math.max(closest, rows - 1); apart++) {
				const perRow = (digit * 10 ** exponent) / apart;
				const bottom = Math.floor(from / perRow + below + 1e-9);
				if ((bottom + rows - below) * perRow < to - perRow * 1e-9) continue;
				const spare = (rows * perRow) / (to - from) - 1;
				const cost = spare + 0.25 * Math.abs(Math.log((apart * wanted) / rows)) + (ticksIn(apart, bottom, rows, below) < 2 ? 10 : 0);
				if (cost < best.cost) best = {step: digit * 10 ** exponent, apart, bottom, cost};
			}
		}
	}
	return best;
}

const ticksIn = (apart: number, bottom: number, rows: number, below: number): number =>
	Math.floor((bottom + rows - (below > 0 ? 1 : 0)) / apart) - Math.ceil(bottom / apart) + 1;

function axisOf({step, apart, bottom}: Omit<Spacing, 'cost'>, rows: number, footing: Footing): ValueAxis {
	const perRow = step / apart;
	const lowest = footing === 'points' ? rows - 1 : rows;
	const ticks: Tick[] = [];
	for (let i = Math.ceil(bottom / apart); i * apart - bottom <= lowest && ticks.length < 200; i++)
		ticks.push({value: i * step, label: tickLabel(i * step, step), row: lowest - (i * apart - bottom)});
	const foot = rows - belowLowest[footing];
	const heightOf = (value: number): number => Math.min(rows, Math.max(0, foot - (value / perRow - bottom)));
	return {ticks, high: (bottom + foot) * perRow, heightOf};
}

/** The axis of shares of a whole, which ends at 100 %: in as many steps as divide its rows. */
export function shareAxis(rows: number): ValueAxis {
	const parts = [10, 5, 4, 2].find(count => rows % count === 0 && rows / count >= (count === 2 ? 2 : 4)) ?? 1;
	return axisOf({step: 100 / parts, apart: Math.max(1, rows) / parts, bottom: 0}, Math.max(1, rows), 'edges');
}

const grouped = new Intl.NumberFormat('en', {maximumFractionDigits: 0});

/** With as many decimals as the steps need, so that all labels of an axis look alike. */
function tickLabel(value: number, step: number): string {
	const size = Math.abs(value);
	if (size < step / 2) return '0';
	const sign = value < 0 ? '−' : '';
	if (size >= 1e9 || step < 1e-4) return sign + size.toExponential(step < size / 100 ? 1 : 0).replace('e+', 'e');
	const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
	return sign + (decimals === 0 ? grouped.format(size) : size.toFixed(decimals));
}

/** The place of a month among so many steps: the middle of its share of them. */
export const placeOf = (month: number, months: number, steps: number): number => Math.min(steps - 1, Math.floor(((month + 0.5) / Math.max(1, months)) * steps));

/** The cells left of a plot that its labels take; none where that would leave too little of it. */
export function gutterOf({ticks}: ValueAxis, across: number): number {
	const label = Math.max(...ticks.map(tick => tick.label.length));
	return across >= label + 12 ? label + 2 : 0;
}

/** The side of a plot: labels beside their ticks. */
export function sideOf({ticks}: ValueAxis, gutter: number, rows: number, look: Look): Line[] {
	if (gutter === 0) return Array<Line>(rows).fill('');
	const {tick, upright} = glyphsOf(look);
	const labels = new Map(ticks.map(({row, label}) => [row, label]));
	return Array.from({length: rows}, (_, row) => {
		const label = labels.get(row);
		const text = label === undefined ? ' '.repeat(gutter - 1) + upright : `${label.padStart(gutter - 2)} ${tick}`;
		return paint(text, {role: 'faint'}, look);
	});
}

export type TimeAxis = {
	readonly start: number;
	readonly months: number;
	readonly events?: readonly {readonly month: number; readonly name: string}[];
	readonly cursor?: number | undefined;
};

/** The foot of a chart: a line with a tick at each January, and at each month or quarter where there is room; and years, with the month under the cursor. */
export function timeAxis({start, months, events = [], cursor}: TimeAxis, across: number, look: Look): [Line, Line] {
	const sheet = surfaceOf(across, 2, look);
	const signs = glyphsOf(look);
	const every = across >= months * 2 ? 1 : across >= months * 0.6 ? 3 : 12;
	for (let column = 0; column < across; column++) sheet.put(column, 0, signs.light, 'faint');
	for (let month = 0; month < months; month++) {
		const calendar = (start + month) % 12;
		if (calendar % every === 0) sheet.put(placeOf(month, months, across), 0, calendar === 0 ? signs.year : signs.month, 'faint');
	}
	for (const {month} of events) if (month >= 0 && month < months) sheet.put(placeOf(month, months, across), 0, signs.event, 'event');
	const taken = cursor === undefined ? undefined : cursorLabel({start, months, events, cursor}, across, look);
	if (taken && cursor !== undefined) {
		const column = placeOf(cursor, months, across);
		if (!events.some(({month}) => month === cursor)) sheet.put(column, 0, signs.year, 'cursor', true);
		sheet.write(taken.at, 1, taken.month, 'title', true);
		for (let i = 0; i < taken.month.length; i++) sheet.invert(taken.at + i, 1);
		sheet.write(taken.nameAt, 1, taken.name, 'event');
	}
	yearLabels(start, months, across, (at, label) => {
		const clear = !taken || at + label.length < Math.min(taken.at, taken.nameAt) || at > taken.end;
		if (clear) sheet.write(at, 1, label, 'faint');
	});
	const [line, labels] = sheet.lines();
	return [line!, labels!];
}

/** Each year at its January, the first one where it begins; years that would touch are left out evenly. */
function yearLabels(start: number, months: number, across: number, write: (at: number, label: string) => void): void {
	const perYear = (across / Math.max(1, months)) * 12;
	const every = [1, 2, 5, 10, 20, 50, 100].find(years => years * perYear >= 6) ?? 100;
	let free = 0;
	for (let month = 0; month < months; month++) {
		const calendar = start + month;
		if (calendar % 12 !== 0 && month !== 0) continue;
		const year = Math.floor(calendar / 12);
		const nextIn = 12 - (calendar % 12);
		if (month === 0 ? nextIn < months && nextIn * (perYear / 12) < 5 : year % every !== 0) continue;
		const at = placeOf(month, months, across);
		const label = String(year);
		if (at < free || at + label.length > across) continue;
		write(at, label);
		free = at + label.length + 1;
	}
}

type CursorLabel = {readonly at: number; readonly month: string; readonly nameAt: number; readonly name: string; readonly end: number};

/** The month under the cursor, and beside it what happened in it. */
function cursorLabel({start, months, events = [], cursor = 0}: TimeAxis, across: number, look: Look): CursorLabel | undefined {
	const month = formatMonth(start + cursor);
	if (month.length > across) return undefined;
	const column = placeOf(cursor, months, across);
	const at = Math.max(0, Math.min(across - month.length, column - (month.length >> 1)));
	const names = events
		.filter(event => event.month === cursor)
		.map(({name}) => name)
		.join('; ');
	const left = at - 2;
	const right = across - at - month.length - 2;
	const room = Math.max(left, right);
	const plain = /[\u0300-\u036f\u1100-\uffff]/.test(names) || look.glyphs === 'ascii' ? inAscii(names) : names;
	const name = room < 8 ? '' : fitTo(plain, Math.min(width(plain), room));
	if (name === '') return {at, month, nameAt: at, name: '', end: at + month.length};
	const nameAt = right >= name.length ? at + month.length + 1 : at - 1 - name.length;
	return {at, month, nameAt, name, end: Math.max(at + month.length, nameAt + name.length)};
}
