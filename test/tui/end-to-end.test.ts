/** A person at the screen of the built program, from opening it to a file that gives the same numbers. */
import {cpSync, existsSync, mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {counterplan, program} from '../built.ts';
import {openPty} from './pty.ts';
import {keys} from './screen.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'counterplan-'));
cpSync('scenarios', path.join(folder, 'scenarios'), {recursive: true});
const scenario = path.join('scenarios', 'korea-1945', 'historical.yaml');
const whatIf = path.join('scenarios', 'korea-1945', 'what-if', 'none-goes-home.yaml');

afterAll(() => rmSync(folder, {recursive: true}));

/** The average that the head of the chart states. */
const average = (text: string): number => Number(/([\d.]+) on average/.exec(text)?.[1]);

/** The average of the index as `compare` has it: of the scenario first, then of the what-if. */
function compared(): number[] {
	const {stdout, stderr} = counterplan(['compare', scenario, whatIf, '--outcome', 'industry.index', '--by', 'mean', '--format', 'json'], {
		cwd: folder,
	});
	const {outcomes} = JSON.parse(stdout) as {outcomes: readonly {readonly value: number}[]};
	expect(outcomes.length, stderr).toBe(2);
	return outcomes.map(({value}) => value);
}

test('a lever is moved, its effect seen, looked into, undone, done again and saved; the file gives the same numbers', async () => {
	const pty = openPty(process.execPath, [program, 'live'], {columns: 140, rows: 44, cwd: folder});
	await pty.until('on average');
	await pty.quiet();
	const baseline = average(pty.text());
	const curve = pty
		.lines()
		.slice(5, 20)
		.map(line => line.slice(55))
		.join('\n');

	pty.press('/');
	await pty.until('Esc');
	pty.press(...'go home', keys.enter);
	await pty.until(/▸ Share of the Japanese/);
	pty.press(keys.enter, '0', keys.enter);
	await pty.until(/on average, baseline/);
	await pty.quiet();
	const moved = average(pty.text());
	expect(moved).toBeGreaterThan(baseline + 1);
	expect(pty.text()).toContain(`baseline ${baseline}`);
	expect(pty.lines()[0]).toContain('*');
	expect(
		pty
			.lines()
			.slice(5, 20)
			.map(line => line.slice(55))
			.join('\n'),
	).not.toBe(curve);

	pty.press(keys.tab, '4');
	await pty.until(/\d+\/\d+/);
	const list = pty.text();
	pty.press(keys.down, keys.enter);
	await pty.until(screen => screen.lines()[0].split('▸').length > list.split('\n')[0].split('▸').length);
	pty.press(keys.escape);
	await pty.until(/\d+\/\d+/);

	pty.press('1', 'u');
	await pty.until(screen => average(screen.text()) === baseline);
	pty.press(keys.control('r'));
	await pty.until(screen => average(screen.text()) === moved);

	pty.press('s');
	await pty.until('Title');
	pty.press(...'None goes home', keys.enter);
	await pty.until('Enter save');
	await pty.quiet();
	pty.press(...'a test', keys.enter);
	await pty.until('saved: ');
	expect(pty.text()).toContain(whatIf);
	await pty.quiet();
	expect(pty.lines()[0]).not.toContain('*');

	pty.press('q');
	expect(await pty.exited).toEqual({exitCode: 0, signal: 0});
	expect(pty.terminal.buffer.active.type).toBe('normal');
	expect(pty.text()).toBe('');

	expect(existsSync(path.join(folder, 'runs'))).toBe(false);
	expect(compared().map(value => value.toFixed(1))).toEqual([baseline.toFixed(1), moved.toFixed(1)]);
});

test('the saved file opens where it was left, and nothing asks before leaving', async () => {
	const pty = openPty(process.execPath, [program, 'live', whatIf], {columns: 140, rows: 44, cwd: folder});
	await pty.until('None goes home');
	const [, saved] = compared();
	await pty.until(screen => average(screen.text()).toFixed(1) === saved.toFixed(1));
	pty.press('q');
	expect((await pty.exited).exitCode).toBe(0);
});

test('every size of window shows something whole, down to what is too small to show anything', async () => {
	const pty = openPty(process.execPath, [program, 'live', scenario], {columns: 200, rows: 60});
	await pty.until('on average');
	for (const [columns, rows] of [
		[120, 36],
		[80, 24],
		[60, 16],
		[119, 60],
	] as const) {
		pty.resize(columns, rows);
		await pty.until(screen => /quit|help/.test(screen.lines().at(-1) ?? ''));
		await pty.quiet();
		expect(pty.lines()[0], `${columns}x${rows}`).toContain('Overview');
		expect(pty.lines().at(-1), `${columns}x${rows}`).toMatch(/help|quit/);
	}
	pty.resize(40, 10);
	await pty.until('60');
	pty.press('q');
	expect((await pty.exited).exitCode).toBe(0);
});

const asText = ['live', path.join('scenarios', 'first-steps.yaml')];
const printed = ['run', path.join('scenarios', 'first-steps.yaml'), '--no-record'];

test('without a terminal it prints what a run prints, and saves nothing', () => {
	const live = counterplan(asText, {cwd: folder});
	expect(live.status).toBe(0);
	expect(live.stdout).toBe(counterplan(printed, {cwd: folder}).stdout);
	expect(existsSync(path.join(folder, 'runs'))).toBe(false);
});

test.each([
	['--no-tui', asText.concat('--no-tui'), {}],
	['TERM=dumb', asText, {TERM: 'dumb'}],
])('%s in a terminal prints text, and takes no other screen', async (_how, args, env) => {
	const pty = openPty(process.execPath, [program, ...args], {columns: 120, rows: 200, cwd: folder, env});
	expect((await pty.exited).exitCode).toBe(0);
	await pty.quiet();
	expect(pty.text()).toContain('Industrial index');
	expect(pty.raw()).not.toContain('\u001b[?1049h');
});

test('without colours nothing but bold and inverse is written', async () => {
	const pty = openPty(process.execPath, [program, ...asText], {columns: 120, rows: 40, cwd: folder, env: {NO_COLOR: '1'}});
	await pty.until('Overview');
	await pty.quiet();
	// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with one
	const codes = new Set([...pty.raw().matchAll(/\u001b\[([\d;]*)m/g)].flatMap(([, written]) => written.split(';')));
	expect([...codes].filter(code => !['', '0', '1', '7', '22', '27'].includes(code))).toEqual([]);
	pty.press(keys.control('c'));
	await pty.exited;
});
