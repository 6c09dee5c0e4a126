/** Lines of text as wide as they are asked to be. A line may hold the codes that colour it; they take no cells. */
import {type Look, paint} from '../look.ts';
import type {Size} from '../scene.ts';
import {cellsOf} from './cells.ts';
import {drawnIn, glyphsOf} from './glyphs.ts';

export type Line = string;
export type Align = 'left' | 'right' | 'centre';

const escape = 27;

/** Where the code that begins here ends. */
function endOfCode(line: string, at: number): number {
	const end = line.indexOf('m', at);
	return end < 0 ? line.length : end + 1;
}

/** How many cells of the terminal a line takes. */
export function width(line: Line): number {
	let cells = 0;
	for (let i = 0; i < line.length; ) {
		const unit = line.charCodeAt(i);
		if (unit === escape) i = endOfCode(line, i);
		else if (unit < 0x300) {
			cells++;
			i++;
		} else {
			const point = line.codePointAt(i)!;
			cells += cellsOf(point);
			i += point > 0xffff ? 2 : 1;
		}
	}
	return cells;
}

/** A line without the codes that colour it. */
export const uncoloured = (line: Line): Line =>
	piecesOf(line)
		.filter(({code}) => !code)
		.map(({text}) => text)
		.join('');

/** Text in exactly so many cells: padded, or cut at a word's end with `…`. Only a word that alone is too long is cut within. */
export function fitTo(text: Line, room: number, align: Align = 'left'): Line {
	if (room <= 0) return '';
	const line = /[\t\n\r]/.test(text) ? text.replace(/[\t\n\r]+/g, ' ') : text;
	const taken = width(line);
	if (taken > room) return fitTo(shortened(line, room), room, align);
	const spare = room - taken;
	if (spare === 0) return line;
	const before = align === 'left' ? 0 : align === 'right' ? spare : spare >> 1;
	return ' '.repeat(before) + line + ' '.repeat(spare - before);
}

/** Text cut in its middle, so that things that begin alike can be told by their last words. */
export function fitBothEnds(text: string, room: number): Line {
	if (width(text) <= room) return fitTo(text, room);
	const words = text.split(' ');
	let tail = '';
	while (words.length > 1 && width(words.at(-1)!) + width(tail) + 1 <= room * 0.42) tail = ` ${words.pop()}${tail}`;
	return fitTo(fitTo(text, Math.max(0, room - width(tail))).trimEnd() + tail, room);
}

type Piece = {readonly text: string; readonly cells: number; readonly code: boolean};

function piecesOf(line: Line): Piece[] {
	const pieces: Piece[] = [];
	for (let i = 0; i < line.length; ) {
		const code = line.charCodeAt(i) === escape;
		const point = line.codePointAt(i)!;
		const end = code ? endOfCode(line, i) : i + (point > 0xffff ? 2 : 1);
		pieces.push({text: line.slice(i, end), cells: code ? 0 : cellsOf(point), code});
		i = end;
	}
	return pieces;
}

/** The beginning of a line that is too long, and `…`; codes of the rest are kept, so that every colour begun is ended. */
function shortened(line: Line, room: number): Line {
	const pieces = piecesOf(line);
	let cells = 0;
	let end = 0;
	while (end < pieces.length && cells + pieces[end]!.cells <= room - 1) cells += pieces[end++]!.cells;
	let stop = end;
	while (stop > 0 && !endsWord(pieces, stop)) stop--;
	if (stop === 0) stop = end;
	const shown = pieces.slice(0, stop);
	for (let i = shown.length - 1; i >= 0 && (shown[i]!.code || /[\s,;:(]/.test(shown[i]!.text)); i--) if (!shown[i]!.code) shown.splice(i, 1);
	const codes = pieces.slice(stop).filter(({code}) => code);
	return `${shown.map(({text}) => text).join('')}…${codes.map(({text}) => text).join('')}`;
}

/** Whether a word ends before a piece. */
function endsWord(pieces: readonly Piece[], at: number): boolean {
	const next = pieces.slice(at).find(({code}) => !code);
	const last = pieces.slice(0, at).findLast(({code}) => !code);
	return last !== undefined && (next?.text === ' ' || last.text === ' ' || (/[-/–—]/.test(last.text) && pieces.length > 1 && at > 3));
}

/** Plain text in lines of at most so many cells, broken between words; a word longer than a line is broken where the line ends. */
export function wrap(text: string, room: number): string[] {
	if (room <= 0) return [];
	return text.split('\n').flatMap(paragraph => wrapped(paragraph, room));
}

function wrapped(paragraph: string, room: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of paragraph.split(/\s+/).filter(part => part !== '')) {
		if (line !== '' && width(line) + 1 + width(word) <= room) {
			line += ` ${word}`;
			continue;
		}
		if (line !== '') lines.push(line);
		const parts = width(word) > room ? chopped(word, room) : [word];
		lines.push(...parts.slice(0, -1));
		line = parts.at(-1)!;
	}
	lines.push(line);
	return lines;
}

