/** Why an outcome of a lesson's run is what it is: what was lost to each cause, and what relieving each of a few causes brings. */
import {columnsFor} from '../run/columns.ts';
import {type FullRun, traced} from '../run/full-run.ts';
import {causeLabel} from '../run/lost-output.ts';
import {evaluate, simulate} from '../run/simulate.ts';
import type {Outcome} from '../scenario/outcome.ts';
import {accountOf} from './why/account.ts';
import {causesOf} from './why/causes.ts';
import {allSets} from './why/sets.ts';
import {exactParts, type Part} from './why/shapley-values.ts';

export type LostTo = {
	readonly cause: string;
	readonly label: string;
	/** Of all that was lost. */
	readonly share: number;
};

export type Relieved = {
	/** The outcome as it is in the run. */
	readonly base: number;
	/** What relieving all of the causes brings, and the part of each, in the unit of the outcome. */
	readonly whole: number;
	readonly parts: readonly (Part & {readonly id: string; readonly label: string})[];
};

/** A result that is worked out once for a run, however often the screen asks for it. */
function once<Result>(work: (run: FullRun, outcome: Outcome, reliefs: readonly string[]) => Result): typeof work {
	const known = new WeakMap<FullRun, Map<string, Result>>();
	return (run, outcome, reliefs) => {
		const results = known.get(run) ?? new Map<string, Result>();
		known.set(run, results);
		const name = [outcome.text, ...reliefs].join(' ');
		const result = results.get(name) ?? work(run, outcome, reliefs);
		results.set(name, result);
		return result;
	};
}

const losses = once((run, outcome): readonly LostTo[] => {
	const at = traced(run);
	const lost = accountOf(at, outcome)?.lost ?? [];
	const all = lost.reduce((sum, {total}) => sum + total, 0);
	return lost.map(({cause, total}) => ({cause, label: causeLabel(at, cause), share: total / all}));
});

/** The share of each cause in what was lost for an outcome of a run, the greatest first; causes that took nothing are left out. */
export const lostTo = (run: FullRun, outcome: Outcome): readonly LostTo[] => losses(run, outcome, []);

/** What relieving causes brings, from a run of every combination of them. Throws FactorError for a relief that the run's scenario has not. */
export const relieved = once((run, outcome, reliefs): Relieved => {
	const {program} = run;
	const causes = causesOf(program, {reliefs});
	const columns = columnsFor(program, [outcome]);
	const values = allSets(causes.length).map(set => {
		const vector = run.vector.slice();
		for (const cause of set) causes[cause].relieve(vector, vector);
		return evaluate(simulate(program, columns, {vector}), outcome) ?? Number.NaN;
	});
	const {whole, parts} = exactParts(causes.length, values);
	return {base: values[0], whole, parts: parts.map((part, i) => ({...part, id: causes[i].id, label: causes[i].label}))};
});
