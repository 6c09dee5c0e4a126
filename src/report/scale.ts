/** Large numbers in thousands or millions of their unit, so that a line of them can be read. */

export type Scaled = {readonly unit: string; readonly values: readonly number[]};

/**
 * The same values in the largest of one, a thousand and a million units in which none of them needs more than five digits.
 * Numbers that are read beside one another are scaled alike: `beside` are the others.
 */
export function scaled(unit: string, values: readonly number[], beside: readonly number[] = []): Scaled {
	const largest = [...values, ...beside].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	if (largest < 1e5) return {unit, values};
	const [by, word] = largest < 1e8 ? [1e3, 'thousand'] : [1e6, 'million'];
	return {unit: `${word} ${unit}`, values: values.map(value => value / by)};
}
