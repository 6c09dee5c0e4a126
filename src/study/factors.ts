/**
 * Factors: what a study varies. Numbers inside the range that they state, rival readings where sources conflict, and switches of
 * the model's form. A factor turns a share between 0 and 1 into values, so that every design of a study is a set of points in a cube.
 *
 * A number keeps its shape over the months and moves by one factor. Readings of the same names are one factor: who believes a
 * source believes it everywhere. A number that has readings moves with them only.
 */
import {type Knob, knobOf, knobsOf, mayMove, slotsOf, towards, turn} from '../scenario/knobs.ts';
import {matching} from '../scenario/paths.ts';
import type {Origin, Program} from '../scenario/program.ts';

/** How a number is spread over its range: evenly, or in a triangle with its peak at the value as written. */
export const priors = ['triangular', 'uniform'] as const;
export type Prior = (typeof priors)[number];

/** Which factors a study takes; it can be sent to a worker. */
export type FactorChoice = {
	/** Patterns of paths in which `*` stands for one name; every number with a range if not given. */
	readonly paths?: readonly string[];
	/** Take the numbers of a pattern as one factor, which moves them all the same share of the way to the ends of their ranges. */
	readonly together?: boolean;
	readonly readings?: boolean;
	readonly switches?: boolean;
	readonly prior?: Prior;
};

export type Factor = {
	/** The path of a number or a switch; of readings, their ids. */
	readonly id: string;
	readonly kind: 'number' | 'reading' | 'switch';
	/** Of what is chosen among a few, for each of them a share that chooses it; none for a number. */
	readonly options: readonly number[];
	/** Put the values at a share of the way into a vector of the program's. */
	readonly set: (vector: Float64Array, share: number) => void;
	/** The factor on the value as written; of numbers moved together, the way to the ends of their ranges, −1 to 1; or the name of what is chosen. */
	readonly at: (share: number) => number | string;
	/** Where among the shares the scenario as written stands; the middle of the part that chooses what is written. */
	readonly rest: number;
};

/** A study asked for something that cannot be varied. Its message says what, and why. */
export class FactorError extends Error {
	override name = 'FactorError';
}

/** The factors of a program in the order of its paths: numbers, then readings, then switches. Throws FactorError. */
export function factorsOf(program: Program, choice: FactorChoice): readonly Factor[] {
	const {paths, together = false, readings = true, switches = false, prior = 'triangular'} = choice;
	const isJoint = (path: string): boolean => together && path.includes('*');
	const named = paths?.flatMap((path): readonly (string | Origin)[] => (isJoint(path) ? [path] : asked(program, path)));
	const numbers: readonly (string | Origin)[] = named ?? [...program.origins.values()].filter(mayMove);
	return [
		...[...new Set(numbers)].map(one => (typeof one === 'string' ? jointFactor(program, one) : numberFactor(program, one, prior))),
		...(readings ? readingFactors(program) : []),
		...(switches ? [...program.origins.values()].filter(isForm).map(origin => switchFactor(program, origin)) : []),
	];
}

/** A switch that the scenario sets once for the whole economy: a form of the model, as its rule of rationing. */
const isForm = ({field, place}: Origin): boolean => field.options !== undefined && place.table === 'policy';

function asked(program: Program, pattern: string): readonly Origin[] {
	const found = matching(program.origins, pattern);
	if (found.length === 0)
		throw new FactorError(`the scenario has no number "${pattern}"${pattern.includes('*') ? '; * stands for one name, as in goods.*.price' : ''}`);
	const ranged = found.filter(mayMove);
	if (ranged.length === 0) throw new FactorError(`no number "${pattern}" states a range, so none of them may be moved`);
	return ranged;
}

function numberFactor(program: Program, origin: Origin, prior: Prior): Factor {
	const knob = knobOf({...program, vector: program.parentVector}, origin.path);
	if (typeof knob === 'string') throw new FactorError(knob);
	const at = quantileOf(knob, prior);
	return {id: origin.path, kind: 'number', options: [], set: (vector, share) => turn(vector, knob, at(share)), at, rest: shareAt(knob, prior)};
}

/** The numbers of a pattern moved together: one judgement, that all of them were judged too low or too high. */
function jointFactor(program: Program, pattern: string): Factor {
	asked(program, pattern);
	const knobs = knobsOf({...program, vector: program.parentVector}, pattern);
	const way = (share: number): number => 2 * share - 1;
	const set = (vector: Float64Array, share: number): void => {
		for (const knob of knobs) turn(vector, knob, towards(knob, way(share)));
	};
	return {id: pattern, kind: 'number', options: [], set, at: way, rest: 0.5};
}

