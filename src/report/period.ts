/** Periods: half-years and years of a run, by which tables sum up its months. */
import type {Column} from '../run/series.ts';
import {formatMonth} from '../scenario/calendar.ts';

/** From one month of the run to another, both included, 0 the run's first. */
export type Period = {readonly label: string; readonly from: number; readonly to: number};

/** `1946 I`, `1946 II`; the first and the last may be short. */
export const halfYears = (start: number, months: number): Period[] =>
	periods(start, months, 6, first => `${Math.floor(first / 12)} ${first % 12 === 0 ? 'I' : 'II'}`);

/** `1946`; the first and the last may be short. */
export const years = (start: number, months: number): Period[] => periods(start, months, 12, first => String(first / 12));

function periods(start: number, months: number, span: number, labelOf: (first: number) => string): Period[] {
	const found: Period[] = [];
	for (let first = start - (start % span); first < start + months; first += span) {
		found.push({label: labelOf(first), from: Math.max(0, first - start), to: Math.min(months, first + span - start) - 1});
	}
	return found;
}

/** A sentence on the periods that the run does not fill, or none. */
export function shortPeriods(all: readonly Period[], start: number, span: number): string[] {
	const short = all.filter(({from, to}) => to - from + 1 < span);
	if (short.length === 0) return [];
	const spans = short.map(({label, from, to}) => `${label} is ${formatMonth(start + from)} to ${formatMonth(start + to)}`);
	return [`Short: ${spans.join('; ')}.`];
}

/** What a column comes to over a period: flows are summed, stocks taken at its end, shares and indices averaged. */
export function overPeriod(kind: Column['kind'], values: Float64Array, {from, to}: Period): number {
	if (kind === 'stock') return values[to];
	let sum = 0;
	for (let t = from; t <= to; t++) sum += values[t];
	return kind === 'flow' ? sum : sum / (to - from + 1);
}
