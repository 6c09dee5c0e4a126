/** A number over the months: in stretches in which it stays the same, and where two scenarios differ in it. */
import {slotOf} from '../economy/parameters.ts';
import type {Origin, Program} from './program.ts';

/** From one month until another, both included, counted from year 0; undefined for what holds for the whole run. */
export type Stretch = {readonly from: number | undefined; readonly until: number | undefined; readonly value: number};

/** The values of a number, a stretch for each time it stays the same. */
export function stretchesOf({layout, vector, start}: Program, {place, row}: Origin): readonly Stretch[] {
	if (place.field.when !== 'monthly') return [{from: undefined, until: undefined, value: vector[slotOf(layout, place, row, 0)]}];
	const found: Stretch[] = [];
	for (let month = 0; month < layout.months; month++) {
		const value = vector[slotOf(layout, place, row, month)];
		const last = found.at(-1);
		if (last && Object.is(last.value, value)) found[found.length - 1] = {...last, until: start + month};
		else found.push({from: start + month, until: start + month, value});
	}
	const [only] = found;
	return found.length === 1 ? [{from: undefined, until: undefined, value: only.value}] : found;
}

/** Where a number differs: what it is in one scenario and in another; undefined where one has no such number. */
export type Difference = {
	readonly path: string;
	readonly from: number | undefined;
	readonly until: number | undefined;
	readonly base: number | undefined;
	readonly here: number | undefined;
	/** The number as the scenario that has it writes it, the second before the first. */
	readonly origin: Origin;
};

/** Every number in which a scenario differs from another, in the order of its own numbers and then of the other's. */
export function differencesFrom(base: Program, here: Program): readonly Difference[] {
	const ours = [...here.origins.values()].flatMap(origin => differencesIn(base, here, origin));
	const gone = [...base.origins.values()].filter(({path}) => !here.origins.has(path));
	return [...ours, ...gone.map(origin => ({path: origin.path, from: undefined, until: undefined, base: firstOf(base, origin), here: undefined, origin}))];
}

const firstOf = ({layout, vector}: Program, {place, row}: Origin): number => vector[slotOf(layout, place, row, 0)];

function differencesIn(base: Program, here: Program, origin: Origin): readonly Difference[] {
	const other = base.origins.get(origin.path);
	const {path, field} = origin;
	if (!other) return [{path, from: undefined, until: undefined, base: undefined, here: firstOf(here, origin), origin}];
	if (field.when !== 'monthly') {
		const [a, b] = [firstOf(base, other), firstOf(here, origin)];
		return Object.is(a, b) ? [] : [{path, from: undefined, until: undefined, base: a, here: b, origin}];
	}
	const found: Difference[] = [];
	const first = Math.max(base.start, here.start);
	const end = Math.min(base.start + base.layout.months, here.start + here.layout.months);
	for (let month = first; month < end; month++) {
		const a = base.vector[slotOf(base.layout, other.place, other.row, month - base.start)];
		const b = here.vector[slotOf(here.layout, origin.place, origin.row, month - here.start)];
		const last = found.at(-1);
		if (Object.is(a, b)) continue;
		if (last && last.until === month - 1 && Object.is(last.base, a) && Object.is(last.here, b)) found[found.length - 1] = {...last, until: month};
		else found.push({path, from: month, until: month, base: a, here: b, origin});
	}
	return found;
}

/** The paths that a pattern means: one exactly, all below it, or those it matches where `*` stands for any text without a dot. */
export function pathsLike(pattern: string, paths: Iterable<string>): string[] {
	const all = [...paths];
	if (all.includes(pattern)) return [pattern];
	const shape = pattern
		.replace(/\.+$/, '')
		.split('*')
		.map(part => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
		.join('[^.]*');
	const wanted = new RegExp(`^${shape}(?:\\.|$)`);
	return all.filter(path => wanted.test(path));
}
