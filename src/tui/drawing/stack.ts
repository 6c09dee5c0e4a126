/** Parts of a whole over the months of a run, one upon the other. */
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import {type Look, paint, type Role} from '../look.ts';
import type {Size} from '../scene.ts';
import {drawable, gutterOf, placeOf, shareAxis, sideOf, timeAxis, type ValueAxis, valueAxis} from './axis.ts';
import {empty} from './chart.ts';
import {drawnIn, glyphsOf} from './glyphs.ts';
import {type Entry, inkOf, inLines} from './legend.ts';
import {block, fitTo, type Line, nothing, width} from './lines.ts';
import {type Surface, surfaceOf} from './surface.ts';

/** A layer has the letter of its place unless it has one of its own. */
export type Layer = {readonly name: string; readonly values: ArrayLike<number>; readonly role: Role; readonly letter?: string};

export type StackSpec = {
	readonly title: string;
	readonly unit?: string;
	/** The first month, counted from year 0. */
	readonly start: number;
	/** From the bottom up. */
	readonly layers: readonly Layer[];
	readonly cursor?: number | undefined;
	/** Where the axis ends; 1 for shares. The largest total if left out. */
	readonly top?: number;
};

/** What a stack is drawn from once its unit is known, and once its axis is. */
type Heap = {readonly spec: StackSpec; readonly months: number; readonly by: number; readonly unit: string; readonly look: Look};
type Pile = Heap & {readonly axis: ValueAxis};

const fills = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** The letter of a layer. */
const letterOf = ({layers}: StackSpec, place: number): string => layers[place]?.letter ?? String.fromCharCode(97 + (place % 26));

/** What can be stacked of a value: nothing of what is below 0 or no number. */
const height = (value: number | undefined): number => (drawable(value) && value > 0 ? value : 0);

/** A stack of exactly a size, with what its layers are at the right or, where that is narrow, below. */
export function stack(spec: StackSpec, size: Size, look: Look): Line[] {
	const months = Math.max(0, ...spec.layers.map(({values}) => values.length));
	const cursor = spec.cursor === undefined || months === 0 ? undefined : Math.min(months - 1, Math.max(0, Math.round(spec.cursor)));
	const largest = spec.top ?? largestTotal(spec, months);
	const {unit, values} = scaled(spec.unit ?? '', [1], [largest]);
	const share = spec.top === 1;
	const heap: Heap = {spec: {...spec, cursor}, months, by: share ? 100 : values[0]!, unit: share ? '%' : unit, look};
	if (months === 0) return drawnIn(look, block([headOf(heap, size.width), ...nothing(empty, {width: size.width, height: size.height - 1}, look)], size));
	const aside = size.width >= 64 && size.height >= spec.layers.length + 2 ? besideOf(heap, Math.floor(size.width * 0.42)) : [];
	const asideWidth = aside.length === 0 ? 0 : width(aside[0]!) + 2;
	const below = aside.length > 0 || size.height < 6 ? [] : inLines(entriesOf(heap), size.width, size.height >= 14 ? 3 : size.height >= 9 ? 2 : 1, look);
	const foot = size.height >= 5 ? 2 : 0;
	const free = Math.max(0, size.height - 1 - foot - below.length);
	const rows = share ? evenly(free) : free;
	const axis = share ? shareAxis(rows) : valueAxis(0, largest * values[0]!, rows, Math.max(1, Math.min(5, Math.floor(size.height / 4))), 'edges');
	const picture = [...block([], {width: size.width - asideWidth, height: free - rows}), ...pictureOf({...heap, axis}, size.width - asideWidth, rows, foot > 0)];
	const shown = asideWidth === 0 ? picture : picture.map((cells, row) => `${cells}  ${aside[row] ?? ' '.repeat(asideWidth - 2)}`);
	return drawnIn(look, block([headOf(heap, size.width), ...shown, ...below], size));
}

/** Of an odd number of rows one is left empty, so that half of the whole has a row of its own. */
const evenly = (rows: number): number => (rows >= 9 && rows % 2 === 1 ? rows - 1 : rows);

