/**
 * Attribution: what each cause's relief, or each difference between two scenarios, contributes to the change of outcomes, from runs of
 * their combinations. All combinations of up to ten causes are run; of more, sampled orders, with the error that this leaves.
 */
import {generator} from '../../run/draws.ts';
import type {Crew} from '../crew.ts';
import type {Batch, Results} from '../evaluate.ts';
import {FactorError} from '../factors.ts';
import type {Draws} from '../member.ts';
import {allSets, nameOf, setsAlong, someOf} from './sets.ts';
import {exactParts, mostExact, orders, type Parts, sampledParts} from './shapley-values.ts';

/** What is asked: the causes, and the outcomes as they are written. It can be sent to a worker. */
export type Question = {readonly draws: Draws & Required<Pick<Draws, 'causes'>>; readonly outcomes: readonly string[]};

export type Attributed = {
	readonly outcome: string;
	/** The outcome as things stand, and with every cause relieved. */
	readonly base: number;
	readonly relieved: number;
	readonly parts: Parts;
};

export type Attribution = {readonly attributed: readonly Attributed[]; readonly isExact: boolean; readonly runs: number};

export type Effort = {
	/** Of the orders drawn where there are too many combinations. */
	readonly seed: string;
	/** How many orders, each with its reverse. */
	readonly pairs: number;
	readonly tellProgress?: (done: number, of: number) => void;
	readonly signal?: AbortSignal;
};

/** The scenario as it is written: nothing is drawn. */
export const asWritten = {paths: [], readings: false, switches: false} as const;

/** Attribute the change of each outcome to `n` causes. Throws FactorError, ColumnError, and whatever stops a run. */
export async function attribute(question: Question, n: number, crew: Crew, {seed, pairs, tellProgress, signal}: Effort): Promise<Attribution> {
	const isExact = n <= mostExact;
	const sample = isExact ? [] : [...orders(n, pairs, generator(seed, 0, 'why', 'orders'))];
	const sets = isExact ? allSets(n) : setsAlong(n, sample);
	const rows = await runSets(question, sets, crew, tellProgress, signal);
	const places = new Map(sets.map((set, s) => [nameOf(set), s]));
	const attributed = question.outcomes.map((outcome, o): Attributed => {
		const values = Float64Array.from(rows, row => row[o]);
		const valueOf = (set: Iterable<number>): number => values[places.get(nameOf(set)) ?? Number.NaN];
		const parts = isExact ? exactParts(n, values) : sampledParts(n, sample, valueOf);
		return {outcome, base: valueOf([]), relieved: valueOf(Array.from({length: n}, (_, i) => i)), parts};
	});
	return {attributed, isExact, runs: sets.length};
}

/** The outcomes of every set, a row each. A run that fails ends the attribution: without it nothing adds up. */
async function runSets(
	{draws, outcomes}: Question,
	sets: readonly (readonly number[])[],
	crew: Crew,
	tellProgress: Effort['tellProgress'],
	signal: AbortSignal | undefined,
): Promise<readonly Float64Array[]> {
	const rows: Float64Array[] = [];
	for await (const {values, width, failed} of crew.work<'evaluate'>(tasksFor(draws, outcomes, sets), signal) as AsyncGenerator<Results>) {
		const [first] = failed;
		if (first) throw new FactorError(`a run with causes relieved failed: ${first.why}`);
		const outside = outcomes.find((_, o) => Number.isNaN(values[o]));
		if (outside !== undefined) throw new FactorError(`${outside} lies outside the run`);
		for (let row = 0; row < values.length; row += width) rows.push(values.subarray(row, row + width));
		tellProgress?.(rows.length, sets.length);
	}
	return rows;
}

function* tasksFor(draws: Draws, outcomes: readonly string[], sets: readonly (readonly number[])[]): Generator<{kind: 'evaluate'; task: Batch}> {
	for (const some of someOf(sets)) yield {kind: 'evaluate', task: {...draws, measure: {outcomes}, points: new Float64Array(1), first: 0, sets: some}};
}
