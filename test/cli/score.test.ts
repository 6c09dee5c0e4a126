import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {baseline, counterplan, firstSteps} from '../built.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'facts-'));
afterAll(() => rmSync(folder, {recursive: true}));

test('a scoreboard shows every fact once a reading, and the status says whether a fact fitted was missed', () => {
	const {status, stdout} = counterplan(['score', baseline, '--format', 'json']);
	const {scores} = JSON.parse(stdout);
	const heaviest = new Map<string, {role: string; verdict: string}>();
	for (const score of scores) if (!heaviest.has(score.fact)) heaviest.set(score.fact, score);
	const missed = [...heaviest.values()].some(({role, verdict}) => role === 'target' && verdict === 'miss');
	expect(scores.length).toBeGreaterThanOrEqual(10);
	expect(status).toBe(missed ? 1 : 0);
});

const ownFacts = (value: string, role: string, outcome = 'bricks.made@1900:sum'): string => {
	const file = path.join(folder, 'facts.yaml');
	writeFileSync(
		file,
		`counterplan: 1\nfile: facts\nfacts:\n  B1: {label: Bricks, role: ${role}, outcome: '${outcome}', value: ${value}, error: 10 %, source: B1}\n`,
	);
	return file;
};
const statusFor = (...facts: Parameters<typeof ownFacts>) => counterplan(['score', firstSteps, '--facts', ownFacts(...facts)]).status;

test('facts of the reader’s own are scored, and only a target that is missed gives status 1', () => {
	expect(statusFor('100000000 t', 'target')).toBe(1);
	expect(statusFor('100000000 t', 'holdout')).toBe(0);
	expect(statusFor('100000000 t', 'target', 'bricks.made@1950:sum')).toBe(0);
});

test('facts about what the scenario does not have are bad input, at their place', () => {
	const {status, stderr} = counterplan(['score', firstSteps, '--facts', ownFacts('1 t', 'target', 'brick.made@1900:sum')]);
	expect(status).toBe(2);
	expect(stderr).toMatch(/facts\.yaml:4:\d+ .*did you mean "bricks"/);
});
