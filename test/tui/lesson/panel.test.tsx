import {readFileSync} from 'node:fs';
import path from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {afterEach, describe, expect, test} from 'vitest';
import {App} from '../../../src/tui/app.tsx';
import {benchOf} from '../../../src/tui/bench.ts';
import {width as widthOf} from '../../../src/tui/drawing/lines.ts';
import {lessonPanel, sayLesson} from '../../../src/tui/lesson/panel.ts';
import {reduceLesson} from '../../../src/tui/lesson/reduce.ts';
import {lookOf} from '../../../src/tui/look.ts';
import type {Scene} from '../../../src/tui/scene.ts';
import type {State} from '../../../src/tui/state.ts';
import {createStore} from '../../../src/tui/store.ts';
import {keys, openScreen} from '../screen.ts';
import {emptyFolder, opened, twoStoves} from './taken.ts';

const course = twoStoves();
const bench = benchOf(course.lesson.program);

function sceneOf(state: State, glyphs: 'braille' | 'ascii' = 'braille'): Scene {
	const {baseline} = bench;
	return {bench, now: baseline, before: baseline, pinned: {name: 'baseline', findings: baseline}, state, look: lookOf('dark', glyphs)};
}

/** The panel at each step, the lesson's answers and moves made. */
function panels(size: {readonly width: number; readonly height: number}): string[][] {
	let state = opened(course);
	return Array.from({length: course.lesson.steps.length + 1}, () => {
		const rows = lessonPanel(sceneOf(state), size);
		state = reduceLesson({...state, positions: new Map([['stoves', 60]])}, {type: 'lesson', does: 'choose'});
		return rows;
	});
}

describe.each([
	{width: 60, height: 12},
	{width: 75, height: 10},
	{width: 140, height: 30},
])('the panel at $width × $height', size => {
	test('has exactly that size at every step, and says which step it is', () => {
		for (const [i, rows] of panels(size).entries()) {
			expect(rows.length).toBe(size.height);
			expect(new Set(rows.map(widthOf))).toEqual(new Set([size.width]));
			expect(rows[0]).toContain(i < course.lesson.steps.length ? `step ${i + 1} of ${course.lesson.steps.length}` : 'done');
		}
	});
});

test('figures of texts are those of the run: the stoves burn 12 months of 50 t in 1946', () => {
	expect(sayLesson(sceneOf(opened(course)))).toBe('A valley The stoves burn 600 t.');
});

test('a panel too small for its step says that there is more, and shows it when it is scrolled', () => {
	const size = {width: 60, height: 6};
	const state = [1, 2, 3].reduce(before => reduceLesson({...before, positions: new Map([['stoves', 60]])}, {type: 'lesson', does: 'choose'}), opened(course));
	const text = (now: State): string => lessonPanel(sceneOf(now), size).join('\n');
	expect(text(state)).toContain('↓ more');
	const below = [1, 2, 3, 4, 5, 6].reduce(now => reduceLesson(now, {type: 'lesson', does: 'scroll', by: 6}), state);
	expect(text(below)).toMatch(/↑ more/);
	expect(text(below)).not.toContain('↓');
});

test('without colour and beyond ASCII nothing is lost: the choice under the cursor is marked', () => {
	const state = reduceLesson(opened(course), {type: 'lesson', does: 'next'});
	const rows = stripVTControlCharacters(lessonPanel({...sceneOf(state), look: lookOf('mono', 'ascii')}, {width: 70, height: 12}).join('\n'));
	expect(rows).toMatch(/^> more, by over 1 %/m);
	expect(rows).toMatch(/^[\x20-\x7e\n]*$/);
});

const home = process.cwd();
afterEach(() => process.chdir(home));

test('a learner takes the whole lesson by keys and hands it in', async () => {
	const store = createStore(course.lesson.program, opened(course));
	const screen = await openScreen(<App store={store} />, {columns: 140, rows: 40});
	expect(screen.text()).toContain('Lesson: Two stoves');
	expect(screen.text()).not.toContain('Capacity');
	await screen.press('n', keys.enter);
	expect(screen.text()).toContain('now 50 t/month');
	await screen.press(keys.enter, keys.right);
	expect(screen.text()).toContain('Done. n goes on.');
	await screen.press('n');
	expect(screen.text()).toMatch(/You predicted: more, by over 1 %.*As you/);
	await screen.press('n', 'n', keys.down, keys.down, keys.enter);
	expect(screen.text()).toMatch(/You predicted: less, by over 1 %.*Not as/);
	await screen.press('n', 'n');
	expect(screen.text()).toContain('Of 2 predictions you made 2; the runs bore out 1.');
	process.chdir(emptyFolder());
	await screen.press(keys.enter, 'K', 'i', 'm', keys.enter);
	expect(screen.text()).toContain(`Written to ${path.join('results', 'stoves-1.json')}`);
	expect(JSON.parse(readFileSync(path.join('results', 'stoves-1.json'), 'utf8'))).toMatchObject({name: 'Kim', finished: true});
	await screen.close();
});
