/** Everything that a person at the screen can change. What follows from it, as the run, is not here. */
import {atRest, type Positions} from './bench.ts';
import type {LessonState} from './lesson/state.ts';
import type {GlyphSet, ThemeName} from './look.ts';

export const screenIds = ['overview', 'supply', 'people', 'sites', 'money', 'losses', 'history', 'compare', 'why'] as const;
export type ScreenId = (typeof screenIds)[number];

/** Where the keys go: to the levers, to the screen beside them, or to the lesson above it where one is open. */
export type Pane = 'levers' | 'screen' | 'lesson';

/** How the list of a screen is looked at. */
export type ListState = {
	readonly row: number;
	readonly filter: string;
	/** The column it is sorted by, counted from 0; undefined for its own order. */
	readonly sort: number | undefined;
	readonly reversed: boolean;
	/** The row that was opened. */
	readonly open: string | undefined;
};

export const freshList: ListState = {row: 0, filter: '', sort: undefined, reversed: false, open: undefined};

/** What stands over the screen and takes the keys. */
export type Dialog =
	| {readonly kind: 'help'}
	| {readonly kind: 'palette'}
	| {readonly kind: 'picker'}
	| {readonly kind: 'value'}
	| {readonly kind: 'filter'}
	| {readonly kind: 'save'}
	| {readonly kind: 'export'}
	/** Handing in a lesson; `leaving` where the program then ends. */
	| {readonly kind: 'hand-in'; readonly leaving: boolean}
	| {readonly kind: 'quit'};

/** A run that was pinned to compare with: by its name, what was on the bench, and where the levers stood. */
export type Pin = {readonly name: string; readonly file: string; readonly positions: Positions};

/** What changed the levers last; `lesson` where a lesson moved them by itself. */
export type Did = 'move' | 'undo' | 'redo' | 'reset' | 'swap' | 'lesson';

export type State = {
	/** The scenario or what-if on the bench. */
	readonly file: string;
	readonly screen: ScreenId;
	readonly pane: Pane;
	readonly zoomed: boolean;
	/** The month under the cursor, 0 the run's first. */
	readonly month: number;
	/** The outcome that the overview shows, by its place among the headline outcomes. */
	readonly outcome: number;
	/** The lever under the cursor, by its place among those that the filter leaves. */
	readonly lever: number;
	readonly leverFilter: string;
	readonly lists: Readonly<Record<ScreenId, ListState>>;
	readonly positions: Positions;
	/** Positions before each move, the last at the end; and those that were undone, the next to come at the end. */
	readonly past: readonly Positions[];
	readonly future: readonly Positions[];
	/** Positions before the last change, from which the line of what changed reckons, and what it was. */
	readonly before: Positions;
	readonly did: Did;
	/** The last move, by which the moves of a held key are taken for one. */
	readonly moved: {readonly lever: string; readonly at: number} | undefined;
	/** The positions that were saved or opened last, and under which title. */
	readonly saved: Positions;
	readonly savedAs: string | undefined;
	/** What A is on the screens that compare; undefined for the baseline. */
	readonly pin: Pin | undefined;
	/** Shows how sure things are when what is uncertain is drawn: how far the outcome may lie from its curve, and the shares of causes from theirs. */
	readonly banded: boolean;
	/** Shows what each lever can do to the outcome, instead of what holds output back. */
	readonly showsEffects: boolean;
	/** Shows B less A on the screen that compares, instead of both. */
	readonly asDifference: boolean;
	/** Says why of the year under the cursor, and not of the whole run. */
	readonly ofYear: boolean;
	readonly dialog: Dialog | undefined;
	/** Said for a while at the foot of the screen. */
	readonly notice: string | undefined;
	readonly theme: ThemeName;
	readonly glyphs: GlyphSet;
	readonly mouse: boolean;
	/** The lesson that is open. */
	readonly lesson?: LessonState | undefined;
};

/** The state in which the screen opens; the store adds what is on the bench. */
export const openingState = (theme: ThemeName, glyphs: GlyphSet, mouse: boolean): State => ({
	file: '',
	screen: 'overview',
	pane: 'levers',
	zoomed: false,
	month: 0,
	outcome: 0,
	lever: 0,
	leverFilter: '',
	lists: Object.fromEntries(screenIds.map(id => [id, freshList])) as Record<ScreenId, ListState>,
	positions: atRest,
	past: [],
	future: [],
	before: atRest,
	did: 'move',
	moved: undefined,
	saved: atRest,
	savedAs: undefined,
	pin: undefined,
	banded: false,
	showsEffects: false,
	asDifference: false,
	ofYear: true,
	dialog: undefined,
	notice: undefined,
	theme,
	glyphs,
	mouse,
});
