import {stripVTControlCharacters} from 'node:util';
import {expect, test} from 'vitest';
import {loadLesson} from '../../../src/scenario/read-lesson.ts';
import {courseOf} from '../../../src/study/lesson.ts';
import {benchOf} from '../../../src/tui/bench.ts';
import {width as widthOf} from '../../../src/tui/drawing/lines.ts';
import {lessonPanel, sayLesson} from '../../../src/tui/lesson/panel.ts';
import {reduceLesson} from '../../../src/tui/lesson/reduce.ts';
import {lookOf} from '../../../src/tui/look.ts';
import type {Scene} from '../../../src/tui/scene.ts';
import {brickLesson, writeBricks} from '../../scenario/brick-lesson.ts';
import {opened} from './taken.ts';

const reveal = '  - reveal: {of: fewer, why: [{by: losses}, {by: reliefs}]}\n';
const course = courseOf(loadLesson(writeBricks(brickLesson({reveal}))));
const bench = benchOf(course.lesson.program);

/** The reveal on the screen, once the prediction is made. */
function revealed(glyphs: 'braille' | 'ascii'): Scene {
	const state = [1, 2].reduce(before => reduceLesson(before, {type: 'lesson', does: 'choose'}), opened(course));
	const {baseline} = bench;
	return {bench, now: baseline, before: baseline, pinned: {name: 'baseline', findings: baseline}, state, look: lookOf('mono', glyphs)};
}

test.each([40, 70, 140])('the causes of a reveal stand beside their bars, which fold with them, %i columns wide', width => {
	const rows = lessonPanel(revealed('braille'), {width, height: 60}).map(stripVTControlCharacters);
	expect(new Set(rows.map(widthOf))).toEqual(new Set([width]));
	const bars = rows.filter(row => /^ {2}[━╸]/.test(row));
	expect(bars.slice(0, 2).map(row => row.trimEnd())).toEqual(['  ━━━━━━━━━━ Damage: 59 %', '  ━━━━╸      Skilled labour: 27 %']);
	expect(bars.length).toBeGreaterThanOrEqual(6);
	// What does not fit beside a bar goes on beside it, not below.
	const folded = rows[rows.findIndex(row => row.includes('Broken kilns')) + 1];
	if (width === 40) expect(folded).toMatch(/^ {13}\S/);
});

test('without block characters the bars are typed, and a screen reader hears the causes without them', () => {
	const text = lessonPanel(revealed('ascii'), {width: 70, height: 60}).map(stripVTControlCharacters).join('\n');
	expect(text).not.toContain('━━━━━━━━━━ Damage');
	expect(text).toMatch(/[#=-]{10} Damage: \d+ %/);
	expect(sayLesson(revealed('braille'))).toMatch(/: Damage: \d+ % /);
});
