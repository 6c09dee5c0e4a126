/** The screen that compares: headline outcomes of the pinned run and of the present one, and the chosen outcome by month. */
import type {Findings} from '../../report/findings.ts';
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import type {Cell, Table} from '../../report/table.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import {type Curve, chart} from '../drawing/chart.ts';
import {type GridCell, type GridColumn, type GridSpec, grid} from '../drawing/grid.ts';
import {fitTo, type Line, nothing, titled, wrap} from '../drawing/lines.ts';
import {paint} from '../look.ts';
import {nameOf} from '../names.ts';
import {reducedAs} from '../outcomes.ts';
import type {Scene, Screen, Size} from '../scene.ts';
import {chosenPlace, orderOf} from './arranged.ts';
import {comparedOutcomes, type OutcomeRow, outcomeKeys, partingOf} from './compare-rows.ts';
import {inScale, scaleOf} from './curves.ts';
import {moreCell, signed} from './differences.ts';
import {monthOf, yearOf} from './runs.ts';

/** Rows of the table of the chosen outcome: its rule, the years, A, B and the difference. */
const yearsHeight = 5;

function draw(scene: Scene, size: Size): readonly Line[] {
	const list = scene.state.lists.compare;
	const rows = comparedOutcomes(scene, list);
	const chosen = rows[chosenPlace(list, rows.length)];
	const heading = headingLines(scene, size.width);
	const room = size.height - heading.length;
	const years = room >= 24 ? yearsHeight : 0;
	const below = room < 14 ? 0 : Math.max(7, Math.min(20, Math.floor((room - years) * 0.42)));
	const parts = [...heading, ...listPane(scene, rows, {width: size.width, height: room - years - below})];
	if (years > 0) parts.push(...yearsPane(scene, chosen, {width: size.width, height: years}));
	if (below > 0) parts.push(...chartPane(scene, chosen, {width: size.width, height: below}));
	return parts;
}

/** Whether there would be more room alone: so high a screen has levers beside it. */
const besideLevers = ({width, height}: Size): boolean => width < 120 && height >= 12;

const nameOfA = ({pinned, state}: Scene): string => (state.pin === undefined ? 'baseline' : pinned.name);
const nameOfB = ({bench, state}: Scene): string => nameOf(bench, state);

/** What A and B are, and where they part. */
function headingLines(scene: Scene, width: number): Line[] {
	const names = [`A: ${nameOfA(scene)}`, `B: ${nameOfB(scene)}`]
		.flatMap(name => wrap(name, width))
		.map(line => paint(fitTo(line, width), {role: 'title', bold: true}, scene.look));
	const where = wrap(partingLine(scene), width).map(line => paint(fitTo(line, width), {role: 'faint'}, scene.look));
	return [...names, ...where];
}

/** `First different in 1946-04, in 12 of 1,204 series; the 7 months before are the same to the last bit.` */
function partingLine(scene: Scene): string {
	const {month, differing, shared} = partingOf(scene);
	const {start} = scene.now.run.series;
	if (month === undefined)
		return `A and B are the same run: no series differs in any month.${scene.bench.levers.length > 0 ? ' Move a lever, or pin another run as A (c).' : ''}`;
	const before = month - start;
	const same =
		before <= 0
			? 'it is the first month of the run'
			: `the ${before} ${before === 1 ? 'month' : 'months'} before ${before === 1 ? 'is' : 'are'} the same to the last bit`;
	return `First different in ${formatMonth(month)}, in ${formatNumber(differing)} of ${formatNumber(shared)} series; ${same}.`;
}

function listPane(scene: Scene, rows: readonly OutcomeRow[], size: Size): Line[] {
	const {state, look, now} = scene;
	const list = state.lists.compare;
	const focused = state.pane === 'screen';
	const here = yearOf(scene);
	const columns: GridColumn[] = [
		{name: 'outcome', keep: 0, most: 38, least: 18},
		{name: 'A', align: 'right', keep: 0},
		{name: 'B', align: 'right', keep: 0},
		{name: '%', align: 'right', keep: 0},
		{name: 'unit', keep: now.years.length + 3},
		{name: 'over the run', keep: now.years.length + 4},
		...now.years.map(({label}, i): GridColumn => ({name: label, align: 'right', keep: 2 + Math.abs(i - here)})),
	];
	const spec: GridSpec = {
		columns,
		rows: rows.map(cellsOf),
		selected: chosenPlace(list, rows.length),
		focused,
		empty: `No outcome has the words "${list.filter}".`,
		sort: orderOf(
			rows,
			list,
			outcomeKeys.map(([, key]) => key),
		),
	};
	const body = {width: size.width, height: size.height - 1};
	const narrow = grid(spec, body, look);
	const hides = !state.zoomed && besideLevers(size) && / hidden\b/.test(narrow.at(-1) ?? '');
	const lines = hides ? grid({...spec, notes: [focused ? 'z shows them' : 'Tab, then z shows them']}, body, look) : narrow;
	return titled('Over the run, and B over A by year in per cent', lines, size, look, {focused});
}

function cellsOf({outcome, overRun, byYear}: OutcomeRow): GridCell[] {
	const {unit, numbers} = inOneUnit(unitOver(outcome), [overRun.a, overRun.b]);
	return [outcome.label, ...numbers, moreCell(overRun.more), unit, reducedAs(outcome), ...byYear.map(({more}) => moreCell(more))];
}

const unitOver = ({unit, over}: OutcomeRow['outcome']): string => (unit === '1' ? '' : over.reduce === 'sum' ? unit.replace(/\/month$/, '') : unit);

