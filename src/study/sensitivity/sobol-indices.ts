/**
 * Sobol's indices (Sobol 2001; estimators of Saltelli et al. 2010 and Jansen 1999): how much of an outcome's variance each factor
 * accounts for, alone and with everything that it takes part in.
 *
 *   first order  Sᵢ  = mean( f(B) (f(ABᵢ) − f(A)) ) / V
 *   total        STᵢ = mean( (f(A) − f(ABᵢ))² ) / 2V
 *
 * A and B are two samples of the cube, ABᵢ is A with the column of factor i from B. Outcomes are measured from their mean first.
 */
import {generator} from '../../run/draws.ts';
import {quantiles} from '../quantiles.ts';
import {quasiRandom} from '../sampling/quasi-random.ts';

export type Saltelli = {
	readonly dimensions: number;
	readonly rows: number;
	/** For each row of the sample: A, B, then ABᵢ for each factor. */
	readonly points: readonly Float64Array[];
};

/** The points to run: `rows` × (`dimensions` + 2). A power of two is best. */
export function saltelli(seed: string, dimensions: number, rows: number): Saltelli {
	const names = Array.from({length: 2 * dimensions}, (_, d) => String(d));
	const sample = quasiRandom(seed, rows, names);
	const points: Float64Array[] = [];
	const both = new Float64Array(2 * dimensions);
	for (let row = 0; row < rows; row++) {
		sample.draw(row, both);
		const [a, b] = [both.slice(0, dimensions), both.slice(dimensions)];
		points.push(a, b);
		for (let factor = 0; factor < dimensions; factor++) {
			const mixed = a.slice();
			mixed[factor] = b[factor];
			points.push(mixed);
		}
	}
	return {dimensions, rows, points};
}

export type Index = {
	readonly first: number;
	readonly total: number;
	/** Half the widths of the 95 % intervals, by resampling the rows. */
	readonly firstHalfWidth: number;
	readonly totalHalfWidth: number;
};

/** An interval wider than this on either side says little: the study has not converged. */
export const widest = 0.1;

export const hasConverged = (indices: readonly Index[]): boolean =>
	indices.every(({firstHalfWidth, totalHalfWidth}) => firstHalfWidth <= widest && totalHalfWidth <= widest);

const resamples = 200;

/** The indices of each factor, of the outcome at every point. Rows in which a run failed are left out. An outcome that never moves has indices NaN. */
export function indicesOf({dimensions, rows}: Saltelli, outcome: ArrayLike<number>, seed: string): readonly Index[] {
	const width = dimensions + 2;
	const whole = Array.from({length: rows}, (_, row) => row).filter(row =>
		Array.from({length: width}, (_, k) => outcome[row * width + k]).every(value => Number.isFinite(value)),
	);
	const centre = whole.reduce((sum, row) => sum + outcome[row * width] + outcome[row * width + 1], 0) / (2 * whole.length);
	const of = (row: number, k: number): number => outcome[row * width + k] - centre;
	const draw = generator(seed, 0, 'sobol', 'resample');
	const drawn = Array.from({length: resamples}, () => whole.map(() => whole[Math.floor(draw() * whole.length)]));
	return Array.from({length: dimensions}, (_, factor) => {
		const {first, total} = estimate(whole, factor, of);
		const again = drawn.map(sample => estimate(sample, factor, of));
		return {first, total, firstHalfWidth: halfWidth(again.map(one => one.first)), totalHalfWidth: halfWidth(again.map(one => one.total))};
	});
}

function estimate(sample: readonly number[], factor: number, of: (row: number, k: number) => number): {readonly first: number; readonly total: number} {
	let [sum, squares, covariance, difference] = [0, 0, 0, 0];
	for (const row of sample) {
		const [a, b, ab] = [of(row, 0), of(row, 1), of(row, 2 + factor)];
		sum += a + b;
		squares += a * a + b * b;
		covariance += b * (ab - a);
		difference += (a - ab) * (a - ab);
	}
	const count = sample.length;
	const mean = sum / (2 * count);
	const variance = squares / (2 * count) - mean * mean;
	if (!(variance > 0)) return {first: Number.NaN, total: Number.NaN};
	return {first: covariance / count / variance, total: difference / (2 * count) / variance};
}

function halfWidth(values: readonly number[]): number {
	const [low, high] = quantiles(values, undefined, [0.025, 0.975]);
	return (high - low) / 2;
}
