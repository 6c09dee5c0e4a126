/** What can be concluded from an attribution, and what would overturn it. */
import {quantiles} from '../quantiles.ts';
import type {Attributed} from './attribution.ts';
import type {Drawn, Otherwise, Telling} from './certainty.ts';

/** The middle 80 % of the members with their median, and the share of their weight in which something has the sign that it has in the run as written. */
export type Held = {readonly low: number; readonly median: number; readonly high: number; readonly agrees: number};

export type Verdict = {
	/** The place of the cause with the largest share; undefined where nothing changes. */
	readonly leader: number | undefined;
	/** Of the whole change: `agrees` is of its sign. */
	readonly whole: Held | undefined;
	/** Of each cause: `agrees` is of the sign of its share. */
	readonly causes: readonly (Held | undefined)[];
	/** The share of the members’ weight in which each cause has the largest share. */
	readonly leads: readonly number[];
	/** Readings and forms under which the largest share is another cause’s. */
	readonly otherLeader: readonly Otherwise[];
	/** Readings and forms under which the whole change has another sign. */
	readonly otherSign: readonly Otherwise[];
};

/** A change as small as this beside the outcome is none. */
const nothing = 1e-9;

const shares = [0.1, 0.5, 0.9] as const;

/** Judge the attribution of one outcome, the `o`-th, by members drawn and by other readings and forms, where these were asked. */
export function judge({base, relieved, parts}: Attributed, o: number, drawn: Drawn | undefined, otherwise: readonly Otherwise[]): Verdict {
	const written: Telling = {whole: parts.whole, shares: parts.parts.map(({share}) => share)};
	const scale = Math.max(Math.abs(base), Math.abs(relieved));
	const leader = leaderOf(written, scale);
	const tellings = drawn?.tellings[o] ?? [];
	const weights = drawn?.weights ?? [];
	const held = (value: (telling: Telling) => number): Held | undefined => {
		if (tellings.length === 0) return undefined;
		const [low, median, high] = quantiles(tellings.map(value), weights, shares);
		return {low, median, high, agrees: weightWhere(tellings, weights, telling => Math.sign(value(telling)) === Math.sign(value(written)))};
	};
	return {
		leader,
		whole: held(({whole}) => whole),
		causes: written.shares.map((_, i) => held(telling => telling.shares[i])),
		leads: written.shares.map((_, i) => weightWhere(tellings, weights, telling => leaderOf(telling, scale) === i)),
		otherLeader: otherwise.filter(({tellings: said}) => leaderOf(said[o], scale) !== leader),
		otherSign: otherwise.filter(({tellings: said}) => Math.sign(said[o].whole) !== Math.sign(written.whole)),
	};
}

/** The cause with the largest share, whichever way it goes; undefined where none moves anything. */
export function leaderOf({shares: parts}: Telling, scale: number): number | undefined {
	const most = parts.reduce((best, share, i) => (Math.abs(share) > Math.abs(parts[best]) ? i : best), 0);
	return parts.length > 0 && Math.abs(parts[most]) > nothing * scale ? most : undefined;
}

function weightWhere(tellings: readonly Telling[], weights: readonly number[], holds: (telling: Telling) => boolean): number {
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	const held = tellings.reduce((sum, telling, m) => sum + (holds(telling) ? weights[m] : 0), 0);
	return all > 0 ? held / all : Number.NaN;
}
