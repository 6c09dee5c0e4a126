/** A picture of what a terminal shows, as SVG. */
import type {ThemeName} from '../look.ts';
import {type Cell, cellsOfRows, type Page, pageOf} from './cells.ts';
import {type Box, shapeOf, short} from './shapes.ts';

const width = 8.4;
const height = 18;
const margin = 12;
const fonts = "'DejaVu Sans Mono',Menlo,Consolas,monospace";
/** How wide a letter of these fonts is, of their size. */
const letter = 0.602;

/** A picture of rows as a screen draws them; `title` says in words what is to be seen. */
export const svgOfRows = (rows: readonly string[], theme: ThemeName, title: string): string => svgOf(cellsOfRows(rows, pageOf(theme)), pageOf(theme), title);

/** A picture of cells. */
export function svgOf(rows: readonly (readonly Cell[])[], {ink, paper}: Page, title: string): string {
	const columns = Math.max(0, ...rows.map(row => row.length));
	const [w, h] = [short(columns * width + 2 * margin), short(rows.length * height + 2 * margin)];
	const behind = rows.flatMap((row, y) => runs(row, cell => cell.behind).map(run => behindOf(run, y)));
	const written = rows.flatMap((row, y) => runs(row, writtenAs, 1).map(run => textOf(run, y)));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" aria-label="${escaped(title)}">`,
		`<title>${escaped(title)}</title>`,
		`<rect width="${w}" height="${h}" rx="8" fill="${paper}"/>`,
		...behind,
		...shapes(rows),
		`<g font-family="${fonts}" font-size="${short(width / letter)}" fill="${ink}" xml:space="preserve">`,
		...written,
		'</g>',
		'</svg>\n',
	].join('\n');
}

type Run = {readonly from: number; readonly cells: readonly Cell[]};

/** Neighbours that are alike; those without a likeness are left out, but for single ones between, as between words. */
function runs(row: readonly Cell[], likeness: (cell: Cell) => string | undefined, between = 0): Run[] {
	const found: {from: number; like: string; cells: Cell[]}[] = [];
	for (const [column, cell] of row.entries()) {
		const like = likeness(cell);
		const last = found.at(-1);
		if (like === undefined) continue;
		const next = last === undefined ? Number.NaN : last.from + last.cells.length;
		if (last?.like === like && column - next <= between && row.slice(next, column).every(({glyph}) => glyph === ' '))
			last.cells.push(...row.slice(next, column + 1));
		else found.push({from: column, like, cells: [cell]});
	}
	return found;
}

const nowhere: Box = {x: 0, y: 0, width: 0, height: 0};

/** Letters of one colour are written together; each mark that fonts draw in different widths stands alone. */
function writtenAs({glyph, colour, bold}: Cell): string | undefined {
	if (glyph.trim() === '' || shapeOf(glyph, nowhere)) return undefined;
	return `${colour} ${bold}`;
}

const behindOf = ({from, cells}: Run, y: number): string =>
	`<rect x="${short(margin + from * width)}" y="${margin + y * height}" width="${short(cells.length * width)}" height="${height}" fill="${cells[0].behind}" shape-rendering="crispEdges"/>`;

function textOf({from, cells}: Run, y: number): string {
	const {colour, bold} = cells[0];
	const glyphs = cells.map(({glyph}) => glyph).join('');
	const place = `x="${short(margin + from * width)}" y="${short(margin + (y + 0.74) * height)}" textLength="${short(cells.length * width)}"`;
	return `<text ${place} fill="${colour}"${bold ? ' font-weight="bold"' : ''}>${escaped(glyphs)}</text>`;
}

/** Everything that is drawn, a path for each colour and thickness. */
function shapes(rows: readonly (readonly Cell[])[]): string[] {
	const paths = new Map<string, string[]>();
	for (const [y, row] of rows.entries()) {
		for (const [column, {glyph, colour}] of row.entries()) {
			const shape = shapeOf(glyph, {x: margin + column * width, y: margin + y * height, width, height});
			if (!shape || shape.path === '') continue;
			const drawn =
				shape.line === undefined
					? `fill="${colour}"`
					: `stroke="${colour}" stroke-width="${shape.line}" stroke-linecap="${shape.line > 2.5 ? 'round' : 'butt'}" fill="none"`;
			const path = paths.get(drawn) ?? [];
			paths.set(drawn, path);
			path.push(shape.path);
		}
	}
	return [...paths].map(([drawn, path]) => `<path ${drawn} d="${path.join('')}"/>`);
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, mark => `&#${mark.charCodeAt(0)};`);
