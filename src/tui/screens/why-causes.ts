/** What each cause contributes, on the screen of why: shares, what a cause brings alone and last, and how sure that is, as far as it is found. */
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import {unitOf} from '../../report/why/words.ts';
import type {Relief} from '../../scenario/program.ts';
import type {Part} from '../../study/why/shapley-values.ts';
import type {Held} from '../../study/why/verdict.ts';
import {bar} from '../drawing/bars.ts';
import {type GridCell, type GridColumn, grid} from '../drawing/grid.ts';
import {type Line, nothing, titled} from '../drawing/lines.ts';
import type {ListRow, Scene, Size} from '../scene.ts';
import type {ListState} from '../state.ts';
import {arranged, chosenPlace, type Key, orderOf} from './arranged.ts';
import {tenths} from './differences.ts';
import {type Known, knownOf} from './why-explained.ts';

/** A relief, and what is known of it so far. */
type CauseRow = {
	readonly relief: Relief;
	/** Its place among the reliefs. */
	readonly place: number;
	readonly part: Part | undefined;
	readonly held: Held | undefined;
	/** In which share of draws it has the largest share. */
	readonly leads: number | undefined;
};

/** By what each column of the list sorts. */
export const causeKeys: readonly (readonly [string, (row: CauseRow) => Key])[] = [
	['cause', ({relief}) => relief.label],
	['share', ({part}) => part?.share],
	['alone', ({part}) => part?.alone],
	['last', ({part}) => part?.last],
];

/** The causes as the list is filtered and sorted; in its own order the largest share first. */
function causeRows({explained, explanation, sureness}: Known, list: ListState): readonly CauseRow[] {
	const {attributed, verdict} = explanation;
	const rows = explained.program.reliefs.map((relief, place): CauseRow => {
		const drawn = sureness?.drawn !== undefined;
		return {
			relief,
			place,
			part: attributed.parts.parts[place],
			held: drawn ? verdict.causes[place] : undefined,
			leads: drawn ? verdict.leads[place] : undefined,
		};
	});
	const sizeOf = ({part}: CauseRow): number => Math.abs(part?.share ?? 0);
	return arranged(
		rows.toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.place - b.place),
		list,
		({relief}) => `${relief.label} ${relief.id} ${relief.kind}`,
		causeKeys.map(([, key]) => key),
	);
}

/** A relief is no entity, though it may be called like one. */
const rowId = ({id}: Relief): string => `relief ${id}`;

/** The relief under the cursor, or that was opened; undefined where there is none. */
export function chosenRelief(known: Known, list: ListState): Relief | undefined {
	if (list.open !== undefined) return known.explained.program.reliefs.find(relief => rowId(relief) === list.open);
	const rows = causeRows(known, list);
	return rows[chosenPlace(list, rows.length)]?.relief;
}

/** The rows that can be walked and opened. */
export const causeList = (scene: Scene, list: ListState): readonly ListRow[] =>
	causeRows(knownOf(scene), list).map(({relief}) => ({id: rowId(relief), words: relief.label, label: relief.label}));

/** What each cause contributes; until that is found the causes, and how far the reruns have come. */
export function causesPane(scene: Scene, known: Known, size: Size): Line[] {
	const {state, look, bench} = scene;
	const title = 'What each cause contributes';
	const body = {width: size.width, height: size.height - 1};
	if (bench.program.reliefs.length === 0) return titled(title, nothing(withoutReliefs, body, look), size, look);
	const list = state.lists.why;
	const rows = causeRows(known, list);
	const table = tableOf(scene, known, rows, size.width);
	const columns = table.map(({column}) => column);
	const order = orderOf(
		rows,
		list,
		causeKeys.map(([, key]) => key),
	);
	const lines = grid(
		{
			columns,
			rows: rows.map(row => table.map(({cell}) => cell(row))),
			selected: chosenPlace(list, rows.length),
			focused: state.pane === 'screen',
			empty: `No cause has the words "${list.filter}".`,
			// Bars are no keys, so that the columns of keys stand elsewhere.
			sort: order && {...order, column: columns.findIndex(({name}) => name.startsWith(causeKeys[order.column][0]))},
		},
		body,
		look,
	);
	return titled(title, lines, size, look, {note: noteOf(scene, known)});
}

