/**
 * Misfit: how far a run is from the target facts, in their own errors.
 *
 *   misfit = Σ over targets of Σ over readings of weight × min(z², 16),   z = ln(simulated / observed) / ln(1 + error)
 *
 * Holdouts never enter. The cap keeps one fact that no parameters can meet from ruling the rest.
 */
import {columnsFor} from '../run/columns.ts';
import type {Column, Series} from '../run/series.ts';
import type {Fact, Program} from '../scenario/program.ts';
import {type Score, scoreFacts} from './score.ts';

const CAP = 16;

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

/** The squared distance of one reading in its error, at most 16 (as for a ratio of nothing to nothing); nothing for one that is not covered. */
export function penalty({simulated, observed, error, fact}: Score): number {
	if (simulated === undefined || error === undefined || error === 0) return 0;
	if (Number.isNaN(error)) return CAP;
	if (observed <= 0 || simulated <= 0) return Math.min(CAP, (error / fact.error) * (error / fact.error));
	const z = Math.log(simulated / observed) / Math.log(1 + fact.error);
	return Math.min(CAP, z * z);
}
