/** What the reader wrote on the command line, and what is wrong with it. */
import {InvalidArgumentError} from 'commander';
import {type Format, formats} from '../report/format.ts';
import {parseMonth} from '../scenario/calendar.ts';
import {parseOutcome, type Reduction, reductions} from '../scenario/outcome.ts';
import {nearest, printable} from '../scenario/problem.ts';

/** Something wrong with what was asked for: a name, a file that cannot be written. */
export class UsageError extends Error {
	override name = 'UsageError';
}

/** A change of a value on the command line: from a month until another, or in all of them. */
export type Setting = {readonly path: string; readonly text: string; readonly from?: number; readonly until?: number};

const shape = /^([^=\s]+)=(.+?)(?:@([^@\s]*))?$/s;

/** Read `path=value`, `path=value@1946-04` (from then on) or `path=value@1946-04..1946-12`. */
export function parseSetting(written: string): Setting {
	const [, path, text, period] = shape.exec(written) ?? [];
	if (path === undefined || text === undefined) throw new InvalidArgumentError('Write path=value, as in goods.coal.loss=0.01, or path=value@1946-04..1946-12.');
	if (period === undefined) return {path, text};
	const [first = '', last = '', more] = period.split('..');
	const from = parseMonth(first);
	const until = parseMonth(last);
	if (from === undefined || more !== undefined || (until === undefined && last !== '')) {
		throw new InvalidArgumentError(`"${printable(period)}" is not a period; write 1946-04 (from then on) or 1946-04..1946-12.`);
	}
	if (until !== undefined && until < from) throw new InvalidArgumentError(`The period ${period} ends before it begins.`);
	return {path, text, from, ...(until === undefined ? {} : {until})};
}

/** Read a month, as in 1946-06. */
export function parseMonthOption(written: string): number {
	const month = parseMonth(written);
	if (month === undefined) throw new InvalidArgumentError('Write a month as in 1946-06.');
	return month;
}

/** Read the name of a format. */
export function parseFormat(written: string): Format {
	const format = formats.find(name => name === written);
	if (format) return format;
	if (written === 'parquet') throw new InvalidArgumentError('This version does not write Parquet; csv, ndjson and json hold the same rows.');
	const meant = nearest(written, formats);
	throw new InvalidArgumentError(`There are ${formats.join(', ')}${meant ? `; did you mean "${meant}"?` : ''}.`);
}

/** Read the name of a reduction. */
export function parseReduction(written: string): Reduction {
	const found = reductions.find(name => name === written);
	if (found) return found;
	const meant = nearest(written, reductions);
	throw new InvalidArgumentError(`There are ${reductions.join(', ')}${meant ? `; did you mean "${meant}"?` : ''}.`);
}

/** Read a period: 1947, 1946-05 or 1946-06..1946-12. */
export function parsePeriod(written: string): string {
	const read = parseOutcome(`entity.quantity@${written}:sum`);
	if (typeof read === 'string') throw new InvalidArgumentError('Write 1947, 1946-05 or 1946-06..1946-12.');
	return written;
}

/** For options that may be given several times: all that was given, in order. */
export const several =
	<Value>(parse: (written: string) => Value) =>
	(written: string, before: readonly Value[] = []): readonly Value[] => [...before, parse(written)];
