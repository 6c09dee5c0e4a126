/** The screen of history: what the run gave beside what was observed, and the series of one fact with the fact marked in it. */
import {tallyLine} from '../../report/headline/scoreboard.ts';
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import type {Table} from '../../report/table.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import {tally, type Verdict} from '../../study/score.ts';
import {type GridCell, type GridColumn, grid} from '../drawing/grid.ts';
import {fitTo, type Line, titled, wrap} from '../drawing/lines.ts';
import {paint, type Role} from '../look.ts';
import type {Scene, Screen, Size} from '../scene.ts';
import {chosenPlace, orderOf} from './arranged.ts';
import {tenths} from './differences.ts';
import {emptyPane} from './empty-pane.ts';
import {type FactRow, factKeys, factMark, factRows, factWords, readingName, roleNames, shownFacts} from './history-rows.ts';
import {runChart} from './run-chart.ts';
import {isWhatIf} from './runs.ts';

/** From this height on, the series of the chosen fact stands below the scoreboard. */
const tall = 28;
/** Width at which the tallies have room for what conflicting readings weigh. */
const roomForTallies = 124;

/** Names have this much room at least, in a narrow pane and in a wide one. */
const nameRoom = ({width}: Size): number => (width < 70 ? 16 : width < 100 ? 24 : 40);

const columnsFor = (size: Size): readonly GridColumn[] => [
	{name: 'fact', keep: 0, most: 96, least: nameRoom(size), bothEnds: true},
	{name: 'simulated', align: 'right', keep: 0},
	{name: 'observed', align: 'right', keep: 0},
	{name: 'unit', keep: 3, most: 12, least: 11},
	{name: 'verdict', keep: 0},
	{name: 'error %', align: 'right', keep: 1},
	{name: 'role', keep: 4},
	{name: 'allowed %', align: 'right', keep: 6},
	{name: 'baseline', keep: 1},
	{name: 'its error %', align: 'right', keep: 5},
];
/** Columns that say something only beside another run stand last. */
const ofBaseline = 2;

function draw(scene: Scene, size: Size): readonly Line[] {
	const list = scene.state.lists.history;
	const all = factRows(scene);
	if (all.length === 0)
		return emptyPane('The run beside what was observed', 'The scenario states no facts, so that there is nothing to hold the run against.', scene, size);
	const rows = shownFacts(scene, list);
	const chosen = rows[chosenPlace(list, rows.length)];
	const open = list.open === undefined ? undefined : all.find(({id}) => id === list.open);
	if (open) return drawFact(scene, open, size);
	if (size.height < tall || !chosen) return boardPane(scene, rows, size);
	const below = Math.min(20, Math.floor(size.height * 0.38));
	return [...boardPane(scene, rows, {...size, height: size.height - below}), ...drawFact(scene, chosen, {...size, height: below})];
}

function boardPane(scene: Scene, rows: readonly FactRow[], size: Size): Line[] {
	const {state, look} = scene;
	const list = state.lists.history;
	const focused = state.pane === 'screen';
	const columns = columnsFor(size);
	const shown = isWhatIf(scene) ? columns : columns.slice(0, -ofBaseline);
	const others = rows.some(({heaviest}) => !heaviest) ? [size.width < roomForTallies ? othersShort : othersLong] : [];
	const tallies = [...(size.width < roomForTallies ? shortTallies : tallyLines)(scene), ...others].map(line => fitTo(line, size.width));
	const lines = grid(
		{
			columns: shown,
			...rowsOf(rows, chosenPlace(list, rows.length), list.sort === undefined, shown.length),
			focused,
			empty: `No fact has the words "${list.filter}".`,
			sort: orderOf(
				rows,
				list,
				factKeys.slice(0, shown.length).map(([, key]) => key),
			),
		},
		{width: size.width, height: size.height - 1 - tallies.length},
		look,
	);
	return titled('The run beside what was observed', [...lines, ...tallies.map(line => paint(line, {role: 'faint'}, look))], size, look, {focused});
}

const othersShort = 'Grey, "or": another reading of the same fact, not counted.';
const othersLong = 'Grey, "or": another reading of the fact above, shown for comparison and not counted.';

