/** Where what a verb says goes: data to standard output or a file, everything else to standard error. */
import {createWriteStream} from 'node:fs';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {Format} from '../report/format.ts';
import {writeTables} from '../report/format.ts';
import type {Table} from '../report/table.ts';
import {nearest} from '../scenario/problem.ts';
import {UsageError} from './usage.ts';

/** The options of every verb that prints tables. */
export type OutputOptions = {
	readonly format: Format;
	readonly table?: readonly string[];
	readonly out?: string;
	readonly quiet?: true;
	/** False for --no-color. */
	readonly color: boolean;
};

const piece = 1 << 16;

/** Write tables where the reader wants them. */
export async function deliver(tables: readonly Table[], {format, out, color}: OutputOptions): Promise<void> {
	const toFile = out !== undefined;
	const style = {colour: color && !toFile && coloursWanted(), width: toFile ? Number.POSITIVE_INFINITY : widthOfLine()};
	const pieces = Readable.from(inPieces(writeTables(tables, format, style)));
	if (!toFile) return pipeline(pieces, process.stdout, {end: false});
	try {
		await pipeline(pieces, createWriteStream(out));
	} catch (error) {
		throw new UsageError(`cannot write ${out}: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** Say something that is not data, unless the reader wants none of it. */
export function remark(text: string, {quiet}: OutputOptions): void {
	if (!quiet) process.stderr.write(`${text}\n`);
}

/** Say how far something has come, in a line that the next one replaces; only to a person who watches. */
export function progress(text: string, {quiet}: OutputOptions): void {
	if (!quiet && process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}\r`);
}

/** The tables asked for by name, or those that go with the format. */
export function chosenTables(
	asked: readonly string[] | undefined,
	known: readonly string[],
	format: Format,
	usual: {readonly screen: readonly string[]; readonly data: readonly string[]; readonly csv: string},
): readonly string[] {
	const names = asked ?? (format === 'table' ? usual.screen : format === 'csv' ? [usual.csv] : usual.data);
	for (const name of names) {
		if (known.includes(name)) continue;
		const meant = nearest(name, known);
		throw new UsageError(`there is no table "${name}"${meant ? `; did you mean "${meant}"?` : ''} (there are ${known.join(', ')})`);
	}
	if (format === 'csv' && names.length > 1) throw new UsageError('a CSV file holds one table; ask for one with --table, or for json or ndjson');
	return [...new Set(names)];
}

function coloursWanted(): boolean {
	const {NO_COLOR, FORCE_COLOR, TERM} = process.env;
	if (NO_COLOR) return false;
	return Boolean(FORCE_COLOR) || (process.stdout.isTTY === true && TERM !== 'dumb');
}

/** Lines are folded to a terminal's width, and not at all for what reads them elsewhere. */
const widthOfLine = (): number => (process.stdout.isTTY ? Math.max(40, process.stdout.columns) : Number.POSITIVE_INFINITY);

/** Texts joined to pieces worth a write. */
function* inPieces(texts: Iterable<string>): Generator<string> {
	let joined = '';
	for (const text of texts) {
		joined += text;
		if (joined.length < piece) continue;
		yield joined;
		joined = '';
	}
	if (joined !== '') yield joined;
}
