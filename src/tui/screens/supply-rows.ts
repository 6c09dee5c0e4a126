/** The rows of the screen of supply: routes and goods, with what was wanted of each over the run and what came. */

import type {Findings} from '../../report/findings.ts';
import {overPeriod} from '../../report/period.ts';
import {gradesOf, inputsOf, isFuel, isGraded, knownUsers, requiredOf, routesOf, wantsOf} from '../../report/supply.ts';
import type {Entity} from '../../scenario/program.ts';
import type {ListRow, Scene} from '../scene.ts';
import type {ListState} from '../state.ts';
import {arranged, type Key} from './arranged.ts';

export type SupplyRow = ListRow & {
	readonly entity: Entity;
	/** `route`, `fuel`, `material`. */
	readonly sort: string;
	/** Over the run. */
	readonly now: Totals;
	readonly baseline: Totals;
};

/** What was wanted and what came of it over a run; of a route, what was fit; of a good, what was served of the want. */
export type Totals = {readonly wanted: number; readonly came: number; readonly share: number | undefined; readonly fit: number | undefined};

/** The columns by which rows can be sorted. */
export const supplyColumns = ['what', 'kind', 'wanted', 'came', 'met', 'fit'] as const;

/** The rows as the reader wants them. */
export const supplyRows = (scene: Scene, list: ListState): readonly SupplyRow[] => arranged(allRows(scene), list, ({words}) => words, keys);

const keys: readonly ((row: SupplyRow) => Key)[] = [
	({entity}) => entity.label,
	({sort}) => sort,
	({now}) => now.wanted,
	({now}) => now.came,
	({now}) => now.share,
	({now}) => now.fit,
];

const known = new WeakMap<Findings, readonly SupplyRow[]>();

function allRows({now, bench}: Scene): readonly SupplyRow[] {
	const before = known.get(now);
	if (before) return before;
	const found = [
		...routesOf(now).map(route =>
			rowOf(route, isGraded(bench.program, route) ? 'graded route' : 'route', routeTotals(now, route), routeTotals(bench.baseline, route)),
		),
		...inputsOf(now).map(good => rowOf(good, isFuel(now, good) ? 'fuel' : 'material', goodTotals(now, good), goodTotals(bench.baseline, good))),
	];
	known.set(now, found);
	return found;
}

function rowOf(entity: Entity, sort: string, now: Totals, baseline: Totals): SupplyRow {
	const {id, label} = entity;
	return {id, words: `${label} ${sort} ${id}`, entity, sort, now, baseline};
}

const overRun = (values: Float64Array): number => overPeriod('flow', values, {label: '', from: 0, to: values.length - 1});

function routeTotals(findings: Findings, route: Entity): Totals {
	const wanted = overRun(requiredOf(findings, route));
	const came = overRun(findings.track(route.id, 'landed')?.values ?? new Float64Array(1));
	const fit = overRun(findings.track(route.id, 'fit')?.values ?? new Float64Array(1));
	const grades = gradesOf(findings.run.program, route);
	return {wanted, came, share: shareOf(came, wanted), fit: grades.unfit.length > 0 ? shareOf(fit, came) : undefined};
}

function goodTotals(findings: Findings, good: Entity): Totals {
	const users = knownUsers(findings, good);
	const {wanted, served} = wantsOf(findings, users);
	const used = users.reduce((sum, user) => sum + overRun(user.used), 0);
	return {wanted: overRun(wanted), came: used, share: shareOf(overRun(served), overRun(wanted)), fit: undefined};
}

const shareOf = (part: number, whole: number): number | undefined => (whole > 0 ? part / whole : undefined);
