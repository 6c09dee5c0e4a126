/** `counterplan sensitivity`: which of the numbers, readings and switches of a scenario move an outcome, or the difference that a what-if makes to it. */
import {effectsTables, indicesTables} from '../report/sensitivity.ts';
import type {Table} from '../report/table.ts';
import {unitOf as unitOfShown} from '../report/why/words.ts';
import {scenarioName} from '../run/record.ts';
import {outcomeOf} from '../study/evaluate.ts';
import {headlineOutcomes} from '../study/outcomes.ts';
import {type Asked, findEffects, findIndices, measuredAt, type Run, sharedFactors} from '../study/sensitivity/conduct.ts';
import {screened} from '../study/sensitivity/screen.ts';
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
		readonly against?: readonly string[];
		readonly outcome?: readonly string[];
		/** Trajectories of Morris’s method, rows of Sobol’s. */
		readonly size?: number;
		/** Numbers that are left for Sobol’s method after a screening by Morris’s. */
		readonly screen?: number;
		readonly seed: string;
	};

/** As many as give a first answer in well under a minute for a large case. */
const usualSize = {morris: 10, sobol: 512} as const;

/** Sobol’s method runs every factor by itself: of more than these the strongest are found first, by default so many. */
const mostFactors = 80;
const usualScreen = 20;

/** Measure sensitivities and print them. */
export async function sensitivity(file: string, options: SensitivityOptions): Promise<void> {
	const asked = askedOf(file, options);
	const screen = screenOf(asked, options);
	const name = options.method === 'morris' ? 'effects' : 'indices';
	const tables = chosenTables(options.table, screen === undefined ? [name] : [name, 'effects'], options.format, {screen: [name], data: [name], csv: name});
	const found = await withCrew(
		options,
		() => 'stopped; nothing is kept of a study of sensitivity.',
		(crew, signal) => {
			const run: Run = async (which, points) => {
				const all = points.length * which.subjects.length;
				const {measured, failed} = await measuredAt(which, points, crew, reporter('runs', all, options), signal);
				remark(`${all} runs${failed.length === 0 ? '' : `; ${failed.length} failed and are left out, the first because: ${failed[0]}`}`, options);
				return measured;
			};
			return study(asked, screen, run, options);
		},
	);
	await deliver(
		tables.flatMap(table => found[table]),
		options,
	);
}

/** The tables of a study, by their names. */
async function study(asked: Asked, screen: number | undefined, run: Run, options: SensitivityOptions): Promise<Readonly<Record<string, readonly Table[]>>> {
	const {method, seed, size = usualSize[method], format} = options;
	const program = programOf(asked.subjects[0].subject);
	const unitOf = (outcome: string): string => unitOfShown(program, outcomeOf(outcome));
	const forPeople = format === 'table';
	if (method === 'morris') return {effects: effectsTables(await findEffects(asked, {seed, size}, run), unitOf, forPeople)};
	if (screen === undefined) return {indices: indicesTables(await findIndices(asked, {seed, size}, run), undefined, forPeople)};
	const screening = screened(await findEffects(asked, {seed, size: usualSize.morris}, run), screen);
	const few = {...asked, factors: {...asked.factors, paths: screening.taken}};
	return {
		indices: indicesTables(await findIndices(few, {seed, size}, run), screening, forPeople),
		effects: effectsTables(screening.effects, unitOf, forPeople),
	};
}

function askedOf(file: string, options: SensitivityOptions): Asked {
	const subjects = [file, ...(options.against ?? [])].map(one => ({name: scenarioName(one), subject: subjectOf(one, options)}));
	const names = subjects.map(({name}) => name);
	if (new Set(names).size < names.length) throw new UsageError(`the names of what is run must differ; found ${names.join(', ')}`);
	const program = programOf(subjects[0].subject);
	const outcomes = (options.outcome ?? headlineOutcomes(program).slice(0, 1)).map(text => outcomeAsked(program, text));
	return {subjects, factors: choiceOf(options), outcomes};
}

/** How many numbers a screening is to leave; undefined where there is none. */
function screenOf(asked: Asked, {method, screen}: SensitivityOptions): number | undefined {
	if (method === 'morris' && screen !== undefined) throw new UsageError('--screen goes with --method sobol; Morris’s method takes every factor');
	if (screen !== undefined && screen > mostFactors)
		throw new UsageError(`Sobol’s method runs every factor by itself; --screen leaves it at most ${mostFactors}`);
	const factors = sharedFactors(asked);
	const wanted = screen ?? (method === 'sobol' && factors.length > mostFactors ? usualScreen : undefined);
	return wanted !== undefined && wanted < factors.filter(({kind}) => kind === 'number').length ? wanted : undefined;
}
