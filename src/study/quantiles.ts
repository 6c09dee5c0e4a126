/** Quantiles of numbers that count by weight, and the bands made of them. */

/** How much of what can be believed a band holds, the narrowest first. */
export const widths = [0.5, 0.8, 0.95] as const;

/**
 * Quantiles at shares in rising order: where that share of the weight lies below, straight between neighbours (Hyndman and Fan 1996,
 * type 7, where all weigh the same). Numbers that are not finite are left out; NaN where none is left.
 */
export function quantiles(values: ArrayLike<number>, weights: ArrayLike<number> | undefined, shares: readonly number[]): number[] {
	const kept = Array.from({length: values.length}, (_, i) => i).filter(i => Number.isFinite(values[i]) && (weights === undefined || weights[i] > 0));
	kept.sort((a, b) => values[a] - values[b]);
	if (kept.length === 0) return shares.map(() => Number.NaN);
	const weightOf = (i: number): number => (weights ? weights[i] : 1);
	const middles = new Float64Array(kept.length);
	let sum = 0;
	kept.forEach((i, k) => {
		sum += weightOf(i);
		middles[k] = sum - weightOf(i) / 2;
	});
	const [first, last] = [middles[0], middles[middles.length - 1]];
	let k = 0;
	return shares.map(share => {
		const at = first + share * (last - first);
		while (k < kept.length - 2 && middles[k + 1] <= at) k++;
		const next = Math.min(kept.length - 1, k + 1);
		const [low, high] = [values[kept[k]], values[kept[next]]];
		const gap = middles[next] - middles[k];
		return gap > 0 ? low + ((at - middles[k]) / gap) * (high - low) : low;
	});
}

/** The shares of weight at which bands of the usual widths begin and end, with the median between, in rising order. */
export const bandShares: readonly number[] = [...widths.toReversed().map(width => (1 - width) / 2), 0.5, ...widths.map(width => (1 + width) / 2)];

/** How many members of equal weight would tell as much: `(Σw)² / Σw²` (Kish 1965). */
export function effectiveSize(weights: ArrayLike<number>): number {
	let sum = 0;
	let squares = 0;
	for (let i = 0; i < weights.length; i++) {
		sum += weights[i];
		squares += weights[i] * weights[i];
	}
	return squares > 0 ? (sum * sum) / squares : 0;
}
