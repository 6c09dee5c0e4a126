/** What is on the bench, in words. */
import path from 'node:path';
import {positionText} from '../report/position.ts';
import type {Bench} from './bench.ts';
import {isUnsaved} from './reduce.ts';
import type {State} from './state.ts';

/** `baseline`, `what-if`, `Six ports`: the scenario, the scenario with levers moved, or the what-if that was saved or opened. */
export function benchName({program}: Bench, state: State): string {
	if (state.savedAs !== undefined && !isUnsaved(state)) return state.savedAs;
	const last = program.overlays.at(-1);
	if (last) return last.title || path.basename(last.file);
	return state.positions.size === 0 ? 'baseline' : 'what-if';
}

/** `baseline`, `Coal that homes ask for ×0.5, Pay of a Soviet specialist 60 kyen/person/month and 3 more`: a run by what was moved. */
export function nameOf(bench: Bench, state: State): string {
	const name = benchName(bench, state);
	const {positions} = state;
	if (positions.size === 0 || (state.savedAs !== undefined && !isUnsaved(state))) return name;
	const moved = movedText(bench, positions);
	return bench.program.overlays.length === 0 ? moved : `${name}, ${moved}`;
}

/** As many levers as a name has, those that were moved first. */
const named = 2;

function movedText({levers}: Bench, positions: State['positions']): string {
	const moved = [...positions].flatMap(([id, position]) => {
		const lever = levers.find(one => one.id === id);
		return lever ? [`${briefly(lever.label)} ${positionText(position, lever.unit)}`] : [];
	});
	const rest = moved.length - named;
	return `${moved.slice(0, named).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** A label without what it says in brackets, and without that it is a share, for its value shows that. */
const briefly = (label: string): string => label.replace(/\s*\([^()]*\)$/, '').replace(/^Share of (?:the )?/, '');
