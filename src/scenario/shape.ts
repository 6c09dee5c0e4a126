/** Holding a file to its schema, and saying in plain words, at the right place, where it departs from it. */
import type {z} from 'zod';
import {didYouMean, either, type Problems, quote} from './problem.ts';
import {type FileKind, schemas} from './schema.ts';
import {describe, isMapping, type Tree, toPlain} from './tree.ts';

/** Check a file of a kind against its schema; everything wrong goes to `problems`. Values are left to their own reader. */
export function checkShape(tree: Tree, kind: FileKind, problems: Problems): void {
	const result = schemas[kind].safeParse(toPlain(tree), {reportInput: false});
	const mistyped = new Set<string>();
	for (const issue of result.error?.issues ?? []) {
		const path = issue.path.join('.');
		// What is not even of the right type need not be told that it is also too short.
		if (!mistyped.has(path)) report(issue, tree, kind, problems);
		if (issue.code === 'invalid_type') mistyped.add(path);
	}
}

function report(issue: z.core.$ZodIssue, root: Tree, kind: FileKind, problems: Problems): void {
	const {tree, found} = locate(root, issue.path);
	const name = issue.path.length > 0 ? issue.path.join('.') : 'the file';
	if (issue.code === 'unrecognized_keys') {
		const known = keysAt(schemas[kind], issue.path);
		for (const key of issue.keys) {
			const spot = (isMapping(tree) ? tree.entries.get(key)?.spot : undefined) ?? tree.spot;
			problems.unknown(spot, 'unknown-key', `${name} has no`, key, known);
		}
	} else if (!found) problems.add(tree.spot, 'missing', `${name} is missing${expectation(issue)}`);
	else problems.add(tree.spot, issue.code === 'invalid_value' ? 'option' : 'type', `${name} ${fault(issue, tree)}`);
}

function fault(issue: z.core.$ZodIssue, tree: Tree): string {
	if (issue.code === 'invalid_value') {
		const text = tree.kind === 'scalar' ? String(tree.value) : '';
		const options = issue.values.map(String);
		return `must be ${either(options)}, found ${tree.kind === 'scalar' ? quote(text) : describe(tree)}${didYouMean(text, options)}`;
	}
	if (issue.code === 'invalid_type') return `must be ${expected(issue.expected)}, found ${describe(tree)}`;
	if (issue.code === 'too_big') return `is too long; at most ${issue.maximum}`;
	return issue.code === 'too_small' ? 'may not be empty' : `is wrong: ${issue.message}`;
}

const expectation = (issue: z.core.$ZodIssue): string =>
	issue.code === 'invalid_type'
		? `; expected ${expected(issue.expected)}`
		: issue.code === 'invalid_value'
			? `; expected ${either(issue.values.map(String))}`
			: '';

const words: Readonly<Record<string, string>> = {
	string: 'text',
	boolean: 'true or false',
	array: 'a list',
	object: 'a mapping',
	record: 'a mapping',
	number: 'a number',
};
const expected = (type: string): string => words[type] ?? type;

type Step = PropertyKey;

/** What stands at a path, or the nearest thing above it. */
function locate(root: Tree, path: readonly Step[]): {readonly tree: Tree; readonly found: boolean} {
	let tree = root;
	for (const step of path) {
		const next = tree.kind === 'mapping' ? tree.entries.get(String(step))?.value : tree.kind === 'sequence' ? tree.items[Number(step)] : undefined;
		if (!next) return {tree, found: false};
		tree = next;
	}
	return {tree, found: true};
}

type Def = {
	readonly type: string;
	readonly innerType?: z.ZodType;
	readonly shape?: Record<string, z.ZodType>;
	readonly catchall?: z.ZodType;
	readonly valueType?: z.ZodType;
	readonly element?: z.ZodType;
};

/** The keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly Step[]): readonly string[] {
	let def = unwrapped(schema);
	for (const step of path) {
		const next: z.ZodType | undefined =
			(Object.hasOwn(def.shape ?? {}, step) ? def.shape?.[String(step)] : undefined) ?? def.catchall ?? def.valueType ?? def.element;
		if (!next) return [];
		def = unwrapped(next);
	}
	return Object.keys(def.shape ?? {});
}

function unwrapped(schema: z.ZodType): Def {
	const def = schema.def as unknown as Def;
	return def.innerType ? unwrapped(def.innerType) : def;
}
