/** `npm run ablations`: take one mechanism away at a time, fit again by the same search, and write the table to docs/model.md. */
import {readFileSync, writeFileSync} from 'node:fs';
import {simulate} from '../src/run/simulate.ts';
import {setAll} from '../src/scenario/knobs.ts';
import {loadScenario} from '../src/scenario/load.ts';
import {matching} from '../src/scenario/paths.ts';
import {fitTargets} from '../src/study/fit.ts';
import {columnsOf, misfitOf, targetsOf} from '../src/study/misfit.ts';
import {scoreFacts, tally} from '../src/study/score.ts';
import {effort, moved, scenario} from './fitting.ts';

type Ablation = {
	readonly name: string;
	readonly how: string;
	/** Paths, `*` for any one name, and what is put there. */
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

const program = loadScenario(scenario, {fitted: false});
const fitted = loadScenario(scenario);
const targets = targetsOf(program);
const columns = columnsOf(program, targets);
const rows = ablations.map(measure);
write([
	'| off | how | misfit, values as fitted | misfit, fitted again | without its own targets: full model | without its own targets: fitted again | targets hit, fitted again |',
	'|---|---|---|---|---|---|---|',
	...rows,
]);

function measure({name, how, off, own = []}: Ablation): string {
	const [asFitted, asJudged] = [fitted, program].map(({vector}) => without(vector, off));
	const touched = Object.keys(off).flatMap(pattern => matching(program.origins, pattern).map(({path}) => path));
	const again = fitTargets(
		program,
		moved.filter(path => !touched.includes(path)),
		effort,
		asJudged,
	);
	const series = simulate(program, columns, {vector: again.vector});
	const rest = targets.filter(({id}) => !own.includes(id));
	const {hit} = tally(scoreFacts(program, series, targets), 'target');
	const before = misfitOf(program, simulate(program, columns, {vector: asFitted}), targets);
	const full = misfitOf(program, simulate(program, columns, {vector: fitted.vector}), rest);
	const cells = [
		name,
		how,
		before.toFixed(1),
		again.after.toFixed(1),
		full.toFixed(1),
		misfitOf(program, series, rest).toFixed(1),
		`${hit} of ${targets.length}`,
	];
	console.log(cells.join('  '));
	return `| ${cells.join(' | ')} |`;
}

function without(vector: Float64Array, off: Ablation['off']): Float64Array {
	const changed = vector.slice();
	for (const [pattern, value] of Object.entries(off)) if (setAll(program, changed, pattern, value) === 0) throw new Error(`nothing matches ${pattern}`);
	return changed;
}

function write(table: readonly string[]): void {
	const file = 'docs/model.md';
	const [before, rest] = readFileSync(file, 'utf8').split(/(?<=<!-- ablations: begin[^\n]*\n)/);
	const after = rest.slice(rest.indexOf('<!-- ablations: end -->'));
	writeFileSync(file, `${before}${table.join('\n')}\n${after}`);
}
