/** Programs for tests: a small world as if a scenario had been read. */
import type {Field} from '../../src/economy/field.ts';
import {type TableName, tables} from '../../src/economy/parameters.ts';
import {type Outcome, parseOutcome} from '../../src/scenario/outcome.ts';
import type {Entity, Fact, Kind, Origin, PlanTarget, Program} from '../../src/scenario/program.ts';
import {build, type World} from '../economy/world.ts';

/** January 1946. */
export const start = 1946 * 12;

/** A mine of 100 t of ore a month and a furnace of 50 t of iron that needs 2 t of ore for 1 t, listed at 10 yen. */
export const mineAndFurnace: World = {
	months: 12,
	goods: [
		{id: 'ore', with: {price: 1, baseOutput: 100, openingStock: 100}},
		{id: 'iron', listed: true, with: {price: 10, baseOutput: 50}},
	],
	sites: [
		{id: 'mine', product: 'ore', with: {count: 1, capacity: 100, working: 1}},
		{id: 'furnace', product: 'iron', with: {count: 1, capacity: 50, working: 1}, recipes: [{inputs: {ore: 2}}]},
	],
};

const kinds: readonly (readonly [Kind, TableName & keyof World])[] = [
	['good', 'goods'],
	['industry', 'industries'],
	['site', 'sites'],
	['use', 'uses'],
	['profession', 'professions'],
	['community', 'communities'],
	['language', 'languages'],
	['course', 'courses'],
	['route', 'routes'],
	['export', 'exports'],
	['fund', 'funds'],
	['prospecting', 'prospecting'],
];

type Row = {readonly id: string};
const rowsOf = (world: World, table: TableName & keyof World): readonly Row[] =>
	(world[table] ?? (table === 'industries' ? [{id: 'industry'}] : [])) as readonly Row[];

/** A program of a world; everything weighs in t. Months may be set on it by `<table>.<id>.<field>` as in a scenario. */
export function programOf(world: World = mineAndFurnace, extras: Partial<Program> = {}): Program {
	const {economy, layout, vector} = build(world);
	const entities = new Map<string, Entity>();
	const ids = Object.fromEntries(Object.keys(tables).map(table => [table, [] as string[]])) as Record<TableName, string[]>;
	for (const [kind, table] of kinds) {
		rowsOf(world, table).forEach(({id}, row) => {
			ids[table].push(id);
			if (id !== 'industry') entities.set(id, {id, kind, row, label: id.charAt(0).toUpperCase() + id.slice(1), unit: 't', group: ''});
		});
	}
	const origins = new Map<string, Origin>();
	for (const place of layout.places)
		ids[place.table].forEach((id, row) => {
			origins.set(`${place.table}.${id}.${place.name}`, origin(`${place.table}.${id}.${place.name}`, place.field, place, row));
		});
	return {
		file: 'test/toy.yaml',
		files: [],
		title: 'A mine and a furnace',
		start,
		structure: economy.structure,
		layout,
		vector,
		parentVector: vector,
		overlays: [],
		ids,
		entities,
		origins,
		groups: [],
		plan: [],
		shocks: [],
		facts: [],
		levers: [],
		reliefs: [],
		extras: [],
		rules: [],
		sources: new Map(),
		...extras,
	};
}

const origin = (path: string, field: Field, place: Origin['place'], row: number): Origin => ({
	path,
	field,
	place,
	row,
	unit: field.unit,
	spot: undefined,
	sources: [],
	reason: undefined,
	range: undefined,
	span: undefined,
	fitted: false,
	readings: [],
});

/** An outcome as it is written. */
export function outcome(text: string): Outcome {
	const read = parseOutcome(text);
	if (typeof read === 'string') throw new Error(read);
	return read;
}

/** A target of the plan for an outcome in t. */
export const target = (text: string, amount: number, due: number): PlanTarget => ({
	id: 'target',
	label: 'Target',
	outcome: outcome(text),
	target: amount,
	unit: 't',
	due,
	sources: [],
	reason: 'a test',
});

/** A fact that an outcome was so much, give or take a tenth. */
export const fact = (text: string, value: number, extras: Partial<Fact> = {}): Fact => ({
	id: 'fact',
	label: 'Fact',
	role: 'target',
	unit: 't',
	error: 0.1,
	side: 'both',
	sources: [],
	readings: [{id: 'first', weight: 1, outcome: outcome(text), over: undefined, value}],
	...extras,
});
