/** `counterplan run`: one run of a scenario, its tables and its record. */
import {noEffectLine} from '../report/comparison.ts';
import {headlineTables} from '../report/headline/tables.ts';
import {materialOf} from '../report/material.ts';
import type {Table} from '../report/table.ts';
import {tidyTables} from '../report/tidy/tables.ts';
import {fullRun} from '../run/full-run.ts';
import {recordFolder, recordOf, saveRecord, scenarioName} from '../run/record.ts';
import {formatMonth} from '../scenario/calendar.ts';
import {type LoadOptions, loadScenario} from '../scenario/load.ts';
import type {Program} from '../scenario/program.ts';
import {withoutEffect} from '../study/effect.ts';
import {askedOutcomes, completed, headlineOutcomes} from '../study/outcomes.ts';
import {differenceTables} from './difference.ts';
import {chosenTables, deliver, type OutputOptions, remark} from './output.ts';
import {comparedReadings, readingVerdicts} from './readings.ts';
import {type Setting, UsageError} from './usage.ts';

export type RunOptions = OutputOptions & {
	readonly until?: number;
	readonly with?: readonly string[];
	readonly set?: readonly Setting[];
	readonly reading?: readonly string[];
	readonly seed?: string;
	/** A folder; true for the usual one, false for --no-record. */
	readonly record: string | boolean;
};

const makers = {...headlineTables, ...tidyTables};
const names = [...Object.keys(headlineTables), 'difference', ...Object.keys(tidyTables)];

/** The tables that a run prints where none are named. */
const usual = {screen: [...Object.keys(headlineTables), 'difference'], data: Object.keys(tidyTables), csv: 'series'};

/** Run a scenario and print what came of it. */
export async function run(file: string, options: RunOptions): Promise<void> {
	const {until, set = [], reading = [], seed} = options;
	if (reading.includes('all')) return runUnderAll(file, options);
	const chosen = chosenTables(options.table, names, options.format, usual);
	const program = loadScenario(file, loadOptions(options));
	const result = fullRun(program, seed);
	const record = recordOf(result, {
		scenario: file,
		until: until === undefined ? undefined : formatMonth(until),
		sets: set.map(writeSetting),
		readings: reading,
		overlays: options.with ?? [],
	});
	const material = materialOf(result, record);
	const last = formatMonth(program.start + program.layout.months - 1);
	remark(
		`${[program.title, ...program.overlays.map(({title}) => title)].join(' + ')}: ${formatMonth(program.start)} to ${last}, run ${material.name}`,
		options,
	);
	for (const change of withoutEffect(program)) remark(noEffectLine(change), options);
	const tables = chosen.flatMap(name => (name === 'difference' ? differenceTables(result, nameOf(file, options), options) : [makers[name](material)]));
	await deliver(options.table ? tables : tables.filter(tellsSomething), options);
	if (options.record === false) return;
	const folder = typeof options.record === 'string' ? options.record : recordFolder(record);
	remark(`record: ${saveRecord(record, folder)}`, options);
}

const loadOptions = ({until, set = [], reading = [], with: whatIfs = []}: RunOptions): LoadOptions => ({
	...(until === undefined ? {} : {until}),
	set,
	readings: reading,
	with: whatIfs,
});

const nameOf = (file: string, {with: whatIfs = [], set = []}: RunOptions): string =>
	whatIfs.length > 0 ? whatIfs.map(scenarioName).join(' + ') : set.length > 0 ? 'as set' : scenarioName(file);

/** The same run under every reading: differences where there are what-ifs, verdicts on facts where there are none. */
async function runUnderAll(file: string, options: RunOptions): Promise<void> {
	if (options.seed !== undefined) throw new UsageError('--reading all does not go with --seed');
	const load = (asked: readonly string[]): Program => loadScenario(file, {...loadOptions(options), readings: asked});
	const program = load([]);
	const [root] = program.files;
	const headline = headlineOutcomes(program).slice(0, 2);
	const asked = askedOutcomes([program]);
	const outcomes = (asked.length > 0 ? asked : headline).map(text => completed(program, text)).filter(outcome => typeof outcome === 'object');
	const here = {name: nameOf(file, options), load};
	const {with: _, set: __, ...plainOptions} = options;
	const base = {name: scenarioName(root), load: (readings: readonly string[]) => loadScenario(root, {...loadOptions(plainOptions), readings})};
	const changed = program.overlays.length > 0 || (options.set ?? []).length > 0;
	const table = changed ? comparedReadings([base, here], outcomes, options) : readingVerdicts(here, outcomes, options);
	await deliver([table], options);
}

/** A scenario without funds has no table of money; data keep their empty tables, so that programs find them. */
const tellsSomething = ({name, rows}: Table): boolean => rows.length > 0 || name in tidyTables;

function writeSetting({path, text, from, until}: Setting): string {
	if (from === undefined) return `${path}=${text}`;
	return `${path}=${text}@${formatMonth(from)}..${until === undefined ? '' : formatMonth(until)}`;
}
