/**
 * Elementary effects (Morris 1991; the mean of their sizes, Campolongo, Cariboni and Saltelli 2007): which factors move an outcome
 * at all, and which of them do so differently from place to place, for few runs each.
 *
 *   effect of factor i at x = (f(x + Δ eᵢ) − f(x)) / Δ,   on a grid of p levels with Δ = p / (2 (p − 1))
 *   μ = mean of the effects,   μ* = mean of their sizes,   σ = their standard deviation
 */
import {generator} from '../../run/draws.ts';

export type Effects = {
	readonly mu: number;
	readonly muStar: number;
	readonly sigma: number;
	/** Half the width of the 95 % interval of μ*. */
	readonly halfWidth: number;
	/** How many effects could be had; the others belong to runs that failed. */
	readonly count: number;
};

export type Trajectories = {
	readonly dimensions: number;
	readonly delta: number;
	/** Points of all trajectories, one after another: `dimensions` + 1 each. */
	readonly points: readonly Float64Array[];
	/** For each trajectory and step, the factor that moves and in which direction. */
	readonly steps: readonly {readonly from: number; readonly to: number; readonly factor: number; readonly direction: 1 | -1}[];
};

/** The step on a grid of an even number of levels. */
export const stepOf = (levels: number): number => levels / (2 * (levels - 1));

/** Trajectories through the cube in which one factor after another moves by one step. */
export function trajectories(seed: string, dimensions: number, count: number, levels: number): Trajectories {
	const delta = stepOf(levels);
	const points: Float64Array[] = [];
	const steps: {from: number; to: number; factor: number; direction: 1 | -1}[] = [];
	for (let trajectory = 0; trajectory < count; trajectory++) {
		const draw = generator(seed, trajectory, 'morris', 'trajectory');
		const at = Float64Array.from({length: dimensions}, () => Math.floor((draw() * levels) / 2) / (levels - 1));
		const directions = Array.from({length: dimensions}, () => (draw() < 0.5 ? 1 : -1) as 1 | -1);
		directions.forEach((direction, factor) => {
			if (direction < 0) at[factor] += delta;
		});
		points.push(at.slice());
		for (const factor of shuffled(dimensions, draw)) {
			at[factor] += directions[factor] * delta;
			steps.push({from: points.length - 1, to: points.length, factor, direction: directions[factor]});
			points.push(at.slice());
		}
	}
	return {dimensions, delta, points, steps};
}

/** 0 to `count` − 1 in an order drawn (Fisher and Yates 1938). */
function shuffled(count: number, draw: () => number): number[] {
	const order = Array.from({length: count}, (_, i) => i);
	for (let i = count - 1; i > 0; i--) {
		const j = Math.floor(draw() * (i + 1));
		[order[i], order[j]] = [order[j], order[i]];
	}
	return order;
}

/** What each factor does, of the outcome at every point; points whose run failed are NaN. */
export function effectsOf({dimensions, delta, steps}: Trajectories, outcome: ArrayLike<number>): readonly Effects[] {
	const effects: number[][] = Array.from({length: dimensions}, () => []);
	for (const {from, to, factor, direction} of steps) {
		const effect = (direction * (outcome[to] - outcome[from])) / delta;
		if (Number.isFinite(effect)) effects[factor].push(effect);
	}
	return effects.map(summed);
}

/** Elementary effects of one factor summed up. */
export function summed(effects: readonly number[]): Effects {
	const count = effects.length;
	const mu = meanOf(effects);
	const sizes = effects.map(Math.abs);
	const muStar = meanOf(sizes);
	return {mu, muStar, sigma: deviationOf(effects, mu), halfWidth: (1.96 * deviationOf(sizes, muStar)) / Math.sqrt(count), count};
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const deviationOf = (values: readonly number[], mean: number): number =>
	values.length < 2 ? Number.NaN : Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1));
