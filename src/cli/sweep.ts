/** `counterplan sweep` and `seek`: along levers, an outcome at every station, and the least change that reaches a target. */
import {mapTable, seekTable, sweepTable} from '../report/sweep.ts';
import type {Program} from '../scenario/program.ts';
import {outcomeOf} from '../study/evaluate.ts';
import {headlineOutcomes} from '../study/outcomes.ts';
import {seekAlone, seekTogether, type Target} from '../study/seek.ts';
import {parseStatement} from '../study/statement.ts';
import {programOf} from '../study/subject.ts';
import {mostRuns, sweep as runSweep} from '../study/sweep.ts';
import {wayOf} from '../study/vary.ts';
import {chosenTables, deliver, type OutputOptions} from './output.ts';
import {outcomeAsked, type SubjectOptions, subjectOf} from './studying.ts';
import {UsageError} from './usage.ts';

/** A way as written: `sakhalin-ports`, `sakhalin-ports=0..10`, `labour.builders=x0.5..x2:7`. */
export type Varied = {readonly path: string; readonly from?: string; readonly to?: string; readonly count?: number};

export type SweepOptions = OutputOptions & SubjectOptions & {readonly vary: readonly Varied[]; readonly outcome?: readonly string[]};
export type SeekOptions = OutputOptions & SubjectOptions & {readonly vary: readonly Varied[]; readonly target: string};

export const usualStations = 11;

/** Run every station and print the outcomes. */
export async function sweep(file: string, options: SweepOptions): Promise<void> {
	const two = options.vary.length === 2;
	const tables = chosenTables(options.table, two ? ['map', 'sweep'] : ['sweep'], options.format, {
		screen: [two ? 'map' : 'sweep'],
		data: ['sweep'],
		csv: 'sweep',
	});
	const program = programOf(subjectOf(file, options));
	const ways = options.vary.map(one => wayOf(program, one));
	const counts = options.vary.map(({count = usualStations}) => count);
	const runs = counts.reduce((product, count) => product * count, 1);
	if (ways.length > 2) throw new UsageError(`a sweep goes along one way or two; found ${ways.length}`);
	if (runs > mostRuns) throw new UsageError(`${runs} runs are too many for a sweep; at most ${mostRuns}`);
	const outcomes = (options.outcome ?? headlineOutcomes(program).slice(0, 1)).map(text => outcomeOf(outcomeAsked(program, text)));
	const found = runSweep(program, ways, counts, outcomes);
	await deliver(
		tables.flatMap(name => (name === 'map' ? outcomes.map((_, o) => mapTable(program, found, o, options.format === 'table')) : [sweepTable(program, found)])),
		options,
	);
}

/** Find the smallest changes that reach a target and print them. */
export async function seek(file: string, options: SeekOptions): Promise<void> {
	chosenTables(options.table, ['seek'], options.format, {screen: ['seek'], data: ['seek'], csv: 'seek'});
	const program = programOf(subjectOf(file, options));
	const ways = options.vary.map(one => wayOf(program, one));
	const target = targetOf(program, options.target);
	const together = ways.length > 1 ? seekTogether(program, target, ways) : undefined;
	await deliver([seekTable(program, target, seekAlone(program, target, ways), together)], options);
}

function targetOf(program: Program, text: string): Target {
	const {left, comparison, right} = parseStatement(program, text);
	if (!('value' in right)) throw new UsageError('a target is a number, as in --target "pig-iron.made@1947:sum >= 60 kt"');
	return {outcome: left, side: comparison.startsWith('>') ? '>=' : '<=', value: right.value};
}
