/** The files a scenario is made of: the one named, its parts, its sources and its facts. None lies outside the folder of the first. */
import {realpathSync} from 'node:fs';
import path from 'node:path';
import {type Problems, quote} from './problem.ts';
import type {Spot} from './program.ts';
import {readTree} from './read.ts';
import type {FileKind} from './schema.ts';
import {checkShape} from './shape.ts';
import {child, isMapping, itemsOf, type Mapping, type Tree, textOf} from './tree.ts';

export type ScenarioFiles = {
	readonly root: Mapping;
	/** The scenario's own file first, then its parts in the order in which they are named. */
	readonly all: readonly Mapping[];
	readonly sources: Mapping | undefined;
	readonly facts: Mapping | undefined;
	readonly fitted: Mapping | undefined;
	readonly levers: Mapping | undefined;
	/** The names of all of them, the scenario's own first. */
	readonly names: readonly string[];
};

const mostFiles = 200;

/** Read all files of a scenario and hold each to its schema; undefined if the first cannot be used. `asked` is the place that names it. */
export function readFiles(file: string, asked: Spot, problems: Problems): ScenarioFiles | undefined {
	const name = path.normalize(file);
	const root = readKind(file, name, 'scenario', asked, problems);
	if (!root) return undefined;
	const folder = new Folder(file, problems);
	const all = [root];
	gather(root, name, [folder.resolved(file)], folder, all);
	const beside = (kind: 'sources' | 'facts' | 'fitted' | 'levers'): Mapping | undefined => {
		const tree = child(root, kind);
		const found = tree && folder.find(tree, name);
		return found && readKind(found.file, found.name, kind, tree.spot, problems);
	};
	const [sources, facts, fitted, levers] = [beside('sources'), beside('facts'), beside('fitted'), beside('levers')];
	const names = [...all, sources, facts, fitted, levers].flatMap(tree => tree?.spot.file ?? []);
	return {root, all, sources, facts, fitted, levers, names};
}

function gather(tree: Mapping, name: string, above: readonly string[], folder: Folder, all: Mapping[]): void {
	for (const item of itemsOf(child(tree, 'parts'))) {
		const found = folder.find(item, name);
		if (!found || !folder.isNew(found, item, above)) continue;
		const part = readKind(found.file, found.name, 'part', item.spot, folder.problems);
		if (!part) continue;
		all.push(part);
		gather(part, found.name, [...above, found.file], folder, all);
	}
}

/** Read a file of a kind and hold it to its schema. */
export function readKind(file: string, name: string, kind: FileKind, asked: Spot, problems: Problems): Mapping | undefined {
	const tree = readTree(file, name, asked, problems);
	if (!tree) return undefined;
	if (!isMapping(tree)) {
		problems.add(tree.spot, 'type', `a ${kind} file is a mapping that begins with "counterplan: 1" and "file: ${kind}"`);
		return undefined;
	}
	if (!isOfKind(tree, kind, problems)) return undefined;
	checkShape(tree, kind, problems);
	return tree;
}

function isOfKind(tree: Mapping, kind: FileKind, problems: Problems): boolean {
	const version = child(tree, 'counterplan');
	const word = child(tree, 'file');
	if (version?.kind === 'scalar' && version.value !== 1)
		problems.add(version.spot, 'version', `this program reads version 1 of the format, not ${quote(String(version.value))}`);
	else if (word && textOf(word) !== kind) problems.add(word.spot, 'file', `expected "file: ${kind}", found ${quote(textOf(word) ?? word.kind)}`);
	else return true;
	return false;
}

type Found = {readonly file: string; readonly name: string};

/** The folder of the scenario, and which of its files have been read. */
class Folder {
	readonly problems: Problems;
	readonly #root: string;
	readonly #seen: Set<string>;

	constructor(file: string, problems: Problems) {
		this.problems = problems;
		this.#root = path.dirname(this.resolved(file));
		this.#seen = new Set([this.resolved(file)]);
	}

	resolved(file: string): string {
		try {
			return realpathSync(file);
		} catch {
			return path.resolve(file);
		}
	}

	/** The file named by a text in the file `from`; reported and undefined if it leaves the folder. */
	find(tree: Tree, from: string): Found | undefined {
		const text = textOf(tree);
		if (text === undefined || text === '') return undefined;
		const name = path.join(path.dirname(from), text);
		const file = this.resolved(name);
		const within = path.relative(this.#root, file);
		if (!path.isAbsolute(text) && !text.includes('\\') && within !== '..' && !within.startsWith(`..${path.sep}`) && !path.isAbsolute(within))
			return {file, name};
		this.problems.add(tree.spot, 'outside-folder', `${quote(text)} leaves the folder of the scenario; all its files stand in that folder or below`);
		return undefined;
	}

	/** Whether a part has not been read before; reports a part within itself, or named twice, or one too many. */
	isNew({file}: Found, {spot}: Tree, above: readonly string[]): boolean {
		if (above.includes(file)) this.problems.add(spot, 'part-cycle', 'this part contains itself');
		else if (this.#seen.has(file)) this.problems.add(spot, 'part-cycle', 'this part is named a second time');
		else if (this.#seen.size >= mostFiles) this.problems.add(spot, 'too-large', `a scenario has at most ${mostFiles} files`);
		else {
			this.#seen.add(file);
			return true;
		}
		return false;
	}
}
