/** What the keys of a lesson do to the state. */
import type {LessonStep, MoveStep, PredictStep, RevealStep} from '../../scenario/lesson.ts';
import {baselineRun} from '../../scenario/lesson.ts';
import {answerOf, type Course, choiceIds} from '../../study/lesson.ts';
import {headlineOutcomes} from '../../study/outcomes.ts';
import {atRest, inOrder, type Positions} from '../bench.ts';
import type {State} from '../state.ts';
import {isDone, waitsFor} from './move.ts';
import {lessonHeight} from './panel.ts';
import {type LessonAction, type LessonState, openingLesson, stepOf} from './state.ts';

/** The state with a lesson open at its first step. */
export const withLesson = (state: State, course: Course, began?: Date): State =>
	entered(
		{...state, file: course.lesson.scenario, pane: 'lesson', positions: atRest, month: course.lesson.program.layout.months - 1},
		openingLesson(course, began),
		0,
	);

/** The state after an action of a lesson; the same where no lesson is open. */
export function reduceLesson(state: State, action: LessonAction): State {
	const {lesson} = state;
	if (!lesson) return state;
	switch (action.does) {
		case 'next':
			return forward(state, lesson);
		case 'back':
			return lesson.step === 0 ? {...state, notice: 'this is the first step'} : entered(state, lesson, lesson.step - 1);
		case 'choose':
			return chosen(state, lesson);
		case 'point':
			return {...state, lesson: pointed(state, lesson, action.by)};
		case 'scroll':
			return {...state, lesson: scrolled(state, lesson, action.by)};
		case 'written':
			return {...state, lesson: {...lesson, written: action.file, name: action.name}, dialog: undefined, notice: `written to ${action.file}`};
	}
}

/** On to the next step, unless this one still waits for an answer or a move. */
function forward(state: State, lesson: LessonState): State {
	const step = stepOf(lesson);
	if (!step) return {...state, notice: 'this was the last step'};
	if (step.kind === 'predict' && !lesson.answers.has(step.id)) return {...state, pane: 'lesson', notice: 'first predict: ↑↓ and Enter'};
	if (step.kind === 'move' && !isDone(step, state, lesson)) return {...state, notice: waitsFor(step, state, lesson)};
	const moves = step.kind === 'move' ? new Map([...lesson.moves, [lesson.step, state.positions]]) : lesson.moves;
	return entered(state, {...lesson, moves}, lesson.step + 1);
}

function pointed(state: State, lesson: LessonState, by: number): LessonState {
	const step = stepOf(lesson);
	if (step?.kind !== 'predict') return scrolled(state, lesson, by);
	return {...lesson, choice: Math.min(choiceIds(step).length - 1, Math.max(0, lesson.choice + by))};
}

/** No further than a narrow panel has rows: how wide this one is is not known here. */
const scrolled = (state: State, lesson: LessonState, by: number): LessonState => ({
	...lesson,
	scroll: Math.max(0, Math.min(lessonHeight(state, lesson, narrow) - few, lesson.scroll + by)),
});
const narrow = 60;
const few = 4;

/** Takes the choice under the cursor, or goes to the levers that the step waits for; and else on. */
function chosen(state: State, lesson: LessonState): State {
	const step = stepOf(lesson);
	if (step?.kind === 'move' && !isDone(step, state, lesson)) return {...state, pane: 'levers'};
	if (step?.kind !== 'predict') return forward(state, lesson);
	const id = choiceIds(step)[lesson.choice];
	if (isAnswered(step, lesson))
		return lesson.answers.get(step.id) === id ? forward(state, lesson) : {...state, notice: 'a run has answered this: the prediction stands as it was made'};
	const answers = new Map([...lesson.answers, [step.id, id]]);
	return entered(state, {...lesson, answers}, lesson.step + 1);
}

/** Whether the learner has seen the reveal of a prediction. */
function isAnswered({id}: PredictStep, {course, furthest}: LessonState): boolean {
	const reveal = course.lesson.steps.findIndex(step => step.kind === 'reveal' && step.of.id === id);
	return reveal >= 0 && reveal <= furthest;
}

/** The state on a step: what the step turns to is on the screen, and what a reveal shows is on the bench. */
function entered(state: State, before: LessonState, place: number): State {
	const at = {...before, step: place, furthest: Math.max(before.furthest, place), scroll: 0, choice: 0, aside: undefined};
	const step = stepOf(at);
	const {aside} = before;
	const back: State = {...state, notice: undefined, lesson: {...at, choice: step ? choiceOf(step, at) : 0}};
	const free = aside ? onBench(back, aside.file, aside.positions) : back;
	if (step?.kind === 'move') return movable(free, step, place > before.furthest, at.course);
	if (step?.kind === 'look') return {...looking(free, step, at.course), pane: 'lesson'};
	return {...(step?.kind === 'reveal' ? revealed(free, step, at) : free), pane: 'lesson'};
}

function choiceOf(step: LessonStep, {answers}: LessonState): number {
	if (step.kind !== 'predict') return 0;
	return Math.max(0, choiceIds(step).indexOf(answers.get(step.id) ?? ''));
}

/** The first lever that is wanted is under the cursor. */
function movable(state: State, {fresh, positions}: MoveStep, first: boolean, {lesson}: Course): State {
	const shown = inOrder(lesson.program.levers).filter(({id}) => lesson.levers.includes(id));
	const begun = fresh && first && state.positions.size > 0 ? onBench(state, state.file, atRest) : state;
	return {
		...begun,
		pane: 'lesson',
		leverFilter: '',
		lever: Math.max(
			0,
			shown.findIndex(({id}) => positions.has(id)),
		),
	};
}

function looking(state: State, step: LessonStep & {kind: 'look'}, {lesson}: Course): State {
	const place = step.outcome === undefined ? -1 : headlineOutcomes(lesson.program).indexOf(step.outcome);
	return {
		...state,
		screen: step.screen,
		...(place >= 0 && {outcome: place}),
		...(step.month !== undefined && {month: step.month - lesson.program.start}),
	};
}

/** Puts the run that answers on the bench; what was there is put back when the step is left. */
function revealed(state: State, {of}: RevealStep, lesson: LessonState): State {
	const {course} = lesson;
	const {asked} = of;
	const runs = course.runs();
	const id = asked.how === 'which' ? (asked.choices.find(choice => choice.id === answerOf(of, runs))?.run ?? baselineRun) : asked.run;
	const run = course.lesson.runs.get(id);
	if (!run) return state;
	const aside = {file: state.file, positions: state.positions};
	return {...onBench(state, run.file, run.positions), lesson: {...lesson, choice: 0, aside}};
}

/** Other levers on the bench, or another file; undoing would lead back out of the lesson, so it begins anew. */
const onBench = (state: State, file: string, positions: Positions): State => ({
	...state,
	file,
	positions,
	saved: positions,
	savedAs: undefined,
	before: state.file === file ? state.positions : positions,
	did: 'lesson',
	past: [],
	future: [],
	moved: undefined,
});
