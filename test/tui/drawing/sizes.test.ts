import fc from 'fast-check';
import {expect, test} from 'vitest';
import {bar, spark} from '../../../src/tui/drawing/bars.ts';
import {chart} from '../../../src/tui/drawing/chart.ts';
import {type GridCell, grid} from '../../../src/tui/drawing/grid.ts';
import {beside, block, fitTo, nothing, titled, width, wrap} from '../../../src/tui/drawing/lines.ts';
import {slider} from '../../../src/tui/drawing/slider.ts';
import {partedBar, stack} from '../../../src/tui/drawing/stack.ts';
import {causeRole, glyphSets, type Look, lookOf, themeNames} from '../../../src/tui/look.ts';
import type {Size} from '../../../src/tui/scene.ts';

const looks = fc.record({theme: fc.constantFrom(...themeNames), glyphs: fc.constantFrom(...glyphSets)}).map(({theme, glyphs}) => lookOf(theme, glyphs));
const sizes: fc.Arbitrary<Size> = fc.record({width: fc.integer({min: 10, max: 200}), height: fc.integer({min: 3, max: 60})});
const anySize: fc.Arbitrary<Size> = fc.oneof(
	{weight: 9, arbitrary: sizes},
	fc.record({width: fc.integer({min: 0, max: 12}), height: fc.integer({min: 0, max: 4})}),
);
const number = fc.oneof(
	fc.double({min: -10, max: 200}),
	fc.double(),
	fc.constantFrom(0, 1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e8),
);
const series = fc.oneof(
	fc.array(number, {maxLength: 70}),
	fc.tuple(number, fc.integer({min: 0, max: 60})).map(([value, months]) => Array<number>(months).fill(value)),
);
const words = fc.oneof(
	fc.constantFrom('Hŭngnam fertiliser', 'Chongjin-Nanam light metals works', 'Sup’ung', '흥남 비료', 'coal', '', 'a\tb\nc', 'naïve e\u0301tude', '𝔸 🚂 train'),
	fc.string({maxLength: 40}),
);
const ascii = (look: Look, lines: readonly string[]): boolean =>
	look.glyphs !== 'ascii' || lines.every(line => [...line].every(sign => sign.charCodeAt(0) < 127));

function holds(lines: readonly string[], size: Size, look: Look): void {
	expect(lines.length).toBe(size.height);
	for (const line of lines) expect(width(line), JSON.stringify(line)).toBe(size.width);
	expect(ascii(look, lines)).toBe(true);
	if (look.theme === 'mono') for (const line of lines) expect(line).not.toContain('8;5;');
	for (const line of lines) expect(codesLeftOpen(line)).toEqual([]);
}

/** Styles that a line begins and does not end would run into its neighbour. */
function codesLeftOpen(line: string): string[] {
	const open = new Set<string>();
	const families: Readonly<Record<string, string>> = {39: '38', 49: '48', 22: '1', 27: '7'};
	for (const part of line.split('\u001b[').slice(1)) {
		const code = part.slice(0, part.indexOf('m')).split(';')[0]!;
		const ended = families[code];
		if (ended === undefined) open.add(code);
		else open.delete(ended);
	}
	return [...open];
}

test('a chart has the size asked for, whatever the curves, marks, events and cursor are', () => {
	const role = fc.constantFrom('what-if', 'baseline', 'pinned', causeRole(0), causeRole(7));
	const curves = fc.array(fc.record({name: words, values: series, role, dashed: fc.boolean()}), {maxLength: 5});
	const month = fc.integer({min: -5, max: 80});
	const mark = fc.record({name: words, from: month, to: month, value: number, role: fc.constantFrom('fact', 'plan')});
	const events = fc.array(fc.record({month, name: words}), {maxLength: 4});
	const band = fc.option(fc.record({name: words, low: series, high: series}), {nil: undefined});
	fc.assert(
		fc.property(
			fc.record({
				title: words,
				unit: words,
				start: fc.integer({min: 23000, max: 23400}),
				curves,
				marks: fc.array(mark, {maxLength: 6}),
				events,
				fromZero: fc.boolean(),
			}),
			fc.option(month, {nil: undefined}),
			band,
			anySize,
			looks,
			(spec, cursor, within, size, look) =>
				holds(chart({...spec, cursor, ...(within ? {band: within} : {})} as Parameters<typeof chart>[0], size, look), size, look),
		),
		{numRuns: 600},
	);
});

