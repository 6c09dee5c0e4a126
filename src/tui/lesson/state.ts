/** Where a learner is in a lesson: the step, what was predicted and moved. What the runs gave follows from the lesson. */
import type {LessonStep} from '../../scenario/lesson.ts';
import type {Course} from '../../study/lesson.ts';
import type {Positions} from '../bench.ts';

/** What was on the bench before a reveal put its run there. */
export type PutAside = {readonly file: string; readonly positions: Positions};

export type LessonState = {
	/** The lesson with its runs; it never changes. */
	readonly course: Course;
	/** The step shown, 0 the first. */
	readonly step: number;
	/** The furthest step seen: a prediction that was answered by a run is not changed any more. */
	readonly furthest: number;
	/** The choice under the cursor. */
	readonly choice: number;
	/** How many rows of the step have scrolled out above. */
	readonly scroll: number;
	/** By the id of a prediction, the choice that was made. */
	readonly answers: ReadonlyMap<string, string>;
	/** Where the levers stood when a step that asks for a move was left, by its place. */
	readonly moves: ReadonlyMap<number, Positions>;
	readonly aside: PutAside | undefined;
	/** The learner’s name, once it was given. */
	readonly name: string;
	/** The file into which the result was written. */
	readonly written: string | undefined;
	/** When the lesson was opened, where times are to stand in the result. */
	readonly began: Date | undefined;
};

/** A lesson at its first step. */
export const openingLesson = (course: Course, began?: Date): LessonState => ({
	course,
	step: 0,
	furthest: 0,
	choice: 0,
	scroll: 0,
	answers: new Map(),
	moves: new Map(),
	aside: undefined,
	name: '',
	written: undefined,
	began,
});

export type LessonAction =
	| {readonly type: 'lesson'; readonly does: 'next' | 'back' | 'choose'}
	| {readonly type: 'lesson'; readonly does: 'point'; readonly by: number}
	| {readonly type: 'lesson'; readonly does: 'scroll'; readonly by: number}
	/** The result was handed in. */
	| {readonly type: 'lesson'; readonly does: 'written'; readonly file: string; readonly name: string};

/** The step shown; undefined on the page after the last. */
export const stepOf = ({course, step}: LessonState): LessonStep | undefined => course.lesson.steps[step];
