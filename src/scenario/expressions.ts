/**
 * Expressions of rules: parsed by mathjs, held to a list of what is allowed, compiled to closures. mathjs never evaluates one.
 *
 * Comparisons are exact and give 1 or 0; whatever is not 0 is true. A root or logarithm of what has none is no number.
 */
import {create, type MathNode, parseDependencies} from 'mathjs';
import {functions, operators, truth} from './operations.ts';
import {didYouMean, either, quote} from './problem.ts';

/** What a rule can ask of the month itself. */
export const moments = ['month', 'year', 'monthOfYear', 'written'] as const;
export type Moment = (typeof moments)[number];

/** An expression that may be run. */
export type Expression =
	| {readonly kind: 'number'; readonly value: number}
	| {readonly kind: 'moment'; readonly moment: Moment}
	/** A quantity by its name as written, of the entity named; of the economy as a whole where none is. */
	| {readonly kind: 'quantity'; readonly name: string; readonly entity: string | undefined}
	| {readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]};

/** What is wrong with an expression. */
export class ExpressionError extends Error {
	override name = 'ExpressionError';
}

const longest = 2000;
const deepest = 50;
const mostNodes = 500;
const mostConditions = 20;
const names = /"[a-z][a-z0-9-]{0,63}"|'[a-z][a-z0-9-]{0,63}'/g;

let parser: ((text: string) => MathNode) | undefined;

/** The parser is made when the first rule needs it. */
function parsed(text: string): MathNode {
	parser ??= create({parseDependencies}).parse as (text: string) => MathNode;
	return parser(text);
}

/** Read an expression. `quantities` are the names that it may ask for, beside the functions. Throws ExpressionError. */
export function parseExpression(written: string, quantities: ReadonlySet<string>): Expression {
	const text = written.replace(/\s/g, ' ');
	prescan(text);
	let root: MathNode;
	try {
		root = parsed(text);
	} catch (error) {
		const at = error instanceof SyntaxError && 'char' in error ? ` at character ${error.char}` : '';
		throw new ExpressionError(`it cannot be read${at}${error instanceof SyntaxError ? `: ${error.message.replace(/ \(char \d+\)$/, '').slice(0, 100)}` : ''}`);
	}
	return new Translation(text, quantities).translate(root);
}

/** Refuse what could keep the parser busy, and every character that no rule needs. */
function prescan(text: string): void {
	if (text.length > longest) throw new ExpressionError(`it is ${text.length} characters long; at most ${longest}`);
	if (text.trim() === '') throw new ExpressionError('there is nothing in it');
	const bare = text.replace(names, name => '_'.repeat(name.length));
	const odd = /[^\w .,()+\-*/^<>=!?:]/.exec(bare);
	if (odd) throw new ExpressionError(`${quote(odd[0])} at character ${odd.index + 1} may not stand in a rule`);
	let depth = 0;
	for (const character of bare) {
		if (character === '(' && ++depth > deepest) throw new ExpressionError(`its brackets are nested more than ${deepest} deep`);
		if (character === ')') depth--;
	}
	if (/(?:(?:[-+!^*/<>=]|\bnot\b) *){20}/.test(bare)) throw new ExpressionError('there are too many signs in a row');
	if ([...bare].filter(character => character === '?').length > mostConditions) throw new ExpressionError(`it has more than ${mostConditions} conditions`);
}

/** What mathjs's nodes have, as far as it is read here. */
type Raw = MathNode & {
	readonly value?: unknown;
	readonly content?: MathNode;
	readonly op?: string;
	readonly implicit?: boolean;
	readonly isPercentage?: boolean;
	readonly fn?: unknown;
	readonly args?: readonly MathNode[];
	readonly name?: string;
	readonly condition?: MathNode;
	readonly trueExpr?: MathNode;
	readonly falseExpr?: MathNode;
	readonly conditionals?: readonly string[];
	readonly params?: readonly MathNode[];
};

/** From mathjs's tree to ours; whatever is not on the list is refused. */
class Translation {
	readonly #text: string;
	readonly #quantities: ReadonlySet<string>;
	#nodes = 0;

	constructor(text: string, quantities: ReadonlySet<string>) {
		this.#text = text;
		this.#quantities = quantities;
	}

