/** What the curves, marks and layers of a picture are, with their values where the cursor stands. */
import {type Look, paint, type Role} from '../look.ts';
import {fitTo, type Line, width} from './lines.ts';

/** `letter` stands behind the swatch, where a layer has both. */
export type Entry = {readonly swatch: string; readonly letter?: string; readonly name: string; readonly role: Role; readonly value?: string | undefined};

const between = 3;

const cellsOf = ({swatch, letter = '', name, value}: Entry): number =>
	swatch.length + letter.length + 1 + width(name) + (value === undefined ? 0 : 1 + width(value));

/** How wide entries are in one line. */
export const breadth = (entries: readonly Entry[]): number => entries.reduce((cells, entry) => cells + cellsOf(entry) + between, -between);

/** The colour of letters that make up a layer: that of the layer, unless it can hardly be told from what lies behind. */
export const inkOf = (role: Role): Role => (role === 'band' ? 'faint' : role);

function written({swatch, letter = '', name, role, value}: Entry, look: Look): Line {
	const reading = value === undefined ? '' : ` ${paint(value, {role: 'title', bold: true}, look)}`;
	const sign = paint(swatch, {role}, look) + (letter === '' ? '' : paint(letter, {role: 'title'}, look));
	return `${sign} ${paint(name, {role: 'faint'}, look)}${reading}`;
}

/** Entries in one line. */
export const inLine = (entries: readonly Entry[], look: Look): Line => entries.map(entry => written(entry, look)).join(' '.repeat(between));

/** Entries in lines of exactly a width; where they do not all fit, how many more there are. */
export function inLines(entries: readonly Entry[], room: number, most: number, look: Look): Line[] {
	const rows: Entry[][] = [[]];
	let shown = 0;
	for (const entry of entries) {
		const last = rows.at(-1)!;
		const rest = entries.length - shown - 1;
		const tail = rows.length === most && rest > 0 ? between + String(rest).length + 1 : 0;
		if (breadth([...last, entry]) + tail <= room) last.push(entry);
		else if (rows.length < most && cellsOf(entry) <= room) rows.push([entry]);
		else break;
		shown++;
	}
	return rows.map((row, i) => {
		const left = entries.length - shown;
		const more = i === rows.length - 1 && left > 0 ? `${row.length > 0 ? '   ' : ''}${paint(`+${left}`, {role: 'faint'}, look)}` : '';
		return fitTo(inLine(row, look) + more, room);
	});
}
