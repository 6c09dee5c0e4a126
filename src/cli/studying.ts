/** What the verbs of many runs share: what is run, by how many workers, how far it is, and how it is stopped. */
import {availableParallelism} from 'node:os';
import type {Program} from '../scenario/program.ts';
import {type Crew, crewOf} from '../study/crew.ts';
import type {FactorChoice, Prior} from '../study/factors.ts';
import {completed} from '../study/outcomes.ts';
import type {Subject} from '../study/subject.ts';
import {type OutputOptions, progress} from './output.ts';
import {type Setting, UsageError} from './usage.ts';

export type SubjectOptions = {
	readonly with?: readonly string[];
	readonly set?: readonly Setting[];
	readonly reading?: readonly string[];
};

export type WorkOptions = {readonly workers?: number};

export type FactorOptions = {
	readonly factor?: readonly string[];
	/** False for --no-readings. */
	readonly readings: boolean;
	readonly switches?: true;
	readonly prior: Prior;
};

/** What the reader asked to be run. */
export const subjectOf = (file: string, {with: overlays, set, reading}: SubjectOptions): Subject => ({
	file,
	...(overlays && {with: overlays}),
	...(set && {set}),
	...(reading && {readings: reading}),
});

/** The whole name of an outcome that the reader asked for, perhaps in part. Throws UsageError, ColumnError. */
export function outcomeAsked(program: Program, text: string): string {
	const outcome = completed(program, text);
	if (typeof outcome === 'string') throw new UsageError(outcome);
	return outcome.text;
}

/** What the reader asked to be varied. */
export const choiceOf = ({factor, readings, switches, prior}: FactorOptions): FactorChoice => ({
	...(factor && {paths: factor}),
	readings,
	switches: switches === true,
	prior,
});

/** A study that was stopped before it was done. */
export class Stopped extends Error {
	override name = 'Stopped';
}

/** Do something with a crew, which leaves in the end; Ctrl-C stops it, and `resume` is what is said then. */
export async function withCrew<Result>(
	{workers = availableParallelism()}: WorkOptions,
	resume: () => string,
	work: (crew: Crew, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
	const controller = new AbortController();
	const stop = (): void => controller.abort();
	process.once('SIGINT', stop);
	const crew = await crewOf(workers);
	try {
		return await work(crew, controller.signal);
	} catch (error) {
		if (controller.signal.aborted) throw new Stopped(resume());
		throw error;
	} finally {
		process.off('SIGINT', stop);
		await crew.leave();
	}
}

/** Says how far a study is and how long it will still take, at most some times a second. */
export function reporter(what: string, total: number, options: OutputOptions): (done: number, said?: string) => void {
	const began = performance.now();
	let before: {readonly done: number; readonly at: number} | undefined;
	return (done, said = '') => {
		const now = performance.now();
		before ??= {done, at: now};
		if (now - began < 1000) return;
		const left = done > before.done ? ((now - before.at) / (done - before.done)) * (total - done) : Number.NaN;
		const time = Number.isFinite(left) ? `, ${Math.ceil(left / 1000)} s left` : '';
		progress(done >= total ? '' : `${done} of ${total} ${what}${time}${said && `; ${said}`}`, options);
	};
}
