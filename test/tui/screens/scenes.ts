/** Scenes for tests of screens: a scenario on the bench, with levers moved and the state as a test wants it. */
import {expect} from 'vitest';
import {findingsOf} from '../../../src/report/findings.ts';
import {runOn} from '../../../src/run/full-run.ts';
import {loadScenario} from '../../../src/scenario/load.ts';
import type {Program} from '../../../src/scenario/program.ts';
import {type Bench, benchOf, type Positions, runAt} from '../../../src/tui/bench.ts';
import {width} from '../../../src/tui/drawing/lines.ts';
import {lookOf} from '../../../src/tui/look.ts';
import type {Scene, Screen, Size} from '../../../src/tui/scene.ts';
import {freshList, type ListState, openingState, type State} from '../../../src/tui/state.ts';

const benches = new Map<string, Bench>();

/** A scenario of the repository on the bench, read once. */
export function benchAt(file: string): Bench {
	const bench = benches.get(file) ?? benchOf(loadScenario(`scenarios/${file}`, {}));
	benches.set(file, bench);
	return bench;
}

export const korea = (): Bench => benchAt('korea-1945/historical.yaml');
export const firstSteps = (): Bench => benchAt('first-steps.yaml');

/** A small program on the bench, without levers. */
export const benchFor = (program: Program): Bench => ({program, levers: [], baseline: findingsOf(runOn(program, program.parentVector))});

type Wish = {readonly positions?: Positions; readonly state?: Partial<State>; readonly list?: Partial<ListState>};

/** A scene of a screen. */
export function sceneOf(bench: Bench, {id}: Screen, {positions, state = {}, list = {}}: Wish = {}): Scene {
	const opening = openingState('dark', 'braille', false);
	const lists = {...opening.lists, [id]: {...freshList, ...list}};
	const shown: State = {...opening, screen: id, pane: 'screen', lists, ...(positions && {positions}), ...state};
	const now = positions ? runAt(bench, positions) : bench.baseline;
	return {bench, now, before: now, pinned: {name: 'baseline', findings: bench.baseline}, state: shown, look: lookOf(shown.theme, shown.glyphs)};
}

/** Where the screen stands in terminals of 60x16, 80x24, 120x40 and 200x60. */
export const sizes: readonly Size[] = [
	{width: 60, height: 12},
	{width: 80, height: 20},
	{width: 76, height: 36},
	{width: 143, height: 56},
];

/** A screen drawn without its colours; every row must have exactly the width asked for. */
export function drawn({draw}: Screen, scene: Scene, size: Size): string {
	const rows = draw(scene, size);
	expect(rows.length).toBe(size.height);
	for (const row of rows) expect(width(row), row).toBe(size.width);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours begin with one
	return rows.join('\n').replace(/\u001b\[[0-9;]*m/g, '');
}
