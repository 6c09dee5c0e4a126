/** Facts of the reader's own, in a file that a scenario does not name. */
import path from 'node:path';
import {readFacts} from './facts.ts';
import {Problems} from './problem.ts';
import type {Fact, Program} from './program.ts';
import {citations} from './provenance.ts';
import {readTree} from './read.ts';
import {checkShape} from './shape.ts';
import {child, entriesOf} from './tree.ts';

/**
 * Read a facts file against a scenario that is loaded. It may stand anywhere and cite whatever its reader likes, since no number
 * of the scenario comes from it. Throws a ScenarioError that holds every problem found.
 */
export function loadFacts(file: string, program: Program): readonly Fact[] {
	const problems = new Problems();
	const name = path.normalize(file);
	const tree = readTree(file, name, {file: name, line: 1, column: 1}, problems);
	if (tree) checkShape(tree, 'facts', problems);
	problems.raise();
	if (tree?.kind !== 'mapping') return [];
	const entries = [...entriesOf(child(tree, 'facts'))];
	const cited = entries.flatMap(({value}) => citations(child(value, 'source')).map(({id}) => id));
	const known = new Set([...program.sources.keys(), ...cited]);
	const facts = readFacts(tree, {known, roles: new Map()}, {entities: program.entities, groups: program.groups, problems});
	problems.raise();
	return facts;
}
