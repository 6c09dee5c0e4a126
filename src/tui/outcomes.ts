/** The outcomes that a reader can put on the screen: those that every comparison shows. */
import type {Findings} from '../report/findings.ts';
import {evaluate} from '../run/simulate.ts';
import type {Outcome, Reduction} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {type Quantity, quantities, wholes} from '../scenario/quantities.ts';
import {completed, headlineOutcomes} from '../study/outcomes.ts';

export type ShownOutcome = {
	readonly entity: string;
	readonly quantity: string;
	/** `Industrial index`, `Coal: made`. */
	readonly label: string;
	/** Of a month; `1` for an index or a share. */
	readonly unit: string;
	/** What it comes to over the run. */
	readonly over: Outcome;
};

const known = new WeakMap<Program, readonly ShownOutcome[]>();

/** The outcomes that a program's runs can be looked at by; at least the index of output. */
export function shownOutcomes(program: Program): readonly ShownOutcome[] {
	const before = known.get(program);
	if (before) return before;
	const found = headlineOutcomes(program).flatMap(text => {
		const over = completed(program, text);
		return typeof over === 'string' ? [] : [shown(program, over)];
	});
	known.set(program, found);
	return found;
}

/** The outcome that was chosen. */
export const chosenOutcome = (program: Program, place: number): ShownOutcome => {
	const all = shownOutcomes(program);
	return all[Math.min(place, all.length - 1)];
};

function shown(program: Program, over: Outcome): ShownOutcome {
	const {entity, quantity} = over;
	const of = program.entities.get(entity);
	const described = (wholes[entity] ?? quantities[of?.kind ?? 'whole'])?.find(one => one.name === quantity);
	return {entity, quantity, label: labelOf(program, entity, quantity, described), unit: unitOf(described, of?.unit), over};
}

function labelOf({entities}: Program, entity: string, quantity: string, described: Quantity | undefined): string {
	if (!Object.hasOwn(wholes, entity)) return `${entities.get(entity)?.label ?? entity}: ${quantity.replaceAll('-', ' ')}`;
	const words = `${entity} ${quantity}`.replaceAll('-', ' ');
	return described?.nature === 'index' ? words.replace('industry', 'Industrial') : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const unitOf = (described: Quantity | undefined, good: string | undefined): string => (described?.unit ?? '1').replace('<good>', good ?? '1');

const reduced: Readonly<Record<Reduction, string>> = {
	sum: 'over the run',
	mean: 'on average',
	final: 'at the end',
	peak: 'at the most',
	low: 'at the least',
};

/** How an outcome is reckoned over a run, in words. */
export const reducedAs = ({over}: ShownOutcome): string => reduced[over.reduce];

/** The unit in which an outcome is reckoned over a run; none for an index or a share. */
export const unitOverRun = ({over, unit}: ShownOutcome): string => (unit === '1' ? '' : over.reduce === 'sum' ? unit.replace(/\/month$/, '') : unit);

/** What an outcome comes to over a run; undefined if the run has no such column. */
export const outcomeOf = ({run}: Findings, {over}: ShownOutcome): number | undefined => evaluate(run.series, over);
