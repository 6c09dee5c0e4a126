import {expect, test} from 'vitest';
import type {RevealStep} from '../../src/scenario/lesson.ts';
import {ScenarioError} from '../../src/scenario/problem.ts';
import {loadLesson} from '../../src/scenario/read-lesson.ts';
import {brickLesson, writeBricks} from './brick-lesson.ts';

const bricks = 'bricks.made@1900:sum';
const why = (...lines: readonly string[]): string => `  - reveal: {of: fewer, why: [${lines.map(line => `{${line}}`).join(', ')}]}\n`;

test('figures in braces may ask what was lost to a cause, and what a relief brings', () => {
	const text = `{lost to coal for ${bricks} in fewer} {relief broken-kilns for ${bricks}} {relief broken-kilns last for ${bricks} in fewer} {all reliefs for ${bricks}}`;
	const [{text: pieces}] = loadLesson(writeBricks(brickLesson({text}))).steps;
	expect(pieces.filter(piece => piece !== ' ')).toMatchObject([
		{kind: 'loss', cause: 'coal', run: 'fewer'},
		{kind: 'relief', relief: 'broken-kilns', of: 'share', run: 'baseline'},
		{kind: 'relief', relief: 'broken-kilns', of: 'last', run: 'fewer'},
		{kind: 'relief', relief: undefined, of: 'share', run: 'baseline'},
	]);
});

test('a reveal may say why: of the outcome that was predicted, in the baseline, if it names no others', () => {
	const reveal = why('by: losses', 'by: reliefs, outcome: "coal.made@1900:sum", run: fewer');
	const {steps, reliefs} = loadLesson(writeBricks(brickLesson({reveal})));
	expect((steps[2] as RevealStep).why).toMatchObject([
		{by: 'losses', outcome: {text: bricks}, run: 'baseline'},
		{by: 'reliefs', outcome: {text: 'coal.made@1900:sum'}, run: 'fewer'},
	]);
	expect(reliefs).toEqual(['too-few-people', 'broken-kilns']);
});

const which = `  - predict: {id: which, question: Which?, choices: {a: {label: A, outcome: "coal.made:sum"}, b: {label: B, outcome: "${bricks}"}}}\n`;

test.each([
	['a relief that the scenario has not', {reliefs: '[§too-few-peeple]'}, 'unknown-id', /did you mean "too-few-people"/],
	['a relief that is listed twice', {reliefs: '[broken-kilns, §broken-kilns]'}, 'duplicate', /twice/],
	['a relief that the lesson does not list', {text: `{relief too-little-coal for ${bricks}}`}, 'unknown-id', /lists under reliefs no "too-little-coal"/],
	['a relief in a lesson that lists none', {reliefs: '[]', reveal: why('§by: reliefs').replace('{§', '§{')}, 'figure', /names no reliefs/],
	['a relief laid over the learner’s own run', {text: `{relief broken-kilns for ${bricks} in yours}`}, 'figure', /not over yours/],
	['a relief laid over no run', {reveal: why('by: reliefs, run: §fever')}, 'unknown-id', /did you mean "fewer"/],
	['a cause that is none there', {text: `{lost to cole for ${bricks}}`}, 'unknown-id', /did you mean "coal"/],
	['a cause of other sites', {text: '{lost to coal for coal.made@1900:sum}'}, 'unknown-id', /but to no "coal"/],
	['losses of what makes nothing', {text: '{lost to damage for village-coal.served@1900:sum}'}, 'outcome', /makes nothing/],
	['losses in no run', {text: `{lost to coal for ${bricks} in fever}`}, 'unknown-id', /did you mean "fewer"/],
	['a reveal of the losses of what makes nothing', {reveal: why('by: losses, outcome: §"village-coal.served@1900:sum"')}, 'outcome', /makes nothing/],
	[
		'a reveal of one of several that names no outcome',
		{extra: `${which}  - reveal: {of: which, why: [§{by: losses}]}\n`},
		'missing',
		/name the one to explain/,
	],
	['reasons that are neither', {reveal: why('by: §loses')}, 'option', /did you mean "losses"/],
	['words that ask for nothing', {text: `{lost for ${bricks}}`}, 'figure', /"lost to" a cause/],
] as const)('a mistake is found where it stands: %s', (_, parts, code, message) => {
	const written = brickLesson('text' in parts ? {text: `§${parts.text}`} : parts).replace("'§", "§'");
	const before = written.slice(0, written.indexOf('§')).split('\n');
	try {
		loadLesson(writeBricks(written.replace('§', '')));
	} catch (error) {
		if (!(error instanceof ScenarioError)) throw error;
		expect(error.problems.map(problem => [problem.line, problem.column, problem.code])).toEqual([[before.length, (before.at(-1)?.length ?? 0) + 1, code]]);
		expect(error.problems[0].message).toMatch(message);
		return;
	}
	throw new Error('nothing was found wrong');
});

test('a relief that a what-if of the lesson leaves no room for is a mistake of the lesson', () => {
	expect(() => loadLesson(writeBricks(brickLesson(), {'sites.river-kilns.count': '{set: 2 units}'}))).toThrow(/broken-kilns cannot be laid over every what-if/);
});

test('there are no more reliefs than can be run in every combination', () => {
	expect(() => loadLesson(writeBricks(brickLesson({reliefs: `[${Array.from({length: 7}, (_, i) => `r${i}`).join(', ')}]`})))).toThrow(
		/lesson.yaml:8:10 {2}type/,
	);
});