/** Facts in their own order stand under what they are for, each other reading of one under its first; sorted, every row speaks for itself. */
function rowsOf(rows: readonly FactRow[], chosen: number, ordered: boolean, count: number) {
	const cells: GridCell[][] = [];
	let selected = 0;
	for (const [i, row] of rows.entries()) {
		const above = rows[i - 1]?.score.fact;
		if (ordered && above?.role !== row.score.fact.role) cells.push([{text: headings[row.score.fact.role], style: {role: 'title', bold: true}}]);
		if (i === chosen) selected = cells.length;
		const name = ordered && above === row.score.fact && !row.heaviest ? `  or: ${readingName(row.score)}` : row.heaviest ? row.label : `  or: ${row.label}`;
		cells.push(cellsOf(row, name).slice(0, count));
	}
	return {rows: cells, selected};
}

const headings = {target: 'Facts that the case was fitted to', holdout: 'Facts held out'} as const;

/** `Fitted: 10 of 18 hit, 4 near, 4 missed; in the baseline 12.` */
const shortTallies = (scene: Scene): string[] =>
	(['target', 'holdout'] as const).map(role => {
		const {covered, hit, near, miss} = tally(scene.now.scores, role);
		const before = isWhatIf(scene) ? `; in the baseline ${tally(scene.bench.baseline.scores, role).hit} hit` : '';
		return `Facts ${roleNames[role]}: ${hit} of ${covered} hit, ${near} near, ${miss} missed${before}.`;
	});

/** The tallies of facts fitted and held out; of the baseline too where it is another run. */
function tallyLines(scene: Scene): string[] {
	const {now, bench} = scene;
	return (['target', 'holdout'] as const).map(role => {
		const line = tallyLine(now.scores, role);
		if (!isWhatIf(scene)) return line;
		return `${line} In the baseline: ${tally(bench.baseline.scores, role).hit} hit.`;
	});
}

const verdictRoles: Readonly<Record<Verdict, Role>> = {hit: 'good', near: 'changed', miss: 'bad', 'not-covered': 'faint'};
const verdictNames: Readonly<Record<Verdict, string>> = {hit: 'hit', near: 'near', miss: 'miss', 'not-covered': 'outside'};
const factNames = {target: 'a fitted fact', holdout: 'a fact held out'} as const;
const sides = {both: '', 'at-least': '≥ ', 'at-most': '≤ '} as const;

const verdictCell = (verdict: Verdict | undefined): GridCell =>
	verdict === undefined ? '' : {text: verdictNames[verdict], style: {role: verdictRoles[verdict]}};

function cellsOf({score, before, heaviest}: FactRow, name: string): GridCell[] {
	const {fact, simulated, observed} = score;
	return [
		heaviest ? name : {text: name, style: {role: 'faint'}},
		simulated === undefined ? '' : formatNumber(simulated),
		`${sides[fact.side]}${formatNumber(observed)}`,
		fact.unit === '1' ? '' : fact.unit,
		verdictCell(score.verdict),
		score.error === undefined ? '' : tenths(score.error * 100),
		roleNames[fact.role],
		fact.error * 100,
		verdictCell(before?.verdict),
		before?.error === undefined ? '' : tenths(before.error * 100),
	];
}

function numbersOf({fact, simulated, observed}: FactRow['score']) {
	const {unit, values} = scaled(fact.unit, simulated === undefined ? [observed] : [observed, simulated]);
	return {unit: fact.unit === '1' ? '' : unit, seen: values[0], got: simulated === undefined ? undefined : values[1]};
}

