/** A table that can be walked. */
import {formatNumber} from '../../report/number.ts';
import {type Look, paint, type Style} from '../look.ts';
import type {Size} from '../scene.ts';
import {drawnIn, glyphsOf} from './glyphs.ts';
import {headed, isHeading, type Layout, layOut} from './grid-columns.ts';
import {block, fitBothEnds, fitTo, type Line, nothing, uncoloured, width} from './lines.ts';

export type Styled = {readonly text: string; readonly style: Style};
export type GridCell = string | number | undefined | Styled;

export type GridColumn = {
	readonly name: string;
	readonly unit?: string;
	/** Numbers stand to the right unless told otherwise. */
	readonly align?: 'left' | 'right';
	/** The lower, the later it is left out where there is no room; 0 always stays. Its place if left out. */
	readonly keep?: number;
	/** How many cells it may take. */
	readonly most?: number;
	/** Text is not made narrower than this to save another column. */
	readonly least?: number;
	/** Whether text that has no room is cut in its middle, for names that begin alike. */
	readonly bothEnds?: boolean;
};

export type GridSpec = {
	readonly columns: readonly GridColumn[];
	/** A row of a single cell is a heading over those that follow, as wide as the table. */
	readonly rows: readonly (readonly GridCell[])[];
	readonly selected?: number | undefined;
	readonly sort?: {readonly column: number; readonly reversed: boolean} | undefined;
	readonly focused?: boolean;
	/** Said at the foot. */
	readonly notes?: readonly string[];
	/** Why there are no rows, if there are none. */
	readonly empty?: string;
};

/** A cell as it is laid out. */
export type Written = {readonly text: string; readonly cells: number; readonly style: Style | undefined};

const textOf = (cell: GridCell): string =>
	typeof cell === 'number' ? formatNumber(cell) : cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;

/** A grid of exactly a size. */
export function grid(spec: GridSpec, size: Size, look: Look): Line[] {
	const {rows, selected, notes = [], empty = 'There is nothing to show here.'} = spec;
	const written = rows.map(cells => cells.map(write));
	const layout = layOut(spec, written, selected === undefined ? size.width : size.width - 2);
	const lead = selected === undefined ? '' : '  ';
	const head = headed(spec, layout, size.height, look).map(line => lead + line);
	if (rows.length === 0) return drawnIn(look, block([...head, ...nothing(empty, {width: size.width, height: size.height - head.length}, look)], size));
	const foot = (room: number): string => footOf(layout.hidden, rows.length > room, spec, notes);
	const all = size.height - head.length;
	const room = foot(all) === '' || all < 2 ? all : all - 1;
	const first = firstOf(selected, rows.length, room);
	const lines = written.slice(first, first + Math.max(0, room)).map((cells, i) => row(cells, layout, first + i === selected, spec, look));
	const said = room < all ? [paint(fitTo(foot(room), size.width), {role: 'faint'}, look)] : [];
	return drawnIn(look, block([...head, ...block(lines, {width: size.width, height: room}), ...said], size));
}

function write(cell: GridCell): Written {
	const text = textOf(cell);
	return {text, cells: width(text), style: typeof cell === 'object' ? cell.style : undefined};
}

/** The selected row stays in the middle, until the table ends. */
function firstOf(selected: number | undefined, rows: number, room: number): number {
	if (selected === undefined || rows <= room) return 0;
	return Math.max(0, Math.min(rows - room, selected - (room >> 1)));
}

function footOf(hidden: number, scrolled: boolean, {columns, selected, rows}: GridSpec, notes: readonly string[]): string {
	const counted = (end: number): number => rows.slice(0, Math.max(0, end)).filter(cells => !isHeading(cells, columns.length)).length;
	const all = counted(rows.length);
	const place = !scrolled ? [] : selected === undefined ? [`${all} rows`] : [`${counted(selected + 1)}/${all}`];
	const left = hidden === 0 ? [] : [`${hidden} ${hidden === 1 ? 'column' : 'columns'} hidden`];
	return [...place, ...left, ...notes].join(' · ');
}

function row(
	cells: readonly Written[],
	{columns, gap, taken, hidden}: Layout,
	chosen: boolean,
	{columns: of, selected, focused = false}: GridSpec,
	look: Look,
): Line {
	const [heading] = cells;
	if (isHeading(cells, columns.length + hidden) && heading !== undefined) {
		const text = fitTo(heading.text, taken);
		return `${selected === undefined ? '' : '  '}${heading.style === undefined ? text : paint(text, heading.style, look)}`;
	}
	let line = '';
	for (const [i, {index, room, right}] of columns.entries()) {
		const cell = cells[index];
		const spare = cell === undefined ? room : room - cell.cells;
		const text =
			cell === undefined
				? ' '.repeat(room)
				: spare < 0
					? (of[index]?.bothEnds ? fitBothEnds : fitTo)(cell.text, room)
					: right
						? ' '.repeat(spare) + cell.text
						: cell.text + ' '.repeat(spare);
		line += (i === 0 ? '' : gap) + (cell?.style === undefined || chosen ? text : paint(text, cell.style, look));
	}
	if (selected === undefined) return line;
	if (!chosen) return `  ${line}`;
	// What is shown in inverse has one colour: a bar of its own would be a hole in it.
	const marked = `${glyphsOf(look).chosen} ${fitTo(focused ? uncoloured(line) : line, taken)}`;
	return paint(marked, focused ? {inverse: true, bold: true} : {role: 'accent', bold: true}, look);
}
