/**
 * Trees of the files that come with the program, read when it was built: of a start, most of the time goes into reading YAML.
 *
 * They are found by the text itself, so that a file that has been changed since is read anew, like every other.
 */
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Spot} from './program.ts';
import type {Entry, Tree} from './tree.ts';

/** Where the build puts them in its own folder. Only a built program knows it. */
declare const folderOfTrees: string | undefined;

/** A tree without what can be told from its place: line, column, and then a value, the items or the entries. */
export type Kept =
	| readonly [number, number, string | number | boolean | null]
	| readonly [number, number, 'items', readonly Kept[]]
	| readonly [number, number, 'entries', readonly (readonly [string, number, number, Kept])[]];

/** By what the tree of a text is found. */
export const nameOfTree = (text: string): string => `${createHash('sha256').update(text).digest('hex').slice(0, 32)}.json`;

/** The tree of a text if it was read before; `name` is how places call the file. */
export function treeReadBefore(text: string, name: string): Tree | undefined {
	if (typeof folderOfTrees === 'undefined') return undefined;
	// The program's parts stand in a folder below that of its head.
	for (const up of ['..', '.']) {
		const kept = readOr(new URL(`${up}/${folderOfTrees}/${nameOfTree(text)}`, import.meta.url));
		if (kept !== undefined) return unpacked(JSON.parse(kept) as Kept, name);
	}
	return undefined;
}

function readOr(file: URL): string | undefined {
	try {
		return readFileSync(fileURLToPath(file), 'utf8');
	} catch {
		return undefined;
	}
}

/** A tree as it is kept. */
export function packed(tree: Tree): Kept {
	const {line, column} = tree.spot;
	if (tree.kind === 'scalar') return [line, column, tree.value];
	if (tree.kind === 'sequence') return [line, column, 'items', tree.items.map(packed)];
	return [line, column, 'entries', [...tree.entries.values()].map(({key, spot, value}) => [key, spot.line, spot.column, packed(value)] as const)];
}

/** A tree as it was. */
export function unpacked(kept: Kept, name: string): Tree {
	const spot: Spot = {file: name, line: kept[0], column: kept[1]};
	if (kept.length === 3) return {kind: 'scalar', value: kept[2], spot};
	if (kept[2] === 'items') return {kind: 'sequence', items: kept[3].map(item => unpacked(item, name)), spot};
	const entries = new Map<string, Entry>();
	for (const [key, line, column, value] of kept[3]) entries.set(key, {key, spot: {file: name, line, column}, value: unpacked(value, name)});
	return {kind: 'mapping', entries, spot};
}
