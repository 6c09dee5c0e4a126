/**
 * Which numbers to calibrate, where the reader names none: those that bring the run nearest the targets, taken one after another.
 *
 * Every number with a range is tried at both its ends; those that help most are candidates. Each round tries every candidate at
 * several places with the numbers taken so far where they are, takes the one that helps most, and settles all that are taken again.
 * Target facts alone decide, and at most half as many numbers are taken as there are targets.
 */
import type {Crew} from '../crew.ts';
import {factorsOf} from '../factors.ts';
import {programOf, type Subject} from '../subject.ts';
import {choiceOf, runsOf} from './calibrate.ts';
import {polish} from './nelder-mead.ts';

export type Choice = {readonly path: string /** The misfit with this number and all before it. */; readonly misfit: number};

const places = [0, 0.25, 0.5, 0.75, 1] as const;

export type Choosing = {readonly candidates: number; readonly most: number; readonly settling: number};

/** Choose numbers, the most helpful first; none is taken that helps by less than a hundredth of the misfit. */
export async function chooseNumbers(
	subject: Subject,
	{candidates, most, settling}: Choosing,
	crew: Crew,
	tellProgress: (said: string) => void = () => {},
	signal?: AbortSignal,
): Promise<readonly Choice[]> {
	const pool = await screened(subject, candidates, crew, tellProgress, signal);
	const runs = runsOf(subject, pool, crew, signal);
	const rest = Float64Array.from(factorsOf(programOf(subject), choiceOf(pool)), factor => factor.rest);
	let point: Float64Array = rest;
	let [misfit] = await runs.misfits([point]);
	const taken: number[] = [];
	const chosen: Choice[] = [];
	while (taken.length < most) {
		const left = pool.map((_, i) => i).filter(i => !taken.includes(i));
		const tries = left.flatMap(i => places.map(share => point.with(i, share)));
		const misfits = await runs.misfits(tries);
		const best = misfits.reduce((least, value, i) => (value < misfits[least] ? i : least), 0);
		const settled = await settle([...taken, left[Math.floor(best / places.length)]], tries[best], settling, runs);
		if (!(settled.misfit < misfit * 0.99)) break;
		taken.push(left[Math.floor(best / places.length)]);
		({point, misfit} = settled);
		chosen.push({path: pool[taken[taken.length - 1]], misfit});
		tellProgress(`${chosen.length} of at most ${most} numbers chosen; misfit ${misfit.toFixed(1)}`);
	}
	return chosen;
}

/** Find the best place of some of the numbers with the others where they are. */
async function settle(
	moved: readonly number[],
	from: Float64Array,
	budget: number,
	runs: ReturnType<typeof runsOf>,
): Promise<{readonly point: Float64Array; readonly misfit: number}> {
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
	const all = factorsOf(programOf(subject), {readings: false, prior: 'uniform'}).map(({id}) => id);
	const runs = runsOf(subject, all, crew, signal);
	const rest = Float64Array.from(factorsOf(programOf(subject), choiceOf(all)), factor => factor.rest);
	tellProgress(`${all.length} numbers have a range; trying both ends of each`);
	const misfits = await runs.misfits(all.flatMap((_, i) => [rest.with(i, 0), rest.with(i, 1)]));
	const least = all.map((_, i) => Math.min(misfits[2 * i], misfits[2 * i + 1]));
	const order = all.map((_, i) => i).sort((a, b) => least[a] - least[b] || a - b);
	return order.slice(0, candidates).map(i => all[i]);
}
