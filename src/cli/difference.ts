/** What a run gave beside its scenario without the what-ifs and settings: the table that `run` adds where there are any. */
import {comparisonTable, judgementLine, partingLine} from '../report/comparison.ts';
import type {Table} from '../report/table.ts';
import {type FullRun, fullRun} from '../run/full-run.ts';
import {scenarioName} from '../run/record.ts';
import {loadScenario} from '../scenario/load.ts';
import type {Program} from '../scenario/program.ts';
import {contender, figures, judge, parting} from '../study/compare.ts';
import {askedOutcomes, completed, headlineOutcomes} from '../study/outcomes.ts';
import type {RunOptions} from './run.ts';

/** The differences of a run from its baseline; none where it is the baseline. */
export function differenceTables(run: FullRun, name: string, {until, set = [], reading = []}: RunOptions): readonly Table[] {
	const {program, seed} = run;
	if (program.overlays.length === 0 && set.length === 0) return [];
	const [root] = program.files;
	const parent = set.length > 0 ? loadScenario(root, {...(until === undefined ? {} : {until}), readings: reading}) : withoutOverlays(program);
	const asked = askedOutcomes([program]);
	const outcomes = [...asked, ...headlineOutcomes(program)].map(text => completed(program, text)).filter(outcome => typeof outcome === 'object');
	const base = contender(scenarioName(root), parent, outcomes, fullRun(parent, seed).vector);
	const here = contender(name, program, outcomes, run.vector);
	const table = comparisonTable([base, here], figures([base, here], outcomes), new Set(asked));
	const judgements = judge(
		base,
		here,
		program.overlays.flatMap(({expect}) => expect),
	);
	const notes = [
		...(table.notes ?? []),
		partingLine(base, here, parting(base.series, here.series)),
		...judgements.map(one => judgementLine(here.name, base.name, one)),
	];
	return [{...table, name: 'difference', title: 'Difference from the baseline', notes}];
}

const withoutOverlays = (program: Program): Program => ({...program, vector: program.parentVector, overlays: []});
