import {expect, test} from 'vitest';
import {hasConverged, indicesOf, saltelli} from '../../../src/study/sensitivity/sobol-indices.ts';
import {ishigami, ofIshigami, ofSobolG, sobolG} from '../functions.ts';

test('the indices of the Ishigami function are those known by integration', () => {
	const sample = saltelli('1', 3, 8192);
	const indices = indicesOf(sample, sample.points.map(ishigami), '1');
	expect(hasConverged(indices)).toBe(true);
	indices.forEach(({first, total}, factor) => {
		expect(Math.abs(first - ofIshigami.first[factor])).toBeLessThan(0.005);
		expect(Math.abs(total - ofIshigami.total[factor])).toBeLessThan(0.005);
	});
});

test('the indices of the G function are those of its formula', () => {
	const sample = saltelli('1', 8, 8192);
	indicesOf(sample, sample.points.map(sobolG), '1').forEach(({first, total}, factor) => {
		expect(Math.abs(first - ofSobolG.first[factor])).toBeLessThan(0.005);
		expect(Math.abs(total - ofSobolG.total[factor])).toBeLessThan(0.005);
	});
});

test('what is known of the Ishigami function lies within the intervals that a smaller sample states', () => {
	const sample = saltelli('5', 3, 512);
	indicesOf(sample, sample.points.map(ishigami), '5').forEach(({first, total, firstHalfWidth, totalHalfWidth}, factor) => {
		expect(Math.abs(first - ofIshigami.first[factor])).toBeLessThan(1.5 * firstHalfWidth);
		expect(Math.abs(total - ofIshigami.total[factor])).toBeLessThan(1.5 * totalHalfWidth);
	});
});

test('a handful of runs has not converged', () => {
	const sample = saltelli('1', 3, 16);
	expect(hasConverged(indicesOf(sample, sample.points.map(ishigami), '1'))).toBe(false);
});

test('an outcome that never moves has no indices, and has not converged', () => {
	const sample = saltelli('1', 2, 16);
	const indices = indicesOf(
		sample,
		sample.points.map(() => 1),
		'1',
	);
	expect(indices.every(({first, total}) => Number.isNaN(first) && Number.isNaN(total))).toBe(true);
	expect(hasConverged(indices)).toBe(false);
});
