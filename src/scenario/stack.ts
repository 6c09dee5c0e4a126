/** Which files are laid upon one another: a scenario, and the what-ifs on top of it, lowest first. */
import {realpathSync} from 'node:fs';
import path from 'node:path';
import {readKind} from './files.ts';
import {Problems, quote} from './problem.ts';
import type {Spot} from './program.ts';
import {readTree} from './read.ts';
import {child, itemsOf, type Mapping, type Tree, textOf} from './tree.ts';

/** A what-if as it was read. */
export type Layer = {
	readonly name: string;
	readonly tree: Mapping;
	/** The files, by their real paths, that it extends, or says that it comes after. */
	readonly follows: ReadonlySet<string>;
	readonly file: string;
};

/** `scenario` is the file of the scenario, `asked` the place that names it. */
export type Stack = {readonly scenario: string; readonly asked: Spot; readonly layers: readonly Layer[]};

/** As many as anyone will stack; more would only keep the program busy. */
const most = 30;
/** How far above a what-if the scenario may stand that it extends. */
const highest = 3;

/** Find the scenario under a file and the what-ifs between; and under further what-ifs, those that these extend. Undefined if one cannot be used. */
export function readStack(file: string, further: readonly string[], problems: Problems): Stack | undefined {
	const layers = new Map<string, Layer>();
	const scenario = addLayers(file, atCommand(file), false, layers, problems);
	for (const one of further) if (addLayers(one, atCommand(one), true, layers, problems) === undefined) return undefined;
	return scenario === undefined ? undefined : {scenario: scenario.name, asked: scenario.spot, layers: [...layers.values()]};
}

const atCommand = (file: string): Spot => ({file: path.normalize(file), line: 1, column: 1});

/** Add a what-if above those that it extends; returns the scenario under it, or undefined if there is none that can be read. */
function addLayers(file: string, asked: Spot, mustBe: boolean, layers: Map<string, Layer>, problems: Problems): Found | undefined {
	const chain: {name: string; file: string; tree: Mapping; after: readonly string[]}[] = [];
	let next: Found | undefined = {file: real(file), name: path.normalize(file), spot: asked};
	for (;;) {
		if (!next) return undefined;
		const {name, file: found, spot}: Found = next;
		if (!isWhatIf(found, name, spot) && !(mustBe && chain.length === 0)) break;
		if (chain.some(one => one.file === found) || chain.length >= most) {
			problems.add(spot, 'extends-cycle', chain.length >= most ? `more than ${most} what-ifs extend one another` : 'this what-if extends itself');
			return undefined;
		}
		const tree = readKind(found, name, 'what-if', spot, problems);
		if (!tree) return undefined;
		const after = itemsOf(child(tree, 'after')).flatMap(item => findFile(item, name, problems)?.file ?? []);
		chain.push({name, file: found, tree, after});
		const base = child(tree, 'extends');
		next = base && findFile(base, name, problems);
	}
	const folder = path.dirname(next.file);
	for (const {tree, file: whatIf} of chain) {
		const base = child(tree, 'extends');
		if (base && !isWithin(folder, whatIf))
			problems.add(base.spot, 'outside-folder', 'a what-if stands in the folder of the scenario that it extends, or below');
	}
	stackUp(chain, asked, layers, problems);
	return next;
}

function stackUp(
	chain: readonly {name: string; file: string; tree: Mapping; after: readonly string[]}[],
	asked: Spot,
	layers: Map<string, Layer>,
	problems: Problems,
): void {
	let below: ReadonlySet<string> = new Set();
	for (const {after, ...layer} of chain.toReversed()) {
		const follows = new Set([...below, ...after]);
		if (!layers.has(layer.file)) layers.set(layer.file, {...layer, follows});
		below = new Set([...follows, layer.file]);
	}
	if (layers.size > most) problems.add(asked, 'too-large', `at most ${most} what-ifs can be laid upon one another`);
}

export type Found = {readonly file: string; readonly name: string; readonly spot: Spot};

/** Whether a file says that it is a what-if. What else is wrong with it is said by whoever reads it next. */
const isWhatIf = (file: string, name: string, asked: Spot): boolean => textOf(child(readTree(file, name, asked, new Problems()), 'file')) === 'what-if';

/** The file that a what-if or a lesson names: a YAML file no more than so many folders above it, or below one of these. */
export function findFile(tree: Tree, from: string, problems: Problems): Found | undefined {
	const text = textOf(tree);
	if (text === undefined || text === '') return undefined;
	const name = path.join(path.dirname(from), text);
	const file = real(name);
	const ups = path
		.normalize(text)
		.split(path.sep)
		.filter(step => step === '..');
	const near = ups.length <= highest && isWithin(path.join(path.dirname(real(from)), ...ups), file);
	if (near && !path.isAbsolute(text) && !text.includes('\\') && /\.ya?ml$/.test(file)) return {file, name, spot: tree.spot};
	problems.add(tree.spot, 'outside-folder', `${quote(text)} must be a YAML file in the folder of the case`);
	return undefined;
}

function isWithin(folder: string, file: string): boolean {
	const within = path.relative(folder, file);
	return within !== '..' && !within.startsWith(`..${path.sep}`) && !path.isAbsolute(within);
}

function real(file: string): string {
	try {
		return realpathSync(file);
	} catch {
		return path.resolve(file);
	}
}
