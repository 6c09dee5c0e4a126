/** Saving: the levers as they stand become a what-if, beside the others of the case, which gives the same run to the last bit. */
import {existsSync, mkdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {loadScenario} from '../scenario/load.ts';
import {formatProblem, ScenarioError} from '../scenario/problem.ts';
import type {Program} from '../scenario/program.ts';
import {type Bench, type Positions, vectorAt} from './bench.ts';
import {type Base, type Wish, whatIfText} from './what-if-text.ts';

export type {Wish} from './what-if-text.ts';

/** The file in which a what-if of that title is saved: in the folder of the case's what-ifs, or else beside the scenario. */
export function fileFor({files: [scenario]}: Program, title: string): string {
	const folder = path.dirname(scenario);
	const whatIfs = path.join(folder, 'what-if');
	return path.join(statSync(whatIfs, {throwIfNoEntry: false})?.isDirectory() ? whatIfs : folder, `${slug(title)}.yaml`);
}

/** `Six ports, and the coal` -> `six-ports-and-the-coal`. */
function slug(title: string): string {
	const words = title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\u0300-\u036f’']/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');
	return words === '' ? 'what-if' : /^[a-z]/.test(words) ? words : `what-if-${words}`;
}

/** What a reason is asked for. */
export const whyAsked = 'say why this could have been so: every number of a case has a reason or a source';

export type Saved = {readonly file: string} | {readonly problem: string};

/** Write the levers as they stand into a new file; what is there already is left as it is. */
export function saveWhatIf(bench: Bench, positions: Positions, wish: Wish): Saved {
	const {program} = bench;
	if (wish.title.trim() === '') return {problem: 'a what-if needs a title'};
	if (wish.reason.trim() === '') return {problem: whyAsked};
	const file = fileFor(program, wish.title);
	if (existsSync(file)) return {problem: `${file} is there already and was left as it is; give another title`};
	const scenario: Base = {file: program.files[0], vector: program.parentVector};
	const opened = program.overlays.at(-1);
	const bases: Base[] = opened ? [{file: opened.file, vector: program.vector}, scenario] : [scenario];
	let problem = '';
	for (const base of bases) {
		const found = written(bench, positions, wish, base, file);
		if (found === undefined) return {file};
		problem = found;
	}
	return {problem};
}

/** Write the file and read it again; what does not give the same numbers is taken away, and the reason returned. */
function written(bench: Bench, positions: Positions, wish: Wish, base: Base, file: string): string | undefined {
	try {
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(file, whatIfText(bench, positions, wish, base, file), {flag: 'wx'});
	} catch (error) {
		return `cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`;
	}
	const wrong = whatIsWrong(file, vectorAt(bench, positions));
	if (wrong !== undefined) rmSync(file);
	return wrong;
}

function whatIsWrong(file: string, wanted: Float64Array): string | undefined {
	try {
		const {vector} = loadScenario(file);
		const same = vector.length === wanted.length && vector.every((value, slot) => Object.is(value, wanted[slot]));
		return same ? undefined : 'the file would not give the same numbers as the screen; nothing was saved';
	} catch (error) {
		if (!(error instanceof ScenarioError)) throw error;
		return `nothing was saved: ${error.problems[0] ? formatProblem(error.problems[0]) : error.message}`;
	}
}
