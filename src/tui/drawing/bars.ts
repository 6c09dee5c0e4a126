/** Bars and small curves that fit in a line. */
import {type Look, paint, type Role} from '../look.ts';
import {drawable} from './axis.ts';
import {glyphsOf} from './glyphs.ts';
import type {Line} from './lines.ts';

const steps = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const typedSteps = ['_', '.', '-', '=', '^', '"'];

/** A bar as long as a share of so many cells; a share above 1 ends in `▸`, what is no number is left empty. */
export function bar(share: number, width: number, role: Role, look: Look): Line {
	if (width <= 0) return '';
	if (Number.isNaN(share)) return ' '.repeat(width);
	const {bar: full, half, more} = glyphsOf(look);
	const parts = Math.round(Math.min(1, Math.max(0, share)) * width * 2);
	const cells = (full.repeat(parts >> 1) + (parts % 2 === 1 ? half : '')).padEnd(width);
	const shown = share > 1.0005 ? cells.slice(0, -1) + more : cells;
	const solid = shown.trimEnd();
	return paint(solid, {role}, look) + ' '.repeat(width - solid.length);
}

/** A series in one line, from its least to its largest value or to `top`, each cell the mean of the months it stands for. */
export function spark(values: ArrayLike<number>, width: number, role: Role, look: Look, top?: number): Line {
	if (width <= 0) return '';
	const means = Array.from({length: width}, (_, i) => meanOf(values, i / width, (i + 1) / width));
	const known = means.filter(drawable);
	if (known.length === 0) return ' '.repeat(width);
	const low = Math.min(0, ...known);
	const high = top ?? Math.max(...known);
	const signs = look.glyphs === 'ascii' ? typedSteps : steps;
	const sign = (mean: number): string => {
		if (!drawable(mean)) return ' ';
		const share = high > low ? (mean - low) / (high - low) : 0;
		return signs[Math.round(Math.min(1, Math.max(0, share)) * (signs.length - 1))]!;
	};
	return paint(means.map(sign).join(''), {role}, look);
}

function meanOf(values: ArrayLike<number>, from: number, to: number): number {
	const first = Math.floor(from * values.length);
	const end = Math.max(first + 1, Math.floor(to * values.length));
	let total = 0;
	for (let i = first; i < end; i++) total += values[i] ?? Number.NaN;
	return total / (end - first);
}
