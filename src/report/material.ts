/** What the tables of a run are made from: the run, and what follows from it, worked out once. */
import {type FullRun, type Track, tracksByName} from '../run/full-run.ts';
import {type Fulfilment, planLedger} from '../run/plan.ts';
import {type RunRecord, runName} from '../run/record.ts';
import type {Entity, Kind} from '../scenario/program.ts';
import {type Score, scoreFacts} from '../study/score.ts';
import {halfYears, type Period, years} from './period.ts';
import type {Table} from './table.ts';

export type Material = {
	readonly run: FullRun;
	readonly record: RunRecord;
	/** The run's name in tables. */
	readonly name: string;
	readonly track: (entity: string, quantity: string) => Track | undefined;
	readonly halves: readonly Period[];
	readonly years: readonly Period[];
	readonly ledger: readonly Fulfilment[];
	readonly scores: readonly Score[];
};

/** A table that can be made of any run. */
export type TableMaker = (material: Material) => Table;

/** Gather what tables need from a run. */
export function materialOf(run: FullRun, record: RunRecord): Material {
	const {program, series} = run;
	return {
		run,
		record,
		name: runName(record),
		track: tracksByName(series),
		halves: halfYears(series.start, series.months),
		years: years(series.start, series.months),
		ledger: planLedger(program, series),
		scores: scoreFacts(program, series),
	};
}

/** The scenario's entities of a kind, in its own order. */
export const entitiesOf = ({run}: Material, kind: Kind): Entity[] =>
	[...run.program.entities.values()].filter(entity => entity.kind === kind).sort((a, b) => a.row - b.row);
