import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createElement} from 'react';
import {afterAll, afterEach, describe, expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {App} from '../../src/tui/app.tsx';
import {changedLine} from '../../src/tui/changed.ts';
import {width as widthOf} from '../../src/tui/drawing/lines.ts';
import {layoutOf} from '../../src/tui/layout.ts';
import {glyphSets, lookOf, themeNames} from '../../src/tui/look.ts';
import {effectChart} from '../../src/tui/panes/effect.ts';
import {footerLine} from '../../src/tui/panes/footer.ts';
import {headerLine, tabAt, tabsLine} from '../../src/tui/panes/header.ts';
import {leversPane} from '../../src/tui/panes/levers.ts';
import {screens} from '../../src/tui/screens/index.ts';
import {openingState} from '../../src/tui/state.ts';
import {createStore, type Store} from '../../src/tui/store.ts';
import {keys, openScreen, type Screen} from './screen.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-app-'));
cpSync('scenarios', folder, {recursive: true});
afterAll(() => rmSync(folder, {recursive: true}));
const korea = path.join(folder, 'korea-1945', 'historical.yaml');
const firstSteps = path.join(folder, 'first-steps.yaml');

let screen: Screen;
let store: Store;
async function open(file = korea, size: {columns?: number; rows?: number} = {}): Promise<Screen> {
	store = createStore(loadScenario(file), openingState('dark', 'braille', false));
	screen = await openScreen(createElement(App, {store}), {columns: 140, rows: 42, ...size});
	return screen;
}
afterEach(() => screen.close());
const last = (): string => screen.lines().at(-1) ?? '';
const line = (words: string): string => screen.lines().find(one => one.includes(words)) ?? '';

describe('the whole screen', () => {
	test('has the levers beside the screen, and above and below them where one is and what can be pressed', async () => {
		await open();
		expect(screen.lines()[0]).toContain('Soviet-zone Korea, 1945-1949 ▸ baseline ▸ Overview');
		expect(screen.lines()[1]).toContain('1 Overview');
		expect(screen.text()).toContain('Sakhalin ports that load coal');
		expect(screen.lines().at(-2)).toContain('Industrial index on average');
		expect(last()).toMatch(/↑↓ choose.*\? help {2}q quit/);
	});

	test('shows at once what a lever does, and that it is not saved', async () => {
		await open();
		await screen.press(keys.down, keys.right, keys.right);
		expect(screen.lines()[0]).toContain('what-if* ▸');
		expect(line('mines bring')).toContain('*');
		expect(screen.text()).toContain('1 of 50 moved');
		expect(screen.text()).toContain('+10');
		await screen.press('u');
		expect(screen.lines()[0]).not.toContain('*');
	});

	test('gives one pane at a time where there is not room for two, with the effect under the levers', async () => {
		await open(korea, {columns: 80, rows: 24});
		expect(screen.text()).toContain('━━ Levers');
		expect(screen.text()).toContain('baseline');
		await screen.press(keys.tab);
		expect(screen.text()).not.toContain('━━ Levers');
		await screen.press(']');
		expect(store.getState().screen).toBe('supply');
		await screen.press(keys.shiftTab);
		expect(screen.text()).toContain('━━ Levers');
	});

	test('says how large a window it needs, and comes back when it is that large', async () => {
		await open(korea, {columns: 50, rows: 12});
		expect(screen.text()).toMatch(/60\s+columns by 16\s+rows/);
		expect(screen.text()).toContain('50 by 12');
		await screen.resize(140, 42);
		expect(screen.text()).toContain('━━ Levers');
		await screen.resize(60, 16);
		expect(screen.lines()).toHaveLength(16);
		expect(last()).toContain('q quit');
	});

	test('says why there are no levers where there are none', async () => {
		await open(firstSteps);
		expect(screen.text()).toContain('First steps has no levers to move');
		expect(store.getState().pane).toBe('screen');
		await screen.press('2');
		expect(store.getState().screen).toBe('supply');
	});
});

