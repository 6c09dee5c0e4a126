import {expect, test} from 'vitest';
import {bandShares, effectiveSize, quantiles} from '../../src/study/quantiles.ts';

test('quantiles of numbers that weigh the same lie straight between neighbours', () => {
	expect(quantiles([4, 1, 3, 2], undefined, [0, 0.5, 1])).toEqual([1, 2.5, 4]);
	expect(quantiles([4, 1, 3, 2], [2, 2, 2, 2], [0, 0.5, 1])).toEqual([1, 2.5, 4]);
});

test('a number without weight does not count, nor one that is none', () => {
	expect(quantiles([1, 2, 3, 100], [1, 1, 1, 0], [1])).toEqual([3]);
	expect(quantiles([1, Number.NaN, 3], undefined, [0, 1])).toEqual([1, 3]);
	expect(quantiles([], undefined, [0.5])).toEqual([Number.NaN]);
});

test('weight draws the median', () => {
	const [even] = quantiles([1, 2, 3], undefined, [0.5]);
	const [drawn] = quantiles([1, 2, 3], [1, 1, 10], [0.5]);
	expect(drawn).toBeGreaterThan(even);
});

test('bands begin and end at rising shares around the median', () => {
	expect(bandShares.map(share => Number(share.toFixed(3)))).toEqual([0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]);
});

test('the effective size is the number of members where all weigh the same, and one where one has all', () => {
	expect(effectiveSize([1, 1, 1, 1])).toBe(4);
	expect(effectiveSize([0, 0, 5])).toBe(1);
	expect(effectiveSize([0, 0])).toBe(0);
});
