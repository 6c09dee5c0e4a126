import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {handIn} from '../../../src/tui/lesson/hand-in.ts';
import {reduceLesson} from '../../../src/tui/lesson/reduce.ts';
import type {LessonAction, LessonState} from '../../../src/tui/lesson/state.ts';
import type {State} from '../../../src/tui/state.ts';
import {emptyFolder, opened, twoStoves} from './taken.ts';

const course = twoStoves();
const next: LessonAction = {type: 'lesson', does: 'next'};
const back: LessonAction = {type: 'lesson', does: 'back'};
const choose: LessonAction = {type: 'lesson', does: 'choose'};
const down: LessonAction = {type: 'lesson', does: 'point', by: 1};
const after = (...actions: readonly LessonAction[]): State => actions.reduce(reduceLesson, opened(course));
const moved = (state: State, stoves: number): State => ({...state, positions: new Map([['stoves', stoves]])});
const lessonOf = ({lesson}: State): LessonState => {
	if (!lesson) throw new Error('no lesson is open');
	return lesson;
};

test('a prediction must be made before the lesson goes on', () => {
	const waiting = after(next, next);
	expect([lessonOf(waiting).step, waiting.notice]).toEqual([1, 'first predict: ↑↓ and Enter']);
	const answered = after(next, down, choose);
	expect([lessonOf(answered).step, lessonOf(answered).answers.get('more')]).toEqual([2, 'same']);
});

test('a step waits until the learner has moved the lever, to half a step', () => {
	const asked = after(next, choose);
	expect(reduceLesson(asked, next).notice).toBe('the step waits for “What the stoves ask for” to stand at 60 t/month');
	expect(lessonOf(reduceLesson(moved(asked, 54), next)).step).toBe(2);
	const done = reduceLesson(moved(asked, 60), next);
	expect([lessonOf(done).step, lessonOf(done).moves.get(2)]).toEqual([3, new Map([['stoves', 60]])]);
});

test('Enter leads to the levers that a step waits for, and the first of them is under the cursor', () => {
	const asked = after(next, choose);
	expect([asked.pane, asked.lever]).toEqual(['lesson', 1]);
	expect(reduceLesson(asked, choose).pane).toBe('levers');
});

test('a fresh move begins with every lever at rest, but only when the learner first comes to it', () => {
	const asked = reduceLesson(moved(after(next), 20), choose);
	expect(asked.positions.size).toBe(0);
	const again = reduceLesson(reduceLesson(moved(asked, 60), next), back);
	expect(again.positions.get('stoves')).toBe(60);
});

test('a reveal puts its run on the bench, and what was there comes back when it is left', () => {
	const before = reduceLesson(moved(after(next, choose), 60), next);
	const cold = [next, next, choose].reduce(reduceLesson, before);
	expect([lessonOf(cold).step, path.basename(cold.file), cold.positions.size]).toEqual([6, 'cold.yaml', 0]);
	const left = reduceLesson(cold, next);
	expect([path.basename(left.file), left.positions.get('stoves')]).toEqual(['scenario.yaml', 60]);
});

test('levers that the lesson moves by itself are not said to have been moved by the learner', () => {
	const before = reduceLesson(moved(after(next, choose), 60), next);
	expect(before.did).toBe('lesson');
	expect(reduceLesson(before, next).did).toBe('lesson');
});

test('a prediction that a run has answered is not changed any more', () => {
	const seen = reduceLesson(moved(after(next, choose), 60), next);
	const again = [back, back, down, choose].reduce(reduceLesson, seen);
	expect([lessonOf(again).step, lessonOf(again).answers.get('more')]).toEqual([1, 'more']);
	expect(again.notice).toMatch(/stands as it was made/);
});

test('a look turns to its screen and month', () => {
	const looking = reduceLesson(reduceLesson(moved(after(next, choose), 60), next), next);
	expect([looking.screen, looking.month]).toEqual(['people', 6]);
});

const home = process.cwd();
afterEach(() => process.chdir(home));

/** The lesson taken to its end, both predictions made. */
function taken(): LessonState {
	const seen = [next, next, choose, next, next].reduce(reduceLesson, reduceLesson(moved(after(next, choose), 60), next));
	return lessonOf(seen);
}

test('what is handed in holds predictions, what the runs gave, and moves; nothing is overwritten; the same answers give the same bytes', () => {
	process.chdir(emptyFolder());
	expect([handIn(taken(), ' Kim '), handIn(taken(), 'Kim')]).toEqual([
		{file: path.join('results', 'stoves-1.json')},
		{file: path.join('results', 'stoves-2.json')},
	]);
	expect(readdirSync('results')).toEqual(['stoves-1.json', 'stoves-2.json']);
	const [first, second] = [1, 2].map(n => readFileSync(path.join('results', `stoves-${n}.json`), 'utf8'));
	expect(first).toBe(second);
	expect(JSON.parse(first)).toMatchObject({
		lesson: 'stoves',
		name: 'Kim',
		finished: true,
		predictions: [
			{
				id: 'more',
				right: true,
				figures: [
					{run: 'baseline', value: 600},
					{run: 'more', value: 720},
				],
			},
			{id: 'cold', right: true},
		],
		moves: [{step: 3, levers: {stoves: 60}}],
	});
	expect(first).not.toMatch(/began|ended/);
});

test('times stand in a result only where they were asked for, and a name only where one was given', () => {
	process.chdir(emptyFolder());
	handIn({...taken(), began: new Date('2001-02-03T04:05:06Z')}, '', () => new Date('2001-02-03T04:25:06Z'));
	const result = JSON.parse(readFileSync(path.join('results', 'stoves-1.json'), 'utf8'));
	expect(result).toMatchObject({began: '2001-02-03T04:05:06.000Z', ended: '2001-02-03T04:25:06.000Z'});
	expect(result).not.toHaveProperty('name');
});
