/** A chart of one series in every run of the scene. */
import type {Findings} from '../../report/findings.ts';
import type {Nature} from '../../scenario/quantities.ts';
import {chart, type Mark} from '../drawing/chart.ts';
import {type Line, nothing} from '../drawing/lines.ts';
import type {Scene, Size} from '../scene.ts';
import {scaledCurves} from './curves.ts';
import {monthOf} from './runs.ts';

export type RunChart = {
	readonly title: string;
	readonly unit: string;
	readonly kind: Nature;
	readonly valuesOf: (findings: Findings) => ArrayLike<number> | undefined;
	readonly marks?: readonly Mark[];
};

/** The series in the baseline, in the pinned run and now. */
export function runChart(scene: Scene, {title, unit, kind, valuesOf, marks = []}: RunChart, size: Size): readonly Line[] {
	const {curves, scale} = scaledCurves(scene, valuesOf, unit, kind);
	if (curves.length === 0) return nothing(`The run has no series of ${title}.`, size, scene.look);
	return chart(
		{
			title,
			unit: scale.unit,
			start: scene.now.run.series.start,
			curves,
			marks: marks.map(mark => ({...mark, value: mark.value / scale.by})),
			cursor: monthOf(scene),
		},
		size,
		scene.look,
	);
}
