/** People: every profession with who is needed and who is there, translators, and courses. */
import {entitiesOf, type Findings} from '../../report/findings.ts';
import {formatNumber} from '../../report/number.ts';
import {neededBy, type Profession, professionsOf, translatesOf} from '../../report/staffing.ts';
import type {Cell, Table} from '../../report/table.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import {bar} from '../drawing/bars.ts';
import {type Curve, chart} from '../drawing/chart.ts';
import {type GridCell, type GridColumn, grid} from '../drawing/grid.ts';
import {beside, fitTo, type Line, nothing, titled, wrap} from '../drawing/lines.ts';
import {causeRole, paint} from '../look.ts';
import type {ListRow, Scene, Screen, Size} from '../scene.ts';
import type {ListState} from '../state.ts';
import {arranged, chosenPlace, type Key} from './arranged.ts';
import {coursesPane, languagesPane, trainingTables} from './people-lists.ts';
import {isWhatIf, monthOf} from './runs.ts';

/** The columns by which professions can be sorted; `short` are the months in which there were too few. */
const sortable = ['profession', 'need', 'present', 'effective', 'cover', 'short'] as const;

export const people: Screen = {
	id: 'people',
	title: 'People',
	about: 'every profession with its need and who is there, translators by language, and courses',
	draw,
	list: {rows: rowsOf, columns: sortable, opens: true},
	tables,
	say,
};

type Row = ListRow & {readonly profession: Profession};

const list = ({state}: Scene): ListState => state.lists.people;

function rowsOf(scene: Scene, state: ListState): readonly Row[] {
	const t = monthOf(scene);
	const keys: readonly ((row: Row) => Key)[] = [
		({profession}) => profession.entity.label,
		({profession}) => profession.need[t],
		({profession}) => profession.present[t],
		({profession}) => profession.effective[t],
		({profession}) => profession.cover[t],
		({profession}) => profession.short,
	];
	const rows = grouped(professionsOf(scene.now)).map((profession): Row => {
		const {id, label, group} = profession.entity;
		return {id, words: `${label} ${group} ${id}`, profession};
	});
	return arranged(rows, state, ({words}) => words, keys);
}

/** Professions of a group together, groups in the order in which they first come. */
function grouped(professions: readonly Profession[]): Profession[] {
	const groups = [...new Set(professions.map(({entity}) => entity.group))];
	return groups.flatMap(group => professions.filter(({entity}) => entity.group === group));
}

/** From this width on, there is room for the column of months with too few. */
const roomForShort = 90;
/** From this width on, the chosen profession stands beside the lists. */
const wide = 130;

function draw(scene: Scene, size: Size): readonly Line[] {
	const rows = rowsOf(scene, list(scene));
	const open = rows.find(({id}) => id === list(scene).open);
	if (size.width < wide) return open ? professionPane(scene, open.profession, size, true) : lists(scene, rows, size);
	const right = Math.round(size.width * (open ? 0.6 : 0.24));
	const chosen = open ?? rows[chosenPlace(list(scene), rows.length)];
	if (!chosen) return lists(scene, rows, size);
	return beside(
		lists(scene, rows, {...size, width: size.width - right - 2}),
		professionPane(scene, chosen.profession, {...size, width: right}, open !== undefined),
		'  ',
	);
}

/** The professions, and under them translators and courses. */
function lists(scene: Scene, rows: readonly Row[], {width, height}: Size): Line[] {
	const roomy = height >= 30;
	const languages = (roomy ? 3 : 2) + Math.max(1, entitiesOf(scene.now, 'language').length);
	const courses = 3 + Math.max(1, entitiesOf(scene.now, 'course').length);
	const upper = Math.max(7, height - languages - courses);
	const middle = Math.min(languages, height - upper);
	return [
		...listPane(scene, rows, {width, height: upper}),
		...languagesPane(scene, {width, height: middle}),
		...coursesPane(scene, {width, height: height - upper - middle}),
	];
}

