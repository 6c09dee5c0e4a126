/** What a terminal shows, cell by cell, with the colours as they are seen. */
import type {ThemeName} from '../look.ts';

/** The colours of text and of what is behind it where nothing says otherwise. */
export type Page = {readonly ink: string; readonly paper: string};

/** One cell, or two where the glyph is wide; colours as #rrggbb. */
export type Cell = {readonly glyph: string; readonly colour: string; readonly behind: string | undefined; readonly bold: boolean};

const darkPage: Page = {ink: '#d7dae0', paper: '#14171c'};

const pages: Readonly<Record<ThemeName, Page>> = {
	dark: darkPage,
	light: {ink: '#1c2026', paper: '#fdfdfb'},
	'high-contrast': {ink: '#ffffff', paper: '#000000'},
	mono: darkPage,
};

/** The page that a theme is made for. */
export const pageOf = (theme: ThemeName): Page => pages[theme];

const first16 = ['000000', 'cd3131', '2ea043', 'c9a227', '3b78d8', 'b05ec2', '2aa1b3', 'cccccc'].concat(
	...[['767676', 'f14c4c', '3fc45a', 'e5c445', '5a9bf0', 'd07be0', '45c4d6', 'ffffff']],
);

/** A colour of the terminal's 256 as #rrggbb. */
export function colourOf(index: number): string {
	if (index < 16) return `#${first16[index]}`;
	if (index >= 232) return `#${hex(8 + (index - 232) * 10).repeat(3)}`;
	const parts = [Math.floor((index - 16) / 36), Math.floor((index - 16) / 6) % 6, (index - 16) % 6];
	return `#${parts.map(part => hex(part === 0 ? 0 : 55 + part * 40)).join('')}`;
}

const hex = (part: number): string => part.toString(16).padStart(2, '0');

/** How a cell looks: its own colours or the page's, turned about where it is inverse. */
export function cellFrom(glyph: string, {colour, behind, bold, inverse}: Style, {ink, paper}: Page): Cell {
	return inverse
		? {glyph, colour: behind ?? paper, behind: colour ?? ink, bold}
		: {glyph, colour: colour ?? ink, behind: behind === paper ? undefined : behind, bold};
}

export type Style = {readonly colour: string | undefined; readonly behind: string | undefined; readonly bold: boolean; readonly inverse: boolean};

const plain: Style = {colour: undefined, behind: undefined, bold: false, inverse: false};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with one
const pieces = /\u001b\[([\d;]*)m|([^\u001b])/gu;

/** The cells of rows as they are written to a terminal. */
export const cellsOfRows = (rows: readonly string[], page: Page): Cell[][] =>
	rows.map(row => {
		let style = plain;
		const cells: Cell[] = [];
		for (const [, codes, glyph] of row.matchAll(pieces)) {
			if (glyph !== undefined) cells.push(cellFrom(glyph, style, page));
			else style = styled(style, (codes || '0').split(';').map(Number));
		}
		return cells;
	});

/** A style after the codes that change it. */
function styled(before: Style, codes: readonly number[]): Style {
	let style = before;
	for (let i = 0; i < codes.length; i++) {
		const code = codes[i];
		const wide = code === 38 || code === 48;
		const colour = wide ? longColour(codes.slice(i + 1)) : colourOf((code % 10) + (code >= 90 ? 8 : 0));
		if (wide) i += codes[i + 1] === 5 ? 2 : 4;
		if (code === 0) style = plain;
		else if (code === 1 || code === 22) style = {...style, bold: code === 1};
		else if (code === 7 || code === 27) style = {...style, inverse: code === 7};
		else if (code === 39) style = {...style, colour: undefined};
		else if (code === 49) style = {...style, behind: undefined};
		else if (code === 38 || (code >= 30 && code < 38) || (code >= 90 && code < 98)) style = {...style, colour};
		else if (code === 48 || (code >= 40 && code < 48) || (code >= 100 && code < 108)) style = {...style, behind: colour};
	}
	return style;
}

const longColour = ([kind, ...parts]: readonly number[]): string => (kind === 5 ? colourOf(parts[0]) : `#${parts.slice(0, 3).map(hex).join('')}`);
