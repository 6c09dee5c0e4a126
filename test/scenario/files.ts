/** Small scenarios written to a folder of their own, for the tests of reading them. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, expect} from 'vitest';
import {type LoadOptions, loadScenario} from '../../src/scenario/load.ts';
import {type Code, type Problem, ScenarioError} from '../../src/scenario/problem.ts';
import type {Program} from '../../src/scenario/program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
let count = 0;

/** Write files into a new folder; the first is the scenario. Returns its path. */
export function write(files: Readonly<Record<string, string | Uint8Array>>): string {
	const here = path.join(folder, String(++count));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(here, name)), {recursive: true});
		writeFileSync(path.join(here, name), text);
	}
	return path.join(here, Object.keys(files)[0]);
}

/** The first lines of a scenario of sixteen months, for which an invention is reason enough. */
export const head = `counterplan: 1
file: scenario
title: Valley
start: 1945-09
end: 1946-12
reason: invented
`;

/** One mine and its coal. */
export const mine = `${head}
goods:
  coal: {unit: t, price: 10 yen/t}
industries:
  mining: {skilled-share: 0.4, skill-weight: 0.5, hiring: 0.1}
sites:
  hill-mine: {industry: mining, product: coal, count: 3, working: 1, capacity: 12 kt/year, crew: 50 persons/units}
`;

export const load = (text: string, options?: LoadOptions): Program => loadScenario(write({'scenario.yaml': text}), options);

/** Everything wrong with a scenario of several files; the first is the scenario's own. */
export function problemsOf(files: Readonly<Record<string, string | Uint8Array>>, options?: LoadOptions): readonly Problem[] {
	try {
		loadScenario(write(files), options);
	} catch (error) {
		if (error instanceof ScenarioError) return error.problems;
		throw error;
	}
	return [];
}

/**
 * Expect a scenario's one mistake to be found where the mark § stands in its text. With several files, the mark may stand in any.
 */
export function expectMistake(given: string | Readonly<Record<string, string>>, code: Code, message: RegExp): void {
	const files = typeof given === 'string' ? {'scenario.yaml': given} : given;
	const [name, marked] = Object.entries(files).find(([, text]) => text.includes('§')) ?? ['', ''];
	const before = marked.slice(0, marked.indexOf('§')).split('\n');
	const problems = problemsOf(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replace('§', '')])));
	expect(problems.map(problem => `${path.basename(problem.file)}:${problem.line}:${problem.column} ${problem.code}`)).toEqual([
		`${path.basename(name)}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${code}`,
	]);
	expect(problems[0].message).toMatch(message);
}

/** The values of a path, month by month; of a constant, one. */
export function valuesOf({origins, vector, layout}: Program, name: string): number[] {
	const origin = origins.get(name);
	if (!origin) throw new Error(`no value ${name}`);
	const {place, row} = origin;
	if (place.field.when !== 'monthly') return [vector[place.offset + row]];
	return Array.from({length: layout.months}, (_, month) => vector[layout.constants + month * layout.monthly + place.offset + row]);
}
