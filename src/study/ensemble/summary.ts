/** What an ensemble comes to: bands of its series, how often statements hold, and how much its members weigh before the facts. */
import {exp} from '../../economy/arithmetic.ts';
import {bandShares, effectiveSize, quantiles} from '../quantiles.ts';
import {holds, type Statement} from '../statement.ts';
import {type MemberRows, readSeries} from './gather.ts';
import type {EnsemblePlan} from './plan.ts';

/** Fewer members of equal weight than these carry no band. */
export const fewest = 30;

export type Weights = {
	/** One for each member; undefined where all weigh the same. */
	readonly values: Float64Array | undefined;
	readonly effective: number;
	/** By what the misfit was divided, so that the nearest member is as far off as its errors allow. */
	readonly dispersion: number;
	/** The misfit of the nearest member. */
	readonly nearest: number;
};

/** All members that ran weigh the same. */
export const evenWeights = ({status}: MemberRows): Weights => ({
	values: undefined,
	effective: status.filter(one => one === 'done').length,
	dispersion: 1,
	nearest: Number.NaN,
});

/**
 * Members weighed by how near they come to the target facts: `w = exp(−(misfit − least) / 2φ)`, where `φ = max(1, least / readings)`
 * widens the errors until the nearest member is no further off than they say (as for overdispersed counts, McCullagh and Nelder 1989).
 */
export function weightsByFacts({misfit}: Pick<MemberRows, 'misfit'>, readings: number): Weights {
	const known = misfit.filter(Number.isFinite);
	const nearest = known.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
	const dispersion = Math.max(1, nearest / Math.max(1, readings));
	const values = misfit.map(value => (Number.isFinite(value) ? exp(-(value - nearest) / (2 * dispersion)) : 0));
	return {values, effective: effectiveSize(values), dispersion, nearest};
}

/** A band month by month: for each of the shares of `bandShares`, a value a month. */
export type Band = {readonly series: string; readonly subject: string; readonly quantiles: readonly Float64Array[]};

/** The bands of a series in one subject; with another, those of the difference from it on the same draws. */
export async function bandOf(
	plan: EnsemblePlan,
	folder: string,
	series: string,
	[subject, from]: readonly [string, string?],
	months: number,
	{values: weights}: Weights,
): Promise<Band> {
	const here = await readSeries(plan, folder, subject, series, months);
	const base = from === undefined ? undefined : await readSeries(plan, folder, from, series, months);
	const byShare = bandShares.map(() => new Float64Array(months));
	here.forEach((values, month) => {
		const shown = base ? values.map((value, member) => value - base[month][member]) : values;
		quantiles(shown, weights, bandShares).forEach((value, q) => {
			byShare[q][month] = value;
		});
	});
	return {series, subject: from === undefined ? subject : `${subject} less ${from}`, quantiles: byShare};
}

export type Spread = {readonly outcome: string; readonly subject: string /** At the shares of `bandShares`. */; readonly quantiles: readonly number[]};

/** How an outcome is spread over the members; with a base, how its difference is. */
export function spreadOf(outcome: string, subject: string, rows: MemberRows, base: MemberRows | undefined, {values: weights}: Weights): Spread {
	const [here, there] = [rows, base].map(one => one?.outcomes.get(outcome));
	const shown = here && there ? here.map((value, member) => value - there[member]) : here;
	return {outcome, subject, quantiles: quantiles(shown ?? [], weights, bandShares)};
}

export type Verdict = {
	readonly statement: Statement;
	readonly subject: string /** The share of the weight of members in which it holds. */;
	readonly share: number;
	readonly members: number;
};

/** In which share of the members a statement holds. */
export function judgeOver(statement: Statement, subject: string, all: ReadonlyMap<string, MemberRows>, {values: weights}: Weights): Verdict {
	const rows = all.get(subject);
	const left = rows?.outcomes.get(statement.left.text);
	let [sum, held, members] = [0, 0, 0];
	left?.forEach((value, member) => {
		const right = rightSide(statement, rows, all, member);
		if (!Number.isFinite(value) || !Number.isFinite(right)) return;
		const weight = weights ? weights[member] : 1;
		sum += weight;
		members++;
		if (holds(statement.comparison, value, right)) held += weight;
	});
	return {statement, subject, share: sum > 0 ? held / sum : Number.NaN, members};
}

function rightSide({left, right}: Statement, rows: MemberRows | undefined, all: ReadonlyMap<string, MemberRows>, member: number): number {
	if ('value' in right) return right.value;
	if ('outcome' in right) return rows?.outcomes.get(right.outcome.text)?.[member] ?? Number.NaN;
	return all.get(right.run)?.outcomes.get(left.text)?.[member] ?? Number.NaN;
}
