/** A sheet of cells that signs are put on, and that becomes lines of exactly its width. */
import type {Look, Role} from '../look.ts';
import type {Line} from './lines.ts';

export type Surface = {
	readonly width: number;
	readonly height: number;
	/** Put one sign on a cell; what lies outside the sheet is not drawn. */
	readonly put: (column: number, row: number, sign: string, role?: Role, bold?: boolean) => void;
	/** Put text from a cell to the right. */
	readonly write: (column: number, row: number, text: string, role?: Role, bold?: boolean) => void;
	/** Give a cell a background. */
	readonly shade: (column: number, row: number, role: Role) => void;
	/** Show a cell in inverse, its sign on its ink. */
	readonly invert: (column: number, row: number) => void;
	readonly isEmpty: (column: number, row: number) => boolean;
	readonly lines: () => Line[];
};

const bolded = 1;
const inverted = 2;
const blank = 32;

/** An empty sheet. Its signs are one cell wide. */
export function surfaceOf(width: number, height: number, look: Look): Surface {
	const across = Math.max(0, width);
	const down = Math.max(0, height);
	const signs = new Uint16Array(across * down).fill(blank);
	const inks = new Uint8Array(across * down);
	const grounds = new Uint8Array(across * down);
	const flags = new Uint8Array(across * down);
	const placeOf = (column: number, row: number): number => (column >= 0 && column < across && row >= 0 && row < down ? row * across + column : -1);
	const put: Surface['put'] = (column, row, sign, role, bold) => {
		const at = placeOf(column, row);
		if (at < 0) return;
		signs[at] = sign.charCodeAt(0);
		inks[at] = role === undefined ? 0 : look.colours[role];
		flags[at] = (flags[at]! & inverted) | (bold ? bolded : 0);
	};
	return {
		width: across,
		height: down,
		put,
		write: (column, row, text, role, bold) => {
			for (let i = 0; i < text.length; i++) put(column + i, row, text[i]!, role, bold);
		},
		shade: (column, row, role) => {
			const at = placeOf(column, row);
			if (at >= 0) grounds[at] = look.colours[role];
		},
		invert: (column, row) => {
			const at = placeOf(column, row);
			if (at < 0) return;
			flags[at]! |= inverted;
			grounds[at] = 0;
		},
		isEmpty: (column, row) => {
			const at = placeOf(column, row);
			return at >= 0 && signs[at] === blank;
		},
		lines: () => Array.from({length: down}, (_, row) => lineOf({signs, inks, grounds, flags}, row * across, (row + 1) * across)),
	};
}

type Cells = {readonly signs: Uint16Array; readonly inks: Uint8Array; readonly grounds: Uint8Array; readonly flags: Uint8Array};

/** The codes that lead from one style to the next; only what changes is said. */
function change(from: {ink: number; ground: number; flags: number}, ink: number, ground: number, flags: number): string {
	let codes = '';
	if (ink !== from.ink) codes += ink === 0 ? '\u001b[39m' : `\u001b[38;5;${ink}m`;
	if (ground !== from.ground) codes += ground === 0 ? '\u001b[49m' : `\u001b[48;5;${ground}m`;
	const changed = flags ^ from.flags;
	if (changed & bolded) codes += flags & bolded ? '\u001b[1m' : '\u001b[22m';
	if (changed & inverted) codes += flags & inverted ? '\u001b[7m' : '\u001b[27m';
	from.ink = ink;
	from.ground = ground;
	from.flags = flags;
	return codes;
}

function lineOf({signs, inks, grounds, flags}: Cells, begin: number, end: number): Line {
	const style = {ink: 0, ground: 0, flags: 0};
	let line = '';
	for (let at = begin; at < end; at++) {
		const empty = signs[at] === blank;
		// An empty cell shows no ink: it keeps that of its neighbour and saves codes.
		const ink = empty && !(flags[at]! & inverted) ? style.ink : inks[at]!;
		if (ink !== style.ink || grounds[at] !== style.ground || flags[at] !== style.flags) line += change(style, ink, grounds[at]!, flags[at]!);
		line += String.fromCharCode(signs[at]!);
	}
	return line + change(style, 0, 0, 0);
}
