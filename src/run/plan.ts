/** The plan ledger: how far each target was reached, and how many months late. */
import type {Outcome} from '../scenario/outcome.ts';
import type {PlanTarget, Program} from '../scenario/program.ts';
import type {Series} from './series.ts';
import {evaluate} from './simulate.ts';

export type Fulfilment = {
	readonly target: PlanTarget;
	/** What was reached in the period that the target names; undefined if that lies outside the run. */
	readonly reached: number | undefined;
	/** Reached over target. */
	readonly share: number | undefined;
	/** First month in which the target was met, counted from year 0; undefined if it never was. */
	readonly met: number | undefined;
	/** Months from the date due to the month in which it was met; below 0 if it was early. */
	readonly slippage: number | undefined;
};

/** How far each target of the plan was reached. */
export const planLedger = (program: Program, series: Series): Fulfilment[] => program.plan.map(target => fulfil(series, target));

function fulfil(series: Series, target: PlanTarget): Fulfilment {
	const reached = evaluate(series, target.outcome);
	const c = series.columns.findIndex(column => column.entity === target.outcome.entity && column.quantity === target.outcome.quantity);
	const month = c < 0 || reached === undefined ? undefined : firstMet(series.values[c], series.start, target.outcome, target.target);
	const met = month === undefined ? undefined : series.start + month;
	return {
		target,
		reached,
		share: reached === undefined || target.target === 0 ? undefined : reached / target.target,
		met,
		slippage: met === undefined ? undefined : met - target.due,
	};
}

/**
 * The first month, 0 the run's first, in which a target was met.
 * An amount over a period is met when what has been made since the period began comes to it, were that after the period's end;
 * a mean, when that of as many months up to now as the period has; anything else, in the first month that shows it.
 */
export function firstMet(values: Float64Array, start: number, {period, reduce}: Outcome, target: number): number | undefined {
	const [first, last] = period ?? [start, start + values.length - 1];
	const span = reduce === 'mean' ? last - first + 1 : 1;
	let running = 0;
	for (let t = reduce === 'sum' ? Math.max(0, first - start) : 0; t < values.length; t++) {
		running += values[t];
		if (reduce !== 'sum' && t >= span) running -= values[t - span];
		const reached = reduce === 'sum' ? running : reduce === 'mean' ? running / span : values[t];
		if (t + 1 >= span && reached >= target * (1 - 1e-9)) return t;
	}
	return undefined;
}
