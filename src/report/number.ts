/** Numbers for people: as many digits as can mean something, and never an exponent. */

const whole = new Intl.NumberFormat('en', {maximumFractionDigits: 0});

/** `12,345`, `123`, `12.3`, `1.23`, `0.012`; a number that is not one shows as a dash. */
export function formatNumber(value: number): string {
	if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : '–';
	const size = Math.abs(value);
	if (size === 0) return '0';
	if (size < 0.0005) return value < 0 ? '−0.000' : '0.000';
	const digits = size >= 99.95 || isWhole(size) ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
	const text = digits === 0 ? whole.format(size) : size.toFixed(digits);
	return value < 0 ? `−${text}` : text;
}

/** Whole but for the last bits of the calculation. */
const isWhole = (size: number): boolean => Math.abs(size - Math.round(size)) <= 1e-12 * size;
