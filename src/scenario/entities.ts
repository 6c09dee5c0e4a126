/** What outcomes can name: every entity, the groups of them, and the economy's wholes. */
import {NONE, type Structure} from '../economy/structure.ts';
import type {Problems} from './problem.ts';
import type {Entity, Group, Kind} from './program.ts';
import {type Item, kinds, type Sections, wholes} from './sections.ts';
import type {Built} from './structure.ts';
import {child, isMapping, itemsOf, textOf} from './tree.ts';

type Members = 'goods' | 'sites' | 'industries' | 'professions';
const memberSections: readonly Members[] = ['goods', 'sites', 'industries', 'professions'];

/** Collect entities and groups; members that are not there are reported. */
export function collectEntities(
	sections: Sections,
	built: Built,
	problems: Problems,
): {readonly entities: Map<string, Entity>; readonly groups: readonly Group[]} {
	const entities = new Map<string, Entity>();
	for (const [section, kind] of Object.entries(kinds)) {
		if (kind === 'group') continue;
		for (const [row, item] of [...sections.items[section as keyof typeof kinds].values()].entries()) {
			entities.set(item.id, {id: item.id, kind, row, label: labelOf(item), unit: unitOf(kind, row, built), group: headingOf(item, sections)});
		}
	}
	const groups = [...readGroups(sections, entities, problems), ...professionGroups(sections, entities, problems)];
	for (const [row, {id, label, kind, members}] of groups.entries()) {
		const units = new Set(members.map(member => unitOf(kind, member, built)));
		entities.set(id, {id, kind: 'group', row, label, unit: units.size === 1 ? ([...units][0] ?? '') : '', group: ''});
	}
	for (const [id, label] of Object.entries(wholes)) entities.set(id, {id, kind: 'whole', row: 0, label, unit: '1', group: ''});
	return {entities, groups};
}

/** The label of the group that a profession names. */
function headingOf(item: Item, {items}: Sections): string {
	const id = groupIn(item);
	const group = id === undefined ? undefined : items.groups.get(id);
	return group ? labelOf(group) : (id ?? '');
}

/** The label of an item, or its id. */
export const labelOf = ({id, tree}: Item): string => textOf(child(tree, 'label')) ?? id;

function unitOf(kind: Kind, row: number, {structure, goodUnits}: Built): string {
	const good = goodOf(kind, row, structure);
	if (good !== undefined) return goodUnits[good] ?? '';
	if (kind === 'fund') return 'yen';
	return kind === 'prospecting' ? '1' : 'persons';
}

/** The good that an entity is about, by which its quantities are counted. */
function goodOf(kind: Kind, row: number, {sites, uses, fuels, routes, grades, exports}: Structure): number | undefined {
	if (kind === 'good') return row;
	if (kind === 'site') return sites.product[row];
	if (kind === 'use') return fuels.good[uses.fuels.to[uses.fuels.start[row] ?? 0] ?? NONE];
	if (kind === 'route') return grades.good[routes.grades.to[routes.grades.start[row] ?? 0] ?? NONE];
	return kind === 'export' ? exports.good[row] : undefined;
}

function readGroups(sections: Sections, entities: ReadonlyMap<string, Entity>, problems: Problems): Group[] {
	const groups: Group[] = [];
	for (const item of sections.items.groups.values()) {
		const given = memberSections.filter(section => child(item.tree, section));
		const [section] = given;
		if (given.length > 1) problems.add(item.spot, 'type', `the group "${item.id}" has ${given.join(' and ')}; a group has members of one kind`);
		if (!section) {
			if (isMapping(item.tree) && !namedByProfession(sections, item.id))
				problems.add(item.spot, 'missing', `the group "${item.id}" has no members; give goods, sites, industries or professions`);
			continue;
		}
		const members: number[] = [];
		for (const tree of itemsOf(child(item.tree, section))) {
			const id = textOf(tree);
			const entity = id === undefined ? undefined : entities.get(id);
			if (entity?.kind === kinds[section]) members.push(entity.row);
			else if (id !== undefined) problems.unknown(tree.spot, 'unknown-id', `there is no ${kinds[section]}`, id, sections.items[section].keys());
		}
		const named = section === 'professions' ? professionsOf(sections, item.id) : [];
		groups.push({id: item.id, label: labelOf(item), kind: kinds[section], members: [...new Set([...members, ...named])]});
	}
	return groups;
}

const groupIn = (item: Item): string | undefined => textOf(child(item.tree, 'group'));
const namedByProfession = (sections: Sections, id: string): boolean => [...sections.items.professions.values()].some(item => groupIn(item) === id);
const professionsOf = (sections: Sections, id: string): number[] =>
	[...sections.items.professions.values()].flatMap((item, row) => (groupIn(item) === id ? [row] : []));

/** The groups that professions name by themselves. */
function professionGroups(sections: Sections, entities: ReadonlyMap<string, Entity>, problems: Problems): Group[] {
	const groups = new Map<string, Group>();
	for (const item of sections.items.professions.values()) {
		const id = groupIn(item);
		if (id === undefined || groups.has(id)) continue;
		const declared = sections.items.groups.get(id);
		if (declared && memberSections.some(section => child(declared.tree, section))) continue;
		const other = entities.get(id);
		if (other || Object.hasOwn(wholes, id)) {
			const spot = child(item.tree, 'group')?.spot ?? item.spot;
			problems.add(spot, 'duplicate', `the group "${id}" has the id of ${other ? `the ${other.kind} "${other.label}"` : 'a whole of the economy'}`);
		} else groups.set(id, {id, label: declared ? labelOf(declared) : id, kind: 'profession', members: professionsOf(sections, id)});
	}
	return [...groups.values()];
}
