/** A value that was typed for a lever, in its unit or in another of the same kind. */
import type {Lever, Program} from '../scenario/program.ts';
import {conversion, convert, parseUnit, splitQuantity} from '../scenario/units.ts';

/** The position, or a sentence on why the text is none. */
export function typedPosition(text: string, lever: Lever, {origins}: Program): number | string {
	const split = splitQuantity(
		text
			.replace(/^×/, '')
			.replace('−', '-')
			.replace(/(\d),(\d\d\d)(?!\d)/g, '$1$2'),
	);
	if (!split) return text.trim() === '' ? 'type a number' : `“${text.trim()}” is no number`;
	const own = lever.unit === 'times' ? '1' : lever.unit;
	const factor = split.unit === '' || split.unit === lever.unit ? 1 : factorTo(split.unit, own);
	if (factor === undefined) return `this lever is ${own === '1' ? 'a number without unit' : `in ${own}`}, not in ${split.unit}`;
	const position = convert(split.value, factor);
	if (position < lever.min) return `at least ${lever.min}`;
	if (position > lever.max) return `at most ${lever.max}`;
	const whole = lever.operation === 'set' && origins.get(lever.paths[0])?.field.whole;
	return whole && !Number.isInteger(convert(position, lever.factor)) ? 'a whole number' : position;
}

function factorTo(from: string, to: string): number | undefined {
	const [given, wanted] = [parseUnit(from), parseUnit(to)];
	return 'unknown' in given || 'unknown' in wanted ? undefined : conversion(given, wanted);
}
