/** Levers: what a reader may move, between which bounds, and what of the scenario it moves. */
import {slotOf} from '../economy/parameters.ts';
import {readMonth} from './change.ts';
import type {Numbers} from './parameters.ts';
import {type Code, quote} from './problem.ts';
import type {Lever, Origin, Spot} from './program.ts';
import {nothing, provenanceOf} from './provenance.ts';
import {isAllowed, plainField, readQuantity} from './quantity.ts';
import {idShape} from './schema.ts';
import type {Reader} from './setting.ts';
import {targetsOf} from './targets.ts';
import {child, type Entry, entriesOf, isMapping, type Mapping, type Tree, textOf} from './tree.ts';
import {conversion, convert, parseUnit, speaksForItself} from './units.ts';

const most = 500;
/** What stands for no unit where a lever multiplies. */
const times = new Set(['times', '1']);

/** Read the levers against the numbers that they move; everything wrong with them is reported. */
export function readLevers(file: Mapping | undefined, numbers: Numbers, reader: Reader): readonly Lever[] {
	const levers: Lever[] = [];
	let room = numbers.layout.length * 4;
	for (const entry of entriesOf(child(file, 'levers'))) {
		if (!idShape.test(entry.key))
			reader.problems.add(entry.spot, 'key', `${quote(entry.key)} is no id; ids are small letters, digits and hyphens, and begin with a letter`);
		if (levers.length >= most || room < 0) {
			reader.problems.add(entry.spot, 'too-large', `there are more than ${most} levers, or they move too much`);
			break;
		}
		const lever = isMapping(entry.value) ? readLever(entry, numbers, reader) : undefined;
		room -= lever?.slots.length ?? 0;
		if (lever) levers.push(lever);
	}
	return levers;
}

function readLever({key: id, value: tree, spot}: Entry, numbers: Numbers, reader: Reader): Lever | undefined {
	provenanceOf(tree, nothing, reader.citable, reader.problems);
	const path = textOf(child(tree, 'path'));
	const at = child(tree, 'path')?.spot ?? spot;
	if (path === undefined) return undefined;
	const targets = targetsOf(path, 'set', numbers.origins, at, reader.problems);
	const fromTree = child(tree, 'from');
	const from = fromTree ? readMonth(fromTree, `the lever ${id}`, reader) : reader.start;
	const [target] = targets;
	if (!target || from === undefined || !mayMove(targets, fromTree, at, reader)) return undefined;
	const slots = targets.flatMap(origin => slotsFrom(numbers, origin, from - reader.start));
	const written = Float64Array.from(slots, slot => numbers.vector[slot]);
	const given = textOf(child(tree, 'operation'));
	const operation = given === 'set' || given === 'scale' ? given : written.every(value => value === written[0]) ? 'set' : 'scale';
	const unit = unitOf(tree, operation, target, reader);
	const bounds = unit && boundsOf(tree, id, unit, reader);
	if (!bounds) return undefined;
	const {text, factor} = unit;
	const words = {
		label: textOf(child(tree, 'label')) ?? id,
		group: textOf(child(tree, 'group')) ?? '',
		kind: textOf(child(tree, 'kind')) === 'assumption' ? 'assumption' : 'action',
	} as const;
	const paths = targets.map(origin => origin.path);
	const lever: Lever = {id, path, ...words, operation, ...bounds, unit: text, factor, from, spot, paths, slots: Int32Array.from(slots), written};
	return staysInBounds(lever, targets, tree, reader) ? lever : undefined;
}

/** Levers move numbers, not switches; and all of them of one unit. */
function mayMove(targets: readonly Origin[], from: Tree | undefined, spot: Spot, {problems}: Reader): boolean {
	const wrong = (code: Code, message: string): boolean => {
		problems.add(spot, code, message);
		return false;
	};
	for (const {path, field, unit, rule} of targets) {
		if (field.options) return wrong('type', `${path} is a switch; a lever moves numbers`);
		if (unit !== targets[0]?.unit)
			return wrong('unit-dimension', `${path} is in ${unit}, ${targets[0]?.path} in ${targets[0]?.unit}; a lever moves numbers of one unit`);
		if (rule && !rule.written) return wrong('type', `${path} is given by a rule; a lever moves what is written`);
		if (field.when !== targets[0]?.field.when)
			return wrong('not-dated', `${path} and ${targets[0]?.path} do not hold for the same time; a lever moves one kind of number`);
		if (from && field.when !== 'monthly') return wrong('not-dated', `${path} is one number for the whole run; leave out "from"`);
	}
	return true;
}

