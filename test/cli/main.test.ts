import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {counterplan, firstSteps} from '../built.ts';

/** The lines that --help prints as examples, as arguments. */
const examplesOf = (help: string): string[][] =>
	help
		.split('\n')
		.filter(line => line.startsWith('  counterplan '))
		.map(line => line.trim().split(/\s+/).slice(1));

test('help of the program and of every verb has an example, and the version is the package’s', () => {
	for (const args of [['--help'], ['run', '--help'], ['score', '--help']]) {
		const {status, stdout, stderr} = counterplan(args);
		expect([status, stderr]).toEqual([0, '']);
		expect(examplesOf(stdout).length).toBeGreaterThan(0);
	}
	expect(counterplan(['--version']).stdout).toBe(`${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`);
});

test('the examples that help prints work as printed', () => {
	const examples = [['--help'], ['run', '--help'], ['score', '--help']].flatMap(args => examplesOf(counterplan(args).stdout));
	for (const example of examples.filter(args => !args.includes('--out'))) {
		const {status, stderr} = counterplan([...example, ...(example[0] === 'run' && !example.includes('--no-record') ? ['--no-record'] : [])]);
		expect([0, 1], `${example.join(' ')}: ${stderr}`).toContain(status);
	}
});

test('an unknown verb, option or table gets the nearest name and status 2', () => {
	const cases = [
		[['rum', firstSteps], 'run'],
		[['run', firstSteps, '--untill', '1946-01'], '--until'],
		[['run', firstSteps, '--table', 'serie'], 'series'],
		[['run', firstSteps, '--format', 'jsn'], 'json'],
	] as const;
	for (const [args, meant] of cases) {
		const {status, stdout, stderr} = counterplan(args);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain(meant);
	}
});

test('bad input is said in a line each and never with a stack', () => {
	const cases = [
		[],
		['run'],
		['run', 'no-such-file.yaml'],
		['run', '.'],
		['run', 'package.json'],
		['run', firstSteps, '--until', 'June'],
		['run', firstSteps, '--set', 'nonsense'],
		['run', firstSteps, '--set', 'no.such.path=1'],
		['run', firstSteps, '--set', 'no.such.path=1@1946-05..1946-01'],
		['run', firstSteps, '--reading', 'no-such-reading'],
		['run', firstSteps, '--format', 'parquet'],
		['run', firstSteps, '--format', 'csv', '--table', 'series', '--table', 'plan'],
		['run', firstSteps, '--out', 'no/such/folder/file', '--no-record'],
		['score', firstSteps, '--facts', 'no-such-file.yaml'],
	];
	for (const args of cases) {
		const {status, stdout, stderr} = counterplan(args);
		expect([args.join(' '), status, stdout]).toEqual([args.join(' '), 2, '']);
		expect(stderr.trim()).not.toBe('');
		expect(stderr).not.toMatch(/^\s+at /m);
	}
});

test('help loads neither the parser of units nor the schema', () => {
	const {stderr} = counterplan(['--help'], {env: {NODE_DEBUG: 'esm'}});
	expect(stderr).not.toMatch(/mathjs|zod/);
	const head = readFileSync('dist/main.js', 'utf8');
	const eager = [...head.matchAll(/^import .*?from "\.\/(parts\/[^"]+)"/gms)].map(([, file]) => readFileSync(`dist/${file}`, 'utf8'));
	for (const text of [head, ...eager]) expect(text).not.toMatch(/node_modules\/(mathjs|zod|yaml)\//);
});
