/** What several numbers of a scenario must be together. */
import {slotOf, type TableName} from '../economy/parameters.ts';
import {formatMonth} from './calendar.ts';
import type {Numbers} from './parameters.ts';
import type {Problems} from './problem.ts';
import type {Change, Origin, Spot} from './program.ts';
import type {Built} from './structure.ts';

/**
 * Check shares of grades, states of units, and the first good of each use. `fallback` is the place of what was set nowhere.
 *
 * `scaled` are the paths that changes multiply: a share among them says how much there is beside the others, and the economy brings all to 1.
 */
export function checkTogether(
	built: Built,
	numbers: Numbers,
	start: number,
	fallback: Spot,
	problems: Problems,
	scaled: ReadonlySet<string> = new Set(),
): void {
	const {structure, rows} = built;
	for (const [row, {path}] of rows.sites.entries()) checkUnits(numbers, path, row, fallback, problems);
	for (const [row, {path}] of rows.routes.entries()) {
		const {start: from, to} = structure.routes.grades;
		const shares = Array.from(to.subarray(from[row], from[row + 1]), grade => numbers.origins.get(`${pathOf(built, 'grades', grade)}.share`));
		if (shares.length > 0 && !shares.some(share => share && scaled.has(share.path))) checkShares(shares, numbers, path, start, problems);
	}
	for (const [row, {path}] of rows.uses.entries()) {
		const first = structure.uses.fuels.to[structure.uses.fuels.start[row] ?? 0];
		const amount =
			first === undefined || structure.uses.fuels.start[row] === structure.uses.fuels.start[row + 1]
				? undefined
				: numbers.origins.get(`${pathOf(built, 'fuels', first)}.amount`);
		const value = amount && valueAt(numbers, amount, 0);
		if (amount && value !== 1)
			problems.add(amount.spot ?? fallback, 'first', `${path} counts in units of its first good, whose amount must be 1, not ${value}`);
	}
}

/** The paths that changes multiply. */
export const scaledBy = (changes: readonly Change[]): ReadonlySet<string> =>
	new Set(changes.flatMap(({operation, paths}) => (operation === 'scale' ? paths : [])));

const pathOf = ({rows}: Built, table: TableName, row: number): string => rows[table][row]?.path ?? '';

const valueAt = ({layout, vector}: Numbers, {place, row}: Origin, month: number): number => vector[slotOf(layout, place, row, month)] ?? 0;

function checkUnits(numbers: Numbers, path: string, row: number, fallback: Spot, problems: Problems): void {
	const origins = ['working', 'intact', 'destroyed', 'count'].map(name => numbers.origins.get(`${path}.${name}`));
	const [working = 0, intact = 0, destroyed = 0, count = 0] = origins.map(origin => (origin?.row === row ? valueAt(numbers, origin, 0) : Number.NaN));
	if (!(working + intact + destroyed > count)) return;
	const spot = origins.find(origin => origin?.spot)?.spot ?? fallback;
	problems.add(spot, 'units', `${path} has ${working} units working, ${intact} intact and ${destroyed} destroyed, more than its count of ${count}`);
}

function checkShares(shares: readonly (Origin | undefined)[], numbers: Numbers, path: string, start: number, problems: Problems): void {
	const read = shares.filter(share => share !== undefined);
	if (read.length < shares.length) return;
	for (let month = 0; month < numbers.layout.months; month++) {
		const sum = read.reduce((total, share) => total + valueAt(numbers, share, month), 0);
		// What a rule sets has no number yet.
		if (Number.isNaN(sum) || Math.abs(sum - 1) <= 1e-6) continue;
		const spot = read.find(share => share.spot)?.spot;
		if (spot)
			problems.add(spot, 'shares', `the shares of the grades of ${path} add up to ${Number(sum.toPrecision(6))} in ${formatMonth(start + month)}, not to 1`);
		return;
	}
}