function inOneUnit(unit: string, numbers: readonly (number | undefined)[]) {
	const known = scaled(
		unit,
		numbers.map(number => number ?? 0),
	);
	return {unit: known.unit, numbers: numbers.map((number, i) => (number === undefined ? undefined : known.values[i]))};
}

/** The chosen outcome by year. */
function yearsPane(scene: Scene, chosen: OutcomeRow | undefined, size: Size): Line[] {
	const {now, look} = scene;
	const body = {width: size.width, height: size.height - 1};
	if (!chosen) return titled('By year', nothing('No outcome is chosen.', body, look), size, look);
	const here = yearOf(scene);
	const count = chosen.byYear.length;
	const {unit, numbers} = inOneUnit(unitOver(chosen.outcome), [...chosen.byYear.map(({a}) => a), ...chosen.byYear.map(({b}) => b)]);
	const columns: GridColumn[] = [
		{name: unit === '' ? 'run' : unit, keep: 0},
		...now.years.map(({label}, i): GridColumn => ({name: label, align: 'right', keep: 1 + Math.abs(i - here)})),
	];
	const rows: GridCell[][] = [
		['A', ...numbers.slice(0, count)],
		['B', ...numbers.slice(count)],
		['B over A, %', ...chosen.byYear.map(({more}) => moreCell(more))],
	];
	return titled(`${chosen.outcome.label} by year`, grid({columns, rows}, body, look), size, look);
}

function chartPane(scene: Scene, chosen: OutcomeRow | undefined, size: Size): Line[] {
	const {pinned, now, state, look} = scene;
	const body = {width: size.width, height: size.height - 1};
	if (!chosen) return titled('By month', nothing('No outcome is chosen.', body, look), size, look);
	const {entity, quantity, unit, label} = chosen.outcome;
	const seriesOf = ({track}: Findings) => track(entity, quantity)?.values;
	const [a, b] = [seriesOf(pinned.findings), seriesOf(now)];
	if (!a || !b) return titled(label, nothing(`Run ${a ? 'B' : 'A'} has no such series.`, body, look), size, look);
	const curves: Curve[] = state.asDifference
		? [{name: 'B less A', values: b.map((value, t) => value - (a[t] ?? Number.NaN)), role: 'what-if'}]
		: [
				{name: 'A', values: a, role: state.pin === undefined ? 'baseline' : 'pinned', dashed: true},
				{name: 'B', values: b, role: 'what-if'},
			];
	const scale = scaleOf(unit, chosen.kind, [...curves.map(({values}) => values)]);
	const spec = {
		title: '',
		unit: scale.unit,
		start: now.run.series.start,
		curves: curves.map(curve => ({...curve, values: inScale(curve.values, scale)})),
		cursor: monthOf(scene),
	};
	return titled(state.asDifference ? `${label}: B less A` : label, chart(spec, body, look), size, look, {note: 'by month'});
}

function tables(scene: Scene): readonly Table[] {
	const {now, pinned} = scene;
	const rows = comparedOutcomes(scene, scene.state.lists.compare);
	const chosen = rows[chosenPlace(scene.state.lists.compare, rows.length)];
	const outcomes: Table = {
		name: 'compare',
		title: `${nameOfA(scene)} (A) beside ${nameOfB(scene)} (B)`,
		columns: ['outcome', 'what', 'unit', 'period', 'A', 'B', 'percent'].map(name => ({name})),
		rows: rows.flatMap(({id, outcome, overRun, byYear}) => {
			const line = (period: string, {a, b, more}: OutcomeRow['overRun']): Cell[] => [id, outcome.label, unitOver(outcome), period, a, b, more];
			return [line('run', overRun), ...byYear.map((pair, i) => line(now.years[i].label, pair))];
		}),
		notes: [partingLine(scene)],
	};
	if (!chosen) return [outcomes];
	const {entity, quantity, unit, label} = chosen.outcome;
	const [a, b] = [pinned.findings, now].map(({track}) => track(entity, quantity)?.values);
	const {start, months} = now.run.series;
	const byMonth: Table = {
		name: 'compare-by-month',
		title: label,
		columns: [{name: 'month'}, {name: 'A', unit}, {name: 'B', unit}],
		rows: Array.from({length: months}, (_, t) => [formatMonth(start + t), a?.[t], b?.[t]]),
	};
	return [outcomes, byMonth];
}

function say(scene: Scene): string {
	const rows = comparedOutcomes(scene, scene.state.lists.compare);
	const chosen = rows[chosenPlace(scene.state.lists.compare, rows.length)];
	const first = `A is ${nameOfA(scene)}, B ${nameOfB(scene)}. ${partingLine(scene)}`;
	if (!chosen) return first;
	const {outcome, overRun, byYear} = chosen;
	const {unit, numbers} = inOneUnit(unitOver(outcome), [overRun.a, overRun.b]);
	const [a, b] = numbers.map(number => (number === undefined ? 'not there' : formatNumber(number)));
	const years = scene.now.years.flatMap(({label}, i) => (byYear[i].more === undefined ? [] : [`${label} ${signed(byYear[i].more)} %`]));
	return `${first} ${outcome.label} ${reducedAs(outcome)}: A ${a}, B ${b}${unit === '' ? '' : ` ${unit}`}${overRun.more === undefined ? '' : ` (${signed(overRun.more)} %)`}. By year: ${years.join(', ')}.`;
}

/** Two runs beside one another. */
export const compare: Screen = {
	id: 'compare',
	title: 'Compare',
	about: 'the pinned run, A, beside the present one, B: headline outcomes by year, and where the runs part',
	draw,
	list: {
		rows: (scene, list) => comparedOutcomes(scene, list).map(({id, outcome}) => ({id, words: outcome.label})),
		columns: outcomeKeys.map(([name]) => name),
		opens: false,
	},
	tables,
	say,
};
