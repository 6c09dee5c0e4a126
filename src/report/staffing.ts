/** People who know how: of every profession who is needed, who is there and from where, and how far the need is covered. */
import {NONE} from '../economy/structure.ts';
import {detailOf} from '../run/detail.ts';
import type {Entity} from '../scenario/program.ts';
import {entitiesOf, type Findings} from './findings.ts';

/** A profession month by month. */
export type Profession = {
	readonly entity: Entity;
	readonly need: Float64Array;
	readonly present: Float64Array;
	/** Of these, by community; every community of the scenario. */
	readonly from: readonly Float64Array[];
	/** As they count after speech and other duties. */
	readonly effective: Float64Array;
	readonly cover: Float64Array;
	/** Months in which the need was not covered. */
	readonly short: number;
};

/** Less than all by more than the last bits of a number. */
const enough = 1 - 1e-9;

/** In how many months a share was less than all. */
export const monthsShort = (shares: Float64Array): number => shares.filter(share => share < enough).length;

const known = new WeakMap<Findings, readonly Profession[]>();

/** Every profession, in the order of the scenario; worked out once for a run. */
export function professionsOf(findings: Findings): readonly Profession[] {
	const before = known.get(findings);
	if (before) return before;
	const communities = entitiesOf(findings, 'community');
	const found = entitiesOf(findings, 'profession').map((entity): Profession => {
		const of = (quantity: string): Float64Array => findings.track(entity.id, quantity)?.values ?? new Float64Array(findings.run.series.months);
		const cover = of('cover');
		return {
			entity,
			need: of('need'),
			present: of('present'),
			from: communities.map(community => presentFrom(findings, entity, community)),
			effective: of('effective'),
			cover,
			short: monthsShort(cover),
		};
	});
	known.set(findings, found);
	return found;
}

function presentFrom({run}: Findings, profession: Entity, community: Entity): Float64Array {
	const {staff} = run.program.structure;
	const sum = new Float64Array(run.series.months);
	detailOf(run).present.forEach((present, i) => {
		if (staff.profession[i] !== profession.row || staff.community[i] !== community.row) return;
		for (let t = 0; t < sum.length; t++) sum[t] += present[t];
	});
	return sum;
}

/** The industries whose works need a profession. */
export function neededBy(findings: Findings, {row}: Entity): Entity[] {
	const {industries, staffing} = findings.run.program.structure;
	const {start, to} = industries.staffing;
	const needs = (industry: number): boolean => Array.from(to.subarray(start[industry], start[industry + 1])).some(link => staffing.profession[link] === row);
	return entitiesOf(findings, 'industry').filter(industry => needs(industry.row));
}

/** The communities that speak with the works through a language. */
export const speakersOf = (findings: Findings, language: Entity): Entity[] => {
	const {communities} = findings.run.program.structure;
	return entitiesOf(findings, 'community').filter(({row}) => communities.language[row] === language.row);
};

/** The language that a profession translates; undefined if it translates none. */
export const translatesOf = (findings: Findings, {row}: Entity): Entity | undefined => {
	const language = findings.run.program.structure.professions.translates[row];
	return language === NONE ? undefined : entitiesOf(findings, 'language')[language];
};
