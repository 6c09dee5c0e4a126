/** A lesson about the bricks of `first-steps.yaml`, which asks why there were too few of them. */
import {readFileSync} from 'node:fs';
import {write} from './files.ts';

const valley = readFileSync('scenarios/first-steps.yaml', 'utf8').replace('\nlabour:', '\nsources: sources.yaml\nlabour:');
const sources = 'counterplan: 1\nfile: sources\nsources:\n  S1: {figure: bricks, value: few, cite: a book}\n';

export const reveal = '  - reveal: {of: fewer}\n';

type Parts = {readonly reliefs?: string; readonly text?: string; readonly reveal?: string; readonly extra?: string};

/** The text of the lesson; its mistakes, if it is to have any, go where the parts go. */
export const brickLesson = ({
	reliefs = '[too-few-people, broken-kilns]',
	text = 'Read.',
	reveal: revealed = reveal,
	extra = '',
}: Parts = {}): string => `counterplan: 1
file: lesson
scenario: valley.yaml
title: Bricks
question: Why are there so few bricks?
minutes: 5
levers: []
reliefs: ${reliefs}
runs:
  fewer: {title: Fewer builders, what-if: fewer.yaml}
steps:
  - text: '${text}'
  - predict: {id: fewer, question: And with fewer builders?, outcome: 'bricks.made@1900:sum', run: fewer}
${revealed}${extra}debriefing: {text: So it is., source: S1}
`;

/** Write a lesson beside its valley and a what-if that changes it; returns the lesson's file. */
export function writeBricks(lesson = brickLesson(), change: Readonly<Record<string, string>> = {'labour.builders': '{set: 3 persons}'}): string {
	const lines = Object.entries(change).map(([path, to]) => `  ${path}: ${to}\n`);
	const fewer = `counterplan: 1\nfile: what-if\nextends: valley.yaml\ntitle: Fewer builders\nkind: action\nreason: a test\nchange:\n${lines.join('')}`;
	return write({'lesson.yaml': lesson, 'valley.yaml': valley, 'fewer.yaml': fewer, 'sources.yaml': sources});
}
