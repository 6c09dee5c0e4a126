/** One change of a what-if, or of a relief: read under the same checks as the scenario's own values, and laid month by month over its vector. */
import {slotOf} from '../economy/parameters.ts';
import {formatMonth, parseMonth} from './calendar.ts';
import type {Numbers} from './parameters.ts';
import {either, quote} from './problem.ts';
import type {Change, Operation, Origin, Spot} from './program.ts';
import {isGrounded, type Provenance, provenanceOf} from './provenance.ts';
import {isAllowed, plainField, readQuantity, type Wanted} from './quantity.ts';
import {isRuled} from './rules.ts';
import type {Reader} from './setting.ts';
import {targetsOf} from './targets.ts';
import {child, type Entry, isMapping, type Tree, textOf} from './tree.ts';
import {readValue} from './values.ts';

const operations = ['set', 'scale', 'add', 'remove'] as const satisfies readonly Operation[];

/** Months counted from year 0; undefined where a change holds from the first, or to the last. */
type Period = {readonly from: number | undefined; readonly until: number | undefined};
type Given = {readonly operation: Operation; readonly tree: Tree; readonly path: string; readonly spot: Spot; readonly provenance: Provenance} & Period;

/** A change, and the number that each of its slots belongs to. */
export type Laid = {readonly change: Change; readonly numbers: readonly Origin[]};

/** Read a change; `from` is the what-if's point of divergence, `around` the provenance. Undefined, and reported, where it cannot be read. */
export function readChange(entry: Entry, from: number | undefined, around: Provenance, numbers: Numbers, reader: Reader): Laid | undefined {
	const {key: path, value: tree, spot} = entry;
	const {problems} = reader;
	if (!isMapping(tree)) return undefined;
	const given = operations.filter(name => tree.entries.has(name));
	const [operation] = given;
	if (!operation || given.length > 1) {
		problems.add(
			spot,
			operation ? 'type' : 'missing',
			`the change of ${path} needs one of ${either(operations)}${operation ? `; it has ${given.join(' and ')}` : ''}`,
		);
		return undefined;
	}
	const period = periodOf(tree, path, from, reader);
	const targets = targetsOf(path, operation, numbers.origins, spot, problems);
	if (!period || targets.length === 0) return undefined;
	const provenance = provenanceOf(tree, around, reader.citable, problems);
	const value = child(tree, operation) ?? tree;
	const change: Given = {operation, tree: value, path, spot, provenance, ...period};
	const rule = operation === 'set' ? child(value, 'rule') : undefined;
	if (rule) {
		problems.add(rule.spot, 'type', 'a change sets values; a rule belongs into the scenario, in the place of a value');
		return undefined;
	}
	if (!isGrounded(provenance) && !(operation === 'set' && (isMapping(value) || targets.every(({field}) => field.options))))
		problems.add(spot, 'no-source', `the change of ${path} needs a source or a reason, beside it or around it`);
	return layOut(change, targets, numbers, reader);
}

/** A change down to slots and amounts. */
function layOut(given: Given, targets: readonly Origin[], {layout}: Numbers, reader: Reader): Laid | undefined {
	const numbers: Origin[] = [];
	const slots: number[] = [];
	const amounts: number[] = [];
	for (const origin of targets) {
		const months = monthsOf(given, origin, layout.months, reader);
		const values = months && amountsOf(given, origin, reader);
		if (!values) return undefined;
		if ((given.operation === 'scale' || given.operation === 'add') && isRuled(origin)) {
			reader.problems.add(given.tree.spot, 'type', `${origin.path} is given by a rule; set it, or change what the rule asks for`);
			return undefined;
		}
		for (let month = months[0]; month < months[1]; month++) {
			numbers.push(origin);
			slots.push(slotOf(layout, origin.place, origin.row, month));
			amounts.push(values[values.length === 1 ? 0 : month] ?? 0);
		}
	}
	const {path, operation, from, until, spot, provenance} = given;
	const {sources, reason} = provenance;
	const paths = targets.map(target => target.path);
	const text = operation === 'remove' ? '' : written(given.tree);
	return {
		numbers,
		change: {path, operation, text, from, until, spot, sources, reason, paths, slots: Int32Array.from(slots), amounts: Float64Array.from(amounts)},
	};
}

