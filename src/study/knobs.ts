/** Knobs: the numbers that a study may move, each inside the range that the scenario states. */
import {slotOf} from '../economy/parameters.ts';
import type {Origin, Program} from '../scenario/program.ts';

export type Knob = {
	readonly path: string;
	/** Bounds, in the unit of the field. */
	readonly low: number;
	readonly high: number;
	/** The centre of the range. */
	readonly centre: number;
	/** Slots of the parameter vector, and what stands in them when the knob is at its centre. */
	readonly slots: Int32Array;
	readonly atCentre: Float64Array;
};

/** The knob of a path. Throws an Error if the scenario has no such number, or states no range for it. */
export function knobOf(program: Program, path: string): Knob {
	const origin = program.origins.get(path);
	if (!origin) throw new Error(`the scenario has no number "${path}"`);
	if (!origin.range) throw new Error(`the scenario states no range for "${path}", so it may not be moved`);
	const [low, high] = origin.range;
	const centre = (low + high) / 2;
	const slots = slotsOf(program, origin);
	const written = slots.reduce((most, slot) => Math.max(most, program.vector[slot]), Number.NEGATIVE_INFINITY);
	const atCentre = Float64Array.from(slots, slot => (written === 0 ? centre : (program.vector[slot] / written) * centre));
	return {path, low, high, centre, slots, atCentre};
}

/** The slots of a number: one, or one a month. */
export function slotsOf({layout}: Program, {place, row}: Origin): Int32Array {
	const months = place.field.when === 'monthly' ? layout.months : 1;
	return Int32Array.from({length: months}, (_, month) => slotOf(layout, place, row, month));
}

/** Set a knob; a dated value keeps its shape over the months. */
export function turn(vector: Float64Array, {slots, atCentre, centre}: Knob, value: number): void {
	for (let i = 0; i < slots.length; i++) vector[slots[i]] = centre === 0 ? value : (atCentre[i] * value) / centre;
}

/** Put a value into every number whose path matches a pattern in which `*` stands for one name; returns how many. */
export function setAll(program: Program, vector: Float64Array, pattern: string, value: number): number {
	const shape = new RegExp(
		`^${pattern
			.split('.')
			.map(part => (part === '*' ? '[^.]+' : part))
			.join('\\.')}$`,
	);
	let count = 0;
	for (const [path, origin] of program.origins) {
		if (!shape.test(path)) continue;
		for (const slot of slotsOf(program, origin)) vector[slot] = value;
		count++;
	}
	return count;
}