function slotsFrom({layout}: Numbers, {place, row}: Origin, from: number): readonly number[] {
	if (place.field.when !== 'monthly') return [slotOf(layout, place, row, 0)];
	return Array.from({length: Math.max(0, layout.months - from)}, (_, i) => slotOf(layout, place, row, from + i));
}

type LeverUnit = {readonly text: string; readonly factor: number};

function unitOf(tree: Tree, operation: Lever['operation'], {path, unit}: Origin, {problems}: Reader): LeverUnit | undefined {
	const given = child(tree, 'unit');
	const text = given?.kind === 'scalar' ? String(given.value) : undefined;
	const spot = given?.spot ?? child(tree, 'path')?.spot ?? tree.spot;
	if (operation === 'scale') {
		if (text === undefined || times.has(text)) return {text: 'times', factor: 1};
		problems.add(spot, 'unit-dimension', `this lever scales ${path}; its unit is "times", found ${quote(text)}`);
		return undefined;
	}
	const own = parseUnit(unit);
	if ('unknown' in own) return undefined;
	if (text === undefined) {
		if (speaksForItself(own)) return {text: unit, factor: 1};
		problems.add(spot, 'unit-missing', `${path} is in ${unit}; give the lever a unit`);
		return undefined;
	}
	const read = parseUnit(text);
	const factor = 'unknown' in read ? undefined : conversion(read, own);
	if ('unknown' in read) problems.add(spot, 'unit-unknown', `${quote(read.unknown)} is not a unit`);
	else if (factor === undefined) problems.add(spot, 'unit-dimension', `${path} is in ${unit}; ${quote(text)} measures something else`);
	return factor === undefined ? undefined : {text, factor};
}

type Bounds = Pick<Lever, 'min' | 'max' | 'step'>;

function boundsOf(tree: Tree, id: string, {text}: LeverUnit, {problems}: Reader): Bounds | undefined {
	const unit = times.has(text) ? '1' : text;
	const [min, max, step] = ['min', 'max', 'step'].map(name => {
		const value = child(tree, name);
		return (
			value && readQuantity(value, {path: `${name} of the lever ${id}`, field: plainField(unit, name, Number.NEGATIVE_INFINITY), unit, problems}, unit)?.value
		);
	});
	if (min === undefined || max === undefined || step === undefined) return undefined;
	if (min >= max) problems.add(child(tree, 'max')?.spot ?? tree.spot, 'range', `the lever ${id} ends at ${max}, before it begins at ${min}`);
	else if (!(step > 0) || step > max - min)
		problems.add(child(tree, 'step')?.spot ?? tree.spot, 'range', `the step of the lever ${id} must be more than 0 and at most ${max - min}, found ${step}`);
	else return {min, max, step};
	return undefined;
}

/** Whether both ends of a lever leave every number within its bounds, and move one of them. */
function staysInBounds(lever: Lever, targets: readonly Origin[], tree: Tree, {problems}: Reader): boolean {
	const {operation, factor, slots, written, path} = lever;
	if (operation === 'scale' && slots.length > 0 && written.every(value => value === 0)) {
		problems.add(child(tree, 'path')?.spot ?? tree.spot, 'range', `${path} is nothing in every month that this lever moves, and no factor changes that`);
		return false;
	}
	const own = slots.length / targets.length;
	for (const name of ['min', 'max'] as const) {
		const spot = child(tree, name)?.spot ?? tree.spot;
		for (const [i, origin] of targets.entries()) {
			const values = operation === 'set' ? [convert(lever[name], factor)] : written.subarray(i * own, (i + 1) * own);
			for (const value of values) if (!isAllowed(operation === 'set' ? value : value * lever[name], spot, {...origin, problems})) return false;
		}
	}
	return true;
}

/** Put a lever of a program at a position between its ends, in a vector of the program's. */
export function moveLever(vector: Float64Array, {operation, factor, slots, written}: Lever, position: number): void {
	for (let i = 0; i < slots.length; i++) vector[slots[i]] = operation === 'set' ? convert(position, factor) : written[i] * position;
}

/** The same over values that were drawn: what the lever scales is scaled from the draw, not from what is written. */
export function moveLeverOver(vector: Float64Array, {operation, factor, slots}: Lever, position: number): void {
	for (const slot of slots) vector[slot] = operation === 'set' ? convert(position, factor) : vector[slot] * position;
}

/** Where a lever stands in the scenario; undefined where what it sets is not one number. */
export function restOf({operation, factor, written}: Lever): number | undefined {
	if (operation === 'scale') return 1;
	return written.every(value => value === written[0]) ? Number((written[0] / factor).toPrecision(12)) : undefined;
}
