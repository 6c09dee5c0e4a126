/** What an action does to the state; pure. Actions carry what was asked for already worked out, as the month that a key leads to. */
import {atRest, type Positions} from './bench.ts';
import {reduceLesson} from './lesson/reduce.ts';
import type {LessonAction} from './lesson/state.ts';
import type {GlyphSet, ThemeName} from './look.ts';
import {type Dialog, type Did, freshList, type ListState, type Pane, type Pin, type ScreenId, type State, screenIds} from './state.ts';

export type Action =
	| {readonly type: 'screen'; readonly screen: ScreenId; readonly pane?: Pane}
	| {readonly type: 'pane'; readonly pane: Pane}
	| {readonly type: 'zoom'}
	| {readonly type: 'month'; readonly month: number}
	| {readonly type: 'outcome'; readonly outcome: number}
	| {readonly type: 'lever'; readonly place: number}
	/** Puts a lever somewhere, or back where it rests; `at` is the time in milliseconds. */
	| {readonly type: 'move'; readonly lever: string; readonly to: number | undefined; readonly at: number}
	/** Puts a lever back where it rests, or all of them. */
	| {readonly type: 'reset'; readonly lever?: string | undefined}
	| {readonly type: 'undo'}
	| {readonly type: 'redo'}
	| {readonly type: 'list'; readonly screen: ScreenId; readonly change: Partial<ListState>}
	| {readonly type: 'lever-filter'; readonly text: string}
	| {readonly type: 'pin'; readonly name: string}
	| {readonly type: 'unpin'}
	/** What is on the bench and what was pinned change places; `name` is that of what is on the bench. */
	| {readonly type: 'swap'; readonly name: string}
	| {readonly type: 'difference'}
	| {readonly type: 'band'}
	| {readonly type: 'effects'}
	/** Says why of the year under the cursor, or of the whole run. */
	| {readonly type: 'span'}
	/** Puts another scenario or what-if on the bench, with every lever at rest. */
	| {readonly type: 'open'; readonly file: string}
	| {readonly type: 'saved'; readonly title: string; readonly notice: string}
	| {readonly type: 'dialog'; readonly dialog: Dialog | undefined}
	| {readonly type: 'notice'; readonly text: string | undefined}
	| {readonly type: 'theme'; readonly theme: ThemeName}
	| {readonly type: 'glyphs'; readonly glyphs: GlyphSet}
	| {readonly type: 'mouse'}
	| LessonAction;

/** Moves of one lever that follow one another within this time are one entry of what can be undone. */
const held = 400;
/** As many moves as anyone will take back. */
const mostUndone = 500;

/** The state after an action. */
export function reduce(state: State, action: Action): State {
	switch (action.type) {
		case 'move':
			return moved(state, action);
		case 'reset':
			return reset(state, action.lever);
		case 'undo':
			return undone(state);
		case 'redo':
			return redone(state);
		case 'list':
			return {...state, lists: {...state.lists, [action.screen]: {...state.lists[action.screen], ...action.change}}};
		case 'pin':
			return {...state, pin: pinOf(state, action.name), notice: `pinned as A; now move levers for B, ${screenIds.indexOf('compare') + 1} compares`};
		case 'swap':
			return swapped(state, action.name);
		case 'open':
			return {...state, ...emptied, file: action.file, dialog: undefined, lever: 0, leverFilter: '', lists: closed(state.lists)};
		case 'saved':
			return {...state, saved: state.positions, savedAs: action.title, dialog: undefined, notice: action.notice};
		case 'lesson':
			return reduceLesson(state, action);
		default:
			return looked(state, action);
	}
}

type Looking = Exclude<Action, {type: 'move' | 'reset' | 'undo' | 'redo' | 'list' | 'pin' | 'swap' | 'open' | 'saved' | 'lesson'}>;

