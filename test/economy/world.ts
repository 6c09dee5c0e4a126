/** Small worlds for tests: an economy built from a few rows, every other number at its default. */

import {month} from '../../src/economy/month.ts';
import {type Layout, layOut, type RowCounts, slotOf, type TableName, tables} from '../../src/economy/parameters.ts';
import {type Economy, newEconomy, openEconomy} from '../../src/economy/state.ts';
import {type Links, NONE, purposes, type Structure} from '../../src/economy/structure.ts';

/** Numbers of a row by field name: one for all months, or one a month. */
type Numbers = Readonly<Record<string, number | readonly number[]>>;
type Row = {readonly id: string; readonly with?: Numbers};
type Recipe = {readonly electricity?: number; readonly inputs?: Readonly<Record<string, number>>};

export type World = {
	readonly months: number;
	readonly policy?: Numbers;
	readonly finance?: Numbers;
	readonly labour?: Numbers;
	readonly rail?: Numbers & {readonly fuels?: never};
	readonly railFuels?: readonly string[];
	readonly railFund?: string;
	readonly power?: Numbers;
	readonly electricity?: string;
	readonly goods: readonly (Row & {readonly unfit?: string; readonly listed?: boolean})[];
	readonly industries?: readonly (Row & {readonly staffing?: Readonly<Record<string, number>>})[];
	readonly sites?: readonly (Row & {
		readonly product: string;
		readonly industry?: string;
		readonly recipes?: readonly Recipe[];
		readonly materials?: Readonly<Record<string, number>>;
	})[];
	readonly uses?: readonly (Row & {readonly goods: Readonly<Record<string, number>>})[];
	readonly professions?: readonly (Row & {readonly translates?: string; readonly staff?: Readonly<Record<string, Numbers>>})[];
	readonly communities?: readonly (Row & {readonly language?: string; readonly fund?: string})[];
	readonly languages?: readonly Row[];
	readonly courses?: readonly (Row & {readonly makes: 'skilled' | 'foremen'; readonly fund?: string})[];
	readonly routes?: readonly (Row & {readonly grades: Readonly<Record<string, number>>})[];
	readonly exports?: readonly (Row & {readonly good: string; readonly fund?: string})[];
	readonly funds?: readonly (Row & {readonly spends: readonly (typeof purposes)[number][]})[];
	readonly prospecting?: readonly (Row & {readonly site: string})[];
};

/** An economy with its parameters, ready to run. */
export type Built = {
	readonly economy: Economy;
	readonly layout: Layout;
	readonly vector: Float64Array;
	/** Set a field of a row: one number for all months, or one a month. */
	readonly set: (table: TableName, row: number, name: string, value: number | readonly number[]) => void;
	/** Open it and run so many months (all if not said), calling back after each. */
	readonly run: (each?: (economy: Economy, t: number) => void, months?: number) => Economy;
};

/** An industry whose crews are always there and know all. */
const easyIndustry: Row = {id: 'industry', with: {skilledShare: 0.5, skillWeight: 0.5, hiring: 1}};

