/** The sections of all files of a scenario as one: every entity once, each with what its surroundings say of its sources. */
import {type Problems, quote} from './problem.ts';
import type {Kind, Spot} from './program.ts';
import {type Citable, nothing, type Provenance, provenanceOf} from './provenance.ts';
import {idShape, type Section, type Singleton, sectionNames, singletonNames} from './schema.ts';
import {child, type Entry, entriesOf, type Mapping, type Tree} from './tree.ts';

/** Something with an id: what it is made of, where it stands, and the provenance that holds inside. */
export type Item = {readonly id: string; readonly path: string; readonly tree: Tree; readonly spot: Spot; readonly provenance: Provenance};
/** A number as it was given. */
export type Given = {readonly tree: Tree; readonly provenance: Provenance};

export type Sections = {
	readonly items: Readonly<Record<Section, ReadonlyMap<string, Item>>>;
	readonly singletons: Readonly<Record<Singleton, ReadonlyMap<string, Given>>>;
};

/** What an entity of each section is; targets of the plan, shocks, reliefs and extras are not named by outcomes. */
export const kinds = {
	goods: 'good',
	industries: 'industry',
	sites: 'site',
	uses: 'use',
	professions: 'profession',
	communities: 'community',
	languages: 'language',
	courses: 'course',
	routes: 'route',
	exports: 'export',
	funds: 'fund',
	prospecting: 'prospecting',
	groups: 'group',
} as const satisfies Partial<Record<Section, Kind>>;

/** What is counted over the whole economy, under names that no entity may have. */
export const wholes: Readonly<Record<string, string>> = {
	industry: 'Industry',
	enterprises: 'Enterprises',
	restoration: 'Restoration',
	labour: 'Labour',
	rail: 'Railways',
	power: 'Power',
	finance: 'Finance',
};
const reserved = new Set([...Object.keys(wholes), 'policy']);

/** Keys that say where numbers come from, and so are no ids. */
export const isProvenance = (key: string): boolean => key === 'source' || key === 'reason';

/** Merge the sections of the files; ids that are wrong, reserved or given twice are reported. */
export function mergeSections(files: readonly Mapping[], citable: Citable, problems: Problems): Sections {
	const items = Object.fromEntries(sectionNames.map(name => [name, new Map<string, Item>()])) as Record<Section, Map<string, Item>>;
	const singletons = Object.fromEntries(singletonNames.map(name => [name, new Map<string, Given>()])) as Record<Singleton, Map<string, Given>>;
	const taken = new Map<string, string>();
	for (const file of files) {
		const around = provenanceOf(file, nothing, citable, problems);
		for (const name of singletonNames) addSingleton(singletons[name], name, child(file, name), around, citable, problems);
		for (const section of sectionNames) {
			const tree = child(file, section);
			const input = section !== 'plan';
			const own = provenanceOf(tree, around, citable, problems, input);
			for (const entry of entriesOf(tree)) {
				if (isProvenance(entry.key) || !mayStand(entry, section, taken, problems)) continue;
				const provenance = provenanceOf(entry.value, own, citable, problems, input);
				items[section].set(entry.key, {id: entry.key, path: `${section}.${entry.key}`, tree: entry.value, spot: entry.spot, provenance});
			}
		}
	}
	return {items, singletons};
}

function addSingleton(fields: Map<string, Given>, name: string, tree: Tree | undefined, around: Provenance, citable: Citable, problems: Problems): void {
	const provenance = provenanceOf(tree, around, citable, problems);
	for (const {key, spot, value} of entriesOf(tree)) {
		if (isProvenance(key)) continue;
		const before = fields.get(key);
		if (before) problems.add(spot, 'duplicate', `${name}.${key} is given twice; first in ${place(before.tree.spot)}`);
		else fields.set(key, {tree: value, provenance});
	}
}

/** More than any scenario needs, and few enough that a hostile one cannot keep the program busy. */
const mostEntities = 3000;

function mayStand({key, spot}: Entry, section: Section, taken: Map<string, string>, problems: Problems): boolean {
	const space = section in kinds ? key : `${section}.${key}`;
	const before = taken.get(space);
	if (!idShape.test(key)) problems.add(spot, 'key', `${quote(key)} is no id; ids are small letters, digits and hyphens, and begin with a letter`);
	else if (section in kinds && reserved.has(key)) problems.add(spot, 'key', `"${key}" means the whole of the economy's ${key}; give this another id`);
	else if (taken.size >= mostEntities) problems.add(spot, 'too-large', `a scenario has at most ${mostEntities} entities`);
	else if (before) problems.add(spot, 'duplicate', `the id "${key}" is given twice; first in ${before}`);
	else {
		taken.set(space, `${section}, ${place(spot)}`);
		return true;
	}
	return false;
}

export const place = ({file, line}: Spot): string => `${file}:${line}`;

/** The items of a mapping inside an item: the recipes of a site, the inputs of a recipe. */
export function itemsIn(item: Item, key: string, citable: Citable, problems: Problems): readonly Item[] {
	const tree = child(item.tree, key);
	const around = provenanceOf(tree, item.provenance, citable, problems);
	const found: Item[] = [];
	for (const {key: id, spot, value} of entriesOf(tree)) {
		if (isProvenance(id)) continue;
		if (!idShape.test(id)) {
			problems.add(spot, 'key', `${quote(id)} is no id; ids are small letters, digits and hyphens, and begin with a letter`);
			continue;
		}
		found.push({id, path: `${item.path}.${key}.${id}`, tree: value, spot, provenance: provenanceOf(value, around, citable, problems)});
	}
	return found;
}
