/** Pictures of what stands in a terminal that exists only in memory. */
import {createRequire} from 'node:module';
import path from 'node:path';
import {Resvg} from '@resvg/resvg-js';
import type {IBufferCell, Terminal} from '@xterm/headless';
import {type Cell, cellFrom, colourOf, type Page, pageOf} from '../src/tui/export/cells.ts';
import {svgOf} from '../src/tui/export/svg.ts';
import type {ThemeName} from '../src/tui/look.ts';

/** A picture of a terminal as SVG. */
export const svgOfTerminal = (terminal: Terminal, theme: ThemeName, title: string): string => svgOf(cellsOf(terminal, pageOf(theme)), pageOf(theme), title);

function cellsOf({buffer: {active}, rows, cols}: Terminal, page: Page): Cell[][] {
	return Array.from({length: rows}, (_, y) => {
		const line = active.getLine(active.baseY + y);
		return Array.from({length: cols}, (__, x) => cellOf(line?.getCell(x), page));
	});
}

function cellOf(cell: IBufferCell | undefined, page: Page): Cell {
	if (!cell) return {glyph: ' ', colour: page.ink, behind: undefined, bold: false};
	const colour = cell.isFgDefault() ? undefined : shown(cell.isFgRGB(), cell.getFgColor());
	const behind = cell.isBgDefault() ? undefined : shown(cell.isBgRGB(), cell.getBgColor());
	return cellFrom(cell.getChars() || ' ', {colour, behind, bold: cell.isBold() !== 0, inverse: cell.isInverse() !== 0}, page);
}

const shown = (exact: boolean, colour: number): string => (exact ? `#${colour.toString(16).padStart(6, '0')}` : colourOf(colour));

const fontFolder = path.join(path.dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

/** The same as PNG, so many times as large. */
export function pngOf(svg: string, zoom = 1.5): Buffer {
	const fontFiles = ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'].map(name => path.join(fontFolder, name));
	const font = {fontFiles, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans Mono'};
	return new Resvg(svg, {fitTo: {mode: 'zoom', value: zoom}, font}).render().asPng();
}
