/**
 * Conducting a study of sensitivity: the points of its design are run, in the scenario and in all that it is run against, and each
 * outcome, or the difference in it, is traced to the factors. Runs at the same point share the values of all factors.
 */
import type {Crew} from '../crew.ts';
import {type Batch, inLots, type Results} from '../evaluate.ts';
import {type Factor, type FactorChoice, FactorError, factorsOf} from '../factors.ts';
import type {Draws} from '../member.ts';
import {programOf, type Subject} from '../subject.ts';
import {type Effects, effectsOf, trajectories} from './morris.ts';
import {type Index, indicesOf, saltelli} from './sobol-indices.ts';

export type Asked = {
	/** The scenario, and what it is run against; each goes by its name. */
	readonly subjects: readonly {readonly name: string; readonly subject: Subject}[];
	readonly factors: FactorChoice;
	readonly outcomes: readonly string[];
};

/** Trajectories of Morris's method, rows of Sobol's. */
export type Extent = {readonly seed: string; readonly size: number};

/** What each factor does to an outcome `of` the scenario or, where it is run against others, to one of them less the scenario. */
export type Sensitivity<Of> = {readonly outcome: string; readonly of: string; readonly factors: readonly Factor[]; readonly found: readonly Of[]};

/** Of all that is asked, the value at every point; NaN where a run failed. */
export type Measured = {readonly outcome: string; readonly of: string; readonly values: Float64Array};

/** Runs points in everything that is asked, and measures them. */
export type Run = (asked: Asked, points: readonly Float64Array[]) => Promise<readonly Measured[]>;

/** The factors of all that is run. Throws FactorError where they differ, since there are no values of factors that could be shared. */
export function sharedFactors({subjects, factors: choice}: Asked): readonly Factor[] {
	const [first, ...others] = subjects.map(({name, subject}) => ({name, factors: factorsOf(programOf(subject), choice)}));
	for (const {name, factors} of others) {
		const [one, other] = [first.factors, factors].map(all => new Set(all.map(({id}) => id)));
		const [alone] = [...one, ...other].filter(id => !(one.has(id) && other.has(id)));
		if (alone !== undefined) throw new FactorError(`${first.name} and ${name} cannot be paired: ${alone} is a factor of only one of them`);
	}
	return first.factors;
}

/** Grid levels of Morris's method. */
const levels = 4;

/** Elementary effects of all factors on all that is asked. */
export async function findEffects(asked: Asked, {seed, size}: Extent, run: Run): Promise<readonly Sensitivity<Effects>[]> {
	const factors = sharedFactors(asked);
	const sample = trajectories(
		seed,
		factors.map(({options}) => options),
		size,
		levels,
	);
	return (await run(asked, sample.points)).map(({outcome, of, values}) => ({outcome, of, factors, found: effectsOf(sample, values)}));
}

/** Sobol's indices of all factors for all that is asked. */
export async function findIndices(asked: Asked, {seed, size}: Extent, run: Run): Promise<readonly Sensitivity<Index>[]> {
	const factors = sharedFactors(asked);
	const sample = saltelli(seed, factors.length, size);
	return (await run(asked, sample.points)).map(({outcome, of, values}) => ({outcome, of, factors, found: indicesOf(sample, values, seed)}));
}

/** Run points in everything that is asked; and why runs failed. */
export async function measuredAt(
	{subjects, factors, outcomes}: Asked,
	points: readonly Float64Array[],
	crew: Crew,
	tellProgress: (done: number) => void = () => {},
	signal?: AbortSignal,
): Promise<{readonly measured: readonly Measured[]; readonly failed: readonly string[]}> {
	const all: {readonly name: string; readonly values: readonly Float64Array[]}[] = [];
	const failed: string[] = [];
	for (const [s, {name, subject}] of subjects.entries()) {
		const found = await outcomesAt({subject, factors}, outcomes, points, crew, done => tellProgress(s * points.length + done), signal);
		all.push({name, values: found.values});
		failed.push(...found.failed);
	}
	const [base, ...others] = all;
	const measured = outcomes.flatMap((outcome, o): Measured[] =>
		others.length === 0
			? [{outcome, of: base.name, values: base.values[o]}]
			: others.map(({name, values}) => ({outcome, of: `${name} less ${base.name}`, values: values[o].map((value, p) => value - base.values[o][p])})),
	);
	return {measured, failed};
}

/** Points in a task. */
const together = 50;

/** The outcomes of one subject at every point: an array for each outcome, NaN where the run failed; and why runs failed. */
async function outcomesAt(
	draws: Draws,
	outcomes: readonly string[],
	points: readonly Float64Array[],
	crew: Crew,
	tellProgress: (done: number) => void,
	signal: AbortSignal | undefined,
): Promise<{readonly values: readonly Float64Array[]; readonly failed: readonly string[]}> {
	const values = outcomes.map(() => new Float64Array(points.length).fill(Number.NaN));
	const failed: string[] = [];
	let done = 0;
	for await (const result of crew.work<'evaluate'>(tasksOf(draws, outcomes, points), signal) as AsyncGenerator<Results>) {
		const count = result.values.length / result.width;
		for (let p = 0; p < count; p++) for (let o = 0; o < outcomes.length; o++) values[o][done + p] = result.values[p * result.width + o];
		failed.push(...result.failed.map(({why}) => why));
		done += count;
		tellProgress(done);
	}
	return {values, failed};
}

function* tasksOf(draws: Draws, outcomes: readonly string[], points: readonly Float64Array[]): Generator<{readonly kind: 'evaluate'; readonly task: Batch}> {
	for (const lot of inLots(points, together)) yield {kind: 'evaluate', task: {...draws, measure: {outcomes}, ...lot}};
}
