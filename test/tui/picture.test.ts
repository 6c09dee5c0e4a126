import {createElement} from 'react';
import {expect, test} from 'vitest';
import {cellsOfRows, colourOf, pageOf} from '../../src/tui/export/cells.ts';
import {shapeOf} from '../../src/tui/export/shapes.ts';
import {svgOfRows} from '../../src/tui/export/svg.ts';
import {lookOf, paint} from '../../src/tui/look.ts';
import {Region} from '../../src/tui/terminal/region.tsx';
import {pngOf, svgOfTerminal} from '../../tools/picture.ts';
import {openScreen} from './screen.ts';

const look = lookOf('dark', 'braille');
const page = pageOf('dark');

test('the 256 colours of a terminal are the usual ones', () => {
	expect([16, 21, 75, 214, 231, 232, 255].map(colourOf)).toEqual(['#000000', '#0000ff', '#5fafff', '#ffaf00', '#ffffff', '#080808', '#eeeeee']);
});

test('cells have the colours of their text, turned about where it is inverse', () => {
	const [row] = cellsOfRows([`a${paint('b', {role: 'what-if', bold: true}, look)}${paint('c', {role: 'what-if', inverse: true}, look)}d`], page);
	expect(row.map(({glyph, colour, behind, bold}) => [glyph, colour, behind, bold])).toEqual([
		['a', page.ink, undefined, false],
		['b', '#ffaf00', undefined, true],
		['c', page.paper, '#ffaf00', false],
		['d', page.ink, undefined, false],
	]);
});

test('curves, lines and bars are drawn, and letters written', () => {
	const box = {x: 0, y: 0, width: 8, height: 16};
	expect(shapeOf('⠁', box)?.path).toBe('M2 2h.01');
	expect(shapeOf('⣿', box)?.path.match(/M/g)).toHaveLength(8);
	expect(shapeOf('─', box)).toEqual({path: 'M0 8H8', line: 1.2});
	expect(shapeOf('▄', box)?.path).toBe('M0 8h8v8h-8z');
	expect(shapeOf('▌', box)?.path).toBe('M0 0h4v16h-4z');
	expect(shapeOf('a', box)).toBeUndefined();
});

test('a picture holds its title and its text, escaped, and is as large as its rows', () => {
	const svg = svgOfRows(['coal < iron & steel', '⣀⣀⣀                '], 'light', 'Coal "and" iron');
	expect(svg).toContain('<title>Coal &#34;and&#34; iron</title>');
	expect(svg).toContain('coal &#60; iron &#38; steel');
	expect(svg).toContain(`width="${19 * 8.4 + 24}" height="60"`);
	expect(svg).toContain(`fill="${pageOf('light').paper}"`);
});

test('what a terminal shows and the rows that were drawn on it give the same picture', async () => {
	const rows = [
		`${paint('Coal', {role: 'title', bold: true}, look)} ⣀⡠⠔⠊ `,
		`${paint('━━●━━', {role: 'what-if'}, look)}${paint(' 12 ', {inverse: true}, look)} `,
	];
	const screen = await openScreen(createElement(Region, {rows, width: 10}), {columns: 10, rows: 2});
	const svg = svgOfTerminal(screen.terminal, 'dark', 'Coal');
	expect(svg).toBe(svgOfRows(rows, 'dark', 'Coal'));
	expect(pngOf(svg).subarray(1, 4).toString()).toBe('PNG');
	await screen.close();
});
