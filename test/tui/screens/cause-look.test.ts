import {expect, test} from 'vitest';
import {commonCauses} from '../../../src/economy/causes.ts';
import {entitiesOf} from '../../../src/report/findings.ts';
import {lostByCause, lostBySite} from '../../../src/run/lost-output.ts';
import {causeLook, lookOfCause, shownApart} from '../../../src/tui/screens/cause-look.ts';
import {partsOf} from '../../../src/tui/screens/holding-back.ts';
import {losses} from '../../../src/tui/screens/losses.ts';
import {monthInWords} from '../../../src/tui/screens/site-month.ts';
import {mineAndFurnace, programOf} from '../../run/toy.ts';
import {benchFor, firstSteps, korea, sceneOf} from './scenes.ts';

test('every cause has a letter of its own, and every common cause a colour of its own', () => {
	for (const {program} of [korea(), firstSteps()]) {
		const looks = [...causeLook(program).values()];
		expect(new Set(looks.map(({letter}) => letter)).size).toBe(looks.length);
		const common = commonCauses.map(cause => lookOfCause(program, cause).role);
		expect(new Set(common).size).toBe(common.length);
		for (const {role} of looks.slice(commonCauses.length)) expect(common).not.toContain(role);
	}
});

test('every cause that took anything has a look', () => {
	const {program, baseline} = korea();
	for (const {cause} of lostByCause(baseline)) expect(causeLook(program).has(cause), cause).toBe(true);
});

test('no two inputs of one site share a colour, so that a site shows all its causes apart', () => {
	const {program, baseline} = korea();
	for (const lost of lostBySite(baseline).values()) expect(shownApart(program, lost, 20).rest).toEqual([]);
});

test('no two layers of a picture share a colour or a letter, however many are asked for', () => {
	const scene = sceneOf(korea(), losses);
	for (let most = 2; most <= 30; most++) {
		const parts = partsOf(scene, scene.now, most);
		expect(parts.length).toBeLessThanOrEqual(most + 1);
		for (const key of ['role', 'letter'] as const) expect(new Set(parts.map(part => part[key])).size).toBe(parts.length);
	}
});

test('letters of common causes are fixed, and inputs have capitals of their names', () => {
	const {program} = benchFor(programOf(mineAndFurnace));
	expect(['damage', 'skilled-labour', 'ore'].map(cause => lookOfCause(program, cause).letter)).toEqual(['d', 'k', 'O']);
});

test('a unit that was restored as a month ended makes from the next month on, and the screen says so', () => {
	const {baseline} = korea();
	let told = 0;
	for (const site of entitiesOf(baseline, 'site')) {
		const of = (quantity: string): Float64Array => baseline.track(site.id, quantity)!.values;
		const [working, idle, restored, output] = ['working', 'idle', 'restored', 'output'].map(of) as [Float64Array, Float64Array, Float64Array, Float64Array];
		for (let t = 1; t + 1 < working.length; t++) {
			if (restored[t] <= restored[t - 1]) continue;
			expect(monthInWords(baseline, site, t)).toMatch(/(was|were) restored as the month ended and can make from 19\d\d-\d\d on\.$/);
			if (working[t - 1] + idle[t - 1] === 0) expect(output[t]).toBe(0);
			told++;
		}
	}
	expect(told).toBeGreaterThan(10);
});
