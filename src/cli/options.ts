/** Options and words that several verbs share. */
import type {Command} from 'commander';
import {parseFormat, several} from './usage.ts';

/** A word as it was written. */
export const asIs = (written: string): string => written;

/** The options of every verb that prints tables. */
export const withOutput = (command: Command): Command =>
	command
		.option('--format <format>', 'table, csv, ndjson or json', parseFormat, 'table')
		.option('--table <name>', 'print this table only; may be given several times', several(asIs))
		.option('--out <file>', 'write to a file instead of standard output')
		.option('--quiet', 'print nothing but data')
		.option('--no-color', 'print without colours; so does setting NO_COLOR');

export const scenarioArgument = ['<scenario>', 'the file of a scenario or of a what-if'] as const;
export const withWhatIfs = (command: Command): Command =>
	command.option('--with <what-if>', 'lay this what-if over it; may be given several times', several(asIs));

/** Text below the help of a verb. */
export const examples = (...lines: string[]): string => `\nExample${lines.length > 1 ? 's' : ''}:\n${lines.map(line => `  counterplan ${line}`).join('\n')}`;

/** What examples are of. */
export const baseline = 'scenarios/korea-1945/historical.yaml';
export const whatIf = 'scenarios/korea-1945/what-if/sakhalin-quality.yaml';