describe('a dialog', () => {
	test('takes a value that is typed in one go', async () => {
		await open();
		await screen.press(keys.down, '\r45\r');
		expect(line('mines bring')).toContain('45 kt/month*');
		await screen.press('=999');
		await screen.press(keys.enter);
		expect(screen.text()).toContain('at most 60');
		await screen.press(keys.escape);
		expect(line('mines bring')).toContain('45 kt/month*');
	});

	test('filters the levers while it is typed, and Esc brings them back', async () => {
		await open();
		await screen.press('/', 'p', 'o', 'r', 't', 's', keys.enter);
		expect(screen.text()).toContain('“ports”:');
		expect(screen.text()).not.toContain('Coal that homes ask for');
		await screen.press(keys.escape);
		expect(screen.text()).toContain('Coal that homes ask for');
	});

	test('does whatever is chosen in the palette', async () => {
		await open();
		await screen.press(':', ...'theme light', keys.enter);
		expect(store.getState()).toMatchObject({theme: 'light', dialog: undefined});
		await screen.press(keys.control('p'), ...'builders at work', keys.enter);
		expect(line('▸')).toBeTruthy();
		expect(screen.text()).toContain('▸ Mechanics and builders at work');
	});

	test('shows all keys, and scrolls through them', async () => {
		await open();
		await screen.press('?');
		expect(screen.text()).toContain('Move the lever up by a step');
		expect(screen.text()).not.toContain('Quit at once');
		await screen.press(keys.end);
		expect(screen.text()).toContain('Quit at once');
		await screen.press(keys.escape);
		expect(screen.text()).toContain('━━ Levers');
	});

	test('puts a what-if on the bench after a look at it', async () => {
		await open();
		await screen.press('p', ...'six-ports');
		await new Promise(resolve => setTimeout(resolve, 200));
		await screen.settle();
		expect(screen.text()).toContain('Six Sakhalin ports');
		expect(screen.text()).toMatch(/Industrial index on average: [\d.]+ → [\d.]+ \(/);
		await screen.press(keys.enter);
		expect(screen.lines()[0]).toContain('▸ Six Sakhalin ports');
		expect(store.getScene().bench.program.overlays).toHaveLength(1);
	});

	test('asks before moved levers are left behind for another what-if', async () => {
		await open();
		await screen.press(keys.right, 'p', ...'six-ports', keys.enter);
		expect(screen.text()).toContain('not saved: Enter again');
		expect(store.getState().file).toBe(korea);
		await screen.press(keys.enter);
		expect(store.getState().file).toContain('six-ports');
	});

	test('saves the levers, and then nothing is unsaved', async () => {
		await open();
		await screen.press('s');
		expect(last()).toContain('nothing to save');
		await screen.press(keys.down, keys.right, 's', ...'Coal first', keys.enter, ...'it could be mined', keys.enter);
		const file = path.join(folder, 'korea-1945', 'what-if', 'coal-first.yaml');
		expect(existsSync(file)).toBe(true);
		expect(readFileSync(file, 'utf8')).toContain('it could be mined');
		expect(screen.lines()[0]).toContain('▸ Coal first ▸');
		expect(last()).toContain('coal-first.yaml');
		await screen.press(keys.right, 's', ...'Coal first', keys.enter, ...'x', keys.enter);
		expect(screen.text()).toMatch(/coal-first.yaml is there/);
		rmSync(file);
	});

	test('asks before what is not saved is lost, once', async () => {
		await open();
		await screen.press(keys.right, 'q');
		expect(screen.text()).toContain('Quit?');
		await screen.press(keys.escape);
		expect(screen.text()).toContain('━━ Levers');
		await screen.press('q', 'y');
		await screen.exited;
	});
});

describe('in the smallest window', () => {
	test('every dialog is whole', async () => {
		await open(korea, {columns: 60, rows: 16});
		await screen.press(keys.down, keys.right);
		for (const key of ['?', ':', 'p', '=', '/', 's', 'e', 'q']) {
			await screen.press(key);
			expect(
				screen.lines().filter(one => one.includes('╭')),
				screen.text(),
			).toHaveLength(1);
			expect(screen.lines().findIndex(one => one.includes('╰'))).toBeLessThanOrEqual(13);
			expect(screen.text()).toMatch(/Esc (close|leave|as before|leave it|nothing|stay)/);
			await screen.press(keys.escape);
			expect(store.getState().dialog).toBeUndefined();
		}
	});

	test('what is wrong with what was typed is seen', async () => {
		await open(korea, {columns: 60, rows: 16});
		await screen.press(keys.down, keys.enter, '999', keys.enter);
		expect(screen.text()).toContain('at most 60');
		await screen.press(keys.escape, keys.right, 's', keys.enter);
		expect(screen.text()).toContain('a what-if needs a title');
	});
});

describe('the mouse', () => {
	const press = (column: number, row: number): string => `\u001b[<0;${column + 1};${row + 1}M`;
	const wheel = (column: number, row: number): string => `\u001b[<65;${column + 1};${row + 1}M`;

	test('points at tabs and levers and pulls sliders, once it is asked for', async () => {
		await open();
		const tab = screen.lines()[1].indexOf('4 Sites');
		await screen.press(press(tab, 1));
		expect(store.getState().screen).toBe('overview');
		await screen.press('m', press(tab, 1));
		expect(store.getState().screen).toBe('sites');
		const row = screen.lines().findIndex(one => one.includes('Coal that homes ask for'));
		await screen.press(press(5, row));
		expect(line('▸ Coal that homes')).toContain('×1');
		const slider = screen.lines().findIndex(one => one.includes('▸ Coal that homes')) + 1;
		await screen.press(press(2, slider));
		expect(line('▸ Coal that homes')).toContain('×0.5');
		await screen.press(wheel(5, 10));
		expect(line('▸')).toBeTruthy();
		expect(screen.text()).not.toContain('▸ Coal that homes');
	});

	test('walks the rows of a list', async () => {
		await open();
		await screen.press('m', keys.tab, '4', wheel(100, 20), wheel(100, 20));
		expect(store.getState().lists.sites.row).toBe(2);
	});
});

test('q leaves at once where nothing was moved', async () => {
	await open();
	await screen.press('q');
	await screen.exited;
});

test('the tabs have their titles in a terminal of 80 columns, and a tab that is clicked on is shown', async () => {
	await open(korea, {columns: 80, rows: 24});
	expect(screen.lines()[1].trimEnd()).toBe('  1 View 2 Supply 3 People 4 Sites 5 Money 6 Losses 7 History 8 Compare 9 Why');
	const scene = store.getScene();
	expect([1, 8, 16, 70, 71].map(column => tabAt(scene, screens, 80, column)?.id)).toEqual(['overview', 'supply', 'supply', 'compare', 'why']);
});

describe('every row is as wide as it should be', () => {
	const sizes = [
		[60, 16],
		[61, 17],
		[80, 24],
		[119, 40],
		[120, 36],
		[173, 50],
		[240, 70],
	] as const;
	test.each([korea, firstSteps])('in every size, theme and set of glyphs: %s', async file => {
		await open(file);
		const {bench} = store.getScene();
		if (bench.levers.length > 0) store.dispatch({type: 'move', lever: bench.levers[3].id, to: bench.levers[3].max, at: 0});
		await screen.settle();
		for (const [width, height] of sizes) {
			for (const [theme, glyphs] of [...themeNames.map(name => [name, 'braille'] as const), ...glyphSets.map(set => ['mono', set] as const)]) {
				for (const lever of [0, 20, 49]) {
					const scene = {...store.getScene(), look: lookOf(theme, glyphs), state: {...store.getState(), lever, pane: 'levers' as const}};
					const layout = layoutOf({width, height}, scene.state)!;
					const reach = {state: scene.state, scene, screen: screens[0], at: 0, page: 10};
					const rows = [headerLine(scene, screens[0], width), tabsLine(scene, screens, width), changedLine(scene, width), footerLine(reach, width)];
					expect(rows.map(widthOf)).toEqual([width, width, width, width]);
					const levers = leversPane(scene, layout.levers!);
					expect(new Set(levers.map(widthOf))).toEqual(new Set([layout.levers!.width]));
					expect(levers).toHaveLength(layout.levers!.height);
					if (layout.effect) expect(effectChart(scene, layout.effect).map(widthOf)).toEqual(Array(layout.effect.height).fill(width));
				}
			}
		}
	});
});
