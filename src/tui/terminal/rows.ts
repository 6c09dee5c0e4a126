/** Rows as a terminal is sent them: text with the codes that set its colours. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with one
const styling = /\u001b\[([\d;]*)m/g;

/** The same without colours; bold and inverse stay, for they tell what is selected. */
export const withoutColours = (text: string): string =>
	text.replace(styling, (_code, written: string) => {
		const kept = styleOnly(written.split(';'));
		return kept.length > 0 ? `\u001b[${kept.join(';')}m` : '';
	});

function styleOnly(codes: readonly string[]): string[] {
	const kept: string[] = [];
	for (let i = 0; i < codes.length; i++) {
		const code = Number(codes[i]);
		// What follows 38 and 48 belongs to them: 5 and a colour, or 2 and three of them.
		if (code === 38 || code === 48) i += codes[i + 1] === '5' ? 2 : 4;
		else if (!isColour(code)) kept.push(codes[i]);
	}
	return kept;
}

const isColour = (code: number): boolean => (code >= 30 && code <= 49) || (code >= 90 && code <= 107);

/** The cells of a row from one column on, as many as are wanted, styled as they are there; blanks where the row has ended. */
export function cellsOf(row: string, from: number, width: number): string {
	let column = 0;
	let before = '';
	let cells = '';
	let filled = 0;
	for (const {code, text} of piecesOf(row)) {
		if (code !== undefined) {
			if (column < from) before += code;
			else cells += code;
			continue;
		}
		for (const glyph of text) {
			const wide = widthOfGlyph(glyph);
			const whole = column >= from && column + wide <= from + width;
			const seen = Math.max(0, Math.min(column + wide, from + width) - Math.max(column, from));
			// Of a wide glyph at an edge a half would be seen.
			cells += whole ? glyph : ' '.repeat(seen);
			filled += whole ? wide : seen;
			column += wide;
		}
		if (filled >= width) break;
	}
	return `${before}${cells}\u001b[0m${' '.repeat(width - filled)}`;
}

type Piece = {readonly code: string | undefined; readonly text: string};

function* piecesOf(row: string): Generator<Piece> {
	let at = 0;
	for (const {0: code, index} of row.matchAll(styling)) {
		if (index > at) yield {code: undefined, text: row.slice(at, index)};
		yield {code, text: ''};
		at = index + code.length;
	}
	if (at < row.length) yield {code: undefined, text: row.slice(at)};
}

/** Two for what East Asian scripts write wide, none for what is written over the glyph before it. */
function widthOfGlyph(glyph: string): number {
	if (/^\p{M}$/u.test(glyph)) return 0;
	return /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]$/.test(glyph) ? 2 : 1;
}
