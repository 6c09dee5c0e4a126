/** The numbers by which the baseline is known again: a few outcomes of every part of the economy. */
import {allColumns} from '../../src/run/columns.ts';
import {evaluate, simulate} from '../../src/run/simulate.ts';
import {loadScenario} from '../../src/scenario/load.ts';
import {parseOutcome} from '../../src/scenario/outcome.ts';

export const goldenFile = 'test/golden/historical.json';

const quantities = [
	'industry.index',
	'enterprises.started',
	'anthracite.made',
	'pig-iron.made',
	'rolled-steel.made',
	'fertilizer.made',
	'cement.made',
	'electricity.made',
	'sakhalin.landed',
	'russian-korean.spoken',
	'coal-mining.workers',
	'coal-mining.expertise',
	'worker-courses.trained',
	'rail.capacity',
	'power-to-south.shipped',
	'reconstruction.cash',
	'civil-administration.received',
	'finance.clearing',
	'labour.attendance',
	'restoration.crews',
];

/** The mean of each in every year of the run, by outcome. */
export function goldenOutcomes(): Record<string, number> {
	const program = loadScenario('scenarios/korea-1945/historical.yaml');
	const series = simulate(program, allColumns(program));
	const named = quantities.flatMap(quantity => [1946, 1947, 1948, 1949].map(year => `${quantity}@${year}:mean`));
	return Object.fromEntries(
		named.map(text => {
			const outcome = parseOutcome(text);
			const value = typeof outcome === 'string' ? undefined : evaluate(series, outcome);
			if (value === undefined) throw new Error(`${text} is no outcome of the baseline`);
			return [text, value];
		}),
	);
}
