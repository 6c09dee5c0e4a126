/** Who is connected with whom: the references of a scenario resolved into the engine's rows and links. */
import {type RowCounts, type TableName, tables} from '../economy/parameters.ts';
import {type Links, NONE, purposes, type Structure} from '../economy/structure.ts';
import {didYouMean, type Problems, quote} from './problem.ts';
import type {Spot} from './program.ts';
import type {Citable} from './provenance.ts';
import type {Section, Singleton} from './schema.ts';
import {type Given, type Item, itemsIn, kinds, type Sections} from './sections.ts';
import {child, isMapping, itemsOf, type Tree, textOf} from './tree.ts';
import {parseUnit, unitNames} from './units.ts';
import {upstreamFirst} from './upstream.ts';

/** A row of a table: its numbers as given, and the units of the goods that it is about. */
export type Row = {
	readonly id: string;
	readonly path: string;
	readonly spot: Spot;
	readonly given: (name: string) => Given | undefined;
	/** Units that stand for `<good>`, `<product>` and `<first>`. */
	readonly goods: Readonly<Record<string, string | undefined>>;
	/** Nothing could be read here, so that nothing is said to be missing. */
	readonly broken: boolean;
};

export type Built = {
	readonly structure: Structure;
	readonly rows: Readonly<Record<TableName, readonly Row[]>>;
	readonly goodUnits: readonly (string | undefined)[];
};

/** Resolve all references; those to things that are not there are reported. */
export function buildStructure(sections: Sections, months: number, root: Spot, citable: Citable, problems: Problems): Built {
	return new Builder(sections, root, citable, problems).build(months);
}

const whole = (section: string): string => (section in kinds ? kinds[section as keyof typeof kinds] : section);

class Builder {
	readonly #sections: Sections;
	readonly #root: Spot;
	readonly #citable: Citable;
	readonly #problems: Problems;
	readonly #rows = Object.fromEntries(Object.keys(tables).map(name => [name, []])) as unknown as Record<TableName, Row[]>;
	readonly #indices = new Map<Section, ReadonlyMap<string, number>>();
	#units: readonly (string | undefined)[] = [];

	constructor(sections: Sections, root: Spot, citable: Citable, problems: Problems) {
		this.#sections = sections;
		this.#root = root;
		this.#citable = citable;
		this.#problems = problems;
		for (const [section, items] of Object.entries(sections.items)) this.#indices.set(section as Section, new Map([...items.keys()].map((id, i) => [id, i])));
	}

	build(months: number): Built {
		for (const name of ['policy', 'finance', 'labour', 'rail', 'power'] as const) this.#addSingleton(name);
		this.#units = this.#items('goods').map(item => this.#unitOf(item));
		const goods = this.#goods();
		const sites = this.#sites();
		const links = {...this.#uses(), ...this.#people(), ...this.#trade(), ...this.#rest()};
		const rows = Object.fromEntries(Object.entries(this.#rows).map(([name, list]) => [name, list.length])) as unknown as RowCounts;
		const order = upstreamFirst(rows.goods, recipesOf(sites));
		const structure: Structure = {months, rows, electricity: goods.electricity, upstreamFirst: order, goods: goods.links, ...sites, ...links};
		return {structure, rows: this.#rows, goodUnits: this.#units};
	}

	#items(section: Section): readonly Item[] {
		return [...this.#sections.items[section].values()];
	}

	#add(table: TableName, {path, tree, spot, provenance}: Item, goods: Row['goods'] = {}): number {
		const given = (name: string): Given | undefined => {
			const value = child(tree, name);
			return value && {tree: value, provenance};
		};
		const section = path.indexOf('.');
		return this.#rows[table].push({id: path.slice(section + 1), path, spot, given, goods, broken: !isMapping(tree)}) - 1;
	}

	#addSingleton(name: Singleton): void {
		const fields = this.#sections.singletons[name];
		const spot = fields.values().next().value?.tree.spot ?? this.#root;
		this.#rows[name].push({id: name, path: name, spot, given: field => fields.get(field), goods: {}, broken: false});
	}

	/** The row that an id names in a section; NONE, and reported, if there is none; NONE where nothing is named. */
	#resolve(section: Section, tree: Tree | undefined): number {
		const id = textOf(tree);
		return tree && id !== undefined ? this.#find(section, id, tree.spot) : NONE;
	}

	#find(section: Section, id: string, spot: Spot): number {
		const index = this.#indices.get(section);
		const row = index?.get(id);
		if (row !== undefined) return row;
		const other = Object.keys(kinds).find(name => this.#indices.get(name as Section)?.has(id));
		const hint = other ? `; it is the id of ${/^[aeiou]/.test(whole(other)) ? 'an' : 'a'} ${whole(other)}` : didYouMean(id, index?.keys() ?? []);
		if (!this.#problems.full) this.#problems.add(spot, 'unknown-id', `there is no ${whole(section)} ${quote(id)}${hint}`);
		return NONE;
	}

	#column(section: Section, to: Section, key: string): Int32Array {
		return Int32Array.from(this.#items(section), item => this.#resolve(to, child(item.tree, key)));
	}

	#unitOf({tree}: Item): string | undefined {
		const unit = child(tree, 'unit');
		const text = textOf(unit);
		if (!unit || text === undefined) return undefined;
		const read = parseUnit(text);
		if (!('unknown' in read)) return text;
		this.#problems.add(unit.spot, 'unit-unknown', `${quote(text)} is not a unit${didYouMean(text, unitNames)}`);
		return undefined;
	}

	#unitOfGood(row: number): string | undefined {
		return row === NONE ? undefined : this.#units[row];
	}

