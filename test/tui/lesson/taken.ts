/** A lesson of two stoves, opened on a screen that exists only in memory. */
import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {loadLesson} from '../../../src/scenario/read-lesson.ts';
import {type Course, courseOf} from '../../../src/study/lesson.ts';
import {withLesson} from '../../../src/tui/lesson/reduce.ts';
import {openingState, type State} from '../../../src/tui/state.ts';
import {mine, write} from '../../scenario/files.ts';

const scenario = `${mine.replace('title: Valley', 'title: Valley\nlevers: levers.yaml\nsources: sources.yaml').replace('{unit: t, price: 10 yen/t}', '{unit: t, price: 10 yen/t, supplied: 100 t/month}').replace('working: 1', 'working: 0')}
uses:
  stoves: {demand: 50 t/month, goods: {coal: {amount: 1}}}
  forges: {demand: 20 t/month, goods: {coal: {amount: 1}}}
`;
const levers = `counterplan: 1
file: levers
levers:
  forges: {path: uses.forges.demand, label: What the forges ask for, group: Uses, kind: action, min: 0, max: 80, step: 10, unit: t/month}
  stoves: {path: uses.stoves.demand, label: What the stoves ask for, group: Uses, kind: action, min: 0, max: 80, step: 10, unit: t/month}
  capacity: {path: sites.hill-mine.capacity, label: Capacity, group: Mine, kind: action, min: 6, max: 24, step: 1, unit: kt/year}
`;
const lesson = `counterplan: 1
file: lesson
scenario: scenario.yaml
title: Two stoves
question: Who is cold?
minutes: 5
levers: [forges, stoves]
runs:
  more: {title: More, levers: {stoves: 60}}
  cold: {title: Cold, what-if: cold.yaml}
steps:
  - {title: A valley, text: 'The stoves burn {stoves.served@1946:sum}.'}
  - predict: {id: more, question: What burns in a winter?, outcome: 'stoves.served@1946:sum', run: more}
  - {text: Make it warm., move: {levers: {stoves: 60}, fresh: true, hint: 'to {to stoves}'}}
  - reveal: {of: more}
  - look: {screen: people, month: 1946-03}
  - predict: {id: cold, question: And in the cold?, outcome: 'stoves.served@1946:sum', run: cold}
  - reveal: {of: cold}
debriefing: {text: So it is., source: S1}
`;
const cold = 'counterplan: 1\nfile: what-if\nextends: scenario.yaml\ntitle: Cold\nreason: invented\nchange:\n  uses.stoves.demand: {scale: 1.2}\n';

/** The course of the lesson, in a folder of its own. */
export function twoStoves(): Course {
	const sources = 'counterplan: 1\nfile: sources\nsources:\n  S1: {figure: a stove, value: hot, cite: a book}\n';
	return courseOf(loadLesson(write({'stoves.yaml': lesson, 'scenario.yaml': scenario, 'levers.yaml': levers, 'sources.yaml': sources, 'cold.yaml': cold})));
}

/** The state in which the lesson opens. */
export const opened = (course: Course): State => withLesson(openingState('mono', 'braille', false), course);

/** A folder where results may be written. */
export const emptyFolder = (): string => mkdtempSync(path.join(tmpdir(), 'counterplan-results-'));
