/** The head of a scenario's file, without what stands below it: what the file is, and what it builds on. */
import path from 'node:path';
import {Problems} from './problem.ts';
import {readTree} from './read.ts';
import {child, type Tree, textOf} from './tree.ts';

export type Head = {
	readonly file: string;
	/** The word after `file:`; undefined where there is none, or the file is none of ours. */
	readonly kind: string | undefined;
	/** Of a what-if, the file that it changes. */
	readonly parent: string | undefined;
	readonly tree: Tree;
};

/** Read the head of a file; its problems go to `problems`, and undefined is returned if it cannot be read at all. */
export function readHead(file: string, problems = new Problems()): Head | undefined {
	const name = path.normalize(file);
	const tree = readTree(file, name, {file: name, line: 1, column: 1}, problems);
	if (!tree) return undefined;
	const extended = textOf(child(tree, 'extends'));
	return {file: name, kind: textOf(child(tree, 'file')), parent: extended === undefined ? undefined : path.join(path.dirname(name), extended), tree};
}
