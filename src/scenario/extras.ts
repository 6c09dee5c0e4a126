/** Extras: one more unit of something, added to a dated number of the scenario to find out what it would have been worth. */
import {labelOf} from './entities.ts';
import {slotsOf} from './knobs.ts';
import type {Numbers} from './parameters.ts';
import {either, Problems} from './problem.ts';
import type {Extra, Origin} from './program.ts';
import {isGrounded} from './provenance.ts';
import {isAllowed, plainField, readQuantity} from './quantity.ts';
import {isRuled} from './rules.ts';
import type {Item, Sections} from './sections.ts';
import type {Reader} from './setting.ts';
import {child, type Tree, textOf} from './tree.ts';

const most = 50;

/**
 * Read the extras against the numbers to which they are added; everything wrong with them is reported.
 *
 * Over numbers that are not `asWritten`, one that leaves the bounds is left out.
 */
export function readExtras({items}: Sections, numbers: Numbers, {problems}: Reader, asWritten: boolean): readonly Extra[] {
	const all = [...items.extras.values()];
	if (all.length > most) problems.add(all[most].spot, 'too-large', `there are more than ${most} extras`);
	return all.slice(0, most).flatMap(item => readExtra(item, numbers, problems, asWritten ? problems : new Problems()) ?? []);
}

/** Mistakes of the extra itself go to `problems`, bounds that it leaves to `outside`. */
function readExtra(item: Item, numbers: Numbers, problems: Problems, outside: Problems): Extra | undefined {
	const {id, tree, path: own, spot, provenance} = item;
	const at = child(tree, 'path');
	const path = textOf(at);
	const add = child(tree, 'add');
	const lasts = textOf(child(tree, 'lasts'));
	if (!isGrounded(provenance)) problems.add(spot, 'no-source', `${own} needs a source or a reason`);
	if (!at || path === undefined || !add || (lasts !== 'month' && lasts !== 'rest')) return undefined;
	const origin = targetOf(path, at, numbers, problems);
	const amount = origin && amountOf(add, own, origin, problems);
	if (!origin || amount === undefined) return undefined;
	const slots = slotsOf(numbers.layout, origin);
	if (!slots.every(slot => isAllowed(numbers.vector[slot] + amount, add.spot, {...origin, problems: outside}))) return undefined;
	const text = add.kind === 'scalar' ? String(add.value) : '';
	return {id, label: labelOf(item), path, lasts, amount, text, slots, sources: provenance.sources, reason: provenance.reason, spot};
}

/** The one dated number that a path names; undefined, and reported, where it names none, or none that can be added to. */
function targetOf(path: string, {spot}: Tree, {origins}: Numbers, problems: Problems): Origin | undefined {
	const origin = origins.get(path);
	if (!origin) {
		if (path.includes('*')) problems.add(spot, 'unknown-path', 'an extra is one more of one thing; name one value, without "*"');
		else problems.unknown(spot, 'unknown-path', 'the scenario has no value', path, origins.keys());
		return undefined;
	}
	const {field} = origin;
	if (field.when !== 'monthly') {
		const what = field.when === 'opening' ? 'a stock on the first day' : 'one number for the whole run';
		problems.add(spot, 'not-dated', `${path} is ${what}; an extra is added in a month, to a dated value`);
	} else if (field.options) problems.add(spot, 'type', `${path} is ${either(field.options)}; an extra is added to a number`);
	else if (isRuled(origin)) problems.add(spot, 'type', `${path} is given by a rule; add to what the rule asks for`);
	else return origin;
	return undefined;
}

function amountOf(tree: Tree, own: string, {field, unit}: Origin, problems: Problems): number | undefined {
	const wanted = {path: `${own}.add`, field: plainField(field.unit, 'amount'), unit, problems};
	const read = readQuantity(tree, wanted, undefined);
	if (!read || !isAllowed(read.value, read.spot, wanted)) return undefined;
	if (read.value > 0) return read.value;
	problems.add(tree.spot, 'bounds', `${own}.add must be more than 0`);
	return undefined;
}

/** Add an extra to a vector of the program's, in the month of the run or from it on. */
export function addExtra(vector: Float64Array, {slots, amount, lasts}: Extra, month: number): void {
	for (const slot of lasts === 'month' ? slots.subarray(month, month + 1) : slots.subarray(month)) vector[slot] += amount;
}
