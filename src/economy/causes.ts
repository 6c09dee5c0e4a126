/** Causes: what the output of a site can be lost to, and where each stands in the site’s account. */
import type {Rationing} from './rationing.ts';
import {NONE, type Structure} from './structure.ts';

/** The causes every site has, in order; after them come its inputs, and for graded inputs their grade. */
export const commonCauses = [
	'damage',
	'order',
	'season',
	'specialists',
	'translators',
	'skilled-labour',
	'unskilled-labour',
	'transport',
	'power',
	'demand',
] as const;
export const TRANSPORT = 7;
const POWER = 8;
export const DEMAND = 9;
export const COMMON = commonCauses.length;

/** A cause peculiar to a site: one of its inputs, in quantity or in grade. */
export type InputCause = {readonly good: number; readonly grade: boolean};

/** The inputs of a site over all its recipes, each in quantity and, where there is an unfit grade of it, in grade. */
export function inputCauses(structure: Structure, s: number): InputCause[] {
	const {recipes} = structure.sites;
	const goods = new Set<number>();
	for (let r = recipes.start[s]; r < recipes.start[s + 1]; r++) {
		const {start, to} = structure.recipes.inputs;
		for (let l = start[recipes.to[r]]; l < start[recipes.to[r] + 1]; l++) goods.add(structure.inputs.good[to[l]]);
	}
	return [...goods].flatMap(good =>
		structure.goods.unfit[good] === NONE
			? [{good, grade: false}]
			: [
					{good, grade: false},
					{good, grade: true},
				],
	);
}

/** The entries in the rounds of rationing behind every cause of every site, or NONE. */
export function findEntries(structure: Structure, {rounds}: Rationing, start: Int32Array, inputs: readonly InputCause[]): Int32Array {
	const sites = structure.rows.sites;
	const entry = new Int32Array(start[sites] * rounds.length).fill(NONE);
	let next = 0;
	for (let s = 0; s < sites; s++) {
		for (let slot = start[s]; slot < start[s + 1]; slot++) {
			const cause = slot - start[s];
			const resource = cause >= COMMON ? inputs[next++].good : cause === TRANSPORT ? structure.rows.goods : cause === POWER ? structure.electricity : NONE;
			if (resource === NONE) continue;
			rounds.forEach((round, n) => {
				for (let e = round.start[s]; e < round.start[s + 1]; e++) if (round.resource[e] === resource) entry[slot * rounds.length + n] = e;
			});
		}
	}
	return entry;
}
