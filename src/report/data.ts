/** Tables as data: CSV after RFC 4180, JSON, and JSON a line. Numbers in full. */
import {stringify} from 'csv-stringify/sync';
import type {Cell, Table} from './table.ts';

/** Rows handed on at a time, so that a long table is never one text. */
const atOnce = 1000;

/** One table, its names in the first line. */
export function* writeCsv({columns, rows}: Table): Generator<string> {
	const names = columns.map(({name}) => name);
	yield csv([names]);
	for (let row = 0; row < rows.length; row += atOnce) yield csv(rows.slice(row, row + atOnce));
}

const csv = (rows: readonly (readonly Cell[])[]): string =>
	stringify(
		rows.map(row => row.map(cell => finite(cell) ?? '')),
		{record_delimiter: '\r\n', cast: {number: String}},
	);

/** One object a row, the name of its table first. */
export function* writeNdjson(table: Table): Generator<string> {
	for (const row of table.rows) yield `${JSON.stringify({table: table.name, ...asObject(table, row)})}\n`;
}

/** One object with a key a table, each an array of rows. */
export function* writeJson(tables: readonly Table[]): Generator<string> {
	yield '{';
	for (const [t, table] of tables.entries()) {
		yield `${t === 0 ? '' : ','}\n${JSON.stringify(table.name)}: [`;
		for (const [r, row] of table.rows.entries()) yield `${r === 0 ? '' : ','}\n${JSON.stringify(asObject(table, row))}`;
		yield ']';
	}
	yield '\n}\n';
}

function asObject({columns}: Table, row: readonly Cell[]): Record<string, string | number | null> {
	const object: Record<string, string | number | null> = {};
	columns.forEach(({name}, c) => {
		object[name] = finite(row[c]) ?? null;
	});
	return object;
}

/** What is not a number cannot be written as one. */
const finite = (cell: Cell): Cell => (typeof cell === 'number' && !Number.isFinite(cell) ? undefined : cell);