/** The layers between their axes; the label of nothing stands on the axis below. */
function pictureOf(pile: Pile, across: number, rows: number, foot: boolean): Line[] {
	const {spec, months, axis, look} = pile;
	const gutter = gutterOf(axis, across);
	const sheet = surfaceOf(across - gutter, rows, look);
	drawLayers(sheet, pile);
	const side = sideOf(axis, gutter, rows, look);
	const picture = sheet.lines().map((cells, row) => side[row]! + cells);
	if (!foot) return picture;
	const [line, labels] = timeAxis({start: spec.start, months, cursor: spec.cursor}, sheet.width, look);
	const lowest = axis.ticks.find(({row}) => row === rows)?.label ?? '';
	const corner = gutter > 0 ? paint(`${lowest.padStart(gutter - 2)} ${glyphsOf(look).corner}`, {role: 'faint'}, look) : '';
	return [...picture, corner + line, ' '.repeat(gutter) + labels];
}

/** A part of a bar, with the letter that it has where it is wide enough, and wherever there are no colours. */
export type BarPart = {readonly share: number; readonly role: Role; readonly letter: string};

/** Parts of a whole one after another in so many cells: each ends in the cell where its share does. */
export function partedBar(parts: readonly BarPart[], width: number, look: Look): Line {
	let [share, from] = [0, 0];
	const drawn = parts.map(({share: own, role, letter}) => {
		share += own;
		const to = Math.round(Math.min(1, share) * width);
		const cells = to - from;
		from = to;
		if (lettered(look)) return paint(letter.repeat(cells), {role: inkOf(role)}, look);
		const {full} = glyphsOf(look);
		if (cells < 3) return paint(full.repeat(cells), {role}, look);
		const before = (cells - 1) >> 1;
		return (
			paint(full.repeat(before), {role}, look) + paint(letter, {role, bold: true, inverse: true}, look) + paint(full.repeat(cells - before - 1), {role}, look)
		);
	});
	return drawn.join('') + ' '.repeat(Math.max(0, width - from));
}

function largestTotal({layers}: StackSpec, months: number): number {
	let largest = 0;
	for (let month = 0; month < months; month++) {
		const total = layers.reduce((sum, {values}) => sum + height(values[month]), 0);
		if (total > largest) largest = total;
	}
	return drawable(largest) ? largest : 1;
}

function headOf({spec: {title, start, cursor}, unit, look}: Heap, across: number): Line {
	const month = cursor === undefined || across < 20 ? '' : formatMonth(start + cursor);
	const name = `${paint(title, {role: 'title', bold: true}, look)}${unit === '' ? '' : paint(` (${unit})`, {role: 'faint'}, look)}`;
	return fitTo(name, across - month.length) + paint(month, {role: 'title'}, look);
}

/** A layer has its letter wherever letters are what tells layers apart; with colour, its colour. */
export const lettered = ({theme, glyphs}: Look): boolean => theme === 'mono' || glyphs === 'ascii';

function entriesOf({spec, by, look}: Heap): Entry[] {
	const {layers, cursor} = spec;
	return layers
		.map(({name, role, values}, i): Entry => {
			const letter = letterOf(spec, i);
			const sign = lettered(look) ? {swatch: letter} : {swatch: glyphsOf(look).full, letter};
			return {
				...sign,
				name,
				role: lettered(look) ? inkOf(role) : role,
				value: cursor === undefined ? undefined : formatNumber((values[cursor] ?? Number.NaN) * by).padStart(5),
			};
		})
		.reverse();
}

/** The layers in a column, in the order in which they lie; a long name goes on in a second line if all of them have room. */
function besideOf(pile: Heap, most: number): Line[] {
	const {look} = pile;
	const entries = entriesOf(pile);
	if (entries.length === 0) return [];
	const value = pile.spec.cursor === undefined ? 0 : Math.max(...entries.map(entry => width(entry.value ?? ''))) + 1;
	const lead = entries[0]!.swatch.length + (entries[0]!.letter?.length ?? 0) + 1;
	const name = Math.min(most - lead - value, Math.max(...entries.map(entry => width(entry.name))));
	return entries.map(entry => {
		const text = fitTo(entry.name, name);
		const reading = value === 0 ? '' : paint(fitTo(entry.value!, value, 'right'), {role: 'title', bold: true}, look);
		const letter = entry.letter === undefined ? '' : paint(entry.letter, {role: 'title'}, look);
		return `${paint(entry.swatch, {role: entry.role, bold: lettered(look)}, look)}${letter} ${text}${reading}`;
	});
}

