/** The panel of a lesson: the step, its choices, and where it stands among the steps. */
import {type Passage, passagesOf, type Told, tally} from '../../report/lesson.ts';
import {positionText} from '../../report/position.ts';
import type {FullRun} from '../../run/full-run.ts';
import type {MoveStep} from '../../scenario/lesson.ts';
import {type Positions, positionOf} from '../bench.ts';
import {bar} from '../drawing/bars.ts';
import {type Line, titled, wrap} from '../drawing/lines.ts';
import {paint, type Style} from '../look.ts';
import type {Scene, Size} from '../scene.ts';
import type {State} from '../state.ts';
import {isDone} from './move.ts';
import {type LessonState, stepOf} from './state.ts';

/** The panel, exactly of that size; empty rows where no lesson is open. */
export function lessonPanel(scene: Scene, size: Size): Line[] {
	const {state, look} = scene;
	const {lesson} = state;
	if (!lesson) return titled('Lesson', ['No lesson is open.'], size, look);
	const {steps, title} = lesson.course.lesson;
	const room = size.height - 1;
	const close = rowsOf(state.positions, lesson, toldBy(lesson, scene.now.run), size.width);
	const apart = spaced(close);
	const rows = apart.length <= room ? apart : close;
	const from = fromRow(rows, lesson, room);
	const below = rows.length - from - room;
	const progress = lesson.step < steps.length ? `step ${lesson.step + 1} of ${steps.length}` : 'done';
	const note = `${progress}${from > 0 || below > 0 ? ` · ${from > 0 ? '↑' : ''}${below > 0 ? '↓' : ''} more` : ''}`;
	const lines = rows
		.slice(from, from + room)
		.map(({text, style, share}) => (share === undefined ? '' : `  ${bar(share, cells, 'what-if', look)} `) + paint(text, style, look));
	return titled(`Lesson: ${title}`, lines, size, look, {focused: state.pane === 'lesson', note});
}

/** How many rows the panel would like to have at a width. */
export function lessonHeight({positions}: State, lesson: LessonState, width: number): number {
	return rowsOf(positions, lesson, toldBy(lesson, undefined), width).length + 1;
}

/** What a screen reader says of the panel. */
export function sayLesson(scene: Scene): string {
	const {lesson} = scene.state;
	return lesson
		? linesOf(scene.state.positions, lesson, toldBy(lesson, scene.now.run))
				.map(({text}) => text)
				.join(' ')
		: '';
}

/** A line before it is wrapped, and a row after; `opens` where a passage begins before which there may be an empty row. */
type Row = {
	readonly text: string;
	readonly style: Style;
	readonly chosen?: boolean | undefined;
	readonly opens?: boolean | undefined;
	/** How long a bar stands before it, from 0 to 1. */
	readonly share?: number | undefined;
};

/** How long a bar is that takes all; with the spaces around it. */
const cells = 10;
const barRoom = cells + 3;

/** The rows with an empty one before each passage that stands apart. */
const spaced = (rows: readonly Row[]): Row[] => rows.flatMap((row, i) => (row.opens && i > 0 ? [{text: '', style: {}}, row] : [row]));

/** The first row shown: as far as was scrolled, and so that the choice under the cursor is in sight. */
function fromRow(rows: readonly Row[], {scroll}: LessonState, room: number): number {
	const most = Math.max(0, rows.length - room);
	const last = rows.findLastIndex(({chosen}) => chosen);
	return Math.min(most, Math.max(scroll, last + 1 - room));
}

const rowsOf = (positions: Positions, lesson: LessonState, told: Told, width: number): Row[] =>
	linesOf(positions, lesson, told).flatMap(({text, style, chosen, opens, share}) => {
		const indent = /^\s*(?:[▸•✓] )?\s*/.exec(text)?.[0].length ?? 0;
		const before = share === undefined ? 0 : barRoom;
		return wrap(text.slice(indent), Math.max(8, width - before - indent - 1)).map((part, i): Row => {
			if (i > 0) return {text: `${' '.repeat(before + indent)}${part}`, style, chosen, opens: false};
			return {text: `${text.slice(0, indent)}${part}`, style, chosen, opens, share};
		});
	});

const styles: Readonly<Record<Passage['kind'], Style>> = {
	text: {role: 'text'},
	question: {role: 'title', bold: true},
	choice: {role: 'text'},
	task: {role: 'changed', bold: true},
	hint: {role: 'faint'},
	right: {role: 'good', bold: true},
	wrong: {role: 'bad', bold: true},
	figure: {role: 'what-if'},
	bar: {role: 'text'},
	source: {role: 'faint'},
};

function linesOf(positions: Positions, lesson: LessonState, told: Told): Row[] {
	const step = stepOf(lesson);
	if (!step) return endLines(lesson, told);
	const passages = passagesOf(step, lesson.course, told);
	const choices = passages.filter(({kind}) => kind === 'choice');
	const heading: Row = {text: step.title, style: {role: 'accent', bold: true}};
	const rows = passages.map((passage, i): Row => {
		const opens = i > 0 && (passage.kind === 'text' || passage.kind !== passages[i - 1].kind);
		if (passage.kind !== 'choice')
			return {text: passage.kind === 'figure' ? `  ${passage.text}` : passage.text, style: styles[passage.kind], opens, share: passage.share};
		const chosen = choices[lesson.choice] === passage;
		const answered = step.kind === 'predict' && lesson.answers.get(step.id) === passage.id;
		return {text: `${chosen ? '▸' : ' '} ${answered ? '✓ ' : ''}${passage.text}`, style: chosen ? {role: 'accent', bold: true} : styles.choice, chosen, opens};
	});
	return [heading, ...rows, ...(step.kind === 'move' ? movedLines(step, positions, lesson) : [])];
}

/** Figures of the learner's own run are those of the levers as they were left, not of the run that a reveal put on the bench. */
function toldBy({course, answers, aside}: LessonState, now: FullRun | undefined): Told {
	return {runs: course.runs(aside ? course.runAt(aside.positions) : now), answers};
}

/** How far the levers of a move have come. */
function movedLines(step: MoveStep, positions: Positions, lesson: LessonState): Row[] {
	if (isDone(step, {positions}, lesson)) return [{text: 'Done. n goes on.', style: {role: 'good', bold: true}}];
	return [...step.positions.keys()].flatMap(id => {
		const lever = lesson.course.lesson.program.levers.find(one => one.id === id);
		return lever ? [{text: `  ${standing(positionOf(lever, positions), lever.unit)}`, style: {role: 'faint'} as const}] : [];
	});
}

const standing = (position: number | undefined, unit: string): string =>
	position === undefined ? 'now it varies over the months' : `now ${positionText(position, unit)}`;

function endLines(lesson: LessonState, told: Told): Row[] {
	const {asked, made, right} = tally(lesson.course, told);
	const score =
		made === 0
			? 'You made no prediction.'
			: `Of ${asked} predictions you made ${made}; the runs bore out ${right}. A prediction that failed is where there was something to learn.`;
	const hand =
		lesson.written === undefined
			? 'Enter writes what you predicted and moved, and what the runs gave, to a new file in the folder results/ here, for whoever teaches you; nothing is overwritten. b goes back, q quits.'
			: `Written to ${lesson.written}. b goes back, q quits; or go on moving levers.`;
	return [
		{text: 'The end of the lesson', style: {role: 'accent', bold: true}},
		{text: score, style: {role: 'text'}},
		{text: hand, style: {role: 'text'}},
	];
}