	#goods() {
		let electricity = NONE;
		const listed: number[] = [];
		for (const [row, item] of this.#items('goods').entries()) {
			this.#add('goods', item, {good: this.#units[row]});
			listed.push(isTrue(child(item.tree, 'listed')) ? 1 : 0);
			if (!isTrue(child(item.tree, 'electricity'))) continue;
			if (electricity !== NONE)
				this.#problems.add(item.spot, 'electricity', `only one good can be electricity; "${this.#items('goods')[electricity]?.id}" is one already`);
			else electricity = row;
		}
		return {electricity, links: {unfit: this.#column('goods', 'goods', 'unfit'), listed: Uint8Array.from(listed)}};
	}

	/** Rows of `table` for what stands under `key`, by the ids of `to`; calls back with each one's own reference. */
	#linked(item: Item, key: string, table: TableName, to: Section, goods: (row: number, first: number) => Row['goods'], refs: number[]): number[] {
		const links: number[] = [];
		let first = NONE;
		for (const inner of itemsIn(item, key, this.#citable, this.#problems)) {
			const row = this.#find(to, inner.id, inner.spot);
			if (links.length === 0) first = row;
			links.push(this.#add(table, inner, goods(row, first)));
			refs.push(row);
		}
		return links;
	}

	#sites() {
		const product = this.#column('sites', 'goods', 'product');
		const recipes: number[][] = [];
		const materials: number[][] = [];
		const inputs: number[][] = [];
		const inputGood: number[] = [];
		const materialGood: number[] = [];
		for (const [row, item] of this.#items('sites').entries()) {
			const unit = this.#unitOfGood(product[row] ?? NONE);
			this.#add('sites', item, {product: unit, good: unit});
			const given = itemsIn(item, 'recipes', this.#citable, this.#problems);
			const plain: Item = {...item, id: 'plain', path: `${item.path}.recipes.plain`, tree: {kind: 'mapping', entries: new Map(), spot: item.spot}};
			recipes.push(
				(given.length > 0 ? given : [plain]).map(recipe => {
					inputs.push(this.#linked(recipe, 'inputs', 'inputs', 'goods', good => ({good: this.#unitOfGood(good), product: unit}), inputGood));
					this.#refuseElectricity(recipe);
					return this.#add('recipes', recipe, {product: unit});
				}),
			);
			materials.push(this.#linked(item, 'materials', 'materials', 'goods', good => ({good: this.#unitOfGood(good)}), materialGood));
		}
		return {
			sites: {industry: this.#column('sites', 'industries', 'industry'), product, recipes: linksOf(recipes), materials: linksOf(materials)},
			recipes: {inputs: linksOf(inputs)},
			inputs: {good: Int32Array.from(inputGood)},
			materials: {good: Int32Array.from(materialGood)},
		};
	}

	#refuseElectricity(recipe: Item): void {
		for (const {id, spot} of itemsIn(recipe, 'inputs', this.#citable, this.#problems)) {
			const good = this.#sections.items.goods.get(id);
			if (good && isTrue(child(good.tree, 'electricity')))
				this.#problems.add(spot, 'electricity', 'the electricity that a recipe needs is given as its "electricity", not among its inputs');
		}
	}

	#uses() {
		const goods: number[] = [];
		const fuels = this.#items('uses').map(item =>
			this.#linked(item, 'goods', 'fuels', 'goods', (row, first) => ({good: this.#unitOfGood(row), first: this.#unitOfGood(first)}), goods),
		);
		for (const [row, item] of this.#items('uses').entries()) {
			const first = fuels[row]?.[0];
			if (first === undefined && isMapping(item.tree)) this.#problems.add(item.spot, 'missing', `${item.path} needs goods that serve it`);
			this.#add('uses', item, {good: first === undefined ? undefined : this.#unitOfGood(goods[first] ?? NONE)});
		}
		return {uses: {fuels: linksOf(fuels)}, fuels: {good: Int32Array.from(goods)}};
	}

	#people() {
		const [needed, community, profession]: [number[], number[], number[]] = [[], [], []];
		const staffing = this.#items('industries').map(item => {
			this.#add('industries', item);
			return this.#linked(item, 'staffing', 'staffing', 'professions', () => ({}), needed);
		});
		for (const [row, item] of this.#items('professions').entries()) {
			this.#add('professions', item);
			for (const _ of this.#linked(item, 'staff', 'staff', 'communities', () => ({}), community)) profession.push(row);
		}
		for (const section of ['communities', 'languages', 'courses'] as const) for (const item of this.#items(section)) this.#add(section, item);
		return {
			industries: {staffing: linksOf(staffing)},
			staffing: {profession: Int32Array.from(needed)},
			professions: {translates: this.#column('professions', 'languages', 'translates')},
			communities: {language: this.#column('communities', 'languages', 'language'), fund: this.#column('communities', 'funds', 'fund')},
			staff: {profession: Int32Array.from(profession), community: Int32Array.from(community)},
			courses: {
				foremen: Uint8Array.from(this.#items('courses'), ({tree}) => (textOf(child(tree, 'makes')) === 'foremen' ? 1 : 0)),
				fund: this.#column('courses', 'funds', 'fund'),
			},
		};
	}

	#trade() {
		const graded: number[] = [];
		const grades = this.#items('routes').map(item => this.#linked(item, 'grades', 'grades', 'goods', row => ({good: this.#unitOfGood(row)}), graded));
		for (const [row, item] of this.#items('routes').entries()) {
			const first = grades[row]?.[0];
			if (first === undefined && isMapping(item.tree))
				this.#problems.add(item.spot, 'missing', `${item.path} needs the grades of what it brings; one good alone has the share 1`);
			this.#add('routes', item, {good: first === undefined ? undefined : this.#unitOfGood(graded[first] ?? NONE)});
		}
		const good = this.#column('exports', 'goods', 'good');
		for (const [row, item] of this.#items('exports').entries()) this.#add('exports', item, {good: this.#unitOfGood(good[row] ?? NONE)});
		return {routes: {grades: linksOf(grades)}, grades: {good: Int32Array.from(graded)}, exports: {good, fund: this.#column('exports', 'funds', 'fund')}};
	}

	#rest() {
		for (const section of ['funds', 'prospecting'] as const) for (const item of this.#items(section)) this.#add(section, item);
		const spends = this.#items('funds').map(({tree}) => itemsOf(child(tree, 'spends')).flatMap(purpose => rowsOf(purposes, textOf(purpose))));
		const {fuels, fund} = Object.fromEntries(this.#sections.singletons.rail) as Partial<Record<string, Given>>;
		return {
			funds: {spends: linksOf(spends)},
			rail: {fuels: Int32Array.from(itemsOf(fuels?.tree), item => this.#resolve('goods', item)), fund: this.#resolve('funds', fund?.tree)},
			prospecting: {site: this.#column('prospecting', 'sites', 'site')},
		};
	}
}

const isTrue = (tree: Tree | undefined): boolean => tree?.kind === 'scalar' && tree.value === true;

/** The place of a name in a list, if it is in it. */
function rowsOf(names: readonly string[], name: string | undefined): readonly number[] {
	const index = name === undefined ? -1 : names.indexOf(name);
	return index < 0 ? [] : [index];
}

/** Lists of links as in a sparse matrix. */
export function linksOf(lists: readonly (readonly number[])[]): Links {
	const start = new Int32Array(lists.length + 1);
	for (const [i, list] of lists.entries()) start[i + 1] = (start[i] ?? 0) + list.length;
	return {start, to: Int32Array.from(lists.flat())};
}

type SiteLinks = Pick<Structure, 'sites' | 'recipes' | 'inputs'>;

/** What goes into what: pairs of an input and a product. */
function recipesOf({sites, recipes, inputs}: SiteLinks): readonly (readonly [number, number])[] {
	const pairs: [number, number][] = [];
	for (const [site, product] of sites.product.entries()) {
		for (const recipe of sites.recipes.to.subarray(sites.recipes.start[site], sites.recipes.start[site + 1])) {
			for (const input of recipes.inputs.to.subarray(recipes.inputs.start[recipe], recipes.inputs.start[recipe + 1])) {
				pairs.push([inputs.good[input] ?? NONE, product]);
			}
		}
	}
	return pairs.filter(([input, product]) => input !== NONE && product !== NONE && input !== product);
}
