/** Runs under every reading where sources conflict, for `run --reading all` and `compare --readings`. */
import {readingsTable, type UnderReading, verdictsTable} from '../report/readings.ts';
import type {Table} from '../report/table.ts';
import type {Outcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {contender, figures} from '../study/compare.ts';
import {rivalReadings} from '../study/readings.ts';
import {scoreFacts} from '../study/score.ts';
import {type OutputOptions, progress} from './output.ts';

/** A run that can be loaded under any reading. */
export type Side = {readonly name: string; readonly load: (readings: readonly string[]) => Program};

const usual = 'the heaviest';

/** Differences between runs under every reading that any of them has. */
export const comparedReadings = (sides: readonly Side[], outcomes: readonly Outcome[], options: OutputOptions): Table =>
	readingsTable(underAll(sides, outcomes, options));

/** What one scenario gives under every reading that it has. */
export const readingVerdicts = (side: Side, outcomes: readonly Outcome[], options: OutputOptions): Table => verdictsTable(underAll([side], outcomes, options));

function underAll(sides: readonly Side[], outcomes: readonly Outcome[], options: OutputOptions): readonly UnderReading[] {
	const usualPrograms = sides.map(({load}) => load([]));
	const rivals = usualPrograms.map(rivalReadings);
	const all = [usual, ...new Set(rivals.flat())];
	return all.map((reading, done) => {
		progress(`reading ${done + 1} of ${all.length}`, options);
		const programs = sides.map(({load}, i) => (rivals[i].includes(reading) ? load([reading]) : usualPrograms[i]));
		return underOne(reading, sides, programs, outcomes);
	});
}

function underOne(reading: string, sides: readonly Side[], programs: readonly Program[], outcomes: readonly Outcome[]): UnderReading {
	const facts = programs[0].facts.flatMap(({readings}) => readings.flatMap(({outcome, over}) => (over ? [outcome, over] : [outcome])));
	const runs = programs.map((program, i) => contender(sides[i].name, program, [...outcomes, ...facts]));
	return {reading, runs, figures: figures(runs, outcomes), scores: scoreFacts(programs[0], runs[0].series)};
}