	translate(node: MathNode | undefined): Expression {
		const raw = node as Raw;
		if (++this.#nodes > mostNodes) throw new ExpressionError(`it has more than ${mostNodes} parts`);
		if (raw?.type === 'ConstantNode') return this.#constant(raw.value);
		if (raw?.type === 'ParenthesisNode') return this.translate(raw.content);
		if (raw?.type === 'OperatorNode') return this.#operator(raw);
		if (raw?.type === 'RelationalNode') return this.#relation(raw);
		if (raw?.type === 'FunctionNode') return this.#called(raw);
		if (raw?.type === 'ConditionalNode')
			return call(
				'if',
				[raw.condition, raw.trueExpr, raw.falseExpr].map(part => this.translate(part)),
			);
		if (raw?.type === 'SymbolNode') throw this.#refusal(String(raw.name), `is no number; quantities are written as in ${example}`);
		throw new ExpressionError(`${kinds[raw?.type ?? ''] ?? 'something in it'} may not stand in a rule`);
	}

	#constant(value: unknown): Expression {
		if (typeof value === 'boolean') return {kind: 'number', value: truth(value)};
		if (typeof value === 'string') throw this.#refusal(value, `stands where a number should; a name belongs into a quantity, as in ${example}`);
		if (typeof value === 'number' && Number.isFinite(value)) return {kind: 'number', value};
		throw new ExpressionError(`${quote(String(value))} is not a number that can be used`);
	}

	#operator({fn, op = '', implicit, isPercentage, args = []}: Raw): Expression {
		if (implicit) throw new ExpressionError('two things stand side by side; write * between them to multiply');
		if (isPercentage || typeof fn !== 'string' || !Object.hasOwn(operators, fn)) throw new ExpressionError(`the sign ${quote(op)} may not stand in a rule`);
		return call(
			fn,
			args.map(arg => this.translate(arg)),
		);
	}

	/** `0 < x <= 1`. */
	#relation({conditionals = [], params = []}: Raw): Expression {
		const [first, ...rest] = params.map(param => this.translate(param));
		let before = first;
		let all: Expression | undefined;
		for (const [i, after] of rest.entries()) {
			const holds = call(conditionals[i] ?? '', [before, after]);
			all = all ? call('and', [all, holds]) : holds;
			before = after;
		}
		return all ?? first;
	}

	#called({fn, args = []}: Raw): Expression {
		const symbol = fn as Raw | undefined;
		const name = symbol?.type === 'SymbolNode' ? String(symbol.name) : undefined;
		if (name === undefined) throw new ExpressionError('only functions that have a name can be called');
		if (Object.hasOwn(functions, name)) {
			const {least: few, most: many} = functions[name];
			if (args.length < few || args.length > many)
				throw this.#refusal(name, `takes ${few === many ? few : `${few} to ${many}`} ${many === 1 ? 'number' : 'numbers'}, found ${args.length}`);
			return call(
				name,
				args.map(arg => this.translate(arg)),
			);
		}
		const moment = moments.find(known => known === name);
		if (moment && args.length > 0) throw this.#refusal(name, 'takes nothing between its brackets');
		if (moment) return {kind: 'moment', moment};
		if (this.#quantities.has(name)) return this.#quantity(name, args);
		const known = [...Object.keys(functions), ...moments, ...this.#quantities];
		throw this.#refusal(name, `is neither a function nor a quantity${didYouMean(name, known)}; functions are ${either(Object.keys(functions))}`);
	}

	#quantity(name: string, args: readonly MathNode[]): Expression {
		const [id] = args as readonly Raw[];
		if (!id) return {kind: 'quantity', name, entity: undefined};
		if (args.length > 1 || id.type !== 'ConstantNode' || typeof id.value !== 'string') throw this.#refusal(name, `takes one name in quotes, as in ${example}`);
		return {kind: 'quantity', name, entity: id.value};
	}

	#refusal(name: string, message: string): ExpressionError {
		const at = this.#text.indexOf(name);
		return new ExpressionError(`${quote(name)}${at < 0 ? '' : ` at character ${at + 1}`} ${message}`);
	}
}

const example = 'stock("coal")';

const call = (name: string, args: readonly Expression[]): Expression => ({kind: 'call', name, args});

const kinds: Readonly<Record<string, string>> = {
	AssignmentNode: 'an assignment',
	FunctionAssignmentNode: 'the definition of a function',
	RangeNode: 'a range',
	AccessorNode: 'a part of something',
	IndexNode: 'an index',
	ArrayNode: 'a list',
	ObjectNode: 'an object',
	BlockNode: 'a second expression',
};

/** What an expression reads while it runs. */
export type Source = {
	readonly quantity: (name: string, entity: string | undefined) => () => number;
	readonly moment: (moment: Moment) => () => number;
};

/** Compile an expression once to closures over what it reads. */
export function compile(expression: Expression, source: Source): () => number {
	if (expression.kind === 'number') {
		const {value} = expression;
		return () => value;
	}
	if (expression.kind === 'moment') return source.moment(expression.moment);
	if (expression.kind === 'quantity') return source.quantity(expression.name, expression.entity);
	const {name, args} = expression;
	return (functions[name] ?? operators[name]).of(args.map(arg => compile(arg, source)));
}

/** Everything that an expression is made of, itself first. */
export function* partsOf(expression: Expression): Generator<Expression> {
	yield expression;
	if (expression.kind === 'call') for (const arg of expression.args) yield* partsOf(arg);
}
