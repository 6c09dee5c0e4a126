import {expect, test} from 'vitest';
import {findingsOf} from '../../src/report/findings.ts';
import {fullRun} from '../../src/run/full-run.ts';
import {bindingCause, lostByCause, lostBySite, ratedValue} from '../../src/run/lost-output.ts';
import type {World} from '../economy/world.ts';
import {mineAndFurnace, programOf} from '../run/toy.ts';

/** Two furnaces of 50 t each on the ore of one mine, which is enough for one of them; ore is worth 1 yen, iron 10. */
const shortOfOre: World = {
	...mineAndFurnace,
	sites: mineAndFurnace.sites?.map(site => (site.id === 'furnace' ? {...site, with: {count: 2, capacity: 50, working: 2}} : site)) ?? [],
};
const findings = findingsOf(fullRun(programOf(shortOfOre)));

test('100 t of ore at 1 yen and 100 t of iron at 10 yen are a rated capacity of 1,100 yen a month', () => {
	expect(ratedValue(findings)[5]).toBeCloseTo(1100, 9);
	expect(ratedValue(findings, site => site === 'mine')[5]).toBeCloseTo(100, 9);
});

test('50 t of iron not made for want of ore are 500 yen a month lost to ore', () => {
	const [first] = lostByCause(findings);
	expect(first.label).toBe('Ore');
	expect(first.values[5]).toBeCloseTo(500, 9);
	expect(lostByCause(findings, site => site === 'mine')).toEqual([]);
});

test('what a site lost is counted in its own product', () => {
	expect(lostBySite(findings).get('furnace')?.[0].values[5]).toBeCloseTo(50, 9);
	expect(lostBySite(findings).get('mine')).toEqual([]);
});

test('the binding cause is the one that took most within the months asked for', () => {
	expect(bindingCause(findings)?.cause).toBe('ore');
	expect(bindingCause(findings, 5, 6)?.total).toBeCloseTo(1000, 9);
	expect(bindingCause(findingsOf(fullRun(programOf(mineAndFurnace))))).toBeUndefined();
});
