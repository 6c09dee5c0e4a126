/** A change to begin from: of the dated values of a scenario, the first whose doubling or halving moves the outcome that everyone asks for. */
import {slotOf} from '../economy/parameters.ts';
import type {Origin, Program} from '../scenario/program.ts';
import {contender, figures, signOf} from './compare.ts';
import {completed, headlineOutcomes} from './outcomes.ts';

export type FirstEffect = {readonly path: string; readonly scale: number; readonly outcome: string; readonly sign: '+' | '-'};

const factors = [1.5, 0.5] as const;
/** More tries than these take longer than a template is worth. */
const mostTries = 40;

/** Find such a change from the third part of the run on; undefined if none of the first ones tried moves anything. */
export function firstEffect(program: Program): FirstEffect | undefined {
	const outcomes = headlineOutcomes(program)
		.map(text => completed(program, text))
		.filter(outcome => typeof outcome === 'object');
	const base = contender('base', program, outcomes);
	for (const origin of candidates(program).slice(0, mostTries)) {
		for (const scale of factors) {
			const vector = scaledFrom(program, origin, scale);
			if (!vector) continue;
			for (const {outcome, values} of figures([base, contender('here', program, outcomes, vector)], outcomes)) {
				const sign = signOf(values[0] ?? 0, values[1] ?? 0);
				if (sign !== '0') return {path: origin.path, scale, outcome: outcome.text, sign};
			}
		}
	}
	return undefined;
}

/** Dated numbers that the scenario writes: those whose range it states come first, since they are in doubt, the forms of the model last. */
function candidates({origins}: Program): readonly Origin[] {
	const dated = [...origins.values()].filter(
		({field, spot, path}) => field.when === 'monthly' && !field.options && !field.whole && spot && !path.endsWith('.share'),
	);
	const rank = ({range, span, place}: Origin): number => (place.table === 'policy' ? 2 : range || span ? 0 : 1);
	return dated.toSorted((a, b) => rank(a) - rank(b));
}

/** The parameters with a value scaled in the months after the first third; undefined if that takes it out of its bounds, or is nothing. */
function scaledFrom({layout, vector}: Program, {place, row, field}: Origin, scale: number): Float64Array | undefined {
	const changed = vector.slice();
	for (let month = Math.floor(layout.months / 3); month < layout.months; month++) {
		const slot = slotOf(layout, place, row, month);
		changed[slot] *= scale;
		if (changed[slot] < field.min || changed[slot] > field.max) return undefined;
	}
	return changed.every((value, slot) => Object.is(value, vector[slot])) ? undefined : changed;
}
