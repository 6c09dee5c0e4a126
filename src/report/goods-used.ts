/** Who used a good, month by month, and who wanted how much of it. */
import {slotOf, type TableName} from '../economy/parameters.ts';
import {NONE, type Structure} from '../economy/structure.ts';
import {type Detail, detailOf} from '../run/detail.ts';
import {type FullRun, parameterByMonth} from '../run/full-run.ts';
import {entitiesOf, type Findings} from './findings.ts';

export type User = {
	readonly kind: 'site' | 'use' | 'railway' | 'restoration' | 'export';
	readonly label: string;
	/** A number a month, in units of the good. */
	readonly used: Float64Array;
	/** What it would have used with nothing short; undefined of who turns to this good only for want of another, and of the railway. */
	readonly wanted: Float64Array | undefined;
};

/** Everyone who used a good or wanted it, by its row: who used most first. */
export function usersOf(findings: Findings, good: number): readonly User[] {
	const found = [...sites(findings, good), ...uses(findings, good), ...others(findings, good)];
	return found.filter(({used, wanted}) => total(used) > 0 || (wanted && total(wanted) > 0)).sort((a, b) => total(b.used) - total(a.used));
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** The value of a field that holds for the whole run. */
function constantOf({program, vector}: FullRun, table: TableName, name: string, row: number): number {
	const place = program.layout.places.find(one => one.table === table && one.name === name);
	return place ? vector[slotOf(program.layout, place, row, 0)] : Number.NaN;
}

/** A recipe that takes a good: by which input, and whether it is the one to which its site turns first. */
type Taking = {readonly site: number; readonly recipe: number; readonly input: number; readonly first: boolean};

const takings = new WeakMap<Structure, ReadonlyMap<number, readonly Taking[]>>();

/** The recipes that take each good, by good; found once for a program. Electricity is no input, and taken by every recipe. */
function takingsOf(structure: Structure): ReadonlyMap<number, readonly Taking[]> {
	const known = takings.get(structure);
	if (known) return known;
	const found = new Map<number, Taking[]>();
	const add = (good: number, taking: Taking) => found.set(good, [...(found.get(good) ?? []), taking]);
	const {recipes} = structure.sites;
	const {start, to} = structure.recipes.inputs;
	for (let site = 0; site < structure.rows.sites; site++) {
		for (let r = recipes.start[site]; r < recipes.start[site + 1]; r++) {
			const taking = {site, recipe: recipes.to[r], first: r === recipes.start[site]};
			for (let l = start[taking.recipe]; l < start[taking.recipe + 1]; l++) add(structure.inputs.good[to[l]], {...taking, input: to[l]});
			if (structure.electricity !== NONE) add(structure.electricity, {...taking, input: NONE});
		}
	}
	takings.set(structure, found);
	return found;
}

function grouped(all: readonly Taking[]): Map<number, Taking[]> {
	const bySite = new Map<number, Taking[]>();
	for (const taking of all) bySite.set(taking.site, [...(bySite.get(taking.site) ?? []), taking]);
	return bySite;
}

function sites(findings: Findings, good: number): User[] {
	const {run} = findings;
	const {structure} = run.program;
	const {byRecipe} = detailOf(run);
	const entities = entitiesOf(findings, 'site');
	const bySite = grouped(takingsOf(structure).get(good) ?? []);
	return [...bySite].flatMap(([site, all]): User[] => {
		const {id, label} = entities[site];
		const generated = structure.sites.product[site] === structure.electricity ? findings.track(id, 'output')?.values : undefined;
		const used = new Float64Array(run.series.months);
		let wanted: Float64Array | undefined;
		for (const {recipe, input, first} of all) {
			const amount = input === NONE ? constantOf(run, 'recipes', 'electricity', recipe) : constantOf(run, 'inputs', 'amount', input);
			const made = generated ?? byRecipe[recipe];
			for (let t = 0; t < used.length; t++) used[t] += made[t] * amount;
			if (first && amount > 0) wanted = findings.track(id, 'potential')?.values.map(value => value * amount);
		}
		return [{kind: 'site', label, used, wanted}];
	});
}

function uses(findings: Findings, good: number): User[] {
	const {run} = findings;
	const {structure} = run.program;
	const {fuels} = structure.uses;
	return entitiesOf(findings, 'use').flatMap(({id, label, row}) => {
		const wanted = findings.track(id, 'wanted')?.values;
		const turn = Array.from(fuels.to.subarray(fuels.start[row], fuels.start[row + 1])).findIndex(fuel => structure.fuels.good[fuel] === good);
		if (!wanted || turn < 0) return [];
		const amount = constantOf(run, 'fuels', 'amount', fuels.to[fuels.start[row] + turn]);
		const allowed = allowedWith(detailOf(run), row, turn, fuels.start[row + 1] - fuels.start[row]);
		const used = wanted.map((value, t) => value * amount * allowed[t]);
		return [{kind: 'use' as const, label, used, wanted: turn === 0 ? wanted.map(value => value * amount) : undefined}];
	});
}

/** What a use was allowed in the rounds in which it turned to one of its goods: each in its turn, and the first again when there are no more. */
function allowedWith({allowed}: Detail, use: number, turn: number, fuels: number): Float64Array {
	const sum = new Float64Array(allowed[0][use].length);
	for (let n = 0; n + 1 < allowed.length; n++) {
		if ((n < fuels ? n : 0) !== turn) continue;
		const before = allowed[n][use];
		const after = allowed[n + 1][use];
		for (let t = 0; t < sum.length; t++) sum[t] += after[t] - before[t];
	}
	return sum;
}

function others(findings: Findings, good: number): User[] {
	const {burnt, restoring, toRestore} = detailOf(findings.run);
	const {structure} = findings.run.program;
	const exports = entitiesOf(findings, 'export').flatMap(({id, label, row}): User[] => {
		const used = structure.exports.good[row] === good ? findings.track(id, 'shipped')?.values : undefined;
		return used ? [{kind: 'export', label, used, wanted: parameterByMonth(findings.run, 'exports', 'contract', row)}] : [];
	});
	return [
		...exports,
		{kind: 'railway', label: 'Locomotives', used: burnt[good], wanted: undefined},
		{kind: 'restoration', label: 'Restoration', used: restoring[good], wanted: toRestore[good]},
	];
}
