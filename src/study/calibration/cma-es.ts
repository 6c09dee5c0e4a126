/**
 * CMA-ES (Hansen and Ostermeier 2001; the tutorial of Hansen 2016): a search that learns the shape of the valley it is in. Points
 * are asked for and told of by generations, so that a generation can be run anywhere and in any order. The state is plain data, and
 * every draw is addressed by seed, start and generation, so that a search goes on from its state as if it had never stopped.
 *
 * The box is the unit cube; what falls outside is turned back at the wall.
 */
import {EigenvalueDecomposition, Matrix} from 'ml-matrix';
import {exp, log} from '../../economy/arithmetic.ts';
import {generator} from '../../run/draws.ts';

export type Cma = {
	readonly seed: string;
	readonly start: number;
	readonly generation: number;
	/** Points of a generation. */
	readonly lambda: number;
	readonly mean: readonly number[];
	/** Step size. */
	readonly sigma: number;
	readonly covariance: readonly (readonly number[])[];
	readonly path: readonly number[];
	readonly stepPath: readonly number[];
	/** The best value of each of the last generations, the newest last. */
	readonly recent: readonly number[];
};

/** As many points a generation as the tutorial takes, at least. */
export const usualLambda = (dimensions: number): number => 4 + Math.floor(3 * log(Math.max(1, dimensions)));

export const beginCma = (seed: string, start: number, mean: readonly number[], lambda: number, sigma = 0.3): Cma => ({
	seed,
	start,
	generation: 0,
	lambda,
	mean,
	sigma,
	covariance: mean.map((_, i) => mean.map((__, j) => (i === j ? 1 : 0))),
	path: mean.map(() => 0),
	stepPath: mean.map(() => 0),
	recent: [],
});

/** Axes of the search: directions as columns, and the step along each. */
function axesOf(covariance: Cma['covariance']): {readonly directions: readonly (readonly number[])[]; readonly lengths: readonly number[]} {
	const found = new EigenvalueDecomposition(new Matrix(covariance.map(row => [...row])), {assumeSymmetric: true});
	return {directions: found.eigenvectorMatrix.to2DArray(), lengths: found.realEigenvalues.map(value => Math.sqrt(Math.max(value, 1e-20)))};
}

/** The points to try next. The same state asks for the same points. */
export function ask({seed, start, generation, lambda, mean, sigma, covariance}: Cma): Float64Array[] {
	const {directions, lengths} = axesOf(covariance);
	const draw = normals(generator(seed, start, 'cma-es', String(generation)));
	return Array.from({length: lambda}, () => {
		const z = lengths.map(length => length * draw());
		return Float64Array.from(mean, (centre, i) => reflected(centre + sigma * z.reduce((sum, step, k) => sum + directions[i][k] * step, 0)));
	});
}

/** A number turned back at 0 and 1 as often as it takes. */
function reflected(x: number): number {
	const fold = Math.abs(x) % 2;
	return fold <= 1 ? fold : 2 - fold;
}

/** Normal deviates, in pairs (Marsaglia and Bray 1964). */
function normals(draw: () => number): () => number {
	let spare: number | undefined;
	return () => {
		if (spare !== undefined) {
			const value = spare;
			spare = undefined;
			return value;
		}
		for (;;) {
			const [u, v] = [2 * draw() - 1, 2 * draw() - 1];
			const s = u * u + v * v;
			if (s <= 0 || s >= 1) continue;
			const scale = Math.sqrt((-2 * log(s)) / s);
			spare = v * scale;
			return u * scale;
		}
	};
}

/** Generations whose best is remembered, to see whether the search still gets anywhere. */
const memory = 20;

/** The state after a generation: its points, and the value of each; a value that is not a number counts as the worst. */
export function tell(cma: Cma, points: readonly Float64Array[], values: readonly number[]): Cma {
	const {mean, sigma, covariance, generation} = cma;
	const n = mean.length;
	const order = values.map((value, i) => [Number.isNaN(value) ? Number.POSITIVE_INFINITY : value, i] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	const {weights, effective, cs, ds, cc, c1, cm} = ratesOf(n, cma.lambda);
	const steps = weights.map((_, k) => mean.map((centre, i) => (points[order[k][1]][i] - centre) / sigma));
	const shift = mean.map((_, i) => weights.reduce((sum, weight, k) => sum + weight * steps[k][i], 0));
	const stepPath = whitened(covariance, shift).map((value, i) => (1 - cs) * cma.stepPath[i] + Math.sqrt(cs * (2 - cs) * effective) * value);
	const length = Math.sqrt(stepPath.reduce((sum, value) => sum + value * value, 0));
	const expected = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
	const settled = 1 - exp(2 * (generation + 1) * log(1 - cs));
	const moves = length / Math.sqrt(settled) < (1.4 + 2 / (n + 1)) * expected;
	const path = cma.path.map((value, i) => (1 - cc) * value + (moves ? Math.sqrt(cc * (2 - cc) * effective) * shift[i] : 0));
	const lost = moves ? 0 : cc * (2 - cc);
	return {
		...cma,
		generation: generation + 1,
		mean: mean.map((centre, i) => centre + sigma * shift[i]),
		sigma: sigma * exp(Math.min(1, (cs / ds) * (length / expected - 1))),
		covariance: covariance.map((row, i) =>
			row.map((value, j) => {
				const spread = weights.reduce((sum, weight, k) => sum + weight * steps[k][i] * steps[k][j], 0);
				return (1 - c1 - cm + c1 * lost) * value + c1 * path[i] * path[j] + cm * spread;
			}),
		),
		path,
		stepPath,
		recent: [...cma.recent.slice(1 - memory), order[0][0]],
	};
}

/** Weights of the better half, and the rates of learning that follow from them. */
function ratesOf(n: number, lambda: number) {
	const better = Math.floor(lambda / 2);
	const raw = Array.from({length: better}, (_, i) => log((lambda + 1) / 2) - log(i + 1));
	const total = raw.reduce((sum, weight) => sum + weight, 0);
	const weights = raw.map(weight => weight / total);
	const effective = 1 / weights.reduce((sum, weight) => sum + weight * weight, 0);
	const cs = (effective + 2) / (n + effective + 5);
	const ds = 1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1) + cs;
	const cc = (4 + effective / n) / (n + 4 + (2 * effective) / n);
	const c1 = 2 / ((n + 1.3) * (n + 1.3) + effective);
	const cm = Math.min(1 - c1, (2 * (effective - 2 + 1 / effective)) / ((n + 2) * (n + 2) + effective));
	return {weights, effective, cs, ds, cc, c1, cm};
}

/** A step seen along the axes of the search, in their lengths, and turned back: C^(−1/2) times the step. */
function whitened(covariance: Cma['covariance'], step: readonly number[]): number[] {
	const {directions, lengths} = axesOf(covariance);
	const along = lengths.map((length, k) => step.reduce((sum, value, i) => sum + directions[i][k] * value, 0) / length);
	return step.map((_, i) => along.reduce((sum, value, k) => sum + directions[i][k] * value, 0));
}

/** Why a search has nothing more to find; undefined while it has. */
export function endOf({sigma, covariance, recent}: Cma): 'narrow' | 'flat' | undefined {
	const widest = Math.sqrt(Math.max(...covariance.map((row, i) => row[i])));
	if (sigma * widest < 1e-9) return 'narrow';
	if (recent.length < memory) return undefined;
	const [low, high] = [Math.min(...recent), Math.max(...recent)];
	return high - low <= 1e-12 * Math.max(1e-30, Math.abs(low)) + 1e-12 ? 'flat' : undefined;
}
