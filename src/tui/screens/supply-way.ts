/** A route or a good followed step by step, and its chart by month. */
import type {Findings} from '../../report/findings.ts';
import {formatNumber} from '../../report/number.ts';
import {overPeriod} from '../../report/period.ts';
import {goodSteps, gradesOf, knownUsers, requiredOf, routeSteps, type Step, wantsOf} from '../../report/supply.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import type {Entity} from '../../scenario/program.ts';
import {bar} from '../drawing/bars.ts';
import {type Curve, chart} from '../drawing/chart.ts';
import {type GridCell, type GridColumn, grid} from '../drawing/grid.ts';
import {beside, type Line} from '../drawing/lines.ts';
import type {Role} from '../look.ts';
import type {Scene, Size} from '../scene.ts';
import {inScale, type Scale, scaleOf} from './curves.ts';
import {isWhatIf, monthOf, valuesOf} from './runs.ts';

/** Steps of one route or good, under a heading of their own. */
export type Stretch = {readonly heading: string; readonly unit: string; readonly steps: readonly Step[]};

/** The way of a route and of the goods that it brings, or of a good; as many users of a good as `most` have a step of their own. */
export function wayOf(findings: Findings, entity: Entity, most: number): readonly Stretch[] {
	if (entity.kind !== 'route') return [{heading: 'This good', unit: entity.unit, steps: goodSteps(findings, entity, most)}];
	const {fit, unfit} = gradesOf(findings.run.program, entity);
	return [
		{heading: 'By this route', unit: entity.unit, steps: routeSteps(findings, entity)},
		...[...fit, ...unfit].map(good => ({heading: `${good.label}, from everywhere`, unit: good.unit, steps: goodSteps(findings, good, most)})),
	];
}

/** From this width on, steps and chart stand side by side. */
const wide = 104;
/** A chart that is lower than this says little. */
const lowest = 8;

/** Steps and, where there is room, charts. */
export function wayLines(scene: Scene, entity: Entity, size: Size): readonly Line[] {
	const {width, height} = size;
	if (width >= wide) {
		const left = Math.round(width * 0.6);
		return beside(stepsLines(scene, entity, {width: left, height}), wayCharts(scene, entity, {width: width - left - 2, height}), '  ');
	}
	const spare = height - rowsIn(wayOf(scene.now, entity, usersIn(height))) - 2;
	const below = spare >= lowest ? spare : height >= lowest + 14 ? Math.max(lowest, Math.floor(height * 0.42)) : 0;
	return [...stepsLines(scene, entity, {width, height: height - below}), ...wayCharts(scene, entity, {width, height: below})];
}

/** How many users of a good have a step of their own. */
const usersIn = (height: number): number => Math.max(2, Math.min(20, Math.floor(height * 0.4)));

/** The chart of a route or good; of a route also that of the good that it is there for, if there is room for both. */
function wayCharts(scene: Scene, entity: Entity, size: Size): Line[] {
	if (size.height === 0) return [];
	const [good] = entity.kind === 'route' ? gradesOf(scene.now.run.program, entity).fit : [];
	if (!good || size.height < 2 * lowest + 8) return wayChart(scene, entity, entity.label, size);
	const upper = Math.ceil(size.height / 2);
	return [...wayChart(scene, entity, entity.label, {...size, height: upper}), ...wayChart(scene, good, good.label, {...size, height: size.height - upper})];
}

const columnsFor = (scene: Scene): readonly GridColumn[] => {
	const month = formatMonth(scene.bench.program.start + monthOf(scene));
	const columns: GridColumn[] = [
		{name: 'step', least: 34},
		{name: month, align: 'right', keep: 1},
		{name: 'total', align: 'right', keep: 0},
		{name: 'met', align: 'right', keep: 2},
		{name: '', keep: 3},
	];
	return isWhatIf(scene) ? [...columns, {name: 'baseline', align: 'right', keep: 4}] : columns;
};

function stepsLines(scene: Scene, entity: Entity, size: Size): Line[] {
	const users = usersIn(size.height);
	const way = shortened(wayOf(scene.now, entity, users), size.height - 2);
	const before = new Map(
		wayOf(scene.bench.baseline, entity, Number.POSITIVE_INFINITY).flatMap(({heading, steps}) => steps.map(step => [`${heading} ${step.label}`, step])),
	);
	const rows = way.flatMap(stretch => stretchRows(stretch, before, scene));
	const left = wayOf(scene.now, entity, users).reduce((sum, {steps}) => sum + steps.length, 0) - way.reduce((sum, {steps}) => sum + steps.length, 0);
	return grid({columns: columnsFor(scene), rows, notes: left > 0 ? [`${left} lesser steps are left out`] : []}, size, scene.look);
}

