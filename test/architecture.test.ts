import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {expect, test} from 'vitest';
import {isMap, isScalar, parseDocument} from 'yaml';
import {commonCauses} from '../src/economy/causes.ts';
import {tables} from '../src/economy/parameters.ts';

/** A folder may import itself and folders to its left; the last three but one stand side by side. */
const order = [['economy'], ['scenario'], ['run'], ['study'], ['report'], ['explorer', 'tui'], ['cli']];
const rankOf = (folder: string): number => order.findIndex(folders => folders.includes(folder));

const filesIn = (folder: string, ending: RegExp): string[] =>
	readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.filter(file => ending.test(file))
		.map(file => path.join(folder, file));

const sources = filesIn('src', /\.tsx?$/).map(file => ({
	file,
	folder: file.split(path.sep)[1],
	tree: ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true),
}));
const economy = sources.filter(({folder}) => folder === 'economy');

function nodesOf(tree: ts.Node): ts.Node[] {
	const nodes: ts.Node[] = [];
	const visit = (node: ts.Node): void => {
		nodes.push(node);
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return nodes;
}

/** Modules that a file imports or takes types from, at its head or on the way. */
const importsOf = (tree: ts.SourceFile): string[] =>
	nodesOf(tree).flatMap(node => {
		const target =
			ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
				? node.moduleSpecifier
				: ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
					? node.arguments[0]
					: undefined;
		return target && ts.isStringLiteral(target) ? [target.text] : [];
	});

test('dependencies point one way: economy, scenario, run, study, report, explorer and tui, cli', () => {
	for (const {file, folder, tree} of sources) {
		expect(rankOf(folder), `${file} is in no known folder`).toBeGreaterThanOrEqual(0);
		for (const target of importsOf(tree).filter(name => name.startsWith('.'))) {
			const [, other] = path.normalize(path.join(path.dirname(file), target)).split(path.sep);
			if (!/\.tsx?$/.test(target)) continue;
			const allowed = other === folder || rankOf(other) < rankOf(folder);
			expect(allowed, `${file} may not import ${target}`).toBe(true);
		}
	}
});

test('the economy imports nothing but itself', () => {
	for (const {file, tree} of economy) {
		for (const target of importsOf(tree)) expect(target, `${file} reaches outside`).toMatch(/^\.\/[a-z-]+\.ts$/);
	}
});

const outside = new Set([
	'process',
	'console',
	'Date',
	'performance',
	'crypto',
	'globalThis',
	'fetch',
	'setTimeout',
	'setInterval',
	'queueMicrotask',
	'Intl',
	'require',
	'eval',
	'Function',
]);

test('the economy knows no clock, no chance, no file and no screen', () => {
	for (const {file, tree} of economy) {
		const used = nodesOf(tree)
			.filter(ts.isIdentifier)
			.filter(
				name =>
					(outside.has(name.text) && !ts.isPropertyAccessExpression(name.parent)) ||
					(outside.has(name.text) && ts.isPropertyAccessExpression(name.parent) && name.parent.expression === name),
			);
		expect(
			used.map(name => name.text),
			`${file} reaches outside`,
		).toEqual([]);
	}
});

/** Exact on every version of Node; powers, exponentials and the rest differ in their last bits. */
const exact = new Set(['sqrt', 'min', 'max', 'abs', 'floor', 'ceil', 'round', 'trunc', 'sign']);

test('the economy calculates only with what gives the same bits on every version of Node', () => {
	for (const {file, tree} of economy) {
		for (const node of nodesOf(tree)) {
			expect(node.kind === ts.SyntaxKind.AsteriskAsteriskToken || node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken, `${file} uses **`).toBe(false);
			if (!ts.isIdentifier(node) || node.text !== 'Math') continue;
			const name = ts.isPropertyAccessExpression(node.parent) ? node.parent.name.text : 'something that cannot be told';
			expect(exact.has(name), `${file} uses Math.${name}`).toBe(true);
		}
	}
});

const linesOf = (tree: ts.SourceFile, from: number, to: number): number =>
	tree.getLineAndCharacterOfPosition(to).line - tree.getLineAndCharacterOfPosition(from).line + 1;

const functionsOf = (tree: ts.SourceFile) =>
	nodesOf(tree)
		.filter(ts.isFunctionLike)
		.filter(node => 'body' in node && node.body)
		.map(node => ({name: node.name?.getText(tree) ?? 'a function without a name', lines: linesOf(tree, node.getStart(tree), node.end)}));

test('no file is longer than 300 lines and no function longer than 60', () => {
	for (const {file, tree} of sources) {
		expect(linesOf(tree, 0, tree.end) - 1, `lines of ${file}`).toBeLessThanOrEqual(300);
		for (const {name, lines} of functionsOf(tree)) expect(lines, `lines of ${name} in ${file}`).toBeLessThanOrEqual(60);
	}
});

test('the month is one function of at most 40 lines', () => {
	const tree = economy.find(({file}) => path.basename(file) === 'month.ts')?.tree;
	const month = tree && functionsOf(tree).find(({name}) => name === 'month');
	expect(month?.lines).toBeGreaterThan(5);
	expect(month?.lines).toBeLessThanOrEqual(40);
});

test('only the head of the command line ends the process', () => {
	for (const {file, tree} of sources.filter(source => source.file !== path.join('src', 'cli', 'main.ts'))) {
		expect(/process\.exit\b|process\.exitCode/.test(tree.text), `${file} ends the process`).toBe(false);
	}
});

/** Sections of a scenario whose keys are ids. */
const sections = [
	'goods',
	'industries',
	'sites',
	'uses',
	'professions',
	'communities',
	'languages',
	'courses',
	'routes',
	'exports',
	'funds',
	'prospecting',
	'groups',
	'plan',
	'shocks',
];

function idsOfCase(folder: string): string[] {
	return filesIn(folder, /\.ya?ml$/).flatMap(file => {
		const {contents} = parseDocument(readFileSync(file, 'utf8'));
		if (!isMap(contents)) return [];
		return sections.flatMap(section => {
			const entries = contents.get(section);
			return isMap(entries) ? entries.items.flatMap(({key}) => (isScalar(key) ? [String(key.value)] : [])) : [];
		});
	});
}

/** The model's own words, which a case may use as ids too. */
const words = new Set<string>([...Object.keys(tables), ...Object.values(tables).flatMap(fields => Object.keys(fields)), ...commonCauses]);

test('the program knows no good, site or profession of the Korean case', () => {
	const ids = new Set(idsOfCase(path.join('scenarios', 'korea-1945')).filter(id => !words.has(id)));
	expect(ids.size).toBeGreaterThan(50);
	for (const {file, tree} of sources) {
		const named = nodesOf(tree)
			.filter(ts.isStringLiteralLike)
			.filter(({text}) => ids.has(text));
		expect(
			named.map(({text}) => text),
			`${file} names the case`,
		).toEqual([]);
	}
});
