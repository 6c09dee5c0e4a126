import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {afterAll, expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {caseFiles} from '../../src/tui/case-files.ts';
import {changed, changedLine} from '../../src/tui/changed.ts';
import {previewOf} from '../../src/tui/dialogs/preview.ts';
import {paint, type Role} from '../../src/tui/look.ts';
import {nameOf} from '../../src/tui/names.ts';
import {headerLine} from '../../src/tui/panes/header.ts';
import type {Action} from '../../src/tui/reduce.ts';
import {screens} from '../../src/tui/screens/index.ts';
import {openingState} from '../../src/tui/state.ts';
import {createStore} from '../../src/tui/store.ts';
import {typedPosition} from '../../src/tui/value.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-store-'));
cpSync('scenarios/korea-1945', folder, {recursive: true});
afterAll(() => rmSync(folder, {recursive: true}));
const korea = path.join(folder, 'historical.yaml');
const whatIf = path.join(folder, 'what-if', 'sakhalin-both.yaml');

const opened = (file = korea) => createStore(loadScenario(file), openingState('dark', 'braille', false));
const turn = (): Promise<void> => new Promise(resolve => setImmediate(() => setImmediate(resolve)));

test('however many keys come in a turn, there is one run and one scene, of the newest positions', async () => {
	const store = opened();
	const [lever] = store.getScene().bench.levers;
	let scenes = 0;
	store.subscribe(() => scenes++);
	for (let i = 0; i <= 10; i++) store.dispatch({type: 'move', lever: lever.id, to: lever.min + i * lever.step, at: i});
	expect(store.getState().positions.get(lever.id)).toBe(lever.min + 10 * lever.step);
	await turn();
	expect(scenes).toBe(1);
	expect(store.getScene().state).toBe(store.getState());
});

test('looking elsewhere runs nothing anew', async () => {
	const store = opened();
	const {now} = store.getScene();
	store.dispatch({type: 'screen', screen: 'losses'});
	await turn();
	expect(store.getScene().now).toBe(now);
	expect(now).toBe(store.getScene().bench.baseline);
});

test('a what-if stands on the bench beside the scenario without it', async () => {
	const store = opened(whatIf);
	const {now, bench, before} = store.getScene();
	expect(now).not.toBe(bench.baseline);
	expect(before).toBe(now);
	expect(changed(store.getScene()).outcome).toMatch(/^Industrial index on average: [\d.]+$/);
	expect(changed(store.getScene()).against).toMatch(/^\+[\d.]+ % from the baseline$/);
});

test('another file on the bench brings its own run, and the month stays within it', async () => {
	const store = opened();
	store.dispatch({type: 'month', month: 51});
	store.dispatch({type: 'open', file: path.resolve('scenarios/first-steps.yaml')});
	await turn();
	const {bench, state} = store.getScene();
	expect(bench.program.title).toBe('First steps');
	expect(state.month).toBe(11);
	expect(state.pane).toBe('screen');
});

test('the month is within the run from the first frame on, whatever is asked for', async () => {
	const last = loadScenario(korea).layout.months - 1;
	for (const month of [Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY, Number.NaN, -1, 1.5]) {
		const store = createStore(loadScenario(korea), {...openingState('dark', 'braille', false), month});
		expect(store.getScene().state.month).toBe(last);
		expect(headerLine(store.getScene(), screens[0], 120)).toContain('1949-12');
		store.dispatch({type: 'month', month});
		for (const state of [store.getState(), store.getScene().state])
			expect(state.month === Math.trunc(state.month) && state.month >= 0 && state.month <= last).toBe(true);
		await turn();
		expect(store.getScene().state.month).toBe(store.getState().month);
	}
});

test('what is put back is said to be so, in the colour of change and of nothing bad', async () => {
	const store = opened();
	const {bench, look} = store.getScene();
	const lever = bench.levers.find(({id}) => id === 'japanese-leave')!;
	const line = async (...actions: Action[]): Promise<string> => {
		for (const action of actions) store.dispatch(action);
		await turn();
		return changedLine(store.getScene(), 160);
	};
	const inRole = (role: Role): string => paint('x', {role}, look).split('x')[0];
	const moved = await line({type: 'move', lever: lever.id, to: lever.min, at: 0});
	expect(moved).toContain(`${inRole('good')}Industrial index on average: `);
	for (const [word, ...actions] of [
		['undone', {type: 'undo'}],
		['redone', {type: 'redo'}],
		['reset', {type: 'reset', lever: lever.id}],
		['undone', {type: 'undo'}],
		['reset', {type: 'reset'}],
	] as const) {
		expect(await line(...actions)).toContain(`${inRole('changed')}${word}: Industrial index on average: `);
	}
});

