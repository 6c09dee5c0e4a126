/** What is on the bench, in words. */
import path from 'node:path';
import type {Bench} from './bench.ts';
import {isUnsaved} from './reduce.ts';
import type {State} from './state.ts';

/** `as written`, `Six ports`: the scenario or what-if on the bench. */
export function benchName({program}: Bench): string {
	const last = program.overlays.at(-1);
	return last ? last.title || path.basename(last.file) : 'as written';
}

/** `as written, 2 levers moved`: a run, told from others on the same bench. */
export function nameOf(bench: Bench, state: State): string {
	const {size} = state.positions;
	if (state.savedAs !== undefined && !isUnsaved(state)) return state.savedAs;
	return size === 0 ? benchName(bench) : `${benchName(bench)}, ${size} ${size === 1 ? 'lever' : 'levers'} moved`;
}
