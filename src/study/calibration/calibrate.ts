/**
 * Calibration: numbers moved inside their ranges until a run comes as near the target facts as it can. Several searches go side by
 * side, each begun anew with more points when it ends (Auger and Hansen 2005), and the best of all is polished. The runs of a round
 * are handed out together, so that what is found does not depend on who ran what. Holdouts take no part.
 */
import {generator} from '../../run/draws.ts';
import type {Program} from '../../scenario/program.ts';
import type {Crew} from '../crew.ts';
import {inLots, type Results} from '../evaluate.ts';
import {type Factor, FactorError, factorsOf} from '../factors.ts';
import {targetsOf} from '../misfit.ts';
import {programOf, type Subject} from '../subject.ts';
import {ask, beginCma, type Cma, endOf, tell, usualLambda} from './cma-es.ts';
import {polish} from './nelder-mead.ts';

export type Effort = {
	readonly seed: string;
	/** Searches that go side by side. */
	readonly starts: number;
	/** Runs in all, more or less. */
	readonly budget: number;
};

export type Found = {
	readonly factors: readonly Factor[];
	/** Shares of the way through each range. */
	readonly point: Float64Array;
	readonly misfit: number;
	/** Of the values as written. */
	readonly before: number;
	readonly runs: number;
};

/** Points handed out as one task: the same whoever does them. */
const together = 8;

/** Runs points of the cube and gives the misfit of each, or all that is measured. */
export type Runs = {
	readonly measured: (points: readonly Float64Array[]) => Promise<readonly Float64Array[]>;
	readonly misfits: (points: readonly Float64Array[]) => Promise<readonly number[]>;
	/** How many runs were made. */
	readonly count: () => number;
};

/** The runs of a subject with these numbers moved. */
export function runsOf(subject: Subject, paths: readonly string[], crew: Crew, signal?: AbortSignal): Runs {
	let count = 0;
	const measured = async (points: readonly Float64Array[]): Promise<readonly Float64Array[]> => {
		const tasks = [...inLots(points, together)].map(task => ({
			kind: 'evaluate' as const,
			task: {subject, factors: choiceOf(paths), measure: 'targets' as const, ...task},
		}));
		const rows: Float64Array[] = [];
		for await (const {values, width} of crew.work<'evaluate'>(tasks, signal) as AsyncGenerator<Results>) {
			for (let row = 0; row < values.length; row += width) rows.push(values.slice(row, row + width));
		}
		count += points.length;
		return rows;
	};
	return {measured, misfits: async points => (await measured(points)).map(([misfit]) => misfit), count: () => count};
}

/** The numbers of a calibration move evenly over their ranges, those of a pattern together, and nothing else moves. */
export const choiceOf = (paths: readonly string[]) => ({paths, together: true, readings: false, switches: false, prior: 'uniform'}) as const;

/**
 * Calibrate numbers to the target facts. Throws FactorError for a number that may not be moved, for none, and for more numbers than
 * half the targets: as many numbers as facts would fit anything.
 */
export async function calibrate(
	subject: Subject,
	paths: readonly string[],
	{seed, starts, budget}: Effort,
	crew: Crew,
	tellProgress: (runs: number, misfit: number) => void = () => {},
	signal?: AbortSignal,
): Promise<Found> {
	const program = programOf(subject);
	const factors = factorsOf(program, choiceOf(paths));
	mayFit(program, factors.length);
	const runs = runsOf(subject, paths, crew, signal);
	const rest = Float64Array.from(factors, ({rest: at}) => at);
	const [before] = await runs.misfits([rest]);
	let best: {readonly point: Float64Array; readonly misfit: number} = {point: rest, misfit: before};
	const better = (points: readonly Float64Array[], misfits: readonly number[]): void => {
		misfits.forEach((misfit, i) => {
			if (misfit < best.misfit) best = {point: points[i], misfit};
		});
		tellProgress(runs.count(), best.misfit);
	};
	const polishing = Math.min(Math.floor(budget / 5), 200 * factors.length);
	let searches = Array.from({length: starts}, (_, start) => beginAt(seed, start, rest, starts));
	for (let next = starts; runs.count() < budget - polishing; ) {
		const asked = searches.map(ask);
		const all = asked.flat();
		const misfits = await runs.misfits(all);
		better(all, misfits);
		let at = 0;
		searches = searches.map((search, s) => {
			const told = tell(search, asked[s], misfits.slice(at, at + asked[s].length));
			at += asked[s].length;
			return endOf(told) ? beginAt(seed, next++, rest, starts) : told;
		});
	}
	const polished = await polish(best.point, runs.misfits, {size: 0.02, budget: polishing});
	better([polished.point], [polished.value]);
	return {factors, point: best.point, misfit: best.misfit, before, runs: runs.count()};
}

/** The first search begins at the values as written, the others anywhere; each time all have ended, with twice as many points. */
function beginAt(seed: string, start: number, rest: Float64Array, starts: number): Cma {
	const draw = generator(seed, start, 'calibrate', 'start');
	const mean = Array.from(rest, share => (start === 0 ? share : draw()));
	return beginCma(seed, start, mean, usualLambda(rest.length) * 2 ** Math.min(4, Math.floor(start / starts)));
}

function mayFit(program: Program, numbers: number): void {
	const targets = targetsOf(program).length;
	if (numbers === 0) throw new FactorError('a calibration needs at least one number to move');
	if (targets === 0) throw new FactorError('the scenario has no target facts to calibrate to');
	if (numbers > targets / 2) throw new FactorError(`${numbers} numbers may not be fitted to ${targets} targets: at most half as many`);
}
