import {expect, test} from 'vitest';
import {findingsOf} from '../../src/report/findings.ts';
import {type Passage, passagesOf} from '../../src/report/lesson.ts';
import {printLesson} from '../../src/report/lesson-print.ts';
import {changeText, percentText} from '../../src/report/lesson-words.ts';
import {fullRun} from '../../src/run/full-run.ts';
import {lostByCause} from '../../src/run/lost-output.ts';
import {loadScenario} from '../../src/scenario/load.ts';
import {loadLesson} from '../../src/scenario/read-lesson.ts';
import {crewOf} from '../../src/study/crew.ts';
import {courseOf} from '../../src/study/lesson.ts';
import {asWritten, attribute} from '../../src/study/why/attribution.ts';
import {brickLesson, writeBricks} from '../scenario/brick-lesson.ts';

const bricks = 'bricks.made@1900:sum';
const reliefs = ['too-few-people', 'broken-kilns'];

/** What the steps of a lesson say: the first, and its reveal. */
function told(parts: Parameters<typeof brickLesson>[0]): {readonly text: string; readonly bars: readonly Passage[]; readonly figures: readonly string[]} {
	const course = courseOf(loadLesson(writeBricks(brickLesson(parts))));
	const at = {runs: course.runs(), answers: new Map<string, string>()};
	const [first, , reveal] = course.lesson.steps;
	const passages = passagesOf(reveal, course, at);
	return {
		text: passagesOf(first, course, at)[0].text,
		bars: passages.filter(({kind}) => kind === 'bar'),
		figures: passages.filter(({kind}) => kind === 'figure').map(({text}) => text),
	};
}

test('a text says which share of what was lost was lost to a cause, as the account of that run has it', () => {
	const site = 'river-kilns.output@1900:sum';
	const {text} = told({text: `{lost to damage for ${site}}, {lost to coal for ${site}}, {lost to season for ${site}}`});
	const lost = lostByCause(findingsOf(fullRun(loadScenario('scenarios/first-steps.yaml'))), id => id === 'river-kilns');
	const all = lost.reduce((sum, {total}) => sum + total, 0);
	const share = (cause: string): string => percentText((lost.find(one => one.cause === cause)?.total ?? 0) / all);
	expect(text).toBe(`${share('damage')}, ${share('coal')}, 0 %`);
	expect(share('damage')).not.toBe('0 %');
});

test('a text says of a relief what an attribution says of it: its share, alone, last, and all together', async () => {
	const {text} = told({
		text: `{relief broken-kilns for ${bricks}}, {relief broken-kilns alone for ${bricks}}, {relief broken-kilns last for ${bricks}}, {all reliefs for ${bricks}}`,
	});
	const draws = {subject: {file: 'scenarios/first-steps.yaml'}, factors: asWritten, causes: {reliefs}};
	const {
		attributed: [{base, parts}],
	} = await attribute({draws, outcomes: [bricks]}, 2, await crewOf(1), {seed: '1', pairs: 1});
	const [, {share, alone, last}] = parts.parts;
	expect(text).toBe([share, alone, last, parts.whole].map(change => changeText(change / base)).join(', '));
	expect(new Set([share, alone, last]).size).toBe(3);
});

test('a relief can be laid over a what-if of the lesson, and is then told in per cent of what that gave', () => {
	const [baseline, fewer] = told({text: `{relief broken-kilns for ${bricks}} {relief broken-kilns for ${bricks} in fewer}`}).text.split(' % ');
	expect(baseline).not.toBe(fewer);
});

test('a reveal shows the causes of what was lost, the greatest first, with bars as long as their shares beside it', () => {
	const {bars, figures} = told({reveal: '  - reveal: {of: fewer, why: [{by: losses}]}\n'});
	const percents = bars.map(({text}) => Number(/([\d.]+) %$/.exec(text)?.[1]));
	expect(percents.length).toBeGreaterThan(1);
	expect(percents).toEqual(percents.toSorted((a, b) => b - a));
	expect(percents.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, -0.5);
	expect(bars[0].share).toBe(1);
	expect(bars[1].share).toBeCloseTo(percents[1] / percents[0], 1);
	expect(figures).toContain('What was lost to each cause, of all that was lost (Bricks: made, 1900, in the baseline):');
});

test('a reveal shows what each relief brings, of another outcome and run if it names them', () => {
	const {bars, figures} = told({reveal: '  - reveal: {of: fewer, why: [{by: reliefs, outcome: "industry.index@1900:mean", run: fewer}]}\n'});
	expect(bars.map(({text}) => text.replace(/[+−±]?[\d.]+ %/g, 'N'))).toEqual(['Broken kilns: N (alone N, last N)', 'Too few people: N (alone N, last N)']);
	expect(figures.join()).toContain('Industry: index, 1900 (mean), in “Fewer builders”');
	expect(figures.at(-1)).toMatch(/^All together, the sum of the shares: \+/);
});

test('where nothing is lost the reveal says so', () => {
	const reveal = '  - reveal: {of: fewer, why: [{by: losses, outcome: "coal.made@1900-12:sum", run: plenty}]}\n';
	const lesson = brickLesson({reveal}).replace('runs:\n', 'runs:\n  plenty: {title: Plenty, what-if: fewer.yaml}\n');
	const file = writeBricks(lesson, {
		'labour.builders': '{set: 3 persons}',
		'industries.mining.skilled': '{set: 20 persons}',
		'industries.mining.unskilled': '{set: 30 persons}',
		'industries.mining.attrition': '{set: 0}',
	});
	expect(printLesson(courseOf(loadLesson(file)))).toContain('- Nothing was lost.');
});

test('on paper a bar stands before its cause', () => {
	const text = printLesson(courseOf(loadLesson(writeBricks(brickLesson({reveal: '  - reveal: {of: fewer, why: [{by: losses}]}\n'})))));
	expect(text).toMatch(/\n {6}█{10} \S.*: \d+ %\n {6}█+·+ \S/);
});
