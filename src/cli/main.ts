#!/usr/bin/env node
/** The command line. It alone decides where output goes and with what status the process ends; each verb is read when it is asked for. */
import {Command, CommanderError} from 'commander';
import {version} from '../run/version.ts';
import {formatProblem, type Problem, printable} from '../scenario/problem.ts';
import type {OutputOptions} from './output.ts';
import type {RunOptions} from './run.ts';
import {parseFormat, parseMonthOption, parseSetting, several, UsageError} from './usage.ts';

/** With what the process ends. */
const status = {done: 0, short: 1, badInput: 2, failed: 3} as const;

const asIs = (written: string): string => written;

/** The options of every verb that prints tables. */
const withOutput = (command: Command): Command =>
	command
		.option('--format <format>', 'table, csv, ndjson or json', parseFormat, 'table')
		.option('--table <name>', 'print this table only; may be given several times', several(asIs))
		.option('--out <file>', 'write to a file instead of standard output')
		.option('--quiet', 'print nothing but data')
		.option('--no-color', 'print without colours; so does setting NO_COLOR');

function runVerb(program: Command): void {
	withOutput(program.command('run').description('run a scenario once and show what came of it').argument('<scenario>', 'the scenario’s file'))
		.option('--until <month>', 'end with this month, as in 1947-12', parseMonthOption)
		.option('--set <path=value[@from..until]>', 'change a value; may be given several times', several(parseSetting))
		.option('--reading <id>', 'use this reading where sources conflict; may be given several times', several(asIs))
		.option('--seed <seed>', 'draw the scenario’s shocks; without it nothing is drawn', asIs)
		.option('--record <folder>', 'save the run’s record here instead of under runs/')
		.option('--no-record', 'save no record')
		.addHelpText('after', runExamples)
		.action(async (file: string, options: RunOptions) => (await import('./run.ts')).run(file, options));
}

const runExamples = `
Tables on a screen: output enterprises staff translators trained deliveries money trade causes fulfilment scoreboard
Tables as data: runs series losses scores plan events

Examples:
  counterplan run scenarios/first-steps.yaml
  counterplan run scenarios/first-steps.yaml --format csv --table series --out series.csv
  counterplan run scenarios/first-steps.yaml --format json --quiet --no-record`;

function scoreVerb(program: Command): void {
	withOutput(program.command('score').description('hold a run against what was observed').argument('<scenario>', 'the scenario’s file'))
		.option('--facts <file>', 'hold it against the facts of this file instead of the scenario’s own')
		.addHelpText('after', '\nThe status is 1 if a fact that the scenario was fitted to is missed.\n\nExample:\n  counterplan score scenarios/first-steps.yaml')
		.action(async (file: string, options: OutputOptions & {facts?: string}) => {
			const met = await (await import('./score.ts')).score(file, options);
			process.exitCode = met ? status.done : status.short;
		});
}

function buildCommand(): Command {
	const program = new Command('counterplan')
		.description('What could have been started up again, and what held it back: an economy rebuilt month by month.')
		.version(version)
		.exitOverride()
		.addHelpText('after', '\nExample:\n  counterplan run scenarios/first-steps.yaml');
	runVerb(program);
	scoreVerb(program);
	return program;
}

/** Say what went wrong, a problem a line and never with a stack, and give the status that goes with it. */
function explain(error: unknown): number {
	if (error instanceof CommanderError) return error.exitCode === 0 ? status.done : status.badInput;
	if (hasCode(error, 'EPIPE')) return status.done;
	if (error instanceof Error && isProblems(error)) {
		process.stderr.write(error.problems.map(problem => `${formatProblem(problem)}\n`).join(''));
		return status.badInput;
	}
	const badInput = error instanceof UsageError || (error instanceof Error && error.name === 'ColumnError');
	const lines = (error instanceof Error ? error.message : String(error)).split('\n').map(printable);
	process.stderr.write(lines.map(line => `counterplan: ${badInput ? '' : 'the run failed: '}${line}\n`).join(''));
	return badInput ? status.badInput : status.failed;
}

const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

const isProblems = (error: Error): error is Error & {problems: readonly Problem[]} => error.name === 'ScenarioError' && 'problems' in error;

/** Whoever reads our output may stop reading: `counterplan run … | head`. */
process.stdout.on('error', error => {
	process.exit(hasCode(error, 'EPIPE') ? status.done : status.failed);
});

try {
	await buildCommand().parseAsync();
} catch (error) {
	process.exitCode = explain(error);
}
