import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {baseline, counterplan, firstSteps} from '../built.ts';
import {copyOfScenarios} from './copy.ts';

const cwd = copyOfScenarios();
const valley = path.join('scenarios', 'valley.yaml');
const put = (file: string, text: string): string => {
	writeFileSync(path.join(cwd, file), text);
	return file;
};
const whatIf = (change: string, from = 'from: 1900-04'): string =>
	`counterplan: 1\nfile: what-if\nextends: first-steps.yaml\ntitle: t\n${from}\nreason: made for a test\nchange:\n  ${change}\n`;

test('a scenario without mistakes is fine, and says how much of it was left to defaults', () => {
	const {status, stdout, stderr} = counterplan(['check', firstSteps], {cwd});
	expect([status, stderr]).toEqual([0, '']);
	expect(stdout).toMatch(/^scenarios.first-steps\.yaml: scenario, fine: 1 file, 12 months, \d+ values, \d+ of them left to their defaults\n$/);
});

test('all mistakes of all files are told at once, and nothing else is printed', () => {
	const broken = readFileSync(firstSteps, 'utf8')
		.replace('price: 10 yen/t', 'price: 10 yen')
		.replace('product: bricks', 'product: brick')
		.replace('1 unit\n', '-1 unit\n');
	const {status, stdout, stderr} = counterplan(['check', put(valley, broken), 'no-such-file.yaml'], {cwd});
	expect([status, stdout]).toEqual([2, '']);
	expect(stderr).toMatch(/valley\.yaml:\d+:\d+ {2}unit-dimension/);
	expect(stderr).toMatch(/valley\.yaml:\d+:\d+ {2}unknown-id .*did you mean "bricks"/);
	expect(stderr).toMatch(/valley\.yaml:\d+:\d+ {2}bounds/);
	expect(stderr).toMatch(/no-such-file\.yaml:1:1 {2}no-file/);
	const rows = JSON.parse(counterplan(['check', valley, '--format', 'json'], {cwd}).stdout).problems;
	expect(rows.map(({code}: {code: string}) => code)).toEqual(expect.arrayContaining(['unit-dimension', 'unknown-id', 'bounds']));
});

test('parts, facts, sources and levers are checked through the scenario that names them', () => {
	for (const kind of ['goods', 'facts', 'sources', 'levers', path.join('sites', 'coal')]) {
		const file = path.join('scenarios', 'korea-1945', `${kind}.yaml`);
		const {status, stdout, stderr} = counterplan(['check', file], {cwd});
		expect([kind, status, stderr]).toEqual([kind, 0, '']);
		expect(stdout).toContain(`as a part of ${baseline}`);
	}
	const alone = counterplan(['check', put('alone.yaml', 'counterplan: 1\nfile: part\ngods: {}\n')], {cwd});
	expect(alone.stderr).toMatch(/alone\.yaml:3:1 {2}unknown-key .*did you mean "goods"/);
});

test('a what-if that changes nothing is told so, and is no mistake', () => {
	const idle = put(path.join('scenarios', 'idle.yaml'), whatIf('labour.builders: {scale: 1}'));
	const moving = put(path.join('scenarios', 'moving.yaml'), whatIf('labour.builders: {scale: 2}'));
	const {status, stdout, stderr} = counterplan(['check', idle, moving], {cwd});
	expect(status).toBe(0);
	expect(stdout.trim().split('\n')).toHaveLength(2);
	expect(stderr).toMatch(/^scenarios.idle\.yaml:8:3 {2}no-effect {2}the change of labour\.builders moves no series of the run\n$/);
	const opening = put(path.join('scenarios', 'opening.yaml'), whatIf('goods.coal.opening-stock: {scale: 2}'));
	expect(counterplan(['check', opening], {cwd}).stderr).toMatch(/opening\.yaml:8:3 {2}not-dated/);
});

test('a folder is checked with all scenario files in it, and the folder of the case is without mistakes', () => {
	const {status, stdout, stderr} = counterplan(['check', path.join('scenarios', 'korea-1945')]);
	expect([status, stderr]).toEqual([0, '']);
	expect(stdout.trim().split('\n').length).toBeGreaterThan(40);
});
