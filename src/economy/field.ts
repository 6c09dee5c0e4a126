/** What a number in a scenario is: when it holds, its unit, its meaning, its bounds. */

/** `opening`: a stock on the first day. `constant`: one value for the run. `monthly`: a value for every month. */
export type When = 'opening' | 'constant' | 'monthly';

/**
 * A number every row of a table has.
 * `unit` is the unit the engine computes in; `<good>` stands for the unit of the good that the row is about.
 */
export type Field = {
	readonly when: When;
	readonly unit: string;
	readonly meaning: string;
	readonly min: number;
	readonly max: number;
	/** The value of a row that is silent; without it the scenario must speak. */
	readonly otherwise?: number;
	/** The names of a switch; its value is the position in this list. */
	readonly options?: readonly string[];
	/** Whole numbers only (people are not whole, units of plant are). */
	readonly whole?: true;
};

type Details = {readonly min?: number; readonly max?: number; readonly otherwise?: number; readonly whole?: true};

const field =
	(when: When) =>
	(unit: string, meaning: string, {min = 0, max = Number.POSITIVE_INFINITY, ...rest}: Details = {}): Field => ({when, unit, meaning, min, max, ...rest});

export const opening = field('opening');
export const constant = field('constant');
export const monthly = field('monthly');

/** A share between nothing and all. */
export const share = (when: When, meaning: string, otherwise?: number): Field =>
	field(when)('1', meaning, otherwise === undefined ? {max: 1} : {max: 1, otherwise});

/** A choice between forms of the model, by name; the first is taken where the scenario is silent. */
export const choice = (when: When, meaning: string, options: readonly string[]): Field => ({
	when,
	unit: '1',
	meaning,
	min: 0,
	max: options.length - 1,
	otherwise: 0,
	options,
});

export type Fields = Readonly<Record<string, Field>>;

/** The numbers of a table of `Fields`: one typed array a field, one entry a row. */
export type Values<Table extends Fields> = {readonly [Name in keyof Table]: Float64Array};
