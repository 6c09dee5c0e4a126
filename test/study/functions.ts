/** Functions with known answers, over the unit cube. */

/** Ishigami and Homma (1990), a = 7, b = 0.1, each input between −π and π. */
export function ishigami(x: Float64Array): number {
	const [a, b, c] = x.map(share => -Math.PI + 2 * Math.PI * share);
	return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
}

/** Its indices, worked out by integration. */
export const ofIshigami = {first: [0.313905, 0.442411, 0], total: [0.557589, 0.442411, 0.243684]};

const importance = [0, 1, 4.5, 9, 99, 99, 99, 99];

/** Sobol's G function of eight inputs. */
export const sobolG = (x: Float64Array): number =>
	x.reduce((product, share, i) => (product * (Math.abs(4 * share - 2) + importance[i])) / (1 + importance[i]), 1);

/** Its indices, by formula. */
export const ofSobolG = {
	first: [0.716192, 0.179048, 0.023676, 0.007162, 0.000072, 0.000072, 0.000072, 0.000072],
	total: [0.787144, 0.242198, 0.034317, 0.01046, 0.000105, 0.000105, 0.000105, 0.000105],
};

/** Rosenbrock's valley, each input between −5 and 10; 0 where all are 1. */
export function rosenbrock(x: Float64Array): number {
	const y = x.map(share => -5 + 15 * share);
	let sum = 0;
	for (let i = 0; i + 1 < y.length; i++) sum += 100 * (y[i + 1] - y[i] ** 2) ** 2 + (1 - y[i]) ** 2;
	return sum;
}

/** Rastrigin's hills, each input between −5.12 and 5.12; 0 where all are 0, and many valleys that are not the lowest. */
export const rastrigin = (x: Float64Array): number =>
	x.reduce((sum, share) => {
		const y = -5.12 + 10.24 * share;
		return sum + y * y - 10 * Math.cos(2 * Math.PI * y) + 10;
	}, 0);
