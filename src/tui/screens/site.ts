/** One site over the run: where its rated capacity went, what it could make and made, and what it works with. */

import type {Findings} from '../../report/findings.ts';
import {formatNumber} from '../../report/number.ts';
import type {Table} from '../../report/table.ts';
import {lostBySite} from '../../run/lost-output.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import type {Entity} from '../../scenario/program.ts';
import {type Curve, chart} from '../drawing/chart.ts';
import {grid} from '../drawing/grid.ts';
import {beside, block, type Line, nothing, titled, wrap} from '../drawing/lines.ts';
import {type Layer, stack} from '../drawing/stack.ts';
import {paint} from '../look.ts';
import type {Scene, Size} from '../scene.ts';
import {inScale, scaleOf} from './curves.ts';
import {tenths} from './differences.ts';
import {stackedParts} from './holding-back.ts';
import {isWhatIf, monthOf} from './runs.ts';
import {figuresOf, inputsOf, withUnit} from './site-inputs.ts';
import {monthInWords} from './site-month.ts';

/** Heights at which there is room for two panes, and for three. */
const roomForTwo = 14;
const roomForThree = 30;
const wide = 100;
/** From this height on, the month under the cursor is told in words below the chart, in two lines. */
const roomForWords = 11;

/** A site of exactly a size: its stack, its chart, and what it works with, as many of them as there is room for. */
export function drawSite(scene: Scene, site: Entity, {width, height}: Size): readonly Line[] {
	if (height < roomForTwo) return stackPane(scene, site, {width, height});
	if (height < roomForThree) {
		const below = Math.floor(height * 0.45);
		return [...stackPane(scene, site, {width, height: height - below}), ...chartPane(scene, site, {width, height: below})];
	}
	const details = Math.min(height < 40 ? 10 : 11, Math.floor(height / 3));
	const middle = Math.max(13, Math.floor((height - details) / 2));
	const upper = stackPane(scene, site, {width, height: height - details - middle});
	return [...upper, ...chartPane(scene, site, {width, height: middle}), ...detailsPane(scene, site, {width, height: details})];
}

function stackPane(scene: Scene, site: Entity, size: Size): Line[] {
	const layers = layersOf(scene, site, layersFor(size.height));
	const title = `${site.label}: where its rated capacity went`;
	const body = {width: size.width, height: size.height - 1};
	const focused = scene.state.pane === 'screen';
	if (layers.length === 0) return titled(title, nothing('It never has any rated capacity in this run.', body, scene.look), size, scene.look, {focused});
	const spec = {title: 'share of rated capacity', unit: '%', start: scene.now.run.series.start, layers, cursor: monthOf(scene), top: 1};
	return titled(title, stack(spec, body, scene.look), size, scene.look, {focused});
}

/** As many causes as the legend beside the stack has rows for. */
const layersFor = (height: number): number => Math.max(4, Math.min(12, height - 5));

/** What was made of rated capacity and what each cause took; causes keep the order they have in the baseline. */
function layersOf({bench, now}: Scene, {id}: Entity, most: number): readonly Layer[] {
	const rated = now.track(id, 'rated-capacity')?.values;
	if (!rated?.some(value => value > 0)) return [];
	const made = now.track(id, 'output')?.values ?? new Float64Array(rated.length);
	const [lost, usual] = [now, bench.baseline].map(findings => lostBySite(findings).get(id) ?? []);
	return stackedParts({program: now.run.program, rated, made, lost, usual}, most);
}

function chartPane(scene: Scene, site: Entity, size: Size): Line[] {
	const {now, bench} = scene;
	const series = (findings: Findings, quantity: string): Float64Array => findings.track(site.id, quantity)?.values ?? new Float64Array(0);
	const all: Curve[] = [
		{name: 'rated', values: series(now, 'rated-capacity'), role: 'faint'},
		{name: 'potential', values: series(now, 'potential'), role: 'event', dashed: true},
		...(isWhatIf(scene) ? [{name: 'baseline', values: series(bench.baseline, 'output'), role: 'baseline', dashed: true} as const] : []),
		{name: 'output', values: series(now, 'output'), role: isWhatIf(scene) ? 'what-if' : 'baseline'},
	];
	const scale = scaleOf(`${site.unit}/month`, 'flow', [...all.map(({values}) => values)]);
	const curves = all.map(curve => ({...curve, values: inScale(curve.values, scale)}));
	const spec = {title: '', unit: scale.unit, start: now.run.series.start, curves, cursor: monthOf(scene)};
	const said = size.height < roomForWords ? [] : block(wrap(monthInWords(now, site, monthOf(scene)), size.width), {width: size.width, height: 2});
	const lines = chart(spec, {width: size.width, height: size.height - 1 - said.length}, scene.look);
	return titled('What it could make and made', [...lines, ...said.map(line => paint(line, {role: 'event'}, scene.look))], size, scene.look);
}

