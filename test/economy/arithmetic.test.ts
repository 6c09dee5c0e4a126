import {expect, test} from 'vitest';
import {coverOf, exp, log, power, substitute} from '../../src/economy/arithmetic.ts';

const close = (ours: number, theirs: number): void => expect(Math.abs(ours / theirs - 1), `${ours} for ${theirs}`).toBeLessThanOrEqual(1e-13);

test('the logarithm agrees with the language’s', () => {
	for (const x of [1e-300, 1e-9, 0.01, 0.5, 0.7, 0.7072, 0.99, 1.0001, 1.414, 1.415, 2, 3, 10, 12345.678, 1e9, 1e300]) close(log(x), Math.log(x));
	expect(log(1)).toBe(0);
});

test('the exponential agrees with the language’s', () => {
	for (const x of [-690, -100, -10.5, -1, -0.3, 1e-9, 0.3465, 0.3466, 1, 2.5, 10, 50, 100, 690]) close(exp(x), Math.exp(x));
	expect(exp(0)).toBe(1);
});

test('the power agrees with the language’s', () => {
	for (const x of [1e-6, 0.001, 0.2, 0.5, 0.999, 1, 1.7, 40, 1e6]) {
		for (const a of [-7, -2.5, -1, -0.3, 0.1, 0.5, 1, 1.4, 3]) close(power(x, a), x ** a);
	}
});

test('nothing to a positive power is nothing', () => {
	expect([power(0, 0.3), power(0, 1), power(0, 7)]).toEqual([0, 0, 0]);
});

test('where nothing is wanted the cover is whole', () => {
	expect(coverOf(0, 0)).toBe(1);
	expect(coverOf(3, 4)).toBe(0.75);
	expect(coverOf(5, 4)).toBe(1);
});

test('two equal covers make that cover, however well one stands in for the other', () => {
	for (const elasticity of [0.05, 0.5, 1, 1.4, 20]) {
		for (const cover of [0.1, 0.5, 0.9, 1]) expect(substitute(cover, cover, 0.3, elasticity)).toBeCloseTo(cover, 12);
	}
});

test('it does not matter which of the two is named first', () => {
	for (const elasticity of [0.2, 1, 1.4, 8]) expect(substitute(0.3, 0.8, 0.25, elasticity)).toBeCloseTo(substitute(0.8, 0.3, 0.75, elasticity), 14);
});

test('covers combine as worked by hand at the elasticities where that is easy', () => {
	expect(substitute(0.5, 1, 0.5, 0.5)).toBeCloseTo(2 / 3, 14); // harmonic: 1 / (½ ÷ ½ + ½ ÷ 1)
	expect(substitute(0.25, 1, 0.5, 1)).toBeCloseTo(0.5, 14); // geometric: √¼ × √1
	expect(substitute(0.25, 1, 0.5, 2)).toBeCloseTo(0.5625, 14); // (½ × √¼ + ½ × √1)²
});

test('near elasticity 1 the general form runs into the geometric one', () => {
	for (const elasticity of [1 - 1e-5, 1 + 1e-5]) expect(substitute(0.25, 1, 0.5, elasticity)).toBeCloseTo(0.5, 5);
});

test('one kind of work that is wholly absent stops everything unless the other can stand in for it', () => {
	expect(substitute(0, 1, 0.5, 0.5)).toBe(0);
	expect(substitute(1, 0, 0.5, 1)).toBe(0);
	expect(substitute(0, 1, 0.5, 2)).toBeCloseTo(0.25, 14); // (½ × √1)²
	expect(substitute(0, 0, 0.5, 2)).toBe(0);
});

test('a kind of work without weight is not missed', () => {
	expect(substitute(0, 0.5, 0, 0.5)).toBe(0.5);
	expect(substitute(0.5, 0, 1, 0.5)).toBe(0.5);
});

test('a cover as good as nothing makes next to nothing', () => {
	const next = substitute(1e-17, 1, 0.5, 0.05); // 1e-17 to the power of −19 is beyond the largest number
	expect(next).toBeGreaterThanOrEqual(0);
	expect(next).toBeLessThan(1e-16);
	expect([log(Number.POSITIVE_INFINITY), exp(800), exp(-800)]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0]);
});