function columnsFor(scene: Scene): GridColumn[] {
	const number = (name: string, keep: number): GridColumn => ({name, align: 'right', keep});
	return [
		{name: 'profession', least: 30},
		number('need', 2),
		number('present', 1),
		...entitiesOf(scene.now, 'community').map(({id}, i) => number(id, 7 + i)),
		number('effective', 4),
		number('cover', 0),
		{name: '', keep: 3},
		number('short', 5),
		...(isWhatIf(scene) ? [number('baseline cover', 20)] : []),
	];
}

function listPane(scene: Scene, rows: readonly Row[], size: Size): Line[] {
	const {look, now, bench} = scene;
	const state = list(scene);
	const focused = scene.state.pane === 'screen';
	const inner = {...size, height: size.height - 1};
	const month = formatMonth(bench.program.start + monthOf(scene));
	if (rows.length === 0) {
		const none =
			state.filter === ''
				? 'No profession is needed in this scenario: its works run without specialists.'
				: `No profession has all the words of “${state.filter}”. Esc shows all again.`;
		return titled('Professions', nothing(none, inner, look), size, look, {focused});
	}
	const before = new Map(professionsOf(bench.baseline).map(profession => [profession.entity.id, profession]));
	const cells = rows.map(({profession}) => professionCells(scene, profession, before.get(profession.entity.id)));
	const {rows: shown, selected} = withHeadings(rows, cells, state);
	const columns = columnsFor(scene);
	const by = sortable[state.sort ?? -1];
	const sorted = by === undefined ? {} : {sort: {column: columns.findIndex(({name}) => name === by), reversed: state.reversed}};
	const all = professionsOf(now);
	const total = (of: (profession: Profession) => Float64Array): number => all.reduce((sum, profession) => sum + of(profession)[monthOf(scene)], 0);
	const note =
		state.filter === ''
			? `${month}: ${formatNumber(total(({present}) => present))} present, ${formatNumber(total(({need}) => need))} needed${size.width < roomForShort ? '' : '; short: months with too few'}`
			: `“${state.filter}”`;
	return titled('Professions', grid({columns, rows: shown, selected, focused, ...sorted}, inner, look), size, look, {focused, note});
}

/** The rows with a heading before each group, unless they are sorted by a column; and where the chosen one stands among them. */
function withHeadings(
	rows: readonly Row[],
	cells: readonly GridCell[][],
	{row, sort, reversed}: ListState,
): {readonly rows: GridCell[][]; readonly selected: number} {
	const chosen = Math.min(row, rows.length - 1);
	if (sort !== undefined || reversed) return {rows: [...cells], selected: chosen};
	const shown: GridCell[][] = [];
	let selected = 0;
	rows.forEach(({profession}, i) => {
		const {group} = profession.entity;
		if (group !== '' && group !== rows[i - 1]?.profession.entity.group) shown.push([{text: group, style: {role: 'title', bold: true}}]);
		if (i === chosen) selected = shown.length;
		shown.push(cells[i]);
	});
	return {rows: shown, selected};
}

function professionCells(scene: Scene, {entity, need, present, from, effective, cover, short}: Profession, before: Profession | undefined): GridCell[] {
	const t = monthOf(scene);
	const wanted = need[t] > 0;
	return [
		entity.group === '' ? entity.label : ` ${entity.label}`,
		need[t],
		present[t],
		...from.map(values => values[t]),
		effective[t],
		wanted ? `${formatNumber(cover[t] * 100)} %` : '',
		wanted ? bar(cover[t], 6, cover[t] < 0.5 ? 'bad' : cover[t] < 0.95 ? 'accent' : 'good', scene.look) : '',
		short,
		...(isWhatIf(scene) ? [before && before.need[t] > 0 ? `${formatNumber(before.cover[t] * 100)} %` : ''] : []),
	];
}

