/** Tables as aligned text for a terminal. */
import picocolors from 'picocolors';
import {printable} from '../scenario/problem.ts';
import {formatNumber} from './number.ts';
import type {Cell, Table, TableColumn} from './table.ts';

export type TextStyle = {
	readonly colour: boolean;
	/** Characters that fit on a line. */
	readonly width: number;
};

/** A column ready to print: its head, then its cells, all of one width. */
type Strip = readonly string[];

const gap = '  ';

/** A table with its title above and its notes below; one without columns is its notes. Columns that do not fit stand below the others, beside the first again. */
export function* writeText(table: Table, {colour, width}: TextStyle): Generator<string> {
	const colours = picocolors.createColors(colour);
	const {bold, dim} = colours;
	const paint = (text: string, cell: Cell): string => {
		const name = table.colourOf?.(cell);
		return name ? colours[name](text) : text;
	};
	yield `${bold(printable(table.title))}\n`;
	if (table.columns.length > 0 && table.rows.length === 0) yield `${dim('nothing')}\n`;
	else if (table.rows.length > 0) {
		const strips = table.columns.map((column, c) => stripOf(table, column, c, Math.max(24, width / 2), paint));
		for (const block of inBlocks(strips, width)) {
			for (const [line, text] of linesOf(block).entries()) yield `${line === 0 ? dim(text) : text}\n`;
		}
	}
	for (const note of table.notes ?? []) yield `${printable(note)}\n`;
}

const linesOf = (block: readonly Strip[]): string[] => block[0].map((_, line) => joined(block.map(strip => strip[line])));

const joined = (cells: readonly string[]): string => cells.join(gap).trimEnd();

function stripOf(table: Table, column: TableColumn, c: number, most: number, paint: (text: string, cell: Cell) => string): Strip {
	const numeric = table.rows.some(row => typeof row[c] === 'number');
	const head = column.unit ? `${column.name} ${column.unit}` : column.name;
	const cells = [head, ...table.rows.map(row => print(row[c]))].map(text => shortened(text, most));
	const width = cells.reduce((widest, text) => Math.max(widest, lengthOf(text)), 0);
	return cells.map((text, line) => {
		const blank = ' '.repeat(width - lengthOf(text));
		const painted = line === 0 ? text : paint(text, table.rows[line - 1][c]);
		return numeric ? blank + painted : painted + blank;
	});
}

/** The first column, and beside it as many others as fit; then the first again with the rest. */
function inBlocks([first, ...others]: readonly Strip[], width: number): Strip[][] {
	const blocks: Strip[][] = [];
	let block = [first];
	let used = lengthOf(first[0]);
	for (const other of others) {
		const needs = gap.length + lengthOf(other[0]);
		if (used + needs > width && block.length > 1) {
			blocks.push(block);
			block = [first];
			used = lengthOf(first[0]);
		}
		block.push(other);
		used += needs;
	}
	return [...blocks, block];
}

const print = (cell: Cell): string => (cell === undefined ? '' : typeof cell === 'number' ? formatNumber(cell) : printable(cell));

/** A text of which a line can hold something beside it. */
const shortened = (text: string, most: number): string => (lengthOf(text) > most ? `${[...text].slice(0, Math.floor(most) - 1).join('')}…` : text);

const lengthOf = (text: string): number => [...text].length;