/** Each column shows a month: its layers from the bottom up, the last cell of one shared with the next. */
function drawLayers(sheet: Surface, pile: Pile): void {
	const {spec, months, look} = pile;
	if (months === 0 || spec.layers.length === 0 || sheet.width === 0) return;
	const fine = lettered(look) ? 1 : 8;
	const columns: number[][] = [];
	for (let column = 0; column < sheet.width; column++) {
		const month = Math.min(months - 1, Math.floor(((column + 0.5) / sheet.width) * months));
		const edges = edgesOf(pile, month, sheet.height * fine);
		columns.push(edges);
		for (let row = 0; row < sheet.height; row++) {
			if (fine === 1) drawLetter(sheet, pile, column, row, edges);
			else drawShare(sheet, pile, column, row, edges);
		}
	}
	if (spec.cursor !== undefined) drawCursor(sheet, pile, placeOf(spec.cursor, months, sheet.width), columns);
	if (fine > 1) letterLayers(sheet, pile, columns);
}

function drawCursor(sheet: Surface, {spec: {layers}, look}: Pile, at: number, columns: readonly (readonly number[])[]): void {
	const sign = glyphsOf(look).upright;
	for (let row = 0; row < sheet.height; row++) {
		if (lettered(look)) sheet.invert(at, row);
		else if (sheet.isEmpty(at, row)) sheet.put(at, row, sign, 'cursor');
		else {
			const only = withinCell(columns[at]!, (sheet.height - row - 1) * 8).indexOf(8);
			if (only < 0) continue;
			sheet.put(at, row, sign, 'title');
			sheet.shade(at, row, layers[only]!.role);
		}
	}
}

/** Where each layer of a month ends, in steps from the bottom. */
function edgesOf({spec: {layers}, by, axis}: Pile, month: number, steps: number): number[] {
	let total = 0;
	return layers.map(({values}) => {
		total += height(values[month]) * by;
		return Math.round(Math.min(1, total / axis.high) * steps);
	});
}

function drawLetter(sheet: Surface, {spec}: Pile, column: number, row: number, edges: readonly number[]): void {
	const from = sheet.height - row - 1;
	const place = edges.findIndex(edge => edge > from);
	if (place >= 0) sheet.put(column, row, letterOf(spec, place), inkOf(spec.layers[place]!.role));
}

/** A cell can hold two layers: of those in it, the two that fill most of it. */
function drawShare(sheet: Surface, {spec: {layers}}: Pile, column: number, row: number, edges: readonly number[]): void {
	const from = (sheet.height - row - 1) * 8;
	const total = edges.at(-1)! - from;
	if (total <= 0) return;
	const lowest = edges.findIndex(edge => edge > from);
	if (edges[lowest]! >= from + 8) {
		sheet.put(column, row, fills[8]!, layers[lowest]!.role);
		return;
	}
	const within = withinCell(edges, from);
	const first = within.indexOf(Math.max(...within));
	const others = within.map((part, i) => (i === first ? 0 : part));
	const second = others.indexOf(Math.max(...others));
	const shared = total >= 8 && others[second]! > 0;
	const [low, high] = shared && second < first ? [second, first] : [first, second];
	const filled = shared ? Math.round((within[low]! / (within[low]! + within[high]!)) * 8) : Math.min(8, total);
	sheet.put(column, row, fills[shared ? Math.max(1, Math.min(7, filled)) : filled]!, layers[low]!.role);
	if (shared) sheet.shade(column, row, layers[high]!.role);
}

/** How many eighths of a cell each layer fills. */
function withinCell(edges: readonly number[], from: number): number[] {
	const parts: number[] = [];
	let below = 0;
	for (const edge of edges) {
		const up = Math.min(8, Math.max(0, edge - from));
		parts.push(up - below);
		below = up;
	}
	return parts;
}

/** Each layer's letter on it, where it is thickest. */
function letterLayers(sheet: Surface, {spec}: Pile, columns: readonly (readonly number[])[]): void {
	for (const [i, {role}] of spec.layers.entries()) {
		let [thickest, at] = [0, -1];
		for (const [column, edges] of columns.entries()) {
			const thick = edges[i]! - (edges[i - 1] ?? 0);
			if (thick > thickest && column >= 2 && column < columns.length - 2) [thickest, at] = [thick, column];
		}
		if (thickest < 10) continue;
		const edges = columns[at]!;
		const middle = sheet.height - 1 - Math.floor((edges[i]! + (edges[i - 1] ?? 0)) / 16);
		sheet.put(at, middle, letterOf(spec, i), role === 'band' ? 'title' : role, true);
		if (role === 'band') sheet.shade(at, middle, role);
		else sheet.invert(at, middle);
	}
}