/** A profession month by month: need, present and effective, and from where those present came. */
function professionPane(scene: Scene, profession: Profession, size: Size, open: boolean): Line[] {
	const {look, bench} = scene;
	const {entity, from} = profession;
	const about = aboutLines(scene, profession, size.width);
	const tall = size.height - 1 - about.length;
	const spec = {start: bench.program.start, cursor: monthOf(scene)};
	const communities = entitiesOf(scene.now, 'community')
		.map(({id}, i): Curve => ({name: id, values: from[i], role: causeRole(i), dashed: i % 2 === 1}))
		.filter(({values}) => Array.from(values).some(value => value > 0));
	const second = tall >= 18 && communities.length > 1 ? Math.floor(tall * 0.42) : 0;
	const lines = [
		...about,
		...chart({...spec, title: 'By month', unit: 'persons', curves: curvesOfProfession(scene, profession)}, {...size, height: tall - second}, look),
		...(second > 0 ? chart({...spec, title: 'Present, from', unit: 'persons', curves: communities}, {...size, height: second}, look) : []),
	];
	return titled(entity.label, lines, size, look, {focused: open && scene.state.pane === 'screen', note: entity.group});
}

function curvesOfProfession(scene: Scene, {entity, need, present, effective}: Profession): Curve[] {
	const before = isWhatIf(scene) ? professionsOf(scene.bench.baseline).find(other => other.entity.id === entity.id) : undefined;
	return [
		...(before ? [{name: 'effective, baseline', values: before.effective, role: 'baseline' as const, dashed: true}] : []),
		{name: 'need', values: need, role: 'plan', dashed: true},
		{name: 'present', values: present, role: 'faint'},
		{name: 'effective', values: effective, role: before ? 'what-if' : 'baseline'},
	];
}

/** Whom the profession serves, in a line or two. */
function aboutLines({now, look}: Scene, {entity}: Profession, width: number): Line[] {
	const industries = neededBy(now, entity).map(({label}) => label);
	const language = translatesOf(now, entity);
	const serves = language
		? `Translates: ${language.label}.`
		: industries.length > 0
			? `Needed by: ${industries.join(', ')}.`
			: 'No industry’s works wait on it.';
	const lines = wrap(serves, width);
	const shown = lines.length > 2 ? [lines[0], `${lines.slice(1).join(' ')}`] : lines;
	return shown.map(line => paint(fitTo(line, width), {role: 'faint'}, look));
}

function monthNames({run}: Findings): string[] {
	return Array.from({length: run.series.months}, (_, t) => formatMonth(run.series.start + t));
}

function tables(scene: Scene): Table[] {
	const months = monthNames(scene.now);
	const communities = entitiesOf(scene.now, 'community');
	const columns = ['month', 'group', 'profession', 'need', 'present', ...communities.map(({id}) => id), 'effective', 'cover'].map(name => ({name}));
	const rows = professionsOf(scene.now).flatMap(({entity, need, present, from, effective, cover}) =>
		months.map((month, t): Cell[] => [month, entity.group, entity.label, need[t], present[t], ...from.map(values => values[t]), effective[t], cover[t]]),
	);
	return [{name: 'professions', title: 'Professions, month by month', columns, rows}, ...trainingTables(scene, months)];
}

function say(scene: Scene): string {
	const {now, bench} = scene;
	const t = monthOf(scene);
	const all = professionsOf(now);
	if (all.length === 0) return 'No profession is needed in this scenario: its works run without specialists.';
	const total = (of: (profession: Profession) => Float64Array): number => all.reduce((sum, profession) => sum + of(profession)[t], 0);
	const short = all.filter(({cover}) => cover[t] < 1 - 1e-9).length;
	const rows = rowsOf(scene, list(scene));
	const chosen = rows.find(({id}) => id === list(scene).open) ?? rows[chosenPlace(list(scene), rows.length)];
	const one = chosen
		? ` ${chosen.profession.entity.label}: ${formatNumber(chosen.profession.need[t])} needed, ${formatNumber(chosen.profession.present[t])} present, who count as ${formatNumber(chosen.profession.effective[t])}; cover ${formatNumber(chosen.profession.cover[t] * 100)} %.`
		: '';
	const languages = entitiesOf(now, 'language').map(({id, label}) => `${label} ${formatNumber((now.track(id, 'spoken')?.values[t] ?? 1) * 100)} %`);
	const translated = languages.length > 0 ? ` Work that waits on translators and is served: ${languages.join(', ')}.` : '';
	return `In ${formatMonth(bench.program.start + t)} ${formatNumber(total(({present}) => present))} specialists are present of ${formatNumber(total(({need}) => need))} needed; ${short} of ${all.length} professions are short.${one}${translated}`;
}
