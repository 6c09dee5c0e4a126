import {expect, test} from 'vitest';
import {generator} from '../../../src/run/draws.ts';
import {ask, beginCma, endOf, tell, usualLambda} from '../../../src/study/calibration/cma-es.ts';
import {polish} from '../../../src/study/calibration/nelder-mead.ts';
import {rastrigin, rosenbrock} from '../functions.ts';

/** The least value found within a budget, begun anew with twice as many points whenever a search has ended. */
function least(valueOf: (point: Float64Array) => number, dimensions: number, seed: string, budget: number, goal: number): number {
	let best = Number.POSITIVE_INFINITY;
	let evaluations = 0;
	for (let start = 0, lambda = usualLambda(dimensions); evaluations < budget; start++, lambda *= 2) {
		const draw = generator(seed, start, 'test', 'start');
		let cma = beginCma(seed, start, Array.from({length: dimensions}, draw), lambda);
		while (!endOf(cma) && evaluations < budget) {
			const points = ask(cma);
			const values = points.map(valueOf);
			evaluations += points.length;
			best = Math.min(best, ...values);
			if (best <= goal) return best;
			cma = tell(cma, points, values);
		}
	}
	return best;
}

test.each(['1', '2', '3', '4', '5'])('the floor of Rosenbrock’s valley in ten dimensions is found within 50,000 evaluations (seed %s)', seed => {
	expect(least(rosenbrock, 10, seed, 50_000, 1e-6)).toBeLessThanOrEqual(1e-6);
});

test.each(['1', '2', '3', '4', '5'])('the lowest of Rastrigin’s valleys in six dimensions is found within 60,000 evaluations (seed %s)', seed => {
	expect(least(rastrigin, 6, seed, 60_000, 1e-6)).toBeLessThanOrEqual(1e-6);
});

test('a search goes on from its state, written down and read again, as if it had never stopped', () => {
	let cma = beginCma('1', 0, [0.3, 0.6, 0.5], 8);
	for (let generation = 0; generation < 5; generation++) cma = tell(cma, ask(cma), ask(cma).map(rosenbrock));
	const again = JSON.parse(JSON.stringify(cma)) as typeof cma;
	expect(ask(again)).toEqual(ask(cma));
});

test('a search stays in its box, and takes a value that is no number for the worst', () => {
	let cma = beginCma('1', 0, [0.99, 0.01], 8);
	for (let generation = 0; generation < 30; generation++) {
		const points = ask(cma);
		for (const point of points) expect(point.every(share => share >= 0 && share <= 1)).toBe(true);
		cma = tell(
			cma,
			points,
			points.map(([a, b]) => (a > 0.999 ? Number.NaN : (1 - a) ** 2 + b ** 2)),
		);
	}
	expect(cma.mean[0]).toBeGreaterThan(0.9);
	expect(cma.mean[1]).toBeLessThan(0.1);
});

test('a polish ends at the bottom of the valley it begins in, also where that is a wall', async () => {
	const valuesOf = async (points: readonly Float64Array[]) => points.map(([a, b]) => (a - 0.4) ** 2 + 3 * (b + 0.2) ** 2);
	const {point} = await polish(Float64Array.of(0.9, 0.9), valuesOf, {size: 0.1, budget: 500});
	expect(point[0]).toBeCloseTo(0.4, 4);
	expect(point[1]).toBe(0);
});
