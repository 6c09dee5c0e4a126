/** Translators by language and the courses, in the month under the cursor. */
import {entitiesOf} from '../../report/findings.ts';
import {formatNumber} from '../../report/number.ts';
import {monthsShort, speakersOf} from '../../report/staffing.ts';
import type {Cell, Table} from '../../report/table.ts';
import {bar} from '../drawing/bars.ts';
import {type GridCell, type GridColumn, grid} from '../drawing/grid.ts';
import {type Line, nothing, titled} from '../drawing/lines.ts';
import type {Scene, Size} from '../scene.ts';
import {monthOf, valuesOf} from './runs.ts';

const right = (name: string, keep: number): GridColumn => ({name, align: 'right', keep});

/** From this width on there is room for bars beside the numbers that they show. */
const barsFrom = 90;

const languageColumns = ({width}: Size): GridColumn[] => [
	{name: 'language', least: 28},
	right('present', 2),
	right('waiting', 3),
	right('served', 0),
	...(width >= barsFrom ? [{name: '', keep: 5}] : []),
	{name: 'understood', keep: 4},
	right('short', 1),
];

/** Translators of each language: how many wait on them, and what share of what is said is understood. */
export function languagesPane(scene: Scene, size: Size): Line[] {
	const languages = entitiesOf(scene.now, 'language');
	const lines =
		languages.length === 0
			? nothing(
					'Nobody needs a translator: the scenario has no language between those who know and those who work.',
					{...size, height: size.height - 1},
					scene.look,
				)
			: grid(
					{columns: languageColumns(size), rows: languages.map(({id}) => languageCells(scene, id, size.width >= barsFrom))},
					{...size, height: size.height - 1},
					scene.look,
				);
	return titled('Translators', lines, size, scene.look, {note: 'short: months in which work waited'});
}

function languageCells(scene: Scene, id: string, bars: boolean): GridCell[] {
	const {now, look} = scene;
	const language = now.run.program.entities.get(id)!;
	const at = (quantity: string): number | undefined => valuesOf(now, id, quantity)?.[monthOf(scene)];
	const spoken = at('spoken') ?? 1;
	const voices = speakersOf(now, language).map(community => {
		const voice = valuesOf(now, community.id, 'voice')?.[monthOf(scene)];
		return `${community.id} ${voice === undefined ? '–' : formatNumber(voice * 100)} %`;
	});
	const short = valuesOf(now, id, 'spoken');
	return [
		language.label,
		at('translators'),
		at('demand'),
		`${formatNumber(spoken * 100)} %`,
		...(bars ? [bar(spoken, 8, spoken < 1 - 1e-9 ? 'bad' : 'good', look)] : []),
		voices.join(', '),
		short ? monthsShort(short) : undefined,
	];
}

const courseColumns: readonly GridColumn[] = [
	{name: 'course', least: 34},
	right('intake', 2),
	right('attending', 1),
	right('passed', 4),
	right('trained', 0),
	right('instructors', 3),
	right('baseline', 5),
];

/** The courses: who begins, attends and passes in the month, and who has passed so far. */
export function coursesPane(scene: Scene, size: Size): Line[] {
	const courses = entitiesOf(scene.now, 'course');
	const lines =
		courses.length === 0
			? nothing('Nobody is trained: the scenario has no courses.', {...size, height: size.height - 1}, scene.look)
			: grid(
					{columns: courseColumns, rows: courses.map(({id, label}) => [label, ...courseNumbers(scene, id)])},
					{...size, height: size.height - 1},
					scene.look,
				);
	return titled('Courses', lines, size, scene.look);
}

const courseQuantities = ['intake', 'attending', 'passed', 'trained', 'instructors'] as const;

function courseNumbers(scene: Scene, id: string): (number | undefined)[] {
	const t = monthOf(scene);
	return [...courseQuantities.map(quantity => valuesOf(scene.now, id, quantity)?.[t]), valuesOf(scene.bench.baseline, id, 'trained')?.[t]];
}

/** Languages and courses month by month, as data. */
export function trainingTables(scene: Scene, months: readonly string[]): Table[] {
	const {now} = scene;
	const table = (name: string, title: string, kind: 'language' | 'course' | 'community', quantities: readonly string[]): Table => ({
		name,
		title,
		columns: ['month', kind, ...quantities].map(column => ({name: column})),
		rows: entitiesOf(now, kind).flatMap(({id, label}) =>
			months.map((month, t): Cell[] => [month, label, ...quantities.map(quantity => valuesOf(now, id, quantity)?.[t])]),
		),
	});
	return [
		table('translators', 'Translators, those who wait on one, and the share of that work which is served', 'language', ['translators', 'demand', 'spoken']),
		table('communities', 'People present, and the share of what they say that is understood', 'community', ['present', 'voice']),
		table('courses', 'Courses', 'course', courseQuantities),
	];
}
