/** Checking one file: a scenario or what-if with all that it is made of, any other by the scenario that names it, or else by itself. */
import {readdirSync, readFileSync, realpathSync, statSync} from 'node:fs';
import path from 'node:path';
import {readFiles} from './files.ts';
import {type Head, readHead} from './head.ts';
import {loadScenario} from './load.ts';
import {either, type Problem, Problems, quote, ScenarioError} from './problem.ts';
import type {Program} from './program.ts';
import {loadLesson} from './read-lesson.ts';
import {type FileKind, schemas} from './schema.ts';
import {checkShape} from './shape.ts';

export type Checked = {
	readonly file: string;
	readonly kind: string;
	readonly problems: readonly Problem[];
	/** What it was read into; of a scenario or a what-if without problems. */
	readonly program?: Program | undefined;
	/** The scenario through which it was checked; undefined where no scenario names it. */
	readonly through?: string | undefined;
};

/** How far above a file the scenario may stand that names it. */
const highest = 3;

/** Checks files, and reads each scenario once however many of its files are asked for. */
export class FileChecker {
	readonly #loaded = new Map<string, {readonly problems: readonly Problem[]; readonly program: Program | undefined}>();
	readonly #naming = new Map<string, readonly (readonly [string, ReadonlySet<string>])[]>();

	/** Everything wrong with a file. */
	check(file: string): Checked {
		const name = path.normalize(file);
		const written = kindWritten(file);
		if (written === 'scenario' || written === 'what-if') return {file: name, kind: written, ...this.#load(name)};
		const found = new Problems();
		const head = readHead(file, found);
		const own = collected(found);
		if (!head) return {file: name, kind: 'file', problems: own};
		const {kind} = head;
		if (kind === 'scenario' || kind === 'what-if') return {file: name, kind, ...this.#load(name)};
		if (kind === 'lesson') return this.#lesson(name);
		if (kind === undefined || !(kind in schemas)) return {file: name, kind: 'file', problems: [...own, unknownKind(head)]};
		const through = this.#scenarioOf(name);
		if (through === undefined) return {file: name, kind, problems: alone(head, kind as FileKind)};
		const whole = this.#load(through);
		return {file: name, kind, through, problems: whole.problems.filter(problem => real(problem.file) === real(name))};
	}

	#load(name: string): {readonly problems: readonly Problem[]; readonly program: Program | undefined} {
		const known = this.#loaded.get(name);
		if (known) return known;
		const read = loadOr(name);
		this.#loaded.set(name, read);
		return read;
	}

	#lesson(name: string): Checked {
		let through: string | undefined;
		const load = (file: string): Program => {
			const {program, problems} = this.#load(file);
			if (!program) throw new ScenarioError(problems);
			return program;
		};
		const problems = problemsIn(() => {
			through = loadLesson(name, load).scenario;
		});
		return {file: name, kind: 'lesson', problems, through};
	}

	/** The scenario that a file belongs to, looked for beside it and above. */
	#scenarioOf(file: string): string | undefined {
		let folder = path.dirname(path.resolve(file));
		for (let up = 0; up <= highest; up++) {
			for (const [scenario, names] of this.#scenariosIn(folder)) if (names.has(real(file))) return scenario;
			if (folder === path.dirname(folder)) return undefined;
			folder = path.dirname(folder);
		}
		return undefined;
	}

	#scenariosIn(folder: string): readonly (readonly [string, ReadonlySet<string>])[] {
		const known = this.#naming.get(folder);
		if (known) return known;
		const scenarios = yamlFilesIn(folder, false).flatMap(name => {
			if (readHead(name)?.kind !== 'scenario') return [];
			const relative = path.relative('', name);
			const files = readFiles(relative, {file: relative, line: 1, column: 1}, new Problems());
			return files ? [[relative, new Set(files.names.map(real))] as const] : [];
		});
		this.#naming.set(folder, scenarios);
		return scenarios;
	}
}

/** What a file says it is, at a glance: whoever loads it will read it with care. */
function kindWritten(file: string): string | undefined {
	try {
		if (!statSync(file).isFile() || statSync(file).size > glance) return undefined;
		return /^file:[ \t]*([a-z-]+)[ \t]*(?:#.*)?\r?$/m.exec(readFileSync(file, 'utf8'))?.[1];
	} catch {
		return undefined;
	}
}

/** A file larger than this is not read twice. */
const glance = 1 << 18;

function loadOr(file: string): {readonly problems: readonly Problem[]; readonly program: Program | undefined} {
	try {
		return {program: loadScenario(file), problems: []};
	} catch (error) {
		if (error instanceof ScenarioError) return {program: undefined, problems: error.problems};
		throw error;
	}
}

function alone({tree}: Head, kind: FileKind): readonly Problem[] {
	const problems = new Problems();
	checkShape(tree, kind, problems);
	return collected(problems);
}

function unknownKind({file, kind}: Head): Problem {
	const found = kind === undefined ? 'it says of none' : `it says ${quote(kind)}`;
	return {file, line: 1, column: 1, code: 'file', message: `a file says what it is, as in "file: ${either(Object.keys(schemas))}"; ${found}`};
}

const collected = (problems: Problems): readonly Problem[] => problemsIn(() => problems.raise());

function problemsIn(work: () => unknown): readonly Problem[] {
	try {
		work();
		return [];
	} catch (error) {
		if (error instanceof ScenarioError) return error.problems;
		throw error;
	}
}

function real(file: string): string {
	try {
		return realpathSync(file);
	} catch {
		return path.resolve(file);
	}
}

/** The YAML files of a folder, in the order of their names; with `below`, those of the folders in it too. */
export function yamlFilesIn(folder: string, below: boolean): readonly string[] {
	try {
		return readdirSync(folder, {recursive: below, encoding: 'utf8'})
			.filter(name => /\.ya?ml$/.test(name))
			.sort()
			.map(name => path.join(folder, name));
	} catch {
		return [];
	}
}
