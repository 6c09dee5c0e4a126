/** The signs that lines, marks and tables are drawn with, for terminals that have them and for those that know ASCII only. */
import type {GlyphSet, Look} from '../look.ts';
import {cellsOf} from './cells.ts';

export type Glyphs = {
	/** Rules. */
	readonly light: string;
	readonly heavy: string;
	readonly upright: string;
	/** Axes: a tick on the value axis, its corner, a tick of a year, a smaller one. */
	readonly tick: string;
	readonly corner: string;
	readonly year: string;
	readonly month: string;
	/** Swatches of a legend. */
	readonly solid: string;
	readonly dashed: string;
	readonly full: string;
	/** A bar in a table, thin enough that those of two rows do not touch, and half a cell of it. */
	readonly bar: string;
	readonly half: string;
	/** Marks. */
	readonly fact: string;
	readonly plan: string;
	readonly event: string;
	/** A level that lasts, and its ends. */
	readonly level: string;
	readonly from: string;
	readonly to: string;
	/** Tables and sliders. */
	readonly chosen: string;
	readonly rising: string;
	readonly falling: string;
	readonly handle: string;
	readonly rest: string;
	readonly more: string;
};

const drawn: Glyphs = {
	light: '─',
	heavy: '━',
	upright: '│',
	tick: '┤',
	corner: '└',
	year: '┼',
	month: '┴',
	solid: '━━',
	dashed: '╺╸',
	full: '█',
	bar: '━',
	half: '╸',
	fact: '●',
	plan: '◇',
	event: '▲',
	level: '━',
	from: '┣',
	to: '┫',
	chosen: '▸',
	rising: '▲',
	falling: '▼',
	handle: '●',
	rest: '┃',
	more: '▸',
};

const typed: Glyphs = {
	light: '-',
	heavy: '=',
	upright: '|',
	tick: '+',
	corner: '+',
	year: '|',
	month: "'",
	solid: '--',
	dashed: '::',
	full: '#',
	bar: '#',
	half: '#',
	fact: 'o',
	plan: 'x',
	event: '^',
	level: '=',
	from: '[',
	to: ']',
	chosen: '>',
	rising: '^',
	falling: 'v',
	handle: 'O',
	rest: '|',
	more: '>',
};

const bySet: Readonly<Record<GlyphSet, Glyphs>> = {
	braille: drawn,
	block: drawn,
	ascii: typed,
};

/** The signs of a look. */
export const glyphsOf = ({glyphs}: Look): Glyphs => bySet[glyphs];

const plain: Readonly<Record<string, string>> = {
	...{'…': '~', '−': '-', '–': '-', '—': '-', '×': 'x', '·': '.', '∞': '8', '°': 'o', '→': '>', '←': '<', '↑': '^', '↓': 'v', '≤': '<', '≥': '>'},
	...{'▸': '>', '▲': '^', '▼': 'v', '●': 'o', '◇': 'x', '┃': '|', '│': '|', '─': '-', '━': '=', '█': '#', '‘': "'", '’': "'", '“': '"', '”': '"'},
};

/** A line in ASCII and as wide as it was: accents are dropped, and signs it does not have stand as ones like them, or as `?`. */
export function inAscii(line: string): string {
	let foreign = false;
	for (let i = 0; i < line.length && !foreign; i++) foreign = line.charCodeAt(i) > 126;
	if (!foreign) return line;
	return [...line.normalize('NFC')].map(sign => (sign.codePointAt(0)! <= 126 ? sign : (plain[sign] ?? unaccented(sign)))).join('');
}

function unaccented(sign: string): string {
	const [first] = sign.normalize('NFD');
	return first !== undefined && first.codePointAt(0)! <= 126 ? first : '?'.repeat(cellsOf(sign.codePointAt(0)!));
}

/** Lines as a look can show them. */
export const drawnIn = ({glyphs}: Look, lines: readonly string[]): string[] => (glyphs === 'ascii' ? lines.map(inAscii) : [...lines]);
