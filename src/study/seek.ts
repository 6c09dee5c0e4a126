/**
 * Seeking: the smallest change along a way that brings an outcome to a target. The way is first walked in equal steps from where the
 * scenario stands to both its ends, since outcomes need not rise or fall evenly; between the last station that falls short and the
 * first that does not, the place is halved in on.
 */
import {columnsFor} from '../run/columns.ts';
import {evaluate, simulate} from '../run/simulate.ts';
import type {Outcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import type {Way} from './vary.ts';

export type Target = {readonly outcome: Outcome; readonly side: '>=' | '<='; readonly value: number};

export type Sought = {
	readonly way: Way;
	readonly isReached: boolean;
	/** The value nearest to where the scenario stands that reaches the target, or else the best on the way; undefined where nothing need be set. */
	readonly value: number | undefined;
	/** The outcome there. */
	readonly outcome: number;
	/** How much of the way from the scenario to the end the change takes. */
	readonly share: number;
};

/** Where each way stands; undefined where it is left as it is. */
type Place = readonly (number | undefined)[];

const steps = 40;
const halvings = 30;

/** Seek along each way alone. */
export const seekAlone = (program: Program, target: Target, ways: readonly Way[]): readonly Sought[] => ways.map(way => seek(program, target, [way])[0]);

/** Seek along all ways together: each by the same share of its way, in the direction in which it helps alone. Undefined if that is not enough. */
export function seekTogether(program: Program, target: Target, ways: readonly Way[]): readonly Sought[] | undefined {
	const found = seek(program, target, ways);
	return found.every(({isReached}) => isReached) ? found : undefined;
}

function seek(program: Program, target: Target, ways: readonly Way[]): readonly Sought[] {
	const outcomeAt = outcomes(program, target.outcome);
	const signs = ways.map(way => helpfulEnd(way, outcomeAt, target));
	const valuesAt = (share: number): Place => ways.map((way, w) => standAt(way, signs[w], share));
	const at = (share: number): number => outcomeAt(ways, valuesAt(share));
	const enough = (value: number): boolean => (target.side === '>=' ? value >= target.value : value <= target.value);
	let [best, bestShare] = [Number.NaN, 0];
	let short = 0;
	for (let step = 0; step <= steps; step++) {
		const share = step / steps;
		const value = at(share);
		if (Number.isNaN(best) || (target.side === '>=' ? value > best : value < best)) [best, bestShare] = [value, share];
		if (!enough(value)) {
			short = share;
			continue;
		}
		const reached = step === 0 ? 0 : halved(short, share, middle => enough(at(middle)));
		return valuesAt(reached).map((stand, w) => ({way: ways[w], isReached: true, value: stand, outcome: at(reached), share: reached}));
	}
	return valuesAt(bestShare).map((stand, w) => ({way: ways[w], isReached: false, value: stand, outcome: best, share: bestShare}));
}

/**
 * Where a way stands at a share of the way from the scenario to one of its ends. One that is not at one value in the scenario is
 * left as it is at first, and then goes from its other end.
 */
function standAt({from, to, rest}: Way, end: 'from' | 'to', share: number): number | undefined {
	if (share === 0) return rest;
	const [begin, goal] = end === 'to' ? [rest ?? from, to] : [rest ?? to, from];
	return begin + (goal - begin) * share;
}

function helpfulEnd(way: Way, outcomeAt: OutcomeAt, {side}: Target): 'from' | 'to' {
	const [low, high] = [outcomeAt([way], [way.from]), outcomeAt([way], [way.to])];
	return (side === '>=' ? low > high : low < high) ? 'from' : 'to';
}

type OutcomeAt = (ways: readonly Way[], place: Place) => number;

function outcomes(program: Program, outcome: Outcome): OutcomeAt {
	const columns = columnsFor(program, [outcome]);
	return (ways, place) => {
		const vector = program.vector.slice();
		ways.forEach((way, w) => {
			const value = place[w];
			if (value !== undefined) way.set(vector, value);
		});
		return evaluate(simulate(program, columns, {vector}), outcome) ?? Number.NaN;
	};
}

/** The least share that is enough, between one that is not and one that is. */
function halved(short: number, enough: number, isEnough: (share: number) => boolean): number {
	let [low, high] = [short, enough];
	for (let i = 0; i < halvings; i++) {
		const middle = (low + high) / 2;
		if (isEnough(middle)) high = middle;
		else low = middle;
	}
	return high;
}
