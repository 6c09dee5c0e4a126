/** What-ifs laid over a scenario: each in its order, over the values month by month, and never before its point of divergence. */

import {formatMonth} from './calendar.ts';
import {applyChange, type Laid, readChange, readMonth} from './change.ts';
import {readExpectations, readOutcomes} from './expectations.ts';
import type {World} from './measured.ts';
import type {Numbers} from './parameters.ts';
import type {Change, Origin, Overlay} from './program.ts';
import {nothing, provenanceOf} from './provenance.ts';
import {isAllowed} from './quantity.ts';
import type {Reader} from './setting.ts';
import type {Layer} from './stack.ts';
import {child, entriesOf, textOf} from './tree.ts';

const mostChanges = 500;

type Owner = {readonly layer: Layer; readonly change: Change};

/** Read what-ifs and lay them over a copy of the numbers; everything wrong with them is reported. */
export function layOver(
	layers: readonly Layer[],
	numbers: Numbers,
	reader: Reader,
	world: World,
): {readonly overlays: readonly Overlay[]; readonly laid: Numbers} {
	if (layers.length === 0) return {overlays: [], laid: numbers};
	const laid: Numbers = {layout: numbers.layout, vector: numbers.vector.slice(), origins: new Map(numbers.origins)};
	const owners: (Owner | undefined)[] = [];
	const overlays = layers.map(layer => layOne(layer, laid, owners, reader, world));
	return {overlays, laid};
}

function layOne(layer: Layer, numbers: Numbers, owners: (Owner | undefined)[], reader: Reader, world: World): Overlay {
	const {tree, name} = layer;
	const provenance = provenanceOf(tree, nothing, reader.citable, reader.problems);
	const from = readMonth(child(tree, 'from'), 'a what-if', reader);
	const changes: Change[] = [];
	let room = numbers.layout.length;
	for (const entry of entriesOf(child(tree, 'change'))) {
		const laid = child(tree, 'from') && from === undefined ? undefined : readChange(entry, from, provenance, numbers, reader);
		if (!laid) continue;
		room -= laid.change.slots.length;
		if (changes.length >= mostChanges || room < 0) {
			reader.problems.add(
				entry.spot,
				changes.length >= mostChanges ? 'too-large' : 'overlap',
				`this what-if has more than ${mostChanges} changes, or more than one of many values`,
			);
			break;
		}
		if (isFree(layer, laid, owners, reader)) layChange(laid, numbers, reader);
		changes.push(laid.change);
	}
	return {
		file: name,
		title: textOf(child(tree, 'title')) ?? '',
		question: textOf(child(tree, 'question')),
		kind: kindOf(textOf(child(tree, 'kind'))),
		from,
		...provenance,
		changes,
		expect: readExpectations(child(tree, 'expect'), world),
		lookAt: readOutcomes(child(tree, 'look-at'), world),
		exception: textOf(child(tree, 'exception')),
	};
}

const kindOf = (text: string | undefined): Overlay['kind'] => (text === 'action' || text === 'assumption' ? text : undefined);

/** Lay a change over the numbers and hold what comes of it to the bounds of each. */
function layChange({change, numbers: of}: Laid, numbers: Numbers, {problems}: Reader): void {
	applyChange(numbers.vector, change);
	const wrong = new Set<Origin>();
	for (const [i, origin] of of.entries()) {
		if (wrong.has(origin) || isAllowed(numbers.vector[change.slots[i]], change.spot, {...origin, problems})) continue;
		wrong.add(origin);
	}
	for (const origin of new Set(of)) {
		const known = numbers.origins.get(origin.path);
		if (known) numbers.origins.set(origin.path, {...known, spot: change.spot});
	}
}

/** Whether nothing before has changed the same values in the same months, or this what-if says that it comes after. */
function isFree(layer: Layer, {change, numbers}: Laid, owners: (Owner | undefined)[], {start, problems}: Reader): boolean {
	const met = new Set<Change>();
	for (const [i, slot] of change.slots.entries()) {
		const owner = owners[slot];
		owners[slot] = {layer, change};
		if (!owner || met.has(owner.change) || (owner.layer !== layer && layer.follows.has(owner.layer.file))) continue;
		met.add(owner.change);
		const {file, line, column} = owner.change.spot;
		const origin = numbers[i];
		const month = origin.field.when === 'monthly' ? ` in ${formatMonth(monthOf(change, numbers, i, start))}` : '';
		const remedy = owner.layer === layer ? 'change each value once' : `say which comes later: after: [${owner.layer.name.split('/').at(-1)}]`;
		problems.add(change.spot, 'overlap', `${origin.path}${month} is changed by ${file}:${line}:${column} too; ${remedy}`);
	}
	return met.size === 0;
}

function monthOf({from}: Change, numbers: readonly Origin[], index: number, start: number): number {
	let first = index;
	while (first > 0 && numbers[first - 1] === numbers[index]) first--;
	return (from ?? start) + index - first;
}
