import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runOn, type Traced, traced} from '../../src/run/full-run.ts';
import {ratedValue, valueByCause} from '../../src/run/lost-output.ts';
import {applyChange} from '../../src/scenario/change.ts';
import {loadScenario} from '../../src/scenario/load.ts';
import type {Program} from '../../src/scenario/program.ts';

const korea = loadScenario(path.join('scenarios', 'korea-1945', 'historical.yaml'));
const valley = loadScenario(path.join('scenarios', 'first-steps.yaml'));

/** What each relief is to take out of the loss account; money takes nothing by itself. */
const causes: Readonly<Record<string, readonly string[]>> = {
	'coal-quantity': ['coking-coal', 'anthracite', 'lignite'],
	specialists: ['specialists'],
	translators: ['translators'],
	workers: ['skilled-labour', 'unskilled-labour'],
	power: ['power'],
	rail: ['transport'],
	damage: ['damage'],
	ore: ['iron-ore', 'nonferrous-ore', 'minerals'],
	money: [],
	'coal-grade': [],
};
const ids = Object.keys(causes);

/** A run of the program with some of its reliefs. */
function runWith(program: Program, reliefs: readonly string[]): Traced {
	const vector = program.vector.slice();
	for (const {id, changes} of program.reliefs) if (reliefs.includes(id)) for (const change of changes) applyChange(vector, change);
	return traced(runOn(program, vector));
}

/** The greatest share of rated capacity that causes took in any month. */
function worst(run: Traced, of: readonly string[]): number {
	const rated = ratedValue(run);
	const lost = valueByCause(run);
	return Math.max(0, ...of.flatMap(cause => Array.from(lost.get(cause) ?? [], (value, t) => value / rated[t])));
}

const least = (run: Traced, entity: string, quantity: string): number => Math.min(...(run.track(entity, quantity)?.values ?? [Number.NaN]));

describe('of the ten reliefs of the case', () => {
	test('there are these', () => {
		expect(new Set(korea.reliefs.map(({id}) => id))).toEqual(new Set(ids));
	});

	test.each(ids)('%s, alone and beside others, leaves next to nothing of its cause in any month', id => {
		for (const others of [[], ids.filter(other => other !== 'coal-quantity' && other !== 'money'), ids]) {
			const run = runWith(korea, [...others, id]);
			expect(worst(run, causes[id])).toBeLessThan(0.01);
		}
	});

	test('money leaves no need of a fund unmet, and the clearing account refuses nothing', () => {
		for (const others of [[], ids]) {
			const run = runWith(korea, [...others, 'money']);
			expect(least(run, 'civil-administration', 'cover')).toBe(1);
			expect(least(run, 'reconstruction', 'cover')).toBe(1);
			expect(least(run, 'finance', 'clearing')).toBeGreaterThan(0);
		}
	});

	test('the grade of coal makes all that is landed fit, in the same tonnes until more can be made of it', () => {
		const [before, after] = [runWith(korea, []), runWith(korea, ['coal-grade'])];
		const landed = (run: Traced, quantity: string): Float64Array => run.track('sakhalin', quantity)?.values ?? new Float64Array();
		expect(landed(after, 'fit')).toEqual(landed(after, 'landed'));
		expect(landed(after, 'landed').subarray(0, 24)).toEqual(landed(before, 'landed').subarray(0, 24));
	});

	test('supplies from outside are not output: where ore was never short, more of it leaves the index as it was, bit for bit', () => {
		const index = (run: Traced): Float64Array | undefined => run.track('industry', 'index')?.values;
		expect(worst(runWith(korea, []), causes.ore)).toBe(0);
		expect(index(runWith(korea, ['ore']))).toEqual(index(runWith(korea, [])));
	});

	test('all together leave what is rated less season, order and what none of them is about', () => {
		const run = runWith(korea, ids);
		// In the first winter, when all ovens start at once, coking coal still is short for a month or two.
		expect(worst(run, Object.values(causes).flat())).toBeLessThan(0.01);
		const units = korea.ids.sites.map(site => Math.max(...(run.track(site, 'damaged')?.values ?? [Number.NaN])));
		expect(units.every(damaged => damaged === 0)).toBe(true);
	});
});

test('the reliefs of the tutorial leave nothing lost but what the season takes', () => {
	const run = runWith(
		valley,
		valley.reliefs.map(({id}) => id),
	);
	expect(run.track('industry', 'index')?.values).toEqual(new Float64Array(12).fill(100));
	expect(worst(runWith(valley, []), ['damage', 'coal', 'skilled-labour'])).toBeGreaterThan(0.1);
});
