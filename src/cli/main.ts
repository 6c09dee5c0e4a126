#!/usr/bin/env node
/** The command line. It alone decides where output goes and with what status the process ends; each verb is read when it is asked for. */
import {CommanderError} from 'commander';
import {formatProblem, type Problem, printable} from '../scenario/problem.ts';
import {buildCommand} from './commands.ts';
import {UsageError} from './usage.ts';

/** With what the process ends. */
const status = {done: 0, short: 1, badInput: 2, failed: 3} as const;

/** What a verb found decides how the process ends. */
const ends = {
	short: (fine: boolean): void => {
		process.exitCode = fine ? status.done : status.short;
	},
	badInput: (fine: boolean): void => {
		process.exitCode = fine ? status.done : status.badInput;
	},
};

/** Say what went wrong, a problem a line and never with a stack, and give the status that goes with it. */
function explain(error: unknown): number {
	if (error instanceof CommanderError) return error.exitCode === 0 ? status.done : status.badInput;
	if (hasCode(error, 'EPIPE')) return status.done;
	if (error instanceof Error && isProblems(error)) {
		process.stderr.write(error.problems.map(problem => `${formatProblem(problem)}\n`).join(''));
		return status.badInput;
	}
	const badInput = error instanceof UsageError || (error instanceof Error && readersOwn.has(error.name));
	if (error instanceof Error && error.name === 'Stopped') {
		process.stderr.write(`counterplan: ${error.message}\n`);
		return status.failed;
	}
	const lines = (error instanceof Error ? error.message : String(error)).split('\n').map(printable);
	process.stderr.write(lines.map(line => `counterplan: ${badInput ? '' : 'the run failed: '}${line}\n`).join(''));
	return badInput ? status.badInput : status.failed;
}

/** Mistakes of whoever asked, found further in; they are known by name, so that reading their files is not what every start waits for. */
const readersOwn = new Set(['ColumnError', 'FactorError']);

const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

const isProblems = (error: Error): error is Error & {problems: readonly Problem[]} => error.name === 'ScenarioError' && 'problems' in error;

/** Whoever reads our output may stop reading: `counterplan run … | head`. */
process.stdout.on('error', error => {
	process.exit(hasCode(error, 'EPIPE') ? status.done : status.failed);
});

try {
	const completing = process.argv[2] === 'complete' && !process.argv.includes('--help') ? (await import('./completion.ts')).addCompletion : undefined;
	await buildCommand(ends, completing).parseAsync();
} catch (error) {
	process.exitCode = explain(error);
}
