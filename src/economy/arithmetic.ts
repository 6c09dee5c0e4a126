/**
 * The one logarithm, exponential and power of the model, of + − × ÷ and square root alone: those of the language differ
 * in their last bits from one version to the next, and a run must give the same bytes on all of them.
 */
const LN2 = 0.6931471805599453;

/** Natural logarithm of a positive number; relative error below 1e-15. Series of the area tangent after reduction to √½..√2. */
export function log(x: number): number {
	let twos = 0;
	let m = x;
	while (m > 1.4142135623730951) {
		m *= 0.5;
		twos++;
	}
	while (m < 0.7071067811865476) {
		m *= 2;
		twos--;
	}
	const s = (m - 1) / (m + 1);
	const z = s * s;
	const tail = z * (1 / 3 + z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z / 21)))))))));
	return twos * LN2 + 2 * s * (1 + tail);
}

/** Exponential of a number between −700 and 700; relative error below 1e-14. Taylor series after reduction by powers of two. */
export function exp(x: number): number {
	let twos = Math.round(x / LN2);
	const r = x - twos * LN2;
	let value = 1 + r * (1 + (r / 2) * (1 + (r / 3) * (1 + (r / 4) * (1 + (r / 5) * (1 + (r / 6) * (1 + (r / 7) * (1 + (r / 8) * (1 + (r / 9) * (1 + (r / 10) * (1 + (r / 11) * (1 + (r / 12) * (1 + r / 13))))))))))));
	for (; twos > 0; twos--) value *= 2;
	for (; twos < 0; twos++) value *= 0.5;
	return value;
}

/** x to the power of a, for x ≥ 0. */
export function power(x: number, a: number): number {
	if (a === 1) return x;
	if (a === -1) return 1 / x;
	if (a === 0.5) return Math.sqrt(x);
	if (x === 0) return a > 0 ? 0 : Number.POSITIVE_INFINITY;
	return x === 1 ? 1 : exp(a * log(x));
}

/** The smaller of what is there and what is wanted, as a share of what is wanted; 1 where nothing is wanted. */
export const coverOf = (there: number, wanted: number): number => (there >= wanted ? 1 : there / wanted);

/**
 * Constant elasticity of substitution between two covers: `(w x^ρ + (1 − w) y^ρ)^(1/ρ)`, `ρ = 1 − 1/elasticity`.
 * Arrow, Chenery, Minhas and Solow (1961), unverified.
 */
export function substitute(x: number, y: number, weight: number, elasticity: number): number {
	if (x === 1 && y === 1) return 1;
	const rho = 1 - 1 / elasticity;
	if (rho > -1e-6 && rho < 1e-6) return power(x, weight) * power(y, 1 - weight);
	if (rho < 0 && ((x === 0 && weight > 0) || (y === 0 && weight < 1))) return 0;
	const sum = (weight > 0 ? weight * power(x, rho) : 0) + (weight < 1 ? (1 - weight) * power(y, rho) : 0);
	return Math.min(1, power(sum, 1 / rho));
}
