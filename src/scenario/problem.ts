/** What is wrong with a scenario: all of it at once, each mistake with its place, a stable code and a remedy. */
import {distance} from 'fastest-levenshtein';
import type {Spot} from './program.ts';

/** The kinds of mistake; programs may rely on these names. */
export const codes = {
	'no-file': 'there is no such file',
	'not-a-file': 'a directory or a device stands where a file should be',
	unreadable: 'the file may not be read',
	'not-text': 'the file is not UTF-8 text',
	'too-large': 'the file is larger, or there are more files, than a scenario needs',
	'too-deep': 'lists and mappings are nested too deep',
	empty: 'there is nothing in the file',
	control: 'a character that does not print',
	syntax: 'the text is not YAML',
	tag: 'a YAML tag, which scenarios do not use',
	alias: 'a YAML anchor or alias, which scenarios do not use',
	key: 'a name that may not be used',
	duplicate: 'a name given twice',
	version: 'a version of the format that this program does not read',
	file: 'a file of another kind',
	'outside-folder': 'a path that leaves the folder of the scenario',
	'part-cycle': 'a part that contains itself, or is named twice',
	'extends-cycle': 'a what-if that extends itself, or too many of them one upon another',
	overlap: 'two changes of the same value in the same months, in no stated order',
	'unknown-key': 'a key that has no meaning here',
	'unknown-id': 'a reference to something the scenario does not have',
	'unknown-path': 'a path to a value the scenario does not have',
	'unknown-reading': 'a reading that no value has',
	missing: 'something required is not given',
	type: 'a value of the wrong type',
	option: 'not one of the names of a switch or list',
	number: 'not a number, or not one that can be used',
	'unit-missing': 'a number without its unit',
	'unit-unknown': 'a unit that is not known',
	'unit-dimension': 'a unit of another dimension',
	bounds: 'a number outside its bounds',
	whole: 'a number that should be whole',
	range: 'a range that is empty, or does not hold its value',
	'not-dated': 'a dated value where one value holds for the whole run',
	month: 'a month that is not one, or lies outside the run',
	'no-source': 'a number without source or reason',
	'unknown-source': 'a source that the sources do not list',
	'cites-fact': 'an input that cites a figure the run is held against',
	'two-roles': 'a figure that is target and holdout at once',
	outcome: 'an outcome that cannot be read',
	shares: 'shares that do not add up to 1',
	units: 'more units in their states than there are',
	electricity: 'electricity in the wrong place',
	first: 'the first good of a use does not stand for itself',
	expression: 'an expression that cannot be read, or asks for what it may not have',
	'another-case': 'a what-if of another scenario than that of the lesson',
	figure: 'braces in a lesson’s text that ask for no figure',
	step: 'a step of a lesson that leads nowhere',
} as const;
export type Code = keyof typeof codes;

export type Problem = {readonly file: string; readonly line: number; readonly column: number; readonly code: Code; readonly message: string};

/** Every problem of a scenario, in the order of files and lines. */
export class ScenarioError extends Error {
	override name = 'ScenarioError';
	readonly problems: readonly Problem[];
	constructor(problems: readonly Problem[]) {
		super(problems.map(formatProblem).join('\n'));
		this.problems = problems;
	}
}

/** `file:line:column  code  message`. */
export const formatProblem = ({file, line, column, code, message}: Problem): string => `${printable(file)}:${line}:${column}  ${code}  ${message}`;

/** More than this nobody reads; a hostile file must not make us write them. */
const most = 200;

/** Collects problems until no one would read on. */
export class Problems {
	readonly #list: Problem[] = [];
	readonly #places = new Set<string>();

	/** Note a problem. A second one of the same code at the same place says nothing new and is dropped. */
	add({file, line, column}: Spot, code: Code, message: string): void {
		const place = `${line}:${column} ${code} ${message} ${file}`;
		if (this.full || this.#places.has(place)) return;
		this.#places.add(place);
		this.#list.push({file, line, column, code, message});
	}

	/** Note a name that is not among the known ones, with the nearest of them. `what` goes before the name: `there is no good`. */
	unknown(spot: Spot, code: Code, what: string, name: string, known: Iterable<string>): void {
		if (!this.full) this.add(spot, code, `${what} ${quote(name)}${didYouMean(name, known)}`);
	}

	get full(): boolean {
		return this.#list.length >= most;
	}

	get count(): number {
		return this.#list.length;
	}

	/** Throw everything noted, if anything was. */
	raise(): void {
		if (this.#list.length === 0) return;
		const files = [...new Set(this.#list.map(({file}) => file))];
		const rank = new Map(files.map((file, i) => [file, i] as const));
		throw new ScenarioError(this.#list.toSorted((a, b) => (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) || a.line - b.line || a.column - b.column));
	}
}

/** The known name nearest to the one given, if it is near enough to be what was meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
	if (name.length > 120) return undefined;
	const wanted = name.toLowerCase();
	let best: string | undefined;
	// Two letters changed places are two edits; a name of one letter is not near another.
	let least = Math.min(name.length - 1, Math.max(2, Math.floor(name.length / 3))) + 0.5;
	for (const candidate of known) {
		if (Math.abs(candidate.length - name.length) > least) continue;
		const edits = distance(wanted, candidate.toLowerCase());
		if (edits < least) [best, least] = [candidate, edits];
	}
	return best;
}

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
	const best = nearest(name, known);
	return best === undefined ? '' : `; did you mean "${best}"?`;
}

/** A text of the scenario as it can be shown: in quotes, short, without control characters. */
export function quote(text: string): string {
	const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
	return printable(JSON.stringify(short));
}

/** Without characters that could command a terminal. */
export const printable = (text: string): string =>
	text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** `a`, `a or b`, `a, b or c`. */
export const either = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`);
