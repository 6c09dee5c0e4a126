/** Where a number comes from: the sources and the reason that stand beside it, or on the nearest mapping above it. */
import type {Problems} from './problem.ts';
import {child, isMapping, itemsOf, type Mapping, type Tree, textOf} from './tree.ts';

export type Provenance = {readonly sources: readonly string[]; readonly reason: string | undefined};
export const nothing: Provenance = {sources: [], reason: undefined};

/** What may be cited: the ids of the sources, and those among them that the run is held against. */
export type Citable = {readonly known: ReadonlySet<string>; readonly roles: ReadonlyMap<string, string>};

/** Whether anything stands for a number. */
export const isGrounded = ({sources, reason}: Provenance): boolean => sources.length > 0 || reason !== undefined;

/** The texts of a `source:`, which is one id or a list of them. */
export function citations(tree: Tree | undefined): readonly {readonly id: string; readonly tree: Tree}[] {
	if (!tree) return [];
	return (tree.kind === 'sequence' ? itemsOf(tree) : [tree]).map(item => ({id: textOf(item) ?? '', tree: item}));
}

/**
 * The provenance in force inside a mapping: its own if it states any, else that of the mapping around it.
 *
 * Sources that are not listed are reported; where `input`, also those that the run is held against.
 */
export function provenanceOf(tree: Tree | undefined, around: Provenance, citable: Citable, problems: Problems, input = true): Provenance {
	if (!isMapping(tree) || (!tree.entries.has('source') && !tree.entries.has('reason'))) return around;
	const reason = textOf(child(tree, 'reason'))?.trim();
	return {sources: checkedSources(tree, citable, problems, input), reason: reason === '' ? undefined : reason};
}

function checkedSources(tree: Mapping, {known, roles}: Citable, problems: Problems, input: boolean): string[] {
	const sources: string[] = [];
	for (const {id, tree: item} of citations(child(tree, 'source'))) {
		if (id === '') problems.add(item.spot, 'type', 'a source is the id of a row of the sources, or a list of such ids');
		else if (!known.has(id)) problems.unknown(item.spot, 'unknown-source', 'the sources have no', id, known);
		else if (input && roles.has(id))
			problems.add(item.spot, 'cites-fact', `${id} is a ${roles.get(id)} among the facts; an input may not cite what the run is held against`);
		if (id !== '') sources.push(id);
	}
	return sources;
}

/** Several provenances as one: every source once, every reason once. */
export function together(all: readonly Provenance[]): Provenance {
	const sources = new Set(all.flatMap(one => one.sources));
	const reasons = new Set(all.flatMap(one => one.reason ?? []));
	return {sources: [...sources], reason: reasons.size > 0 ? [...reasons].join('; ') : undefined};
}
