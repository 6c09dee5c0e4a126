/** Values set for one run, from outside the scenario's files, under the same checks as those within. */
import {slotOf} from '../economy/parameters.ts';
import {formatMonth} from './calendar.ts';
import type {Numbers} from './parameters.ts';
import type {Problems} from './problem.ts';
import type {Origin, Spot} from './program.ts';
import {isAllowed, readQuantity} from './quantity.ts';

/** `text` as it would stand in a file: `12 kt/year`. Months are counted from year 0, and both belong to the range. */
export type Override = {readonly path: string; readonly text: string; readonly from?: number; readonly until?: number};

/** The place by which messages name an override. */
export const overrideSpot = ({path, text}: Override): Spot => ({file: `--set ${path}=${text}`, line: 1, column: 1});

/** Set a value for the months given, or for the whole run; whatever is wrong with it is reported. */
export function override(one: Override, numbers: Numbers, start: number, problems: Problems): void {
	const spot = overrideSpot(one);
	const origin = numbers.origins.get(one.path);
	if (!origin) {
		problems.unknown(spot, 'unknown-path', 'the scenario has no value', one.path, numbers.origins.keys());
		return;
	}
	const months = monthsOf(one, origin, numbers.layout.months, start, spot, problems);
	const wanted = {path: one.path, field: origin.field, unit: origin.unit, problems};
	const quantity = readQuantity({kind: 'scalar', value: one.text.trim(), spot}, wanted, undefined);
	if (!quantity || !months || !isAllowed(quantity.value, spot, wanted)) return;
	for (let month = months[0]; month <= months[1]; month++) numbers.vector[slotOf(numbers.layout, origin.place, origin.row, month)] = quantity.value;
	numbers.origins.set(one.path, {...origin, spot, sources: [], reason: 'set for this run', range: undefined, span: undefined, fitted: false, readings: []});
}

/** First and last month of the override, from 0; undefined, and reported, if they are not months of the run. */
function monthsOf(
	{from, until}: Override,
	{path, field}: Origin,
	months: number,
	start: number,
	spot: Spot,
	problems: Problems,
): readonly [number, number] | undefined {
	if (from === undefined && until === undefined) return [0, field.when === 'monthly' ? months - 1 : 0];
	if (field.when !== 'monthly') {
		problems.add(spot, 'not-dated', `${path} is one number for the whole run; set it without months`);
		return undefined;
	}
	const first = (from ?? start) - start;
	const last = (until ?? start + months - 1) - start;
	if (first >= 0 && first <= last && last < months) return [first, last];
	problems.add(spot, 'month', `the months of ${path} must lie within the run, from ${formatMonth(start)} to ${formatMonth(start + months - 1)}`);
	return undefined;
}
