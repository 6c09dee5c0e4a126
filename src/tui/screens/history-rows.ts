/** What the scoreboard lists: each reading of each fact, with the verdict on the run and that on the baseline. */
import {formatNumber} from '../../report/number.ts';
import {evaluate} from '../../run/simulate.ts';
import type {Role} from '../../scenario/program.ts';
import type {Score, Verdict} from '../../study/score.ts';
import type {Mark} from '../drawing/chart.ts';
import type {Scene} from '../scene.ts';
import type {ListState} from '../state.ts';
import {arranged, type Key} from './arranged.ts';

export type FactRow = {
	readonly id: string;
	readonly label: string;
	readonly score: Score;
	readonly before: Score | undefined;
	/** Whether it is the reading by which the fact stands. */
	readonly heaviest: boolean;
};

export const roleNames: Readonly<Record<Role, string>> = {target: 'fitted', holdout: 'held out'};

/** Facts fitted first, then those held out; in the order of the scenario. */
export function factRows({now, bench}: Scene): readonly FactRow[] {
	const before = new Map(bench.baseline.scores.map(score => [idOf(score), score]));
	const rows = now.scores.map(score => ({
		id: idOf(score),
		label: labelOf(score),
		score,
		before: before.get(idOf(score)),
		heaviest: score.fact.readings[0] === score.reading,
	}));
	return (['target', 'holdout'] as const).flatMap(role => rows.filter(({score}) => score.fact.role === role));
}

const idOf = ({fact, reading}: Score): string => (fact.readings.length > 1 ? `${fact.id} ${reading.id}` : fact.id);

/** A reading in words. */
export const readingName = ({reading}: Score): string => reading.id.replaceAll('-', ' ');

const labelOf = (score: Score): string => (score.fact.readings.length > 1 ? `${score.fact.label} (${readingName(score)})` : score.fact.label);

const ranks: Readonly<Record<Verdict, string>> = {hit: '1', near: '2', miss: '3', 'not-covered': '4'};

/** By what each column of the list sorts. */
export const factKeys: readonly (readonly [string, (row: FactRow) => Key])[] = [
	['fact', ({label}) => label],
	['simulated', ({score}) => score.simulated],
	['observed', ({score}) => score.observed],
	['unit', ({score}) => score.fact.unit],
	['verdict', ({score}) => ranks[score.verdict]],
	['error', ({score}) => (score.error === undefined ? undefined : Math.abs(score.error))],
	['role', ({score}) => roleNames[score.fact.role]],
	['allowed', ({score}) => score.fact.error],
	['baseline', ({before}) => before && ranks[before.verdict]],
	['its error', ({before}) => (before?.error === undefined ? undefined : Math.abs(before.error))],
];

/** The facts as the list is filtered and sorted. */
export const shownFacts = (scene: Scene, list: ListState): readonly FactRow[] =>
	arranged(
		factRows(scene),
		list,
		factWords,
		factKeys.map(([, key]) => key),
	);

/** The words by which a fact is found. */
export const factWords = ({id, label, score}: FactRow): string => `${id} ${label} ${score.verdict} ${roleNames[score.fact.role]}`;

/** The level of a reading in its series: what was observed, an amount spread evenly over its months; of a ratio, that many times what the run has it over. */
export function factMark({now}: Scene, {score}: FactRow): Mark | undefined {
	const {outcome, over, value} = score.reading;
	const {series} = now.run;
	const [first, last] = outcome.period ? outcome.period.map(month => month - series.start) : [0, series.months - 1];
	const base = over ? evaluate(series, over) : 1;
	if (last < 0 || first >= series.months || base === undefined) return undefined;
	const months = outcome.reduce === 'sum' ? last - first + 1 : 1;
	const level = (value * base) / months;
	const spread = months > 1 ? ` in ${months} months` : '';
	const name = over ? `observed: ${formatNumber(value)} times ${over.text}` : `observed ${formatNumber(value)}${spread}`;
	return {name, from: Math.max(0, outcome.reduce === 'final' ? last : first), to: Math.min(series.months - 1, last), value: level, role: 'fact'};
}