/** The series of a fact with the fact marked in it, and what is said of it. */
function drawFact(scene: Scene, row: FactRow, size: Size): Line[] {
	const {now, look, state} = scene;
	const {outcome, over} = row.score.reading;
	const about = aboutFact(scene, row).flatMap(line => wrap(line, size.width));
	const room = Math.max(0, Math.min(about.length, size.height - 8));
	const mark = factMark(scene, row);
	const column = now.track(outcome.entity, outcome.quantity)?.column;
	const valuesOf = (findings: Scene['now']) => findings.track(outcome.entity, outcome.quantity)?.values;
	const spec = {title: '', unit: column?.unit ?? '1', kind: column?.kind ?? 'index', valuesOf, marks: mark ? [mark] : []} as const;
	const lines = runChart(scene, spec, {width: size.width, height: size.height - 1 - room});
	const note = over ? `${outcome.entity}.${outcome.quantity}` : outcome.text;
	return titled(row.label, [...about.slice(0, room), ...lines], size, look, {focused: state.lists.history.open !== undefined && state.pane === 'screen', note});
}

/** What was observed and what came out, and where the fact is from. */
function aboutFact(scene: Scene, {score, before}: FactRow): string[] {
	const {fact} = score;
	const {unit, got, seen} = numbersOf(score);
	const given = got === undefined ? 'the run does not cover it' : `the run gives ${formatNumber(got)}`;
	const error = score.error === undefined ? '' : `, ${tenths(score.error * 100)} % off where ${formatNumber(fact.error * 100)} % is allowed`;
	const was = isWhatIf(scene) && before ? ` The baseline: ${verdictNames[before.verdict]}.` : '';
	const over = score.reading.over ? ` (${score.reading.outcome.text} over ${score.reading.over.text})` : '';
	const sources = fact.sources.map(id => scene.now.run.program.sources.get(id)?.cite || id);
	return [
		`Observed ${sides[fact.side]}${formatNumber(seen)} ${unit}`.trim() +
			`${over}; ${given}${error}: ${verdictNames[score.verdict]}, ${factNames[fact.role]}.${was}`,
		...(sources.length > 0 ? [`Source: ${sources.join('; ')}.`] : []),
	];
}

function tables(scene: Scene): readonly Table[] {
	const rows = shownFacts(scene, scene.state.lists.history);
	const board: Table = {
		name: 'history',
		title: 'The run beside what was observed',
		columns: [
			'fact',
			'reading',
			'role',
			'what',
			'unit',
			'observed',
			'simulated',
			'error',
			'allowed',
			'verdict',
			'baseline',
			'baseline-error',
			'baseline-verdict',
		].map(name => ({name})),
		rows: rows.map(({score: {fact, reading, observed, simulated, error, verdict}, before}) => [
			...[fact.id, reading.id, fact.role, fact.label, fact.unit, observed, simulated, error, fact.error, verdict],
			...[before?.simulated, before?.error, before?.verdict],
		]),
		notes: tallyLines(scene),
	};
	const list = scene.state.lists.history;
	const open = rows.find(({id}) => id === list.open);
	return open ? [board, seriesTable(scene, open)] : [board];
}

function seriesTable({now, bench}: Scene, {label, score}: FactRow): Table {
	const {entity, quantity} = score.reading.outcome;
	const [here, before] = [now, bench.baseline].map(({track}) => track(entity, quantity));
	const unit = here?.column.unit ?? '1';
	return {
		name: 'fact-by-month',
		title: label,
		columns: [{name: 'month'}, {name: 'what-if', unit}, {name: 'baseline', unit}],
		rows: Array.from({length: now.run.series.months}, (_, t) => [formatMonth(now.run.series.start + t), here?.values[t], before?.values[t]]),
	};
}

function say(scene: Scene): string {
	const rows = shownFacts(scene, scene.state.lists.history);
	const row = rows[chosenPlace(scene.state.lists.history, rows.length)];
	if (!row) return 'The scenario states no facts, or the filter leaves none.';
	return [...tallyLines(scene), `${row.label}.`, ...aboutFact(scene, row)].join(' ');
}

/** The scoreboard. */
export const history: Screen = {
	id: 'history',
	title: 'History',
	about: 'the run beside what was observed: facts that the case was fitted to, and facts held out',
	draw,
	list: {
		rows: (scene, list) => shownFacts(scene, list).map(row => ({id: row.id, words: factWords(row), label: row.label})),
		columns: factKeys.map(([name]) => name),
		opens: true,
	},
	tables,
	say,
};
