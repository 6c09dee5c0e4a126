/** Rules: values that an economy sets itself from what it was at the end of the month before. */
import {type Expression, ExpressionError, parseExpression, partsOf} from './expressions.ts';
import type {World} from './measured.ts';
import type {Numbers} from './parameters.ts';
import {didYouMean, either, quote} from './problem.ts';
import type {Entity, Origin, Rule} from './program.ts';
import {type Quantity, quantities, wholes} from './quantities.ts';
import type {RuleText} from './setting.ts';

/** `skilledPool`, of `skilled-pool`. */
const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Every quantity that any entity has, by the name under which rules ask for it. */
const known: ReadonlySet<string> = new Set([...Object.values(quantities), ...Object.values(wholes)].flat().map(({name}) => camel(name)));

const mostRules = 300;

/** Read the rules of a scenario; everything wrong with them is reported. */
export function readRules(texts: readonly RuleText[], {origins}: Numbers, world: World): readonly Rule[] {
	const rules: Rule[] = [];
	for (const one of texts) {
		const {path, text, spot} = one;
		if (rules.length >= mostRules) world.problems.add(spot, 'too-large', `a scenario has at most ${mostRules} rules`);
		if (rules.length >= mostRules || world.problems.full) break;
		const origin = origins.get(path);
		const expression = origin && readExpression(one, world);
		if (expression) rules.push({path, text, expression, origin, written: one.written, spot});
	}
	return rules;
}

function readExpression(one: RuleText, world: World): Expression | undefined {
	const {path, text, spot, written} = one;
	try {
		const expression = parseExpression(text, known);
		const parts = [...partsOf(expression)];
		const asks = parts.some(part => part.kind === 'moment' && part.moment === 'written');
		if (asks && !written) throw new ExpressionError('"written" asks for the value beside the rule; give value, values or seasonal');
		if (written && !asks) throw new ExpressionError('it never asks for the value beside it; leave that out, or use written()');
		return parts.map(part => resolves(part, one, world)).every(Boolean) ? expression : undefined;
	} catch (error) {
		if (!(error instanceof ExpressionError)) throw error;
		world.problems.add(spot, 'expression', `the rule of ${path}: ${error.message}`);
		return undefined;
	}
}

/** Whether a quantity that a rule asks for is there. */
function resolves(part: Expression, {path, spot}: RuleText, {entities, groups, problems}: World): boolean {
	if (part.kind !== 'quantity') return true;
	const {name, entity: id} = part;
	if (id === undefined) {
		const of = wholesWith(name);
		if (of.length === 1) return true;
		const remedy =
			of.length > 1 ? `is of ${either(of.map(whole => `"${whole}"`))}; name one between the brackets` : 'needs the name of what it is of, as in stock("coal")';
		problems.add(spot, 'expression', `the rule of ${path}: ${name}() ${remedy}`);
		return false;
	}
	const entity = entities.get(id);
	if (!entity) {
		problems.unknown(spot, 'unknown-id', `the rule of ${path}: the scenario has no`, id, entities.keys());
		return false;
	}
	const group = entity.kind === 'group' ? groups[entity.row] : undefined;
	const list = quantitiesOf(entity, group?.kind);
	const quantity = list.find(one => camel(one.name) === name);
	const summable = !group || !quantity || quantity.nature !== 'share' || quantity.over !== undefined || group.members.length === 1;
	if (quantity && summable) return true;
	const names = list.map(one => camel(one.name));
	const fault = quantity
		? `of the group ${quote(id)} cannot be summed`
		: `is no quantity of ${quote(id)}${didYouMean(name, names)}; it has ${names.join(', ') || 'none'}`;
	problems.add(spot, 'expression', `the rule of ${path}: ${name} ${fault}`);
	return false;
}

const quantitiesOf = ({id, kind}: Entity, members: Entity['kind'] | undefined): readonly Quantity[] =>
	(Object.hasOwn(wholes, id) ? wholes[id] : quantities[members ?? kind]) ?? [];

const wholesWith = (name: string): string[] => Object.keys(wholes).filter(whole => wholes[whole]?.some(one => camel(one.name) === name));

/** The entity and the quantity, as outcomes name them, that a rule asks for. */
export function askedFor(name: string, entity: string | undefined): readonly [string, string] {
	const kebab = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
	return [entity ?? wholesWith(name)[0] ?? '', kebab];
}

export const isRuled = ({rule}: Origin): boolean => rule !== undefined && !rule.written;
