/** Opening the screen in a lesson. */
import type {Course} from '../../study/lesson.ts';
import type {GlyphSet, ThemeName} from '../look.ts';
import {openingState, start, suitedTo} from '../start.tsx';
import {withLesson} from './reduce.ts';

/** How the screen is to open; `began` is when, if times are to stand in the result. */
export type LessonOpening = {
	readonly theme: ThemeName | undefined;
	readonly glyphs: GlyphSet | undefined;
	readonly mouse: boolean;
	readonly colour: boolean;
	readonly began: Date | undefined;
};

/** Show a lesson until the learner leaves. */
export async function openLesson(read: () => Course, {theme, glyphs, mouse, colour, began}: LessonOpening): Promise<void> {
	const suited = suitedTo(process.env, {theme, glyphs, colour});
	const opening = openingState(suited.theme, suited.glyphs, mouse);
	let course: Course | undefined;
	await start({
		read: () => {
			course = read();
			return course.lesson.program;
		},
		state: () => (course ? withLesson(opening, course, began) : opening),
		colour: suited.colour,
	});
}
