import {expect, test} from 'vitest';
import {halfYears, overPeriod, shortPeriods, years} from '../../src/report/period.ts';

/** September 1945. */
const start = 1945 * 12 + 8;

test('a run from September 1945 begins with four months of a half-year', () => {
	const halves = halfYears(start, 52);
	expect(halves[0]).toEqual({label: '1945 II', from: 0, to: 3});
	expect(halves[1]).toEqual({label: '1946 I', from: 4, to: 9});
	expect(halves.at(-1)).toEqual({label: '1949 II', from: 46, to: 51});
	expect(shortPeriods(halves, start, 6)).toEqual(['Short: 1945 II is 1945-09 to 1945-12.']);
});

test('every month of a run is in one half-year and one year', () => {
	for (const periods of [halfYears(start, 17), years(start, 17)]) {
		expect(periods.flatMap(({from, to}) => Array.from({length: to - from + 1}, (_, i) => from + i))).toEqual(Array.from({length: 17}, (_, t) => t));
	}
});

test('flows are summed, stocks taken at the end, shares averaged', () => {
	const values = Float64Array.of(1, 2, 6);
	const all = {label: 'all', from: 0, to: 2};
	expect(overPeriod('flow', values, all)).toBe(9);
	expect(overPeriod('stock', values, all)).toBe(6);
	expect(overPeriod('share', values, all)).toBe(3);
});
