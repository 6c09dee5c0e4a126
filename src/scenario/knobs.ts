/**
 * Knobs: the numbers that a fit or a study may move, each by one factor, inside the range that the scenario states.
 *
 * A dated value keeps its shape over the months; where its points have ranges of their own, only those move.
 */
import {slotOf} from '../economy/parameters.ts';
import {matching} from './paths.ts';
import type {Origin, Program} from './program.ts';

type Numbers = Pick<Program, 'origins' | 'layout' | 'vector'>;

export type Knob = {
	readonly path: string;
	/** The least and the greatest factor on what is written. */
	readonly low: number;
	readonly high: number;
	/** The factor that puts the value at the centre of its range. */
	readonly centre: number;
	/** Slots of the parameter vector, and what is written in them. */
	readonly slots: Int32Array;
	readonly written: Float64Array;
};

/** The knob of a path, or a sentence that says why it has none. */
export function knobOf({origins, layout, vector}: Numbers, path: string): Knob | string {
	const origin = origins.get(path);
	if (!origin) return `the scenario has no number "${path}"`;
	const slots = slotsOf(layout, origin);
	const written = Float64Array.from(slots, slot => vector[slot]);
	if (origin.span) return spanKnob(path, slots, written, origin.span.low, origin.span.high);
	if (!origin.range) return `the scenario states no range for "${path}", so it may not be moved`;
	const [low, high] = origin.range;
	const middle = (low + high) / 2;
	const base = origin.field.when === 'monthly' && !isConstant(written) ? middle : written[0];
	if (!(base > 0)) return `"${path}" is nothing, which no factor moves`;
	return {path, low: low / base, high: high / base, centre: middle / base, slots, written};
}

/** Whether a number states how far it may be moved. One that has readings moves with them, and one with a rule moves by it. */
export const mayMove = ({range, span, readings, rule}: Origin): boolean =>
	(range !== undefined || span !== undefined) && readings.length === 0 && rule === undefined;

/** The knobs of all numbers of a pattern that may be moved. Moved together they are one number: the level of judgements of one kind. */
export const knobsOf = (numbers: Numbers, pattern: string): readonly Knob[] =>
	matching(numbers.origins, pattern).flatMap(origin => {
		const knob = mayMove(origin) ? knobOf(numbers, origin.path) : '';
		return typeof knob === 'string' ? [] : [knob];
	});

/** The factor some way from the value as written to an end of its range: −1 at the bottom, 0 as written, 1 at the top. */
export const towards = ({low, high}: Knob, way: number): number => (way < 0 ? 1 + way * (1 - Math.min(1, low)) : 1 + way * (Math.max(1, high) - 1));

/** Every slot that has room to move sets bounds to the factor; it may go as far as all of them allow. */
function spanKnob(path: string, slots: Int32Array, written: Float64Array, low: Float64Array, high: Float64Array): Knob | string {
	const moving = Array.from(slots.keys()).filter(i => high[i] > low[i] && written[i] > 0);
	if (moving.length === 0) return `"${path}" has no month that may be moved`;
	const least = Math.max(...moving.map(i => low[i] / written[i]));
	const most = Math.min(...moving.map(i => high[i] / written[i]));
	return {
		path,
		low: Math.min(1, least),
		high: Math.max(1, most),
		centre: (Math.min(1, least) + Math.max(1, most)) / 2,
		slots: Int32Array.from(moving, i => slots[i]),
		written: Float64Array.from(moving, i => written[i]),
	};
}

const isConstant = (values: Float64Array): boolean => values.every(value => value === values[0]);

/** The slots of a number: one, or one a month. */
export function slotsOf(layout: Numbers['layout'], {place, row}: Origin): Int32Array {
	const months = place.field.when === 'monthly' ? layout.months : 1;
	return Int32Array.from({length: months}, (_, month) => slotOf(layout, place, row, month));
}

/** Set a knob to a factor on what is written. */
export function turn(vector: Float64Array, {slots, written}: Knob, factor: number): void {
	for (let i = 0; i < slots.length; i++) vector[slots[i]] = written[i] * factor;
}

/** Put a value into every number whose path fits a pattern in which `*` stands for one name; returns how many there were. */
export function setAll({origins, layout}: Numbers, vector: Float64Array, pattern: string, value: number): number {
	const found = matching(origins, pattern);
	for (const origin of found) for (const slot of slotsOf(layout, origin)) vector[slot] = value;
	return found.length;
}
