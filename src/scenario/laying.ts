/** What several changes of one scenario must be together: within the bounds of every number, and each number changed once a month. */
import {applyChange, type Laid} from './change.ts';
import type {Numbers} from './parameters.ts';
import type {Problems} from './problem.ts';
import type {Change, Origin} from './program.ts';
import {isAllowed} from './quantity.ts';

/** Lay a change over numbers, hold what comes of it to the bounds of each, and let each name the change as its place. */
export function layChange({change, numbers: of}: Laid, {vector, origins}: Numbers, problems: Problems): void {
	applyChange(vector, change);
	const wrong = new Set<Origin>();
	for (const [i, origin] of of.entries()) {
		if (wrong.has(origin) || isAllowed(vector[change.slots[i]], change.spot, {...origin, problems})) continue;
		wrong.add(origin);
	}
	for (const origin of new Set(of)) {
		const known = origins.get(origin.path);
		if (known) origins.set(origin.path, {...known, spot: change.spot});
	}
}

/** Where a change meets one that was laid before. `at` is the first of its slots that both move. */
export type Meeting<Owner> = {readonly owner: Owner; readonly change: Change; readonly at: number};

/** Who changed each slot last. */
export class Owners<Owner> {
	readonly #bySlot: ({readonly owner: Owner; readonly change: Change} | undefined)[] = [];

	/** Give the slots of a change to an owner; returns the changes met in them that `may` does not let pass, each once. */
	take(owner: Owner, change: Change, may: (before: Owner) => boolean = () => false): readonly Meeting<Owner>[] {
		const met = new Map<Change, Meeting<Owner>>();
		for (const [at, slot] of change.slots.entries()) {
			const before = this.#bySlot[slot];
			this.#bySlot[slot] = {owner, change};
			if (before && !met.has(before.change) && !may(before.owner)) met.set(before.change, {...before, at});
		}
		return [...met.values()];
	}
}

/** The month, counted from year 0, of one of the slots of a change; `start` is that of the run. */
export function monthOf({change, numbers}: Laid, at: number, start: number): number {
	return (change.from ?? start) + at - numbers.indexOf(numbers[at]);
}
