/** `npm run fit`: fit the baseline to its target facts and write the factors to fitted.yaml. */
import {writeFileSync} from 'node:fs';
import {simulate} from '../src/run/simulate.ts';
import {loadScenario} from '../src/scenario/load.ts';
import {fitTargets} from '../src/study/fit.ts';
import {columnsOf, targetsOf} from '../src/study/misfit.ts';
import {scoreFacts, tally} from '../src/study/score.ts';
import {effort, moved, scenario} from './fitting.ts';

const program = loadScenario(scenario, {fitted: false});
const found = fitTargets(program, moved, effort);
const lines = found.knobs.map(({path, low, high}, k) => {
	const factor = found.factors[k];
	const room = Math.min(factor - low, high - factor) < 1e-3 * (high - low) ? ', at a bound' : '';
	return `  ${path}: {scale: ${factor}} # of ${low.toPrecision(3)} to ${high.toPrecision(3)}${room}`;
});
const head = [
	'# yaml-language-server: $schema=../../docs/schema/fitted.json',
	'# Factors on judged numbers of the baseline, found by a plain search on the target facts; each stays in the range that the',
	`# number states. Misfit ${found.before.toFixed(1)} as judged, ${found.after.toFixed(1)} as fitted, after ${found.evaluations} runs. Written anew by the command below.`,
	'counterplan: 1',
	'file: fitted',
	'command: npm run fit',
	'values:',
];
writeFileSync('scenarios/korea-1945/fitted.yaml', `${[...head, ...lines].join('\n')}\n`);
const facts = targetsOf(program);
const {hit, near, miss} = tally(scoreFacts(program, simulate(program, columnsOf(program, facts), {vector: found.vector}), facts), 'target');
console.log(`${lines.join('\n')}\nmisfit ${found.before.toFixed(1)} -> ${found.after.toFixed(1)}; targets ${hit} hit, ${near} near, ${miss} missed`);
