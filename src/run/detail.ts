/** What a run did that its series do not hold, as who of a profession came from where: found by running it once more. */
import {claimantsOf} from '../economy/claims.ts';
import type {Field} from '../scenario/quantities.ts';
import type {FullRun} from './full-run.ts';
import type {Column} from './series.ts';
import {simulate} from './simulate.ts';

/** One array a row, one number a month. */
type Rows = readonly Float64Array[];

export type Detail = {
	/** People present, by row of `staff`. */
	readonly present: Rows;
	/** Made, by row of `recipes`; nothing for those that generate electricity. */
	readonly byRecipe: Rows;
	/** Share of what a use wanted that it was allowed before each round of rationing, round by round; at last, after all of them. */
	readonly allowed: readonly Rows[];
	/** Fuel burnt by locomotives, by good. */
	readonly burnt: Rows;
	/** Materials used in restoration, and what it could have used, by good. */
	readonly restoring: Rows;
	readonly toRestore: Rows;
};

const known = new WeakMap<FullRun, Detail>();

/** What a run did in more detail; worked out when first asked for. */
export function detailOf(run: FullRun): Detail {
	const before = known.get(run);
	if (before) return before;
	const found = repeated(run);
	known.set(run, found);
	return found;
}

function repeated({program, vector}: FullRun): Detail {
	const {rows} = program.structure;
	const rounds = roundsOf(program.structure);
	const {uses, count} = claimantsOf(program.structure);
	const all = (size: number): number[] => Array.from({length: size}, (_, row) => row);
	const goods = all(rows.goods);
	const claims = all(rows.uses).map(use => uses + use);
	const parts: readonly (readonly [Field, readonly number[]])[] = [
		[['specialists', 'present'], all(rows.staff)],
		[['rationing', 'run'], all(rows.recipes)],
		[['rail', 'burnt'], goods],
		[['restoration', 'used'], goods],
		[['restoration', 'materials'], goods],
		...all(rounds).map(round => [['rationing', 'gotBefore'], claims.map(claim => round * count + claim)] as const),
		[['rationing', 'got'], claims],
	];
	const columns = parts.flatMap(([field, of]) => columnsOf(field, of));
	const {values} = simulate(program, columns, {vector});
	const ends = parts.map((_, i) => parts.slice(0, i + 1).reduce((sum, [, of]) => sum + of.length, 0));
	const [present, byRecipe, burnt, restoring, toRestore, ...allowed] = parts.map(([, of], i) => values.slice(ends[i] - of.length, ends[i]));
	return {present, byRecipe, allowed, burnt, restoring, toRestore};
}

/** As many rounds of rationing as the longest list of recipes or fuels, and at least two. */
function roundsOf({sites, uses}: FullRun['program']['structure']): number {
	const longest = ({start}: {readonly start: Int32Array}): number => start.slice(1).reduce((most, end, i) => Math.max(most, end - start[i]), 0);
	return Math.max(2, longest(sites.recipes), longest(uses.fuels));
}

const columnsOf = (field: Field, rows: readonly number[]): Column[] =>
	rows.map(row => ({entity: '', quantity: field.join('.'), unit: '', kind: 'flow', meaning: '', field, rows: [row]}));
