/**
 * What rules calculate with, each as a closure over its parts; the same bits on every version of the language.
 *
 * Comparisons are exact and give 1 or 0; whatever is not 0 is true. A root or logarithm of what has none is no number.
 */
import {exp, log, power} from '../economy/arithmetic.ts';

export type Operation = {readonly least: number; readonly most: number; readonly of: (args: readonly (() => number)[]) => () => number};

const one = (f: (x: number) => number): Operation => ({
	least: 1,
	most: 1,
	of:
		([x]) =>
		() =>
			f(x()),
});
const two = (f: (x: number, y: number) => number): Operation => ({
	least: 2,
	most: 2,
	of:
		([x, y]) =>
		() =>
			f(x(), y()),
});
export const truth = (is: boolean): number => (is ? 1 : 0);

function least(args: readonly (() => number)[], pick: (x: number, y: number) => number): () => number {
	return () => {
		let found = args[0]();
		for (let i = 1; i < args.length; i++) found = pick(found, args[i]());
		return found;
	};
}

const logarithm = (x: number): number => (x > 0 ? log(x) : x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN);

/** x to the power of a, for negative x too where a is whole. */
function raised(x: number, a: number): number {
	if (a === 0) return 1;
	if (x >= 0) return power(x, a);
	if (!Number.isInteger(a)) return Number.NaN;
	return a % 2 === 0 ? power(-x, a) : -power(-x, a);
}

/** What can be called by its name. */
export const functions: Readonly<Record<string, Operation>> = {
	min: {least: 1, most: 20, of: args => least(args, Math.min)},
	max: {least: 1, most: 20, of: args => least(args, Math.max)},
	abs: one(Math.abs),
	sqrt: one(Math.sqrt),
	exp: one(exp),
	log: one(logarithm),
	pow: two(raised),
	floor: one(Math.floor),
	ceil: one(Math.ceil),
	round: one(x => Math.sign(x) * Math.round(Math.abs(x))),
	clamp: {
		least: 3,
		most: 3,
		of:
			([x, low, high]) =>
			() =>
				Math.min(high(), Math.max(low(), x())),
	},
	if: {
		least: 3,
		most: 3,
		of:
			([is, then, otherwise]) =>
			() =>
				is() !== 0 ? then() : otherwise(),
	},
};

/** What is written between or before, by mathjs's names. */
export const operators: Readonly<Record<string, Operation>> = {
	add: two((x, y) => x + y),
	subtract: two((x, y) => x - y),
	multiply: two((x, y) => x * y),
	divide: two((x, y) => x / y),
	pow: two(raised),
	unaryMinus: one(x => -x),
	unaryPlus: one(x => x),
	not: one(x => truth(x === 0)),
	and: {
		least: 2,
		most: 2,
		of:
			([x, y]) =>
			() =>
				truth(x() !== 0 && y() !== 0),
	},
	or: {
		least: 2,
		most: 2,
		of:
			([x, y]) =>
			() =>
				truth(x() !== 0 || y() !== 0),
	},
	equal: two((x, y) => truth(x === y)),
	unequal: two((x, y) => truth(x !== y)),
	smaller: two((x, y) => truth(x < y)),
	smallerEq: two((x, y) => truth(x <= y)),
	larger: two((x, y) => truth(x > y)),
	largerEq: two((x, y) => truth(x >= y)),
};
