import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {goldenFile, goldenOutcomes} from './golden/outcomes.ts';

test('the baseline gives the numbers it gave before; a change is renewed by npm run golden and entered in the changelog', () => {
	const before = JSON.parse(readFileSync(goldenFile, 'utf8')) as Record<string, number>;
	const now = goldenOutcomes();
	expect(Object.keys(now)).toEqual(Object.keys(before));
	for (const [outcome, value] of Object.entries(now)) {
		expect(Math.abs(value - before[outcome]), outcome).toBeLessThanOrEqual(1e-9 * Math.abs(before[outcome]));
	}
});
