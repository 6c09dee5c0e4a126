/** Moved levers as the text of a what-if: the fewest changes by which a file says the same as the screen shows. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {slotOf} from '../economy/parameters.ts';
import {formatMonth} from '../scenario/calendar.ts';
import {printable} from '../scenario/problem.ts';
import type {Lever, Origin, Program} from '../scenario/program.ts';
import {type Bench, type Positions, vectorAt} from './bench.ts';

/** What the file is to say beside the changes. */
export type Wish = {readonly title: string; readonly reason: string; readonly lookAt: readonly string[]};

/** What the file stands on: the scenario, or a what-if; and the parameters that this has. */
export type Base = {readonly file: string; readonly vector: Float64Array};

/** The text of a what-if in that file. */
export function whatIfText(bench: Bench, positions: Positions, wish: Wish, base: Base, file: string): string {
	const moved = bench.levers.filter(({id}) => positions.has(id));
	const kind = moved.every(lever => lever.kind === 'action') && moved.length > 0 ? 'action' : 'assumption';
	const lines = base.vector === bench.program.vector ? leverLines(bench, moved, positions) : valueLines(bench, positions, base);
	const from = path.dirname(file);
	return [
		...schemaLine(bench.program, from),
		'counterplan: 1',
		'file: what-if',
		`extends: ${quoted(slashed(path.relative(from, base.file)))}`,
		`title: ${quoted(wish.title)}`,
		`kind: ${kind}`,
		`reason: ${quoted(wish.reason)}`,
		'change:',
		...lines,
		...(wish.lookAt.length > 0 ? [`look-at: [${wish.lookAt.map(quoted).join(', ')}]`] : []),
		'',
	].join('\n');
}

/** A text as YAML has it; JSON's strings are YAML's. */
const quoted = (text: string): string =>
	/^[A-Za-z./][\w ./()*–-]*$/.test(text) && !/\s$/.test(text) && !words.has(text.toLowerCase()) ? text : JSON.stringify(printable(text));
/** What YAML would not take for text. */
const words = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', '.nan', '.inf', '~']);

const slashed = (file: string): string => file.split(path.sep).join('/');

/** The line by which editors find the schema, after that of the scenario, if it has one. */
function schemaLine({files: [scenario]}: Program, from: string): string[] {
	const schema = /^# yaml-language-server: \$schema=(\S+)\/scenario\.json/.exec(readFileSync(scenario, 'utf8'))?.[1];
	return schema === undefined
		? []
		: [`# yaml-language-server: $schema=${slashed(path.relative(from, path.join(path.dirname(scenario), schema, 'what-if.json')))}`];
}

/** The numbers of a lever that it has in the end, no other lever having them after it. */
type Share = {readonly path: string; readonly origin: Origin; readonly own: number; readonly first: number; readonly last: number; readonly apart: boolean};

function sharesOf(lever: Lever, later: ReadonlySet<number>, program: Program): Share[] {
	const months = lever.slots.length / lever.paths.length;
	return lever.paths.map((name, i) => {
		const slots = lever.slots.subarray(i * months, (i + 1) * months);
		const own = [...slots.keys()].filter(month => !later.has(slots[month]));
		const [first = 0, last = -1] = [own[0], own.at(-1)];
		return {path: name, origin: program.origins.get(name)!, own: own.length, first, last, apart: own.length > 0 && last - first + 1 > own.length};
	});
}

