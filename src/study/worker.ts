/** A worker's side of a study: it does what it is handed, and tells a mistake of the reader's from a worker that broke. */
import {perform, type Task} from './tasks.ts';

export type Answer = {readonly ok: true; readonly result: unknown} | {readonly ok: false; readonly error: {readonly name: string; readonly message: string}};

export default async function work(task: Task): Promise<Answer> {
	try {
		return {ok: true, result: await perform(task)};
	} catch (error) {
		const {name, message} = error instanceof Error ? error : new Error(String(error));
		return {ok: false, error: {name, message}};
	}
}
