/** What a study runs: a scenario as the command line names it. It is small enough to send to a worker, which reads the files itself. */
import {loadScenario} from '../scenario/load.ts';
import type {Program} from '../scenario/program.ts';

export type Subject = {
	readonly file: string;
	/** What-ifs laid over it, in order. */
	readonly with?: readonly string[];
	/** Values set for this study. */
	readonly set?: readonly {readonly path: string; readonly text: string; readonly from?: number; readonly until?: number}[];
	readonly readings?: readonly string[];
	readonly fitted?: boolean;
};

/** Every program that this process has read, by what was asked for. */
const read = new Map<string, Program>();

/** Read a subject, or take it as it was read before. Throws ScenarioError. */
export function programOf(subject: Subject): Program {
	const name = JSON.stringify(subject);
	const known = read.get(name);
	if (known) return known;
	const {file, ...options} = subject;
	const program = loadScenario(file, options);
	read.set(name, program);
	return program;
}
