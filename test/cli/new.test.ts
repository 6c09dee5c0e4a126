import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {baseline, counterplan, firstSteps} from '../built.ts';
import {copyOfScenarios} from './copy.ts';

const cwd = copyOfScenarios();

test('a new scenario runs, and nothing is ever overwritten', () => {
	expect(counterplan(['new', 'my-valley'], {cwd}).stdout).toBe('my-valley.yaml\n');
	const checked = counterplan(['check', 'my-valley.yaml'], {cwd});
	expect([checked.status, checked.stderr]).toEqual([0, '']);
	const {status, stdout} = counterplan(['run', 'my-valley.yaml', '--no-record'], {cwd});
	expect(status).toBe(0);
	expect(stdout).toContain('Plan: what was due');
	const before = readFileSync(path.join(cwd, 'my-valley.yaml'), 'utf8');
	const again = counterplan(['new', 'my-valley'], {cwd});
	expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('left as it is')]);
	expect(readFileSync(path.join(cwd, 'my-valley.yaml'), 'utf8')).toBe(before);
	expect(counterplan(['new', 'My valley'], {cwd}).status).toBe(2);
	expect(existsSync(path.join(cwd, 'My valley.yaml'))).toBe(false);
});

test('a new what-if of any scenario passes the check, moves something, and what it expects comes', () => {
	for (const scenario of [firstSteps, baseline]) {
		const file = counterplan(['new', 'begin-here', '--what-if', scenario], {cwd}).stdout.trim();
		expect(file).toBe(path.join(path.dirname(scenario), 'what-if', 'begin-here.yaml'));
		const {status, stderr} = counterplan(['check', file], {cwd});
		expect([status, stderr]).toEqual([0, '']);
		expect(counterplan(['compare', scenario, file], {cwd}).stdout).toContain('it holds');
	}
});
