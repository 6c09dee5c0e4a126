/**
 * The scoreboard of history: what a run gave beside what was observed.
 *
 *   error = (simulated − observed) / |observed|;   hit within the fact's error, near within twice that, else a miss
 *
 * A fact that says only "more than" or "less than" has no error on its open side. Where sources conflict every reading is
 * scored, and the fact stands by its heaviest.
 */
import type {Series} from '../run/series.ts';
import {evaluate} from '../run/simulate.ts';
import type {Fact, FactReading, Program, Role} from '../scenario/program.ts';

export type Verdict = 'hit' | 'near' | 'miss' | 'not-covered';

export type Score = {
	readonly fact: Fact;
	readonly reading: FactReading;
	/** Its share of the weight of the fact's readings. */
	readonly weight: number;
	/** Undefined where the fact lies outside the run. */
	readonly simulated: number | undefined;
	readonly observed: number;
	readonly error: number | undefined;
	readonly verdict: Verdict;
};

/** Every reading of every fact, scored; a fact's heaviest reading first. */
export const scoreFacts = (program: Program, series: Series, facts: readonly Fact[] = program.facts): Score[] =>
	facts.flatMap(fact => fact.readings.map(reading => scoreReading(series, fact, reading)));

function scoreReading(series: Series, fact: Fact, reading: FactReading): Score {
	const simulated = simulatedValue(series, reading);
	const weights = fact.readings.reduce((sum, {weight}) => sum + weight, 0);
	const error = simulated === undefined ? undefined : errorOf(simulated, reading.value, fact.side);
	return {
		fact,
		reading,
		weight: weights > 0 ? reading.weight / weights : 1 / fact.readings.length,
		simulated,
		observed: reading.value,
		error,
		verdict: error === undefined ? 'not-covered' : verdictOn(error, fact.error),
	};
}

function simulatedValue(series: Series, {outcome, over}: FactReading): number | undefined {
	const value = evaluate(series, outcome);
	if (!over || value === undefined) return value;
	const base = evaluate(series, over);
	return base === undefined ? undefined : value / base;
}

/** The relative error of a result; on the side that a one-sided fact leaves open it is 0. */
export function errorOf(simulated: number, observed: number, side: Fact['side']): number {
	if (side === 'at-least' && simulated >= observed) return 0;
	if (side === 'at-most' && simulated <= observed) return 0;
	if (simulated === observed) return 0;
	return (simulated - observed) / Math.abs(observed);
}

/** The verdict on an error, with room for the last bits of a result that lies on the bound. */
export function verdictOn(error: number, within: number): Verdict {
	const size = Math.abs(error) * (1 - 1e-12);
	if (size <= within) return 'hit';
	return size <= 2 * within ? 'near' : 'miss';
}

export type Tally = {
	readonly facts: number;
	readonly covered: number;
	readonly hit: number;
	readonly near: number;
	readonly miss: number;
	/** Hits with every reading counted by its weight. */
	readonly weighted: number;
};

/** How many facts of a role were hit; each fact counts once, by its heaviest reading. */
export function tally(scores: readonly Score[], role: Role): Tally {
	const ofRole = scores.filter(({fact}) => fact.role === role);
	const heaviest = ofRole.filter(({fact, reading}) => fact.readings[0] === reading);
	const count = (verdict: Verdict): number => heaviest.filter(score => score.verdict === verdict).length;
	return {
		facts: heaviest.length,
		covered: heaviest.length - count('not-covered'),
		hit: count('hit'),
		near: count('near'),
		miss: count('miss'),
		weighted: ofRole.reduce((sum, {verdict, weight}) => sum + (verdict === 'hit' ? weight : 0), 0),
	};
}