/** A value for each month, or one for all. */
function amountsOf({operation, tree, provenance}: Given, {path, field, unit}: Origin, reader: Reader): Float64Array | undefined {
	const {problems} = reader;
	if (operation === 'remove') return Float64Array.of(0);
	if (operation === 'set') return readValue(tree, path, field, unit, provenance, reader)?.series;
	if (field.options) {
		problems.add(tree.spot, 'type', `${path} is ${either(field.options)}; set it`);
		return undefined;
	}
	const plain: Wanted =
		operation === 'scale'
			? {path: `the scale of ${path}`, field: plainField('1', 'scale'), unit: '1', problems}
			: {path: `what is added to ${path}`, field: plainField(field.unit, 'amount', Number.NEGATIVE_INFINITY), unit, problems};
	const read = readQuantity(tree, plain, undefined);
	return read && isAllowed(read.value, read.spot, plain) ? Float64Array.of(read.value) : undefined;
}

/** The months of a change, the second not among them, from the first of the run; none where they lie after its end. */
function monthsOf(
	{from, until, path, spot}: Given,
	{field, path: own}: Origin,
	months: number,
	{start, problems}: Reader,
): readonly [number, number] | undefined {
	if (field.when === 'monthly') return [Math.min(months, (from ?? start) - start), Math.min(months, (until ?? start + months) - start + 1)];
	if (from === undefined && until === undefined) return [0, 1];
	const what = field.when === 'opening' ? 'a stock on the first day' : 'one number for the whole run';
	problems.add(spot, 'not-dated', `${own} is ${what}; change it without "from"${path === own ? '' : ', or name dated values only'}`);
	return undefined;
}

/** The months of a change inside those of its what-if; undefined, and reported, if they are not. */
function periodOf(tree: Tree, path: string, from: number | undefined, reader: Reader): Period | undefined {
	const own = readMonth(child(tree, 'from'), `the change of ${path}`, reader);
	const until = readMonth(child(tree, 'until'), `the change of ${path}`, reader);
	const first = child(tree, 'from') ? own : from;
	if ((child(tree, 'from') && own === undefined) || (child(tree, 'until') && until === undefined)) return undefined;
	const spot = child(tree, 'from')?.spot ?? child(tree, 'until')?.spot ?? tree.spot;
	if (from !== undefined && first !== undefined && first < from)
		reader.problems.add(spot, 'month', `the change of ${path} begins in ${formatMonth(first)}, before its what-if does in ${formatMonth(from)}`);
	else if (until !== undefined && until < (first ?? reader.start)) reader.problems.add(spot, 'month', `the change of ${path} ends before it begins`);
	else return {from: first, until};
	return undefined;
}

/** A month of the run, counted from year 0; undefined, and reported where anything stands there, if it is none. */
export function readMonth(tree: Tree | undefined, what: string, {start, months, problems}: Reader): number | undefined {
	const text = textOf(tree);
	if (!tree || text === undefined) return undefined;
	const month = parseMonth(text);
	const last = start + months - 1;
	if (month === undefined) problems.add(tree.spot, 'month', `the months of ${what} are written as ${formatMonth(start)}, found ${quote(text)}`);
	else if (month >= start && month <= last) return month;
	else problems.add(tree.spot, 'month', `${text} is outside the run, which goes from ${formatMonth(start)} to ${formatMonth(last)}`);
	return undefined;
}

const longest = 200;

/** A value as it was written, on one line. */
function written(tree: Tree): string {
	const text =
		tree.kind === 'scalar'
			? String(tree.value)
			: tree.kind === 'sequence'
				? `[${tree.items.map(written).join(', ')}]`
				: `{${[...tree.entries.values()].map(({key, value}) => `${key}: ${written(value)}`).join(', ')}}`;
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Lay a change over a vector. */
export function applyChange(vector: Float64Array, {operation, slots, amounts}: Change): void {
	for (let i = 0; i < slots.length; i++) {
		const [slot, amount] = [slots[i], amounts[i]];
		vector[slot] = operation === 'scale' ? vector[slot] * amount : operation === 'add' ? vector[slot] + amount : amount;
	}
}
