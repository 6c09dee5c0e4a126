/** The months of a run make nothing new: what is made each month must be collected, and that costs more than the month. */
import {readdirSync, readFileSync} from 'node:fs';
import {constants, PerformanceObserver} from 'node:perf_hooks';
import {setTimeout} from 'node:timers/promises';
import ts from 'typescript';
import {expect, test} from 'vitest';
import {month} from '../src/economy/month.ts';
import {newEconomy, openEconomy} from '../src/economy/state.ts';
import {loadScenario} from '../src/scenario/load.ts';

function nodesOf(tree: ts.Node): ts.Node[] {
	const nodes: ts.Node[] = [];
	const visit = (node: ts.Node): void => {
		nodes.push(node);
		if (!ts.isThrowStatement(node)) ts.forEachChild(node, visit);
	};
	ts.forEachChild(tree, visit);
	return nodes;
}

const isNew = (node: ts.Node): boolean =>
	ts.isObjectLiteralExpression(node) ||
	ts.isArrayLiteralExpression(node) ||
	ts.isNewExpression(node) ||
	ts.isArrowFunction(node) ||
	ts.isFunctionExpression(node) ||
	ts.isTemplateExpression(node) ||
	ts.isSpreadElement(node) ||
	ts.isForOfStatement(node);

/** Functions of the economy by name; where two have one name, both. */
function economyFunctions(): Map<string, ts.Node[]> {
	const functions = new Map<string, ts.Node[]>();
	for (const file of readdirSync('src/economy')) {
		const tree = ts.createSourceFile(file, readFileSync(`src/economy/${file}`, 'utf8'), ts.ScriptTarget.ES2023, true);
		for (const node of nodesOf(tree)) {
			const body = ts.isFunctionDeclaration(node)
				? node
				: ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer)
					? node.initializer
					: undefined;
			const name = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) ? node.name?.getText() : undefined;
			if (body && name) functions.set(name, [...(functions.get(name) ?? []), body]);
		}
	}
	return functions;
}

/** What a function does each month: of one that makes a step ready, the step alone. */
function monthly(node: ts.Node): ts.Node {
	const body = ts.isFunctionDeclaration(node) ? node.body : undefined;
	const last = body?.statements.at(-1);
	return last && ts.isReturnStatement(last) && last.expression && ts.isArrowFunction(last.expression) ? last.expression : node;
}

/** The functions that a call reaches by name: those it calls, and the parts that it strings together. */
function namesIn(node: ts.Node): string[] {
	if (!ts.isCallExpression(node)) return [];
	const called = node.expression.getText();
	return called === 'inTurn' ? [called, ...node.arguments.map(argument => argument.getText())] : [called];
}

test('nothing that a month calls makes an object, an array or a closure, unless to stop the run', () => {
	const functions = economyFunctions();
	const reached = new Set(['month']);
	for (const name of reached) {
		const found = functions.get(name) ?? [];
		for (const node of found.map(monthly).flatMap(nodesOf)) expect(isNew(node), `${name} makes ${node.getText()}`).toBe(false);
		for (const called of found.flatMap(nodesOf).flatMap(namesIn)) if (functions.has(called)) reached.add(called);
	}
	expect(reached.size).toBeGreaterThan(80);
});

const {structure, layout, vector} = loadScenario('scenarios/korea-1945/historical.yaml');
const economy = newEconomy(structure, layout);
const pass = month(economy);

function runMonths(runs: number): void {
	for (let run = 0; run < runs; run++) {
		openEconomy(economy, vector, true);
		for (let t = 0; t < layout.months; t++) pass(t);
	}
}

/** How often the young generation was collected while so many runs went by. */
async function collections(runs: number): Promise<number> {
	let minor = 0;
	const observer = new PerformanceObserver(list => {
		for (const entry of list.getEntries()) if ((entry as unknown as {detail: {kind: number}}).detail.kind === constants.NODE_PERFORMANCE_GC_MINOR) minor++;
	});
	observer.observe({entryTypes: ['gc']});
	runMonths(runs);
	await setTimeout(50);
	observer.disconnect();
	return minor;
}

/**
 * V8 still boxes a few of the numbers that pass between functions it does not inline, some 140 bytes a month: 15,600 months
 * do not fill a young generation of 16 megabytes. A copy of one table of sites each month, 23 kilobytes, would fill it some twenty times.
 */
test('300 runs hardly fill the young generation once', async () => {
	runMonths(200);
	expect(await collections(300)).toBeLessThanOrEqual(3);
}, 60_000);
