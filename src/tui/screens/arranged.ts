/** The rows of a list as the reader wants them: those that the filter leaves, sorted by a column. */
import {fits} from '../shown.ts';
import type {ListState} from '../state.ts';

/** What a column sorts by; where there is nothing, the row comes last. */
export type Key = string | number | undefined;

/** Things in the order in which they are shown. Numbers are sorted from the largest down, words from A to Z, unless reversed. */
export function arranged<Thing>(
	things: readonly Thing[],
	{filter, sort, reversed}: ListState,
	wordsOf: (thing: Thing) => string,
	keysOf: readonly ((thing: Thing) => Key)[],
): readonly Thing[] {
	const left = filter === '' ? things : things.filter(thing => fits(wordsOf(thing), filter));
	const keyOf = sort === undefined ? undefined : keysOf[sort];
	if (!keyOf) return reversed ? left.toReversed() : left;
	const keyed = left.map(thing => ({thing, key: keyOf(thing)}));
	return keyed.sort((a, b) => compared(a.key, b.key, reversed)).map(({thing}) => thing);
}

function compared(a: Key, b: Key, reversed: boolean): number {
	const [noA, noB] = [a, b].map(key => key === undefined || Number.isNaN(key));
	if (noA || noB) return Number(noA) - Number(noB);
	const order = typeof a === 'number' && typeof b === 'number' ? b - a : String(a).localeCompare(String(b), 'en');
	return reversed ? -order : order;
}

/** How the head of a table marks the order: numbers that begin with the largest fall. None for the list's own order. */
export function orderOf<Thing>(rows: readonly Thing[], {sort, reversed}: ListState, keysOf: readonly ((thing: Thing) => Key)[]) {
	const keyOf = sort === undefined ? undefined : keysOf[sort];
	if (sort === undefined || !keyOf) return undefined;
	const falls = rows.some(row => typeof keyOf(row) === 'number');
	return {column: sort, reversed: falls !== reversed};
}

/** The place of the row under the cursor, kept within so many rows; -1 if there are none. */
export const chosenPlace = ({row}: ListState, rows: number): number => Math.min(row, rows - 1);
