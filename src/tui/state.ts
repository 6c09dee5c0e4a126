/** Everything that a person at the screen can change. What follows from it, as the run, is not here. */
import {atRest, type Positions} from './bench.ts';
import type {GlyphSet, ThemeName} from './look.ts';

export const screenIds = ['overview', 'supply', 'people', 'sites', 'money', 'losses', 'history', 'compare'] as const;
export type ScreenId = (typeof screenIds)[number];

/** Where the keys go: to the levers, or to the screen beside them. */
export type Pane = 'levers' | 'screen';

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
	| {readonly kind: 'value'; readonly begun: string}
	| {readonly kind: 'filter'}
	| {readonly kind: 'save'}
	| {readonly kind: 'export'}
	| {readonly kind: 'quit'};

export type State = {
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
	/** The positions that were saved or opened last. */
	readonly saved: Positions;
	/** Shows A less B on the screen that compares, instead of both. */
	readonly asDifference: boolean;
	readonly dialog: Dialog | undefined;
	/** Said for a while at the foot of the screen. */
	readonly notice: string | undefined;
	readonly theme: ThemeName;
	readonly glyphs: GlyphSet;
	readonly mouse: boolean;
};

export const openingState = (theme: ThemeName, glyphs: GlyphSet, mouse: boolean): State => ({
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
	saved: atRest,
	asDifference: false,
	dialog: undefined,
	notice: undefined,
	theme,
	glyphs,
	mouse,
});
