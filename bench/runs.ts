/** How long one run of the baseline takes, with and without the account of losses: warmed, interleaved, medians, results checked first. `baseline.ts` bundles it as the program is bundled. */
import os from 'node:os';
import {allColumns} from '../src/run/columns.ts';
import {lossColumns} from '../src/run/losses.ts';
import type {Series} from '../src/run/series.ts';
import {simulate} from '../src/run/simulate.ts';
import {loadScenario} from '../src/scenario/load.ts';

const rounds = 200;
const warm = 150;

const loading = performance.now();
const program = loadScenario('scenarios/korea-1945/historical.yaml', {});
const loaded = performance.now() - loading;
const columns = allColumns(program);
const withLosses = [...columns, ...lossColumns(program)];

const variants = [
	{name: 'one column, without losses', run: () => simulate(program, columns.slice(0, 1))},
	{name: 'one column, with losses', run: () => simulate(program, columns.slice(0, 1), {losses: true})},
	{name: 'every column, without losses', run: () => simulate(program, columns)},
	{name: 'every column, with losses', run: () => simulate(program, withLosses, {losses: true})},
] as const;

checkResults();
const times = measure();
console.log(`${os.cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
console.log(
	`loaded in ${loaded.toFixed(0)} ms; ${program.layout.months} months, ${columns.length} columns, ${program.layout.length} parameters; medians of ${rounds} runs`,
);
variants.forEach(({name}, v) => {
	const [low, median, high] = [0.25, 0.5, 0.75].map(at => times[v].toSorted((a, b) => a - b)[Math.floor(rounds * at)]);
	console.log(`${name.padEnd(29)} ${median.toFixed(2)} ms   (quartiles ${low.toFixed(2)} to ${high.toFixed(2)})`);
});

/** A fast run that gives something else is no run: every variant must give the same bits, and the same twice. */
function checkResults(): void {
	const [first, ...others] = [...variants, ...variants].map(({run}) => run());
	for (const other of others) if (!sameBits(first, other)) throw new Error('the variants do not give the same results');
	if (!first.values.some(values => values.some(value => value > 0))) throw new Error('the baseline gives nothing');
}

/** The columns of the loss account are only there with it. */
function sameBits(a: Series, b: Series): boolean {
	const shared = Math.min(columns.length, a.values.length, b.values.length);
	return a.values.slice(0, shared).every((values, c) => columns[c].field[0] === 'losses' || values.every((value, t) => Object.is(value, b.values[c][t])));
}

/** With and without losses take turns; runs that write every column come after those that write one, and do not crowd their caches. */
function measure(): number[][] {
	return [variants.slice(0, 2), variants.slice(2)].flatMap(pair => {
		const taken: number[][] = pair.map(() => []);
		for (let round = -warm; round < rounds; round++) {
			pair.forEach(({run}, v) => {
				const before = performance.now();
				run();
				if (round >= 0) taken[v].push(performance.now() - before);
			});
		}
		return taken;
	});
}
