/**
 * A simplex that walks downhill (Nelder and Mead 1965; coefficients of Gao and Han 2012), to polish what a wider search has found.
 * It works inside the unit cube: what falls outside is put on the wall.
 */

export type Polished = {readonly point: Float64Array; readonly value: number; readonly evaluations: number};

/** Walk from a point with a simplex of this size until it is narrow or the evaluations are used up. Values may come later. */
export async function polish(
	from: Float64Array,
	valuesOf: (points: readonly Float64Array[]) => Promise<readonly number[]>,
	{size, budget}: {readonly size: number; readonly budget: number},
): Promise<Polished> {
	const n = from.length;
	const corners = [from.slice(), ...Array.from(from, (value, i) => from.with(i, value + size <= 1 ? value + size : value - size))];
	let simplex = sorted(corners, await valuesOf(corners));
	let evaluations = corners.length;
	const one = async (point: Float64Array): Promise<Corner> => {
		evaluations++;
		return {point, value: worst((await valuesOf([point]))[0])};
	};
	while (evaluations < budget && widthOf(simplex) > 1e-7) {
		const last = simplex[n];
		const centre = from.map((_, i) => simplex.slice(0, n).reduce((sum, {point}) => sum + point[i], 0) / n);
		const along = (by: number): Float64Array => centre.map((value, i) => Math.min(1, Math.max(0, value + by * (last.point[i] - value))));
		const turned = await one(along(-1));
		let next: Corner | undefined = turned;
		if (turned.value < simplex[0].value) {
			const further = await one(along(-(1 + 2 / n)));
			if (further.value < turned.value) next = further;
		} else if (turned.value >= simplex[n - 1].value) {
			const nearer = await one(along((turned.value < last.value ? -1 : 1) * (0.75 - 1 / (2 * n))));
			next = nearer.value < Math.min(turned.value, last.value) ? nearer : undefined;
		}
		if (next) simplex = [...simplex.slice(0, n), next].sort(byValue);
		else {
			const shrunk = simplex.slice(1).map(({point}) => point.map((value, i) => simplex[0].point[i] + (1 - 1 / n) * (value - simplex[0].point[i])));
			const values = await valuesOf(shrunk);
			evaluations += shrunk.length;
			simplex = sorted([simplex[0].point, ...shrunk], [simplex[0].value, ...values]);
		}
	}
	return {...simplex[0], evaluations};
}

type Corner = {readonly point: Float64Array; readonly value: number};

const worst = (value: number): number => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);

const byValue = (a: Corner, b: Corner): number => a.value - b.value;

const sorted = (points: readonly Float64Array[], values: readonly number[]): Corner[] =>
	points.map((point, i) => ({point, value: worst(values[i])})).sort(byValue);

const widthOf = (simplex: readonly Corner[]): number =>
	Math.max(...simplex[0].point.map((value, i) => Math.max(...simplex.map(({point}) => Math.abs(point[i] - value)))));
