import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {lessonScreens} from '../../src/scenario/lesson.ts';
import {ScenarioError} from '../../src/scenario/problem.ts';
import {loadLesson} from '../../src/scenario/read-lesson.ts';
import {screenIds} from '../../src/tui/state.ts';
import {mine, write} from './files.ts';

const scenario = `${mine.replace('title: Valley', 'title: Valley\nlevers: levers.yaml\nsources: sources.yaml')}
uses:
  stoves: {demand: 100 t/month, goods: {coal: {amount: 1}}}
`;
const levers = `counterplan: 1
file: levers
levers:
  stoves: {path: uses.stoves.demand, label: Stoves, group: All, kind: action, min: 0, max: 200, step: 10, unit: t/month}
  capacity: {path: sites.hill-mine.capacity, label: Capacity, group: All, kind: action, min: 6, max: 24, step: 1, unit: kt/year}
`;
const sources = 'counterplan: 1\nfile: sources\nsources:\n  S1: {figure: stoves, value: many, cite: a book}\n';
const whatIf = `counterplan: 1
file: what-if
extends: scenario.yaml
title: Cold
reason: invented
change:
  uses.stoves.demand: {scale: 2}
`;
const other = {
	'other.yaml': mine.replace('title: Valley', 'title: Other'),
	'elsewhere.yaml': whatIf.replace('scenario.yaml', 'other.yaml').replace('uses.stoves.demand', 'goods.coal.loss').replace('{scale: 2}', '{set: 0.1}'),
};

const lesson = (parts: {readonly runs?: string; readonly steps?: string; readonly head?: string; readonly debriefing?: string} = {}): string => `counterplan: 1
file: lesson
scenario: scenario.yaml
title: Stoves
question: Who is cold?
minutes: 5
levers: [stoves]
${parts.head ?? ''}runs:
  cold: {title: Cold, what-if: cold.yaml}
  warm: {title: Warm, levers: {stoves: 50}}
${parts.runs ?? ''}steps:
${parts.steps ?? '  - text: Read.\n'}debriefing: ${parts.debriefing ?? '{text: So it is., source: S1}'}
`;

const files = (text: string): Readonly<Record<string, string>> => ({
	'lesson.yaml': text,
	'scenario.yaml': scenario,
	'levers.yaml': levers,
	'sources.yaml': sources,
	'cold.yaml': whatIf,
	...other,
});

const load = (text: string) => loadLesson(write(files(text)));

const asked = (more: string): string => `  - predict: {id: one, question: How?, ${more}}\n  - reveal: {of: one}\n`;

/** Expect a lesson’s one mistake where the mark § stands. */
function expectMistake(text: string, code: string, message: RegExp): void {
	const before = text.slice(0, text.indexOf('§')).split('\n');
	const problems = problemsOf(text.replace('§', ''));
	expect(problems.map(problem => `${path.basename(problem.file)}:${problem.line}:${problem.column} ${problem.code}`)).toEqual([
		`lesson.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${code}`,
	]);
	expect(problems[0].message).toMatch(message);
}

function problemsOf(text: string): ScenarioError['problems'] {
	try {
		load(text);
	} catch (error) {
		if (error instanceof ScenarioError) return error.problems;
		throw error;
	}
	return [];
}

describe('a lesson', () => {
	test('has its steps in order and the debriefing last', () => {
		const read = load(lesson({steps: `  - text: Read.\n${asked('outcome: coal.used:sum, run: cold')}`}));
		expect(read.steps.map(({kind}) => kind)).toEqual(['text', 'predict', 'reveal', 'debriefing']);
		expect(read).toMatchObject({id: 'lesson', title: 'Stoves', minutes: 5, levers: ['stoves']});
		expect([...read.runs.keys()]).toEqual(['cold', 'warm']);
	});

	test('takes the positions of levers in the levers’ own units, whatever they are written in', () => {
		const read = load(lesson({runs: '  much: {title: Much, levers: {stoves: 1.2 kt/year}}\n'}));
		expect(read.runs.get('much')?.positions.get('stoves')).toBe(100);
	});

	test('holds figures that are worked out from runs, and where levers stand', () => {
		const steps = '  - text: Of {coal.made@1946:sum in cold over baseline}, {coal.made@1946:sum less warm}, {lever stoves}.\n';
		const [step] = load(lesson({steps})).steps;
		expect(step.text).toMatchObject([
			'Of ',
			{kind: 'figure', run: 'cold', beside: {how: 'over', run: 'baseline'}},
			', ',
			{kind: 'figure', run: 'baseline', beside: {how: 'less', run: 'warm'}},
			', ',
			{kind: 'lever', lever: 'stoves', of: 'rest'},
			'.',
		]);
	});

	test('turns to the screens that there are', () => {
		expect([...lessonScreens]).toEqual([...screenIds]);
	});
});

