/** What binds along a way, as stretches, and over two ways, as a map. */
import type {Outcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import type {BindingMap, Bound} from '../study/binding.ts';
import {crossings} from '../study/sweep.ts';
import type {Stretch} from '../study/threshold.ts';
import type {Way} from '../study/vary.ts';
import {causeLetters, othersLetter} from './cause-letters.ts';
import {formatNumber} from './number.ts';
import {type Cell, cellColours, type Table, type TableColumn} from './table.ts';
import {percent, unitOf} from './why/words.ts';

const leads = 'The lead is by how much more of what is lost the cause takes than the next.';

/** The stretches of a way over which the same cause takes most of what is lost. */
export function thresholdTable(program: Program, way: Way, outcome: Outcome, found: readonly Stretch[]): Table {
	const unit = unitOf(program, outcome);
	return {
		name: 'threshold',
		title: `What most is lost to, along ${way.label}`,
		columns: [
			{name: 'from', unit: way.unit},
			{name: 'to', unit: way.unit},
			{name: 'lost most to'},
			{name: 'lead at the first', unit: '%'},
			{name: 'lead at the last', unit: '%'},
			{name: `${outcome.text} at the first`, ...(unit && {unit})},
			{name: 'at the last', ...(unit && {unit})},
		],
		rows: found.map(({from, to, binding, leads: [first, last], outcomes}): Cell[] => [from, to, binding, first * 100, last * 100, ...outcomes]),
		notes: [leads, standsAt(way)],
	};
}

/** A row for each pair of stations: what most is lost to there, its share of what is lost, its lead over the next, and the outcome. */
export function stationsTable(program: Program, {ways, stations, outcome, bounds}: BindingMap): Table {
	const unit = unitOf(program, outcome);
	const cells = (bound: Bound | undefined): readonly Cell[] =>
		bound ? [bound.binding, bound.share * 100, bound.lead * 100, bound.next, bound.outcome] : ['the run failed', undefined, undefined, undefined, undefined];
	return {
		name: 'threshold',
		title: `What most is lost to, over ${ways.map(({label}) => label).join(' and ')}`,
		columns: [
			...ways.map(({path, unit: own}): TableColumn => ({name: path, unit: own})),
			{name: 'lost most to'},
			{name: 'share', unit: '%'},
			{name: 'lead', unit: '%'},
			{name: 'next'},
			{name: outcome.text, ...(unit && {unit})},
		],
		rows: crossings(stations).map((place, run): Cell[] => [...place, ...cells(bounds[run])]),
		notes: [leads, ...ways.map(standsAt)],
	};
}

/** What most is lost to, the first way down, the second across. For people causes are letters, and the place of the scenario is marked. */
export function bindingMapTable(program: Program, map: BindingMap, forPeople: boolean): Table {
	const {ways, stations, outcome, bounds} = map;
	const [down, across] = stations;
	const markOf = marksOf(program);
	const here = placeOf(map);
	const legend = legendOf(bounds, markOf);
	const colours = new Map(legend.map((text, i) => [text.charAt(0), cellColours[i]]));
	const cells = bounds.map((bound, run): Cell => {
		if (!forPeople) return bound?.binding;
		return run === here ? `[${markOf(bound)}]` : ` ${markOf(bound)} `;
	});
	return {
		name: 'map',
		title: `What most is lost to in the months of ${outcome.text}: ${ways[0].path} (${ways[0].unit}) down, ${ways[1].path} (${ways[1].unit}) across`,
		columns: [{name: ways[0].path}, ...across.map(value => ({name: formatNumber(value)}))],
		rows: down.map((value, d): Cell[] => [value, ...cells.slice(d * across.length, (d + 1) * across.length)]),
		notes: [
			legend.join(', '),
			...(here === undefined ? [] : ['[ ] is the station nearest to where the scenario stands.']),
			...ways.map(standsAt),
			asItStands(map),
		],
		colourOf: cell => (typeof cell === 'string' ? colours.get(cell.charAt(1)) : undefined),
	};
}

type MarkOf = (bound: Bound | undefined) => string;

function marksOf(program: Program): MarkOf {
	const letters = causeLetters(program);
	return bound => (bound === undefined ? '?' : bound.cause === undefined ? '.' : (letters.get(bound.cause) ?? othersLetter));
}

/** `d Damage`, `s Specialists`: every mark of the map, the one of most stations first. */
function legendOf(bounds: BindingMap['bounds'], markOf: MarkOf): readonly string[] {
	const counts = new Map<string, number>();
	for (const bound of bounds) {
		const text = `${markOf(bound)} ${bound?.binding ?? 'the run failed'}`;
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
}

/** The place on the map nearest to where the scenario stands; undefined where it stands at no one value, or off the map. */
function placeOf({ways, stations: [down, across]}: BindingMap): number | undefined {
	const [d, a] = [nearestTo(ways[0], down), nearestTo(ways[1], across)];
	return d === undefined || a === undefined ? undefined : d * across.length + a;
}

function nearestTo({rest, from, to}: Way, values: readonly number[]): number | undefined {
	if (rest === undefined || rest < from || rest > to) return undefined;
	return values.reduce((best, value, i) => (Math.abs(value - rest) < Math.abs(values[best] - rest) ? i : best), 0);
}

const standsAt = ({path, rest, unit}: Way): string =>
	rest === undefined ? `${path} is not one value in the scenario.` : `The scenario stands at ${path} = ${formatNumber(rest)} ${unit}.`;

function asItStands({standing: {binding, cause, share, lead, next}}: BindingMap): string {
	if (cause === undefined) return 'As it stands, nothing is lost.';
	const over = next === undefined ? '' : `, ${percent(lead)} more than to ${next}`;
	return `As it stands, most is lost to ${binding}: ${percent(share)} of it${over}.`;
}
