import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {tidyTables} from '../../src/report/tidy/tables.ts';
import {baseline, counterplan, firstSteps, program} from '../built.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-'));
afterAll(() => rmSync(folder, {recursive: true}));

const json = (...args: string[]) => JSON.parse(counterplan(['run', firstSteps, '--format', 'json', '--no-record', ...args]).stdout);

test('a run prints its tables to standard output and everything else to standard error', () => {
	const {status, stdout, stderr} = counterplan(['run', firstSteps, '--no-record']);
	expect(status).toBe(0);
	expect(stdout).toContain('Industrial index');
	expect(stdout).toContain('Where rated capacity went');
	expect(stderr).toMatch(/, run first-steps-[0-9a-f]{12}\n$/);
	expect(counterplan(['run', firstSteps, '--no-record', '--quiet']).stderr).toBe('');
});

test('json holds every tidy table, csv the one asked for', () => {
	expect(Object.keys(json())).toEqual(Object.keys(tidyTables));
	const {stdout} = counterplan(['run', firstSteps, '--format', 'csv', '--table', 'runs', '--no-record']);
	const [head, row, end] = stdout.split('\r\n');
	expect([head.split(',')[0], row.startsWith('first-steps-'), end]).toEqual(['run', true, '']);
});

test('--until ends the run with that month', () => {
	const {runs, series} = json();
	const months = [...new Set<string>(series.map((row: {month: string}) => row.month))];
	const shorter = json('--until', months[2]);
	expect(shorter.runs[0].months).toBe(3);
	expect(runs[0].months).toBe(months.length);
});

test('--out writes the same bytes to a file', () => {
	const file = path.join(folder, 'series.csv');
	const {stdout} = counterplan(['run', firstSteps, '--format', 'csv', '--no-record']);
	expect(counterplan(['run', firstSteps, '--format', 'csv', '--no-record', '--out', file]).stdout).toBe('');
	expect(readFileSync(file, 'utf8')).toBe(stdout);
});

test('a run saves a record under its scenario’s name and fingerprint, and the same run the same bytes', () => {
	const run = () => counterplan(['run', path.resolve(firstSteps), '--quiet'], {cwd: folder});
	expect(run().status).toBe(0);
	const [name] = readdirSync(path.join(folder, 'runs'));
	const file = path.join(folder, 'runs', name, 'record.json');
	const first = readFileSync(file, 'utf8');
	expect(name).toBe(`first-steps-${JSON.parse(first).fingerprint.slice(0, 12)}`);
	run();
	expect(readFileSync(file, 'utf8')).toBe(first);
	expect(readdirSync(path.join(folder, 'runs'))).toEqual([name]);
});

test('--record names the folder, --no-record saves none', () => {
	const there = path.join(folder, 'mine');
	counterplan(['run', firstSteps, '--quiet', '--record', there]);
	expect(existsSync(path.join(there, 'record.json'))).toBe(true);
	const empty = mkdtempSync(path.join(folder, 'empty-'));
	counterplan(['run', path.resolve(firstSteps), '--quiet', '--no-record'], {cwd: empty});
	expect(readdirSync(empty)).toEqual([]);
});

test('there are colours only where they are wanted', () => {
	const args = ['run', firstSteps, '--no-record', '--quiet'];
	expect(counterplan(args).stdout).not.toContain('\u001B');
	expect(counterplan(args, {env: {FORCE_COLOR: '1'}}).stdout).toContain('\u001B');
	expect(counterplan(args, {env: {FORCE_COLOR: '1', NO_COLOR: '1'}}).stdout).not.toContain('\u001B');
	expect(counterplan([...args, '--no-color'], {env: {FORCE_COLOR: '1'}}).stdout).not.toContain('\u001B');
});

test('whoever stops reading is not told off', async () => {
	const child = spawn(process.execPath, [program, 'run', baseline, '--format', 'ndjson', '--quiet', '--no-record'], {stdio: ['ignore', 'pipe', 'pipe']});
	let said = '';
	child.stderr.on('data', text => {
		said += text;
	});
	child.stdout.once('data', () => child.stdout.destroy());
	const status = await new Promise(resolve => child.once('close', resolve));
	expect([status, said]).toEqual([0, '']);
});

test('the baseline prints the plan, the causes of lost output, the translators and the scoreboard', () => {
	const {status, stdout} = counterplan(['run', baseline, '--no-record', '--quiet']);
	expect(status).toBe(0);
	for (const title of [
		'Industrial index',
		'Enterprises',
		'Specialists',
		'translators bind',
		'People trained',
		'fit for industry',
		'Money',
		'Trade',
		'rated capacity',
		'Plan',
		'Facts fitted',
		'Facts held out',
	]) {
		expect(stdout).toContain(title);
	}
});
