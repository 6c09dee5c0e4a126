/** Reliefs: causes of shortfall, and what of the whole economy is changed once each is gone, in whatever order they go. */
import {formatMonth} from './calendar.ts';
import {type Laid, readChange} from './change.ts';
import {checkTogether, scaledBy} from './checks.ts';
import {labelOf} from './entities.ts';
import {layChange, monthOf, Owners} from './laying.ts';
import type {Numbers} from './parameters.ts';
import {Problems} from './problem.ts';
import type {Relief} from './program.ts';
import {type Item, place, type Sections} from './sections.ts';
import type {Reader} from './setting.ts';
import type {Built} from './structure.ts';
import {child, type Entry, entriesOf, isMapping, textOf} from './tree.ts';

/** More causes than these nobody can tell apart. */
const most = 20;

/** What reliefs are read against. */
type Ground = {
	readonly built: Built;
	readonly numbers: Numbers;
	/** The same numbers without the places at which the scenario sets them: what is wrong with a relief is to be mended in the relief. */
	readonly unplaced: Numbers['origins'];
	readonly reader: Reader;
	/** Whether the numbers are those of the scenario's files, without anything laid over them. */
	readonly asWritten: boolean;
	/** Which relief changes each slot. */
	readonly owners: Owners<Item>;
};

/**
 * Read the reliefs against the numbers that they change; everything wrong with them is reported.
 *
 * Over numbers that are not `asWritten`, a relief may have nothing left to change, and one that leaves the bounds is left out.
 */
export function readReliefs({items}: Sections, built: Built, numbers: Numbers, reader: Reader, asWritten: boolean): readonly Relief[] {
	const all = [...items.reliefs.values()];
	if (all.length > most) reader.problems.add(all[most].spot, 'too-large', `there are more than ${most} reliefs; take some causes together`);
	if (all.length === 0) return [];
	const unplaced = new Map([...numbers.origins].map(([path, origin]) => [path, {...origin, spot: undefined}]));
	const ground: Ground = {built, numbers, unplaced, reader, asWritten, owners: new Owners()};
	// No number is changed by two of them, so that all together change no more than there are.
	let room = numbers.layout.length;
	const reliefs: Relief[] = [];
	for (const item of all.slice(0, most)) {
		const laid: Laid[] = [];
		for (const entry of entriesOf(child(item.tree, 'change'))) {
			const one = room < 0 ? undefined : readOne(entry, item, ground);
			room -= one?.change.slots.length ?? 0;
			if (one) laid.push(one);
		}
		if (holds(item, laid, ground)) reliefs.push(reliefOf(item, laid));
	}
	return reliefs;
}

/** Read a change, whose values no other may change. */
function readOne(entry: Entry, item: Item, {numbers, reader, owners}: Ground): Laid | undefined {
	const laid = readChange(entry, undefined, item.provenance, numbers, reader);
	if (!laid) return undefined;
	const {change} = laid;
	for (const {owner, change: other, at} of owners.take(item, change)) {
		const origin = laid.numbers[at];
		const month = origin.field.when === 'monthly' ? ` in ${formatMonth(monthOf(laid, at, reader.start))}` : '';
		const by = owner === item ? `${place(other.spot)} too` : `the relief "${owner.id}" too, in ${place(other.spot)}`;
		const remedy = owner === item ? 'change each value once' : 'leave it to one of the two, or take both causes together';
		reader.problems.add(change.spot, 'overlap', `${origin.path}${month} is changed by ${by}; ${remedy}`);
	}
	return laid;
}

/** Whether a relief, laid alone over the numbers, changes any of them and leaves all within their bounds. */
function holds(item: Item, laid: readonly Laid[], {built, numbers, unplaced, reader, asWritten}: Ground): boolean {
	const problems = asWritten ? reader.problems : new Problems();
	const before = problems.count;
	const alone: Numbers = {layout: numbers.layout, vector: numbers.vector.slice(), origins: new Map(unplaced)};
	for (const one of laid) layChange(one, alone, problems);
	const changes = laid.map(({change}) => change);
	checkTogether(built, alone, reader.start, item.spot, problems, scaledBy(changes));
	const still = laid.every(({change: {slots}}) => slots.every(slot => Object.is(alone.vector[slot], numbers.vector[slot])));
	const change = child(item.tree, 'change');
	const read = isMapping(change) && change.entries.size === laid.length;
	if (asWritten && still && read) problems.add(item.spot, 'missing', `the relief "${item.id}" changes nothing: everything is as it says already`);
	return problems.count === before;
}

function reliefOf(item: Item, laid: readonly Laid[]): Relief {
	const {id, tree, spot, provenance} = item;
	const {sources, reason} = provenance;
	const kind = textOf(child(tree, 'kind')) === 'assumption' ? 'assumption' : 'action';
	return {id, label: labelOf(item), kind, changes: laid.map(({change}) => change), sources, reason, spot};
}
