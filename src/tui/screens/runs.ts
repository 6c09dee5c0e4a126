/** The runs of a scene beside one another: the baseline, what was pinned, and the run as the levers stand. */
import type {Findings} from '../../report/findings.ts';
import type {Column} from '../../run/series.ts';
import type {Curve} from '../drawing/chart.ts';
import type {Role} from '../look.ts';
import type {Scene} from '../scene.ts';

export type ShownRun = {readonly name: string; readonly findings: Findings; readonly role: Role};

/** Every run of a scene once: the baseline, the pinned one if it is another, and last the present one if it is another still. */
export function runsOf({bench, pinned, now}: Scene): readonly ShownRun[] {
	const runs: ShownRun[] = [{name: 'baseline', findings: bench.baseline, role: 'baseline'}];
	if (pinned.findings.run !== bench.baseline.run) runs.push({name: 'A', findings: pinned.findings, role: 'pinned'});
	if (runs.every(({findings}) => findings.run !== now.run)) runs.push({name: 'what-if', findings: now, role: 'what-if'});
	return runs;
}

/** Whether the run is another than the baseline. */
export const isWhatIf = ({bench, now}: Scene): boolean => now.run !== bench.baseline.run;

/** A series of each run; runs before the last are dashed, so that they can be told without colour. */
export function curvesOf(scene: Scene, valuesOf: (findings: Findings) => ArrayLike<number> | undefined): Curve[] {
	const runs = runsOf(scene);
	return runs.flatMap(({name, findings, role}, i) => {
		const values = valuesOf(findings);
		return values ? [{name, values, role, dashed: i < runs.length - 1}] : [];
	});
}

/** The series of a quantity in a run. */
export const valuesOf = ({track}: Findings, entity: string, quantity: string): Float64Array | undefined => track(entity, quantity)?.values;

/** The month under the cursor, kept within the run. */
export const monthOf = ({state, now}: Scene): number => Math.max(0, Math.min(state.month, now.run.series.months - 1));

/** The year of the run in which the month under the cursor lies, by its place among the years. */
export const yearOf = (scene: Scene): number =>
	Math.max(
		0,
		scene.now.years.findIndex(({from, to}) => monthOf(scene) >= from && monthOf(scene) <= to),
	);

/** By how many per cent a number is more than another; undefined where that is nothing. */
export const percentMore = (before: number | undefined, after: number | undefined): number | undefined =>
	before === undefined || after === undefined || before === 0 ? undefined : ((after - before) / Math.abs(before)) * 100;

/** Units of a column as people read them: none for an index or a share. */
export const unitShown = ({unit}: Pick<Column, 'unit'>): string => (unit === '1' ? '' : unit);

/** What the screens of losses share out, in plain words. */
export const ratedInWords =
	'rated capacity is what every mine and plant could make if all its units, the damaged too, ran at full; sites are added up at base prices, one price of each good for the whole run';
