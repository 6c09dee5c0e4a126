/** What holds output back: shares of rated capacity made and lost, month by month. */
import {lostByCause, ratedValue} from '../../report/causes.ts';
import type {Findings} from '../../report/findings.ts';
import type {Layer} from '../drawing/stack.ts';
import {causeRole} from '../look.ts';
import type {Scene} from '../scene.ts';

export type Part = Layer & {readonly id: string; readonly mean: number};

const worked = new WeakMap<Findings, Map<number, readonly Part[]>>();

/**
 * What was made of rated capacity, and what each cause took of it, all sites together at base prices; the smaller causes as one.
 * Causes keep the order and colours that they have in the baseline, so that they stay where they are when a lever moves.
 */
export function partsOf(scene: Scene, findings: Findings, most: number): readonly Part[] {
	const known = worked.get(findings) ?? new Map<number, readonly Part[]>();
	worked.set(findings, known);
	const before = known.get(most);
	if (before) return before;
	const found = parts(scene.bench.baseline, findings, most);
	known.set(most, found);
	return found;
}

function parts(baseline: Findings, findings: Findings, most: number): readonly Part[] {
	const rated = ratedValue(findings);
	const usual = lostByCause(baseline).map(({cause}) => cause);
	const placeOf = (cause: string): number => (usual.includes(cause) ? usual.indexOf(cause) : usual.length);
	const lost = lostByCause(findings);
	const shares = lost.map(({cause, label, values}) => partOf(cause, label, placeOf(cause), values, rated));
	const made = rated.map((value, t) => (value > 0 ? 1 - shares.reduce((sum, {values}) => sum + values[t], 0) : 0));
	const own = (shares.length > most ? shares.slice(0, most - 1) : shares).toSorted((a, b) => placeOf(a.id) - placeOf(b.id));
	const rest = shares.slice(own.length);
	const others = made.map((_, t) => rest.reduce((sum, {values}) => sum + values[t], 0));
	return [
		{id: 'made', name: 'Made', role: 'faint', values: made, mean: meanOf(made)},
		...own,
		...(rest.length > 0 ? [{id: 'others', name: 'Other causes', role: 'band' as const, values: others, mean: meanOf(others)}] : []),
	];
}

function partOf(id: string, name: string, place: number, values: Float64Array, rated: Float64Array): Part {
	const shares = values.map((value, t) => (rated[t] > 0 ? value / rated[t] : 0));
	return {id, name, role: causeRole(place), values: shares, mean: meanOf(shares)};
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
