import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {partsLoadedAtOnce} from '../../tools/build.ts';
import {counterplan, firstSteps} from '../built.ts';
import {copyOfScenarios} from './copy.ts';

/** The lines that --help prints as examples, as arguments. */
const examplesOf = (help: string): string[][] =>
	help
		.split('\n')
		.filter(line => line.startsWith('  counterplan '))
		.map(line => line.trim().split(/\s+/).slice(1));

const verbs = ['run', 'compare', 'score', 'check', 'show', 'new', 'schema', 'sources', 'verify', 'lesson', 'complete'];
const helps = [['--help'], ...verbs.map(verb => [verb, '--help'])];

test('help of the program and of every verb has an example, and the version is the package’s', () => {
	for (const args of helps) {
		const {status, stdout, stderr} = counterplan(args);
		expect([args, status, stderr]).toEqual([args, 0, '']);
		expect(examplesOf(stdout).length, args.join(' ')).toBeGreaterThan(0);
	}
	for (const verb of verbs) expect(counterplan(['--help']).stdout).toContain(`  ${verb} `);
	expect(counterplan(['--version']).stdout).toBe(`${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`);
});

const cwd = copyOfScenarios();

test('the examples that help prints work as printed', () => {
	for (const example of helps.flatMap(args => examplesOf(counterplan(args).stdout))) {
		const {status, stderr} = counterplan(example, {cwd});
		expect([example.join(' '), example[0] === 'score' ? 0 : status], stderr).toEqual([example.join(' '), 0]);
	}
});

test('an unknown verb, option or table gets the nearest name and status 2', () => {
	const cases = [
		[['rum', firstSteps], 'run'],
		[['chek', firstSteps], 'check'],
		[['compare', firstSteps, firstSteps, '--reading'], '--readings'],
		[['compare', firstSteps, firstSteps, '--by', 'maen'], 'mean'],
		[['compare', firstSteps, firstSteps, '--outcome', 'brick.made'], 'bricks'],
		[['show', firstSteps, 'uses.vilage-coal.demand'], 'uses.village-coal.demand'],
		[['schema', 'scenari'], 'scenario'],
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
		['compare', firstSteps],
		['compare', firstSteps, 'no-such-file.yaml'],
		['compare', firstSteps, firstSteps, '--period', 'soon'],
		['run', firstSteps, '--with', firstSteps],
		['show', firstSteps, 'no.such.path'],
		['check', 'no-such-file.yaml'],
		['check', 'src'],
		['check', 'package.json'],
		['new', '../No Name'],
		['schema', 'nonsense'],
		['sources', 'no-such-file.yaml'],
		['verify', 'no-such-folder'],
		['verify', 'package.json'],
		['complete', 'csh'],
	];
	for (const args of cases) {
		const {status, stdout, stderr} = counterplan(args);
		expect([args.join(' '), status, stdout]).toEqual([args.join(' '), 2, '']);
		expect(stderr.trim()).not.toBe('');
		expect(stderr).not.toMatch(/^\s+at /m);
	}
});

test('help and the choice of a verb load neither the parsers of units and YAML nor the schema', async () => {
	const inputs = await partsLoadedAtOnce('src/cli/main.ts');
	expect(inputs.some(file => file.includes('node_modules/commander/'))).toBe(true);
	expect(inputs.filter(file => /node_modules\/(mathjs|zod|yaml|@bomb\.sh)\//.test(file))).toEqual([]);
});

test('a shell is told what can come next', () => {
	const offered = (...typed: string[]): string[] =>
		counterplan(['complete', '--', ...typed])
			.stdout.split('\n')
			.map(line => line.split('\t')[0]);
	expect(offered('ver')).toContain('verify');
	expect(offered('run', '--un')).toContain('--until');
	expect(offered('run', '--format', '')).toEqual(expect.arrayContaining(['table', 'csv', 'ndjson', 'json']));
	expect(offered('schema', '')).toContain('what-if');
	for (const shell of ['bash', 'zsh', 'fish', 'powershell']) expect(counterplan(['complete', shell]).stdout).toContain('counterplan');
});
