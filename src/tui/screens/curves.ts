/** Curves of the runs of a scene, in a unit in which their numbers can be read. */
import type {Findings} from '../../report/findings.ts';
import {scaled} from '../../report/scale.ts';
import type {Curve} from '../drawing/chart.ts';
import type {Scene} from '../scene.ts';
import {curvesOf} from './runs.ts';

/** A unit, and by what numbers are divided to be in it. */
export type Scale = {readonly unit: string; readonly by: number};

/** A unit in which the largest of these numbers can be read: tonnes in thousands of them, shares in percent. */
export function scaleOf(unit: string, kind: string, all: readonly ArrayLike<number>[]): Scale {
	if (unit === '1' || unit === '') return kind === 'share' ? {unit: '%', by: 0.01} : {unit: '', by: 1};
	const largest = all.reduce((most, values) => Array.from(values).reduce((top, value) => Math.max(top, Math.abs(value)), most), 0);
	const found = scaled(unit, [largest]);
	return {unit: found.unit, by: found.unit === unit ? 1 : Math.round(largest / found.values[0])};
}

/** Numbers in a scale. */
export const inScale = (values: ArrayLike<number>, {by}: Scale): Float64Array => Float64Array.from(values, value => value / by);

/** A series of every run of a scene, all in one scale. */
export function scaledCurves(scene: Scene, seriesOf: (findings: Findings) => ArrayLike<number> | undefined, unit: string, kind: string) {
	const found = curvesOf(scene, seriesOf);
	const scale = scaleOf(
		unit,
		kind,
		found.map(({values}) => values),
	);
	const curves = found.map((curve): Curve => ({...curve, values: inScale(curve.values, scale)}));
	return {curves, scale};
}
