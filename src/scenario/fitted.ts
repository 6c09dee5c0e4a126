/** Fitted values: factors on numbers of the scenario, found by a fit, each inside the range that the number states. */
import {knobOf, turn} from './knobs.ts';
import type {Numbers} from './parameters.ts';
import {type Problems, quote} from './problem.ts';
import {child, entriesOf, type Mapping} from './tree.ts';

/** Room for the rounding of a factor written with six digits. */
const ROUNDING = 1e-5;

/**
 * Apply a file of fitted values to the numbers as written; whatever is wrong with it is reported. Ranges are checked on a run of
 * the whole scenario: in a shorter one a dated value may still be nothing, or have another shape.
 */
export function applyFitted(file: Mapping | undefined, numbers: Numbers, whole: boolean, problems: Problems): void {
	for (const {key: path, value: row, spot} of entriesOf(child(file, 'values'))) {
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