/** Actions that change only what is looked at, and how. */
function looked(state: State, action: Looking): State {
	switch (action.type) {
		case 'screen':
			return {...state, screen: action.screen, pane: action.pane ?? state.pane};
		case 'pane':
			return {...state, pane: action.pane};
		case 'zoom':
			return {...state, zoomed: !state.zoomed};
		case 'month':
			return {...state, month: action.month};
		case 'outcome':
			return {...state, outcome: action.outcome};
		case 'lever':
			return {...state, lever: action.place, moved: undefined};
		case 'lever-filter':
			return {...state, leverFilter: action.text, lever: 0};
		case 'unpin':
			return {...state, pin: undefined, notice: 'A is the baseline again'};
		case 'difference':
			return {...state, asDifference: !state.asDifference};
		case 'band':
			return {...state, banded: !state.banded};
		case 'effects':
			return {...state, showsEffects: !state.showsEffects};
		case 'span':
			return {...state, ofYear: !state.ofYear};
		case 'dialog':
			return {...state, dialog: action.dialog};
		case 'notice':
			return {...state, notice: action.text};
		case 'theme':
			return {...state, theme: action.theme, notice: `theme: ${action.theme}`};
		case 'glyphs':
			return {...state, glyphs: action.glyphs, notice: `lines are drawn in ${action.glyphs}`};
		case 'mouse':
			return {...state, mouse: !state.mouse, notice: state.mouse ? 'mouse off: the terminal selects text again' : 'mouse on: hold Shift to select text'};
	}
}

const emptied = {positions: atRest, past: [], future: [], before: atRest, did: 'move', moved: undefined, saved: atRest, savedAs: undefined} as const;

const closed = (lists: State['lists']): State['lists'] => Object.fromEntries(Object.keys(lists).map(id => [id, freshList])) as State['lists'];

function moved(state: State, {lever, to, at}: Action & {type: 'move'}): State {
	const positions = new Map(state.positions);
	if (to === undefined) positions.delete(lever);
	else positions.set(lever, to);
	if (samePositions(positions, state.positions)) return state;
	const last = state.moved;
	const goesOn = last?.lever === lever && at - last.at <= held;
	const next = goesOn ? {...state, positions, future: []} : changedTo(state, positions, 'move');
	return {...next, moved: {lever, at}};
}

function reset(state: State, lever: string | undefined): State {
	const positions = new Map(lever === undefined ? atRest : [...state.positions].filter(([id]) => id !== lever));
	return positions.size === state.positions.size ? state : changedTo(state, positions, 'reset');
}

/** Other positions, which can be undone. */
const changedTo = (state: State, positions: Positions, did: Did): State => ({
	...state,
	positions,
	before: state.positions,
	did,
	past: [...state.past, state.positions].slice(-mostUndone),
	future: [],
	moved: undefined,
});

function undone(state: State): State {
	const positions = state.past.at(-1);
	if (!positions) return {...state, notice: 'nothing to undo'};
	const past = state.past.slice(0, -1);
	return {...state, positions, before: state.positions, did: 'undo', past, future: [...state.future, state.positions], moved: undefined};
}

function redone(state: State): State {
	const positions = state.future.at(-1);
	if (!positions) return {...state, notice: 'nothing to redo'};
	const future = state.future.slice(0, -1);
	return {...state, positions, before: state.positions, did: 'redo', future, past: [...state.past, state.positions], moved: undefined};
}

const pinOf = ({file, positions}: State, name: string): Pin => ({name, file, positions});

function swapped(state: State, name: string): State {
	const {pin} = state;
	if (!pin) return {...state, notice: 'nothing is pinned yet: c pins this run'};
	const now = {pin: pinOf(state, name), notice: `on the bench: ${pin.name}`};
	if (pin.file === state.file) return {...changedTo(state, pin.positions, 'swap'), ...now};
	return {...state, ...emptied, ...now, file: pin.file, positions: pin.positions, before: pin.positions, lever: 0, leverFilter: '', lists: closed(state.lists)};
}

/** Whether the same levers stand at the same places. */
export const samePositions = (a: Positions, b: Positions): boolean => a.size === b.size && [...a].every(([id, position]) => b.get(id) === position);

/** Whether levers were moved since they were saved or opened last. */
export const isUnsaved = ({positions, saved}: State): boolean => !samePositions(positions, saved);
