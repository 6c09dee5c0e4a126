/** Fitting: move knobs inside their ranges until the run is as near the target facts as it can be brought. */
import {simulate} from '../run/simulate.ts';
import {type Knob, knobOf, turn} from '../scenario/knobs.ts';
import type {Program} from '../scenario/program.ts';
import {columnsOf, misfitOf, targetsOf} from './misfit.ts';
import {type SearchOptions, search} from './search.ts';

export type Fit = {
	readonly knobs: readonly Knob[];
	/** The factor of each knob on the value as written. */
	readonly factors: readonly number[];
	readonly before: number;
	readonly after: number;
	readonly evaluations: number;
	/** The parameters with the knobs set. */
	readonly vector: Float64Array;
};

/**
 * Fit the named numbers of a program to its target facts, starting from `vector`.
 * Throws an Error if one of them has no range, or if there are more than half as many as targets.
 */
export function fitTargets(program: Program, paths: readonly string[], options: SearchOptions, vector: Float64Array = program.vector): Fit {
	const facts = targetsOf(program);
	if (paths.length > facts.length / 2) throw new Error(`${paths.length} numbers may not be fitted to ${facts.length} targets: at most half as many`);
	const columns = columnsOf(program, facts);
	const knobs = paths.map(path => requireKnob(program, path));
	const at = (point: Float64Array): Float64Array => {
		const moved = vector.slice();
		knobs.forEach((knob, k) => turn(moved, knob, factorAt(knob, point[k])));
		return moved;
	};
	const misfitAt = (moved: Float64Array): number => misfitOf(program, simulate(program, columns, {vector: moved}), facts);
	const found = search(knobs.length, point => misfitAt(at(point)), options);
	return {
		knobs,
		factors: knobs.map((knob, k) => factorAt(knob, found.point[k])),
		before: misfitAt(vector),
		after: found.value,
		evaluations: found.evaluations,
		vector: at(found.point),
	};
}

/** The factor at a point of the range, to the six digits with which it is written down. */
const factorAt = ({low, high}: Knob, at: number): number => Number((low + at * (high - low)).toPrecision(6));

function requireKnob(program: Program, path: string): Knob {
	const knob = knobOf(program, path);
	if (typeof knob === 'string') throw new Error(knob);
	return knob;
}
