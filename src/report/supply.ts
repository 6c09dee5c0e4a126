/** Where a good comes from and where it goes: step by step from the port of loading to who used it. */
import {NONE} from '../economy/structure.ts';
import {parameterByMonth} from '../run/full-run.ts';
import type {Entity, Program} from '../scenario/program.ts';
import {entitiesOf, type Findings} from './findings.ts';
import {type User, usersOf} from './goods-used.ts';

/** One step on the way: what passed in each month, or what there was at its end. */
export type Step = {
	readonly label: string;
	/** How far it is set in: 1 for what is part of, or went from, the step above. */
	readonly level: 0 | 1;
	readonly kind: 'flow' | 'stock';
	/** `gone` for what never arrives, `unfit` for what arrives and is of no use, `wanted` for what was asked for. */
	readonly tone: 'passes' | 'gone' | 'unfit' | 'wanted' | 'stands';
	readonly values: Float64Array;
	/** How soon it is left out where there is no room for all steps: 1 last. */
	readonly worth: 1 | 2 | 3 | 4;
	/** What was wanted by who turns to this good first, and how much of that was served; a number a month. */
	readonly wants?: Wants | undefined;
};

export type Wants = {readonly wanted: Float64Array; readonly served: Float64Array};

/** Routes that bring more than one grade first, then the others. */
export function routesOf(findings: Findings): Entity[] {
	const {start} = findings.run.program.structure.routes.grades;
	const grades = ({row}: Entity): number => Number(start[row + 1] - start[row] > 1);
	return entitiesOf(findings, 'route').sort((a, b) => grades(b) - grades(a));
}

/** Whether a route brings more than one grade. */
export const isGraded = ({structure}: Program, {row}: Entity): boolean => structure.routes.grades.start[row + 1] - structure.routes.grades.start[row] > 1;

/** Goods that works, uses, or locomotives take: the fuels before the materials. Not electricity, which cannot be kept. */
export function inputsOf(findings: Findings): Entity[] {
	const {structure} = findings.run.program;
	const taken = new Set([...structure.inputs.good, ...structure.rail.fuels, ...structure.materials.good, ...structure.grades.good]);
	const goods = entitiesOf(findings, 'good').filter(({row}) => taken.has(row) && row !== structure.electricity);
	const fuel = (good: Entity): number => Number(isFuel(findings, good));
	return goods.sort((a, b) => fuel(b) - fuel(a));
}

/** Whether a good has a heat value. */
export const isFuel = ({run}: Findings, {row}: Entity): boolean => parameterByMonth(run, 'goods', 'heat', row)[0] > 0;

/** The goods that a route brings: those fit for the uses of the first, and those that are the unfit grade of another. */
export function gradesOf({structure, ids, entities}: Program, {row}: Entity): {readonly fit: readonly Entity[]; readonly unfit: readonly Entity[]} {
	const {start, to} = structure.routes.grades;
	const unfitGoods = new Set(structure.goods.unfit.filter(good => good !== NONE));
	const goods = Array.from(to.subarray(start[row], start[row + 1]), grade => structure.grades.good[grade]);
	const entity = (good: number): Entity => entities.get(ids.goods[good])!;
	return {fit: goods.filter(good => !unfitGoods.has(good)).map(entity), unfit: goods.filter(good => unfitGoods.has(good)).map(entity)};
}

const empty = (findings: Findings): Float64Array => new Float64Array(findings.run.series.months);

const seriesOf = (findings: Findings, {id}: Entity, quantity: string): Float64Array => findings.track(id, quantity)?.values ?? empty(findings);

/** What was asked of a route, month by month. */
export const requiredOf = ({run}: Findings, {row}: Entity): Float64Array => parameterByMonth(run, 'routes', 'contract', row);

