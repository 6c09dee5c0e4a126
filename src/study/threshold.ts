/** Thresholds: where along a way what binds gives place to something else. */

/** What holds at a value of a way: the name of what binds, and numbers that go with it. */
export type Holding = {
	readonly binding: string;
	/** By how much more of what is lost it takes than the next; a share of all. */
	readonly lead: number;
	readonly outcome: number;
};

export type Stretch = {
	readonly binding: string;
	readonly from: number;
	readonly to: number;
	/** At the two ends. */
	readonly leads: readonly [number, number];
	readonly outcomes: readonly [number, number];
};

const halvings = 20;

/**
 * The stretches of a way over which the same thing binds, in order. The way is walked from station to station; where two neighbours
 * differ, the places of the changes between them are halved in on.
 */
export function stretches(stations: readonly number[], at: (value: number) => Holding): readonly Stretch[] {
	const seen = stations.map(value => ({value, ...at(value)}));
	const found: Stretch[] = [];
	let [begin] = seen;
	seen.forEach((here, s) => {
		const next = seen[s + 1];
		if (next === undefined) found.push(stretch(begin, here));
		else if (next.binding !== here.binding) {
			for (const [before, after] of changes(here, next, at)) {
				found.push(stretch(begin, before));
				begin = after;
			}
		}
	});
	return found;
}

type Seen = Holding & {readonly value: number};

const stretch = (from: Seen, to: Seen): Stretch => ({
	binding: from.binding,
	from: from.value,
	to: to.value,
	leads: [from.lead, to.lead],
	outcomes: [from.outcome, to.outcome],
});

/**
 * Between two values at which different things bind: for each change, the last value before it and the first after. A third thing
 * that turns up on the way has its changes on both its sides looked for.
 */
function changes(first: Seen, last: Seen, at: (value: number) => Holding, left = halvings): readonly (readonly [Seen, Seen])[] {
	if (left === 0) return [[first, last]];
	const value = (first.value + last.value) / 2;
	const middle = {value, ...at(value)};
	if (middle.binding === first.binding) return changes(middle, last, at, left - 1);
	if (middle.binding === last.binding) return changes(first, middle, at, left - 1);
	return [...changes(first, middle, at, left - 1), ...changes(middle, last, at, left - 1)];
}