function detailsPane(scene: Scene, site: Entity, size: Size): Line[] {
	const left = size.width >= wide ? Math.floor(size.width / 2) - 1 : Math.floor(size.width * 0.54);
	const right = size.width - left - 2;
	return beside(inputsPane(scene, site, {...size, width: left}), peoplePane(scene, site, {...size, width: right}), '  ');
}

function inputsPane(scene: Scene, site: Entity, size: Size): Line[] {
	const inputs = inputsOf(scene.now, site, monthOf(scene));
	const body = {width: size.width, height: size.height - 1};
	const title = `What one ${site.unit} takes`;
	if (inputs.length === 0) return titled(title, nothing('It takes no goods and no power.', body, scene.look), size, scene.look);
	const lines = grid(
		{
			columns: [
				{name: 'input', keep: 0, most: 26},
				{name: 'takes', align: 'right', keep: 0},
				{name: 'lost %', align: 'right', keep: 1},
				{name: 'in stock', align: 'right', keep: 2},
			],
			rows: inputs.map(({label, amount, lost, stock}) => [label, amount, tenths(lost * 100), stock ?? '']),
		},
		body,
		scene.look,
	);
	return titled(title, lines, size, scene.look, {note: monthName(scene)});
}

function peoplePane(scene: Scene, site: Entity, size: Size): Line[] {
	const month = monthOf(scene);
	const before = isWhatIf(scene);
	const lines = grid(
		{
			columns: [
				{name: '', keep: 0, most: 34},
				{name: 'now', align: 'right', keep: 0},
				...(before ? [{name: 'baseline', align: 'right', keep: 1} as const] : []),
			],
			rows: figuresOf(scene.now, site).map(({name, valueOf}) => [name, valueOf(scene.now, month), ...(before ? [valueOf(scene.bench.baseline, month)] : [])]),
		},
		{width: size.width, height: size.height - 1},
		scene.look,
	);
	return titled('Units and people', lines, size, scene.look, {note: monthName(scene)});
}

const monthName = (scene: Scene): string => formatMonth(scene.now.run.series.start + monthOf(scene));

/** A site by month, and its inputs in the month under the cursor. */
export function siteTables(scene: Scene, site: Entity): readonly Table[] {
	const {now, bench} = scene;
	const lost = lostBySite(now).get(site.id) ?? [];
	const unit = `${site.unit}/month`;
	const quantities = ['rated-capacity', 'potential', 'output'];
	const series = quantities.map(quantity => now.track(site.id, quantity)?.values);
	const before = bench.baseline.track(site.id, 'output')?.values;
	const {start, months} = now.run.series;
	return [
		{
			name: 'site',
			title: `${site.label} by month`,
			columns: [
				{name: 'month'},
				...quantities.map(name => ({name, unit})),
				{name: 'baseline-output', unit},
				...lost.map(({cause}) => ({name: `lost-to-${cause}`, unit})),
			],
			rows: Array.from({length: months}, (_, t) => [
				formatMonth(start + t),
				...series.map(values => values?.[t]),
				before?.[t],
				...lost.map(({values}) => values[t]),
			]),
		},
		{
			name: 'site-inputs',
			title: `What ${site.label} takes, ${monthName(scene)}`,
			columns: [{name: 'input'}, {name: 'takes'}, {name: 'lost', unit: '%'}, {name: 'in stock'}],
			rows: inputsOf(now, site, monthOf(scene)).map(({label, amount, lost: took, stock}) => [label, amount, took * 100, stock]),
		},
	];
}

/** A site in the month under the cursor, in words. */
export function saySite(scene: Scene, site: Entity): string {
	const month = monthOf(scene);
	const at = (quantity: string): number => scene.now.track(site.id, quantity)?.values[month] ?? 0;
	const rated = at('rated-capacity');
	const lost = (lostBySite(scene.now).get(site.id) ?? [])
		.toSorted((a, b) => b.values[month] - a.values[month])
		.filter(({values}) => values[month] > 0)
		.slice(0, 3)
		.map(({label, values}) => `${label} ${rated > 0 ? formatNumber((values[month] / rated) * 100) : 0} %`);
	const made = `${site.label} in ${monthName(scene)} made ${withUnit(site.unit, at('output'))} of a rated ${withUnit(site.unit, rated)}`;
	const units = `units at the month’s end: ${formatNumber(at('working'))} at work, ${formatNumber(at('idle'))} idle, ${formatNumber(at('damaged'))} damaged`;
	return `${made}; ${units}. ${lost.length > 0 ? `Of its rated capacity was lost to: ${lost.join(', ')}.` : 'Nothing was lost.'}`;
}
