import {expect, test} from 'vitest';
import {effectsOf, stepOf, summed, trajectories} from '../../../src/study/sensitivity/morris.ts';
import {ishigami} from '../functions.ts';

/** So many factors that are numbers. */
const numbers = (count: number): number[][] => Array.from({length: count}, () => []);

/** Every elementary effect that a grid of four levels has. */
function allEffects(factor: number): number[] {
	const delta = stepOf(4);
	const grid = [0, 1 / 3, 2 / 3, 1];
	return grid.flatMap(a =>
		grid.flatMap(b =>
			grid.flatMap(c => {
				const x = Float64Array.of(a, b, c);
				if (x[factor] + delta > 1 + 1e-12) return [];
				return (ishigami(x.with(factor, x[factor] + delta)) - ishigami(x)) / delta;
			}),
		),
	);
}

test('over the whole grid the effects of the Ishigami function are those known by enumeration', () => {
	const found = [0, 1, 2].map(factor => summed(allEffects(factor)));
	[7.704054, 7.875, 6.248796].forEach((muStar, factor) => {
		expect(found[factor].muStar).toBeCloseTo(muStar, 5);
	});
	[7.704054, 0, 0].forEach((mu, factor) => {
		expect(found[factor].mu).toBeCloseTo(mu, 5);
	});
});

test('a sample of trajectories comes near the effects of the whole grid, and says how near', () => {
	const sample = trajectories('1', numbers(3), 2000, 4);
	const effects = effectsOf(sample, sample.points.map(ishigami));
	[7.704054, 7.875, 6.248796].forEach((muStar, factor) => {
		expect(Math.abs(effects[factor].muStar - muStar)).toBeLessThanOrEqual(1.5 * effects[factor].halfWidth + 1e-9);
		expect(effects[factor].halfWidth).toBeLessThan(0.4);
	});
});

test('in a sum of factors each has the effect that it is multiplied by, everywhere the same', () => {
	const sample = trajectories('2', numbers(3), 5, 4);
	const effects = effectsOf(
		sample,
		sample.points.map(([a, b, c]) => 3 * a - 2 * b + 0 * c),
	);
	[3, -2, 0].forEach((coefficient, factor) => {
		expect(effects[factor].mu).toBeCloseTo(coefficient, 12);
		expect(effects[factor].muStar).toBeCloseTo(Math.abs(coefficient), 12);
		expect(effects[factor].sigma).toBeCloseTo(0, 12);
	});
});

test('a trajectory moves every factor once and stays inside the cube', () => {
	const {points, steps} = trajectories('3', numbers(7), 4, 6);
	expect(points).toHaveLength(4 * 8);
	for (const point of points) expect(point.every(share => share >= -1e-12 && share <= 1 + 1e-12)).toBe(true);
	for (let trajectory = 0; trajectory < 4; trajectory++) {
		const moved = steps.slice(trajectory * 7, (trajectory + 1) * 7).map(({factor}) => factor);
		expect(new Set(moved).size).toBe(7);
	}
});

test('a run that failed takes only its own effects away', () => {
	const sample = trajectories('4', numbers(2), 3, 4);
	const outcome = sample.points.map(([a, b]) => a + b);
	outcome[0] = Number.NaN;
	const effects = effectsOf(sample, outcome);
	expect(effects.map(({count}) => count).reduce((sum, count) => sum + count)).toBe(5);
	expect(effects.every(({muStar}) => Math.abs(muStar - 1) < 1e-9)).toBe(true);
});

test('a factor chosen among a few goes from any of them to any other, and its effect is the whole difference', () => {
	const shares = [0.1, 0.5, 0.9];
	const sample = trajectories('5', [shares, []], 200, 4);
	const worth = (share: number): number => [0, 10, 30][shares.indexOf(share)];
	const [chosen] = effectsOf(
		sample,
		sample.points.map(([share]) => worth(share)),
	);
	const seen = new Set(sample.steps.filter(({factor}) => factor === 0).map(({from, to}) => `${sample.points[from][0]} ${sample.points[to][0]}`));
	expect(seen.size).toBe(6);
	expect(Math.abs(chosen.muStar - 20)).toBeLessThan(2 * chosen.halfWidth);
});
