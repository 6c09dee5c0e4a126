/**
 * Which numbers to calibrate, where the reader names none: those that bring the run nearest the targets, taken one after another.
 *
 * Every number with a range, and every pattern whose numbers can move together, is tried at both its ends; those that help most are
 * candidates. Each round tries every candidate at several places with the numbers taken so far where they are, takes the one that
 * helps most, and settles all that are taken again. In the end each gives up its place, if another then helps more. Target facts alone
 * decide, and at most half as many numbers are taken as there are targets.
 */
import type {Crew} from '../crew.ts';
import {factorsOf, patternsOf} from '../factors.ts';
import {programOf, type Subject} from '../subject.ts';
import {choiceOf, type Runs, runsOf} from './calibrate.ts';
import {polish} from './nelder-mead.ts';

const places = [0, 0.25, 0.5, 0.75, 1] as const;

export type Choosing = {readonly candidates: number; readonly most: number; readonly settling: number};

/** Numbers taken so far, by their places in the pool, and where all of the pool then stand. */
type Taken = {readonly taken: readonly number[]; readonly point: Float64Array; readonly misfit: number};

/** Choose numbers, by their paths, in the order in which they were taken; none is taken, or put in another's place, that helps by less than a hundredth of the misfit. */
export async function chooseNumbers(
	subject: Subject,
	{candidates, most, settling}: Choosing,
	crew: Crew,
	tellProgress: (said: string) => void = () => {},
	signal?: AbortSignal,
): Promise<readonly string[]> {
	const pool = await screened(subject, candidates, crew, tellProgress, signal);
	const runs = runsOf(subject, pool, crew, signal);
	const rest = Float64Array.from(factorsOf(programOf(subject), choiceOf(pool)), factor => factor.rest);
	const [misfit] = await runs.misfits([rest]);
	let best: Taken = {taken: [], point: rest, misfit};
	while (best.taken.length < most) {
		const next = await takeOneMore(best, settling, runs);
		if (!(next.misfit < best.misfit * 0.99)) break;
		best = next;
		tellProgress(`${best.taken.length} of at most ${most} numbers chosen; misfit ${best.misfit.toFixed(1)}`);
	}
	const {taken} = await exchanged(best, rest, settling, runs, tellProgress);
	return taken.map(i => pool[i]);
}

/** Take the candidate that helps most, and settle it among those taken before. */
async function takeOneMore({taken, point}: Taken, settling: number, runs: Runs): Promise<Taken> {
	const left = Array.from(point.keys()).filter(i => !taken.includes(i));
	const tries = left.flatMap(i => places.map(share => point.with(i, share)));
	const misfits = await runs.misfits(tries);
	const best = misfits.reduce((least, value, i) => (value < misfits[least] ? i : least), 0);
	const joined = [...taken, left[Math.floor(best / places.length)]];
	return {taken: joined, ...(await settle(joined, tries[best], settling, runs))};
}

/** Numbers that were taken early may be worth less beside the later ones: each in turn gives up its place to whatever helps more (floating search after Pudil et al. 1994, unverified). */
async function exchanged(from: Taken, rest: Float64Array, settling: number, runs: Runs, tellProgress: (said: string) => void): Promise<Taken> {
	let best = from;
	let unmoved = 0;
	for (let round = 0; unmoved < best.taken.length && round < mostExchanges; round++) {
		const [given, ...kept] = best.taken;
		const without = {taken: kept, point: best.point.with(given, rest[given]), misfit: Number.POSITIVE_INFINITY};
		const next = await takeOneMore(without, settling, runs);
		const helps = next.misfit < best.misfit * 0.99;
		unmoved = helps ? 0 : unmoved + 1;
		best = helps ? next : {...best, taken: [...kept, given]};
		tellProgress(`exchanging numbers, round ${round + 1}; misfit ${best.misfit.toFixed(1)}`);
	}
	return best;
}

/** Exchanges that are tried at most. */
const mostExchanges = 60;

/** Find the best place of some of the numbers with the others where they are. */
async function settle(moved: readonly number[], from: Float64Array, budget: number, runs: Runs): Promise<Omit<Taken, 'taken'>> {
	const whole = (part: Float64Array): Float64Array => moved.reduce((point, i, k) => point.with(i, part[k]), from);
	const {point, value} = await polish(
		Float64Array.from(moved, i => from[i]),
		parts => runs.misfits(parts.map(whole)),
		{size: 0.15, budget},
	);
	return {point: whole(point), misfit: value};
}

/** The numbers whose ends help most, alone. */
async function screened(
	subject: Subject,
	candidates: number,
	crew: Crew,
	tellProgress: (said: string) => void,
	signal: AbortSignal | undefined,
): Promise<readonly string[]> {
	const program = programOf(subject);
	const all = [...factorsOf(program, {readings: false}).map(({id}) => id), ...patternsOf(program)];
	const runs = runsOf(subject, all, crew, signal);
	const rest = Float64Array.from(factorsOf(program, choiceOf(all)), factor => factor.rest);
	tellProgress(`trying both ends of ${all.length} numbers and patterns`);
	const misfits = await runs.misfits(all.flatMap((_, i) => [rest.with(i, 0), rest.with(i, 1)]));
	const least = all.map((_, i) => Math.min(misfits[2 * i], misfits[2 * i + 1]));
	const order = all.map((_, i) => i).sort((a, b) => least[a] - least[b] || a - b);
	return order.slice(0, candidates).map(i => all[i]);
}
