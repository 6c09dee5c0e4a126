/** `counterplan check`: everything wrong with scenario files, all of it at once. */
import {statSync} from 'node:fs';
import {noEffectLine} from '../report/comparison.ts';
import type {Table} from '../report/table.ts';
import {type Checked, FileChecker, yamlFilesIn} from '../scenario/own-file.ts';
import {formatProblem, type Problem, printable} from '../scenario/problem.ts';
import {withoutEffect} from '../study/effect.ts';
import {deliver, type OutputOptions, progress, remark} from './output.ts';
import {UsageError} from './usage.ts';

/** Check files, and all scenario files in folders; true if nothing is wrong with any of them. */
export async function check(asked: readonly string[], options: OutputOptions): Promise<boolean> {
	const files = [...new Set(asked.flatMap(filesOf))];
	const checker = new FileChecker();
	const reported = new Set<string>();
	const problems: Problem[] = [];
	for (const [i, file] of files.entries()) {
		if (files.length > 1) progress(`${i + 1} of ${files.length}: ${printable(file)}`, options);
		const checked = checker.check(file);
		const fresh = checked.problems.filter(problem => !reported.has(formatProblem(problem)));
		for (const problem of fresh) reported.add(formatProblem(problem));
		problems.push(...fresh);
		if (options.format === 'table') say(checked, fresh, options);
	}
	if (options.format !== 'table') await deliver([problemsTable(problems)], options);
	return problems.length === 0;
}

function say(checked: Checked, fresh: readonly Problem[], options: OutputOptions): void {
	for (const problem of fresh) process.stderr.write(`${formatProblem(problem)}\n`);
	if (checked.problems.length > 0) return;
	if (!options.quiet) process.stdout.write(`${printable(checked.file)}: ${fineLine(checked)}\n`);
	const {program} = checked;
	if (program) for (const change of withoutEffect(program)) remark(noEffectLine(change), options);
}

/** `scenario, fine: 52 months, 4,012 values, 118 of them left to their defaults`. */
function fineLine({kind, program, through}: Checked): string {
	if (!program)
		return `${kind}, fine${through === undefined ? '; no scenario names it, so that only its own shape could be checked' : `, as a part of ${through}`}`;
	const {origins, layout, overlays} = program;
	if (kind === 'what-if') {
		const moved = new Set(overlays.flatMap(({changes}) => changes.flatMap(({paths}) => paths)));
		return `what-if, fine: ${overlays.length > 1 ? `${overlays.length} what-ifs change` : 'changes'} ${moved.size} ${moved.size === 1 ? 'value' : 'values'}`;
	}
	const silent = [...origins.values()].filter(({spot}) => !spot).length;
	return `scenario, fine: ${program.files.length} ${program.files.length === 1 ? 'file' : 'files'}, ${layout.months} months, ${origins.size} values, ${silent} of them left to their defaults`;
}

function filesOf(asked: string): readonly string[] {
	if (!statSync(asked, {throwIfNoEntry: false})?.isDirectory()) return [asked];
	const found = yamlFilesIn(asked, true);
	if (found.length === 0) throw new UsageError(`there are no YAML files in ${asked}`);
	return found;
}

const problemsTable = (problems: readonly Problem[]): Table => ({
	name: 'problems',
	title: 'Problems',
	columns: ['file', 'line', 'column', 'code', 'message'].map(name => ({name})),
	rows: problems.map(({file, line, column, code, message}) => [file, line, column, code, message]),
});