function chopped(word: string, room: number): string[] {
	const parts: string[] = [''];
	for (const {text, cells} of piecesOf(word)) {
		if (width(parts.at(-1)!) + cells > room && parts.at(-1) !== '') parts.push(text);
		else parts[parts.length - 1] += text;
	}
	// A character of two cells has no place in one.
	return parts.map(part => (width(part) > room ? '…' : part));
}

/** Two blocks side by side. The left one is as wide as its widest line; the shorter one is filled up with empty lines. */
export function beside(left: readonly Line[], right: readonly Line[], gap = ' '): Line[] {
	const across = (lines: readonly Line[]): number => lines.reduce((most, line) => Math.max(most, width(line)), 0);
	const [leftWidth, rightWidth] = [across(left), across(right)];
	return Array.from({length: Math.max(left.length, right.length)}, (_, i) => fitTo(left[i] ?? '', leftWidth) + gap + fitTo(right[i] ?? '', rightWidth));
}

/** Lines padded or cut to exactly a size. */
export const block = (lines: readonly Line[], {width: across, height}: Size): Line[] =>
	Array.from({length: Math.max(0, height)}, (_, i) => fitTo(lines[i] ?? '', across));

/** A pane: a rule with its title and, at its end, a note; then the lines. The rule of the focused pane is heavy. */
export function titled(
	title: string,
	lines: readonly Line[],
	size: Size,
	look: Look,
	{focused = false, note = ''}: {focused?: boolean; note?: string} = {},
): Line[] {
	const [head] = block([rule(title, note, size.width, focused, look)], {width: size.width, height: 1});
	return drawnIn(look, block(size.height > 0 ? [head!, ...lines] : [], size));
}

function rule(title: string, note: string, across: number, focused: boolean, look: Look): Line {
	const {heavy, light} = glyphsOf(look);
	const stroke = focused ? heavy : light;
	const role = focused ? 'accent' : 'faint';
	const room = across - 6;
	if (room < 1) return paint(stroke.repeat(Math.max(0, across)), {role}, look);
	const name = fitTo(title, Math.min(width(title), room));
	const spare = room - width(name) - 3;
	const aside = note !== '' && width(note) <= spare ? note : '';
	const between = across - 4 - width(name) - (aside === '' ? 0 : width(aside) + 4);
	const parts = [
		paint(stroke.repeat(2), {role}, look),
		paint(name, focused ? {role: 'accent', bold: true} : {role: 'title', bold: true}, look),
		paint(stroke.repeat(between), {role}, look),
		...(aside === '' ? [] : [paint(aside, {role: 'faint'}, look), paint(stroke.repeat(2), {role}, look)]),
	];
	return parts.join(' ');
}

/** An empty pane that says why it is empty. */
export function nothing(reason: string, size: Size, look: Look): Line[] {
	const lines = wrap(reason, Math.min(size.width - 2, 64));
	const above = Math.max(0, Math.min(size.height - lines.length, Math.floor((size.height - lines.length) / 3)));
	const shown = lines.map(line => paint(fitTo(line, size.width, 'centre'), {role: 'faint'}, look));
	return drawnIn(look, block([...Array<string>(above).fill(''), ...shown], size));
}