/** The way in so many rows: what is worth least is left out first, of the last stretch before the others. */
function shortened(way: readonly Stretch[], rows: number): readonly Stretch[] {
	let left = way;
	for (const worth of [4, 3, 2, 1]) {
		for (let last = left.length - 1; last >= 0 && rowsIn(left) > rows; last--) {
			const excess = rowsIn(left) - rows;
			const dropped = left[last].steps.filter(step => step.worth >= worth).slice(-excess);
			left = left.map((stretch, i) => (i === last ? {...stretch, steps: stretch.steps.filter(step => !dropped.includes(step))} : stretch));
		}
	}
	return left.filter(({steps}) => steps.length > 0);
}

const rowsIn = (way: readonly Stretch[]): number => way.reduce((sum, {steps}) => sum + (steps.length > 0 ? steps.length + 1 : 0), 0);

/** What a step comes to over the run: what has passed, or what there is at the end. */
const totalOf = ({kind, values}: Step): number => overPeriod(kind, values, {label: '', from: 0, to: values.length - 1});

function stretchRows({heading, unit, steps}: Stretch, before: ReadonlyMap<string, Step>, scene: Scene): GridCell[][] {
	const scale = scaleOf(unit, 'flow', [steps.map(totalOf)]);
	const largest = Math.max(0, ...steps.filter(({kind}) => kind === 'flow').map(totalOf));
	const cells = steps.map((step): GridCell[] => {
		const was = before.get(`${heading} ${step.label}`);
		return [...stepCells(step, scale, largest, scene), was && totalOf(was) / scale.by];
	});
	return [[{text: `${heading}, ${scale.unit}`, style: {role: 'title', bold: true}}], ...cells];
}

const roles: Readonly<Record<Step['tone'], Role>> = {passes: 'accent', gone: 'bad', unfit: 'bad', wanted: 'text', stands: 'faint'};

function stepCells(step: Step, {by}: Scale, largest: number, scene: Scene): GridCell[] {
	const {label, level, kind, tone, values, wants} = step;
	const total = totalOf(step);
	const wanted = wants ? sum(wants.wanted) : 0;
	return [
		{text: `${level === 1 ? '    ' : '  '}${label}`, style: tone === 'gone' || tone === 'unfit' ? {role: 'bad'} : tone === 'stands' ? {role: 'faint'} : {}},
		values[monthOf(scene)] / by,
		total / by,
		wants && wanted > 0 ? `${formatNumber((sum(wants.served) / wanted) * 100)} %` : '',
		kind === 'flow' && largest > 0 ? bar(total / largest, 8, roles[tone], scene.look) : '',
	];
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

/** Of a route what was required, landed and fit; of a good what was wanted, came in and was served. */
function wayChart(scene: Scene, entity: Entity, title: string, size: Size): Line[] {
	const {bench, look} = scene;
	const found = entity.kind === 'route' ? routeCurves(scene, entity) : goodCurves(scene, entity);
	const scale = scaleOf(
		`${entity.unit}/month`,
		'flow',
		found.map(({values}) => values),
	);
	const curves = found.map(curve => ({...curve, values: inScale(curve.values, scale)}));
	return chart({title, unit: scale.unit, start: bench.program.start, curves, cursor: monthOf(scene)}, size, look);
}

const present = (curves: readonly (Omit<Curve, 'values'> & {readonly values: ArrayLike<number> | undefined})[]): Curve[] =>
	curves.flatMap(({values, ...curve}) => (values ? [{...curve, values}] : []));

function routeCurves(scene: Scene, route: Entity): Curve[] {
	const {now, bench} = scene;
	const {unfit} = gradesOf(now.run.program, route);
	return present([
		...(isWhatIf(scene) ? [{name: 'landed, baseline', values: valuesOf(bench.baseline, route.id, 'landed'), role: 'baseline' as const, dashed: true}] : []),
		{name: 'required', values: requiredOf(now, route), role: 'plan', dashed: true},
		{name: 'landed', values: valuesOf(now, route.id, 'landed'), role: isWhatIf(scene) ? 'what-if' : 'baseline'},
		...(unfit.length > 0 ? [{name: 'fit', values: valuesOf(now, route.id, 'fit'), role: 'good' as const}] : []),
	]);
}

function goodCurves(scene: Scene, good: Entity): Curve[] {
	const {now, bench} = scene;
	const wants = wantsOf(now, knownUsers(now, good));
	const incoming = ['made', 'imported', 'supplied'].map(quantity => valuesOf(now, good.id, quantity));
	const came = wants.wanted.map((_, t) => incoming.reduce((all, values) => all + (values?.[t] ?? 0), 0));
	return present([
		...(isWhatIf(scene)
			? [{name: 'served, baseline', values: wantsOf(bench.baseline, knownUsers(bench.baseline, good)).served, role: 'baseline' as const, dashed: true}]
			: []),
		{name: 'wanted', values: wants.wanted, role: 'plan', dashed: true},
		{name: 'came in', values: came, role: 'good'},
		{name: 'served', values: wants.served, role: isWhatIf(scene) ? 'what-if' : 'baseline'},
	]);
}
