/** How long many runs take, shared out over the processors there are: an ensemble with all its files, a calibration, and an attribution over ten causes. */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import path from 'node:path';
import {parse} from 'yaml';
import {loadScenario} from '../src/scenario/load.ts';
import {buildProgram} from '../tools/build.ts';

const scenario = 'scenarios/korea-1945/historical.yaml';
const members = 10_000;
const runs = 20_000;

const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-bench-'));
const numbers = Object.keys(parse(readFileSync('scenarios/korea-1945/fitted.yaml', 'utf8')).values).flatMap(name => ['--number', name]);
const causes = loadScenario(scenario).reliefs.length;

await buildProgram();
const studies = [
	{
		name: `an ensemble of ${members} members`,
		count: members,
		args: ['ensemble', scenario, '--members', String(members), '--folder', path.join(folder, 'members')],
	},
	{
		name: `a calibration of ${runs} runs`,
		count: runs,
		args: ['calibrate', scenario, ...numbers, '--runs', String(runs), '--starts', '8', '--table', 'numbers'],
	},
	{
		name: `an attribution over ${causes} causes`,
		count: 2 ** causes,
		args: ['why', scenario, 'industry.index@1947:mean', '--members', '0', '--table', 'attribution'],
	},
];
console.log(`${availableParallelism()} workers`);
for (const {name, count, args} of studies) {
	const before = performance.now();
	const {status, stderr} = spawnSync(process.execPath, ['dist/main.js', ...args, '--out', path.join(folder, 'out.txt')], {encoding: 'utf8'});
	const taken = performance.now() - before;
	if (status !== 0) throw new Error(stderr);
	if (readFileSync(path.join(folder, 'out.txt'), 'utf8').length === 0) throw new Error(`${name} says nothing`);
	console.log(`${name.padEnd(34)} ${(taken / 1000).toFixed(1)} s   ${(taken / count).toFixed(2)} ms a run`);
}
rmSync(folder, {recursive: true});
