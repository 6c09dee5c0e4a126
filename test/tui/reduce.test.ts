import {describe, expect, test} from 'vitest';
import {type Action, isUnsaved, reduce} from '../../src/tui/reduce.ts';
import {openingState, type State} from '../../src/tui/state.ts';

const opening: State = {...openingState('dark', 'braille', false), file: 'valley.yaml'};
const following = (...actions: readonly Action[]): State => actions.reduce(reduce, opening);
const move = (lever: string, to: number | undefined, at: number): Action => ({type: 'move', lever, to, at});
const positions = (state: State): Record<string, number> => Object.fromEntries(state.positions);

describe('moving levers', () => {
	test('a key that is held is one move, however long it is held', () => {
		const held = Array.from({length: 50}, (_, i) => move('ports', i + 1, i * 30));
		const state = following(...held);
		expect(positions(state)).toEqual({ports: 50});
		expect(state.past).toHaveLength(1);
		expect(positions(reduce(state, {type: 'undo'}))).toEqual({});
	});

	test('two moves of a lever with a pause between are two', () => {
		const state = following(move('ports', 1, 0), move('ports', 2, 401));
		expect(positions(reduce(state, {type: 'undo'}))).toEqual({ports: 1});
	});

	test('moves of two levers are two, however fast', () => {
		const state = following(move('ports', 1, 0), move('ships', 2, 1));
		expect(positions(reduce(state, {type: 'undo'}))).toEqual({ports: 1});
	});

	test('a lever that was left and is moved again at once begins a new move', () => {
		const state = following(move('ports', 1, 0), {type: 'lever', place: 1}, {type: 'lever', place: 0}, move('ports', 2, 50));
		expect(positions(reduce(state, {type: 'undo'}))).toEqual({ports: 1});
	});

	test('what changed is reckoned from before the held key', () => {
		const state = following(move('ports', 1, 0), move('ships', 5, 1000), move('ships', 6, 1030), move('ships', 7, 1060));
		expect(Object.fromEntries(state.before)).toEqual({ports: 1});
	});

	test('undo and redo lead back and forth, and a new move ends what could be redone', () => {
		const moved = following(move('ports', 1, 0), move('ships', 2, 1000));
		const back = [{type: 'undo'}, {type: 'undo'}].reduce((state, action) => reduce(state, action as Action), moved);
		expect(positions(back)).toEqual({});
		expect(positions(reduce(reduce(back, {type: 'redo'}), {type: 'redo'}))).toEqual({ports: 1, ships: 2});
		expect(reduce(back, move('rail', 3, 2000)).future).toEqual([]);
		expect(reduce(back, {type: 'undo'}).notice).toBe('nothing to undo');
	});

	test('an undo does not go on with the key that was held before it', () => {
		const state = following(move('ports', 1, 0), move('ports', 2, 1000), {type: 'undo'}, move('ports', 3, 1100));
		expect(positions(reduce(state, {type: 'undo'}))).toEqual({ports: 1});
	});

	test('resetting all is one move, and of nothing no move', () => {
		const state = following(move('ports', 1, 0), move('ships', 2, 1000), {type: 'reset'});
		expect(positions(state)).toEqual({});
		expect(positions(reduce(state, {type: 'undo'}))).toEqual({ports: 1, ships: 2});
		expect(reduce(opening, {type: 'reset'})).toBe(opening);
	});

	test('a lever put back where it rests leaves nothing unsaved', () => {
		expect(isUnsaved(following(move('ports', 1, 0)))).toBe(true);
		expect(isUnsaved(following(move('ports', 1, 0), move('ports', undefined, 100)))).toBe(false);
	});

	test('a lever that is where it should be moves nothing', () => {
		const state = following(move('ports', 1, 0));
		expect(reduce(state, move('ports', 1, 1000))).toBe(state);
	});
});

describe('runs to compare', () => {
	test('a swap puts the pinned run on the bench and the other in its place, and back', () => {
		const pinned = following(move('ports', 1, 0), {type: 'pin', name: 'one port'}, move('ships', 2, 1000));
		const swapped = reduce(pinned, {type: 'swap', name: 'ships too'});
		expect(positions(swapped)).toEqual({ports: 1});
		expect(swapped.pin).toMatchObject({name: 'ships too', file: 'valley.yaml'});
		expect(positions(reduce(swapped, {type: 'swap', name: 'one port'}))).toEqual({ports: 1, ships: 2});
	});

	test('what was pinned from another file comes back with its file', () => {
		const state = following(move('ports', 1, 0), {type: 'pin', name: 'A'}, {type: 'open', file: 'what-if/hill.yaml'}, {type: 'swap', name: 'B'});
		expect(state).toMatchObject({file: 'valley.yaml', pin: {file: 'what-if/hill.yaml', name: 'B'}});
		expect(positions(state)).toEqual({ports: 1});
	});

	test('without a pinned run there is nothing to swap, and it is said', () => {
		expect(reduce(opening, {type: 'swap', name: 'now'}).notice).toMatch(/nothing is pinned/);
	});

	test('another file on the bench keeps no lever and nothing to undo', () => {
		const state = following(move('ports', 1, 0), {type: 'dialog', dialog: {kind: 'picker'}}, {type: 'open', file: 'what-if/hill.yaml'});
		expect(state).toMatchObject({file: 'what-if/hill.yaml', past: [], future: [], dialog: undefined});
		expect(isUnsaved(state)).toBe(false);
	});
});

test('a look at something is not a move', () => {
	const looked = following(
		{type: 'screen', screen: 'losses'},
		{type: 'month', month: 12},
		{type: 'list', screen: 'sites', change: {row: 3}},
		{type: 'zoom'},
		{type: 'theme', theme: 'light'},
	);
	expect(looked).toMatchObject({screen: 'losses', month: 12, zoomed: true, theme: 'light', past: []});
	expect(looked.lists.sites.row).toBe(3);
	expect(looked.lists.losses.row).toBe(0);
});

test('the state is never changed in place', () => {
	const frozen = Object.freeze({...opening, lists: Object.freeze({...opening.lists})});
	for (const action of [
		move('ports', 1, 0),
		{type: 'undo'},
		{type: 'reset'},
		{type: 'pin', name: 'A'},
		{type: 'list', screen: 'sites', change: {row: 1}},
	] as const) {
		expect(() => reduce(frozen, action)).not.toThrow();
	}
	expect(frozen.positions.size).toBe(0);
});
