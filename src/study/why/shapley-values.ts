/**
 * Shapley values (Shapley 1953) of causes from runs of their combinations: each cause's part of what relieving all of them brings,
 * averaged over every order in which they could be relieved. Beside it what a cause brings alone, what it brings last, and how
 * much two of them bring together beyond their parts (the interaction index of Grabisch and Roubens 1999).
 *
 * A combination is a number whose bit i tells whether cause i is relieved.
 */

export type Part = {
	/** The Shapley value; those of all causes add up to the whole difference. */
	readonly share: number;
	/** What comes of relieving it with all others as they are. */
	readonly alone: number;
	/** What is lost by not relieving it when all others are. */
	readonly last: number;
	/** Twice the standard error of the share, where it was sampled; 0 where every combination was run. */
	readonly error: number;
};

export type Parts = {
	readonly whole: number;
	readonly parts: readonly Part[];
	/** For each pair i < j, by `i * n + j`: what the two bring together beyond what each does apart. Only where every combination was run. */
	readonly interactions: Float64Array | undefined;
};

/** More causes than these have too many combinations to run them all. */
export const mostExact = 10;

/** From the value of every one of the 2ⁿ combinations. */
export function exactParts(n: number, values: ArrayLike<number>): Parts {
	const all = 2 ** n - 1;
	const weights = weightsOf(n);
	const parts = Array.from({length: n}, (_, i): Part => {
		const bit = 1 << i;
		let share = 0;
		for (let set = 0; set <= all; set++) if ((set & bit) === 0) share += weights[sizeOf(set)] * (values[set | bit] - values[set]);
		return {share, alone: values[bit] - values[0], last: values[all] - values[all & ~bit], error: 0};
	});
	return {whole: values[all] - values[0], parts, interactions: interactionsOf(n, values)};
}

/** For sets of each size that leave a cause out: `size! (n − 1 − size)! / n!`. */
function weightsOf(n: number): Float64Array {
	const weights = new Float64Array(n);
	if (n > 0) weights[0] = 1 / n;
	for (let size = 1; size < n; size++) weights[size] = (weights[size - 1] * size) / (n - size);
	return weights;
}

function sizeOf(set: number): number {
	let size = 0;
	for (let rest = set; rest !== 0; rest &= rest - 1) size++;
	return size;
}

function interactionsOf(n: number, values: ArrayLike<number>): Float64Array {
	const found = new Float64Array(n * n);
	if (n < 2) return found;
	const weights = weightsOf(n - 1);
	for (let i = 0; i < n; i++) {
		for (let j = i + 1; j < n; j++) {
			const [a, b] = [1 << i, 1 << j];
			for (let set = 0; set < 2 ** n; set++) {
				if ((set & (a | b)) !== 0) continue;
				found[i * n + j] += weights[sizeOf(set)] * (values[set | a | b] - values[set | a] - values[set | b] + values[set]);
			}
		}
	}
	return found;
}

/** Orders in which causes are relieved, each with its reverse, since the two err on opposite sides (Castro et al. 2017). */
export function* orders(n: number, pairs: number, draw: () => number): Generator<readonly number[]> {
	for (let pair = 0; pair < pairs; pair++) {
		const order = Array.from({length: n}, (_, i) => i);
		for (let i = n - 1; i > 0; i--) {
			const j = Math.floor(draw() * (i + 1));
			[order[i], order[j]] = [order[j], order[i]];
		}
		yield order;
		yield order.toReversed();
	}
}

/**
 * From a sample of orders. `valueOf` is asked for a combination, as a set of causes in their order; it may remember. The shares add
 * up to the whole exactly, since those of every order do.
 */
export function sampledParts(n: number, sample: Iterable<readonly number[]>, valueOf: (relieved: ReadonlySet<number>) => number): Parts {
	const none = valueOf(new Set());
	const every = new Set(Array.from({length: n}, (_, i) => i));
	const whole = valueOf(every) - none;
	const gains: number[][] = Array.from({length: n}, () => []);
	for (const order of sample) {
		const relieved = new Set<number>();
		let before = none;
		for (const cause of order) {
			relieved.add(cause);
			const after = valueOf(relieved);
			gains[cause].push(after - before);
			before = after;
		}
	}
	const parts = gains.map((all, i): Part => {
		const share = all.reduce((sum, gain) => sum + gain, 0) / all.length;
		const others = new Set(every);
		others.delete(i);
		return {share, alone: valueOf(new Set([i])) - none, last: whole + none - valueOf(others), error: 2 * errorOf(all, share)};
	});
	return {whole, parts, interactions: undefined};
}

/** The standard error of the mean of gains, an order and its reverse taken as one. */
function errorOf(gains: readonly number[], mean: number): number {
	const pairs = Math.floor(gains.length / 2);
	if (pairs < 2) return Number.NaN;
	let squares = 0;
	for (let pair = 0; pair < pairs; pair++) {
		const middle = (gains[2 * pair] + gains[2 * pair + 1]) / 2 - mean;
		squares += middle * middle;
	}
	return Math.sqrt(squares / (pairs - 1) / pairs);
}