export function build(world: World): Built {
	const industries = world.industries ?? [easyIndustry];
	const sites = world.sites ?? [];
	const at = (rows: readonly Row[] | undefined, id: string | undefined): number => (id === undefined ? NONE : find(rows ?? [], id));
	const recipes = sites.flatMap(site => site.recipes ?? [{}]);
	const inputs = recipes.flatMap(recipe => Object.entries(recipe.inputs ?? {}));
	const materials = sites.flatMap(site => Object.entries(site.materials ?? {}));
	const fuels = (world.uses ?? []).flatMap(use => Object.entries(use.goods));
	const staffing = industries.flatMap(industry => Object.entries(('staffing' in industry ? industry.staffing : undefined) ?? {}));
	const staff = (world.professions ?? []).flatMap((profession, k) =>
		Object.entries(profession.staff ?? {}).map(([community, numbers]) => ({k, community, numbers})),
	);
	const grades = (world.routes ?? []).flatMap(route => Object.entries(route.grades));
	const goodOf = (pairs: readonly (readonly [string, number])[]): Int32Array => Int32Array.from(pairs, ([good]) => find(world.goods, good));
	const ints = (values: readonly number[]): Int32Array => Int32Array.from(values);
	const rows: RowCounts = {
		policy: 1,
		finance: 1,
		labour: 1,
		rail: 1,
		power: 1,
		goods: world.goods.length,
		industries: industries.length,
		staffing: staffing.length,
		sites: sites.length,
		recipes: recipes.length,
		inputs: inputs.length,
		materials: materials.length,
		uses: world.uses?.length ?? 0,
		fuels: fuels.length,
		professions: world.professions?.length ?? 0,
		communities: world.communities?.length ?? 0,
		languages: world.languages?.length ?? 0,
		staff: staff.length,
		courses: world.courses?.length ?? 0,
		routes: world.routes?.length ?? 0,
		grades: grades.length,
		exports: world.exports?.length ?? 0,
		funds: world.funds?.length ?? 0,
		prospecting: world.prospecting?.length ?? 0,
	};
	const structure: Structure = {
		months: world.months,
		rows,
		electricity: at(world.goods, world.electricity),
		upstreamFirst: ints(world.goods.map((_, g) => g)),
		goods: {unfit: ints(world.goods.map(good => at(world.goods, good.unfit))), listed: Uint8Array.from(world.goods, good => (good.listed ? 1 : 0))},
		sites: {
			industry: ints(sites.map(site => at(industries, site.industry ?? industries[0].id))),
			product: ints(sites.map(site => find(world.goods, site.product))),
			recipes: links(sites.map(site => site.recipes?.length ?? 1)),
			materials: links(sites.map(site => Object.keys(site.materials ?? {}).length)),
		},
		recipes: {inputs: links(recipes.map(recipe => Object.keys(recipe.inputs ?? {}).length))},
		inputs: {good: goodOf(inputs)},
		materials: {good: goodOf(materials)},
		uses: {fuels: links((world.uses ?? []).map(use => Object.keys(use.goods).length))},
		fuels: {good: goodOf(fuels)},
		industries: {staffing: links(industries.map(industry => Object.keys(('staffing' in industry ? industry.staffing : undefined) ?? {}).length))},
		staffing: {profession: ints(staffing.map(([profession]) => at(world.professions, profession)))},
		professions: {translates: ints((world.professions ?? []).map(profession => at(world.languages, profession.translates)))},
		communities: {
			language: ints((world.communities ?? []).map(c => at(world.languages, c.language))),
			fund: ints((world.communities ?? []).map(c => at(world.funds, c.fund))),
		},
		staff: {profession: ints(staff.map(({k}) => k)), community: ints(staff.map(({community}) => at(world.communities, community)))},
		courses: {
			foremen: Uint8Array.from(world.courses ?? [], c => (c.makes === 'foremen' ? 1 : 0)),
			fund: ints((world.courses ?? []).map(c => at(world.funds, c.fund))),
		},
		routes: {grades: links((world.routes ?? []).map(route => Object.keys(route.grades).length))},
		grades: {good: goodOf(grades)},
		exports: {good: ints((world.exports ?? []).map(x => find(world.goods, x.good))), fund: ints((world.exports ?? []).map(x => at(world.funds, x.fund)))},
		funds: {spends: spends(world.funds ?? [])},
		rail: {fuels: ints((world.railFuels ?? []).map(good => find(world.goods, good))), fund: at(world.funds, world.railFund)},
		prospecting: {site: ints((world.prospecting ?? []).map(search => at(sites, search.site)))},
	};
	const built = empty(structure);
	const fill = (table: TableName, numbers: readonly (Numbers | undefined)[]): void =>
		numbers.forEach((row, i) => {
			for (const [name, value] of Object.entries(row ?? {})) built.set(table, i, name, value);
		});
	for (const table of ['policy', 'finance', 'labour', 'rail', 'power'] as const) fill(table, [world[table]]);
	for (const table of ['goods', 'uses', 'professions', 'communities', 'languages', 'courses', 'routes', 'exports', 'funds', 'prospecting'] as const)
		fill(
			table,
			(world[table] ?? []).map(row => row.with),
		);
	fill(
		'industries',
		industries.map(row => row.with),
	);
	fill(
		'sites',
		sites.map(row => row.with),
	);
	fill(
		'recipes',
		recipes.map(recipe => ({electricity: recipe.electricity ?? 0})),
	);
	for (const [table, pairs] of [
		['inputs', inputs],
		['materials', materials],
		['fuels', fuels],
	] as const)
		fill(
			table,
			pairs.map(([, amount]) => ({amount})),
		);
	fill(
		'staffing',
		staffing.map(([, weight]) => ({weight})),
	);
	fill(
		'grades',
		grades.map(([, share]) => ({share})),
	);
	fill(
		'staff',
		staff.map(({numbers}) => numbers),
	);
	return built;
}

function empty(structure: Structure): Built {
	const layout = layOut(structure.rows, structure.months);
	const vector = new Float64Array(layout.length);
	const set: Built['set'] = (table, row, name, value) => {
		const place = layout.places.find(p => p.table === table && p.name === name);
		if (!place) throw new Error(`no ${table}.${name}`);
		for (let t = 0; t < structure.months; t++) vector[slotOf(layout, place, row, t)] = typeof value === 'number' ? value : value[t];
	};
	for (const {table, name, field, rows} of layout.places) {
		for (let row = 0; row < rows; row++) set(table, row, name, field.otherwise ?? 0);
	}
	const economy = newEconomy(structure, layout);
	const pass = month(economy);
	const run: Built['run'] = (each, months = structure.months) => {
		openEconomy(economy, vector, true);
		for (let t = 0; t < months; t++) {
			pass(t);
			each?.(economy, t);
		}
		return economy;
	};
	return {economy, layout, vector, set, run};
}

function find(rows: readonly Row[], id: string): number {
	const row = rows.findIndex(other => other.id === id);
	if (row < 0) throw new Error(`no row "${id}"`);
	return row;
}

function links(counts: readonly number[]): Links {
	const start = new Int32Array(counts.length + 1);
	counts.forEach((count, i) => {
		start[i + 1] = start[i] + count;
	});
	return {start, to: Int32Array.from({length: start[counts.length]}, (_, l) => l)};
}

function spends(funds: readonly {readonly spends: readonly (typeof purposes)[number][]}[]): Links {
	return {
		start: links(funds.map(fund => fund.spends.length)).start,
		to: Int32Array.from(funds.flatMap(fund => fund.spends.map(purpose => purposes.indexOf(purpose)))),
	};
}

export {tables};
