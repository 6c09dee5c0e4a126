/** What a what-if expects of its run: outcomes that should rise, fall or stay beside the parent's. */
import {readOutcome, type World} from './measured.ts';
import type {Outcome} from './outcome.ts';
import {quote} from './problem.ts';
import type {Expectation, Sign} from './program.ts';
import {checkKeys} from './setting.ts';
import {child, describe, isMapping, itemsOf, type Tree} from './tree.ts';

const signs: readonly Sign[] = ['+', '-', '0'];

/** Read one expectation or a list of them; what cannot be read is reported. */
export function readExpectations(tree: Tree | undefined, world: World): readonly Expectation[] {
	if (!tree) return [];
	return (tree.kind === 'sequence' ? itemsOf(tree) : [tree]).flatMap(item => readExpectation(item, world) ?? []);
}

function readExpectation(tree: Tree, world: World): Expectation | undefined {
	const {problems} = world;
	if (!isMapping(tree)) {
		problems.add(tree.spot, 'type', `an expectation is written {outcome: ..., sign: +}, found ${describe(tree)}`);
		return undefined;
	}
	checkKeys(tree, ['outcome', 'sign'], 'an expectation', problems);
	for (const key of ['outcome', 'sign']) if (!child(tree, key)) problems.add(tree.spot, 'missing', `an expectation needs ${key}`);
	const outcome = readOutcome(child(tree, 'outcome'), world);
	const signTree = child(tree, 'sign');
	const text = signTree?.kind === 'scalar' ? String(signTree.value) : undefined;
	const sign = signs.find(one => one === text);
	if (signTree && !sign) problems.add(signTree.spot, 'option', `the sign must be +, "-" or 0, found ${text === undefined ? describe(signTree) : quote(text)}`);
	return outcome && sign && {outcome, sign, spot: tree.spot};
}

/** Read a list of outcomes. */
export const readOutcomes = (tree: Tree | undefined, world: World): readonly Outcome[] => itemsOf(tree).flatMap(item => readOutcome(item, world) ?? []);
