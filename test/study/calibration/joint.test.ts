import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {knobsOf} from '../../../src/scenario/knobs.ts';
import {loadScenario} from '../../../src/scenario/load.ts';
import {ScenarioError} from '../../../src/scenario/problem.ts';
import {factorsOf, patternsOf} from '../../../src/study/factors.ts';
import {penalty} from '../../../src/study/misfit.ts';
import type {Score} from '../../../src/study/score.ts';
import {writeValley} from '../valley.ts';

const korea = loadScenario('scenarios/korea-1945/historical.yaml', {fitted: false});

test('numbers of a pattern move together, each as far on the way to the end of its own range', () => {
	const pattern = 'industries.*.hiring';
	const knobs = knobsOf(korea, pattern);
	expect(knobs.length).toBeGreaterThan(5);
	const [joint, ...more] = factorsOf(korea, {paths: [pattern], together: true, readings: false});
	expect(more).toEqual([]);
	const at = (share: number): Float64Array => {
		const vector = korea.vector.slice();
		joint.set(vector, share);
		return vector;
	};
	expect(at(joint.rest)).toEqual(korea.vector);
	const [bottom, half, top] = [0, 0.75, 1].map(at);
	for (const {low, high, slots, written} of knobs) {
		slots.forEach((slot, i) => {
			expect(bottom[slot]).toBeCloseTo(written[i] * low, 12);
			expect(top[slot]).toBeCloseTo(written[i] * high, 12);
			expect(half[slot]).toBeCloseTo((written[i] + written[i] * high) / 2, 12);
		});
	}
	const moved = new Set(knobs.flatMap(({slots}) => [...slots]));
	for (let slot = 0; slot < top.length; slot++) if (!moved.has(slot)) expect(top[slot]).toBe(korea.vector[slot]);
	expect(factorsOf(korea, {paths: [pattern], readings: false})).toHaveLength(knobs.length);
});

test('the patterns of a scenario are those under which at least two numbers can be moved', () => {
	const patterns = patternsOf(korea);
	expect(patterns).toContain('industries.*.hiring');
	expect(patterns).toContain('professions.*.staff.korean.granted');
	expect(new Set(patterns).size).toBe(patterns.length);
	for (const pattern of patterns) expect(knobsOf(korea, pattern).length, pattern).toBeGreaterThan(0);
});

test('a file of fitted values moves a pattern, and refuses a way beyond the ends and a pattern without ranges', () => {
	const file = writeValley();
	const fitted = path.join(path.dirname(file), 'fitted.yaml');
	const write = (values: string): void => writeFileSync(fitted, `counterplan: 1\nfile: fitted\ncommand: counterplan calibrate\nvalues:\n  ${values}\n`);
	writeFileSync(file, readFileSync(file, 'utf8').replace(/^(end: .*)$/m, '$1\nfitted: fitted.yaml'));
	write('sites.*.capacity: {way: 0}');
	const ranged = knobsOf(loadScenario(file, {fitted: false}), 'sites.*.capacity');
	expect(ranged.length).toBeGreaterThan(0);
	write('sites.*.capacity: {way: -1}');
	const moved = loadScenario(file);
	for (const {path: name, low, slots, written} of ranged) {
		expect(moved.vector[slots[0]]).toBeCloseTo(written[0] * low, 9);
		expect(moved.origins.get(name)?.fitted).toBe(true);
	}
	write('sites.*.capacity: {way: 1.5}');
	expect(() => loadScenario(file)).toThrow(ScenarioError);
	expect(() => loadScenario(file)).toThrow(/fitted\.yaml:5.*between -1/);
	write('goods.*.price: {way: 0.5}');
	expect(() => loadScenario(file)).toThrow(/no number goods\.\*\.price states a range/);
});

test('a fact ten errors off weighs no more than seven at the edges of theirs', () => {
	const score = (z: number): Score =>
		({fact: {error: 0.1}, reading: {}, weight: 1, observed: 100, simulated: 100 * 1.1 ** z, error: 1.1 ** z - 1, verdict: 'hit'}) as unknown as Score;
	expect(penalty(score(0))).toBe(0);
	expect(penalty(score(1))).toBeCloseTo(2 * Math.log(2), 12);
	expect(penalty(score(-1))).toBeCloseTo(penalty(score(1)), 12);
	expect(penalty(score(10))).toBeLessThan(7 * penalty(score(1)));
	expect(penalty(score(10))).toBeGreaterThan(penalty(score(5)));
});
