/** Sweeps and searches along ways, as tables; over two ways also as a map. */
import type {Program} from '../scenario/program.ts';
import type {Sought, Target} from '../study/seek.ts';
import type {Sweep} from '../study/sweep.ts';
import {crossings} from '../study/sweep.ts';
import {formatNumber} from './number.ts';
import {scaled} from './scale.ts';
import type {Cell, Table} from './table.ts';
import {unitOf} from './why/words.ts';

/** A row a run: where it stood on each way, and its outcomes. */
export function sweepTable(program: Program, {ways, stations, outcomes, values}: Sweep): Table {
	return {
		name: 'sweep',
		title: `Along ${ways.map(({label}) => label).join(' and ')}`,
		columns: [...ways.map(({path, unit}) => ({name: path, unit})), ...outcomes.map(outcome => ({name: outcome.text, unit: unitOf(program, outcome)}))].map(
			({name, unit}) => (unit === '' ? {name} : {name, unit}),
		),
		rows: crossings(stations).map((place, run): Cell[] => [...place, ...values[run]]),
		notes: ways.map(({path, rest, unit}) =>
			rest === undefined ? `${path} is not one value in the scenario.` : `The scenario stands at ${path} = ${formatNumber(rest)} ${unit}.`,
		),
	};
}

/** From the least to the largest: how dark a cell of a map is. */
const shades = ['  ', '░░', '▒▒', '▓▓', '██'] as const;

/** One outcome over two ways: the first down, the second across. For people the larger numbers are the darker. */
export function mapTable(program: Program, {ways, stations, outcomes, values}: Sweep, o: number, forPeople: boolean): Table {
	const [down, across] = stations;
	const {unit, values: shown} = scaled(
		unitOf(program, outcomes[o]),
		values.map(row => row[o]),
	);
	const known = shown.filter(Number.isFinite);
	const [least, largest] = [Math.min(...known), Math.max(...known)];
	const shaded = (value: number): string => {
		const share = largest > least ? (value - least) / (largest - least) : 0;
		return `${shades[Math.min(shades.length - 1, Math.floor((share || 0) * shades.length))]} ${formatNumber(value)}`;
	};
	const cells: readonly Cell[] = forPeople ? shown.map(shaded) : shown;
	return {
		name: 'map',
		title: `${outcomes[o].text}${unit ? `, ${unit}` : ''}: ${ways[0].path} (${ways[0].unit}) down, ${ways[1].path} (${ways[1].unit}) across`,
		columns: [{name: ways[0].path}, ...across.map(value => ({name: formatNumber(value)}))],
		rows: down.map((value, d): Cell[] => [value, ...cells.slice(d * across.length, (d + 1) * across.length)]),
	};
}

/** The smallest change of each way that reaches the target, and of all together. */
export function seekTable(program: Program, target: Target, alone: readonly Sought[], together: readonly Sought[] | undefined): Table {
	const unit = unitOf(program, target.outcome);
	const row = (kind: string, {way, value, outcome, share, isReached}: Sought): Cell[] => [
		way.path,
		kind,
		way.unit,
		way.rest,
		value,
		share * 100,
		outcome,
		!isReached ? 'not reached: this is the best' : share === 0 ? 'as the scenario stands' : 'reached',
	];
	return {
		name: 'seek',
		title: `The smallest change that brings ${target.outcome.text} to ${target.side} ${formatNumber(target.value)}${unit ? ` ${unit}` : ''}`,
		columns: [
			{name: 'way'},
			{name: 'moved'},
			{name: 'unit'},
			{name: 'as it is'},
			{name: 'found'},
			{name: 'of the way', unit: '%'},
			{name: 'outcome', ...(unit && {unit})},
			{name: 'target'},
		],
		rows: [...alone.map(one => row('alone', one)), ...(together ?? []).map(one => row('together', one))],
		notes: alone.length > 1 && together === undefined ? ['All together do not reach it either.'] : [],
	};
}
