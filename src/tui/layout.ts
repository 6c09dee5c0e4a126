/** How the screen is divided: two columns where there is room, one pane at a time where there is not. */
import {lessonHeight} from './lesson/panel.ts';
import type {Size} from './scene.ts';
import type {State} from './state.ts';

/** Below this nothing can be shown. */
export const smallest: Size = {width: 60, height: 16};
/** From here on the levers stand beside the screen. */
const wide: Size = {width: 120, height: 36};

const widestLevers = 56;
/** The lesson above the screen: so many rows, more where its step is longer, and at most this share of the height. */
const lessonRows = 10;
/** Between the columns. */
export const gap = 2;
const mostLesson = 0.55;

/** The chart under the levers has so many rows, its title and its months among them, as long as the levers keep so many. */
const effectRows = 11;
const leverRows = 7;

/** What is drawn where: a size for each pane that is shown. */
export type Layout = {
	readonly levers: Size | undefined;
	readonly screen: Size | undefined;
	readonly lesson: Size | undefined;
	/** The chart under the levers where they stand alone, so that a move shows what it does. */
	readonly effect: Size | undefined;
	/** All of these together. */
	readonly body: Size;
};

const nowhere = {levers: undefined, screen: undefined, lesson: undefined, effect: undefined};

/** Lines above and below the panes. */
const around = 4;

/** Divide a screen; undefined if it is too small. */
export function layoutOf(size: Size, state: State): Layout | undefined {
	const {pane, zoomed, lesson} = state;
	if (size.width < smallest.width || size.height < smallest.height) return undefined;
	const body = {width: size.width, height: size.height - around};
	if (zoomed) return {...nowhere, [pane]: body, body};
	if (size.width < wide.width || size.height < wide.height) return {...nowhere, ...alone(body, pane), body};
	const left = Math.min(widestLevers, Math.floor(body.width * 0.36));
	const right = body.width - left - gap;
	const above = lesson ? Math.min(Math.floor(body.height * mostLesson), Math.max(lessonRows, lessonHeight(state, lesson, right))) : 0;
	return {
		levers: {width: left, height: body.height},
		screen: {width: right, height: body.height - above},
		lesson: lesson && {width: right, height: above},
		effect: undefined,
		body,
	};
}

function alone(body: Size, pane: State['pane']): Partial<Layout> {
	if (pane !== 'levers') return {[pane]: body};
	const below = Math.max(Math.floor(body.height * 0.42), Math.min(effectRows, body.height - leverRows));
	return {levers: {width: body.width, height: body.height - below}, effect: {width: body.width, height: below}};
}
