import {expect, test} from 'vitest';
import type {PredictStep} from '../../src/scenario/lesson.ts';
import {loadLesson} from '../../src/scenario/read-lesson.ts';
import {answerOf, changeOf, choiceIds, courseOf, figureOf} from '../../src/study/lesson.ts';
import {mine, write} from '../scenario/files.ts';

/** Coal comes from elsewhere, 100 t a month, and stoves take what they ask for; nothing else moves. */
const scenario = `${mine.replace('title: Valley', 'title: Valley\nlevers: levers.yaml\nsources: sources.yaml').replace('{unit: t, price: 10 yen/t}', '{unit: t, price: 10 yen/t, supplied: 100 t/month}').replace('working: 1', 'working: 0')}
uses:
  stoves: {demand: 50 t/month, goods: {coal: {amount: 1}}}
  forges: {demand: 20 t/month, goods: {coal: {amount: 1}}}
`;
const levers =
	'counterplan: 1\nfile: levers\nlevers:\n  stoves: {path: uses.stoves.demand, label: Stoves, group: All, kind: action, min: 0, max: 80, step: 10, unit: t/month}\n';

const lesson = (steps: string): string => `counterplan: 1
file: lesson
scenario: scenario.yaml
title: Stoves
question: Who is cold?
minutes: 5
levers: [stoves]
runs:
  more: {title: More, levers: {stoves: 60}}
  hardly: {title: Hardly more, levers: {stoves: 50.2}}
  less: {title: Less, levers: {stoves: 40}}
steps:
${steps}debriefing: {text: So it is., source: S1}
`;

function asked(...questions: readonly string[]) {
	const steps = questions.map((question, i) => `  - predict: {id: q${i}, question: How?, ${question}}\n  - reveal: {of: q${i}}\n`).join('');
	const file = write({
		'lesson.yaml': lesson(steps),
		'scenario.yaml': scenario,
		'levers.yaml': levers,
		'sources.yaml': 'counterplan: 1\nfile: sources\nsources:\n  S1: {figure: a, cite: b}\n',
	});
	const course = courseOf(loadLesson(file));
	const predictions = course.lesson.steps.filter((step): step is PredictStep => step.kind === 'predict');
	return {course, predictions, answers: predictions.map(step => answerOf(step, course.runs()))};
}

test('whether an outcome rises, stays or falls is judged by the run: 60 or 40 t a month where there were 50', () => {
	const outcome = 'outcome: "stoves.served@1946:sum"';
	expect(asked(`${outcome}, run: more`, `${outcome}, run: less`, `${outcome}, run: hardly`, `${outcome}, run: hardly, alike: 0.1 %`).answers).toEqual([
		'more',
		'less',
		'same',
		'more',
	]);
});

test('how large a change is is judged by the bounds that it lies between: a fifth more', () => {
	const {predictions, answers} = asked('outcome: "stoves.served@1946:sum", run: more, bounds: [-10 %, 10 %, 30 %]');
	expect(choiceIds(predictions[0])).toEqual(['between-0', 'between-1', 'between-2', 'between-3']);
	expect(answers).toEqual(['between-2']);
});

test('a change can be measured against another run than the baseline: a third less beside 60', () => {
	expect(asked('outcome: "stoves.served@1946:sum", run: less, beside: more, bounds: [-40 %, -30 %, 0 %]').answers).toEqual(['between-1']);
});

test('which of several has most or least is judged by the runs and outcomes of the choices', () => {
	const choices = 'choices: {stoves: {label: Stoves, outcome: "stoves.served@1946:sum"}, forges: {label: Forges, outcome: "forges.served@1946:sum"}}';
	const runs = 'outcome: "stoves.served@1946:sum", choices: {more: {label: More, run: more}, less: {label: Less, run: less}}';
	expect(asked(choices, `${choices}, find: least`, runs, `${runs}, find: least`).answers).toEqual(['stoves', 'forges', 'more', 'less']);
});

test('the learner’s own run is the baseline until a lever is moved', () => {
	const {course, predictions} = asked('outcome: "stoves.served@1946:sum", run: yours');
	expect(answerOf(predictions[0], course.runs())).toBe('same');
	expect(answerOf(predictions[0], course.runs(course.runAt(new Map([['stoves', 20]]))))).toBe('less');
});

test('a run is made once, and its figures are those of the economy: 12 months of 60 t', () => {
	const {course, predictions} = asked('outcome: "stoves.served@1946:sum", run: more');
	const [{asked: question}] = predictions;
	const outcome = question.how === 'sign' ? question.outcome : undefined;
	const runs = course.runs();
	expect(runs('more')).toBe(runs('more'));
	expect(outcome && figureOf(runs('more'), outcome).value).toBe(720);
	expect(outcome && changeOf(runs('more'), runs('baseline'), outcome)).toBeCloseTo(0.2, 12);
});
