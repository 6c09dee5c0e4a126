import fc from 'fast-check';
import {expect, test} from 'vitest';
import {shareAxis, valueAxis} from '../../../src/tui/drawing/axis.ts';
import {chart} from '../../../src/tui/drawing/chart.ts';
import {uncoloured} from '../../../src/tui/drawing/lines.ts';
import {glyphSets, lookOf} from '../../../src/tui/look.ts';

const extent = fc
	.tuple(fc.double({min: -1e7, max: 1e9, noNaN: true}), fc.double({min: 1e-3, max: 1e9, noNaN: true}))
	.map(([from, more]): [number, number] => [Math.min(from, 0), Math.max(from, 0) + more]);

test('ticks are as far apart in rows as in value, within the plot, and every value has a row', () => {
	fc.assert(
		fc.property(
			extent,
			fc.integer({min: 3, max: 60}),
			fc.integer({min: 1, max: 8}),
			fc.constantFrom('points', 'edges'),
			([low, high], rows, wanted, footing) => {
				const {ticks, heightOf} = valueAxis(low, high, rows, wanted, footing as 'points' | 'edges');
				expect(ticks.length).toBeGreaterThanOrEqual(2);
				const apart = ticks.slice(1).map(({row}, i) => ticks[i]!.row - row);
				expect(new Set(apart).size).toBe(1);
				for (const {value, row} of ticks) expect(heightOf(value)).toBeCloseTo(footing === 'points' ? row + 0.5 : row, 6);
				for (const value of [low, high]) {
					expect(heightOf(value)).toBeGreaterThanOrEqual(0);
					expect(heightOf(value)).toBeLessThanOrEqual(rows);
				}
				expect(heightOf(low) - heightOf(high)).toBeGreaterThan(rows * 0.3 - 1);
			},
		),
	);
});

test('shares end at 100 per cent, and their ticks are evenly spaced', () => {
	for (let rows = 1; rows <= 60; rows++) {
		const {ticks} = shareAxis(rows);
		expect([ticks[0]?.row, ticks.at(-1)?.row, ticks.at(-1)?.value]).toEqual([rows, 0, 100]);
		for (const {row} of ticks) expect(Number.isInteger(row)).toBe(true);
	}
});

test('a curve at the value of a tick, and a mark there, are drawn in the row of its label, with every set of glyphs', () => {
	const size = fc.record({width: fc.integer({min: 40, max: 120}), height: fc.integer({min: 8, max: 50})});
	fc.assert(
		fc.property(fc.double({min: 1, max: 1e6, noNaN: true}), size, fc.constantFrom(...glyphSets), (largest, {width, height}, glyphs) => {
			const look = lookOf('mono', glyphs);
			const draw = (value: number, marked: boolean): string[] =>
				chart(
					{
						title: '',
						unit: '',
						start: 23348,
						curves: [{name: 'c', role: 'what-if', values: marked ? [largest, largest] : [largest, value]}],
						marks: marked ? [{name: 'm', from: 1, to: 1, value, role: 'fact'}] : [],
					},
					{width, height},
					look,
				).map(uncoloured);
			const rows = draw(largest, false);
			const labelled = rows.flatMap((row, at) =>
				/^\s*[\d,.]+ [┤+]/.test(row) && at < height - 2 ? [{at, value: Number(row.trim().split(' ')[0]!.replaceAll(',', ''))}] : [],
			);
			const scale = largest < 1e5 ? 1 : 1e3;
			expect(labelled.length).toBeGreaterThanOrEqual(2);
			for (const {at, value} of labelled) {
				if (value * scale > largest) continue;
				const curve = draw(value * scale, false)[at]!.trimEnd();
				expect(curve.length, curve).toBeGreaterThan(width - 4);
				expect(draw(value * scale, true)[at]).toContain(glyphs === 'ascii' ? 'o' : '●');
			}
		}),
		{numRuns: 150},
	);
});
