/** The lessons of the Korean case: what they assert is what the runs say, and no result stands in them as a number. */
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {printLesson} from '../src/report/lesson-print.ts';
import type {PredictStep} from '../src/scenario/lesson.ts';
import {parseOutcome} from '../src/scenario/outcome.ts';
import {loadLesson} from '../src/scenario/read-lesson.ts';
import {answerOf, choiceIds, courseOf, figureOf} from '../src/study/lesson.ts';

const folder = path.join('scenarios', 'korea-1945', 'lessons');
const names = readdirSync(folder).map(file => file.replace('.yaml', ''));
const fileOf = (name: string): string => path.join(folder, `${name}.yaml`);
const courses = new Map(names.map(name => [name, courseOf(loadLesson(fileOf(name)))]));

/** What each lesson's texts take for granted. Where a run comes to say otherwise, its texts must be read again. */
const borneOut: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'quantity-or-quality': {mines: 'between-0', quantity: 'same', which: 'quality', none: 'less'},
	'which-shortage': {relief: 'specialists', removal: 'money', later: 'same', together: 'between-2'},
	'why-translators': {cover: 'geologists', more: 'same', none: 'between-1', without: 'between-1', short: 'less'},
	training: {cost: 'less', which: 'workers', leave: 'between-2', 'none-leave': 'between-1', 'double-leave': 'between-3'},
};

test('there are four lessons, of twenty minutes each', () => {
	expect(names.sort()).toEqual(Object.keys(borneOut).sort());
	for (const {lesson} of courses.values()) expect(lesson.minutes).toBe(20);
});

describe.each(names)('%s', name => {
	const course = courses.get(name);
	if (!course) throw new Error(name);
	const {lesson} = course;
	const predictions = lesson.steps.filter((step): step is PredictStep => step.kind === 'predict');

	test('its predictions come out as its texts take for granted', () => {
		expect(Object.fromEntries(predictions.map(step => [step.id, answerOf(step, course.runs())]))).toEqual(borneOut[name]);
	});

	test('what its texts say beside them is so', () => {
		const value = (text: string): number => {
			const [outcome = '', run = ''] = text.split(' in ');
			const parsed = parseOutcome(outcome);
			return typeof parsed === 'string' ? Number.NaN : figureOf(course.runs()(run), parsed).value;
		};
		for (const [less, more] of said[name]) expect(value(more), `${less} < ${more}`).toBeGreaterThan(value(less) * 1.001);
	});

	test('asks for predictions that can fail: not always the first choice, nor the last', () => {
		const places = predictions.map(step => choiceIds(step).indexOf(answerOf(step, course.runs())));
		expect(new Set(places).size).toBeGreaterThan(1);
		expect(predictions.length).toBeGreaterThanOrEqual(4);
	});

	test('unlocks every lever that it asks for, has something to move, and cites the paper at the end', () => {
		const moved = lesson.steps.flatMap(step => (step.kind === 'move' ? [...step.positions.keys()] : []));
		expect(moved.length).toBeGreaterThan(0);
		for (const id of moved) expect(lesson.levers).toContain(id);
		expect(lesson.steps.at(-1)?.sources.some(id => id.startsWith('F'))).toBe(true);
	});

	test('on paper every figure is worked out, and every line fits', () => {
		const text = printLesson(course);
		expect(text).not.toMatch(/[{}]|NaN|undefined|∞/);
		const long = text.split('\n').filter(line => line.length > 78 && !/https?:/.test(line));
		expect(long).toEqual([]);
	});

	test('no result is written in it: its numbers are years, dates, positions or figures of the sources that it cites', () => {
		const {known, texts} = numbersAndTexts(name);
		const strange = texts.flatMap(text => numbersIn(text.replace(/\{[^}]*\}/g, '')).filter(number => !known.has(number) && !isYear(number)));
		expect(strange).toEqual([]);
	});
});

