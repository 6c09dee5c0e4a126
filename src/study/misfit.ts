/**
 * Misfit: how far a run is from the target facts, in their own errors.
 *
 *   misfit = Σ over targets of Σ over readings of weight × 2 ln(1 + z²),   z = ln(simulated / observed) / ln(1 + error)
 *
 * Twice the negative logarithm of Cauchy errors as wide as the fact's own (robust estimation after Hampel et al. 1986, unverified): figures of
 * such times are now and then wrong by far, or contradict one another, and a fact that no parameters can meet should not draw all
 * others away. Holdouts never enter.
 */
import {log} from '../economy/arithmetic.ts';
import {columnsFor} from '../run/columns.ts';
import type {Column, Series} from '../run/series.ts';
import type {Fact, Program} from '../scenario/program.ts';
import {type Score, scoreFacts} from './score.ts';

/** As far off as a ratio of nothing to nothing counts, in errors. */
const LOST = 16;

/** The target facts of a program. */
export const targetsOf = ({facts}: Program): Fact[] => facts.filter(({role}) => role === 'target');

/** The columns that these facts are read from, each once. */
export const columnsOf = (program: Program, facts: readonly Fact[]): Column[] =>
	columnsFor(
		program,
		facts.flatMap(({readings}) => readings.flatMap(({outcome, over}) => (over ? [outcome, over] : [outcome]))),
	);

export const misfitOf = (program: Program, series: Series, facts: readonly Fact[]): number =>
	scoreFacts(program, series, facts).reduce((sum, score) => sum + score.weight * penalty(score), 0);

/** What one reading adds; nothing for one that is not covered. */
export function penalty(score: Score): number {
	const z = distance(score);
	return 2 * log(1 + z * z);
}

/** How far a reading is off, in its own errors; 0 for one that is not covered. */
function distance({simulated, observed, error, fact}: Score): number {
	if (simulated === undefined || error === undefined || error === 0) return 0;
	if (Number.isNaN(error)) return LOST;
	if (observed <= 0 || simulated <= 0) return error / fact.error;
	return log(simulated / observed) / log(1 + fact.error);
}
