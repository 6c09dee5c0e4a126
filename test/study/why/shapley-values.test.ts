import fc from 'fast-check';
import {expect, test} from 'vitest';
import {exactParts, orders, sampledParts} from '../../../src/study/why/shapley-values.ts';

/** A game of a few causes: a value for every combination. */
const game = fc
	.integer({min: 1, max: 6})
	.chain(n => fc.record({n: fc.constant(n), values: fc.array(fc.double({min: -100, max: 100, noNaN: true}), {minLength: 2 ** n, maxLength: 2 ** n})}));

/** The average gain of each cause over every order in which they can be relieved. */
function byEveryOrder(n: number, values: readonly number[]): number[] {
	const gains = new Array<number>(n).fill(0);
	let count = 0;
	const visit = (order: readonly number[]): void => {
		if (order.length < n) {
			for (let i = 0; i < n; i++) if (!order.includes(i)) visit([...order, i]);
			return;
		}
		count++;
		let set = 0;
		for (const cause of order) {
			gains[cause] += values[set | (1 << cause)] - values[set];
			set |= 1 << cause;
		}
	};
	visit([]);
	return gains.map(gain => gain / count);
}

test('shares add up to the whole difference', () => {
	fc.assert(
		fc.property(game, ({n, values}) => {
			const {whole, parts} = exactParts(n, values);
			expect(whole).toBe(values[2 ** n - 1] - values[0]);
			expect(Math.abs(parts.reduce((sum, {share}) => sum + share, 0) - whole)).toBeLessThanOrEqual(1e-9 * 100);
		}),
	);
});

test('they are the averages over every order', () => {
	fc.assert(
		fc.property(game, ({n, values}) => {
			const expected = byEveryOrder(n, values);
			exactParts(n, values).parts.forEach(({share}, i) => {
				expect(share).toBeCloseTo(expected[i], 9);
			});
		}),
		{numRuns: 30},
	);
});

test('a cause that does nothing has no share, and two that do the same have the same', () => {
	// Causes 0 and 1 each bring the same, cause 2 brings nothing.
	const value = (set: number): number => 5 * ((set & 1) + ((set >> 1) & 1)) + 7 * (set & 1 & ((set >> 1) & 1));
	const {parts, interactions} = exactParts(
		3,
		Array.from({length: 8}, (_, set) => value(set)),
	);
	expect(parts.map(({share}) => share)).toEqual([8.5, 8.5, 0]);
	expect(parts.map(({alone}) => alone)).toEqual([5, 5, 0]);
	expect(parts.map(({last}) => last)).toEqual([12, 12, 0]);
	expect(interactions?.[1]).toBeCloseTo(7, 12);
	expect(interactions?.[2]).toBeCloseTo(0, 12);
});

test('a sample of orders adds up exactly and comes within its stated error', () => {
	const n = 8;
	const worth = (relieved: ReadonlySet<number>): number => [...relieved].reduce((sum, cause) => sum + cause, 0) ** 1.5;
	const values = Array.from({length: 2 ** n}, (_, set) => worth(new Set(Array.from({length: n}, (_, i) => i).filter(i => (set >> i) & 1))));
	const exact = exactParts(n, values);
	let seed = 1;
	const draw = (): number => {
		seed = (seed * 16807) % 2147483647;
		return seed / 2147483647;
	};
	const {parts, whole} = sampledParts(n, orders(n, 200, draw), worth);
	expect(parts.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(whole, 9);
	parts.forEach(({share, error}, i) => {
		expect(Math.abs(share - exact.parts[i].share)).toBeLessThanOrEqual(2 * error + 1e-9);
	});
});
