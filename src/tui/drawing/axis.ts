/** Axes: round values up the side, months and years along the foot. */
import {formatMonth} from '../../scenario/calendar.ts';
import type {Look} from '../look.ts';
import {glyphsOf, inAscii} from './glyphs.ts';
import {fitTo, type Line, width} from './lines.ts';
import {surfaceOf} from './surface.ts';

export type Tick = {readonly value: number; readonly label: string};
export type ValueAxis = {readonly low: number; readonly high: number; readonly ticks: readonly Tick[]};

/** No chart can show more; and less is left of a number beyond it than its size. */
const most = 1e200;

/** Whether a value can be drawn. */
export const drawable = (value: number | undefined): value is number => value !== undefined && value > -most && value < most;

/** An axis from a round value to a round value, with about so many ticks. */
export function valueAxis(least: number, largest: number, wanted: number): ValueAxis {
	const from = Math.min(least, largest);
	// Values that do not differ as far as can be told still want an axis.
	const size = Math.max(Math.abs(least), Math.abs(largest));
	const to = largest - from > Math.max(1e-100, size * 1e-9) ? largest : from + (size > 1e-100 ? size : 1);
	const step = roundStep((to - from) / Math.max(1, wanted));
	const part = step / 4;
	const inner = [Math.ceil(from / step - 1e-9), Math.floor(to / step + 1e-9)] as const;
	// It ends at a quarter of a step, so that no more than that is left empty; but it has two ticks at least.
	const [first, last] = inner[0] < inner[1] ? inner : [Math.floor(from / step + 1e-9), Math.ceil(to / step - 1e-9)];
	const low = Math.min(first * step, Math.floor(from / part + 1e-9) * part);
	const high = Math.max(last * step, Math.ceil(to / part - 1e-9) * part);
	const ticks: Tick[] = [];
	for (let i = first; i <= last && ticks.length < 200; i++) ticks.push({value: i * step, label: tickLabel(i * step, step)});
	return {low, high: high > low ? high : low + step, ticks};
}

function roundStep(rough: number): number {
	const power = 10 ** Math.floor(Math.log10(rough));
	const digit = rough / power;
	return (digit <= 1.0001 ? 1 : digit <= 2.0001 ? 2 : digit <= 2.5001 && power >= 10 ? 2.5 : digit <= 5.0001 ? 5 : 10) * power;
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