/**
 * The patterns under which at least two numbers that may be moved stand: names of entities in their paths give way to `*`, some or all.
 */
export function patternsOf(program: Program): readonly string[] {
	const counts = new Map<string, number>();
	for (const origin of program.origins.values()) {
		if (!mayMove(origin)) continue;
		for (const pattern of widened(origin.path)) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
	}
	return [...counts].filter(([, count]) => count > 1).map(([pattern]) => pattern);
}

/** `sites.one.recipes.two.electricity` with either name, and with both, as `*`: every second part of a path is a name. */
function widened(path: string): readonly string[] {
	const parts = path.split('.');
	const names = Array.from(parts.keys()).filter(i => i % 2 === 1 && i < parts.length - 1);
	return Array.from({length: 2 ** names.length - 1}, (_, n) =>
		parts.map((part, i) => (names.includes(i) && ((n + 1) >> names.indexOf(i)) & 1 ? '*' : part)).join('.'),
	);
}

/** The value at a share of a triangular or an even distribution between the ends of a range; `mode` of the triangle is the value as written. */
function quantileOf({low, high}: Knob, prior: Prior): (share: number) => number {
	const width = high - low;
	if (prior === 'uniform') return share => low + share * width;
	const mode = Math.min(high, Math.max(low, 1));
	const turning = width > 0 ? (mode - low) / width : 0;
	return share => (share < turning ? low + Math.sqrt(share * width * (mode - low)) : high - Math.sqrt((1 - share) * width * (high - mode)));
}

/** Where the value as written stands among the shares. */
function shareAt({low, high}: Knob, prior: Prior): number {
	const mode = Math.min(high, Math.max(low, 1));
	if (prior === 'uniform' || high > low) return high > low ? (mode - low) / (high - low) : 0.5;
	return 0.5;
}

/** Readings that go by the same names wherever they stand are believed or not together. */
function readingFactors(program: Program): readonly Factor[] {
	const sets = new Map<string, Origin[]>();
	for (const origin of program.origins.values()) {
		if (origin.readings.length === 0) continue;
		const names = origin.readings.map(({id}) => id).join(' | ');
		sets.set(names, [...(sets.get(names) ?? []), origin]);
	}
	return [...sets].map(([names, origins]) => readingFactor(program, names, origins));
}

function readingFactor({layout}: Program, id: string, origins: readonly Origin[]): Factor {
	const [{readings}] = origins;
	const choose = chooser(readings.map(({weight}) => weight));
	const slots = origins.map(origin => slotsOf(layout, origin));
	const set = (vector: Float64Array, share: number): void => {
		const chosen = choose.at(share);
		origins.forEach((origin, o) => {
			const {values} = origin.readings[chosen];
			slots[o].forEach((slot, month) => {
				vector[slot] = values[values.length === 1 ? 0 : month];
			});
		});
	};
	const heaviest = readings.reduce((best, {weight}, r) => (weight > readings[best].weight ? r : best), 0);
	return {
		id,
		kind: 'reading',
		options: readings.map((_, r) => choose.middle(r)),
		set,
		at: share => readings[choose.at(share)].id,
		rest: choose.middle(heaviest),
	};
}

function switchFactor({layout, parentVector: written}: Program, origin: Origin): Factor {
	const options = origin.field.options ?? [];
	const choose = chooser(options.map(() => 1));
	const slots = slotsOf(layout, origin);
	const set = (vector: Float64Array, share: number): void => {
		for (const slot of slots) vector[slot] = choose.at(share);
	};
	return {
		id: origin.path,
		kind: 'switch',
		options: options.map((_, o) => choose.middle(o)),
		set,
		at: share => options[choose.at(share)],
		rest: choose.middle(written[slots[0]]),
	};
}

/** Choices by weight: which one a share falls to, and the middle of what falls to one. */
function chooser(weights: readonly number[]): {readonly at: (share: number) => number; readonly middle: (choice: number) => number} {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const ends: number[] = [];
	for (const weight of weights) ends.push((ends.at(-1) ?? 0) + weight / total);
	const at = (share: number): number => {
		const found = ends.findIndex(end => share < end);
		return found < 0 ? weights.length - 1 : found;
	};
	return {at, middle: choice => ((ends[choice - 1] ?? 0) + ends[choice]) / 2};
}

/** Put a point of the cube into a vector: a share for each factor. */
export function place(factors: readonly Factor[], vector: Float64Array, point: ArrayLike<number>): void {
	for (let f = 0; f < factors.length; f++) factors[f].set(vector, point[f]);
}
