import {spawn} from 'node:child_process';
import {appendFileSync, existsSync, mkdtempSync, readFileSync, truncateSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {calibrate, type Found} from '../../../src/study/calibration/calibrate.ts';
import {chooseNumbers} from '../../../src/study/calibration/choose.ts';
import {openJournal, type Question} from '../../../src/study/calibration/journal.ts';
import {crewOf} from '../../../src/study/crew.ts';
import {counterplan, program} from '../../built.ts';
import {planted, writeValley} from '../valley.ts';

const file = writeValley();
const question: Question = {
	subject: {file, fitted: false},
	numbers: {candidates: 3, most: 2, settling: 40},
	effort: {seed: '1', starts: 2, budget: 300},
};
const scratch = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'counterplan-calibration-')), 'kept');
const linesOf = (folder: string): string => path.join(folder, 'runs.ndjson');
const crew = await crewOf(1);

/** Choose and calibrate with a journal; `made` counts the tasks that were not taken from it. */
async function go(folder: string, resume: boolean, asked = question): Promise<{readonly found: Omit<Found, 'factors'>; readonly made: number}> {
	let made = 0;
	const journal = openJournal(asked, folder, resume);
	const kept = journal.kept({
		...crew,
		work: async function* (tasks, signal) {
			for await (const result of crew.work(tasks, signal)) {
				made++;
				yield result;
			}
		},
	});
	const {subject, numbers, effort} = asked;
	if (!('most' in numbers)) throw new Error('the test lets numbers be chosen');
	const chosen = await chooseNumbers(subject, numbers, kept);
	const {factors: _, ...found} = await calibrate(subject, chosen, effort, kept);
	return {found, made};
}

const whole = scratch();
const first = await go(whole, false);
const bytes = readFileSync(linesOf(whole));

test('a calibration that is done is not run again', async () => {
	expect(first.made).toBeGreaterThan(20);
	expect(await go(whole, true)).toEqual({found: first.found, made: 0});
});

test.each([0, 0.1, 0.5, 0.9, 0.999])(
	'cut off after %d of its journal, in the middle of a line, it comes to the same and leaves the same journal',
	async share => {
		truncateSync(linesOf(whole), Math.floor(share * bytes.length));
		const again = await go(whole, true);
		expect(again.found).toEqual(first.found);
		expect(again.made).toBeGreaterThan(0);
		expect(readFileSync(linesOf(whole))).toEqual(bytes);
	},
);

test('what follows a line that cannot be read is not trusted', async () => {
	const middle = bytes.indexOf('\n', bytes.length / 2) + 1;
	truncateSync(linesOf(whole), middle);
	appendFileSync(linesOf(whole), `{"asked": 7}\n${bytes.toString('utf8', middle)}`);
	expect((await go(whole, true)).found).toEqual(first.found);
	expect(readFileSync(linesOf(whole))).toEqual(bytes);
});

test('another question, another file or another way is refused, and what is kept is left alone', async () => {
	await expect(go(whole, false)).rejects.toThrow('--resume');
	await expect(go(whole, true, {...question, effort: {...question.effort, starts: 3}})).rejects.toThrow('another calibration');
	const text = readFileSync(file, 'utf8');
	writeFileSync(file, `${text}# one more line\n`);
	await expect(go(whole, true)).rejects.toThrow('another calibration');
	writeFileSync(file, text);
	const [line, ...others] = bytes.toString('utf8').split('\n');
	writeFileSync(linesOf(whole), [line.replace(/"asked":"./, '"asked":"-'), ...others].join('\n'));
	await expect(go(whole, true)).rejects.toThrow('went another way');
	writeFileSync(linesOf(whole), bytes);
	expect(await go(whole, true)).toEqual({found: first.found, made: 0});
});

test('a file of the same name that is something else is not touched', async () => {
	const folder = path.dirname(scratch());
	writeFileSync(linesOf(folder), 'notes\n');
	await expect(go(folder, true)).rejects.toThrow('belongs to something else');
	expect(readFileSync(linesOf(folder), 'utf8')).toBe('notes\n');
});

const numbers = Object.keys(planted).flatMap(name => ['--number', name]);
const command = ['calibrate', file, ...numbers, '--runs', '6000', '--starts', '3', '--format', 'json'];

test('killed in the middle and gone on with, a calibration prints and writes the same bytes as one that was never stopped', async () => {
	const [plain, killed] = [scratch(), scratch()];
	const args = (folder: string, workers: number): string[] => [...command, '--workers', String(workers), '--folder', folder, '--write', `${folder}.yaml`];
	const uninterrupted = counterplan(args(plain, 1));
	expect(uninterrupted.status).toBe(0);
	expect(existsSync(plain)).toBe(false);
	const child = spawn(process.execPath, [program, ...args(killed, 2)], {stdio: 'ignore'});
	const ended = new Promise(resolve => child.once('exit', resolve));
	const begun = (): boolean => existsSync(linesOf(killed)) && readFileSync(linesOf(killed)).length > 20_000;
	while (!begun() && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 5));
	child.kill('SIGKILL');
	await ended;
	expect(existsSync(`${killed}.yaml`)).toBe(false);
	expect(counterplan(args(killed, 2)).stderr).toContain('--resume');
	const resumed = counterplan([...args(killed, 2), '--resume']);
	expect([resumed.status, resumed.stdout]).toEqual([0, uninterrupted.stdout]);
	expect(readFileSync(`${killed}.yaml`, 'utf8')).toBe(readFileSync(`${plain}.yaml`, 'utf8'));
	expect(existsSync(killed)).toBe(false);
});

test('stopped by Ctrl-C it says how to go on', async () => {
	const folder = scratch();
	const child = spawn(process.execPath, [program, ...command, '--workers', '1', '--folder', folder], {stdio: ['ignore', 'ignore', 'pipe']});
	let said = '';
	child.stderr.on('data', data => {
		said += data;
	});
	const ended = new Promise(resolve => child.once('exit', resolve));
	while (!existsSync(linesOf(folder)) && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 5));
	child.kill('SIGINT');
	await ended;
	expect(said).toMatch(/stopped after \d+ runs; what is done is kept in .*kept\. Go on with the same command and --resume\./);
	expect(existsSync(linesOf(folder))).toBe(true);
});
