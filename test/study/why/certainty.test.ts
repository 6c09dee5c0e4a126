import {expect, test} from 'vitest';
import {crewOf} from '../../../src/study/crew.ts';
import {programOf} from '../../../src/study/subject.ts';
import {type Attributed, asWritten, type Question} from '../../../src/study/why/attribution.ts';
import {type Drawn, drawTellings, type Otherwise, tellOtherwise} from '../../../src/study/why/certainty.ts';
import {judge, leaderOf} from '../../../src/study/why/verdict.ts';

const subject = {file: 'scenarios/korea-1945/historical.yaml'};
const outcomes = ['industry.index@1946:mean'];
const crew = await crewOf(1);
const question = (reliefs: readonly string[]): Question => ({draws: {subject, factors: asWritten, causes: {reliefs}}, outcomes});
const drawing = {members: 3, seed: '1'};

test('members are drawn over ranges, their shares add up to their own change, and they are the same for any number of workers', async () => {
	const asked = question(['damage', 'specialists', 'translators']);
	const two = await crewOf(2);
	const [here, there] = [await drawTellings(asked, 3, drawing, crew), await drawTellings(asked, 3, drawing, two)];
	await two.leave();
	expect(there).toEqual(here);
	expect(here.pool).toBe(60);
	const [tellings] = here.tellings;
	expect(tellings.length).toBe(here.weights.length);
	for (const {whole, shares} of tellings) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(whole, 9);
	expect(new Set(tellings.map(({whole}) => whole)).size).toBeGreaterThan(1);
});

test('every rival reading and every other form is believed once, and some of them say something else', async () => {
	const program = programOf(subject);
	const all = await tellOtherwise(question(['damage', 'specialists']), 2, drawing, crew);
	const names = all.map(({factor, option}) => `${factor}=${option}`);
	expect(new Set(names).size).toBe(names.length);
	expect(names).toContain('policy.expertise-form=linear');
	expect(names).toContain('policy.rationing=plan-quota');
	const readings = new Set([...program.origins.values()].flatMap(origin => origin.readings.slice(1).map(({id}) => id)));
	expect(all.filter(({kind}) => kind === 'reading').map(({option}) => option)).toEqual(expect.arrayContaining([...readings]));
	expect(new Set(all.map(({tellings}) => tellings[0].whole)).size).toBeGreaterThan(3);
});

const attributed = (shares: readonly number[]): Attributed => {
	const whole = shares.reduce((sum, share) => sum + share, 0);
	const parts = shares.map(share => ({share, alone: share, last: share, error: 0}));
	return {outcome: 'x', base: 100, relieved: 100 + whole, parts: {whole, parts, interactions: undefined}};
};
const otherwise = (shares: readonly number[]): Otherwise => ({
	factor: 'policy.rationing',
	kind: 'switch',
	option: 'plan-quota',
	tellings: [{whole: shares.reduce((sum, share) => sum + share, 0), shares}],
});
const drawn = (tellings: readonly (readonly number[])[], weights: readonly number[]): Drawn => ({
	tellings: [tellings.map(shares => ({whole: shares.reduce((sum, share) => sum + share, 0), shares}))],
	weights,
	failed: 0,
	pool: 10,
	effective: 10,
	isWeighed: true,
});

test('a verdict counts by weight how often each cause leads and the change keeps its sign, and names what turns it round', () => {
	const verdict = judge(
		attributed([5, 2]),
		0,
		drawn(
			[
				[4, 1],
				[1, 3],
				[-6, 1],
			],
			[2, 1, 1],
		),
		[otherwise([1, 4]), otherwise([6, 1]), otherwise([-7, 2])],
	);
	expect(verdict.leader).toBe(0);
	expect(verdict.leads).toEqual([0.75, 0.25]);
	expect(verdict.whole?.agrees).toBe(0.75);
	expect(verdict.causes[0]?.agrees).toBe(0.75);
	expect(verdict.otherLeader.map(({tellings}) => tellings[0].shares)).toEqual([[1, 4]]);
	expect(verdict.otherSign.map(({tellings}) => tellings[0].shares)).toEqual([[-7, 2]]);
});

test('where nothing changes no cause leads', () => {
	expect(leaderOf({whole: 0, shares: [0, 1e-12]}, 100)).toBeUndefined();
	expect(leaderOf({whole: 0, shares: []}, 100)).toBeUndefined();
	expect(judge(attributed([0, 0]), 0, undefined, []).leader).toBeUndefined();
});
