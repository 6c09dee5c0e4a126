import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {caseFiles} from '../../src/tui/case-files.ts';
import {changed} from '../../src/tui/changed.ts';
import {previewOf} from '../../src/tui/dialogs/preview.ts';
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
	expect(changed(store.getScene()).outcome).toMatch(/^Industrial index on average: [\d.]+, \+[\d.]+ % from the baseline$/);
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
		expect(outcome).toMatch(sign === '0' ? /no change/ : / [\d.]+ \([+−][\d.]+ %\)/);
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
