/**
 * Shapley: what each of a few factors below 1 takes from their product.
 *
 *   share = (1 − fᵢ) ∫₀¹ Π_{j≠i} (1 − u + u fⱼ) du
 *
 * The Shapley value by the multilinear extension of Owen (1972, unverified): of n factors a polynomial in u of degree n − 1,
 * which n / 2 Gauss–Legendre nodes give exactly. The shares are not negative and add up to what the product lacks of 1.
 */

/** Nodes and weights by their number: so many give a polynomial of up to twice as many coefficients exactly. */
const NODES = [[], [0.5], [0.5 - 0.5 / Math.sqrt(3), 0.5 + 0.5 / Math.sqrt(3)], [0.5 - 0.5 * Math.sqrt(0.6), 0.5, 0.5 + 0.5 * Math.sqrt(0.6)]];
const WEIGHTS = [[], [1], [0.5, 0.5], [5 / 18, 8 / 18, 5 / 18]];
const FACTORS = 6;

/** Room to work in: the factors below 1, and the product of those before each. */
const short = new Int32Array(FACTORS);
const before = new Float64Array(FACTORS);

/** Shapley values of the losses 1 − fᵢ in a product of six factors. A factor of 1 bears nothing and leaves the others as they are. */
export function shareOut(factor: Float64Array, share: Float64Array): void {
	let count = 0;
	for (let i = 0; i < FACTORS; i++) {
		share[i] = 0;
		if (factor[i] !== 1) short[count++] = i;
	}
	const nodes = NODES[(count + 1) >> 1];
	const weights = WEIGHTS[(count + 1) >> 1];
	for (let n = 0; n < nodes.length; n++) shareAtNode(factor, share, count, nodes, weights, n);
}

/** The node by its number: a double handed over would be put on the heap. */
function shareAtNode(factor: Float64Array, share: Float64Array, count: number, nodes: readonly number[], weights: readonly number[], n: number): void {
	const u = nodes[n];
	let product = weights[n];
	for (let k = 0; k < count; k++) {
		before[k] = product;
		product *= 1 - u * (1 - factor[short[k]]);
	}
	let after = 1;
	for (let k = count - 1; k >= 0; k--) {
		const missing = 1 - factor[short[k]];
		share[short[k]] += missing * before[k] * after;
		after *= 1 - u * missing;
	}
}
