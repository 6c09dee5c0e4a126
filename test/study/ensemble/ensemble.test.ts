import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {asyncBufferFromFile, parquetReadObjects} from 'hyparquet';
import {expect, test} from 'vitest';
import {columnsFor} from '../../../src/run/columns.ts';
import {simulate} from '../../../src/run/simulate.ts';
import {crewOf} from '../../../src/study/crew.ts';
import {membersFile} from '../../../src/study/ensemble/chunk.ts';
import {doChunks, openFolder} from '../../../src/study/ensemble/folder.ts';
import {type MemberRows, readMembers, readSeries} from '../../../src/study/ensemble/gather.ts';
import type {EnsemblePlan} from '../../../src/study/ensemble/plan.ts';
import {bandOf, evenWeights, judgeOver, weightsByFacts} from '../../../src/study/ensemble/summary.ts';
import {outcomeOf} from '../../../src/study/evaluate.ts';
import {membersOf} from '../../../src/study/member.ts';
import {sampleOf} from '../../../src/study/sampling/design.ts';
import {parseStatement} from '../../../src/study/statement.ts';
import {program as built, counterplan} from '../../built.ts';
import {writeValley} from '../valley.ts';

const file = writeValley();
const whatIf = path.join(path.dirname(file), 'what-if', 'more-builders.yaml');
const scratch = () => path.join(mkdtempSync(path.join(tmpdir(), 'counterplan-ensemble-')), 'members');

const plan: EnsemblePlan = {
	subjects: [
		{name: 'valley', subject: {file}},
		{name: 'more-builders', subject: {file: whatIf}},
	],
	factors: {},
	shocks: '1',
	design: {kind: 'latin-hypercube', seed: '1', members: 50},
	keep: ['bricks.made', 'coal.made'],
	outcomes: ['bricks.made@1900:sum'],
	keepDraws: true,
	chunk: 20,
};

const done = async (folder: string): Promise<void> => {
	const crew = await crewOf(1);
	openFolder(plan, folder, existsSync(folder));
	for await (const _ of doChunks(plan, folder, crew));
};

/** Every byte of every file of a folder. */
const bytesOf = (folder: string): Record<string, string> =>
	Object.fromEntries(
		readdirSync(folder)
			.sort()
			.map(name => [
				name,
				createHash('sha256')
					.update(readFileSync(path.join(folder, name)))
					.digest('hex'),
			]),
	);

const folder = scratch();
await done(folder);

test('what stands in the files is what each member gives when it is run alone', async () => {
	const series = await readSeries(plan, folder, 'valley', 'bricks.made', 12);
	const {outcomes, status} = await readMembers(plan, folder, 'valley');
	const {program, factors, vectorOf} = membersOf({subject: {file}, factors: {}, shocks: '1'});
	const sample = sampleOf(
		plan.design,
		factors.map(({id}) => id),
	);
	const point = new Float64Array(factors.length);
	expect(status.every(one => one === 'done')).toBe(true);
	for (const member of [0, 19, 20, 49]) {
		sample.draw(member, point);
		const alone = simulate(program, columnsFor(program, [outcomeOf('bricks.made@1900:sum')]), {vector: vectorOf(point, member)});
		expect(series.map(values => values[member])).toEqual([...alone.values[0]]);
		expect(outcomes.get('bricks.made@1900:sum')?.[member]).toBeCloseTo(
			alone.values[0].reduce((sum, value) => sum + value),
			9,
		);
	}
});

test('what was drawn stands beside each member', async () => {
	const {factors} = membersOf({subject: {file}, factors: {}, shocks: '1'});
	const rows = await parquetReadObjects({file: await asyncBufferFromFile(membersFile(folder, 0))});
	const sample = sampleOf(
		plan.design,
		factors.map(({id}) => id),
	);
	const point = new Float64Array(factors.length);
	sample.draw(7, point);
	for (const [f, {id, at}] of factors.entries()) expect(rows[7][`draw: ${id}`]).toBe(at(point[f]));
});

