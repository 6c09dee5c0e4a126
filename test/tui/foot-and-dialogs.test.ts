import {createElement} from 'react';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {App} from '../../src/tui/app.tsx';
import {openingState} from '../../src/tui/state.ts';
import {createStore, type Store} from '../../src/tui/store.ts';
import {keys, openScreen, type Screen} from './screen.ts';

let screen: Screen;
let store: Store;
beforeEach(async () => {
	store = createStore(loadScenario('scenarios/korea-1945/historical.yaml'), openingState('dark', 'braille', false));
	screen = await openScreen(createElement(App, {store}), {columns: 140, rows: 42});
});
afterEach(() => screen.close());
const last = (): string => screen.lines().at(-1) ?? '';
const line = (words: string): string => screen.lines().find(one => one.includes(words)) ?? '';

describe('the foot', () => {
	test('says what is pinned and how to go on, and has the keys again after a while', async () => {
		await screen.press(keys.right, 'c');
		expect(last()).toContain('pinned as A; now move levers for B, 8 compares');
		await screen.press(keys.down, keys.right, '8');
		expect(screen.text()).toContain('A: Sakhalin ports that load coal 4 ports');
		expect(screen.text()).toContain('B: Sakhalin ports that load coal 4 ports, Coal that');
		await new Promise(resolve => setTimeout(resolve, 3200));
		await screen.settle();
		expect(last()).toMatch(/choose.*q quit/);
	});

	test('has each key once, with what it does', async () => {
		await screen.press(keys.tab, '4', '/', ...'mine', keys.enter, keys.enter, 'z');
		expect(last().match(/Esc/g)).toHaveLength(1);
		expect(last()).toContain('Esc close');
	});
});

test('a filter begins empty, with the words before as a hint, and keeps them until others are typed', async () => {
	await screen.press('/', ...'ports', keys.enter, '/');
	expect(store.getState().leverFilter).toBe('ports');
	expect(line('│  ports')).toBeTruthy();
	await screen.press(keys.enter);
	expect(store.getState().leverFilter).toBe('ports');
	await screen.press('/', ...'coal', keys.escape);
	expect(store.getState().leverFilter).toBe('ports');
	await screen.press('/', ...'coal', keys.enter);
	expect(store.getState().leverFilter).toBe('coal');
});

test('help begins with what the program shows, and the palette with what is looked for', async () => {
	await screen.press('?');
	expect(screen.text()).toMatch(/model of Soviet-zone Korea, 1945-1949, month by month from 1945-09 to 1949-12/);
	await screen.press(keys.escape, ':');
	expect(screen.text()).toMatch(/▸ Screen: Overview/);
	expect(screen.text()).toContain('Save the levers as a what-if');
	expect(screen.text()).not.toContain('The lever above');
});

test('a value is typed in place of the one there is, and Enter alone leaves that', async () => {
	await screen.press(keys.down, keys.enter);
	expect(screen.text()).toContain('now 20 kt/month');
	await screen.press(keys.enter);
	expect(store.getState()).toMatchObject({dialog: undefined, positions: new Map()});
});

test('saving says from the start what a reason is for', async () => {
	await screen.press(keys.right, 's');
	expect(screen.text()).toContain('say why this could have been so: every number of a case has a reason');
});

test('where one pane stands alone, a digit shows the screen that it turns to, and the chart under the levers has eight rows', async () => {
	await screen.resize(80, 24);
	const axis = screen.lines().findIndex(one => one.includes('└'));
	expect(axis - screen.lines().findIndex(one => one.startsWith('Industrial index'))).toBeGreaterThanOrEqual(8);
	await screen.press('4');
	expect(store.getState()).toMatchObject({pane: 'screen', screen: 'sites'});
	expect(screen.text()).not.toContain('━━ Levers');
});
