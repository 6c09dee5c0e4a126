/** Lines finer than cells: dots of braille, quarters of blocks, or strokes of ASCII, all drawn in the same way. */
import type {GlyphSet, Look, Role} from '../look.ts';
import type {Surface} from './surface.ts';

export type Pen = {
	readonly role: Role;
	/** Dots drawn and dots left out, again and again along the line. */
	readonly dashes?: readonly [drawn: number, left: number];
	/** Drawn with lighter signs where there are some. */
	readonly dotted?: boolean;
	readonly bold?: boolean;
};

export type Canvas = {
	/** Dots across and down. */
	readonly across: number;
	readonly down: number;
	/** A line through points in dots; it breaks where one is not finite. Later lines displace earlier ones in the cells they share. */
	readonly trace: (xs: ArrayLike<number>, ys: ArrayLike<number>, pen: Pen) => void;
	/** Put what was drawn on the surface. */
	readonly finish: () => void;
};

type Dots = {
	readonly across: number;
	readonly down: number;
	readonly bits: readonly (readonly number[])[];
	readonly sign: (bits: number, dotted: boolean) => string;
};

const quarters = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';
/** High, in the middle, low, and what goes through more than one of them. */
const strokes = [" '-|.|||", ' `::.:::'] as const;

const dotsOf: Readonly<Record<GlyphSet, Dots>> = {
	braille: {
		across: 2,
		down: 4,
		bits: [
			[0x01, 0x02, 0x04, 0x40],
			[0x08, 0x10, 0x20, 0x80],
		],
		sign: bits => String.fromCharCode(0x2800 + bits),
	},
	block: {
		across: 2,
		down: 2,
		bits: [
			[1, 4],
			[2, 8],
		],
		sign: bits => quarters[bits]!,
	},
	ascii: {across: 1, down: 3, bits: [[1, 2, 4]], sign: (bits, dotted) => strokes[dotted ? 1 : 0][bits]!},
};

/** How many dots a cell of a look has, across and down. */
export const dotsIn = ({glyphs}: Look): {readonly across: number; readonly down: number} => dotsOf[glyphs];

/** A canvas that covers a surface. */
export function canvasOn(surface: Surface, look: Look): Canvas {
	const dots = dotsOf[look.glyphs];
	const cells = new Uint8Array(surface.width * surface.height);
	const owners = new Uint8Array(surface.width * surface.height);
	const pens: Pen[] = [];
	const across = surface.width * dots.across;
	const down = surface.height * dots.down;
	const dot = (x: number, y: number, owner: number): void => {
		if (x < 0 || y < 0 || x >= across || y >= down) return;
		const column = Math.floor(x / dots.across);
		const row = Math.floor(y / dots.down);
		const at = row * surface.width + column;
		const bit = dots.bits[x - column * dots.across]![y - row * dots.down]!;
		if (owners[at] === owner) cells[at]! |= bit;
		else {
			owners[at] = owner;
			cells[at] = bit;
		}
	};
	return {
		across,
		down,
		trace: (xs, ys, pen) => {
			pens.push(pen);
			traceLine(xs, ys, pen, (x, y) => dot(x, y, pens.length));
		},
		finish: () => {
			for (let at = 0; at < cells.length; at++) {
				if (cells[at] === 0) continue;
				const {role, bold, dotted = false} = pens[owners[at]! - 1]!;
				surface.put(at % surface.width, Math.floor(at / surface.width), dots.sign(cells[at]!, dotted), role, bold);
			}
		},
	};
}

function traceLine(xs: ArrayLike<number>, ys: ArrayLike<number>, {dashes}: Pen, dot: (x: number, y: number) => void): void {
	const period = dashes ? dashes[0] + dashes[1] : 1;
	const drawn = dashes ? dashes[0] : 1;
	let gone = 0;
	let [lastX, lastY] = [Number.NaN, Number.NaN];
	for (let i = 0; i < xs.length; i++) {
		const x = Math.round(xs[i]!);
		const y = Math.round(ys[i] ?? Number.NaN);
		if (Number.isFinite(x) && Number.isFinite(y)) {
			const steps = Number.isFinite(lastX) ? Math.max(Math.abs(x - lastX), Math.abs(y - lastY)) : 0;
			if (steps === 0 && gone % period < drawn) dot(x, y);
			for (let step = 1; step <= steps; step++) {
				if (gone++ % period < drawn) dot(Math.round(lastX + ((x - lastX) * step) / steps), Math.round(lastY + ((y - lastY) * step) / steps));
			}
		}
		[lastX, lastY] = [x, y];
	}
}
