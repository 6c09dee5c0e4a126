/**
 * Steps: what a part of the economy does each month, made ready once for one economy.
 *
 * A step holds the arrays it works on. While a step is made ready for no more than one economy, V8 knows where each of its
 * arrays lies and how long it is, and need not look again at every number: a run takes two thirds of the time.
 */
import type {Economy} from './state.ts';

/** What is done in month `t`, counted from the run’s first. */
export type Step = (t: number) => void;

/** A part of the month: makes its step ready for an economy. To be asked for it once. */
export type Part = (economy: Economy) => Step;

/** Steps one after another as one. */
export function inTurn(economy: Economy, ...parts: readonly Part[]): Step {
	const steps = parts.map(part => part(economy));
	return t => {
		for (let i = 0; i < steps.length; i++) steps[i](t);
	};
}
