/** A YAML document as a tree that knows where everything stands. */
import type {Spot} from './program.ts';

export type Scalar = {readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly spot: Spot};
export type Sequence = {readonly kind: 'sequence'; readonly items: readonly Tree[]; readonly spot: Spot};
export type Entry = {readonly key: string; readonly spot: Spot; readonly value: Tree};
export type Mapping = {readonly kind: 'mapping'; readonly entries: ReadonlyMap<string, Entry>; readonly spot: Spot};
export type Tree = Scalar | Sequence | Mapping;

export const isMapping = (tree: Tree | undefined): tree is Mapping => tree?.kind === 'mapping';

/** The value under a key, or undefined where the tree is no mapping or has no such key. */
export const child = (tree: Tree | undefined, key: string): Tree | undefined => (isMapping(tree) ? tree.entries.get(key)?.value : undefined);

/** The text of a scalar, or undefined. */
export const textOf = (tree: Tree | undefined): string | undefined => (tree?.kind === 'scalar' && typeof tree.value === 'string' ? tree.value : undefined);

/** The entries of a mapping, or none. */
export const entriesOf = (tree: Tree | undefined): Iterable<Entry> => (isMapping(tree) ? tree.entries.values() : []);

/** The items of a sequence, or none. */
export const itemsOf = (tree: Tree | undefined): readonly Tree[] => (tree?.kind === 'sequence' ? tree.items : []);

/** What stands there, for a message: `a mapping`, `the number 4`. */
export function describe(tree: Tree): string {
	if (tree.kind === 'mapping') return 'a mapping';
	if (tree.kind === 'sequence') return 'a list';
	if (tree.value === null) return 'nothing';
	return typeof tree.value === 'string' ? 'text' : typeof tree.value === 'number' ? `the number ${tree.value}` : String(tree.value);
}

/** The tree as plain values, for a validator. */
export function toPlain(tree: Tree): unknown {
	if (tree.kind === 'scalar') return tree.value;
	if (tree.kind === 'sequence') return tree.items.map(toPlain);
	const plain: Record<string, unknown> = {};
	for (const {key, value} of tree.entries.values()) plain[key] = toPlain(value);
	return plain;
}
