/** The track of a lever: its handle where the lever stands, a tick where the baseline has it. */
import {type Look, paint} from '../look.ts';
import {glyphsOf} from './glyphs.ts';
import type {Line} from './lines.ts';

export type SliderSpec = {
	readonly min: number;
	readonly max: number;
	/** Undefined where the lever does not stand at one number. */
	readonly value: number | undefined;
	readonly rest: number | undefined;
	readonly width: number;
};

/** A slider in exactly so many cells. */
export function slider({min, max, value, rest, width}: SliderSpec, look: Look): Line {
	if (width <= 0) return '';
	const {heavy, light, handle, rest: tick} = glyphsOf(look);
	const placeOf = (at: number | undefined): number => {
		if (at === undefined || Number.isNaN(at)) return -1;
		const share = max > min ? (at - min) / (max - min) : 0.5;
		return Math.round(Math.min(1, Math.max(0, share)) * (width - 1));
	};
	const [stands, rests] = [placeOf(value), placeOf(rest)];
	const moved = value !== undefined && value !== rest;
	const cells: Line[] = [];
	for (let i = 0; i < width; i++) {
		if (i === stands) cells.push(paint(handle, {role: moved ? 'changed' : 'accent', bold: moved}, look));
		else if (i === rests) cells.push(paint(tick, {role: 'baseline', bold: true}, look));
		else if (i < stands) cells.push(paint(heavy, {role: moved ? 'changed' : 'accent'}, look));
		else cells.push(paint(light, {role: 'faint'}, look));
	}
	return cells.join('');
}
