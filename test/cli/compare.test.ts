import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {baseline, counterplan, firstSteps} from '../built.ts';
import {copyOfScenarios} from './copy.ts';

const cwd = copyOfScenarios();
const put = (name: string, text: string): string => {
	const file = path.join('scenarios', name);
	writeFileSync(path.join(cwd, file), text);
	return file;
};
const whatIf = (change: string, rest = ''): string =>
	`counterplan: 1\nfile: what-if\nextends: first-steps.yaml\ntitle: t\nfrom: 1900-04\nreason: made for a test\nchange:\n  ${change}\n${rest}`;
const expecting = (sign: string): string => `expect: {outcome: "bricks.made@1900:sum", sign: "${sign}"}\n`;

const more = put('more.yaml', whatIf('labour.skilled-inflow: {add: 5 persons/month}', expecting('+')));
const less = put('less.yaml', whatIf('labour.builders: {scale: 0.5}', expecting('+')));
const json = (...args: string[]) => JSON.parse(counterplan(['compare', ...args, '--format', 'json'], {cwd}).stdout);

test('outcomes stand side by side, with their differences, and expectations are judged', () => {
	const {status, stdout} = counterplan(['compare', firstSteps, more, less], {cwd});
	expect(status).toBe(0);
	expect(stdout).toContain('bricks.made@1900:sum');
	expect(stdout).toMatch(/more: first differs from first-steps in 1900-04, .*; the 3 months before its divergence in 1900-04 are bit-identical\./);
	expect(stdout).toMatch(/more: expected more of bricks\.made@1900:sum than in first-steps; it holds: /);
	expect(stdout.trimEnd()).toMatch(/less: expected more of .*; IT DOES NOT HOLD: .*$/);
	const {outcomes, expectations} = json(firstSteps, more, less);
	const bricks = outcomes.filter(({outcome}: {outcome: string}) => outcome === 'bricks.made@1900:sum');
	expect(bricks.map(({run}: {run: string}) => run)).toEqual(['first-steps', 'more', 'less']);
	expect(bricks[1].difference).toBeCloseTo(bricks[1].value - bricks[0].value, 9);
	expect(bricks[1].percent).toBeCloseTo((bricks[1].difference / bricks[0].value) * 100, 9);
	expect(expectations.map(({holds}: {holds: string}) => holds)).toEqual(['yes', 'no']);
});

test('outcomes can be reduced in another way, and over other months', () => {
	const one = (...args: string[]) => json(firstSteps, more, '--outcome', 'bricks.made', ...args).outcomes[0];
	expect(one()).toMatchObject({outcome: 'bricks.made:sum', unit: 't'});
	expect(one('--by', 'peak', '--period', '1900-06..1900-12')).toMatchObject({outcome: 'bricks.made@1900-06..1900-12:peak', unit: 't/month'});
	expect(one('--by', 'sum').value).toBeGreaterThan(one('--by', 'peak').value);
});

test('an expectation is held against the what-if that is extended, not against the first run', () => {
	const again = put(
		'again.yaml',
		whatIf('labour.unskilled-inflow: {add: 5 persons/month}').replace('extends: first-steps.yaml', 'extends: more.yaml') + expecting('0'),
	);
	const {expectations} = json(firstSteps, again);
	expect(expectations).toEqual([expect.objectContaining({run: 'again', base: 'more', expected: '0'})]);
});

test('scenarios that are no what-ifs are compared by their values', () => {
	const other = put('other.yaml', readFileSync(firstSteps, 'utf8').replace('price: 40 yen/t', 'price: 50 yen/t'));
	const {stdout} = counterplan(['compare', firstSteps, other], {cwd});
	expect(stdout).toMatch(/goods\.bricks\.price +40 +50 +yen\/t/);
	expect(counterplan(['compare', firstSteps, firstSteps], {cwd}).stdout).toContain('nothing differs');
});

test('a run with a what-if shows its difference from the baseline, and its record can be verified', () => {
	const {status, stdout} = counterplan(['run', firstSteps, '--with', more, '--record', 'kept'], {cwd});
	expect(status).toBe(0);
	expect(stdout).toContain('Difference from the baseline');
	expect(stdout).toContain('it holds');
	const verified = counterplan(['verify', 'kept'], {cwd});
	expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('to the last bit')]);
	expect(counterplan(['compare', firstSteps, path.join('kept', 'record.json')], {cwd}).stdout).toContain('kept beside first-steps');
	writeFileSync(path.join(cwd, more), whatIf('labour.skilled-inflow: {add: 8 persons/month}', expecting('+')));
	const changed = counterplan(['verify', 'kept'], {cwd});
	expect([changed.status, changed.stdout]).toEqual([1, expect.stringContaining('NOT THE SAME')]);
	expect(counterplan(['run', firstSteps, '--no-record'], {cwd}).stdout).not.toContain('Difference from the baseline');
});

test('all readings stand in one table, which ends by saying whether the answer changes', () => {
	const run = counterplan(['run', baseline, '--reading', 'all', '--until', '1946-12'], {cwd});
	expect(run.stdout).toMatch(/^footnote /m);
	expect(run.stdout.trimEnd()).toMatch(/(ANSWER CHANGES: .*|answer does not change: .*)$/);
	const quality = 'scenarios/korea-1945/what-if/sakhalin-quality.yaml';
	const compared = counterplan(['compare', baseline, quality, '--readings', '--table', 'readings', '--outcome', 'sakhalin.fit@1947:sum'], {cwd});
	expect(compared.stdout.trimEnd()).toMatch(/sakhalin-quality, sakhalin\.fit@1947:sum: the sign of the difference is \+ under all \d+ readings\.$/);
	expect(counterplan(['run', firstSteps, '--reading', 'all'], {cwd}).stdout).toContain('no rival readings');
});
