/** The screen of the sites: every mine and plant in a month, and one of them over the run. */
import {formatNumber} from '../../report/number.ts';
import type {Table} from '../../report/table.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import {bar} from '../drawing/bars.ts';
import {type GridCell, type GridColumn, grid} from '../drawing/grid.ts';
import {type Line, nothing, titled} from '../drawing/lines.ts';
import type {Scene, Screen, Size} from '../scene.ts';
import {chosenPlace, orderOf} from './arranged.ts';
import {gainCell} from './differences.ts';
import {isWhatIf, monthOf} from './runs.ts';
import {drawSite, saySite, siteTables} from './site.ts';
import {monthAt, type SiteRow, shareLost, shownSites, siteKeys, siteRows, siteWords} from './site-rows.ts';

const columnsFor = (width: number): readonly GridColumn[] => [
	{name: 'site', keep: 0, most: 38, least: width < wide ? 22 : 28},
	{name: 'output', align: 'right', keep: 3},
	{name: 'utilization', keep: 0},
	{name: 'lost most to', keep: 1, most: 34, least: width < wide ? 22 : 28},
	{name: 'rated', align: 'right', keep: 5},
	{name: 'at work', align: 'right', keep: 6},
	{name: 'idle', align: 'right', keep: 7},
	{name: 'damaged', align: 'right', keep: 7},
	{name: 'industry', keep: 10, most: 24, least: 18},
	{name: 'change %', align: 'right', keep: 2},
	{name: 'was', align: 'right', keep: 8},
	{name: 'was lost most to', keep: 9, most: 34, least: 18},
];
/** From this width on, names have more room. */
const wide = 110;
/** Columns that say something only beside another run stand last. */
const ofBaseline = 3;

function draw(scene: Scene, size: Size): readonly Line[] {
	const list = scene.state.lists.sites;
	const {entities} = scene.now.run.program;
	const open = list.open === undefined ? undefined : entities.get(list.open);
	if (open?.kind === 'site') return drawSite(scene, open, size);
	const rows = shownSites(scene, list);
	const all = siteRows(scene).length;
	if (all === 0) return nothing('The scenario has no sites: nothing is mined or made in it.', size, scene.look);
	const columns = columnsFor(size.width);
	const shown = isWhatIf(scene) ? columns : columns.slice(0, -ofBaseline);
	const chosen = chosenPlace(list, rows.length);
	const month = formatMonth(scene.now.run.series.start + monthOf(scene));
	const body = grid(
		{
			columns: shown,
			rows: rows.map(row => cellsOf(row, scene).slice(0, shown.length)),
			selected: chosen,
			focused: scene.state.pane === 'screen',
			empty: `No site has the words "${list.filter}".`,
			sort: orderOf(
				rows,
				list,
				siteKeys.slice(0, shown.length).map(
					([, key]) =>
						(row: SiteRow) =>
							key(row, scene),
				),
			),
		},
		{width: size.width, height: size.height - 1},
		scene.look,
	);
	const note = `${list.filter === '' ? '' : `${rows.length} of `}${all} ${all === 1 ? 'site' : 'sites'}`;
	const name = rows[chosen] ? `: ${rows[chosen].site.label}` : '';
	return titled(`Sites in ${month}${name}`, body, size, scene.look, {focused: scene.state.pane === 'screen', note});
}

function cellsOf({site, industry, now, baseline, more}: SiteRow, scene: Scene): GridCell[] {
	const role = isWhatIf(scene) ? 'what-if' : 'baseline';
	const before = now.utilization === undefined ? undefined : baseline.utilization;
	return [
		site.label,
		`${formatNumber(now.output)} ${site.unit}`,
		now.utilization === undefined ? '' : `${bar(now.utilization, 6, role, scene.look)}${percent(now.utilization).padStart(5)}`,
		causeIn(now),
		now.rated,
		now.working,
		now.idle,
		now.damaged,
		industry,
		gainCell(more),
		before === undefined ? '' : percent(before),
		causeIn(baseline),
	];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** `45 % Damage`. */
function causeIn(month: SiteRow['now']): string {
	const share = shareLost(month);
	return month.cause && share !== undefined ? `${percent(share).padStart(4)} ${month.cause.label}` : '';
}

function tables(scene: Scene): readonly Table[] {
	const open = scene.state.lists.sites.open;
	const entity = open === undefined ? undefined : scene.now.run.program.entities.get(open);
	if (entity?.kind === 'site') return siteTables(scene, entity);
	const {start, months} = scene.now.run.series;
	const month = formatMonth(start + Math.min(monthOf(scene), months - 1));
	return [
		{
			name: 'sites',
			title: `Sites in ${month}`,
			columns: [
				...['site', 'label', 'industry', 'unit', 'output', 'rated', 'utilization', 'working', 'idle', 'damaged', 'cause', 'lost'],
				...['baseline-output', 'baseline-utilization', 'baseline-cause', 'run-percent'],
			].map(name => ({name})),
			rows: shownSites(scene, scene.state.lists.sites).map(({site, industry, now, baseline, more}) => [
				...[site.id, site.label, industry, `${site.unit}/month`, now.output, now.rated, now.utilization, now.working, now.idle, now.damaged],
				...[now.cause?.cause, now.cause?.total, baseline.output, baseline.utilization, baseline.cause?.cause, more],
			]),
		},
	];
}

function say(scene: Scene): string {
	const list = scene.state.lists.sites;
	const rows = shownSites(scene, list);
	const row = rows[chosenPlace(list, rows.length)];
	if (!row) return list.filter === '' ? 'The scenario has no sites.' : `No site has the words ${list.filter}.`;
	const open = list.open === undefined ? undefined : scene.now.run.program.entities.get(list.open);
	if (open?.kind === 'site') return saySite(scene, open);
	const {now, site, more} = row;
	const month = formatMonth(scene.now.run.series.start + monthOf(scene));
	const {output, utilization, cause} = monthAt(scene.now, site.id, monthOf(scene));
	const use = utilization === undefined ? '' : `, ${percent(utilization)} of its rated capacity`;
	const lost = cause ? ` Most was lost to: ${cause.label}, ${percent(shareLost(now) ?? 0)} of rated capacity.` : '';
	const against =
		more === undefined || Math.abs(more) < 0.05
			? ''
			: ` Over the run it made ${formatNumber(Math.abs(more))} % ${more > 0 ? 'more' : 'less'} than in the baseline.`;
	return `${rows.length} sites. ${site.label} in ${month}: made ${formatNumber(output)} ${site.unit}${use}.${lost}${against}`;
}

/** Every mine and plant. */
export const sites: Screen = {
	id: 'sites',
	title: 'Sites',
	about: 'every mine and plant: what it makes, what stands idle or in ruins, and what costs it most',
	draw,
	list: {
		rows: (scene, list) => shownSites(scene, list).map(row => ({id: row.site.id, words: siteWords(row)})),
		columns: siteKeys.map(([name]) => name),
		opens: true,
	},
	tables,
	say,
};
