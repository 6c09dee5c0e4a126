/**
 * Screening (Campolongo, Cariboni and Saltelli 2007): elementary effects show which of many numbers move an outcome most, so that the
 * method that costs many runs a factor is left with few. Readings and forms of the model are few and always stay.
 */
import type {Sensitivity} from './conduct.ts';
import type {Effects} from './morris.ts';

export type Screened = {
	/** Numbers, the strongest first. */
	readonly taken: readonly string[];
	readonly left: readonly string[];
	/** What the screening found, of all factors. */
	readonly effects: readonly Sensitivity<Effects>[];
};

/** Take the strongest numbers: those whose effect is the largest part of the strongest number's, on whichever of all that is asked. */
export function screened(effects: readonly Sensitivity<Effects>[], count: number): Screened {
	const numbers = effects[0].factors.map(({kind}, i) => ({kind, i})).filter(({kind}) => kind === 'number');
	const parts = effects.map(({found}) => {
		const sizes = numbers.map(({i}) => found[i].muStar || 0);
		const largest = Math.max(Number.MIN_VALUE, ...sizes);
		return sizes.map(size => size / largest);
	});
	const order = numbers
		.map(({i}, n) => ({id: effects[0].factors[i].id, n, part: Math.max(...parts.map(all => all[n]))}))
		.sort((a, b) => b.part - a.part || a.n - b.n)
		.map(({id}) => id);
	return {taken: order.slice(0, count), left: order.slice(count), effects};
}
