/**
 * Reading one YAML file: text in, a tree with places out, whatever the text may be.
 *
 * The parser works without recursion, the depth is checked before anything recurses over it, and aliases, anchors, tags
 * and merge keys are refused, so that no text can hang the program or grow in it.
 */
import {readFileSync, statSync} from 'node:fs';
import {Composer, type CST, type Document, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, Parser} from 'yaml';
import {type Code, type Problems, printable, quote} from './problem.ts';
import type {Spot} from './program.ts';
import {treeReadBefore} from './read-before.ts';
import type {Entry, Tree} from './tree.ts';

const largest = 1024 * 1024;
const deepest = 32;
/** Control characters, which could command a terminal, and marks that turn the direction of writing. */
const unprintable = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/u;
const longestKey = 200;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Read a YAML file into a tree.
 *
 * Everything wrong with the file goes to `problems`; undefined if nothing of it can be used. `asked` is the place that
 * names the file, where a file that is not there is reported; `name` is how messages call the file.
 */
export function readTree(file: string, name: string, asked: Spot, problems: Problems): Tree | undefined {
	const text = readText(file, asked, name, problems);
	return text === undefined ? undefined : (treeReadBefore(text, name) ?? parseTree(text, name, problems));
}

function readText(file: string, asked: Spot, name: string, problems: Problems): string | undefined {
	const refuse = (code: Code, message: string): undefined => {
		problems.add(asked, code, `${quote(name)} ${message}`);
	};
	try {
		const status = statSync(file);
		if (!status.isFile()) return refuse('not-a-file', `is ${status.isDirectory() ? 'a directory' : 'not a plain file'}; name a YAML file`);
		if (status.size > largest) return refuse('too-large', `is larger than ${largest / 1024} KiB; split it into parts`);
		const text = new TextDecoder('utf-8', {fatal: true}).decode(readFileSync(file));
		return text.includes('\0') ? refuse('not-text', 'is a binary file; a scenario is UTF-8 text') : text;
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return refuse('not-text', 'is not UTF-8 text');
		if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('no-file', 'does not exist');
		return refuse('unreadable', `cannot be read (${code ?? 'unknown cause'})`);
	}
}

/** Read YAML text into a tree; `name` is how places call the file. */
export function parseTree(text: string, name: string, problems: Problems): Tree | undefined {
	const lines = new LineCounter();
	const spotAt = (offset: number): Spot => {
		const {line, col} = lines.linePos(offset);
		return {file: name, line: Math.max(1, line), column: Math.max(1, col)};
	};
	const tokens = tokensOf(text, lines);
	if (typeof tokens === 'number') {
		problems.add(spotAt(tokens), 'too-deep', `nested more than ${deepest} levels deep`);
		return undefined;
	}
	const options = {version: '1.2', schema: 'core', strict: true, uniqueKeys: false, stringKeys: true, merge: false, resolveKnownTags: false} as const;
	const documents = [...new Composer({...options, lineCounter: lines, prettyErrors: false}).compose(tokens, true, text.length)];
	const [document] = documents;
	if (documents.length > 1) problems.add(spotAt(documents[1]?.range[0] ?? 0), 'syntax', 'a second document begins here; a file holds one');
	const faulty = document ? reportFaults(document, text, spotAt, problems) : false;
	if (!faulty && (!document?.contents || (isScalar(document.contents) && document.contents.value === null))) {
		problems.add({file: name, line: 1, column: 1}, 'empty', 'there is nothing in this file; begin with "counterplan: 1" and "file: scenario"');
		return undefined;
	}
	return faulty ? undefined : toTree(document?.contents ?? null, spotAt, problems);
}

/** The tokens of the text, or the offset at which it is nested too deep. */
function tokensOf(text: string, lines: LineCounter): CST.Token[] | number {
	lines.addNewLine(0);
	const parser = new Parser(lines.addNewLine);
	const tokens: CST.Token[] = [];
	for (const lexeme of new Lexer().lex(text)) {
		for (const token of parser.next(lexeme)) tokens.push(token);
		if (parser.stack.length > deepest + 2) return parser.offset;
	}
	for (const token of parser.end()) tokens.push(token);
	return tokens;
}

function reportFaults(document: Document.Parsed, text: string, spotAt: (offset: number) => Spot, problems: Problems): boolean {
	for (const {pos, message} of document.errors) problems.add(spotAt(pos[0]), 'syntax', `${printable(message)}${remedy(text, pos[0])}`);
	for (const {pos} of document.warnings) problems.add(spotAt(pos[0]), 'tag', `${quote(text.slice(pos[0], pos[1]))} is a YAML tag; scenarios use none`);
	return document.errors.length > 0;
}

/** What is often meant by text that is not YAML. */
function remedy(text: string, offset: number): string {
	const from = text.lastIndexOf('\n', offset - 1) + 1;
	const end = text.indexOf('\n', offset);
	const line = text.slice(from, Math.min(end < 0 ? text.length : end, from + 400));
	if (line.includes('\t')) return ' (indent with spaces, not with tabs)';
	if (/:\s*-\s*(?:[},]|$)/.test(line)) return '; a minus that stands alone is written in quotes: "-"';
	return /\]\s*[^\s,}\]#]/.test(line) ? '; a unit may not follow a list, write a range as 1..12 kt/month' : '';
}

function toTree(node: Node | null, spotAt: (offset: number) => Spot, problems: Problems): Tree {
	const spot = spotAt(node?.range?.[0] ?? 0);
	if (isAlias(node)) {
		problems.add(spot, 'alias', 'an alias (*) is not allowed; write the value out');
		return {kind: 'scalar', value: null, spot};
	}
	if (node?.anchor) problems.add(spot, 'alias', `the anchor "&${printable(node.anchor.slice(0, 40))}" is not allowed; write the value out where it is needed`);
	if (isSeq<Node>(node)) return {kind: 'sequence', items: node.items.map(item => toTree(item, spotAt, problems)), spot};
	if (isMap<Node, Node | null>(node)) {
		const entries = new Map<string, Entry>();
		for (const {key, value} of node.items) addEntry(entries, key, value, spotAt, problems);
		return {kind: 'mapping', entries, spot};
	}
	const value: unknown = isScalar(node) ? node.value : null;
	if (typeof value === 'string' && unprintable.test(value)) problems.add(spot, 'control', 'a character that does not print stands in this text');
	return {kind: 'scalar', value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null, spot};
}

function addEntry(entries: Map<string, Entry>, node: Node, value: Node | null, spotAt: (offset: number) => Spot, problems: Problems): void {
	const key = isScalar(node) ? String(node.value) : '';
	const spot = spotAt(node.range?.[0] ?? 0);
	if (isScalar(node) && node.anchor) problems.add(spot, 'alias', 'an anchor (&) is not allowed');
	if (!isScalar(node) || forbidden.has(key) || key.length > longestKey || unprintable.test(key))
		problems.add(spot, 'key', `${isScalar(node) ? quote(key) : 'a list or mapping'} may not be used as a key`);
	else if (entries.has(key)) problems.add(spot, 'duplicate', `${quote(key)} is given twice; first in line ${entries.get(key)?.spot.line}`);
	else entries.set(key, {key, spot, value: value === null ? {kind: 'scalar', value: null, spot} : toTree(value, spotAt, problems)});
}
