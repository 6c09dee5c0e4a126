/** Conducting a study of sensitivity: the points of its design run and measured, an outcome a column. */
import type {Crew} from '../crew.ts';
import {type Batch, inLots, type Results} from '../evaluate.ts';
import type {Draws} from '../member.ts';

/** Points in a task. */
const together = 50;

/** The outcomes at every point: an array for each outcome, NaN where the run failed; and why runs failed. */
export async function outcomesAt(
	draws: Draws,
	outcomes: readonly string[],
	points: readonly Float64Array[],
	crew: Crew,
	tellProgress: (done: number) => void = () => {},
	signal?: AbortSignal,
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
