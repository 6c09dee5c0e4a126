/** Which columns of a table have room, how wide they are, and what stands above them. */
import {type Look, paint} from '../look.ts';
import {glyphsOf} from './glyphs.ts';
import type {GridSpec, Written} from './grid.ts';
import {fitTo, type Line, width, wrap} from './lines.ts';

type Placed = {readonly index: number; readonly room: number; readonly right: boolean};
/** The columns shown, what stands between them, the cells they take together, and how many are hidden. */
export type Layout = {readonly columns: readonly Placed[]; readonly gap: string; readonly taken: number; readonly hidden: number};

/** Whether a row of a table of so many columns is one cell that heads those that follow. */
export const isHeading = (cells: readonly unknown[], columns: number): boolean => cells.length === 1 && columns > 1;

/** A column of text is not made narrower than this to save another. */
const narrowest = 20;

/** Lay columns out in so many cells, with room for the sign of the order behind a name: text is shortened a little before a column is left out, those that matter least first. */
export function layOut({columns, rows, sort}: GridSpec, written: readonly (readonly Written[])[], room: number): Layout {
	const right = columns.map(({align}, i) => (align ?? (rows.some(cells => typeof cells[i] === 'number') ? 'right' : 'left')) === 'right');
	const lines = written.filter(cells => !isHeading(cells, columns.length));
	const wanted = columns.map((column, i) =>
		Math.min(column.most ?? Number.POSITIVE_INFINITY, natural(sort?.column === i ? {...column, name: `${column.name}__`} : column, i, lines)),
	);
	// A number is never shortened, a text not below what can be read.
	const least = wanted.map((cells, i) => (right[i] ? cells : Math.min(cells, columns[i]!.least ?? narrowest)));
	const byWorth = columns.map((column, i) => ({i, keep: column.keep ?? i})).sort((a, b) => b.keep - a.keep || b.i - a.i);
	const shown = new Set(columns.keys());
	const across = (of: readonly number[]): number => [...shown].reduce((sum, i) => sum + of[i]!, 2 * (shown.size - 1));
	for (const {i, keep} of byWorth) if (keep > 0 && shown.size > 1 && across(least) > room) shown.delete(i);
	let spare = Math.max(0, room - across(least));
	const given = least.map((cells, i) => {
		if (!shown.has(i)) return 0;
		const more = Math.min(spare, wanted[i]! - cells);
		spare -= more;
		return cells + more;
	});
	const gaps = Math.max(0, shown.size - 1);
	const gap = 2 + (gaps > 0 ? Math.min(2, Math.floor(spare / gaps)) : 0);
	const placed = [...shown].map(index => ({index, room: given[index]!, right: right[index]!}));
	return {columns: placed, gap: ' '.repeat(gap), taken: Math.max(0, room), hidden: columns.length - shown.size};
}

/** As wide as its widest cell, and as its name in two lines. */
function natural({name, unit = ''}: {name: string; unit?: string}, i: number, written: readonly (readonly Written[])[]): number {
	let cells = Math.max(1, width(unit));
	for (const row of written) cells = Math.max(cells, row[i]?.cells ?? 0);
	const words = name.split(' ').map(width);
	cells = Math.max(cells, ...words);
	const whole = words.reduce((sum, word) => sum + word + 1, -1);
	while (cells < whole && wrap(name, cells).length > 2) cells++;
	return cells;
}

/** The head of a table: names in up to two lines, and a line of units if there are any and room for them. */
export function headed({columns, sort}: GridSpec, layout: Layout, height: number, look: Look): Line[] {
	const signs = glyphsOf(look);
	const most = height >= 8 ? 2 : 1;
	const names = layout.columns.map(({index, room}) => {
		const name = columns[index]!.name;
		const sign = sort?.column === index ? (sort.reversed ? signs.falling : signs.rising) : '';
		const lines = width(name) <= room || most === 1 ? [fitTo(name, Math.min(room, width(name)))] : wrap(name, room);
		return sign === '' ? lines : signed(lines, sign, room);
	});
	const rows = Math.min(most, Math.max(1, ...names.map(lines => lines.length)));
	const text = Array.from({length: rows}, (_, row) =>
		layout.columns
			.map(({index, room, right}, i) => {
				const line = names[i]![row - rows + names[i]!.length] ?? '';
				return paint(fitTo(line, room, right ? 'right' : 'left'), sort?.column === index ? {role: 'accent', bold: true} : {role: 'title', bold: true}, look);
			})
			.join(layout.gap),
	);
	const units = height >= 6 && layout.columns.some(({index}) => (columns[index]!.unit ?? '') !== '');
	if (!units) return text;
	const unitLine = layout.columns.map(({index, room, right}) => fitTo(columns[index]!.unit ?? '', room, right ? 'right' : 'left')).join(layout.gap);
	return [...text, paint(unitLine, {role: 'faint'}, look)];
}

/** The sign of the order stands behind the name, or in its place where there is no room for both. */
function signed(lines: readonly string[], sign: string, room: number): string[] {
	const last = lines.at(-1)!;
	return [...lines.slice(0, -1), width(last) + 2 <= room ? `${last} ${sign}` : width(last) + 1 <= room ? last + sign : fitTo(last, room - 1).trimEnd() + sign];
}
