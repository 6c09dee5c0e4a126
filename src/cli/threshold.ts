/** `counterplan threshold`: what binds along a lever, and over two. */
import {bindingMapTable, stationsTable, thresholdTable} from '../report/threshold.ts';
import {bindingAt, bindingMap} from '../study/binding.ts';
import {outcomeOf} from '../study/evaluate.ts';
import {headlineOutcomes} from '../study/outcomes.ts';
import {programOf} from '../study/subject.ts';
import {mostRuns} from '../study/sweep.ts';
import {stretches} from '../study/threshold.ts';
import {stations, wayOf} from '../study/vary.ts';
import {chosenTables, deliver, type OutputOptions} from './output.ts';
import {outcomeAsked, reporter, type SubjectOptions, subjectOf} from './studying.ts';
import {usualStations, type Varied} from './sweep.ts';
import {UsageError} from './usage.ts';

export type ThresholdOptions = OutputOptions & SubjectOptions & {readonly along: readonly Varied[]; readonly outcome?: string};

/** Find where what binds changes along a way, or map it over two, and print it. */
export async function threshold(file: string, options: ThresholdOptions): Promise<void> {
	const {along} = options;
	const two = along.length === 2;
	const tables = chosenTables(options.table, two ? ['map', 'threshold'] : ['threshold'], options.format, {
		screen: [two ? 'map' : 'threshold'],
		data: ['threshold'],
		csv: 'threshold',
	});
	if (along.length > 2) throw new UsageError(`a threshold is looked for along one way or over two; found ${along.length}`);
	const program = programOf(subjectOf(file, options));
	const ways = along.map(one => wayOf(program, one));
	const counts = along.map(({count = usualStations}) => count);
	const runs = counts.reduce((product, count) => product * count, 1);
	if (runs > mostRuns) throw new UsageError(`${runs} runs are too many for a threshold; at most ${mostRuns}`);
	const outcome = outcomeOf(outcomeAsked(program, options.outcome ?? headlineOutcomes(program)[0]));
	if (two) {
		const map = bindingMap(program, ways, counts, outcome, reporter('runs', runs, options));
		await deliver(
			tables.map(name => (name === 'map' ? bindingMapTable(program, map, options.format === 'table') : stationsTable(program, map))),
			options,
		);
		return;
	}
	const at = bindingAt(program, ways, outcome);
	const found = stretches(stations(ways[0], counts[0]), value => at([value]));
	await deliver([thresholdTable(program, ways[0], outcome, found)], options);
}
