/** The screen of losses: where the rated capacity of all sites went, month by month, cause by cause, and which sites lost it. */
import {formatNumber} from '../../report/number.ts';
import type {Table} from '../../report/table.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import {type GridCell, type GridColumn, grid} from '../drawing/grid.ts';
import {beside, type Line, nothing, titled} from '../drawing/lines.ts';
import {stack} from '../drawing/stack.ts';
import {paint} from '../look.ts';
import type {Scene, Screen, Size} from '../scene.ts';
import {chosenPlace, orderOf} from './arranged.ts';
import {lookOfCause} from './cause-look.ts';
import {lossCell, tenths} from './differences.ts';
import {emptyPane} from './empty-pane.ts';
import {partsOf} from './holding-back.ts';
import {type CauseRow, causeKeys, monthlyShare, shownCauses, sitesLosingTo} from './loss-rows.ts';
import {runChart} from './run-chart.ts';
import {isWhatIf, monthOf, ratedInWords, yearOf} from './runs.ts';

/** From this width on, sites stand beside causes. */
const wide = 110;
/** From this height on, sites stand below causes. */
const tall = 30;

function draw(scene: Scene, size: Size): readonly Line[] {
	const {now, state} = scene;
	if (now.run.losses.length === 0) return emptyPane('Where rated capacity went', 'The scenario has no sites, so that no capacity is lost.', scene, size);
	const list = state.lists.losses;
	const rows = shownCauses(scene, list);
	const chosen = rows[chosenPlace(list, rows.length)];
	if (list.open !== undefined) return drawCause(scene, rows.find(({cause}) => cause === list.open) ?? chosen, size);
	if (rows.length === 0 && list.filter === '')
		return emptyPane('Where rated capacity went', 'No site lost anything: all of rated capacity was made.', scene, size);
	const upper = Math.max(7, Math.floor(size.height * (size.height < tall ? 0.5 : 0.45)));
	const below = {width: size.width, height: size.height - upper};
	const stacked = {width: size.width, height: upper};
	const top = stackPane(scene, stacked);
	if (below.width >= wide) {
		const left = Math.floor(below.width * 0.56);
		return [
			...top,
			...beside(listPane(scene, rows, stacked, {...below, width: left}), sitesPane(scene, chosen, {...below, width: below.width - left - 2}), '  '),
		];
	}
	if (size.height < tall) return [...top, ...listPane(scene, rows, stacked, below)];
	const last = Math.max(7, Math.floor(below.height * 0.42));
	return [...top, ...listPane(scene, rows, stacked, {...below, height: below.height - last}), ...sitesPane(scene, chosen, {...below, height: last})];
}

function stackPane(scene: Scene, size: Size): Line[] {
	const {now, look} = scene;
	const layers = partsOf(scene, now, layersFor(size));
	const spec = {title: 'share of rated capacity at base prices', unit: '%', start: now.run.series.start, layers, cursor: monthOf(scene), top: 1};
	const lines = stack(spec, {width: size.width, height: size.height - 1}, look);
	return titled('Where rated capacity went, all sites together', lines, size, look);
}

/** As many causes as the legend beside the stack has rows for. */
const layersFor = ({height}: Size): number => Math.max(4, Math.min(12, height - 5));

/** The letter and the colour of each cause; those that the stack shows together with others are faint. */
function signsIn(scene: Scene, size: Size): (cause: string) => string {
	const apart = new Set(partsOf(scene, scene.now, layersFor(size)).map(({id}) => id));
	return cause => {
		const {role, letter} = lookOfCause(scene.now.run.program, cause);
		return paint(letter, apart.has(cause) ? {role, bold: true} : {role: 'faint'}, scene.look);
	};
}

/** The list of causes; `stacked` is the size of the stack above it. */
function listPane(scene: Scene, rows: readonly CauseRow[], stacked: Size, size: Size): Line[] {
	const {now, state, look} = scene;
	const list = state.lists.losses;
	const whatIf = isWhatIf(scene);
	const here = yearOf(scene);
	const signOf = signsIn(scene, stacked);
	const columns: GridColumn[] = [
		{name: 'cause', keep: 0, most: 44, least: 32},
		{name: formatMonth(now.run.series.start + monthOf(scene)), align: 'right', keep: 1},
		{name: 'run', align: 'right', keep: 0},
		...(whatIf
			? ([
					{name: 'baseline', align: 'right', keep: 2},
					{name: 'change', align: 'right', keep: 1},
				] as const)
			: []),
		...now.years.map(({label}, i): GridColumn => ({name: label, align: 'right', keep: 3 + Math.abs(i - here)})),
	];
	const cells = ({cause, label, inMonth, overRun, inBaseline, byYear}: CauseRow): GridCell[] => [
		`${signOf(cause)} ${label}`,
		...[inMonth, overRun].map(percent),
		...(whatIf ? [percent(inBaseline), lossCell((overRun - inBaseline) * 100)] : []),
		...byYear.map(percent),
	];
	const lines = grid(
		{
			columns,
			rows: rows.map(cells),
			selected: chosenPlace(list, rows.length),
			focused: state.pane === 'screen',
			empty: `No cause has the words "${list.filter}".`,
			sort: orderOf(
				rows,
				list,
				causeKeys.slice(0, whatIf ? 5 : 3).map(([, key]) => key),
			),
		},
		{width: size.width, height: size.height - 1},
		look,
	);
	return titled('Causes, per cent of rated capacity', lines, size, look, {focused: state.pane === 'screen'});
}

