/** What-ifs laid over a scenario: each in its order, over the values month by month, and never before its point of divergence. */

import {formatMonth} from './calendar.ts';
import {type Laid, readChange, readMonth} from './change.ts';
import {readExpectations, readOutcomes} from './expectations.ts';
import {layChange, monthOf, Owners} from './laying.ts';
import type {World} from './measured.ts';
import type {Numbers} from './parameters.ts';
import type {Change, Overlay} from './program.ts';
import {nothing, provenanceOf} from './provenance.ts';
import type {Reader} from './setting.ts';
import type {Layer} from './stack.ts';
import {child, entriesOf, textOf} from './tree.ts';

const mostChanges = 500;

/** Read what-ifs and lay them over a copy of the numbers; everything wrong with them is reported. */
export function layOver(
	layers: readonly Layer[],
	numbers: Numbers,
	reader: Reader,
	world: World,
): {readonly overlays: readonly Overlay[]; readonly laid: Numbers} {
	if (layers.length === 0) return {overlays: [], laid: numbers};
	const laid: Numbers = {layout: numbers.layout, vector: numbers.vector.slice(), origins: new Map(numbers.origins)};
	const owners = new Owners<Layer>();
	const overlays = layers.map(layer => layOne(layer, laid, owners, reader, world));
	return {overlays, laid};
}

function layOne(layer: Layer, numbers: Numbers, owners: Owners<Layer>, reader: Reader, world: World): Overlay {
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
		if (isFree(layer, laid, owners, reader)) layChange(laid, numbers, reader.problems);
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

/** Whether nothing before has changed the same values in the same months, or this what-if says that it comes after. */
function isFree(layer: Layer, laid: Laid, owners: Owners<Layer>, {start, problems}: Reader): boolean {
	const met = owners.take(layer, laid.change, before => before !== layer && layer.follows.has(before.file));
	for (const {owner, change, at} of met) {
		const {file, line, column} = change.spot;
		const origin = laid.numbers[at];
		const month = origin.field.when === 'monthly' ? ` in ${formatMonth(monthOf(laid, at, start))}` : '';
		const remedy = owner === layer ? 'change each value once' : `say which comes later: after: [${owner.name.split('/').at(-1)}]`;
		problems.add(laid.change.spot, 'overlap', `${origin.path}${month} is changed by ${file}:${line}:${column} too; ${remedy}`);
	}
	return met.length === 0;
}
