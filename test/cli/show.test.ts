import {expect, test} from 'vitest';
import {baseline, counterplan, firstSteps} from '../built.ts';

const quality = 'scenarios/korea-1945/what-if/sakhalin-quality.yaml';
const json = (...args: string[]) => JSON.parse(counterplan(['show', ...args, '--format', 'json']).stdout);

test('a value is shown by stretches of months, with its unit and the place where it stands', () => {
	const rows = json(firstSteps, 'funds.village-chest.promised').values;
	expect(rows).toEqual([
		expect.objectContaining({from: '1900-01', until: '1900-06', value: 2000, unit: 'yen/month'}),
		expect.objectContaining({from: '1900-07', until: '1900-12', value: 1000}),
	]);
	expect(rows[0].where).toMatch(/^scenarios.first-steps\.yaml:\d+$/);
	expect(rows[0].reason).toContain('invented');
	const {stdout} = counterplan(['show', firstSteps, 'labour.builders']);
	expect(stdout).toContain('2..10');
	expect(stdout).toContain('a value for every month');
});

test('paths are exact, the beginning of others, or have a * for one name', () => {
	const paths = (...args: string[]): string[] => [...new Set<string>(json(firstSteps, ...args).values.map(({path}: {path: string}) => path))];
	expect(paths('goods.coal.price')).toEqual(['goods.coal.price']);
	expect(paths('sites.*.capacity')).toEqual(['sites.hill-mine.capacity', 'sites.river-kilns.capacity']);
	expect(paths('labour').every(path => path.startsWith('labour.'))).toBe(true);
	expect(paths().length).toBeLessThan(paths('--defaults').length);
});

test('rival readings and the sources of a value are told in detail', () => {
	const {stdout} = counterplan(['show', baseline, 'finance.yen-per-rouble']);
	expect(stdout).toContain('Reading text: 4, weight 0.95');
	expect(stdout).toContain('Reading footnote: 0.25');
	expect(stdout).toContain('F40: ');
});

test('what a what-if differs in is what it changes, from its month on, with its own reason', () => {
	const rows = json(quality, '--diff', baseline).differences;
	expect(rows.map(({path, from}: {path: string; from: string}) => [path, from])).toEqual([
		['routes.sakhalin.grades.coking-coal.share', '1946-04'],
		['routes.sakhalin.grades.low-grade-coal.share', '1946-04'],
	]);
	expect(rows[0]).toMatchObject({historical: 0.1, 'sakhalin-quality': 0.9});
	expect(rows[0].where).toMatch(/sakhalin-quality\.yaml:\d+$/);
	expect(json(baseline, '--diff', baseline).differences).toEqual([]);
});
