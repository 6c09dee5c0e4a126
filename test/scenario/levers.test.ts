import {describe, expect, test} from 'vitest';
import {moveLever, restOf} from '../../src/scenario/levers.ts';
import {loadScenario} from '../../src/scenario/load.ts';
import type {Program} from '../../src/scenario/program.ts';
import {expectMistake, mine, valuesOf, write} from './files.ts';

const valley = `${mine.replace('title: Valley', 'title: Valley\nlevers: levers.yaml')}
uses:
  stoves: {demand: {seasonal: [9, 8, 7, 6, 5, 4, 3, 2, 1, 2, 3, 4], unit: t/month}, goods: {coal: {amount: 1}}}
  forges: {demand: 40 t/month, goods: {coal: {amount: 1}}}
policy: {restoration-order: by-list}
`;
const files = (levers: string) => ({'scenario.yaml': valley, 'levers.yaml': `counterplan: 1\nfile: levers\nlevers:\n${levers.replace(/^(?=.)/gm, '  ')}\n`});
const lever = (path: string, more: string): string => `one: {path: ${path}, label: One, group: All, kind: action, ${more}}`;
const loaded = (levers: string): Program => loadScenario(write(files(levers)));

function moved(program: Program, position: number): Program {
	const vector = program.vector.slice();
	moveLever(vector, program.levers[0], position);
	return {...program, vector};
}

describe('a lever', () => {
	test('that sets puts one value in the place of every month’s, in its own unit', () => {
		const program = loaded(lever('uses.forges.demand', 'min: 0, max: 1.2, step: 0.12, unit: kt/year'));
		expect(program.levers[0]).toMatchObject({operation: 'set', unit: 'kt/year', min: 0, max: 1.2, step: 0.12});
		expect(restOf(program.levers[0])).toBe(0.48);
		expect(valuesOf(moved(program, 1.2), 'uses.forges.demand').map(Math.round)).toEqual(Array(16).fill(100));
	});

	test('scales what has a course through the year, and keeps the course', () => {
		const program = loaded(lever('uses.stoves.demand', 'min: 0, max: 2, step: 0.5'));
		expect(program.levers[0]).toMatchObject({operation: 'scale', unit: 'times'});
		expect(restOf(program.levers[0])).toBe(1);
		expect(valuesOf(moved(program, 2), 'uses.stoves.demand').slice(0, 4)).toEqual([2, 4, 6, 8]);
	});

	test('moves nothing before its first month', () => {
		const program = loaded(lever('uses.forges.demand', 'min: 0, max: 90, step: 10, unit: t/month, from: 1946-11'));
		expect(valuesOf(moved(program, 90), 'uses.forges.demand').slice(-3)).toEqual([40, 90, 90]);
	});

	test('moves everything that fits its path', () => {
		const program = loaded(lever('uses.*.demand', 'min: 0, max: 2, step: 0.5'));
		expect(program.levers[0].paths).toEqual(['uses.stoves.demand', 'uses.forges.demand']);
		expect(valuesOf(moved(program, 0.5), 'uses.forges.demand')[0]).toBe(20);
	});

	test('moves constants too', () => {
		const program = loaded(lever('sites.hill-mine.capacity', 'min: 6, max: 24, step: 1, unit: kt/year'));
		expect(valuesOf(moved(program, 24), 'sites.hill-mine.capacity')).toEqual([2000]);
	});
});

describe('a mistake in a lever is found where it stands:', () => {
	const bounds = 'min: 0, max: 2, step: 0.5';
	test.each([
		['a path that is not there', lever('§uses.stove.demand', bounds), 'unknown-path', /did you mean "uses\.stoves\.demand"/],
		['a switch', lever('§policy.restoration-order', bounds), 'type', /a switch/],
		['a range that ends before it begins', lever('uses.stoves.demand', 'min: 2, max: §1, step: 0.5'), 'range', /ends at 1/],
		['no step', lever('uses.stoves.demand', 'min: 0, max: 1, step: §0'), 'range', /more than 0/],
		['a step longer than the way', lever('uses.stoves.demand', 'min: 0, max: 1, step: §3'), 'range', /at most 1/],
		['a range beyond what the number may be', lever('goods.coal.loss', 'min: 0, max: §2, step: 0.1'), 'bounds', /at most 1/],
		['half a unit of plant', lever('sites.hill-mine.working', 'min: §0.5, max: 2, step: 0.5, unit: units'), 'whole', /whole number/],
		['a unit of something else', lever('uses.forges.demand', `${bounds}, unit: §persons`), 'unit-dimension', /measures something else/],
		['a unit that is not known', lever('uses.forges.demand', `${bounds}, unit: §tuns/month`), 'unit-unknown', /tuns/],
		['no unit', lever('§uses.forges.demand', bounds), 'unit-missing', /t\/month/],
		['a unit where it scales', lever('uses.stoves.demand', `${bounds}, unit: §t/month`), 'unit-dimension', /"times"/],
		[
			'a first month for a number of the whole run',
			lever('§sites.hill-mine.capacity', 'min: 1, max: 2, step: 1, unit: kt/year, from: 1946-01'),
			'not-dated',
			/leave out "from"/,
		],
		['a month outside the run', lever('uses.stoves.demand', `${bounds}, from: §1950-01`), 'month', /outside the run/],
		['a factor on nothing', lever('§goods.coal.supplied', `${bounds}, operation: scale`), 'range', /no factor changes that/],
		['an operation that there is not', lever('uses.stoves.demand', `${bounds}, operation: §scales`), 'option', /did you mean "scale"/],
		['an unknown key', lever('uses.stoves.demand', `${bounds}, §unite: times`), 'unknown-key', /did you mean "unit"/],
	] as const)('%s', (_, levers, code, message) => expectMistake(files(levers), code, message));
});
