/** The pane of levers: each with its value, its slider, and how far it is from where it rests. */

import {positionText, settingText} from '../../report/position.ts';
import {restOf} from '../../scenario/levers.ts';
import type {Lever} from '../../scenario/program.ts';
import {positionOf} from '../bench.ts';
import {fitTo, titled, wrap} from '../drawing/lines.ts';
import {slider} from '../drawing/slider.ts';
import {paint} from '../look.ts';
import type {Scene, Size} from '../scene.ts';
import {chosenLever, shownLevers, unlockedLevers} from '../shown.ts';

/** The pane, exactly of that size. */
export function leversPane(scene: Scene, size: Size): string[] {
	const {state, look} = scene;
	const levers = shownLevers(scene);
	const focused = state.pane === 'levers';
	const lines = levers.length === 0 ? emptyLines(scene, size.width) : shownRows(scene, size).map(({line}) => line);
	return titled('Levers', lines, size, look, {focused, note: noteOf(state.leverFilter, levers.length, unlockedLevers(scene).length, state.positions.size)});
}

function noteOf(filter: string, shown: number, all: number, moved: number): string {
	if (filter !== '') return `“${filter}”: ${shown} of ${all}`;
	return moved === 0 ? `${all}` : `${moved} of ${all} moved`;
}

function emptyLines({bench, state}: Scene, width: number): string[] {
	const {program} = bench;
	const reason =
		bench.levers.length === 0
			? `${program.title} has no levers to move: the scenario names no file of them. Its screens can be walked through, and p puts another scenario on the bench.`
			: `No lever has all the words of “${state.leverFilter}”. Esc shows all levers again.`;
	return ['', ...wrap(reason, Math.max(10, width - 2)).map(line => fitTo(` ${line}`, width))];
}

/** The lever under the cursor in a sentence, for who cannot see it. */
export function sayLevers(scene: Scene): string {
	const lever = chosenLever(scene);
	const {positions, lever: place} = scene.state;
	if (!lever) return emptyLines(scene, 1000).join(' ').trim();
	const [is, rest] = [positionOf(lever, positions), restOf(lever)].map(position => positionText(position, lever.unit));
	const where = positions.has(lever.id) ? `moved to ${is}, at rest ${rest}` : `at rest: ${is}`;
	return `Lever ${Math.min(place, shownLevers(scene).length - 1) + 1} of ${shownLevers(scene).length}, ${lever.group}, ${lever.kind}: ${lever.label}, ${where}, from ${positionText(lever.min, lever.unit)} to ${positionText(lever.max, lever.unit)}.`;
}

/** A row of the pane: of which lever it is, and whether it is its slider. */
type Row = {readonly line: string; readonly lever: number | undefined; readonly slides: boolean};

function rowsOf(scene: Scene, levers: readonly Lever[], width: number): Row[] {
	const chosen = chosenLever(scene);
	return levers.flatMap((lever, i): Row[] => {
		const before = levers[i - 1];
		const heads = before && before.group === lever.group && before.kind === lever.kind ? [] : headingOf(lever, scene, width, i > 0);
		const own = leverLines(lever, lever === chosen, scene, width);
		return [...heads.map(line => ({line, lever: undefined, slides: false})), ...own.map((line, l) => ({line, lever: i, slides: l === own.length - 1}))];
	});
}

function headingOf({group, kind}: Lever, {look}: Scene, width: number, spaced: boolean): string[] {
	const what = kind === 'action' ? 'actions' : 'assumptions';
	const words = group.toLowerCase().includes(what.slice(0, -1)) ? group : `${group} · ${what}`;
	const heading = paint(fitTo(words, width), {role: 'title', bold: true}, look);
	return spaced ? [' '.repeat(width), heading] : [heading];
}

function leverLines(lever: Lever, chosen: boolean, scene: Scene, width: number): string[] {
	const {state, look} = scene;
	const position = positionOf(lever, state.positions);
	const rest = restOf(lever);
	const moved = state.positions.has(lever.id);
	const value = `${positionText(position, lever.unit)}${moved ? '*' : ''}`;
	const room = Math.max(8, width - 3 - value.length);
	const labels = chosen ? wrap(lever.label, room) : [fitTo(lever.label, room)];
	const role = moved ? 'changed' : 'text';
	const bold = chosen && state.pane === 'levers';
	const mark = chosen ? paint('▸', {role: 'accent', bold: true}, look) : ' ';
	const heads = labels.map(
		(label, i) =>
			`${i === 0 ? mark : ' '} ${paint(fitTo(label, room), {role, bold}, look)} ${i === 0 ? paint(value, {role, bold}, look) : ' '.repeat(value.length)}`,
	);
	return [...heads.map(line => padded(line, room + value.length + 3, width)), sliderLine(lever, position, rest, moved, scene, width)];
}

const padded = (line: string, is: number, width: number): string => (is < width ? `${line}${' '.repeat(width - is)}` : line);

function sliderLine({min, max}: Lever, position: number | undefined, rest: number | undefined, moved: boolean, {look}: Scene, width: number): string {
	const away = moved && position !== undefined && rest !== undefined ? position - rest : 0;
	const difference = away === 0 ? '' : `${away > 0 ? '+' : ''}${settingText(away)}`;
	const track = trackOf(width);
	return `  ${slider({min, max, value: position, rest, width: track}, look)}${paint(fitTo(difference, width - 2 - track, 'right'), {role: 'changed'}, look)}`;
}

/** So many of the rows that the chosen lever is in the middle of them, as far as there are rows. */
function scrolled(rows: readonly Row[], chosen: number, height: number): readonly Row[] {
	const first = rows.findIndex(({lever}) => lever === chosen);
	const own = rows.filter(({lever}) => lever === chosen).length;
	const top = Math.max(0, Math.min(rows.length - height, first - Math.floor((height - own) / 2)));
	return rows.slice(top, top + height);
}

const shownRows = (scene: Scene, {width, height}: Size): readonly Row[] => {
	const levers = shownLevers(scene);
	return scrolled(rowsOf(scene, levers, width), levers.indexOf(chosenLever(scene)!), height - 1);
};

/** What is at a cell of the pane: a lever's place, and the position if it is its slider that is there. */
export function leverAt(
	scene: Scene,
	size: Size,
	{column, row}: {readonly column: number; readonly row: number},
): {readonly place: number; readonly position: number | undefined} | undefined {
	const found = row < 1 ? undefined : shownRows(scene, size)[row - 1];
	if (found?.lever === undefined) return undefined;
	const {min, max, step} = shownLevers(scene)[found.lever];
	const track = trackOf(size.width);
	if (!found.slides || column < 2 || column >= 2 + track) return {place: found.lever, position: undefined};
	const share = (column - 2) / Math.max(1, track - 1);
	const position = Math.min(max, min + Math.round((share * (max - min)) / step) * step);
	return {place: found.lever, position: Number(position.toPrecision(12))};
}

const trackOf = (width: number): number => Math.max(6, width - 2 - 8);
