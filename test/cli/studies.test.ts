import {existsSync, mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {counterplan} from '../built.ts';
import {planted, writeValley} from '../study/valley.ts';

const file = writeValley();
const lines = (text: string): string[] => text.trimEnd().split('\n');

test('a sweep is a table of its stations, and over two ways a map in which the larger numbers are the darker', () => {
	const one = counterplan(['sweep', file, '--vary', 'sites.hill-mine.capacity=600..1600:3', '--outcome', 'coal.made@1900:sum', '--format', 'csv']);
	expect(one.status).toBe(0);
	expect(lines(one.stdout)).toHaveLength(4);
	const two = counterplan([
		'sweep',
		file,
		'--vary',
		'sites.hill-mine.capacity=600..1600:3',
		'--vary',
		'industries.mining.hiring=x0.5..x3:2',
		'--outcome',
		'coal.made@1900:sum',
	]);
	expect(two.stdout).toContain('██');
	expect(two.stdout).toContain('1,600');
});

test('what is sought is found, or said to be out of reach', () => {
	const ways = ['--vary', 'sites.hill-mine.capacity=600..1600', '--vary', 'labour.builders=2..10'];
	expect(counterplan(['seek', file, '--target', 'coal.made@1900:sum >= 13 kt', ...ways]).stdout).toContain('reached');
	const far = counterplan(['seek', file, '--target', 'coal.made@1900:sum >= 900 kt', ...ways]);
	expect(far.status).toBe(0);
	expect(far.stdout).toContain('All together do not reach it either.');
});

test('along a way the stretches join, and each names what most is lost to', () => {
	const {stdout} = counterplan(['threshold', file, '--along', 'labour.builders=0..10:5', '--outcome', 'river-kilns.output@1900:sum', '--format', 'json']);
	const {threshold} = JSON.parse(stdout) as {threshold: Record<string, unknown>[]};
	expect(threshold.length).toBeGreaterThan(0);
	expect(threshold[0]).toMatchObject({from: 0});
	expect(threshold[threshold.length - 1]).toMatchObject({to: 10});
	for (const row of threshold) expect(row['lost most to']).not.toBe('');
});

test('over two ways there is a map with its legend and the place of the scenario, and a row for each pair of stations', () => {
	const along = ['--along', 'labour.builders=2..10:3', '--along', 'sites.hill-mine.capacity=0..1600:5'];
	const args = ['threshold', file, ...along, '--outcome', 'river-kilns.output@1900:sum'];
	const {status, stdout} = counterplan(args);
	expect(status).toBe(0);
	expect(stdout).toMatch(/\[[a-zA-Z.]\]/);
	expect(stdout).toContain('d Damage');
	expect(stdout).toContain('[ ] is the station nearest');
	const csv = counterplan([...args, '--format', 'csv']);
	expect(lines(csv.stdout)).toHaveLength(1 + 3 * 5);
	const json = counterplan([...args, '--format', 'json', '--table', 'map', '--table', 'threshold']);
	expect(Object.keys(JSON.parse(json.stdout))).toEqual(['map', 'threshold']);
});

test('sensitivity names the strongest first, and says what has not converged', () => {
	const morris = counterplan(['sensitivity', file, '--outcome', 'coal.made@1900:sum', '--size', '20', '--workers', '1']);
	expect(lines(morris.stdout)[2]).toMatch(/^(sites\.hill-mine\.capacity|industries\.mining\.hiring) /);
	const sobol = counterplan(['sensitivity', file, '--method', 'sobol', '--outcome', 'coal.made@1900:sum', '--size', '4', '--workers', '1']);
	expect(sobol.stdout).toContain('NOT CONVERGED');
});

test('what a calibration writes can be taken as fitted values, and brings the facts', () => {
	const fitted = path.join(mkdtempSync(path.join(tmpdir(), 'counterplan-fitted-')), 'fitted.yaml');
	const numbers = Object.keys(planted).flatMap(name => ['--number', name]);
	const {status, stdout} = counterplan(['calibrate', file, ...numbers, '--runs', '2000', '--starts', '2', '--workers', '1', '--write', fitted]);
	expect(status).toBe(0);
	expect(stdout).toContain('Target facts before and after');
	expect(readFileSync(fitted, 'utf8')).toContain('sites.hill-mine.capacity: {scale: 1.3}');
	expect(loadScenario(file).origins.get('labour.wage')?.fitted).toBe(false);
});

test.each([
	[['sweep', file, '--vary', 'labour.bilders=x1..x2'], 'did you mean "labour.builders"'],
	[['sweep', file, '--vary', 'labour.builders'], 'from where to where'],
	[['sweep', file, '--vary', 'labour.builders=1..2:100000'], 'too many'],
	[['seek', file, '--target', 'coal.made@1900:sum', '--vary', 'labour.builders=1..2'], 'is not a statement'],
	[['seek', file, '--target', 'coal.made@1900:sum >= coal.made@1900:sum', '--vary', 'labour.builders=1..2'], 'a target is a number'],
	[['sensitivity', file, '--factor', 'labour.nobody'], 'has no number "labour.nobody"'],
	[['calibrate', 'scenarios/first-steps.yaml', '--number', 'labour.builders'], 'no target facts'],
	[['ensemble', file, '--members', '0'], 'whole number'],
	[['ensemble', file, '--claim', 'coal.made@1900:sum > 3 persons'], 'measures something else'],
	[['threshold', file, '--along', 'labour.builders=2..10', '--outcome', 'coal.made@1905:sum'], 'lies outside the run'],
	[['threshold', file, '--along', 'labour.builders=2..10:200', '--along', 'sites.hill-mine.capacity=600..1600:200'], 'too many'],
	[['threshold', file, ...Array.from({length: 3}, () => ['--along', 'labour.builders=2..10']).flat()], 'one way or over two'],
	[['threshold', file, '--along', 'labour.builders=2..10', '--table', 'map'], 'there is no table "map"'],
])('bad input says what is wrong and how to mend it: %s', (args, said) => {
	const {status, stderr, stdout} = counterplan(args as string[]);
	expect(status).toBe(2);
	expect(stderr).toContain(said);
	expect(stderr).not.toMatch(/\n\s+at /);
	expect(stdout).toBe('');
	expect(existsSync('ensembles')).toBe(false);
});
