/** How many cells of a terminal a character takes. */

/** What stands on the character before it and takes none. */
const combining = (point: number): boolean =>
	(point >= 0x300 && point <= 0x36f) || (point >= 0x200b && point <= 0x200f) || (point >= 0xfe00 && point <= 0xfe0f) || point === 0xfeff;

/** Characters of East Asia and pictures, which take two. */
const wide = (point: number): boolean =>
	(point >= 0x1100 && point <= 0x115f) ||
	(point >= 0x2e80 && point <= 0xa4cf && point !== 0x303f) ||
	(point >= 0xac00 && point <= 0xd7a3) ||
	(point >= 0xf900 && point <= 0xfaff) ||
	(point >= 0xfe30 && point <= 0xfe6f) ||
	(point >= 0xff00 && point <= 0xff60) ||
	(point >= 0xffe0 && point <= 0xffe6) ||
	(point >= 0x1f300 && point <= 0x1faff) ||
	(point >= 0x20000 && point <= 0x3fffd);

/** 0, 1 or 2, by its code point. */
export const cellsOf = (point: number): number => (point < 0x300 ? 1 : combining(point) ? 0 : wide(point) ? 2 : 1);
