/** What holds output back: shares of rated capacity made and lost, month by month. */

import type {Findings} from '../../report/findings.ts';
import {type Lost, lostByCause, ratedValue} from '../../run/lost-output.ts';
import type {Program} from '../../scenario/program.ts';
import type {Layer} from '../drawing/stack.ts';
import type {Scene} from '../scene.ts';
import {lookOfCause, madeLook, othersLook, shownApart} from './cause-look.ts';

export type Part = Layer & {readonly id: string; readonly mean: number};

const worked = new WeakMap<Findings, Map<number, readonly Part[]>>();

/**
 * What was made of rated capacity, and what each cause took of it, all sites together at base prices; the smaller causes as one.
 * Causes keep the order that they have in the baseline, so that they stay where they are when a lever moves.
 */
export function partsOf(scene: Scene, findings: Findings, most: number): readonly Part[] {
	const known = worked.get(findings) ?? new Map<number, readonly Part[]>();
	worked.set(findings, known);
	const before = known.get(most);
	if (before) return before;
	const lost = lostByCause(findings);
	const rated = ratedValue(findings);
	const made = rated.map((value, t) => value - lost.reduce((sum, {values}) => sum + values[t], 0));
	const found = stackedParts({program: findings.run.program, rated, made, lost, usual: lostByCause(scene.bench.baseline)}, most);
	known.set(most, found);
	return found;
}

/** What was rated, made and lost, and what is usually lost, which gives the causes their order. */
type Account = {
	readonly program: Program;
	readonly rated: Float64Array;
	readonly made: Float64Array;
	readonly lost: readonly Lost[];
	readonly usual: readonly Lost[];
};

/** An account as the layers of a stack, in shares of what was rated; each cause by itself where no limit is set. */
export function stackedParts({program, rated, made, lost, usual}: Account, most: number): readonly Part[] {
	const order = usual.map(({cause}) => cause);
	const placeOf = ({cause}: Lost): number => (order.includes(cause) ? order.indexOf(cause) : order.length);
	const {own, rest} = most === Number.POSITIVE_INFINITY ? {own: lost, rest: []} : shownApart(program, lost, most);
	const partOf = (id: string, name: string, values: Float64Array): Part => {
		const shares = values.map((value, t) => (rated[t] > 0 ? value / rated[t] : 0));
		const look = id === 'made' ? madeLook : id === 'others' ? othersLook : lookOfCause(program, id);
		return {id, name, ...look, values: shares, mean: meanOf(shares)};
	};
	const others = rated.map((_, t) => rest.reduce((sum, {values}) => sum + values[t], 0));
	return [
		partOf('made', 'Made', made),
		...own.toSorted((a, b) => placeOf(a) - placeOf(b)).map(({cause, label, values}) => partOf(cause, label, values)),
		...(rest.length > 0 ? [partOf('others', 'Other causes', others)] : []),
	];
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
