/** Holds the state, and what follows from it: the run, which is made once a turn of the event loop however many keys came in it. */
import path from 'node:path';
import type {Findings} from '../report/findings.ts';
import type {Program} from '../scenario/program.ts';
import {programOf} from '../study/subject.ts';
import {type Hands, handsBehindTheScreen} from './background.ts';
import {behindTheScreen} from './behind.ts';
import {type Bench, benchOf, type Positions, runAt} from './bench.ts';
import {lookOf} from './look.ts';
import {shownOutcomes} from './outcomes.ts';
import {type Action, reduce} from './reduce.ts';
import type {Scene} from './scene.ts';
import type {State} from './state.ts';

export type Store = {
	readonly getState: () => State;
	/** What there is to draw; a turn of the event loop behind the state at most. */
	readonly getScene: () => Scene;
	readonly dispatch: (action: Action) => void;
	/** `listener` is called when there is a new scene; call what is returned to end that. */
	readonly subscribe: (listener: () => void) => () => void;
	/** The bench of a file, read if it was not yet. Throws ScenarioError, BalanceError, RuleError. */
	readonly benchAt: (file: string) => Bench;
};

/** Put a program on the bench. Throws BalanceError, RuleError. */
export function createStore(program: Program, opening: State, hands: Hands = handsBehindTheScreen()): Store {
	const opened = path.normalize(program.file);
	const benches = new Map<string, Bench>([[opened, benchOf(program)]]);
	const benchAt = (file: string): Bench => {
		const bench = benches.get(file) ?? benchOf(programOf({file}));
		putLast(benches, file, bench, mostBenches);
		return bench;
	};
	const runs = createRuns();
	const listeners = new Set<() => void>();
	// It opens on the last month, what came of it all; a lesson where its first step looks.
	const month = opening.lesson ? opening.month : program.layout.months - 1;
	let state: State = within({...opening, file: opened, month}, benchAt(opened));
	let scene = sceneOf(state, benchAt, runs);
	let waiting = false;
	const tell = (): void => {
		for (const listener of listeners) listener();
	};
	const behind = behindTheScreen(hands.crew, () => {
		scene = {...scene, ...behind.found()};
		tell();
	});
	const tick = (): void => {
		waiting = false;
		try {
			state = within(state, benchAt(state.file));
			scene = sceneOf(state, benchAt, runs);
		} catch (error) {
			// What cannot be run is not shown: everything goes back to where it was when it could.
			state = {...scene.state, dialog: undefined, notice: error instanceof Error ? error.message.split('\n')[0] : String(error)};
			scene = sceneOf(state, benchAt, runs);
		}
		behind.follow(scene);
		scene = {...scene, ...behind.found()};
		tell();
	};
	return {
		getState: () => state,
		getScene: () => scene,
		dispatch: action => {
			const next = reduce(state, action);
			if (next === state) return;
			// What another file has is known once it is read.
			const bench = benches.get(next.file);
			state = bench ? within(next, bench) : next;
			if (!waiting) setImmediate(tick);
			waiting = true;
		},
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		benchAt,
	};
}

/** The state with everything in it that the bench has: another run may be shorter, and have fewer outcomes or no levers. */
function within(state: State, {program, levers}: Bench): State {
	const month = Math.max(0, Math.min(Math.trunc(state.month) || 0, program.layout.months - 1));
	const outcome = Math.max(0, Math.min(state.outcome, shownOutcomes(program).length - 1));
	const pane = state.pane === 'levers' && levers.length === 0 ? 'screen' : state.pane;
	return month === state.month && outcome === state.outcome && pane === state.pane ? state : {...state, month, outcome, pane};
}

type Runs = (bench: Bench, positions: Positions) => Findings;

function sceneOf(state: State, benchAt: (file: string) => Bench, runs: Runs): Scene {
	const bench = benchAt(state.file);
	const {pin} = state;
	return {
		bench,
		now: runs(bench, state.positions),
		before: runs(bench, state.before),
		pinned: pin ? {name: pin.name, findings: runs(benchAt(pin.file), pin.positions)} : {name: 'baseline', findings: bench.baseline},
		state,
		look: lookOf(state.theme, state.glyphs),
	};
}

/** How many benches are kept: what is on the screen and what is pinned among them, for they are asked for at every turn. */
const mostBenches = 4;
/** How many runs are kept: those on the screen, and some that an undo leads back to. */
const mostRuns = 16;

/** Runs, the latest of which are kept. */
function createRuns(): Runs {
	const known = new Map<string, Findings>();
	return (bench, positions) => {
		if (positions.size === 0 && bench.program.vector === bench.program.parentVector) return bench.baseline;
		const name = JSON.stringify([bench.program.file, [...positions].sort()]);
		const findings = known.get(name) ?? runAt(bench, positions);
		putLast(known, name, findings, mostRuns);
		return findings;
	};
}

/** Put an entry last, and drop the first ones where there are more than so many. */
function putLast<Value>(known: Map<string, Value>, name: string, value: Value, most: number): void {
	known.delete(name);
	known.set(name, value);
	for (const oldest of [...known.keys()].slice(0, -most)) known.delete(oldest);
}