function leverLines(bench: Bench, moved: readonly Lever[], positions: Positions): string[] {
	const {program} = bench;
	const later = new Set<number>();
	const found = moved.toReversed().map(lever => {
		const shares = sharesOf(lever, later, program);
		for (const slot of lever.slots) later.add(slot);
		return {lever, shares};
	});
	const entries = found.reverse();
	// A path stands once in a file: numbers that several levers share out among the months are written month by month.
	const owners = new Map<string, number>();
	for (const {shares} of entries) for (const share of shares) if (share.own > 0) owners.set(share.path, (owners.get(share.path) ?? 0) + 1);
	const apart = new Set(entries.flatMap(({shares}) => shares.filter(share => share.apart || (owners.get(share.path) ?? 0) > 1).map(share => share.path)));
	const lines = entries.flatMap(({lever, shares}) => linesOf(lever, shares, apart, positions.get(lever.id) ?? 0, program));
	return [...lines, ...datedLines(program, apart, vectorAt(bench, positions), program.vector)];
}

function linesOf(lever: Lever, shares: readonly Share[], apart: ReadonlySet<string>, position: number, program: Program): string[] {
	const months = lever.slots.length / lever.paths.length;
	const note = `  # ${printable(lever.label)}`;
	const whole = (share: Share): boolean => share.own === months && !apart.has(share.path);
	if (shares.every(whole)) return [note, `  ${key(lever.path)}: {${changeOf(lever, position)}${monthsOf(lever, shares[0], months, program)}}`];
	const own = shares.filter(share => share.own > 0 && !apart.has(share.path));
	const lines = own.map(share => `  ${key(share.path)}: {${changeOf(lever, position)}${monthsOf(lever, share, months, program)}}`);
	return lines.length > 0 ? [`${note}, where no other change below has the same number`, ...lines] : [];
}

/** `set: 6 ports`, `scale: 1.5`. */
function changeOf({operation, unit}: Lever, position: number): string {
	if (operation === 'scale') return `scale: ${position}`;
	return unit === '1' ? `set: ${position}` : `set: ${quoted2(`${position} ${unit}`)}`;
}

/** A quantity goes without quotes where YAML reads it as text. */
const quoted2 = (text: string): string => (/^-?[\d.e+-]+ [\w%*/() ^-]+$/.test(text) ? text : JSON.stringify(text));

const key = (name: string): string => (/^[a-z][\w.*-]*$/.test(name) ? name : JSON.stringify(name));

function monthsOf({from}: Lever, {origin, first, last}: Share, months: number, {start}: Program): string {
	if (origin.field.when !== 'monthly') return '';
	const begins = from + first;
	return `${begins > start ? `, from: ${formatMonth(begins)}` : ''}${last < months - 1 ? `, until: ${formatMonth(from + last)}` : ''}`;
}

/** Everything by which the screen differs from the base, number by number. */
const valueLines = ({program, ...bench}: Bench, positions: Positions, {vector}: Base): string[] =>
	datedLines(program, new Set(program.origins.keys()), vectorAt({program, ...bench}, positions), vector);

/** Values month by month for the paths whose numbers differ from those of the base. */
function datedLines(program: Program, paths: ReadonlySet<string>, vector: Float64Array, base: Float64Array): string[] {
	return [...paths].flatMap(name => {
		const origin = program.origins.get(name)!;
		const {place, row, field, unit} = origin;
		const months = field.when === 'monthly' ? program.layout.months : 1;
		const slots = Array.from({length: months}, (_, month) => slotOf(program.layout, place, row, month));
		const differs = slots.findIndex(slot => !Object.is(vector[slot], base[slot]));
		if (differs < 0) return [];
		const written = (month: number): string =>
			field.options ? String(field.options[vector[slots[month]]]) : unit === '1' ? String(vector[slots[month]]) : quoted2(`${vector[slots[month]]} ${unit}`);
		if (months === 1) return [`  ${key(name)}: {set: ${written(0)}}`];
		const dated = slots.flatMap((slot, month) =>
			month === differs || (month > differs && !Object.is(vector[slot], vector[slots[month - 1]]))
				? [`${formatMonth(program.start + month)}: ${written(month)}`]
				: [],
		);
		return [`  ${key(name)}: {set: {values: {${dated.join(', ')}}}${differs > 0 ? `, from: ${formatMonth(program.start + differs)}` : ''}}`];
	});
}
