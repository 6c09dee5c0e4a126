import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {counterplan} from '../built.ts';
import {copyOfScenarios} from './copy.ts';

test('without a name the lessons are listed with their questions, here or those that come with the program', () => {
	const here = counterplan(['lesson']);
	expect(here.status).toBe(0);
	for (const name of ['which-shortage', 'quantity-or-quality', 'why-translators', 'training']) expect(here.stdout).toContain(name);
	expect(here.stdout).toContain('Why translators, and was it so?');
	const cwd = copyOfScenarios();
	expect(counterplan(['lesson', '--format', 'json'], {cwd}).stdout).toContain(JSON.stringify(path.join('scenarios', 'korea-1945', 'lessons', 'training.yaml')));
	const elsewhere = counterplan(['lesson', 'training', '--no-tui'], {cwd: path.join(cwd, 'scenarios', 'korea-1945', 'what-if')});
	expect([elsewhere.status, elsewhere.stdout.split('\n')[0]]).toEqual([0, 'Training, and doing without the specialists']);
});

test('without a terminal a lesson is printed with every figure worked out, the same each time', () => {
	const cwd = copyOfScenarios();
	const first = counterplan(['lesson', 'why-translators'], {cwd});
	expect([first.status, first.stderr]).toEqual([0, '']);
	expect(first.stdout).toMatch(/The run says: geologists for coal\./);
	expect(counterplan(['lesson', 'why-translators', '--out', 'lesson.txt'], {cwd})).toMatchObject({status: 0, stdout: ''});
	expect(readFileSync(path.join(cwd, 'lesson.txt'), 'utf8')).toBe(first.stdout);
});

test('a name that is not there gets the nearest one, and a file with mistakes all of them', () => {
	expect(counterplan(['lesson', 'trainning'])).toMatchObject({status: 2, stdout: ''});
	expect(counterplan(['lesson', 'trainning']).stderr).toContain('did you mean "training"?');
	const wrong = counterplan(['lesson', path.join('scenarios', 'first-steps.yaml')]);
	expect([wrong.status, wrong.stdout]).toEqual([2, '']);
	expect(wrong.stderr).toMatch(/first-steps\.yaml:\d+:\d+ {2}file {2}expected "file: lesson"/);
});

test('check reads lessons against their scenario', () => {
	const {status, stdout} = counterplan(['check', path.join('scenarios', 'korea-1945', 'lessons')]);
	expect([status, stdout.match(/lesson, fine/g)?.length]).toEqual([0, 4]);
});
