/** Differences in the cells of a table: their sign always, and a colour where more is better. */
import {formatNumber} from '../../report/number.ts';
import type {GridCell} from '../drawing/grid.ts';
import type {Role} from '../look.ts';

/** `+5.6`, `−12`, `0` of a difference in per cent or points. */
export function signed(more: number): string {
	const rounded = Number(more.toFixed(1));
	if (rounded === 0) return '0';
	return `${rounded > 0 ? '+' : '−'}${tenths(Math.abs(rounded))}`;
}

/** A number of per cent, with one decimal below a thousand so that a column of them can be read. */
export const tenths = (percent: number): string =>
	Math.abs(percent) < 999.95
		? percent
				.toFixed(1)
				.replace(/^-0\.0$/, '0.0')
				.replace('-', '−')
		: formatNumber(percent);

/** A difference as a cell; more of it is neither good nor bad. */
export const moreCell = (more: number | undefined): GridCell => coloured(more, 'changed', 'changed');

/** A difference as a cell; more of it is good. */
export const gainCell = (more: number | undefined): GridCell => coloured(more, 'good', 'bad');

/** A difference as a cell; more of it is bad. */
export const lossCell = (more: number | undefined): GridCell => coloured(more, 'bad', 'good');

function coloured(more: number | undefined, up: Role, down: Role): GridCell {
	if (more === undefined) return '';
	const text = signed(more);
	return text === '0' ? '0' : {text, style: {role: more > 0 ? up : down}};
}
