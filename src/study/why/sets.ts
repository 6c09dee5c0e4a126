/** Sets of causes whose runs an attribution needs, as lists of their places. */

/** All 2ⁿ sets; the set at place i holds the causes whose bits i has. */
export const allSets = (n: number): readonly (readonly number[])[] =>
	Array.from({length: 2 ** n}, (_, set) => Array.from({length: n}, (__, i) => i).filter(i => (set >> i) & 1));

/** The name under which a set is remembered, whatever the order of its causes. */
export const nameOf = (causes: Iterable<number>): string => [...causes].sort((a, b) => a - b).join(' ');

/** Every set that these orders pass through, with every cause alone and all but every one, each once. */
export function setsAlong(n: number, sample: readonly (readonly number[])[]): readonly (readonly number[])[] {
	const all = Array.from({length: n}, (_, i) => i);
	const found = new Map<string, readonly number[]>();
	const add = (set: readonly number[]): void => void found.set(nameOf(set), set);
	add([]);
	add(all);
	for (const cause of all) {
		add([cause]);
		add(all.filter(other => other !== cause));
	}
	for (const order of sample) for (let end = 1; end < n; end++) add(order.slice(0, end));
	return [...found.values()];
}

/** An order begun at each of its causes in turn, and each of these backwards: every cause stands once at every place, either way. */
export const rotations = (order: readonly number[]): readonly (readonly number[])[] =>
	order.flatMap((_, first) => {
		const turned = [...order.slice(first), ...order.slice(0, first)];
		return [turned, turned.toReversed()];
	});

/** Sets handed out as one task: the same whoever does them. */
const together = 64;

/** Sets some at a time, in their order. */
export function* someOf(sets: readonly (readonly number[])[]): Generator<readonly (readonly number[])[]> {
	for (let first = 0; first < sets.length; first += together) yield sets.slice(first, first + together);
}
