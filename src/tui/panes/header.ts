/** The two lines at the top: where one is, and the tabs of the screens. */

import {formatMonth} from '../../scenario/calendar.ts';
import {fitTo, width as widthOf} from '../drawing/lines.ts';
import {paint} from '../look.ts';
import {benchName} from '../names.ts';
import {isUnsaved} from '../reduce.ts';
import type {Scene, Screen} from '../scene.ts';
import {freshList} from '../state.ts';

/** `Soviet-zone Korea, 1945-1949 ▸ Six ports* ▸ Sites ▸ Musan`, and the month under the cursor. */
export function headerLine(scene: Scene, screen: Screen, width: number): string {
	const {bench, state, look, now} = scene;
	const {open} = state.lists[screen.id];
	const name = `${benchName(bench, state)}${isUnsaved(state) ? '*' : ''}`;
	const crumbs = [bench.program.title, name, screen.title, ...(open === undefined ? [] : [labelOf(scene, screen, open)])];
	const month = formatMonth(now.run.series.start + Math.min(state.month, now.run.series.months - 1));
	const room = width - month.length - 3;
	return ` ${paint(fitTo(withoutFirst(crumbs, room), room), {role: 'title', bold: true}, look)} ${paint(month, {role: 'cursor'}, look)} `;
}

/** What is open: an entity of the case, or a row that has a label of its own. */
const labelOf = (scene: Scene, {list}: Screen, open: string): string =>
	scene.bench.program.entities.get(open)?.label ?? list?.rows(scene, freshList).find(({id}) => id === open)?.label ?? open;

/** As many of the last crumbs as there is room for, but two at least. */
function withoutFirst(crumbs: readonly string[], room: number): string {
	const text = crumbs.join(' ▸ ');
	return widthOf(text) <= room || crumbs.length <= 2 ? text : withoutFirst(crumbs.slice(1), room);
}

/** The tabs, closer together and shorter where there is little room; where they still do not fit, only that of the screen shown has its title. */
export function tabsLine(scene: Scene, screens: readonly Screen[], width: number): string {
	const {state, look} = scene;
	const texts = tabTexts(scene, screens, width);
	const line = ` ${texts.join('')} `;
	if (line.length > width) return fitTo(texts.join(''), width);
	const shown = screens.findIndex(({id}) => id === state.screen);
	const from = 1 + texts.slice(0, shown).join('').length;
	// A tab that shares the space behind it with the next is marked as far as that.
	const to = from + texts[shown].trimEnd().length + 1;
	const others = (text: string): string => paint(text, {role: 'faint'}, look);
	const marked = paint(line.slice(from, to), {role: 'accent', bold: true, inverse: true}, look);
	return `${others(line.slice(0, from))}${marked}${others(line.slice(to))}${' '.repeat(width - line.length)}`;
}

function tabTexts({state}: Scene, screens: readonly Screen[], width: number): readonly string[] {
	const close = screens.map((screen, i) => ` ${i + 1} ${screen.title}`);
	const full = close.map(text => `${text} `);
	const short = screens.map((screen, i) => ` ${i + 1} ${screen.short ?? screen.title}`);
	const fitting = [full, close, short].find(texts => texts.join('').length + 2 <= width);
	return fitting ?? screens.map((screen, i) => (screen.id === state.screen ? full[i] : ` ${i + 1} `));
}

/** The screen whose tab is at a column. */
export function tabAt(scene: Scene, screens: readonly Screen[], width: number, column: number): Screen | undefined {
	let end = 1;
	const at = tabTexts(scene, screens, width).findIndex(text => {
		end += text.length;
		return column < end;
	});
	return column < 1 ? undefined : screens[at];
}
