/** What the tables of a run are made from: what follows from it, and its record. */
import type {FullRun} from '../run/full-run.ts';
import {type RunRecord, runName} from '../run/record.ts';
import {type Findings, findingsOf} from './findings.ts';
import type {Table} from './table.ts';

export type Material = Findings & {
	readonly record: RunRecord;
	/** The run's name in tables. */
	readonly name: string;
};

/** A table that can be made of any run. */
export type TableMaker = (material: Material) => Table;

/** Gather what tables need from a run. */
export const materialOf = (run: FullRun, record: RunRecord): Material => ({...findingsOf(run), record, name: runName(record)});
