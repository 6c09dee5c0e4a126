/**
 * The one grammar that names a result: `entity.quantity@period:reduce`, as in `rolled-steel.made@1947:sum`.
 *
 * A period is a year, a month, `from..to`, or nothing for the whole run.
 */
import {parseMonth} from './calendar.ts';

export const reductions = ['sum', 'mean', 'final', 'peak', 'low'] as const;
export type Reduction = (typeof reductions)[number];

export type Outcome = {
	readonly text: string;
	readonly entity: string;
	readonly quantity: string;
	/** First and last month, counted from year 0; undefined for the whole run. */
	readonly period: readonly [number, number] | undefined;
	readonly reduce: Reduction;
};

const shape = /^([a-z][a-z0-9-]*)\.([a-z][a-z0-9-]*)(?:@([0-9.-]+))?:([a-z]+)$/;

/** Read an outcome, or say in a sentence what is wrong with it. */
export function parseOutcome(text: string): Outcome | string {
	const match = shape.exec(text);
	if (!match) return `"${text}" is not an outcome; write entity.quantity@period:reduce, as in rolled-steel.made@1947:sum`;
	const [, entity = '', quantity = '', period, reduce = ''] = match;
	const reduction = reductions.find(r => r === reduce);
	if (!reduction) return `"${reduce}" does not reduce a series; use one of ${reductions.join(', ')}`;
	const months = period === undefined ? undefined : parsePeriod(period);
	if (typeof months === 'string') return months;
	return {text, entity, quantity, period: months, reduce: reduction};
}

function parsePeriod(text: string): readonly [number, number] | string {
	const wrong = `"${text}" is not a period; write 1947, 1946-05 or 1946-06..1946-12`;
	const [first = '', last = first, more] = text.split('..');
	if (more !== undefined) return wrong;
	const from = /^\d{4}$/.test(first) ? Number(first) * 12 : parseMonth(first);
	const to = /^\d{4}$/.test(last) ? Number(last) * 12 + 11 : parseMonth(last);
	if (from === undefined || to === undefined) return wrong;
	return from <= to ? [from, to] : `the period ${text} ends before it begins`;
}
