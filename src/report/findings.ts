/** What tables and screens show of a run: the run, and what follows from it, worked out once. */
import {type FullRun, type Traced, traced} from '../run/full-run.ts';
import {type Fulfilment, planLedger} from '../run/plan.ts';
import type {Entity, Kind} from '../scenario/program.ts';
import {type Score, scoreFacts} from '../study/score.ts';
import {halfYears, type Period, years} from './period.ts';

export type Findings = Traced & {
	readonly halves: readonly Period[];
	readonly years: readonly Period[];
	readonly ledger: readonly Fulfilment[];
	readonly scores: readonly Score[];
};

/** Gather what follows from a run. */
export function findingsOf(run: FullRun): Findings {
	const {program, series} = run;
	return {
		...traced(run),
		halves: halfYears(series.start, series.months),
		years: years(series.start, series.months),
		ledger: planLedger(program, series),
		scores: scoreFacts(program, series),
	};
}

/** The scenario's entities of a kind, in its own order. */
export const entitiesOf = ({run}: Pick<Findings, 'run'>, kind: Kind): Entity[] =>
	[...run.program.entities.values()].filter(entity => entity.kind === kind).sort((a, b) => a.row - b.row);
