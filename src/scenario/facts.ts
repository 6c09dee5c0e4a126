/** The sources that a scenario cites, and the facts that a run is held against. */
import {type Measured, readMeasured, readOutcome, type World} from './measured.ts';
import {type Problems, quote} from './problem.ts';
import type {Fact, FactReading, Role, Source} from './program.ts';
import {type Citable, citations} from './provenance.ts';
import {isAllowed, plainField, readQuantity} from './quantity.ts';
import {rowIdShape} from './schema.ts';
import {child, type Entry, entriesOf, isMapping, itemsOf, type Mapping, type Tree, textOf} from './tree.ts';

/** Read the rows of the sources. */
export function readSources(file: Mapping | undefined, problems: Problems): ReadonlyMap<string, Source> {
	const sources = new Map<string, Source>();
	for (const {key: id, value: row, spot} of entriesOf(child(file, 'sources'))) {
		if (!rowIdShape.test(id)) problems.add(spot, 'key', `${quote(id)} is no id of a source; write it as F31 or S01`);
		const value = child(row, 'value');
		sources.set(id, {
			id,
			figure: textOf(child(row, 'figure')) ?? '',
			value: value?.kind === 'scalar' ? String(value.value ?? '') : '',
			cite: textOf(child(row, 'cite')) ?? '',
		});
	}
	return sources;
}

/** What an input may cite: any source except those that stand behind a fact. A figure with two roles is reported. */
export function citableOf(sources: ReadonlyMap<string, Source>, file: Mapping | undefined, problems: Problems): Citable {
	const roles = new Map<string, string>();
	for (const {key, value: fact, spot} of entriesOf(child(file, 'facts'))) {
		const role = textOf(child(fact, 'role'));
		if (role === undefined) continue;
		const cited = citations(child(fact, 'source')).map(({id, tree}) => ({id, spot: tree.spot}));
		for (const {id, spot: at} of [...cited, ...(sources.has(key) ? [{id: key, spot}] : [])]) {
			const before = roles.get(id);
			if (before !== undefined && before !== role)
				problems.add(at, 'two-roles', `${id} is a ${before} of another fact and a ${role} here; a figure has one role`);
			roles.set(id, before ?? role);
		}
	}
	return {known: new Set(sources.keys()), roles};
}

/** Read the facts; all that is wrong with them is reported. Dates outside the run are allowed: such facts are not covered. */
export function readFacts(file: Mapping | undefined, {known}: Citable, world: World): readonly Fact[] {
	const facts: Fact[] = [];
	for (const entry of entriesOf(child(file, 'facts'))) {
		if (!rowIdShape.test(entry.key)) world.problems.add(entry.spot, 'key', `${quote(entry.key)} is no id of a fact; write it as F31 or E21-1949`);
		const sources = citations(child(entry.value, 'source')).filter(({id}) => id !== '');
		for (const {id, tree} of sources) if (!known.has(id)) world.problems.unknown(tree.spot, 'unknown-source', 'the sources have no', id, known);
		if (sources.length === 0 && !known.has(entry.key)) world.problems.add(entry.spot, 'no-source', `the fact ${quote(entry.key)} needs a source`);
		const fact = readFact(entry, sources.length > 0 ? sources.map(({id}) => id) : [entry.key], world);
		if (fact) facts.push(fact);
	}
	return facts;
}

type Read = FactReading & {readonly unit: string};

function readFact({key: id, value: tree}: Entry, sources: readonly string[], world: World): Fact | undefined {
	const listed = itemsOf(child(tree, 'readings'));
	const wholeFact: FactTree = {id, fact: tree, own: tree};
	const trees = listed.length > 0 ? listed.map((own, i) => ({id: textOf(child(own, 'id')) ?? String(i + 1), fact: tree, own})) : [wholeFact];
	const readings = trees.map(one => readReading(one, `facts.${id}`, world));
	const error = readNumber(child(tree, 'error'), `facts.${id}.error`, world.problems);
	const role = textOf(child(tree, 'role')) as Role | undefined;
	const read = readings.filter(reading => reading !== undefined).toSorted((a, b) => b.weight - a.weight);
	if (!isMapping(tree) || error === undefined || role === undefined || read.length < trees.length) return undefined;
	const side = (textOf(child(tree, 'side')) ?? 'both') as Fact['side'];
	return {
		id,
		label: textOf(child(tree, 'label')) ?? id,
		role,
		unit: read[0]?.unit ?? '1',
		error,
		side,
		readings: read.map(({unit: _, ...reading}) => reading),
		sources,
	};
}

type FactTree = {readonly id: string; readonly fact: Tree; readonly own: Tree};

/** One reading of a fact; what it does not say itself the fact says for it. */
function readReading({id, fact, own}: FactTree, path: string, world: World): Read | undefined {
	const part = (name: string): Tree | undefined => child(own, name) ?? child(fact, name);
	for (const name of ['outcome', 'value']) if (!part(name)) world.problems.add(own.spot, 'missing', `${path} needs ${name}`);
	const outcome = readOutcome(part('outcome'), world);
	const overTree = part('over');
	const over = overTree && readOutcome(overTree, world);
	const measured: Measured | undefined = readMeasured(part('value'), `${path}.value`, overTree ? undefined : outcome, world);
	const weightTree = child(own, 'weight');
	const weight = weightTree ? readNumber(weightTree, `${path}.weight`, world.problems) : 1;
	if (!outcome || !measured || weight === undefined || (overTree && !over)) return undefined;
	return {id, weight, outcome, over, value: measured.value, unit: measured.unit};
}

function readNumber(tree: Tree | undefined, path: string, problems: Problems): number | undefined {
	const wanted = {path, field: plainField('1', 'number'), unit: '1', problems};
	const read = tree && readQuantity(tree, wanted, undefined);
	return read && isAllowed(read.value, read.spot, wanted) ? read.value : undefined;
}