const percent = (share: number): string => tenths(share * 100);

function sitesPane(scene: Scene, chosen: CauseRow | undefined, size: Size): Line[] {
	const {look} = scene;
	const body = {width: size.width, height: size.height - 1};
	if (!chosen) return titled('Sites', nothing('No cause is chosen.', body, look), size, look);
	const whatIf = isWhatIf(scene);
	const lines = grid(
		{
			columns: [
				{name: 'site', keep: 0, most: 34, least: 24},
				{name: 'loss', align: 'right', keep: 0},
				{name: 'capacity', align: 'right', keep: 1},
				...(whatIf ? [{name: 'baseline', align: 'right', keep: 2} as const] : []),
			],
			rows: sitesLosingTo(scene, chosen.cause).map(({site, ofCause, ofSite, before}) => [
				site.label,
				percent(ofCause),
				percent(ofSite),
				...(whatIf ? [percent(before)] : []),
			]),
			empty: 'No site lost anything to it.',
		},
		body,
		look,
	);
	return titled(`${chosen.label}: who lost most`, lines, size, look, {note: '% of the loss, % of its capacity'});
}

/** A cause that was opened: its share by month in every run, and every site that lost to it. */
function drawCause(scene: Scene, chosen: CauseRow | undefined, size: Size): readonly Line[] {
	if (!chosen) return nothing('This cause takes nothing in this run.', size, scene.look);
	const upper = {width: size.width, height: Math.max(7, Math.floor(size.height * 0.45))};
	const valuesOf = (findings: Scene['now']): Float64Array => monthlyShare(findings, chosen.cause);
	const lines = runChart(scene, {title: '', unit: '1', kind: 'share', valuesOf}, {...upper, height: upper.height - 1});
	const top = titled(`Lost to: ${chosen.label}`, lines, upper, scene.look, {focused: scene.state.pane === 'screen', note: 'share of rated capacity'});
	return [...top, ...sitesPane(scene, chosen, {...size, height: size.height - upper.height})];
}

function tables(scene: Scene): readonly Table[] {
	const {now, state} = scene;
	const rows = shownCauses(scene, state.lists.losses);
	const chosen = rows[chosenPlace(state.lists.losses, rows.length)];
	const parts = partsOf(scene, now, Number.POSITIVE_INFINITY);
	const {start, months} = now.run.series;
	const shares = ['month', 'run', 'baseline', ...now.years.map(({label}) => label)];
	const byCause: Table = {
		name: 'causes',
		title: 'Where rated capacity went, all sites at base prices',
		columns: [{name: 'cause'}, {name: 'label'}, ...shares.map(name => ({name, unit: '%'}))],
		rows: rows.map(({cause, label, inMonth, overRun, inBaseline, byYear}) => [
			cause,
			label,
			...[inMonth, overRun, inBaseline, ...byYear].map(share => share * 100),
		]),
	};
	const byMonth: Table = {
		name: 'causes-by-month',
		title: 'Where rated capacity went by month',
		columns: [{name: 'month'}, ...parts.map(({name}) => ({name, unit: '%'}))],
		rows: Array.from({length: months}, (_, t) => [formatMonth(start + t), ...parts.map(({values}) => values[t] * 100)]),
	};
	return chosen ? [byCause, byMonth, sitesTable(scene, chosen)] : [byCause, byMonth];
}

const sitesTable = (scene: Scene, {cause, label}: CauseRow): Table => ({
	name: 'sites-losing',
	title: `Sites that lost to: ${label}`,
	columns: [{name: 'site'}, {name: 'label'}, ...['of-cause', 'of-site', 'of-site-baseline'].map(name => ({name, unit: '%'}))],
	rows: sitesLosingTo(scene, cause).map(({site, ofCause, ofSite, before}) => [site.id, site.label, ...[ofCause, ofSite, before].map(share => share * 100)]),
});

function say(scene: Scene): string {
	const list = scene.state.lists.losses;
	const rows = shownCauses(scene, list);
	const chosen = rows[chosenPlace(list, rows.length)];
	if (!chosen) return 'Nothing was lost, or the filter leaves nothing.';
	const first = rows.slice(0, 3).map(({label, overRun}) => `${label} ${formatNumber(overRun * 100)} %`);
	const sites = sitesLosingTo(scene, chosen.cause).slice(0, 3);
	const who = sites.map(({site, ofCause}) => `${site.label} ${formatNumber(ofCause * 100)} %`);
	const month = formatMonth(scene.now.run.series.start + monthOf(scene));
	const against = isWhatIf(scene) ? `, in the baseline ${formatNumber(chosen.inBaseline * 100)} %` : '';
	const share = `${chosen.label} took ${formatNumber(chosen.overRun * 100)} % of rated capacity over the run${against}, ${formatNumber(chosen.inMonth * 100)} % in ${month}.`;
	return `Of rated capacity over the run was lost to: ${first.join(', ')}. ${share} Most of it was lost by: ${who.join(', ')}.`;
}

/** Where rated capacity went. */
export const losses: Screen = {
	id: 'losses',
	title: 'Losses',
	about: `what held output back: where rated capacity went, cause by cause, and the sites that lost it; ${ratedInWords}`,
	draw,
	list: {
		rows: (scene, list) => shownCauses(scene, list).map(({cause, label}) => ({id: cause, words: label, label})),
		columns: causeKeys.map(([name]) => name),
		opens: true,
	},
	tables,
	say,
};
