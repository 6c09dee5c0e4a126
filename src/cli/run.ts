/** `counterplan run`: one run of a scenario, its tables and its record. */
import {headlineTables} from '../report/headline/tables.ts';
import {materialOf} from '../report/material.ts';
import type {Table} from '../report/table.ts';
import {tidyTables} from '../report/tidy/tables.ts';
import {fullRun} from '../run/full-run.ts';
import {recordFolder, recordOf, saveRecord} from '../run/record.ts';
import {formatMonth} from '../scenario/calendar.ts';
import {loadScenario} from '../scenario/load.ts';
import {chosenTables, deliver, type OutputOptions, remark} from './output.ts';
import type {Setting} from './usage.ts';

export type RunOptions = OutputOptions & {
	readonly until?: number;
	readonly set?: readonly Setting[];
	readonly reading?: readonly string[];
	readonly seed?: string;
	/** A folder; true for the usual one, false for --no-record. */
	readonly record: string | boolean;
};

const makers = {...headlineTables, ...tidyTables};

/** The tables that a run prints where none are named. */
const usual = {screen: Object.keys(headlineTables), data: Object.keys(tidyTables), csv: 'series'};

/** Run a scenario and print what came of it. */
export async function run(file: string, options: RunOptions): Promise<void> {
	const {until, set = [], reading = [], seed} = options;
	const names = chosenTables(options.table, Object.keys(makers), options.format, usual);
	const program = loadScenario(file, {...(until === undefined ? {} : {until}), set, readings: reading});
	const result = fullRun(program, seed);
	const record = recordOf(result, {
		scenario: file,
		until: until === undefined ? undefined : formatMonth(until),
		sets: set.map(writeSetting),
		readings: reading,
	});
	const material = materialOf(result, record);
	const last = formatMonth(program.start + program.layout.months - 1);
	remark(`${program.title}: ${formatMonth(program.start)} to ${last}, run ${material.name}`, options);
	const tables = names.map(name => makers[name](material));
	await deliver(options.table ? tables : tables.filter(tellsSomething), options);
	if (options.record === false) return;
	const folder = typeof options.record === 'string' ? options.record : recordFolder(record);
	remark(`record: ${saveRecord(record, folder)}`, options);
}

/** A scenario without funds has no table of money; data keep their empty tables, so that programs find them. */
const tellsSomething = ({name, rows}: Table): boolean => rows.length > 0 || name in tidyTables;

function writeSetting({path, text, from, until}: Setting): string {
	if (from === undefined) return `${path}=${text}`;
	return `${path}=${text}@${formatMonth(from)}..${until === undefined ? '' : formatMonth(until)}`;
}
