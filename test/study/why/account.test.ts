import {expect, test} from 'vitest';
import {runOn, traced} from '../../../src/run/full-run.ts';
import {sitesBehind} from '../../../src/scenario/loss-causes.ts';
import {outcomeOf} from '../../../src/study/evaluate.ts';
import {programOf} from '../../../src/study/subject.ts';
import {accountOf, bindings} from '../../../src/study/why/account.ts';
import {firstSteps} from './first-steps.ts';

const korea = programOf({file: 'scenarios/korea-1945/historical.yaml'});
const run = traced(runOn(korea, korea.vector));

test.each(['industry.index@1947:mean', 'pig-iron.made@1946-06..1948-02:sum', 'coal.made@1946:sum', 'coal-mining.workers@1949:mean'])(
	'the account of %s adds up month by month, with nothing left over',
	text => {
		const outcome = outcomeOf(text);
		const account = accountOf(run, outcome);
		if (!account) throw new Error(`${text} has no account`);
		expect(account.sites.length).toBeGreaterThan(0);
		expect(account.lost.length).toBeGreaterThan(0);
		const {rated, output, lost} = account;
		rated.values.forEach((value, t) => {
			const left = value - output.values[t] - lost.reduce((sum, {values}) => sum + values[t], 0);
			expect(Math.abs(left)).toBeLessThanOrEqual(1e-9 * value);
		});
		const left = rated.total - output.total - lost.reduce((sum, {total}) => sum + total, 0);
		expect(Math.abs(left)).toBeLessThanOrEqual(1e-9 * rated.total);
		for (const {values} of lost) for (const value of values) expect(value).toBeGreaterThanOrEqual(0);
	},
);

test('the account of a good is in its unit and of the sites that make it, that of all industry in yen', () => {
	const good = accountOf(run, outcomeOf('pig-iron.made@1947:sum'));
	const made = run.track('pig-iron', 'made')?.values ?? [];
	const first = 1947 * 12 - korea.start;
	let sum = 0;
	for (let t = first; t < first + 12; t++) sum += made[t];
	expect(good?.unit).toBe('t');
	expect(good?.output.total).toBeCloseTo(sum, 6);
	expect(accountOf(run, outcomeOf('industry.index@1947:mean'))?.unit).toBe('yen');
	expect(sitesBehind(korea, 'industry')).toEqual(korea.ids.sites);
	expect(accountOf(run, outcomeOf('korean-translator.present@1947:mean'))).toBeUndefined();
});

test('of a site it is told which limit binds it, for how long, and how far the next is', () => {
	const program = programOf({file: firstSteps});
	const small = traced(runOn(program, program.vector));
	const account = accountOf(small, outcomeOf('river-kilns.output@1900:sum'));
	if (!account) throw new Error('no account');
	const bound = bindings(small, account);
	const slack = small.track('river-kilns', 'slack')?.values ?? new Float64Array();
	const lostToCoal = small.track('river-kilns', 'lost-to-coal')?.values ?? new Float64Array();
	const months = Array.from(lostToCoal.keys()).filter(t => lostToCoal[t] > 0);
	expect(months.length).toBeGreaterThan(0);
	expect(bound).toEqual([
		{site: 'river-kilns', cause: 'coal', months: months.length, slack: expect.closeTo(months.reduce((sum, t) => sum + slack[t], 0) / months.length, 12)},
	]);
});