const withoutReliefs =
	'The scenario names no causes to take away: write a section "reliefs" in it, where each says what would be otherwise without it (docs/scenario-reference.md has the keys).';

/** A column of the table, and what stands in it. */
type Filled = {readonly column: GridColumn; readonly cell: (row: CauseRow) => GridCell};

/** Numbers with bars behind them, all in one scale; only shares have bars where there is no room, or it is known how sure they are. */
function tableOf({look}: Scene, {explained, explanation, sureness}: Known, rows: readonly CauseRow[], across: number): readonly Filled[] {
	const parts = rows.flatMap(({part}) => (part ? [part.share, part.alone, part.last] : []));
	const most = parts.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
	const {unit, values} = scaled(unitOf(explained.program, explanation.outcome), [1], [most]);
	const [by] = values;
	const numbers = (name: string, keep: number, valueOf: (row: CauseRow) => number | undefined): Filled => {
		const textOf = (value: number | undefined): string => (value === undefined ? '' : `${value > 0 ? '+' : ''}${formatNumber(value * by)}`);
		return {column: {name, align: 'right', keep}, cell: row => textOf(valueOf(row))};
	};
	const bars = (keep: number, valueOf: (part: Part) => number): Filled => {
		const barOf = (value: number): GridCell => bar(most > 0 ? Math.abs(value) / most : 0, width, value < 0 ? 'bad' : 'good', look);
		return {column: {name: '', keep}, cell: ({part}) => (part ? barOf(valueOf(part)) : '')};
	};
	const isDrawn = sureness?.drawn !== undefined;
	// Names and numbers come first, each bar has a third of what is left.
	const third = Math.floor((across - 58) / 3);
	const width = Math.max(4, Math.min(14, third));
	const isRoomy = !isDrawn && third >= 4;
	const isSampled = rows.some(({part}) => part !== undefined && part.error !== 0);
	return [
		{column: {name: 'cause', keep: 0, most: 40, least: 18}, cell: ({relief}) => relief.label},
		numbers(unit.trim() === '' ? 'share' : `share, ${unit.trim()}`, 0, ({part}) => part?.share),
		bars(5, ({share}) => share),
		...(isSampled ? [numbers('±', 6, ({part}) => part?.error)] : []),
		numbers('alone', 1, ({part}) => part?.alone),
		...(isRoomy ? [bars(8, ({alone}) => alone)] : []),
		numbers('last', 2, ({part}) => part?.last),
		...(isRoomy ? [bars(9, ({last}) => last)] : []),
		...(isDrawn ? [numbers('low', 3, ({held}) => held?.low), numbers('high', 3, ({held}) => held?.high)] : []),
		...(isDrawn ? [{column: {name: 'largest in %', align: 'right', keep: 3} as const, cell: ({leads}: CauseRow) => tenths((leads ?? 0) * 100)}] : []),
	];
}

/** How far the work has come; once it is done, what all of them together would bring. */
function noteOf({reruns, state}: Scene, {explained, explanation, sureness}: Known): string {
	if (reruns?.problem) return reruns.problem;
	if (!reruns) return 'a moment …';
	if (!reruns.attribution) return `running ${formatNumber(reruns.done)} of ${formatNumber(reruns.wanted)}`;
	if (state.banded && !sureness?.otherwise) return `how sure: ${sureness?.doing || 'a moment …'}`;
	const {base, relieved} = explanation.attributed;
	const {unit, values} = scaled(unitOf(explained.program, explanation.outcome), [base, relieved]);
	const [from, to] = values.map(formatNumber);
	return `all relieved: ${from} → ${to} ${unit}`.trim();
}
