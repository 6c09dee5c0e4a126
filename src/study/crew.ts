/**
 * Where a study's runs happen: in this process, or shared out over workers. The results come in the order of the tasks whatever the
 * number of workers, so that nothing which is made of them depends on it.
 */

import {setMaxListeners} from 'node:events';
import {fileURLToPath} from 'node:url';
import {type Kind, perform, type Task, type Tasks} from './tasks.ts';
import type {Answer} from './worker.ts';

export type Crew = {
	readonly workers: number;
	/** Do the tasks; the results come in their order. A worker that dies is replaced, and its task done again. */
	readonly work: <K extends Kind>(tasks: Iterable<Task<K>>, signal?: AbortSignal) => AsyncGenerator<Tasks[K]['result']>;
	readonly leave: () => Promise<void>;
};

/** A crew of one works in this process. */
export const crewOf = async (workers: number): Promise<Crew> => (workers <= 1 ? alone : poolOf(workers));

const alone: Crew = {
	workers: 1,
	async *work(tasks, signal) {
		for (const task of tasks) {
			signal?.throwIfAborted();
			yield await perform(task);
			// Between tasks the process hears what is asked of it, as to stop.
			await new Promise(resolve => setImmediate(resolve));
		}
	},
	leave: async () => {},
};

/** How often a task is tried before whatever kills its workers is taken to be the task. */
const tries = 3;

async function poolOf(workers: number): Promise<Crew> {
	const {Piscina} = await import('piscina');
	const {filename, execArgv} = workerFile();
	const pool = new Piscina({filename, execArgv, minThreads: workers, maxThreads: workers, atomics: 'disabled', idleTimeout: Number.POSITIVE_INFINITY});
	const once = async (task: Task, signal: AbortSignal | undefined): Promise<unknown> => {
		for (let tried = 1; ; tried++) {
			const answer = await pool.run(task, signal && {signal}).catch((error: unknown) => {
				if (signal?.aborted || tried >= tries) throw error;
			});
			if (answer !== undefined) return unpacked(answer);
		}
	};
	return {
		workers,
		async *work<K extends Kind>(tasks: Iterable<Task<K>>, signal?: AbortSignal) {
			if (signal) setMaxListeners(0, signal);
			const underway: Promise<unknown>[] = [];
			for (const task of tasks) {
				const done = once(task, signal);
				// Whoever waits for it will hear of it; until then it is not unheard.
				done.catch(() => {});
				underway.push(done);
				if (underway.length >= 2 * workers) yield (await underway.shift()) as Tasks[K]['result'];
			}
			for (const done of underway) yield (await done) as Tasks[K]['result'];
		},
		leave: () => pool.destroy(),
	};
}

function unpacked(answer: Answer): unknown {
	if (answer.ok) return answer.result;
	throw Object.assign(new Error(answer.error.message), {name: answer.error.name});
}

/** The worker's file: beside the built program; from sources, read as the sources are. */
function workerFile(): {readonly filename: string; readonly execArgv: string[]} {
	const fromSources = import.meta.url.endsWith('.ts');
	const filename = fileURLToPath(new URL(fromSources ? './worker.ts' : '../worker.js', import.meta.url));
	return {filename, execArgv: fromSources ? ['--import', 'tsx'] : []};
}
