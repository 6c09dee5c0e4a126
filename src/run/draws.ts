/**
 * Draws: which shocks befall a run, settled before its months begin.
 *
 * A generator for every (seed, member, stream, entity) and one draw a month from it, so that a shock which a scenario adds
 * does not move another's luck, and a run and its what-if share theirs.
 */
import seedrandom from 'seedrandom';
import {slotOf} from '../economy/parameters.ts';
import type {Program, Shock, ShockChange} from '../scenario/program.ts';

/** A shock that begins in a month of the run, 0 the first. */
export type Hit = {readonly shock: Shock; readonly month: number};

/** The generator that belongs to one entity in one stream of one member of a study. */
export const generator = (seed: string, member: number, stream: string, entity: string): (() => number) =>
	seedrandom.alea(`${seed}/${member}/${stream}/${entity}`);

/** The shocks that a member of a study meets, in the order of the scenario and then of the months. */
export function drawHits(program: Program, seed: string, member: number): Hit[] {
	const hits: Hit[] = [];
	for (const shock of program.shocks) {
		const draw = generator(seed, member, 'shock', shock.id);
		for (let month = 0; month < program.layout.months; month++) {
			if (draw() < shock.chance) hits.push({shock, month});
		}
	}
	return hits;
}

/** The parameters of a member of a study: the scenario's, with the shocks that it meets. */
export const drawShocks = (program: Program, seed: string, member: number): Float64Array => applyHits(program, drawHits(program, seed, member));

/** Parameters, the scenario's if not given, with these shocks laid over them. One that strikes again while it lasts lasts longer and is no worse. */
export function applyHits(program: Program, hits: readonly Hit[], vector: Float64Array = program.vector.slice()): Float64Array {
	for (const shock of program.shocks) {
		const struck = new Uint8Array(program.layout.months);
		for (const hit of hits) if (hit.shock === shock) struck.fill(1, hit.month, hit.month + shock.months);
		for (const change of shock.change) scaleWhere(program, vector, change, struck);
	}
	return vector;
}

/** Scale a value in the months marked. A shock cannot carry a value past the bounds of what it means, as a share past all. */
function scaleWhere(program: Program, vector: Float64Array, {path, scale}: ShockChange, struck: Uint8Array): void {
	const origin = program.origins.get(path);
	if (!origin) throw new Error(`a shock changes "${path}", which the scenario does not have`);
	const {place, row, field} = origin;
	if (field.when !== 'monthly') throw new Error(`a shock changes "${path}", which does not vary from month to month`);
	for (let month = 0; month < struck.length; month++) {
		if (struck[month] === 0) continue;
		const slot = slotOf(program.layout, place, row, month);
		vector[slot] = Math.min(field.max, Math.max(field.min, vector[slot] * scale));
	}
}
