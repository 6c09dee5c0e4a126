/** Reading a lesson: its file, its scenario, and its runs, with every mistake at its place. */
import {realpathSync} from 'node:fs';
import path from 'node:path';
import {readKind} from './files.ts';
import {baselineRun, type Lesson, type LessonRun, ownRun} from './lesson.ts';
import {readPositions, readSteps} from './lesson-steps.ts';
import type {LessonReader} from './lesson-text.ts';
import {loadScenario} from './load.ts';
import {Problems, quote, ScenarioError} from './problem.ts';
import type {Program} from './program.ts';
import {idShape} from './schema.ts';
import {type Found, findFile, readStack} from './stack.ts';
import {child, entriesOf, itemsOf, type Mapping, textOf} from './tree.ts';

/** How a scenario or a what-if is read; whoever reads many lessons reads each only once. */
export type Load = (file: string) => Program;

/** Read a lesson. Throws a ScenarioError that holds every problem of its file, or of the scenario and what-ifs that it names. */
export function loadLesson(file: string, load: Load = loadScenario): Lesson {
	const problems = new Problems();
	const name = path.normalize(file);
	const root = readKind(file, name, 'lesson', {file: name, line: 1, column: 1}, problems);
	const at = root && child(root, 'scenario');
	const found = at && findFile(at, name, problems);
	if (!root || !found) {
		problems.raise();
		throw new Error(`${name} was not read, and nothing says why`);
	}
	const programs = new Map<string, Program>();
	const read: Load = one => {
		const program = programs.get(one) ?? load(one);
		programs.set(one, program);
		return program;
	};
	const program = read(found.name);
	const world = {entities: program.entities, groups: program.groups, problems};
	const runs = readRuns(root, name, found, {program, world}, read);
	const unlocked = readLevers(root, program, problems);
	const reliefs = readReliefs(root, [...programs.values()], problems);
	const steps = readSteps(root, {program, world, runs: new Set(runs.keys()), unlocked: new Set(unlocked), reliefs: new Set(reliefs)});
	problems.raise();
	const minutes = child(root, 'minutes');
	return {
		file: name,
		id: path.basename(name).replace(/\.ya?ml$/, ''),
		title: textOf(child(root, 'title')) ?? '',
		question: textOf(child(root, 'question')) ?? '',
		aim: textOf(child(root, 'aim')),
		minutes: minutes?.kind === 'scalar' ? Number(minutes.value) : 0,
		scenario: found.name,
		levers: unlocked,
		reliefs,
		runs,
		steps,
		program,
		programs,
	};
}

function readLevers(root: Mapping, program: Program, problems: Problems): readonly string[] {
	const known = program.levers.map(({id}) => id);
	return itemsOf(child(root, 'levers')).flatMap(item => {
		const id = textOf(item);
		if (id === undefined) return [];
		if (known.includes(id)) return [id];
		problems.unknown(item.spot, 'unknown-id', 'there is no lever', id, known);
		return [];
	});
}

/** The reliefs that the lesson speaks of: those of the scenario that its what-ifs leave to be had. */
function readReliefs(root: Mapping, programs: readonly Program[], problems: Problems): readonly string[] {
	const [known, ...others] = programs.map(({reliefs}) => reliefs.map(({id}) => id));
	const read = new Set<string>();
	for (const item of itemsOf(child(root, 'reliefs'))) {
		const id = textOf(item);
		if (id === undefined) continue;
		if (read.has(id)) problems.add(item.spot, 'duplicate', `the relief ${id} is listed twice`);
		else if (!known.includes(id)) problems.unknown(item.spot, 'unknown-id', 'the scenario has no relief', id, known);
		else if (!others.every(ids => ids.includes(id))) problems.add(item.spot, 'bounds', `the relief ${id} cannot be laid over every what-if of the lesson`);
		else read.add(id);
	}
	return [...read];
}

type Reader = Pick<LessonReader, 'program' | 'world'>;

function readRuns(root: Mapping, name: string, scenario: Found, reader: Reader, load: Load): ReadonlyMap<string, LessonRun> {
	const {problems} = reader.world;
	const runs = new Map<string, LessonRun>();
	for (const {key: id, value, spot} of entriesOf(child(root, 'runs'))) {
		if (!idShape.test(id) || id === baselineRun || id === ownRun)
			problems.add(spot, 'key', `${quote(id)} cannot name a run; names are small letters, digits and hyphens, and ${baselineRun} and ${ownRun} are taken`);
		const asked = child(value, 'what-if');
		const positions = readPositions(child(value, 'levers'), reader);
		if (!asked && !child(value, 'levers')) problems.add(spot, 'missing', `the run ${id} needs a what-if, or levers`);
		const file = asked ? readWhatIf(findFile(asked, name, problems), scenario, problems, load) : scenario.name;
		runs.set(id, {id, title: textOf(child(value, 'title')) ?? id, file: file ?? scenario.name, positions});
	}
	return runs;
}

/** A what-if of the lesson's own scenario that can be run. */
function readWhatIf(found: Found | undefined, scenario: Found, problems: Problems, load: Load): string | undefined {
	if (!found) return undefined;
	const stack = readStack(found.name, [], new Problems());
	if (stack && stack.layers.length > 0 && realpathOf(stack.scenario) !== realpathOf(scenario.name)) {
		problems.add(found.spot, 'another-case', `${found.name} changes ${stack.scenario}, and the lesson is about ${scenario.name}`);
		return undefined;
	}
	try {
		if (load(found.name).overlays.length > 0) return found.name;
		problems.add(found.spot, 'file', `${found.name} is no what-if`);
	} catch (error) {
		if (!(error instanceof ScenarioError)) throw error;
		for (const {code, message, file, line, column} of error.problems) problems.add(code === 'no-file' ? found.spot : {file, line, column}, code, message);
	}
	return undefined;
}

function realpathOf(file: string): string {
	try {
		return realpathSync(file);
	} catch {
		return path.resolve(file);
	}
}