test('a bar of parts has the width asked for, whatever its parts are', () => {
	const part = fc.record({
		share: fc.double({min: 0, max: 1.5, noNaN: true}),
		role: fc.constantFrom('faint', 'band', causeRole(3)),
		letter: fc.constantFrom('m', 'C'),
	});
	fc.assert(
		fc.property(fc.array(part, {maxLength: 12}), fc.integer({min: 0, max: 200}), looks, (parts, room, look) =>
			holds([partedBar(parts, room, look)], {width: room, height: 1}, look),
		),
	);
});

test('a stack has the size asked for, whatever its layers are', () => {
	const layers = fc.array(fc.record({name: words, values: series, role: fc.nat(20).map(causeRole)}), {maxLength: 14});
	const cursor = fc.option(fc.integer({min: -5, max: 80}), {nil: undefined});
	fc.assert(
		fc.property(words, layers, cursor, fc.boolean(), anySize, looks, (title, of, at, shares, size, look) =>
			holds(stack({title, unit: 't', start: 23348, layers: of, cursor: at, ...(shares ? {top: 1} : {})}, size, look), size, look),
		),
		{numRuns: 400},
	);
});

test('a grid has the size asked for, whatever its columns and rows are', () => {
	const column = fc.record(
		{name: words, unit: words, align: fc.constantFrom('left', 'right'), keep: fc.nat(5), most: fc.integer({min: 1, max: 30})},
		{requiredKeys: ['name']},
	);
	const cell: fc.Arbitrary<GridCell> = fc.oneof(
		words,
		number,
		fc.constant(undefined),
		words.map(text => ({text, style: {role: 'good' as const}})),
	);
	fc.assert(
		fc.property(
			fc.array(column, {maxLength: 9}),
			fc.array(fc.array(cell, {maxLength: 9}), {maxLength: 80}),
			fc.option(fc.integer({min: -2, max: 90}), {nil: undefined}),
			fc.boolean(),
			fc.option(fc.record({column: fc.nat(8), reversed: fc.boolean()}), {nil: undefined}),
			anySize,
			looks,
			(columns, rows, selected, focused, sort, size, look) =>
				holds(grid({columns, rows, selected, focused, sort, notes: ['Enter opens']} as Parameters<typeof grid>[0], size, look), size, look),
		),
		{numRuns: 400},
	);
});

test('a pane with a title, an empty one and a block have the size asked for', () => {
	fc.assert(
		fc.property(words, fc.array(words, {maxLength: 8}), fc.boolean(), words, anySize, looks, (title, lines, focused, note, size, look) => {
			holds(titled(title, lines, size, look, {focused, note}), size, look);
			holds(nothing(title, size, look), size, look);
			expect(block(lines, size).every(line => width(line) === size.width)).toBe(true);
			expect(new Set(beside(block(lines, size), lines).map(width)).size).toBeLessThanOrEqual(1);
		}),
	);
});

test('a slider, a bar and a small curve fill the cells they are given', () => {
	fc.assert(
		fc.property(number, number, number, fc.option(number, {nil: undefined}), series, fc.nat(120), looks, (min, max, value, rest, values, cells, look) => {
			for (const line of [slider({min, max, value, rest, width: cells}, look), bar(value, cells, 'good', look), spark(values, cells, 'what-if', look)]) {
				holds([line], {width: cells, height: 1}, look);
			}
		}),
	);
});

test('fitted text has its width, and wrapped lines are no wider than they may be', () => {
	fc.assert(
		fc.property(words, fc.nat(60), fc.constantFrom('left', 'right', 'centre'), (text, room, align) => {
			expect(width(fitTo(text, room, align as 'left'))).toBe(room);
			for (const line of wrap(text, room)) expect(width(line)).toBeLessThanOrEqual(room);
		}),
	);
});
