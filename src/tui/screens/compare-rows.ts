/** What the screen that compares lists: the outcomes of two runs, over the run and by year. */
import type {Findings} from '../../report/findings.ts';
import {overPeriod} from '../../report/period.ts';
import type {Nature} from '../../scenario/quantities.ts';
import {type Parting, parting, signOf} from '../../study/compare.ts';
import {outcomeOf, type ShownOutcome, shownOutcomes} from '../outcomes.ts';
import type {Scene} from '../scene.ts';
import type {ListState} from '../state.ts';
import {arranged, type Key} from './arranged.ts';
import {percentMore} from './runs.ts';

/** A number of run A and of run B, and by how many per cent B has more. */
export type Pair = {readonly a: number | undefined; readonly b: number | undefined; readonly more: number | undefined};

export type OutcomeRow = {
	readonly id: string;
	readonly outcome: ShownOutcome;
	readonly kind: Nature;
	readonly overRun: Pair;
	/** A pair a year of run B. */
	readonly byYear: readonly Pair[];
};

/** The headline outcomes of the pinned run, A, and of the present one, B. */
export function outcomeRows({bench, pinned, now}: Scene): readonly OutcomeRow[] {
	return shownOutcomes(bench.program).map(outcome => {
		const kind = now.track(outcome.entity, outcome.quantity)?.column.kind ?? 'index';
		return {
			id: `${outcome.entity}.${outcome.quantity}`,
			outcome,
			kind,
			overRun: pairOf(outcomeOf(pinned.findings, outcome), outcomeOf(now, outcome)),
			byYear: now.years.map(({label}) => pairOf(inYear(pinned.findings, outcome, label), inYear(now, outcome, label))),
		};
	});
}

/** The last bits of a calculation are no difference. */
function pairOf(a: number | undefined, b: number | undefined): Pair {
	const same = a !== undefined && b !== undefined && signOf(a, b) === '0';
	return {a, b, more: same ? 0 : percentMore(a, b)};
}

/** Years are found by name: another scenario may have others. */
function inYear({track, years}: Findings, {entity, quantity}: ShownOutcome, label: string): number | undefined {
	const year = years.find(other => other.label === label);
	const found = track(entity, quantity);
	return year && found && overPeriod(found.column.kind, found.values, year);
}

/** By what each column of the list sorts. */
export const outcomeKeys: readonly (readonly [string, (row: OutcomeRow) => Key])[] = [
	['outcome', ({outcome}) => outcome.label],
	['A', ({overRun}) => overRun.a],
	['B', ({overRun}) => overRun.b],
	['%', ({overRun}) => overRun.more],
];

/** The outcomes as the list is filtered and sorted. */
export const comparedOutcomes = (scene: Scene, list: ListState): readonly OutcomeRow[] =>
	arranged(
		outcomeRows(scene),
		list,
		({outcome, id}) => `${outcome.label} ${id}`,
		outcomeKeys.map(([, key]) => key),
	);

const partings = new WeakMap<object, WeakMap<object, Parting>>();

/** Where the two runs part; worked out once for a pair of runs. */
export function partingOf({pinned, now}: Scene): Parting {
	const [a, b] = [pinned.findings.run.series, now.run.series];
	const known = partings.get(a) ?? new WeakMap<object, Parting>();
	partings.set(a, known);
	const found = known.get(b) ?? parting(a, b);
	known.set(b, found);
	return found;
}
