import type {Key} from 'ink';
import {beforeAll, describe, expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {commandFor, commands, keyLabel, keysOf, type Reach} from '../../src/tui/keys.ts';
import type {Screen} from '../../src/tui/scene.ts';
import {kept, stepped} from '../../src/tui/shown.ts';
import {freshList, openingState, type State} from '../../src/tui/state.ts';
import {createStore, type Store} from '../../src/tui/store.ts';

let store: Store;
beforeAll(() => {
	store = createStore(loadScenario('scenarios/korea-1945/historical.yaml'), openingState('dark', 'braille', false));
});

const listed: Screen = {
	id: 'sites',
	title: 'Sites',
	about: '',
	draw: () => [],
	tables: () => [],
	say: () => '',
	list: {rows: () => ['a', 'b', 'c'].map(id => ({id, words: id})), columns: ['one', 'two'], opens: true},
};

const reach = (change: Partial<State> = {}, screen: Screen = {...listed, id: 'overview', list: undefined as never}): Reach => {
	const state = {...store.getState(), ...change};
	return {state, scene: {...store.getScene(), state}, screen: change.screen === 'sites' ? listed : screen, at: 0, page: 20};
};
const done = (key: string, change?: Partial<State>) => commandFor(key, reach(change))?.act(reach(change));
const none = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	return: false,
	escape: false,
	tab: false,
	ctrl: false,
	shift: false,
	meta: false,
} as unknown as Key;

describe('keys as they come', () => {
	test('of a key that is held several may come at once', () => expect(keysOf('lll', none)).toEqual(['l', 'l', 'l']));
	test('a number typed fast ends with its Enter', () => expect(keysOf('50\r', none)).toEqual(['5', '0', 'enter']));
	test('Ctrl is told among letters', () => expect(keysOf('ab\u0015c', none)).toEqual(['a', 'b', 'ctrl+u', 'c']));
	test('Shift and Ctrl are told', () => {
		expect(keysOf('', {...none, rightArrow: true, shift: true})).toEqual(['shift+right']);
		expect(keysOf('r', {...none, ctrl: true})).toEqual(['ctrl+r']);
	});
	test('Escape comes without Alt, though Ink says so', () => expect(keysOf('', {...none, escape: true, meta: true})).toEqual(['esc']));
	test('keys are shown as they stand on a keyboard', () =>
		expect(['shift+right', 'ctrl+r', 'page up', '+', 'enter', 'q'].map(keyLabel)).toEqual(['Shift+→', 'Ctrl+R', 'Page up', '+', 'Enter', 'q']));
});

describe('the table of keys', () => {
	test('no key means two things at once, in any pane', () => {
		for (const change of [{pane: 'levers'}, {pane: 'screen', screen: 'sites'}, {pane: 'screen', screen: 'overview'}] as const) {
			const valid = commands.filter(command => command.valid(reach(change)));
			const keys = valid.flatMap(command => command.keys);
			expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
		}
	});

	test('digits go to a screen from any pane, and Enter or = begin a value among the levers', () => {
		for (const pane of ['levers', 'screen', 'lesson'] as const) expect(done('5', {pane})).toEqual({type: 'screen', screen: 'money'});
		for (const key of ['enter', '=']) expect(done(key, {pane: 'levers'})).toEqual({type: 'dialog', dialog: {kind: 'value'}});
	});

	test('a screen that is turned to takes the place of a pane that stands alone', () => {
		const act = (key: string) => commandFor(key, reach())?.act({...reach({pane: 'levers'}), alone: true});
		expect(act('5')).toEqual({type: 'screen', screen: 'money', pane: 'screen'});
		expect(act(']')).toMatchObject({screen: 'supply', pane: 'screen'});
	});

	test('arrows move a lever, or the month', () => {
		expect(done('right', {pane: 'levers'})).toMatchObject({type: 'move'});
		expect(done('right', {pane: 'screen', month: 0})).toEqual({type: 'month', month: 1});
		expect(done('left', {pane: 'screen', month: 0})).toEqual({type: 'month', month: 0});
		expect(done('shift+right', {pane: 'screen', month: 45})).toEqual({type: 'month', month: 51});
	});

	test('a list is walked, opened, closed and sorted', () => {
		const on = (list: Partial<State['lists']['sites']>) =>
			({pane: 'screen', screen: 'sites', lists: {...store.getState().lists, sites: {...freshList, ...list}}}) as const;
		expect(done('down', on({row: 2}))).toMatchObject({change: {row: 2}});
		expect(done('end', on({}))).toMatchObject({change: {row: 2}});
		expect(done('enter', on({row: 1}))).toMatchObject({change: {open: 'b'}});
		expect(done('esc', on({open: 'b'}))).toMatchObject({change: {open: undefined}});
		expect(done('o', on({}))).toMatchObject({change: {sort: 0}});
		expect(done('o', on({sort: 1}))).toMatchObject({change: {sort: undefined}});
	});

	test('y turns from the year to the run and b asks how sure it is, where the screen says why', () => {
		expect(done('y', {screen: 'why'})).toEqual({type: 'span'});
		expect(done('b', {screen: 'why'})).toEqual({type: 'band'});
		for (const screen of ['overview', 'losses'] as const) expect(done('y', {screen})).toBeUndefined();
	});

	test('Esc never quits', () => {
		for (const pane of ['levers', 'screen'] as const) expect(done('esc', {pane})).toBeUndefined();
		expect(done('esc', {zoomed: true})).toEqual({type: 'zoom'});
	});

	test('q asks only where something would be lost', () => {
		expect(done('q')).toBe('leave');
		expect(done('q', {positions: new Map([['x', 1]])})).toEqual({type: 'dialog', dialog: {kind: 'quit'}});
	});
});

describe('a lever', () => {
	test('goes by its steps, stops at its ends, and comes back to where it rests', () => {
		for (const lever of store.getScene().bench.levers) {
			const state = store.getState();
			const up = stepped(lever, state, 1);
			expect(up).toBeLessThanOrEqual(lever.max);
			expect(stepped(lever, state, 1_000_000)).toBe(lever.max);
			expect(stepped(lever, state, -1_000_000)).toBe(lever.min);
			const moved = {...state, positions: new Map([[lever.id, up]])};
			if (up < lever.max && kept(lever, up) !== undefined && stepped(lever, state, 0) !== lever.max)
				expect(stepped(lever, moved, -1)).toBeCloseTo(stepped(lever, state, 0), 9);
		}
	});
});
