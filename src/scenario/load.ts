/** From a scenario's file to an economy ready to run. */
import type {TableName} from '../economy/parameters.ts';
import {formatMonth, parseMonth} from './calendar.ts';
import {checkTogether, scaledBy} from './checks.ts';
import {collectEntities} from './entities.ts';
import {readExtras} from './extras.ts';
import {citableOf, readFacts, readSources} from './facts.ts';
import {readFiles} from './files.ts';
import {applyFitted} from './fitted.ts';
import {readLevers} from './levers.ts';
import {layOver} from './overlays.ts';
import {type Override, override, overrideSpot} from './override.ts';
import {type Numbers, readNumbers} from './parameters.ts';
import {readPlan, readShocks} from './plan.ts';
import {Problems, quote} from './problem.ts';
import type {Program, Spot} from './program.ts';
import {readReliefs} from './reliefs.ts';
import {readRules} from './rules.ts';
import {mergeSections} from './sections.ts';
import type {Reader} from './setting.ts';
import {readStack} from './stack.ts';
import {type Built, buildStructure} from './structure.ts';
import {child, type Mapping, textOf} from './tree.ts';

export type LoadOptions = {
	/** Last month of the run, counted from year 0; the scenario's own end if not given. */
	readonly until?: number;
	/** Values set for this run. */
	readonly set?: readonly Override[];
	/** Take the fitted values of the scenario, if it names any; so it does if not said. */
	readonly fitted?: boolean;
	/** Which readings to take where sources conflict: `id`, or `path=id` for one value; the heaviest elsewhere. */
	readonly readings?: readonly string[];
	/** What-ifs to lay over it, in this order. */
	readonly with?: readonly string[];
};

/**
 * Read a scenario, or a what-if with the scenario under it, into a program whose numbers are in the engine's units.
 *
 * Throws a ScenarioError that holds every problem found in any of the files, in the overrides and in the options.
 */
export function loadScenario(file: string, options: LoadOptions = {}): Program {
	const problems = new Problems();
	const stack = readStack(file, options.with ?? [], problems);
	const files = stack && readFiles(stack.scenario, stack.asked, problems);
	const calendar = files && readCalendar(files.root, problems);
	if (!files || !calendar) {
		problems.raise();
		throw new Error(`${file} was not read, and nothing says why`);
	}
	const {start, months} = calendar;
	const run = runMonths(calendar, options.until, problems);
	const sources = readSources(files.sources, problems);
	const citable = citableOf(sources, files.facts, problems);
	const sections = mergeSections(files.all, citable, problems);
	const built = buildStructure(sections, run, files.root.spot, citable, problems);
	const reader: Reader = {problems, citable, start, months, asked: new Set(options.readings), readings: new Set(), rules: []};
	const numbers = readNumbers(built, run, reader);
	const {entities, groups} = collectEntities(sections, built, problems);
	const world = {entities, groups, problems};
	if (options.fitted !== false) applyFitted(files.fitted, numbers, run === months, problems);
	const rules = readRules(reader.rules, numbers, world);
	const {overlays, laid} = layOver(stack.layers, numbers, reader, world);
	checkReadings(reader);
	for (const one of options.set ?? []) override(one, numbers, start, problems);
	check(built, numbers, options.set, files.root.spot, reader);
	if (laid !== numbers) {
		for (const one of options.set ?? []) override(one, laid, start, problems);
		check(built, laid, options.set, files.root.spot, reader, scaledBy(overlays.flatMap(({changes}) => changes)));
	}
	const plan = readPlan(sections, world, reader);
	const shocks = readShocks(sections, numbers.origins, reader);
	const facts = readFacts(files.facts, citable, world);
	// A run cut short, or with values set, may leave a lever nothing to move: that is no mistake of the file, and the lever is left out.
	const asWritten = run === months && laid === numbers && !options.set?.length;
	const levers = readLevers(files.levers, laid, asWritten ? reader : {...reader, problems: new Problems()});
	const reliefs = readReliefs(sections, built, laid, reader, asWritten);
	const extras = readExtras(sections, laid, reader, asWritten);
	problems.raise();
	const title = textOf(child(files.root, 'title')) ?? '';
	const names = [...new Set([...files.names, ...stack.layers.map(({name}) => name)])];
	const read = {file, files: names, title, start, ...numbers, vector: laid.vector, parentVector: numbers.vector, overlays};
	return {...read, structure: built.structure, ids: idsOf(built), entities, groups, plan, shocks, facts, levers, reliefs, extras, rules, sources};
}

/** What is set for a run answers for what it leaves unbalanced. */
function check(built: Built, numbers: Numbers, [first]: readonly Override[] = [], root: Spot, {start, problems}: Reader, scaled?: ReadonlySet<string>): void {
	checkTogether(built, numbers, start, first ? overrideSpot(first) : root, problems, scaled);
}

type Calendar = {readonly start: number; readonly months: number};

const longest = 50 * 12;

function readCalendar(root: Mapping, problems: Problems): Calendar | undefined {
	const [start, end] = ['start', 'end'].map(name => {
		const tree = child(root, name);
		const text = textOf(tree);
		const month = text === undefined ? undefined : parseMonth(text);
		if (tree && text !== undefined && month === undefined) problems.add(tree.spot, 'month', `${name} must be a month such as 1945-09, found ${quote(text)}`);
		return month;
	});
	if (start === undefined || end === undefined) return undefined;
	const spot = child(root, 'end')?.spot ?? root.spot;
	if (end < start) problems.add(spot, 'month', `the run ends in ${formatMonth(end)}, before it begins in ${formatMonth(start)}`);
	else if (end - start >= longest) problems.add(spot, 'month', `the run lasts ${end - start + 1} months; at most ${longest}`);
	else return {start, months: end - start + 1};
	return undefined;
}

function runMonths({start, months}: Calendar, until: number | undefined, problems: Problems): number {
	if (until === undefined) return months;
	if (Number.isInteger(until) && until >= start && until < start + months) return until - start + 1;
	const named = Number.isInteger(until) && until >= 0 ? formatMonth(until) : String(until);
	problems.add(
		{file: '--until', line: 1, column: 1},
		'month',
		`${named} is outside the scenario, which goes from ${formatMonth(start)} to ${formatMonth(start + months - 1)}`,
	);
	return months;
}

function checkReadings({asked, readings, problems}: Reader): void {
	for (const id of asked)
		if (!readings.has(id)) problems.unknown({file: '--reading', line: 1, column: 1}, 'unknown-reading', 'no value has a reading', id, readings);
}

const idsOf = ({rows}: Built): Program['ids'] =>
	Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.map(({id}) => id)])) as Record<TableName, string[]>;
