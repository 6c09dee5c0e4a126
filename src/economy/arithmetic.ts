/**
 * The one logarithm, exponential and power of the model, of + − × ÷ and square root alone: those of the language differ
 * in their last bits from one version to the next, and a run must give the same bytes on all of them.
 */
const LN2 = 0.6931471805599453;

/** Powers of two, 2^−1074 first: what a reduced number is scaled by. All are exact. */
const LEAST = -1074;
const twoTo = new Float64Array(1023 - LEAST + 1);
for (let n = 0, value = 1; n <= 1023; n++, value *= 2) twoTo[n - LEAST] = value;
for (let n = -1, value = 0.5; n >= LEAST; n--, value *= 0.5) twoTo[n - LEAST] = value;

/** Natural logarithm of a positive number; relative error below 1e-15. Series of the area tangent after reduction to √½..√2. */
export function log(x: number): number {
	let twos = 0;
	let m = x;
	if (x === Number.POSITIVE_INFINITY) return x;
	for (; m > 4294967296; twos += 32) m *= 1 / 4294967296;
	for (; m < 1 / 4294967296; twos -= 32) m *= 4294967296;
	for (; m > 1.4142135623730951; twos++) m *= 0.5;
	for (; m < 0.7071067811865476; twos--) m *= 2;
	const s = (m - 1) / (m + 1);
	const z = s * s;
	const tail = z * (1 / 3 + z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z * (1 / 21))))))))));
	return twos * LN2 + 2 * s * (1 + tail);
}

/** Exponential; relative error below 1e-14. After reduction by powers of two, the series of the hyperbolic cosine and sine. */
export function exp(x: number): number {
	if (x > 709) return Number.POSITIVE_INFINITY;
	if (x < -744) return 0;
	const twos = Math.round(x * (1 / LN2));
	const r = x - twos * LN2;
	const q = r * r;
	const coshLess1 = q * (1 / 2 + q * (1 / 24 + q * (1 / 720 + q * (1 / 40320 + q * (1 / 3628800 + q * (1 / 479001600))))));
	const sinh = r * (1 + q * (1 / 6 + q * (1 / 120 + q * (1 / 5040 + q * (1 / 362880 + q * (1 / 39916800 + q * (1 / 6227020800)))))));
	return (1 + (sinh + coshLess1)) * twoTo[twos - LEAST];
}

/** x to the power of a, for x ≥ 0. */
export function power(x: number, a: number): number {
	if (a === 1) return x;
	if (a === -1) return 1 / x;
	if (a === 0.5) return Math.sqrt(x);
	if (x <= 0) return a > 0 ? 0 : Number.POSITIVE_INFINITY;
	return x === 1 ? 1 : exp(a * log(x));
}

/** Each value to the power of a. From array to array: V8 puts every double that a call too long to inline hands over on the heap. */
export function powers(values: Float64Array, a: number, into: Float64Array): void {
	for (let i = 0; i < values.length; i++) into[i] = power(values[i], a);
}

/** The smaller of what is there and what is wanted, as a share of what is wanted; 1 where nothing is wanted. */
export const coverOf = (there: number, wanted: number): number => (there >= wanted ? 1 : there / wanted);

/** Whether the CES has all but reached its limit at elasticity 1, where its own form divides by nothing. */
const isGeometric = (rho: number): boolean => rho > -1e-6 && rho < 1e-6;

/**
 * Constant elasticity of substitution between two covers: `(w x^ρ + (1 − w) y^ρ)^(1/ρ)`, `ρ = 1 − 1/elasticity`.
 * Arrow, Chenery, Minhas and Solow (1961), unverified.
 */
export function substitute(x: number, y: number, weight: number, elasticity: number): number {
	if (x === 1 && y === 1) return 1;
	const rho = 1 - 1 / elasticity;
	if (isGeometric(rho)) return power(x, weight) * power(y, 1 - weight);
	if (rho < 0 && ((x === 0 && weight > 0) || (y === 0 && weight < 1))) return 0;
	const sum = (weight > 0 ? weight * power(x, rho) : 0) + (weight < 1 ? (1 - weight) * power(y, rho) : 0);
	return Math.min(1, power(sum, 1 / rho));
}

/** The same row by row; `x` and `y` to the power ρ are left in `xPower` and `yPower`. */
export function substituteAll(
	x: Float64Array,
	y: Float64Array,
	weight: Float64Array,
	elasticity: number,
	xPower: Float64Array,
	yPower: Float64Array,
	into: Float64Array,
): void {
	const rho = 1 - 1 / elasticity;
	if (isGeometric(rho)) {
		for (let i = 0; i < into.length; i++) into[i] = substitute(x[i], y[i], weight[i], elasticity);
		return;
	}
	powers(x, rho, xPower);
	powers(y, rho, yPower);
	for (let i = 0; i < into.length; i++) into[i] = (weight[i] > 0 ? weight[i] * xPower[i] : 0) + (weight[i] < 1 ? (1 - weight[i]) * yPower[i] : 0);
	powers(into, 1 / rho, into);
	for (let i = 0; i < into.length; i++) into[i] = Math.min(1, into[i]);
}
