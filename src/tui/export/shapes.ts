/** Glyphs that are drawn instead of written, so that a picture is the same in every font: curves, frames and bars. */

/** A cell on the picture. */
export type Box = {readonly x: number; readonly y: number; readonly width: number; readonly height: number};

/** A path, and whether it is filled or how thick its line is; dots are lines of no length with round ends. */
export type Shape = {readonly path: string; readonly line: number | undefined};

/** Where lines run from the middle of a cell: left, right, up, down; 1 is thin and 2 is thick. */
const arms: Readonly<Record<string, readonly [number, number, number, number]>> = {
	'─': [1, 1, 0, 0],
	'━': [2, 2, 0, 0],
	'│': [0, 0, 1, 1],
	'┃': [0, 0, 2, 2],
	'┌': [0, 1, 0, 1],
	'┐': [1, 0, 0, 1],
	'└': [0, 1, 1, 0],
	'┘': [1, 0, 1, 0],
	'╭': [0, 1, 0, 1],
	'╮': [1, 0, 0, 1],
	'╰': [0, 1, 1, 0],
	'╯': [1, 0, 1, 0],
	'├': [0, 1, 1, 1],
	'┤': [1, 0, 1, 1],
	'┬': [1, 1, 0, 1],
	'┴': [1, 1, 1, 0],
	'┼': [1, 1, 1, 1],
	'╸': [2, 0, 0, 0],
	'╹': [0, 0, 2, 0],
	'╺': [0, 2, 0, 0],
	'╻': [0, 0, 0, 2],
	'╴': [1, 0, 0, 0],
	'╵': [0, 0, 1, 0],
	'╶': [0, 1, 0, 0],
	'╷': [0, 0, 0, 1],
};

/** The bits of a braille letter, by the dot's column and row. */
const dots = [
	[0x01, 0, 0],
	[0x02, 0, 1],
	[0x04, 0, 2],
	[0x40, 0, 3],
	[0x08, 1, 0],
	[0x10, 1, 1],
	[0x20, 1, 2],
	[0x80, 1, 3],
] as const;

const dotSize = 2.6;

/** The shape of a glyph in a cell; undefined for one that is to be written. */
export function shapeOf(glyph: string, box: Box): Shape | undefined {
	const code = glyph.codePointAt(0) ?? 0;
	if (code >= 0x2800 && code <= 0x28ff) return {path: dotsIn(code - 0x2800, box), line: dotSize};
	if (code >= 0x2580 && code <= 0x2595) return blockIn(code, box);
	const lines = arms[glyph];
	return lines && {path: armsIn(lines, box), line: lines.includes(2) ? 2.4 : 1.2};
}

function dotsIn(bits: number, {x, y, width, height}: Box): string {
	const shown = dots.filter(([bit]) => (bits & bit) !== 0);
	return shown.map(([, column, row]) => `M${short(x + width * (0.25 + column * 0.5))} ${short(y + height * (0.125 + row * 0.25))}h.01`).join('');
}

function armsIn([left, right, up, down]: readonly [number, number, number, number], {x, y, width, height}: Box): string {
	const [middle, centre] = [short(x + width / 2), short(y + height / 2)];
	const across = left || right ? `M${left ? short(x) : middle} ${centre}H${right ? short(x + width) : middle}` : '';
	return across + (up || down ? `M${middle} ${up ? short(y) : centre}V${down ? short(y + height) : centre}` : '');
}

/** Blocks: of a cell's width and height the part that is filled; shades are left to the font. */
function blockIn(code: number, {x, y, width, height}: Box): Shape | undefined {
	const part = blockPart(code);
	if (!part) return undefined;
	const [left, top, wide, high] = part;
	return {
		path: `M${short(x + left * width)} ${short(y + top * height)}h${short(wide * width)}v${short(high * height)}h${short(-wide * width)}z`,
		line: undefined,
	};
}

function blockPart(code: number): readonly [number, number, number, number] | undefined {
	const eighths = code - 0x2580;
	if (eighths === 0) return [0, 0, 1, 1 / 2];
	if (eighths <= 8) return [0, 1 - eighths / 8, 1, eighths / 8];
	if (eighths <= 15) return [0, 0, (16 - eighths) / 8, 1];
	if (eighths === 16) return [1 / 2, 0, 1 / 2, 1];
	if (eighths === 20) return [0, 0, 1, 1 / 8];
	return eighths === 21 ? [7 / 8, 0, 1 / 8, 1] : undefined;
}

/** A number with as many digits as can be seen. */
export const short = (value: number): string => String(Math.round(value * 100) / 100);
