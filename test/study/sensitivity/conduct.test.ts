import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {crewOf} from '../../../src/study/crew.ts';
import {type Asked, findEffects, measuredAt, type Run, sharedFactors} from '../../../src/study/sensitivity/conduct.ts';
import {type Effects, trajectories} from '../../../src/study/sensitivity/morris.ts';
import {screened} from '../../../src/study/sensitivity/screen.ts';
import {counterplan} from '../../built.ts';
import {writeValley} from '../valley.ts';

const file = writeValley();
const folder = path.join(path.dirname(file), 'what-if');
const moreBuilders = path.join(folder, 'more-builders.yaml');
const nothing = path.join(folder, 'nothing.yaml');
writeFileSync(nothing, readFileSync(moreBuilders, 'utf8').replace('scale: 1.5', 'scale: 1').replace('sign: +', 'sign: "0"'));

const crew = await crewOf(1);
const [bricks, coal] = ['bricks.made@1900:sum', 'coal.made@1900:sum'];
const asked = (...files: readonly string[]): Asked => ({
	subjects: files.map(one => ({name: path.basename(one, '.yaml'), subject: {file: one}})),
	factors: {},
	outcomes: [bricks, coal],
});
const run: Run = async (which, points) => (await measuredAt(which, points, crew)).measured;
const options = sharedFactors(asked(file)).map(one => one.options);
const {points} = trajectories('1', options, 5, 4);

test('against a what-if every point is run in both, and measured by what the what-if makes more of it', async () => {
	const [both, before, after] = [await run(asked(file, moreBuilders), points), await run(asked(file), points), await run(asked(moreBuilders), points)];
	expect(both.map(({outcome, of}) => [outcome, of])).toEqual([bricks, coal].map(outcome => [outcome, 'more-builders less valley']));
	both.forEach(({values}, o) => {
		expect(values).toEqual(after[o].values.map((value, p) => value - before[o].values[p]));
	});
	expect(both[0].values.some(value => value > 0)).toBe(true);
});

test('nothing moves the difference that a change of nothing makes, and something that of more builders', async () => {
	const idle = await findEffects(asked(file, nothing), {seed: '1', size: 5}, run);
	for (const {found} of idle) for (const {muStar} of found) expect(muStar).toBe(0);
	const [ofBricks] = await findEffects(asked(file, moreBuilders), {seed: '1', size: 5}, run);
	expect(ofBricks.found.some(({muStar}) => muStar > 0)).toBe(true);
});

test('several what-ifs are each held against the scenario', async () => {
	const all = await run(asked(file, nothing, moreBuilders), points);
	expect(all.map(({of}) => of)).toEqual(['nothing less valley', 'more-builders less valley', 'nothing less valley', 'more-builders less valley']);
	expect(all[0].values.every(value => value === 0)).toBe(true);
});

test('what has other factors is not paired', () => {
	expect(() => sharedFactors(asked(file, path.join('scenarios', 'first-steps.yaml')))).toThrow('cannot be paired: labour.wage is a factor of only one of them');
});

const effect = (muStar: number): Effects => ({mu: muStar, muStar, sigma: 0, halfWidth: 0, count: 1});
const factor = (id: string, kind: 'number' | 'switch') => ({id, kind, options: [], set: () => {}, at: () => '', rest: 0});
const factors = [factor('small', 'number'), factor('rule', 'switch'), factor('large', 'number'), factor('other', 'number'), factor('idle', 'number')];
const sizes = (...all: readonly number[]) => ({outcome: bricks, of: 'valley', factors, found: all.map(effect)});

test('a screening takes the strongest numbers, and leaves switches aside', () => {
	expect(screened([sizes(1, 100, 10, 2, 0)], 2)).toMatchObject({taken: ['large', 'other'], left: ['small', 'idle']});
});

test('a number that matters for one of several outcomes is taken, whatever the size of that outcome', () => {
	expect(screened([sizes(100, 0, 1000, 200, 0), sizes(4, 0, 0, 1, Number.NaN)], 2)).toMatchObject({taken: ['small', 'large'], left: ['other', 'idle']});
});

const sensitivity = (...args: readonly string[]) => counterplan(['sensitivity', file, '--workers', '1', '--outcome', bricks, ...args]);

test('tables say of what they are the difference', () => {
	expect(sensitivity('--against', moreBuilders).stdout).toContain(`What moves ${bricks} of more-builders less valley:`);
	const sobol = sensitivity('--against', moreBuilders, '--method', 'sobol', '--size', '16');
	expect(sobol.stdout).toContain(`What the variance of ${bricks} of more-builders less valley comes from`);
	const {effects} = JSON.parse(sensitivity('--against', moreBuilders, '--outcome', coal, '--format', 'json').stdout) as {effects: Record<string, unknown>[]};
	expect(effects).toHaveLength(2 * options.length);
	expect(effects[0]).toMatchObject({outcome: bricks, of: 'more-builders less valley', unit: 't'});
	expect(sensitivity('--against', file).stderr).toContain('must differ');
});

test('screened, Sobol’s method runs the strongest numbers, and says how many it left out and which of them is the strongest', () => {
	const {stdout, stderr} = sensitivity('--method', 'sobol', '--screen', '2', '--size', '16', '--table', 'indices', '--table', 'effects');
	const numbers = sharedFactors(asked(file)).filter(({kind}) => kind === 'number').length;
	expect(stdout).toContain(`2 of ${numbers} numbers were taken; the other ${numbers - 2} stay as they are`);
	const [indices, effects] = stdout.split('\n\n').map(table =>
		table
			.split('\n')
			.slice(2)
			.map(line => line.split(' ')[0])
			.filter(id => id.includes('.')),
	);
	expect(indices.slice(0, 2).sort()).toEqual(effects.slice(0, 2).sort());
	expect(stdout).toContain(`Of those left out ${effects[2]}, by `);
	expect(stderr).toContain(`${16 * (2 + options.length - numbers + 2)} runs`);
	expect(sensitivity('--screen', '2').stderr).toContain('--method sobol');
	expect(sensitivity('--screen', '81', '--method', 'sobol').stderr).toContain('at most 80');
});
