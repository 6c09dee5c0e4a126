/** `counterplan compare`: runs side by side, and what was expected of their what-ifs. */
import path from 'node:path';
import {
	changesInShort,
	changesTable,
	comparisonTable,
	expectationsTable,
	judgementLine,
	noEffectLine,
	outcomesTable,
	partingLine,
} from '../report/comparison.ts';
import {differencesTable} from '../report/listing.ts';
import type {Table} from '../report/table.ts';
import {scenarioName} from '../run/record.ts';
import {readHead} from '../scenario/head.ts';
import {type LoadOptions, loadScenario} from '../scenario/load.ts';
import type {Outcome, Reduction} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {differencesFrom} from '../scenario/stretches.ts';
import {type Contender, contender, figures, type Judgement, judge, parting} from '../study/compare.ts';
import {withoutEffect} from '../study/effect.ts';
import {askedOutcomes, completed, headlineOutcomes} from '../study/outcomes.ts';
import {chosenTables, deliver, type OutputOptions, remark} from './output.ts';
import {comparedReadings} from './readings.ts';
import {optionsOfRecord, readRecord} from './records.ts';
import {UsageError} from './usage.ts';

export type CompareOptions = OutputOptions & {
	readonly outcome?: readonly string[];
	readonly by?: Reduction;
	readonly period?: string;
	readonly readings?: true;
};

const known = ['comparison', 'outcomes', 'changes', 'expectations', 'differences', 'readings'];
const usual = {screen: ['changes', 'differences', 'comparison'], data: ['outcomes', 'changes', 'expectations'], csv: 'outcomes'};

/** Run scenarios, what-ifs or records and print how all but the first differ from it. */
export async function compare(files: readonly string[], options: CompareOptions): Promise<void> {
	if (files.length < 2) throw new UsageError('name at least two files: compare historical.yaml what-if/coal.yaml');
	const readings = options.readings ? ['readings'] : [];
	const tables = chosenTables(options.table ?? (options.readings && options.format === 'csv' ? readings : undefined), known, options.format, {
		...usual,
		screen: [...usual.screen, ...readings],
		data: [...usual.data, ...readings],
	});
	const programs = files.map(file => load(file));
	const outcomes = outcomesOf(programs, options);
	const names = namesOf(files);
	const runs = programs.map((program, i) => contender(names[i], program, [...outcomes, ...expected(programs)]));
	const [base, ...others] = runs;
	const all = figures(runs, outcomes);
	const judgements = others.flatMap((run, i) => judgementsOf(files[0], base, files[i + 1], run));
	const makers: Record<string, () => readonly Table[]> = {
		comparison: () => [
			withNotes(comparisonTable(runs, all, new Set([...askedOutcomes(programs), ...(options.outcome ?? [])])), [
				...others.map(run => partingLine(base, run, parting(base.series, run.series))),
				...judgements.map(({name, base: parent, judgement}) => judgementLine(name, parent, judgement)),
			]),
		],
		outcomes: () => [outcomesTable(runs, all)],
		changes: () => [options.format === 'table' ? changesInShort(runs) : changesTable(runs)].filter(({rows}) => rows.length > 0 || options.format !== 'table'),
		expectations: () => [expectationsTable(judgements)],
		differences: () => differencesOf(base, others, options),
		readings: () => [
			comparedReadings(
				files.map((file, i) => ({name: names[i], load: (asked: readonly string[]) => load(file, {readings: asked})})),
				outcomesOfReadings(programs, outcomes, options),
				options,
			),
		],
	};
	await deliver(
		tables.flatMap(name => makers[name]()),
		options,
	);
	for (const {program} of others) for (const change of withoutEffect(program)) remark(noEffectLine(change), options);
}

const withNotes = (table: Table, notes: readonly string[]): Table => ({...table, notes: [...(table.notes ?? []), ...notes]});

/** A scenario or what-if, or what a record was made from. */
export function load(file: string, options: LoadOptions = {}): Program {
	if (!file.endsWith('.json')) return loadScenario(file, options);
	const record = readRecord(file);
	const recorded = optionsOfRecord(record);
	return loadScenario(record.file, {...recorded, readings: [...(recorded.readings ?? []), ...(options.readings ?? [])]});
}

/** Outcomes asked for, or those that what-ifs were written for and those that everyone asks for. A mistake is the reader's. */
function outcomesOf(programs: readonly Program[], {outcome, by, period}: CompareOptions): readonly Outcome[] {
	const texts = outcome ?? [...askedOutcomes(programs), ...new Set(programs.flatMap(headlineOutcomes))];
	return texts.flatMap(text => {
		const read = programs.map(program => tried(() => completed(program, text, {by, period})));
		const found = read.find((one): one is Outcome => typeof one === 'object' && !(one instanceof Error));
		if (found) return [found];
		if (outcome === undefined) return [];
		const [first] = read;
		throw new UsageError(first instanceof Error ? first.message : String(first));
	});
}

function tried<Result>(make: () => Result): Result | Error {
	try {
		return make();
	} catch (error) {
		if (error instanceof Error && error.name === 'ColumnError') return error;
		throw error;
	}
}

/** Under every reading, fewer outcomes: those asked for, or those that what-ifs were written for, or the first of the headline. */
function outcomesOfReadings(programs: readonly Program[], outcomes: readonly Outcome[], {outcome}: CompareOptions): readonly Outcome[] {
	const asked = askedOutcomes(programs).length;
	return outcome ? outcomes : outcomes.slice(0, asked > 0 ? asked : 2);
}

const expected = (programs: readonly Program[]): readonly Outcome[] =>
	programs.flatMap(({overlays}) => overlays.flatMap(({expect}) => expect.map(({outcome}) => outcome)));

/** The names of files without their ending, or whole where two are alike. */
export function namesOf(files: readonly string[]): readonly string[] {
	const short = files.map(file => (file.endsWith('.json') ? path.basename(path.dirname(path.resolve(file))) : scenarioName(file)));
	return short.map((name, i) => (short.filter(other => other === name).length > 1 ? path.normalize(files[i]) : name));
}

type Named = {readonly name: string; readonly base: string; readonly judgement: Judgement};

/** Expectations compare a what-if with its parent, which need not be the run that it is compared with. */
function judgementsOf(firstFile: string, first: Contender, file: string, run: Contender): readonly Named[] {
	const overlay = run.program.overlays.at(-1);
	if (!overlay || overlay.expect.length === 0) return [];
	const parentFile = file.endsWith('.json') ? undefined : readHead(file)?.parent;
	const same = parentFile === undefined || path.resolve(parentFile) === path.resolve(firstFile);
	const parent = same ? first : contender(scenarioName(parentFile), loadScenario(parentFile), expected([run.program]));
	return judge(parent, run, overlay.expect).map(judgement => ({name: run.name, base: parent.name, judgement}));
}

/** What differs in the values of scenarios that are no what-ifs. */
function differencesOf(base: Contender, others: readonly Contender[], {format, table}: CompareOptions): readonly Table[] {
	return others
		.filter(({program}) => program.overlays.length === 0 || table !== undefined)
		.map(({name, program}) => differencesTable(base.name, name, program, differencesFrom(base.program, program), {forPeople: format === 'table'}));
}