test('the line of what changed compares with A and with the baseline, and has the year under the cursor', async () => {
	const store = opened();
	const [lever] = store.getScene().bench.levers.filter(({id}) => id === 'japanese-leave');
	store.dispatch({type: 'month', month: 30});
	store.dispatch({type: 'move', lever: lever.id, to: 10, at: 0});
	store.dispatch({type: 'pin', name: 'ten'});
	store.dispatch({type: 'move', lever: lever.id, to: 0, at: 1000});
	await turn();
	const {against, year} = changed(store.getScene());
	expect(against).toMatch(/^\+[\d.]+ % from A, \+[\d.]+ % from the baseline$/);
	expect(year).toMatch(/^1948: [\d.]+ → [\d.]+$/);
	for (const width of [60, 80, 100, 120, 160]) expect(stripVTControlCharacters(changedLine(store.getScene(), width)).length).toBe(width);
	expect(changedLine(store.getScene(), 80)).toMatch(/ % from A|1948/);
});

test('a run is named by what was moved: two levers, and how many more', async () => {
	const store = opened();
	const name = (): string => nameOf(store.getScene().bench, store.getState());
	expect(name()).toBe('baseline');
	const [first, ...others] = ['specialists-sent', 'household-coal', 'grain', 'safety', 'hunger'];
	store.dispatch({type: 'move', lever: first, to: 100, at: 0});
	expect(name()).toBe('specialists asked for who are sent 100 %');
	for (const [i, lever] of others.entries()) store.dispatch({type: 'move', lever, to: 0.5, at: i});
	expect(name()).toBe('specialists asked for who are sent 100 %, Coal that homes ask for ×0.5 and 3 more');
});

test('what cannot be read is said, and what was on the bench stays there', async () => {
	const store = opened();
	const [lever] = store.getScene().bench.levers;
	store.dispatch({type: 'move', lever: lever.id, to: lever.max, at: 0});
	await turn();
	store.dispatch({type: 'open', file: path.join(folder, 'what-if', 'not-there.yaml')});
	await turn();
	expect(store.getState()).toMatchObject({file: korea, notice: expect.stringContaining('not-there.yaml')});
	expect(store.getState().positions.get(lever.id)).toBe(lever.max);
});

test('the line of what changed has the outcome before and after, and what most was lost to', async () => {
	const store = opened();
	const {bench} = store.getScene();
	const effects = [];
	for (const lever of bench.levers) {
		store.dispatch({type: 'move', lever: lever.id, to: lever.max, at: effects.length * 1000});
		await turn();
		effects.push(changed(store.getScene()));
		store.dispatch({type: 'reset'});
	}
	expect(effects.filter(({sign}) => sign !== '0').length).toBeGreaterThan(20);
	for (const {outcome, cause, sign} of effects) {
		expect(outcome).toMatch(sign === '0' ? /no change/ : / [\d.]+ \(([+−][\d.]+|(up|down) by less than 0.05) %\)/);
		expect(cause).toMatch(/^lost most to: /);
	}
});

test('the picker lists the scenario and the what-ifs of its case, and says what is wrong with a broken one', () => {
	const broken = path.join(folder, 'what-if', 'broken.yaml');
	writeFileSync(broken, 'counterplan: 1\nfile: what-if\nextends: ../historical.yaml\ntitle: "Broken"\nchange:\n  labour.bilders: {scale: 2}\n');
	const store = opened();
	const files = caseFiles(store.getScene().bench.program);
	expect(files[0]).toMatchObject({file: korea, kind: 'scenario'});
	expect(files.filter(({kind}) => kind === 'what-if').length).toBeGreaterThan(20);
	expect(files.find(({file}) => file === broken)).toMatchObject({title: 'Broken'});
	expect(previewOf(store, broken)).toMatchObject({problem: expect.stringMatching(/broken\.yaml:6:3 {2}unknown-path/)});
	expect(previewOf(store, whatIf)).toMatchObject({changes: expect.arrayContaining([expect.stringContaining('sakhalin')])});
	rmSync(broken);
});

test.each([
	['45', 45],
	['45 kt/month', 45],
	['30000 t/month', 30],
	['120 kt/year', 10],
	['12,5', '“12,5” is no number'],
	['1,000', 'at most 60'],
	['−1', 'at least 0'],
	['', 'type a number'],
	['many', '“many” is no number'],
	['10 persons', 'this lever is in kt/month, not in persons'],
])('a value is typed in the unit of the lever or one like it: %s', (text, position) => {
	const {bench} = opened().getScene();
	const lever = bench.levers.find(({unit, operation}) => unit === 'kt/month' && operation === 'set')!;
	expect(typedPosition(text, {...lever, min: 0, max: 60}, bench.program)).toBe(position);
});
