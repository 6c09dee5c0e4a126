/** `counterplan show`: the effective scenario, one value of it, or what differs from another. */
import {differencesTable, valueInDetail, valuesTable} from '../report/listing.ts';
import {scenarioName} from '../run/record.ts';
import {loadScenario} from '../scenario/load.ts';
import {didYouMean, printable} from '../scenario/problem.ts';
import type {Program} from '../scenario/program.ts';
import {differencesFrom, pathsLike} from '../scenario/stretches.ts';
import {deliver, type OutputOptions} from './output.ts';
import {UsageError} from './usage.ts';

export type ShowOptions = OutputOptions & {
	readonly with?: readonly string[];
	readonly diff?: string;
	readonly defaults?: true;
	readonly reading?: readonly string[];
};

/** Print the values of a scenario whose paths are like the one given, or all that it sets itself. */
export async function show(file: string, pattern: string | undefined, options: ShowOptions): Promise<void> {
	const manner = {forPeople: options.format === 'table'};
	const program = loadScenario(file, {with: options.with ?? [], readings: options.reading ?? []});
	if (options.diff !== undefined) {
		const base = loadScenario(options.diff);
		const wanted = pattern === undefined ? undefined : new Set(pathsLike(pattern, [...program.origins.keys(), ...base.origins.keys()]));
		const differences = differencesFrom(base, program).filter(({path}) => wanted === undefined || wanted.has(path));
		return deliver([differencesTable(scenarioName(options.diff), nameOf(file, options.with), program, differences, manner)], options);
	}
	const paths = chosenPaths(program, pattern, options.defaults === true);
	if (paths.length === 1 && paths[0] === pattern && manner.forPeople) return deliver([valueInDetail(program, paths[0], manner)], options);
	const table = valuesTable(program, paths, manner);
	const silent = pattern === undefined && !options.defaults ? program.origins.size - paths.length : 0;
	const notes = silent > 0 ? [`${silent} values are left to their defaults; --defaults shows them too.`] : [];
	return deliver([{...table, notes}], options);
}

function chosenPaths({origins}: Program, pattern: string | undefined, defaults: boolean): readonly string[] {
	if (pattern === undefined) return [...origins.values()].filter(({spot}) => defaults || spot).map(({path}) => path);
	const paths = pathsLike(pattern, origins.keys());
	if (paths.length === 0) throw new UsageError(`the scenario has no value "${printable(pattern)}"${didYouMean(pattern, origins.keys())}`);
	return paths;
}

const nameOf = (file: string, withFiles: readonly string[] = []): string => [file, ...withFiles].map(scenarioName).join(' + ');
