/** The band around the curve on the screen: what the outcome is when everything uncertain is drawn, with the levers as they stand. */

import {bandShares} from '../study/quantiles.ts';
import type {Subject} from '../study/subject.ts';
import {bandOver} from '../study/trajectory.ts';
import type {Work} from './background.ts';

export type BandWanted = {
	readonly subject: Subject;
	readonly levers: Readonly<Record<string, number>>;
	readonly entity: string;
	readonly quantity: string;
	readonly months: number;
};

export type Band = {
	readonly entity: string;
	readonly quantity: string;
	/** Members run so far, and how many there are to be. */
	readonly members: number;
	readonly wanted: number;
	/** What four fifths of the members lie between, a value a month. */
	readonly low: Float64Array;
	readonly high: Float64Array;
};

const wanted = 300;
const together = 15;
/** Fewer members than these say nothing of how they are spread. */
const fewest = 30;

/** Draw and run members, and put the band anew whenever some more are done. */
export const makeBand: Work<BandWanted, Band> = async ({subject, levers, entity, quantity, months}, crew, put, signal) => {
	const design = {kind: 'latin-hypercube', seed: '1', members: wanted} as const;
	const draws = {subject, factors: {}, levers, shocks: '1', design, entity, quantity};
	const tasks = Array.from({length: wanted / together}, (_, i) => ({kind: 'watch' as const, task: {...draws, first: i * together, count: together}}));
	const done: Float64Array[] = [];
	for await (const some of crew.work<'watch'>(tasks, signal) as AsyncGenerator<Float64Array>) {
		done.push(some);
		const members = done.length * together;
		if (members < fewest) continue;
		const quantiles = bandOver(done, months);
		const [low, high] = [0.1, 0.9].map(share => quantiles[bandShares.findIndex(one => Math.abs(one - share) < 1e-9)]);
		put({entity, quantity, members, wanted, low, high});
	}
};
