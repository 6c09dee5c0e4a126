/** Supply: deliveries followed from the port of loading to the furnace, and every fuel and material from where it comes to who used it. */
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import type {Cell, Table} from '../../report/table.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import {bar} from '../drawing/bars.ts';
import {type GridCell, type GridColumn, grid} from '../drawing/grid.ts';
import {type Line, nothing, titled} from '../drawing/lines.ts';
import type {Scene, Screen, Size} from '../scene.ts';
import {freshList} from '../state.ts';
import {isWhatIf} from './runs.ts';
import {type SupplyRow, supplyColumns, supplyRows} from './supply-rows.ts';
import {wayLines, wayOf} from './supply-way.ts';

export const supply: Screen = {
	id: 'supply',
	title: 'Supply',
	about: 'deliveries from the port of loading to the furnace: what was lost on the way, of what grade it was, who used it',
	draw,
	list: {rows: supplyRows, columns: supplyColumns, opens: true},
	tables: scene => [routesAndGoods(scene), ...chosenTables(scene)],
	say,
};

const list = ({state}: Scene) => state.lists.supply;

function chosen(scene: Scene): SupplyRow | undefined {
	const {open, row} = list(scene);
	const rows = supplyRows(scene, list(scene));
	return rows.find(({id}) => id === open) ?? rows[Math.min(row, rows.length - 1)];
}

function draw(scene: Scene, size: Size): readonly Line[] {
	const row = chosen(scene);
	if (!row) return titled('Supply', nothing(whyEmpty(scene), {...size, height: size.height - 1}, scene.look), size, scene.look, {focused: isFocused(scene)});
	if (list(scene).open !== undefined) return followed(scene, row, size, true);
	const rows = supplyRows(scene, list(scene)).length;
	const upper = Math.max(6, Math.min(rows + 4, Math.round(size.height * 0.32)));
	return [...listPane(scene, {...size, height: upper}), ...followed(scene, row, {...size, height: size.height - upper}, false)];
}

const isFocused = ({state}: Scene): boolean => state.pane === 'screen';

function whyEmpty(scene: Scene): string {
	const {filter} = list(scene);
	if (filter !== '') return `No route or good has all the words of “${filter}”. Esc shows all again.`;
	return 'No route brings anything in, and nothing is used to make or to heat anything in this scenario.';
}

const columns: readonly GridColumn[] = [
	{name: 'what', least: 30},
	{name: 'kind', keep: 5},
	{name: 'unit', keep: 3},
	{name: 'wanted', align: 'right', keep: 4},
	{name: 'came', align: 'right', keep: 2},
	{name: 'met', align: 'right', keep: 1},
	{name: '', keep: 6},
	{name: 'fit', align: 'right', keep: 2},
	{name: 'baseline', align: 'right', keep: 3},
];

function listPane(scene: Scene, size: Size): Line[] {
	const {look, bench} = scene;
	const {row, sort, reversed, filter} = list(scene);
	const rows = supplyRows(scene, list(scene));
	const none = bench.program.ids.routes.length === 0 ? 'no route: nothing is brought in from outside' : '';
	const lines = grid(
		{
			columns: isWhatIf(scene) ? columns : columns.slice(0, -1),
			rows: rows.map(one => rowCells(one, scene)),
			selected: Math.min(row, rows.length - 1),
			focused: isFocused(scene),
			...(sort === undefined ? {} : {sort: {column: columns.findIndex(({name}) => name === supplyColumns[sort]), reversed}}),
		},
		{width: size.width, height: size.height - 1},
		look,
	);
	const note = filter !== '' ? `“${filter}”` : none || 'over the whole run';
	return titled('Routes, fuels and materials', lines, size, look, {focused: isFocused(scene), note});
}

function rowCells({entity, sort, now, baseline}: SupplyRow, {look}: Scene): GridCell[] {
	return [
		entity.label,
		sort,
		entity.unit,
		now.wanted > 0 ? now.wanted : undefined,
		now.came,
		percent(now.share),
		now.share === undefined ? '' : bar(now.share, 10, now.share < 0.5 ? 'bad' : now.share < 0.95 ? 'accent' : 'good', look),
		percent(now.fit),
		percent(baseline.share),
	];
}

const percent = (share: number | undefined): string => (share === undefined ? '' : `${formatNumber(share * 100)} %`);

/** A route or a good, from the port of loading or from where it comes to who used it. */
function followed(scene: Scene, {entity}: SupplyRow, size: Size, open: boolean): Line[] {
	const title = `${entity.label}: ${entity.kind === 'route' ? 'from the port of loading to the furnace' : 'from where it comes to who used it'}`;
	const lines = wayLines(scene, entity, {...size, height: size.height - 1});
	return titled(title, lines, size, scene.look, {focused: open && isFocused(scene)});
}

function routesAndGoods(scene: Scene): Table {
	const rows = supplyRows(scene, freshList).map(({entity, sort, now, baseline}): Cell[] => [
		entity.label,
		sort,
		entity.unit,
		now.wanted,
		now.came,
		percentCell(now.share),
		percentCell(now.fit),
		percentCell(baseline.share),
	]);
	const names = ['what', 'kind', 'unit', 'wanted', 'came'].map(name => ({name}));
	const shares = ['met', 'fit', 'met in the baseline'].map(name => ({name, unit: '%'}));
	return {name: 'supply', title: 'Routes, fuels and materials, over the whole run', columns: [...names, ...shares], rows};
}

const percentCell = (share: number | undefined): Cell => (share === undefined ? undefined : share * 100);

/** The way of what was chosen, month by month. */
function chosenTables(scene: Scene): Table[] {
	const entity = chosen(scene)?.entity;
	if (!entity) return [];
	const {start, months} = scene.now.run.series;
	const steps = wayOf(scene.now, entity, Number.POSITIVE_INFINITY).flatMap(({heading, unit, steps}) => steps.map(step => ({heading, unit, ...step})));
	const columns = ['month', 'part', 'step', 'unit', 'amount', 'wanted'].map(name => ({name}));
	const rows = steps.flatMap(({heading, unit, label, kind, values, wants}) =>
		Array.from({length: months}, (_, t): Cell[] => [
			formatMonth(start + t),
			heading,
			label,
			kind === 'flow' ? `${unit}/month` : unit,
			values[t],
			wants?.wanted[t],
		]),
	);
	return [{name: 'way', title: `${entity.label}, step by step`, columns, rows}];
}

function say(scene: Scene): string {
	const row = chosen(scene);
	if (!row) return whyEmpty(scene);
	const {entity, now, baseline} = row;
	const amount = (value: number): string => {
		const {unit, values} = scaled(entity.unit, [value]);
		return `${formatNumber(values[0])} ${unit}`;
	};
	const came = entity.kind === 'route' ? 'landed' : 'used';
	const share = now.share === undefined ? '' : ` ${percent(now.share)} of the want was served`;
	const changed = isWhatIf(scene) && baseline.share !== undefined ? `, in the baseline ${percent(baseline.share)}` : '';
	const fit = now.fit === undefined ? '' : ` Of what was landed ${percent(now.fit)} was fit.`;
	return `${entity.label}: ${amount(now.wanted)} wanted over the run, ${amount(now.came)} ${came}.${share}${changed}${share ? '.' : ''}${fit}`;
}