/** What the texts say beside the predictions, as comparisons of one figure with another, `outcome in run`. */
const said: Readonly<Record<string, readonly (readonly [less: string, more: string])[]>> = {
	'quantity-or-quality': [
		['coking-coal.stock@1947-12:final in baseline', 'coking-coal.stock@1946-12:final in baseline'],
		['pig-iron.made@1947-09..1947-12:sum in baseline', 'pig-iron.made@1947-09..1947-12:sum in quantity'],
		['pig-iron.made@1948:sum in baseline', 'pig-iron.made@1948:sum in quantity'],
		['trade-coal.landed@1949:sum in poor', 'trade-coal.landed@1949:sum in poor-none'],
		['pig-iron.made@1949:sum in poor', 'pig-iron.made@1949:sum in poor-none'],
		['sakhalin.fit@1947:sum in quantity', 'sakhalin.fit@1947:sum in quality'],
		['pig-iron.made@1948:sum in quality', 'pig-iron.made@1948:sum in both'],
		['sakhalin.port-stock@1947:mean in baseline', 'sakhalin.port-stock@1947:mean in mines'],
	],
	'which-shortage': [
		['industry.index@1949:mean in money', 'industry.index@1949:mean in coal'],
		['industry.index@1947:mean in coal', 'industry.index@1947:mean in money'],
		['industry.index@1949:mean in baseline', 'industry.index@1949:mean in coal'],
		['industry.index@1946:mean in baseline', 'industry.index@1946:mean in money'],
		['enterprises.started@1946-12:final in baseline', 'enterprises.started@1946-12:final in money'],
		['industry.index@1947:mean in no-money', 'industry.index@1947:mean in no-specialists'],
	],
	'why-translators': [
		['russian-korean.spoken@1946:mean in baseline', 'russian-korean.spoken@1947:mean in baseline'],
		['industry.index@1947:mean in no-translators', 'industry.index@1947:mean in baseline'],
		['industry.index@1947:mean in engineers-only', 'industry.index@1947:mean in all'],
		['industry.index@1947:mean in all', 'industry.index@1947:mean in all-and-courses'],
		['russian-korean.translators@1947:mean in baseline', 'russian-korean.translators@1947:mean in all'],
	],
	training: [
		['industry.index@1948:mean in baseline', 'industry.index@1948:mean in double'],
		['ironmaking.own-expertise@1949:mean in baseline', 'ironmaking.own-expertise@1945-09:mean in baseline'],
		['ironmaking.own-expertise@1949:mean in none', 'ironmaking.own-expertise@1949:mean in baseline'],
		['industry.index@1949:mean in double', 'industry.index@1949:mean in seats'],
		['industry.index@1949:mean in baseline', 'industry.index@1949:mean in double'],
		['industry.index@1947:mean in seats', 'industry.index@1947:mean in double'],
		['foreman-courses.trained@1949-12:final in double', 'foreman-courses.trained@1949-12:final in seats'],
		['worker-courses.trained@1949-12:final in seats', 'worker-courses.trained@1949-12:final in double'],
		['industry.index@1949:mean in none', 'industry.index@1949:mean in baseline'],
		['industry.index@1949:mean in no-workers', 'industry.index@1949:mean in no-foremen'],
	],
};

const isYear = (number: string): boolean => /^19[4-5]\d$/.test(number);

/** The numbers of a text, without commas in them: `1,034` is `1034`. */
const numbersIn = (text: string): string[] => (text.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? []).map(String);

type Written = string | number | boolean | null | readonly Written[] | {readonly [key: string]: Written};

/** Keys under which a lesson has words. */
const worded = new Set(['text', 'title', 'question', 'label', 'hint', 'aim']);

function textsOf(written: Written, key = ''): string[] {
	if (typeof written === 'string') return worded.has(key) ? [written] : [];
	if (Array.isArray(written)) return written.flatMap((one: Written) => textsOf(one));
	return typeof written === 'object' && written !== null ? Object.entries(written).flatMap(([name, value]) => textsOf(value, name)) : [];
}

function numbersAndTexts(name: string): {readonly known: ReadonlySet<string>; readonly texts: readonly string[]} {
	const lesson = courses.get(name)?.lesson;
	const cited = lesson?.steps.flatMap(({sources}) => sources) ?? [];
	const sources = cited.flatMap(id => lesson?.program.sources.get(id) ?? []);
	return {
		known: new Set(sources.flatMap(({figure, value}) => numbersIn(`${figure} ${value}`))),
		texts: textsOf(parse(readFileSync(fileOf(name), 'utf8')) as Written),
	};
}
