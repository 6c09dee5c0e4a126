/** The valley of `first-steps.yaml` with numbers in doubt, and facts made up from a run in which they are known. */
import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {columnsFor} from '../../src/run/columns.ts';
import {evaluate, simulate} from '../../src/run/simulate.ts';
import {loadScenario} from '../../src/scenario/load.ts';
import {parseOutcome} from '../../src/scenario/outcome.ts';

/** What is in doubt: the value as written, its range, and what it is in the run that the facts are from. */
export const planted = {
	'sites.hill-mine.capacity': {written: '1000 t/month', range: '600..1600 t/month', truth: '1300 t/month'},
	'industries.mining.hiring': {written: '0.1', range: '0.05..0.3', truth: '0.2'},
	'labour.builders': {written: '6 persons', range: '2..10 persons', truth: '4 persons'},
	// Wages of builders are nothing beside the chest: no fact of the valley tells anything of them.
	'labour.wage': {written: '5 yen/person/month', range: '4..6 yen/person/month', truth: '5 yen/person/month'},
} as const;

const observed = [
	'coal.made@1900-01:sum',
	'coal.made@1900-03:sum',
	'coal.made@1900-06:sum',
	'coal.made@1900-12:sum',
	'mining.workers@1900-02:final',
	'mining.workers@1900-04:final',
	'bricks.made@1900-04..1900-06:sum',
	'bricks.made@1900-07..1900-09:sum',
	'bricks.made@1900-10..1900-12:sum',
	'river-kilns.restored@1900-10:final',
];

const held = ['coal.made@1900-09:sum', 'bricks.made@1900:sum'];

const doubt = (value: string, range: string): string => `{value: ${value}, range: ${range}, reason: "in doubt"}`;

const text = readFileSync('scenarios/first-steps.yaml', 'utf8')
	.replace('capacity: 1000 t/month', `capacity: ${doubt('1000 t/month', planted['sites.hill-mine.capacity'].range)}`)
	.replace('hiring: 0.1 ', `hiring: ${doubt('0.1', planted['industries.mining.hiring'].range)} `)
	.replace('wage: 5 yen/person/month', `wage: ${doubt('5 yen/person/month', planted['labour.wage'].range)}`)
	.replace('\nlabour:', '\nfacts: facts.yaml\nsources: sources.yaml\nlabour:');

/** Write the valley into a new folder; returns its scenario. */
export function writeValley(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-valley-'));
	mkdirSync(path.join(folder, 'what-if'));
	const file = path.join(folder, 'valley.yaml');
	writeFileSync(file, text);
	writeFileSync(
		path.join(folder, 'sources.yaml'),
		'counterplan: 1\nfile: sources\nworks: {valley: Annals of the valley}\nsources:\n  V1: {figure: seen, value: as run, cite: valley}\n  V2: {figure: kept apart, value: as run, cite: valley}\n',
	);
	writeFileSync(path.join(folder, 'facts.yaml'), 'counterplan: 1\nfile: facts\nfacts: {}\n');
	const truth = loadScenario(file, {set: Object.entries(planted).map(([name, {truth: value}]) => ({path: name, text: value}))});
	const outcomes = [...observed, ...held].map(outcome => parseOutcome(outcome)).filter(outcome => typeof outcome === 'object');
	const series = simulate(truth, columnsFor(truth, outcomes));
	const facts = outcomes.map((outcome, i) => {
		const role = i < observed.length ? 'target' : 'holdout';
		const unit = outcome.text.startsWith('mining') ? ' persons' : outcome.text.startsWith('river') ? ' units' : ' t';
		return `  f${i}: {label: "${outcome.text}", role: ${role}, outcome: "${outcome.text}", value: ${evaluate(series, outcome)}${unit}, error: 5 %, source: ${role === 'target' ? 'V1' : 'V2'}}`;
	});
	writeFileSync(path.join(folder, 'facts.yaml'), `counterplan: 1\nfile: facts\nfacts:\n${facts.join('\n')}\n`);
	writeFileSync(
		path.join(folder, 'what-if', 'more-builders.yaml'),
		'counterplan: 1\nfile: what-if\nextends: ../valley.yaml\ntitle: More builders\nkind: action\nreason: a test\nchange:\n  labour.builders: {scale: 1.5}\nexpect: {outcome: "bricks.made@1900:sum", sign: +}\n',
	);
	return file;
}
