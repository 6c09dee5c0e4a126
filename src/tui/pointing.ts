/** What the mouse does: a click goes to a tab, a lever or a pane, and sets a slider; the wheel walks levers and rows. */
import {layoutOf} from './layout.ts';
import {tabAt} from './panes/header.ts';
import {leverAt} from './panes/levers.ts';
import type {Action} from './reduce.ts';
import type {Scene, Screen, Size} from './scene.ts';
import {kept, shownLevers} from './shown.ts';
import type {Mouse} from './terminal/tty-in.ts';

/** Rows above the panes. */
const above = 2;

type Point = {readonly column: number; readonly row: number};

/** What follows from the mouse. */
export function pointed(mouse: Mouse, scene: Scene, screens: readonly Screen[], size: Size, at: number): readonly Action[] {
	const {kind, column, row, button} = mouse;
	const layout = layoutOf(size, scene.state);
	const wheel = kind === 'wheel-up' ? -1 : kind === 'wheel-down' ? 1 : 0;
	const pressed = button === 'left' && (kind === 'down' || kind === 'drag');
	if (!layout || (wheel === 0 && !pressed)) return [];
	if (row === 1) {
		const tab = kind === 'down' ? tabAt(scene, screens, size.width, column) : undefined;
		return tab ? [{type: 'screen', screen: tab.id, ...(!layout.screen && {pane: 'screen'})}] : [];
	}
	const {levers, screen, lesson} = layout;
	const place = {column, row: row - above};
	if (levers && column < levers.width && place.row < levers.height) return wheel === 0 ? onLever(place, scene, levers, at, kind) : walked(scene, wheel);
	if (lesson && place.row < lesson.height) return wheel === 0 ? [{type: 'pane', pane: 'lesson'}] : [{type: 'lesson', does: 'scroll', by: wheel}];
	return screen ? onScreen(scene, screens, wheel) : [];
}

function onLever(point: Point, scene: Scene, size: Size, at: number, kind: Mouse['kind']): readonly Action[] {
	const found = leverAt(scene, size, point);
	if (!found) return kind === 'down' ? [{type: 'pane', pane: 'levers'}] : [];
	const {place, position} = found;
	const lever = shownLevers(scene)[place];
	const chosen = scene.state.lever === place && scene.state.pane === 'levers';
	// The first click chooses, for what is chosen may have moved the rows; a lever that is chosen slides.
	if (!chosen)
		return kind === 'down'
			? [
					{type: 'pane', pane: 'levers'},
					{type: 'lever', place},
				]
			: [];
	return position === undefined ? [] : [{type: 'move', lever: lever.id, to: kept(lever, position), at}];
}

function walked(scene: Scene, steps: number): readonly Action[] {
	const last = shownLevers(scene).length - 1;
	return [{type: 'lever', place: Math.max(0, Math.min(last, scene.state.lever + steps))}];
}

function onScreen(scene: Scene, screens: readonly Screen[], wheel: number): readonly Action[] {
	const screen = screens.find(({id}) => id === scene.state.screen);
	if (wheel === 0 || !screen?.list) return wheel === 0 && scene.state.pane !== 'screen' ? [{type: 'pane', pane: 'screen'}] : [];
	const list = scene.state.lists[screen.id];
	const last = screen.list.rows(scene, list).length - 1;
	return [{type: 'list', screen: screen.id, change: {row: Math.max(0, Math.min(last, list.row + wheel))}}];
}
