/** The screen of money and trade: funds, the account abroad, exports and imports by year, and the chosen one by month. */
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import type {Table} from '../../report/table.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import {type GridCell, type GridColumn, grid} from '../drawing/grid.ts';
import {fitTo, type Line, nothing, titled} from '../drawing/lines.ts';
import type {Scene, Screen, Size} from '../scene.ts';
import {chosenPlace} from './arranged.ts';
import {moreCell} from './differences.ts';
import {emptyPane} from './empty-pane.ts';
import {type MoneyRow, moneyRows, shownMoney} from './money-rows.ts';
import {runChart} from './run-chart.ts';
import {isWhatIf, monthOf, percentMore, yearOf} from './runs.ts';

/** Cells that a year's number takes with the gap before it. */
const yearWidth = 9;
/** Cells that a name has at the least, and at the most; years further off are left out instead. */
const [narrowest, narrow, broad] = [30, 36, 56];

function draw(scene: Scene, size: Size): readonly Line[] {
	const list = scene.state.lists.money;
	const rows = shownMoney(scene, list);
	const focused = scene.state.pane === 'screen';
	if (moneyRows(scene).length === 0)
		return emptyPane('Money and trade by year', 'No money is needed or spent in this scenario, and nothing is sold or bought abroad.', scene, size);
	const place = chosenPlace(list, rows.length);
	const below = size.height < 16 ? 0 : Math.max(8, Math.min(18, Math.floor(size.height * 0.42)));
	const upper = {width: size.width, height: size.height - below};
	const table = titled('Money and trade by year', gridOf(scene, rows, place, {...upper, height: upper.height - 1}), upper, scene.look, {
		focused,
		note: list.filter === '' ? 'cash and accounts at the end of the year' : `filter: ${list.filter}`,
	});
	return below === 0 ? table : [...table, ...chartPane(scene, rows[place], {width: size.width, height: below})];
}

function gridOf(scene: Scene, rows: readonly MoneyRow[], place: number, size: Size): readonly Line[] {
	const {now} = scene;
	const here = yearOf(scene);
	const whatIf = isWhatIf(scene);
	const room = Math.max(size.width < 70 ? narrowest : narrow, Math.min(broad, size.width - now.years.length * yearWidth - (whatIf ? yearWidth : 0) - 2));
	const columns: GridColumn[] = [
		{name: 'what', keep: 0, most: room, least: room},
		...now.years.map(({label}, i): GridColumn => ({name: label, align: 'right', keep: 1 + Math.abs(i - here)})),
		...(whatIf ? [{name: 'change %', align: 'right', keep: 1} as const] : []),
	];
	const shown: GridCell[][] = [];
	let selected = 0;
	for (const [i, row] of rows.entries()) {
		if (row.section !== rows[i - 1]?.section) shown.push([{text: row.section, style: {role: 'title', bold: true}}]);
		if (i === place) selected = shown.length;
		shown.push([...cellsOf(scene, row, room), ...(whatIf ? [moreCell(moreOverRun(scene, row))] : [])]);
	}
	const empty = `Nothing here has the words "${scene.state.lists.money.filter}".`;
	return grid({columns, rows: shown, selected, focused: scene.state.pane === 'screen', empty}, size, scene.look);
}

/** What it comes to each year in one unit, which stands with its name. */
function cellsOf({now}: Scene, row: MoneyRow, room: number): GridCell[] {
	const {unit, values} = byYear(
		row,
		now.years.map(year => row.over(now, year)),
	);
	const suffix = unit === '' ? '' : `, ${unit}`;
	const label = fitTo(row.label, Math.max(8, Math.min(row.label.length, room - suffix.length - 2))).trimEnd();
	return [`  ${label}${suffix}`, ...values];
}

function byYear({unit, kind}: MoneyRow, numbers: readonly (number | undefined)[]) {
	if (kind === 'share') return {unit: '%', values: numbers.map(value => (value === undefined ? undefined : value * 100))};
	const {unit: shown, values} = scaled(
		kind === 'flow' ? unit.replace(/\/month$/, '') : unit,
		numbers.map(value => value ?? 0),
	);
	return {unit: shown, values: values.map((value, i) => (numbers[i] === undefined ? undefined : value))};
}

function moreOverRun({now, bench}: Scene, row: MoneyRow): number | undefined {
	const whole = {label: '', from: 0, to: now.run.series.months - 1};
	return percentMore(row.over(bench.baseline, whole), row.over(now, whole));
}

function chartPane(scene: Scene, row: MoneyRow | undefined, size: Size): readonly Line[] {
	if (!row) return titled('By month', nothing('No row is chosen.', {...size, height: size.height - 1}, scene.look), size, scene.look);
	const {unit, kind, valuesOf} = row;
	const lines = runChart(scene, {title: '', unit, kind, valuesOf}, {width: size.width, height: size.height - 1});
	return titled(nameOf(row), lines, size, scene.look, {note: 'by month'});
}

const nameOf = ({section, label}: MoneyRow): string => `${section}: ${label}`;

function tables(scene: Scene): readonly Table[] {
	const {now, bench} = scene;
	const rows = shownMoney(scene, scene.state.lists.money);
	const row = rows[chosenPlace(scene.state.lists.money, rows.length)];
	const years: Table = {
		name: 'money',
		title: 'Money and trade by year',
		columns: ['section', 'what', 'unit', ...now.years.flatMap(({label}) => [label, `baseline-${label}`])].map(name => ({name})),
		rows: rows.map(one => [
			one.section,
			one.label,
			one.kind === 'flow' ? one.unit.replace(/\/month$/, '') : one.unit,
			...now.years.flatMap(year => [one.over(now, year), one.over(bench.baseline, year)]),
		]),
	};
	return row ? [years, monthsTable(scene, row)] : [years];
}

function monthsTable({now, bench}: Scene, row: MoneyRow): Table {
	const {start, months} = now.run.series;
	const [here, before] = [now, bench.baseline].map(row.valuesOf);
	return {
		name: 'money-by-month',
		title: nameOf(row),
		columns: [{name: 'month'}, {name: 'what-if', unit: row.unit}, {name: 'baseline', unit: row.unit}],
		rows: Array.from({length: months}, (_, t) => [formatMonth(start + t), here?.[t], before?.[t]]),
	};
}

function say(scene: Scene): string {
	const rows = shownMoney(scene, scene.state.lists.money);
	const row = rows[chosenPlace(scene.state.lists.money, rows.length)];
	if (!row) return 'No money moves in this scenario, or the filter leaves nothing.';
	const {now} = scene;
	const {unit, values} = byYear(
		row,
		now.years.map(year => row.over(now, year)),
	);
	const years = now.years.map(({label}, i) => `${label} ${formatNumber(values[i] ?? Number.NaN)}`).join(', ');
	const month = monthOf(scene);
	const at = row.valuesOf(now)?.[month];
	const inMonth =
		at === undefined
			? ''
			: ` In ${formatMonth(now.run.series.start + month)}: ${formatNumber(row.kind === 'share' ? at * 100 : at)} ${row.kind === 'share' ? '%' : row.unit}.`;
	return `${nameOf(row)}, ${unit}: ${years}.${inMonth}`;
}

/** Funds and trade. */
export const money: Screen = {
	id: 'money',
	title: 'Money',
	about: 'what the funds needed, received and spent, the account abroad, and what was sold and bought',
	draw,
	list: {
		rows: (scene, list) => shownMoney(scene, list).map(row => ({id: row.id, words: nameOf(row)})),
		columns: [],
		opens: false,
	},
	tables,
	say,
};
