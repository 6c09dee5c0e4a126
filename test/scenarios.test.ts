/** The scenarios as they are handed out: every file can be read, and what what-ifs and levers say of themselves is so. */
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {allColumns} from '../src/run/columns.ts';
import type {Series} from '../src/run/series.ts';
import {simulate} from '../src/run/simulate.ts';
import {formatMonth} from '../src/scenario/calendar.ts';
import {moveLever, restOf} from '../src/scenario/levers.ts';
import {loadScenario} from '../src/scenario/load.ts';
import {FileChecker, yamlFilesIn} from '../src/scenario/own-file.ts';
import type {Lever} from '../src/scenario/program.ts';
import {type Contender, contender, divergence, judge, parting} from '../src/study/compare.ts';
import {withoutEffect} from '../src/study/effect.ts';

const korea = path.join('scenarios', 'korea-1945');
const checker = new FileChecker();

const firstDifference = (base: Contender, here: Contender): number | undefined => parting(base.series, here.series).month;

test.each(yamlFilesIn('scenarios', true))('%s can be read', file => {
	expect(checker.check(file).problems).toEqual([]);
});

const whatIfs = yamlFilesIn(path.join(korea, 'what-if'), true);

test('each of the 24 counterfactuals of the case is a file', () => {
	expect(whatIfs.length).toBe(24);
});

const programs = whatIfs.map(file => [file, loadScenario(file)] as const);

test('at most three what-ifs turn out otherwise than one would expect', () => {
	const exceptions = programs.filter(([, {overlays}]) => overlays.some(({exception}) => exception !== undefined));
	expect(exceptions.length).toBeLessThanOrEqual(3);
});

describe.each(programs)('%s', (_, program) => {
	const {overlays} = program;
	const outcomes = overlays.flatMap(({expect: expected, lookAt}) => [...expected.map(({outcome}) => outcome), ...lookAt]);
	const base = contender('as it happened', program, outcomes, program.parentVector);
	const here = contender('what if', program, outcomes);

	test('asks a question, says why, and what is expected', () => {
		for (const {question, kind, reason, sources, changes, expect: expected, lookAt} of overlays) {
			expect(question).toMatch(/\?$/);
			expect(kind).toBeDefined();
			expect(reason !== undefined || sources.length > 0).toBe(true);
			expect(Math.min(changes.length, expected.length, lookAt.length)).toBeGreaterThan(0);
		}
	});

	test('outcomes move as expected', () => {
		const expected = overlays.flatMap(overlay => overlay.expect);
		const judged = judge(base, here, expected);
		expect(judged.length).toBe(expected.length);
		for (const {expectation, sign, base: before, here: after} of judged)
			expect(sign, `${expectation.outcome.text} was ${before} and is ${after}`).toBe(expectation.sign);
	});

	test('until the point of divergence every series stays as it was, bit for bit', () => {
		const first = firstDifference(base, here);
		expect(first, 'nothing ever differs').toBeDefined();
		expect(first, formatMonth(first ?? 0)).toBeGreaterThanOrEqual(divergence(program) ?? program.start);
	});

	test('every change moves something', () => {
		expect(withoutEffect(program).map(change => change.path)).toEqual([]);
	});
});

const historical = loadScenario(path.join(korea, 'historical.yaml'));
const {levers} = historical;
const columns = allColumns(historical);

function runAt(lever: Lever, position: number): Series {
	const vector = historical.vector.slice();
	moveLever(vector, lever, position);
	return simulate(historical, columns, {vector});
}

test('there are levers of each group, both actions and assumptions', () => {
	expect(levers.length).toBeGreaterThanOrEqual(25);
	for (const group of ['Coal', 'People', 'Training', 'Money', 'Restoration', 'Rail and power', 'Trade', 'Assumptions of the model'])
		expect(levers.filter(lever => lever.group === group).length, group).toBeGreaterThanOrEqual(3);
	expect(new Set(levers.map(({kind}) => kind)).size).toBe(2);
});

test.each(levers.map(lever => [lever.label, lever] as const))('lever: %s', (_, lever) => {
	const [low, high] = [runAt(lever, lever.min), runAt(lever, lever.max)];
	const first = parting(low, high).month;
	expect(first, 'nothing differs between its ends').toBeDefined();
	expect(first).toBeGreaterThanOrEqual(lever.from);
	const rest = restOf(lever);
	if (rest !== undefined) expect(rest >= lever.min && rest <= lever.max, `it stands at ${rest}`).toBe(true);
	const steps = (lever.max - lever.min) / lever.step;
	expect(Math.abs(steps - Math.round(steps)), 'its steps do not end at its end').toBeLessThan(1e-6);
});

test('a lever that a value set or a shorter run leaves nothing to move does not stop the run', () => {
	const set = [{path: 'exports.power-to-south.contract', text: '0 MW'}];
	expect(loadScenario('scenarios/korea-1945/historical.yaml', {set}).levers.length).toBeGreaterThan(0);
	for (const month of [1945 * 12 + 9, 1946 * 12 + 5, 1947 * 12 + 11])
		expect(loadScenario('scenarios/korea-1945/historical.yaml', {until: month}).layout.months).toBe(month - (1945 * 12 + 8) + 1);
});