test('a member and its what-if share their draws: with a change that changes nothing they are the same', async () => {
	const nothing = path.join(path.dirname(whatIf), 'nothing.yaml');
	writeFileSync(nothing, readFileSync(whatIf, 'utf8').replace('scale: 1.5', 'scale: 1').replace('sign: +', 'sign: "0"'));
	const [base, same] = [file, nothing].map(one => membersOf({subject: {file: one}, factors: {}, shocks: '1'}));
	const point = Float64Array.from(base.factors, () => 0.3);
	expect(same.vectorOf(point, 3).slice()).toEqual(base.vectorOf(point, 3).slice());
});

test('more builders never make fewer bricks, and the statement that says so holds in every member', async () => {
	const all = new Map<string, MemberRows>();
	for (const {name} of plan.subjects) all.set(name, await readMembers(plan, folder, name));
	const {program} = membersOf({subject: {file}, factors: {}});
	const statement = parseStatement(program, 'bricks.made@1900:sum >= valley', ['valley', 'more-builders']);
	const verdict = judgeOver(statement, 'more-builders', all, {values: undefined, effective: 50, dispersion: 1, nearest: 0});
	expect(verdict).toMatchObject({share: 1, members: 50});
});

test('bands rise with their shares and hold the members that they say', async () => {
	const rows = await readMembers(plan, folder, 'valley');
	const {quantiles} = await bandOf(plan, folder, 'coal.made', ['valley'], 12, evenWeights(rows));
	for (let month = 0; month < 12; month++)
		for (let q = 1; q < quantiles.length; q++) expect(quantiles[q][month]).toBeGreaterThanOrEqual(quantiles[q - 1][month]);
});

test('members near the facts weigh more, and the effective size says how few they are', async () => {
	const rows = await readMembers(plan, folder, 'valley');
	const {values, effective} = weightsByFacts(rows, 10);
	const nearest = rows.misfit.indexOf(Math.min(...rows.misfit));
	expect(values?.[nearest]).toBe(1);
	expect(effective).toBeGreaterThanOrEqual(1);
	expect(effective).toBeLessThan(50);
});

const command = (workers: number, into: string): string[] => [
	'ensemble',
	file,
	'--against',
	whatIf,
	'--members',
	'300',
	'--workers',
	String(workers),
	'--folder',
	into,
	'--quiet',
	'--out',
	`${into}.json`,
	'--format',
	'json',
];

test('1, 2 and 7 workers write the same bytes', () => {
	const folders = [1, 2, 7].map(workers => {
		const into = scratch();
		expect(counterplan(command(workers, into)).stderr).toBe('');
		return into;
	});
	const [first, ...others] = folders.map(bytesOf);
	expect(Object.keys(first)).toHaveLength(7);
	for (const other of others) expect(other).toEqual(first);
	const tables = folders.map(into => readFileSync(`${into}.json`, 'utf8'));
	expect(new Set(tables).size).toBe(1);
});

test('killed in the middle and gone on with, an ensemble has the same bytes as one that was never stopped', async () => {
	const [whole, killed] = [scratch(), scratch()];
	const args = (into: string): string[] => [...command(2, into).map(arg => (arg === '300' ? '3000' : arg))];
	expect(counterplan(args(whole)).stderr).toBe('');
	const child = spawn(process.execPath, [built, ...args(killed)], {stdio: 'ignore'});
	const ended = new Promise(resolve => child.once('exit', resolve));
	const begun = (): boolean => existsSync(killed) && readdirSync(killed).some(name => name.startsWith('members-'));
	while (!begun() && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 5));
	child.kill('SIGKILL');
	await ended;
	const left = readdirSync(killed).length;
	expect(left).toBeLessThan(readdirSync(whole).length);
	expect(counterplan([...args(killed), '--resume']).stderr).toBe('');
	expect(bytesOf(killed)).toEqual(bytesOf(whole));
});

test('a folder that holds another ensemble is left alone', () => {
	const into = scratch();
	expect(counterplan(command(1, into)).status).toBe(0);
	const again = counterplan(command(1, into));
	expect(again.status).toBe(2);
	expect(again.stderr).toContain('--resume');
	const other = counterplan([...command(1, into), '--resume', '--seed', '2']);
	expect(other.status).toBe(2);
	expect(other.stderr).toContain('another ensemble');
	rmSync(into, {recursive: true});
});
