/** `counterplan ensemble`: many runs with what is uncertain drawn, and what can be said of them. */
import path from 'node:path';
import {bandsTable, claimsTable, spreadsTable} from '../report/ensemble.ts';
import type {Table} from '../report/table.ts';
import {scenarioName} from '../run/record.ts';
import type {Program} from '../scenario/program.ts';
import {doChunks, openFolder, tidy} from '../study/ensemble/folder.ts';
import {type MemberRows, readMembers} from '../study/ensemble/gather.ts';
import type {EnsemblePlan} from '../study/ensemble/plan.ts';
import {bandOf, evenWeights, judgeOver, spreadOf, type Weights, weightsByFacts} from '../study/ensemble/summary.ts';
import {targetsOf} from '../study/misfit.ts';
import {askedOutcomes, headlineOutcomes} from '../study/outcomes.ts';
import type {DesignName} from '../study/sampling/design.ts';
import {outcomesIn, parseStatement, type Statement} from '../study/statement.ts';
import {programOf} from '../study/subject.ts';
import {chosenTables, deliver, type OutputOptions, remark} from './output.ts';
import {choiceOf, type FactorOptions, outcomeAsked, reporter, type SubjectOptions, subjectOf, type WorkOptions, withCrew} from './studying.ts';
import {UsageError} from './usage.ts';

export type EnsembleOptions = OutputOptions &
	SubjectOptions &
	WorkOptions &
	FactorOptions & {
		readonly against?: readonly string[];
		readonly members: number;
		readonly seed: string;
		readonly design: DesignName;
		/** False for --no-shocks. */
		readonly shocks: boolean;
		readonly claim?: readonly string[];
		readonly outcome?: readonly string[];
		readonly series?: readonly string[];
		readonly constrained?: true;
		readonly draws?: true;
		readonly folder?: string;
		readonly resume?: true;
	};

const known = ['spreads', 'claims', 'bands'];
const usual = {screen: ['spreads', 'claims'], data: known, csv: 'bands'};

/** Members in a chunk. */
const chunk = 100;

/** Draw and run the members, write them down, and print what they come to. */
export async function ensemble(file: string, options: EnsembleOptions): Promise<void> {
	const tables = chosenTables(options.table, known, options.format, usual);
	const subjects = [file, ...(options.against ?? [])].map(one => ({name: scenarioName(one), subject: subjectOf(one, options)}));
	const names = subjects.map(({name}) => name);
	if (new Set(names).size < names.length) throw new UsageError(`the names of what is run must differ; found ${names.join(', ')}`);
	const programs = subjects.map(({subject}) => programOf(subject));
	const statements = (options.claim ?? []).map(text => parseStatement(programs[0], text, names));
	const plan = planOf(programs, subjects, statements, options);
	const folder = options.folder ?? path.join('ensembles', `${names.join('-')}-${options.members}-${options.seed}`);
	openFolder(plan, folder, options.resume === true);
	tidy(folder);
	const report = reporter('members', options.members, options);
	let done = 0;
	const stopped = (): string => `stopped after ${done} of ${options.members} members; what is done is kept. Go on with the same command and --resume.`;
	await withCrew(options, stopped, async (crew, signal) => {
		for await (done of doChunks(plan, folder, crew, signal)) report(done);
	});
	remark(`ensemble: ${folder}`, options);
	await deliver(await tablesOf(plan, folder, programs[0], statements, tables, options), options);
}

function planOf(programs: readonly Program[], subjects: EnsemblePlan['subjects'], statements: readonly Statement[], options: EnsembleOptions): EnsemblePlan {
	const [program] = programs;
	const outcomes = (options.outcome ?? [...askedOutcomes(programs), ...headlineOutcomes(program).slice(0, 2)]).map(text => outcomeAsked(program, text));
	return {
		subjects,
		factors: choiceOf(options),
		...(options.shocks && {shocks: options.seed}),
		design: {kind: options.design, seed: options.seed, members: options.members},
		keep: [...new Set(options.series ?? headlineOutcomes(program))],
		outcomes: [...new Set([...outcomes, ...statements.flatMap(statement => outcomesIn(statement).map(({text}) => text))])],
		keepDraws: options.draws === true,
		chunk,
	};
}

async function tablesOf(
	plan: EnsemblePlan,
	folder: string,
	program: Program,
	statements: readonly Statement[],
	tables: readonly string[],
	{constrained}: EnsembleOptions,
): Promise<readonly Table[]> {
	const all = new Map<string, MemberRows>();
	for (const {name} of plan.subjects) all.set(name, await readMembers(plan, folder, name));
	const [base, ...others] = plan.subjects.map(({name}) => name);
	const rows = rowsOf(all, base);
	const weights = constrained ? weightsByFacts(rows, targetsOf(program).length) : evenWeights(rows);
	const failed = [...all.values()].reduce((sum, {status}) => sum + status.filter(one => one !== 'done').length, 0);
	const makers: Readonly<Record<string, () => Promise<readonly Table[]>>> = {
		spreads: async () => [
			spreadsTable(
				program,
				plan.outcomes.flatMap(outcome => [
					spreadOf(outcome, base, rows, undefined, weights),
					...others.map(other => spreadOf(outcome, `${other} less ${base}`, rowsOf(all, other), rows, weights)),
				]),
				weights,
				failed,
			),
		],
		claims: async () =>
			statements.length > 0
				? [
						claimsTable(
							statements.flatMap(statement => verdictsOn(statement, plan, all, weights)),
							weights,
							failed,
						),
					]
				: [],
		bands: async () => [bandsTable(program, await bandsOf(plan, folder, program.layout.months, weights), weights)],
	};
	const made: Table[] = [];
	for (const name of tables) made.push(...(await makers[name]()));
	return made;
}

function rowsOf(all: ReadonlyMap<string, MemberRows>, name: string): MemberRows {
	const rows = all.get(name);
	if (!rows) throw new Error(`the ensemble has no ${name}`);
	return rows;
}

/** A statement that compares with a run is about the others; one that does not is about all. */
const verdictsOn = (statement: Statement, {subjects}: EnsemblePlan, all: ReadonlyMap<string, MemberRows>, weights: Weights) =>
	subjects.filter(({name}) => !('run' in statement.right && statement.right.run === name)).map(({name}) => judgeOver(statement, name, all, weights));

async function bandsOf(plan: EnsemblePlan, folder: string, months: number, weights: Weights) {
	const [base, ...others] = plan.subjects.map(({name}) => name);
	const bands = [];
	for (const series of plan.keep) {
		bands.push(await bandOf(plan, folder, series, [base], months, weights));
		for (const other of others) bands.push(await bandOf(plan, folder, series, [other, base], months, weights));
	}
	return bands;
}