/** The steps of a route, from the port of loading to the stocks inland. */
export function routeSteps(findings: Findings, route: Entity): readonly Step[] {
	const {fit, unfit} = gradesOf(findings.run.program, route);
	const of = (quantity: string): Float64Array => seriesOf(findings, route, quantity);
	const step = (worth: Step['worth'], label: string, values: Float64Array, tone: Step['tone'] = 'passes', level: Step['level'] = 0): Step => ({
		label,
		values,
		tone,
		level,
		kind: 'flow',
		worth,
	});
	const stock = (label: string, quantity: string): Step => ({...step(4, label, of(quantity), 'stands', 1), kind: 'stock'});
	const required = requiredOf(findings, route);
	const ofRequired = (one: Step): Step => ({...one, wants: {wanted: required, served: one.values}});
	const landed = of('landed');
	const good = of('fit');
	const bad = landed.map((value, t) => value - good[t]);
	const grades = [
		...(fit.length > 0 ? [ofRequired(step(1, `Fit: ${namesOf(fit)}`, good, 'passes', 1))] : []),
		...(unfit.length > 0 ? [step(2, `Not fit: ${namesOf(unfit)}`, bad, 'unfit', 1)] : []),
	];
	return [
		step(1, 'Required', required, 'wanted'),
		step(2, 'Brought to the port of loading', of('brought')),
		step(2, 'Spoilt there', of('lost'), 'gone', 1),
		step(2, 'Loaded for others', of('loaded-for-others'), 'gone', 1),
		ofRequired(step(3, 'Loaded', of('loaded'))),
		ofRequired(step(1, 'Landed', landed)),
		...(fit.length + unfit.length > 1 ? grades : []),
		step(3, 'Carried inland', of('carried')),
		stock('At the port of loading', 'port-stock'),
		stock('Landed, waiting for wagons', 'quay'),
		stock('Promised and not yet loaded', 'due'),
	];
}

const namesOf = (goods: readonly Entity[]): string => goods.map(({label}) => label).join(', ');

const users = new WeakMap<Findings, Map<number, readonly User[]>>();

/** Everyone who used a good or wanted it, who used most first; worked out once for a run. */
export function knownUsers(findings: Findings, {row}: Entity): readonly User[] {
	const known = users.get(findings) ?? new Map<number, readonly User[]>();
	users.set(findings, known);
	const before = known.get(row);
	if (before) return before;
	const found = usersOf(findings, row);
	known.set(row, found);
	return found;
}

/** The steps of a good: what came in, who used it, what is left. Users beyond `most` are one step. */
export function goodSteps(findings: Findings, good: Entity, most: number): readonly Step[] {
	const of = (quantity: string): Float64Array => seriesOf(findings, good, quantity);
	const flow = (label: string, quantity: string): Step => ({label, level: 0, kind: 'flow', tone: 'passes', values: of(quantity), worth: 3});
	const incoming = [flow('Made at home', 'made'), flow('Carried inland from abroad', 'imported'), flow('From outside industry', 'supplied')].filter(tells);
	return [
		...incoming,
		{label: 'Spoilt or lost', level: 1, kind: 'flow', tone: 'gone', values: of('lost'), worth: 4} as const,
		{label: 'Stock at month’s end', level: 1, kind: 'stock', tone: 'stands', values: of('stock'), worth: 2} as const,
		...userSteps(findings, good, most),
	];
}

const tells = ({values}: Step): boolean => values.some(value => value !== 0);

function userSteps(findings: Findings, good: Entity, most: number): readonly Step[] {
	const all = knownUsers(findings, good);
	if (all.length === 0) return [];
	const own = all.length > most ? all.slice(0, Math.max(1, most - 1)) : all;
	const rest = all.slice(own.length);
	const step = (label: string, level: Step['level'], of: readonly User[]): Step => ({
		label,
		level,
		kind: 'flow',
		tone: 'passes',
		values: sumOf(findings, of, ({used}, t) => used[t]),
		worth: level === 0 ? 1 : 3,
		wants: of.some(({wanted}) => wanted) ? wantsOf(findings, of) : undefined,
	});
	const steps = [step('Used and sold, all', 0, all), ...own.map(user => step(user.label, 1, [user]))];
	return rest.length > 0 ? [...steps, step(`${rest.length} others`, 1, rest)] : steps;
}

function sumOf(findings: Findings, all: readonly User[], of: (user: User, t: number) => number): Float64Array {
	const sum = empty(findings);
	for (const user of all) for (let t = 0; t < sum.length; t++) sum[t] += of(user, t);
	return sum;
}

/** What users wanted of a good, as far as it is known, and how much of that was served with it; who turns to it only for want of another wants nothing. */
export const wantsOf = (findings: Findings, all: readonly User[]): Wants => ({
	wanted: sumOf(findings, all, ({wanted}, t) => wanted?.[t] ?? 0),
	served: sumOf(findings, all, ({used, wanted}, t) => Math.min(used[t], wanted?.[t] ?? 0)),
});
