/**
 * Elementary effects (Morris 1991; the mean of their sizes, Campolongo, Cariboni and Saltelli 2007): which factors move an outcome
 * at all, and which of them do so differently from place to place, for few runs each.
 *
 *   effect of factor i at x = (f(x + Δ eᵢ) − f(x)) / Δ,   on a grid of p levels with Δ = p / (2 (p − 1))
 *
 * A factor that is chosen among a few goes from one of them to another, and its effect is the whole difference.
 *
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

/** From one point to the next a factor moves; by `width` the difference is divided, below nothing where it moved down. */
type Step = {readonly from: number; readonly to: number; readonly factor: number; readonly width: number};

export type Trajectories = {
	readonly dimensions: number;
	/** Points of all trajectories, one after another: `dimensions` + 1 each. */
	readonly points: readonly Float64Array[];
	/** For each trajectory and step, the factor that moves and in which direction. */
	readonly steps: readonly Step[];
};

/** The step on a grid of an even number of levels. */
export const stepOf = (levels: number): number => levels / (2 * (levels - 1));

/** Trajectories through the cube in which one factor after another moves by one step; `options` as the factors have them. */
export function trajectories(seed: string, options: readonly (readonly number[])[], count: number, levels: number): Trajectories {
	const points: Float64Array[] = [];
	const steps: Step[] = [];
	for (let trajectory = 0; trajectory < count; trajectory++) {
		const draw = generator(seed, trajectory, 'morris', 'trajectory');
		const moves = options.map(choices => (choices.length > 0 ? choiceMove(choices, draw) : gridMove(levels, draw)));
		const at = Float64Array.from(moves, ({from}) => from);
		points.push(at.slice());
		for (const factor of shuffled(moves.length, draw)) {
			at[factor] = moves[factor].to;
			steps.push({from: points.length - 1, to: points.length, factor, width: moves[factor].width});
			points.push(at.slice());
		}
	}
	return {dimensions: options.length, points, steps};
}

type Move = {readonly from: number; readonly to: number; readonly width: number};

function gridMove(levels: number, draw: () => number): Move {
	const delta = stepOf(levels);
	const low = Math.floor((draw() * levels) / 2) / (levels - 1);
	return draw() < 0.5 ? {from: low, to: low + delta, width: delta} : {from: low + delta, to: low, width: -delta};
}

/** From any one of a few to any other. */
function choiceMove(choices: readonly number[], draw: () => number): Move {
	const from = Math.floor(draw() * choices.length);
	const other = Math.floor(draw() * (choices.length - 1));
	const to = other < from ? other : Math.min(other + 1, choices.length - 1);
	return {from: choices[from], to: choices[to], width: to < from ? -1 : 1};
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
export function effectsOf({dimensions, steps}: Trajectories, outcome: ArrayLike<number>): readonly Effects[] {
	const effects: number[][] = Array.from({length: dimensions}, () => []);
	for (const {from, to, factor, width} of steps) {
		const effect = (outcome[to] - outcome[from]) / width;
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
