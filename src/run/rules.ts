/** Rules at work: expressions compiled over the state of one economy. */
import type {Rule} from '../economy/policy.ts';
import type {Economy} from '../economy/state.ts';
import {formatMonth} from '../scenario/calendar.ts';
import {compile, type Moment} from '../scenario/expressions.ts';
import type {Program, Rule as Written} from '../scenario/program.ts';
import {askedFor} from '../scenario/rules.ts';
import {columnFor} from './columns.ts';
import {readers, record} from './series.ts';

/** A rule that gave what its value may not be. */
export class RuleError extends Error {
	override name = 'RuleError';
}

/** The rules of a program over an economy of its own. */
export const bindRules = (program: Program, economy: Economy): Rule[] => program.rules.map(rule => bindRule(rule, program, economy));

function bindRule(rule: Written, program: Program, economy: Economy): Rule {
	const {
		origin: {place, row},
		written,
	} = rule;
	const {month: values} = economy.current;
	const slot = place.offset + row;
	const now = {month: 0};
	const compiled = compile(rule.expression, {
		quantity: (name, entity) => quantityOf(program, economy, name, entity),
		moment: moment => momentOf(moment, program.start, now, () => values[slot]),
	});
	return {
		slot,
		value: month => {
			// A value set in the place of a rule without one stands.
			if (!written && !Number.isNaN(values[slot])) return values[slot];
			now.month = month;
			return allowed(compiled(), rule, program.start + month);
		},
	};
}

function quantityOf(program: Program, economy: Economy, name: string, entity: string | undefined): () => number {
	const [of, quantity] = askedFor(name, entity);
	const reading = readers(economy, [columnFor(program, of, quantity)], 1);
	const [{into}] = reading;
	return () => {
		record(reading, 0);
		return into[0];
	};
}

function momentOf(moment: Moment, start: number, now: {readonly month: number}, written: () => number): () => number {
	switch (moment) {
		case 'month':
			return () => now.month;
		case 'year':
			return () => Math.floor((start + now.month) / 12);
		case 'monthOfYear':
			return () => ((start + now.month) % 12) + 1;
		case 'written':
			return written;
	}
}

/** What a rule gave, if its value may be that; nothing is bent to its bounds. */
function allowed(value: number, {path, text, origin: {field, unit}, spot}: Written, month: number): number {
	if (value >= field.min && value <= field.max && Number.isFinite(value) && (!field.whole || Number.isInteger(value))) return value;
	const of = unit === '1' ? '' : ` ${unit}`;
	const bounds = `${field.whole ? 'a whole number' : 'a number'} of at least ${field.min}${Number.isFinite(field.max) ? ` and at most ${field.max}` : ''}${of}`;
	throw new RuleError(`the rule of ${path} (${spot.file}:${spot.line}) gave ${value} in ${formatMonth(month)}; it must be ${bounds}. The rule is ${text}`);
}
