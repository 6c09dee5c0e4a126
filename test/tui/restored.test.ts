/** However the screen ends, the terminal is as it was before it opened. */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {firstSteps, program} from '../built.ts';
import {openPty, type Pty} from './pty.ts';
import {keys} from './screen.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'counterplan-'));
const prompt = 'ready$';
const shells: Pty[] = [];

/** A shell in which a program is run, as a person would. */
async function shell(): Promise<Pty> {
	const pty = openPty('bash', ['--norc', '--noprofile', '-i'], {columns: 100, rows: 40, env: {PS1: `${prompt} `, BASH_SILENCE_DEPRECATION_WARNING: '1'}});
	shells.push(pty);
	await pty.until(prompt);
	return pty;
}

/** What the terminal's own settings are. */
async function settings(pty: Pty, name: string): Promise<string> {
	const file = path.join(folder, name);
	pty.press(`stty -a > ${file}; echo wrote-${name}\r`);
	await pty.until(new RegExp(`^wrote-${name}$`, 'm'));
	return readFileSync(file, 'utf8');
}

/** The last of each pair that was sent: whether the other screen is on, the cursor shown, lines wrapped, pastes marked, the mouse told of. */
function modes(pty: Pty): Record<string, string | undefined> {
	const raw = pty.raw();
	const last = (mode: number): string | undefined => [...raw.matchAll(new RegExp(`\\u001b\\[\\?${mode}([hl])`, 'g'))].at(-1)?.[1];
	return {otherScreen: last(1049), cursor: last(25), wrap: last(7), mouse: last(1002)};
}

const restored = {otherScreen: 'l', cursor: 'h', wrap: 'h', mouse: 'l'};

async function live(pty: Pty): Promise<void> {
	pty.press(`node ${program} live ${firstSteps} --mouse\r`);
	await pty.until('Overview');
	await pty.quiet(100);
	expect(pty.terminal.buffer.active.type).toBe('alternate');
}

/** The processes that a shell runs. */
const jobs = (pty: Pty): number[] =>
	spawnSync('ps', ['-o', 'pid=', '--ppid', String(pty.pid)], {encoding: 'utf8'})
		.stdout.trim()
		.split(/\s+/)
		.map(Number);

async function signalled(signal: NodeJS.Signals, status: number): Promise<Pty> {
	const pty = await shell();
	await live(pty);
	for (const pid of jobs(pty)) process.kill(pid, signal);
	await pty.until(screen => screen.terminal.buffer.active.type === 'normal');
	await pty.quiet(100);
	pty.press('\recho "status $?"\r');
	await pty.until(new RegExp(`^status ${status}$`, 'm'));
	return pty;
}

afterAll(() => {
	for (const pty of shells) pty.kill('SIGKILL');
	rmSync(folder, {recursive: true});
});

beforeAll(() => {
	expect(spawnSync('bash', ['--version']).status).toBe(0);
});

test.each([
	['q', 'q', 0],
	['Ctrl+C', keys.control('c'), 0],
])('after %s the prompt is back where it was, and typing shows', async (_name, key, status) => {
	const pty = await shell();
	const before = await settings(pty, 'before');
	await live(pty);
	pty.press(key);
	await pty.until(screen => screen.terminal.buffer.active.type === 'normal');
	await pty.quiet(100);
	pty.press('echo "status $?"\r');
	await pty.until(new RegExp(`^status ${status}$`, 'm'));
	expect(modes(pty)).toEqual(restored);
	expect(pty.text()).not.toContain('Overview');
	expect(await settings(pty, 'after')).toBe(before);
});

test.each([
	['SIGTERM', 143],
	['SIGHUP', 129],
	['SIGINT', 130],
] as const)('after %s the terminal is restored, and the shell hears what ended the program', async (signal, status) => {
	const pty = await signalled(signal, status);
	expect(modes(pty)).toEqual(restored);
	expect(await settings(pty, 'after')).toMatch(/ icanon/);
});

test('Ctrl+Z gives the shell its screen, and fg gives the program its own again', async () => {
	const pty = await shell();
	await live(pty);
	pty.press(keys.control('z'));
	await pty.until('Stopped');
	expect(modes(pty)).toEqual(restored);
	pty.press('echo "still here"\r');
	await pty.until(/^still here$/m);
	pty.resize(90, 30);
	pty.press('fg\r');
	await pty.until('Overview');
	await pty.quiet(150);
	expect(pty.terminal.buffer.active.type).toBe('alternate');
	expect(pty.lines().at(-1)).toContain('quit');
	pty.press('q');
	await pty.until(screen => screen.terminal.buffer.active.type === 'normal');
	expect(modes(pty)).toEqual(restored);
});

test('a stop from outside, without warning, is survived: what the terminal shows is drawn anew', async () => {
	const pty = await shell();
	await live(pty);
	const [pid] = jobs(pty);
	process.kill(pid, 'SIGSTOP');
	await pty.until(screen => screen.raw().includes('Stopped'));
	pty.press('fg\r');
	await pty.quiet(300);
	await pty.until('Overview');
	pty.press('?');
	await pty.until('Esc');
});

test.each([
	['k', 'thrown by a key'],
	['d', 'thrown while drawing'],
	['t', 'thrown by a timer'],
	['p', 'thrown by a promise'],
])('an error that nothing caught ends the screen and is told afterwards: key %s', async (key, message) => {
	const pty = openPty(process.execPath, ['--import', 'tsx', 'test/tui/programs/faulty.tsx'], {columns: 80, rows: 24});
	await pty.until('all is well');
	pty.press(key);
	expect(await pty.exited).toMatchObject({exitCode: 3});
	await pty.quiet();
	expect(pty.terminal.buffer.active.type).toBe('normal');
	expect(pty.text().trim()).toBe(`told of: ${message}`);
});

test('a scenario that cannot be read is reported on the screen that was there before', async () => {
	const file = path.join(folder, 'wrong.yaml');
	writeFileSync(file, readFileSync(firstSteps, 'utf8').replace('counterplan: 1', 'counterplan: 1\nfrobnicate: 2'));
	const pty = openPty(process.execPath, [program, 'live', file], {columns: 200, rows: 24});
	expect(await pty.exited).toMatchObject({exitCode: 2});
	await pty.quiet();
	expect(pty.terminal.buffer.active.type).toBe('normal');
	expect(pty.text()).toContain('frobnicate');
});

test('when the window is closed the program ends', async () => {
	const pty = openPty(process.execPath, [program, 'live', firstSteps], {columns: 100, rows: 40});
	await pty.until('Overview');
	pty.kill('SIGHUP');
	await pty.exited;
	expect(() => process.kill(pty.pid, 0)).toThrow();
});
