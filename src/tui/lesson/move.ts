/** Whether a learner has moved the levers that a step waits for. */
import {positionText} from '../../report/position.ts';
import type {MoveStep} from '../../scenario/lesson.ts';
import type {Lever} from '../../scenario/program.ts';
import type {Course} from '../../study/lesson.ts';
import {positionOf} from '../bench.ts';
import type {State} from '../state.ts';
import type {LessonState} from './state.ts';

/** Whether the levers of a move are where they are wanted, to half a step. */
export const isDone = (step: MoveStep, state: Pick<State, 'positions'>, {course}: LessonState): boolean => missing(step, state, course).length === 0;

/** The levers that are not yet where a step wants them. */
const missing = (step: MoveStep, {positions}: Pick<State, 'positions'>, {lesson}: Course): readonly Lever[] =>
	[...step.positions].flatMap(([id, wanted]) => {
		const lever = lesson.program.levers.find(one => one.id === id);
		const position = lever && positionOf(lever, positions);
		return lever && (position === undefined || Math.abs(position - wanted) >= lever.step / 2) ? [lever] : [];
	});

/** What a step still waits for, in words. */
export function waitsFor(step: MoveStep, state: Pick<State, 'positions'>, {course}: LessonState): string {
	const [{id, label, unit}] = missing(step, state, course);
	return `the step waits for “${label}” to stand at ${positionText(step.positions.get(id), unit)}`;
}