describe('a mistake in a lesson is found where it stands:', () => {
	test.each([
		['a lever that is not there', lesson({head: 'aim: none\n'}).replace('levers: [stoves]', 'levers: [§stove]'), 'unknown-id', /did you mean "stoves"/],
		['a position outside the lever', lesson({runs: '  hot: {title: Hot, levers: {stoves: §400}}\n'}), 'bounds', /from 0 to 200/],
		['a position in another unit', lesson({runs: '  hot: {title: Hot, levers: {stoves: §3 persons}}\n'}), 'unit-dimension', /measures something else/],
		['a run of nothing', lesson({runs: '  §none: {title: None}\n'}), 'missing', /a what-if, or levers/],
		['a run with a name that is taken', lesson({runs: '  §baseline: {title: B, levers: {stoves: 1}}\n'}), 'key', /taken/],
		['a what-if that is not there', lesson({runs: '  gone: {title: Gone, what-if: §gone.yaml}\n'}), 'no-file', /gone/],
		['a what-if of another case', lesson({runs: '  far: {title: Far, what-if: §elsewhere.yaml}\n'}), 'another-case', /other\.yaml/],
		['a scenario for a what-if', lesson({runs: '  far: {title: Far, what-if: §scenario.yaml}\n'}), 'file', /no what-if/],
		['an entity that is not there', lesson({steps: asked('outcome: §cole.made:sum, run: cold')}), 'unknown-id', /did you mean "coal"/],
		['a quantity that it has not', lesson({steps: asked('outcome: §coal.maid:sum, run: cold')}), 'outcome', /did you mean "made"/],
		['months outside the run', lesson({steps: asked('outcome: §coal.made@1950:sum, run: cold')}), 'month', /outside the run/],
		['a run that is not there', lesson({steps: asked('outcome: coal.made:sum, run: §cool')}), 'unknown-id', /did you mean "cold"/],
		[
			'a prediction without a run',
			lesson({steps: '  - predict: §{id: one, question: How?, outcome: coal.made:sum}\n  - reveal: {of: one}\n'}).replace('  - reveal: {of: one}\n', ''),
			'missing',
			/needs run/,
		],
		['bounds that go down', lesson({steps: asked('outcome: coal.made:sum, run: cold, bounds: §[10 %, 0 %]')}), 'range', /upwards/],
		['a choice of one', lesson({steps: asked('outcome: coal.made:sum, choices: §{a: {label: A, run: cold}}')}), 'step', /two or more/],
		['a prediction that nothing answers', lesson({steps: '  - §predict: {id: one, question: How?, outcome: coal.made:sum, run: cold}\n'}), 'step', /no reveal/],
		['a reveal of nothing', lesson({steps: '  - reveal: {of: §one}\n'}), 'step', /asks for the prediction/],
		[
			'two things to do in one step',
			lesson({steps: '  - §look: {screen: coal}\n    move: {levers: {stoves: 1}}\n'}).replace('screen: coal', 'screen: people'),
			'step',
			/one thing/,
		],
		['a screen that is not there', lesson({steps: '  - look: {screen: §peeple}\n'}), 'option', /did you mean "people"/],
		['a month of a look outside the run', lesson({steps: '  - look: {screen: people, month: §1950-01}\n'}), 'month', /1945-09 to 1946-12/],
		['a lever to move that stays locked', lesson({steps: '  - move: {levers: {§capacity: 20}}\n'}), 'step', /unlocks/],
		['braces that ask for nothing', lesson({steps: '  - text: §How much is {coal}?\n'}), 'outcome', /not an outcome/],
		['a brace that stands alone', lesson({steps: '  - text: §How much } is it?\n'}), 'figure', /alone/],
		['a figure of a run that is not there', lesson({steps: '  - text: §It is {coal.made:sum in cool}.\n'}), 'unknown-id', /did you mean "cold"/],
		['a lever that the step does not move', lesson({steps: '  - text: §Put it to {to stoves}.\n'}), 'figure', /does not move it/],
		['a source that is not listed', lesson({debriefing: '{text: So it is., source: §S2}'}), 'unknown-source', /S1/],
		['a debriefing without sources', lesson({debriefing: '§{text: So it is.}'}), 'no-source', /sources/],
		['a key without meaning', lesson({steps: '  - text: Read.\n    §txet: no\n'}), 'unknown-key', /did you mean "text"/],
		['a step of nothing', lesson({steps: '  - §title: Empty\n'}), 'missing', /needs text/],
	] as const)('%s', (_, text, code, message) => expectMistake(text, code, message));

	test('and all of them at once', () => {
		const steps = `${asked('outcome: cole.made:sum, run: cold')}  - look: {screen: peeple}\n`;
		expect(problemsOf(lesson({steps})).map(({code}) => code)).toEqual(expect.arrayContaining(['unknown-id', 'option']));
	});
});
