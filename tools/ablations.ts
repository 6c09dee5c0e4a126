/** `npm run ablations`: take one mechanism away at a time, or believe another source, calibrate the same numbers again, and write the tables to docs/model.md. */
import {readFileSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {parse} from 'yaml';
import {simulate} from '../src/run/simulate.ts';
import {knobsOf} from '../src/scenario/knobs.ts';
import {matching} from '../src/scenario/paths.ts';
import type {Program} from '../src/scenario/program.ts';
import {calibrate} from '../src/study/calibration/calibrate.ts';
import {crewOf} from '../src/study/crew.ts';
import {place} from '../src/study/factors.ts';
import {columnsOf, misfitOf, targetsOf} from '../src/study/misfit.ts';
import {rivalReadings} from '../src/study/readings.ts';
import {scoreFacts, tally} from '../src/study/score.ts';
import {programOf, type Subject} from '../src/study/subject.ts';

type Ablation = {
	readonly name: string;
	readonly how: string;
	/** Paths, `*` for any one name, and what is put there, in the unit of the number. */
	readonly off: Readonly<Record<string, number>>;
	/** Targets that only count what the mechanism itself does, left out of the second comparison. */
	readonly own?: readonly string[];
};

const ablations: readonly Ablation[] = [
	{name: 'nothing', how: 'the model as it is', off: {}},
	{name: 'translators', how: 'everyone is understood', off: {'languages.*.span': 1e9}},
	{name: 'specialists', how: 'crews need nobody’s knowledge', off: {'industries.*.bare-knowledge': 1}},
	{name: 'coal grade', how: 'all imported coal is fit', off: {'routes.*.grades.coking-coal.share': 1, 'routes.*.grades.low-grade-coal.share': 0}},
	{name: 'training', how: 'no courses are held', off: {'courses.*.seats': 0}, own: ['F26', 'F27']},
	{name: 'restoration crews', how: 'hands are never short', off: {'labour.builders': 1e9}},
	{name: 'opening stocks', how: 'nothing is left from before', off: {'goods.*.opening-stock': 0}},
];

const file = 'scenarios/korea-1945/historical.yaml';
const effort = {seed: '1945', starts: 3, budget: 6000};
const [asWritten, asCalibrated] = [{file, fitted: false}, {file}].map(programOf);
const numbers = Object.keys(parse(readFileSync('scenarios/korea-1945/fitted.yaml', 'utf8')).values);
const targets = targetsOf(asCalibrated);
const crew = await crewOf(availableParallelism());
const rows: string[] = [];
for (const ablation of ablations) rows.push(await measure(ablation));
const readings: string[] = [];
for (const reading of [undefined, ...rivalReadings(asWritten)]) readings.push(await believe(reading));
await crew.leave();
write('ablations', [
	'| off | how | misfit, values as calibrated | misfit, calibrated again | without its own targets: full model | without its own targets: calibrated again | targets hit, calibrated again |',
	'|---|---|---|---|---|---|---|',
	...rows,
]);
write('readings', [
	'| reading believed | misfit, values as calibrated | misfit, calibrated again | targets hit, calibrated again |',
	'|---|---|---|---|',
	...readings,
]);

async function measure({name, how, off, own = []}: Ablation): Promise<string> {
	const subject: Subject = {file, fitted: false, set: settings(off)};
	const moved = movable(programOf(subject));
	const again = await calibrate(subject, moved, effort, crew);
	const vector = programOf(subject).vector.slice();
	place(again.factors, vector, again.point);
	const rest = targets.filter(({id}) => !own.includes(id));
	const misfit = (program: Program, parameters: Float64Array, facts = targets): string =>
		misfitOf(program, simulate(program, columnsOf(program, facts), {vector: parameters}), facts).toFixed(1);
	const without = programOf({file, set: settings(off)});
	const {hit} = tally(scoreFacts(asWritten, simulate(asWritten, columnsOf(asWritten, targets), {vector}), targets), 'target');
	const cells = [
		name,
		how,
		misfit(without, without.vector),
		again.misfit.toFixed(1),
		misfit(asCalibrated, asCalibrated.vector, rest),
		misfit(asWritten, vector, rest),
		`${hit} of ${targets.length}`,
	];
	console.log(cells.join('  '));
	return `| ${cells.join(' | ')} |`;
}

/** What another reading of the sources comes to; the heaviest of each where none is named. */
async function believe(reading: string | undefined): Promise<string> {
	const subject: Subject = {file, ...(reading !== undefined && {readings: [reading]})};
	const [written, calibrated] = [{...subject, fitted: false}, subject].map(programOf);
	const moved = movable(written);
	const again = await calibrate({...subject, fitted: false}, moved, effort, crew);
	const vector = written.vector.slice();
	place(again.factors, vector, again.point);
	const before = misfitOf(calibrated, simulate(calibrated, columnsOf(calibrated, targets), {vector: calibrated.vector}), targets);
	const {hit} = tally(scoreFacts(written, simulate(written, columnsOf(written, targets), {vector}), targets), 'target');
	const cells = [reading ?? 'the heaviest of each', before.toFixed(1), again.misfit.toFixed(1), `${hit} of ${targets.length}`];
	console.log(cells.join('  '));
	return `| ${cells.join(' | ')} |`;
}

/** Of the numbers calibrated, those that this program leaves to be moved: what it sets, or reads otherwise, is not. */
function movable(program: Program): readonly string[] {
	return numbers.filter(name => knobsOf(program, name).length > 0);
}

function pathsOf(pattern: string): readonly string[] {
	const found = matching(asWritten.origins, pattern).map(({path}) => path);
	if (found.length === 0) throw new Error(`nothing matches ${pattern}`);
	return found;
}

/** What an ablation sets, number by number. */
function settings(off: Ablation['off']): NonNullable<Subject['set']> {
	return Object.entries(off).flatMap(([pattern, value]) =>
		pathsOf(pattern).map(path => ({path, text: `${value} ${asWritten.origins.get(path)?.unit.replace(/^1$/, '') ?? ''}`.trim()})),
	);
}

function write(name: string, table: readonly string[]): void {
	const page = 'docs/model.md';
	const [before, rest] = readFileSync(page, 'utf8').split(new RegExp(`(?<=<!-- ${name}: begin[^\\n]*\\n)`));
	const after = rest.slice(rest.indexOf(`<!-- ${name}: end -->`));
	writeFileSync(page, `${before}${table.join('\n')}\n${after}`);
}
