/** `counterplan sensitivity`: which of the numbers, readings and switches of a scenario move an outcome. */
import {effectsTable, indicesTable} from '../report/sensitivity.ts';
import type {Table} from '../report/table.ts';
import type {Program} from '../scenario/program.ts';
import type {Crew} from '../study/crew.ts';
import {outcomeOf} from '../study/evaluate.ts';
import {type Factor, factorsOf} from '../study/factors.ts';
import type {Draws} from '../study/member.ts';
import {headlineOutcomes} from '../study/outcomes.ts';
import {outcomesAt} from '../study/sensitivity/conduct.ts';
import {effectsOf, trajectories} from '../study/sensitivity/morris.ts';
import {indicesOf, saltelli} from '../study/sensitivity/sobol-indices.ts';
import {unitOfOutcome} from '../study/statement.ts';
import {programOf} from '../study/subject.ts';
import {chosenTables, deliver, type OutputOptions, remark} from './output.ts';
import {choiceOf, type FactorOptions, outcomeAsked, reporter, type SubjectOptions, subjectOf, type WorkOptions, withCrew} from './studying.ts';
import {UsageError} from './usage.ts';

export const methods = ['morris', 'sobol'] as const;

export type SensitivityOptions = OutputOptions &
	SubjectOptions &
	WorkOptions &
	FactorOptions & {
		readonly method: (typeof methods)[number];
		readonly outcome?: readonly string[];
		/** Trajectories of Morris’s method, rows of Sobol’s. */
		readonly size?: number;
		readonly seed: string;
	};

/** As many as give a first answer in well under a minute for a large case. */
const usualSize = {morris: 10, sobol: 512} as const;
const mostFactors = 80;

/** Measure sensitivities and print them. */
export async function sensitivity(file: string, options: SensitivityOptions): Promise<void> {
	const {method, seed, size = usualSize[method]} = options;
	const name = method === 'morris' ? 'effects' : 'indices';
	chosenTables(options.table, [name], options.format, {screen: [name], data: [name], csv: name});
	const subject = subjectOf(file, options);
	const program = programOf(subject);
	const outcomes = (options.outcome ?? headlineOutcomes(program).slice(0, 1)).map(text => outcomeAsked(program, text));
	const factors = factorsOf(program, choiceOf(options));
	if (method === 'sobol' && factors.length > mostFactors)
		throw new UsageError(
			`Sobol’s method runs every factor by itself; ${factors.length} are too many (at most ${mostFactors}): name those that Morris’s method finds with --factor`,
		);
	const draws: Draws = {subject, factors: choiceOf(options)};
	const design = {seed, size, factors, draws, outcomes, program};
	const tables = await withCrew(
		options,
		() => 'stopped; nothing is kept of a study of sensitivity.',
		(crew, signal) => (method === 'morris' ? morris : sobol)(design, crew, signal, options),
	);
	await deliver(tables, options);
}

type Design = {
	readonly seed: string;
	readonly size: number;
	readonly factors: readonly Factor[];
	readonly draws: Draws;
	readonly outcomes: readonly string[];
	readonly program: Program;
};

async function morris({seed, size, factors, draws, outcomes, program}: Design, crew: Crew, signal: AbortSignal, options: OutputOptions): Promise<Table[]> {
	const levels = 4;
	const sample = trajectories(
		seed,
		factors.map(({options: choices}) => choices),
		size,
		levels,
	);
	const {values} = await runAll(draws, outcomes, sample.points, crew, signal, options);
	return outcomes.map((outcome, o) =>
		effectsTable({outcome, unit: unitOf(program, outcome), factors, of: effectsOf(sample, values[o])}, options.format === 'table'),
	);
}

async function sobol({seed, size, factors, draws, outcomes, program}: Design, crew: Crew, signal: AbortSignal, options: OutputOptions): Promise<Table[]> {
	const sample = saltelli(seed, factors.length, size);
	const {values} = await runAll(draws, outcomes, sample.points, crew, signal, options);
	return outcomes.map((outcome, o) =>
		indicesTable({outcome, unit: unitOf(program, outcome), factors, of: indicesOf(sample, values[o], seed)}, options.format === 'table'),
	);
}

async function runAll(draws: Draws, outcomes: readonly string[], points: readonly Float64Array[], crew: Crew, signal: AbortSignal, options: OutputOptions) {
	const report = reporter('runs', points.length, options);
	const found = await outcomesAt(draws, outcomes, points, crew, report, signal);
	const [why] = found.failed;
	remark(`${points.length} runs${why === undefined ? '' : `; ${found.failed.length} failed and are left out, the first because: ${why}`}`, options);
	return found;
}

const unitOf = (program: Program, outcome: string): string => unitOfOutcome(program, outcomeOf(outcome)).replace(/^1$/, '');
