import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createElement} from 'react';
import {afterAll, afterEach, beforeEach, describe, expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {App} from '../../src/tui/app.tsx';
import type {Dialog} from '../../src/tui/state.ts';
import {openingState} from '../../src/tui/state.ts';
import {createStore, type Store} from '../../src/tui/store.ts';
import {keys, openScreen, type Screen} from './screen.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-bursts-'));
cpSync('scenarios', folder, {recursive: true});
afterAll(() => rmSync(folder, {recursive: true}));
const home = process.cwd();
const korea = path.join(folder, 'korea-1945', 'historical.yaml');

let screen: Screen;
let store: Store;
beforeEach(async () => {
	process.chdir(folder);
	store = createStore(loadScenario(korea), openingState('dark', 'braille', false));
	screen = await openScreen(createElement(App, {store}), {columns: 140, rows: 42});
});
afterEach(() => {
	process.chdir(home);
	return screen.close();
});

const dialog = (): Dialog['kind'] | undefined => store.getState().dialog?.kind;

/** Keys as a paste or a slow line brings them: in one write. Each of them may take some turns until it is drawn. */
async function burst(...pressed: string[]): Promise<void> {
	await screen.press(pressed.join(''));
	for (let i = 0; i < 3 * pressed.length; i++) await screen.settle();
}

describe('keys that come in one write go where they would have gone one by one', () => {
	test('a filter is typed and kept, and what follows goes to the panes and to the next dialog', async () => {
		await burst('/', 'coal', keys.enter, keys.tab, keys.tab, 'e', 'd');
		expect(store.getState()).toMatchObject({leverFilter: 'coal', pane: 'levers', dialog: undefined});
		expect(store.getState().notice).toMatch(/^written: \d+ files into exports\/$/);
	});

	test('a screen is turned to, its list filtered and a row opened', async () => {
		await burst(keys.tab, '4', '/', 'mine', keys.enter, keys.down, keys.down, keys.enter);
		expect(store.getState()).toMatchObject({screen: 'sites', pane: 'screen'});
		expect(store.getState().lists.sites).toMatchObject({filter: 'mine', row: 2, open: expect.any(String)});
	});

	test('values are typed for two levers, and the second dialog knows nothing of the first', async () => {
		await burst(keys.down, keys.enter, '45', keys.enter, keys.down, '=', '20', keys.enter, '2');
		const {positions, screen: shown} = store.getState();
		expect([...positions.values()]).toEqual([45, 20]);
		expect([shown, dialog()]).toEqual(['supply', undefined]);
	});

	test('a value that is wrong stays open, and takes what is typed next', async () => {
		await burst(keys.down, keys.enter, '999', keys.enter, keys.control('u'), '30', keys.enter, 'u');
		expect([store.getState().positions.size, store.getState().future.length, dialog()]).toEqual([0, 1, undefined]);
	});

	test('a what-if is saved, and keys after it are keys again', async () => {
		await burst(keys.down, keys.right, 's', 'In a burst', keys.enter, 'why not', keys.enter, '3', 's', keys.escape, keys.tab);
		const file = path.join(folder, 'korea-1945', 'what-if', 'in-a-burst.yaml');
		expect(readFileSync(file, 'utf8')).toContain('judgement: why not');
		expect(store.getState()).toMatchObject({savedAs: 'In a burst', screen: 'people', pane: 'screen', dialog: undefined});
		rmSync(file);
	});

	test('the picker warns, is asked again, and the keys after it are for what it opened', async () => {
		await burst(keys.right, 'p', 'six-ports', keys.enter, keys.enter, keys.down, keys.right, 'c');
		const {file, positions, pin} = store.getState();
		expect(file).toContain('six-ports');
		expect([positions.size, pin?.name]).toEqual([1, expect.stringMatching(/^Six Sakhalin ports.*, Coal that/)]);
	});

	test('the palette chooses among what was found, and not among what was there before', async () => {
		await burst(':', keys.down, keys.down, 'screen: losses', keys.enter, '<');
		expect(store.getState()).toMatchObject({screen: 'losses', dialog: undefined, month: 50});
	});

	test('Escape is a key of its own, whatever letter follows it', async () => {
		await burst('/', 'coal', keys.escape, '2', '?', keys.escape, keys.escape, 'z');
		expect(store.getState()).toMatchObject({leverFilter: '', screen: 'supply', zoomed: true, dialog: undefined});
	});

	test('letters held down and arrows come as they were pressed', async () => {
		await burst('jj', 'lll', keys.right, 'h', keys.up);
		const {lever, positions} = store.getState();
		expect([lever, positions.size]).toEqual([1, 1]);
	});

	test('the keys before a pasted text are pressed before it', async () => {
		await screen.press('/');
		await burst('co', '\u001b[200~al\u001b[201~', ' homes', keys.enter);
		expect(store.getState().leverFilter).toBe('coal homes');
	});
});

test('in a window too small for a dialog its keys are dropped, and it is there when there is room', async () => {
	await screen.resize(50, 12);
	await burst('?', 'zzz');
	expect([dialog(), store.getState().zoomed]).toEqual(['help', false]);
	await screen.resize(140, 42);
	await burst(keys.escape, 'z');
	expect([dialog(), store.getState().zoomed]).toEqual([undefined, true]);
});
