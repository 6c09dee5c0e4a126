/**
 * Fitted values, found by a fit: factors on numbers of the scenario, each inside the range that the number states; and for a
 * pattern of paths how far all of its numbers are moved together, as a share of the way to the ends of their ranges.
 */
import {knobOf, knobsOf, towards, turn} from './knobs.ts';
import type {Numbers} from './parameters.ts';
import {type Problems, quote} from './problem.ts';
import {child, entriesOf, type Mapping, type Tree} from './tree.ts';

/** Room for the rounding of a factor written with six digits. */
const ROUNDING = 1e-5;

/**
 * Apply a file of fitted values to the numbers as written; whatever is wrong with it is reported. Ranges are checked on a run of
 * the whole scenario: in a shorter one a dated value may still be nothing, or have another shape.
 */
export function applyFitted(file: Mapping | undefined, numbers: Numbers, whole: boolean, problems: Problems): void {
	for (const {key: path, value: row, spot} of entriesOf(child(file, 'values'))) {
		if (path.includes('*')) {
			moveTogether(path, child(row, 'way') ?? row, numbers, whole, problems);
			continue;
		}
		const scale = child(row, 'scale');
		const origin = numbers.origins.get(path);
		if (!origin) {
			problems.unknown(spot, 'unknown-path', 'the scenario has no value', path, numbers.origins.keys());
			continue;
		}
		const knob = knobOf(numbers, path);
		if (typeof knob === 'string') {
			if (whole) problems.add(spot, 'range', knob);
			continue;
		}
		if (scale?.kind !== 'scalar' || typeof scale.value !== 'number') {
			problems.add(scale?.spot ?? spot, 'type', `expected a factor such as 1.2, found ${quote(scale?.kind === 'scalar' ? String(scale.value) : 'nothing')}`);
		} else if (whole && (scale.value < knob.low * (1 - ROUNDING) || scale.value > knob.high * (1 + ROUNDING))) {
			problems.add(
				scale.spot,
				'range',
				`${scale.value} takes ${path} out of its range; between ${knob.low.toPrecision(4)} and ${knob.high.toPrecision(4)} it stays in`,
			);
		} else {
			turn(numbers.vector, knob, scale.value);
			numbers.origins.set(path, {...origin, fitted: true});
		}
	}
}

function moveTogether(pattern: string, way: Tree | undefined, numbers: Numbers, whole: boolean, problems: Problems): void {
	if (!way) return;
	const knobs = knobsOf(numbers, pattern);
	if (way.kind !== 'scalar' || typeof way.value !== 'number' || !(Math.abs(way.value) <= 1)) {
		problems.add(way.spot, 'range', `expected how far ${pattern} are moved, between -1 (the bottoms of their ranges) and 1 (the tops), as in {way: 0.5}`);
	} else if (knobs.length === 0) {
		if (whole) problems.add(way.spot, 'range', `no number ${pattern} states a range, so none of them may be moved`);
	} else {
		for (const knob of knobs) {
			turn(numbers.vector, knob, towards(knob, way.value));
			const origin = numbers.origins.get(knob.path);
			if (origin) numbers.origins.set(knob.path, {...origin, fitted: true});
		}
	}
}
