/** Where a lever stands, in words. */
import {formatNumber} from './number.ts';

/** `6 ports`, `×1.5`, `50 %`. */
export function positionText(position: number | undefined, unit: string): string {
	if (position === undefined) return 'varies by month';
	const number = settingText(position);
	if (unit === 'times') return `×${number}`;
	return unit === '1' ? number : `${number} ${unit}`;
}

/** A lever stands where it was put, not where it was measured: `5` and `1.5`, not `5.00` and `1.50`. */
export const settingText = (position: number): string =>
	formatNumber(Number(position.toPrecision(6))).replace(/(\.\d*?)0+$/, (_, kept: string) => (kept === '.' ? '' : kept));
