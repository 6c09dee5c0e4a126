/** One written number: read with its unit, converted to the unit of its field, held to the field's bounds. */
import type {Field} from '../economy/field.ts';
import {didYouMean, either, type Problems, quote} from './problem.ts';
import type {Spot} from './program.ts';
import {describe, type Tree} from './tree.ts';
import {conversion, convert, type KnownUnit, parseUnit, speaksForItself, splitQuantity, unitNames} from './units.ts';

/** What a number is read for: messages call it by its path. */
export type Wanted = {readonly path: string; readonly field: Field; readonly unit: string; readonly problems: Problems};

/** A number in the field's unit, and the unit in which it was written, if it was. */
export type Quantity = {readonly value: number; readonly writtenIn: string | undefined; readonly spot: Spot};

/** A field that is not in the engine's tables: a fact's value, a target. */
export const plainField = (unit: string, meaning: string, min = 0, max = Number.POSITIVE_INFINITY): Field => ({when: 'constant', unit, meaning, min, max});

/**
 * Read a number such as `12 kt/year`, `30 %`, or a switch's option; bare numbers are in `unit`, if it is given.
 *
 * Returns undefined where it cannot be read, which has then been reported. Bounds are not checked here.
 */
export function readQuantity(tree: Tree, wanted: Wanted, unit: string | undefined): Quantity | undefined {
	const {path, field, problems} = wanted;
	if (field.options) return readOption(tree, field.options, wanted);
	const split =
		tree.kind !== 'scalar'
			? undefined
			: typeof tree.value === 'number'
				? {value: tree.value, unit: ''}
				: typeof tree.value === 'string'
					? splitQuantity(tree.value)
					: undefined;
	if (!split) {
		const text = tree.kind === 'scalar' && typeof tree.value === 'string' ? quote(tree.value) : describe(tree);
		problems.add(
			tree.spot,
			tree.kind === 'scalar' && typeof tree.value === 'string' ? 'number' : 'type',
			`${path} must be a number${inUnit(wanted.unit)}, found ${text}`,
		);
		return undefined;
	}
	if (!Number.isFinite(split.value)) {
		problems.add(tree.spot, 'number', `${path} must be a finite number`);
		return undefined;
	}
	const writtenIn = split.unit === '' ? unit : split.unit;
	const factor = factorOf(writtenIn, tree.spot, wanted);
	return factor === undefined ? undefined : {value: convert(split.value, factor), writtenIn, spot: tree.spot};
}

/** ` in t/month`, or nothing for what has no unit. */
export const inUnit = (unit: string): string => (unit === '1' ? '' : ` in ${unit}`);

function readOption(tree: Tree, options: readonly string[], {path, problems}: Wanted): Quantity | undefined {
	const text = tree.kind === 'scalar' ? String(tree.value) : '';
	const value = options.indexOf(text);
	if (value >= 0) return {value, writtenIn: undefined, spot: tree.spot};
	const found = tree.kind === 'scalar' ? quote(text) : describe(tree);
	problems.add(tree.spot, 'option', `${path} must be ${either(options)}, found ${found}${didYouMean(text, options)}`);
	return undefined;
}

/** By what a number written in a unit is multiplied; reports units that are missing, not known or of another dimension. */
export function factorOf(writtenIn: string | undefined, spot: Spot, {path, unit, problems}: Wanted): number | undefined {
	const target = parseUnit(unit) as KnownUnit;
	if (writtenIn === undefined) {
		if (speaksForItself(target)) return 1;
		problems.add(spot, 'unit-missing', `${path} needs its unit, as in "12 ${unit}"`);
		return undefined;
	}
	const given = parseUnit(writtenIn);
	if ('unknown' in given) {
		const whole = given.unknown === writtenIn ? '' : ` in ${quote(writtenIn)}`;
		problems.add(
			spot,
			'unit-unknown',
			`${path} is${inUnit(unit) || ' a number without unit'}; ${quote(given.unknown)}${whole} is not a unit${didYouMean(given.unknown, unitNames)}`,
		);
		return undefined;
	}
	const factor = conversion(given, target);
	if (factor === undefined)
		problems.add(spot, 'unit-dimension', `${path} is${inUnit(unit) || ' a number without unit'}; ${quote(writtenIn)} measures something else`);
	return factor;
}

/** Whether a number may be what the field holds; reports it at `spot` if not. */
export function isAllowed(value: number, spot: Spot, {path, field, unit, problems}: Wanted): boolean {
	const of = unit === '1' ? '' : ` ${unit}`;
	if (value < field.min) problems.add(spot, 'bounds', `${path} must be at least ${field.min}${of}, found ${value}${of}`);
	else if (value > field.max) problems.add(spot, 'bounds', `${path} must be at most ${field.max}${of}, found ${value}${of}`);
	else if (field.whole && !Number.isInteger(value)) problems.add(spot, 'whole', `${path} must be a whole number, found ${value}`);
	else return true;
	return false;
}

const bound = String.raw`([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)`;
const rangeShape = new RegExp(String.raw`^\[?\s*${bound}\s*(?:\.\.|,)\s*${bound}\s*\]?\s*(.*?)\s*$`);

/**
 * Read a range, in the field's unit: `1..12 kt/month`, `[1, 12]` or `[1 kt/month, 12 kt/month]`; bare bounds are in `unit`.
 * Where it must hold a value, `holds` is that value.
 */
export function readRange(tree: Tree, wanted: Wanted, unit: string | undefined, holds: number | undefined): readonly [number, number] | undefined {
	const {path, problems} = wanted;
	const ends = endsOf(tree);
	if (!ends || wanted.field.options) {
		problems.add(
			tree.spot,
			'range',
			wanted.field.options
				? `${path} is a switch and has no range`
				: `the range of ${path} must be written 1..12${wanted.unit === '1' ? '' : ` ${wanted.unit}`} or [1, 12]`,
		);
		return undefined;
	}
	const low = readQuantity(ends[0], wanted, unit);
	const high = readQuantity(ends[1], wanted, unit);
	if (!low || !high || !isAllowed(low.value, low.spot, wanted) || !isAllowed(high.value, high.spot, wanted)) return undefined;
	if (low.value > high.value) problems.add(tree.spot, 'range', `the range of ${path} ends at ${high.value}, before it begins at ${low.value}`);
	else if (holds !== undefined && (holds < low.value || holds > high.value))
		problems.add(tree.spot, 'range', `${path} is ${holds}, outside its range of ${low.value} to ${high.value}${inUnit(wanted.unit)}`);
	return [low.value, high.value];
}

function endsOf(tree: Tree): readonly [Tree, Tree] | undefined {
	if (tree.kind === 'sequence') return tree.items.length === 2 ? (tree.items as unknown as readonly [Tree, Tree]) : undefined;
	const match = tree.kind === 'scalar' && typeof tree.value === 'string' ? rangeShape.exec(tree.value) : null;
	if (!match) return undefined;
	const [, low = '', high = '', unit = ''] = match;
	const end = (text: string): Tree => ({kind: 'scalar', value: unit === '' ? Number(text) : `${text} ${unit}`, spot: tree.spot});
	return [end(low), end(high)];
}
