/** The chart under the levers where they stand alone: the chosen outcome beside the baseline. */
import {chart} from '../drawing/chart.ts';
import {nothing} from '../drawing/lines.ts';
import {chosenOutcome} from '../outcomes.ts';
import type {Scene, Size} from '../scene.ts';

/** The chosen outcome month by month. */
export function effectChart(scene: Scene, size: Size): readonly string[] {
	const {bench, now, state, look} = scene;
	const {entity, quantity, label, unit} = chosenOutcome(bench.program, state.outcome);
	const [is, was] = [now, bench.baseline].map(({track}) => track(entity, quantity)?.values);
	if (!is || !was) return nothing(`${label} is not among what this run writes down.`, size, look);
	const curves = [
		// A curve that is alone needs nothing to be told by.
		{name: 'baseline', values: was, role: 'baseline', dashed: now !== bench.baseline},
		...(now === bench.baseline ? [] : ([{name: 'what-if', values: is, role: 'what-if'}] as const)),
	] as const;
	return chart({title: label, unit: unit === '1' ? '' : unit, start: now.run.series.start, curves, cursor: state.month}, size, look);
}
