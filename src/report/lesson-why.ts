/** Why an outcome of a lesson's run is what it is: a bar for each cause, the greatest first. */
import type {Lesson, Why} from '../scenario/lesson.ts';
import type {Runs} from '../study/lesson.ts';
import {lostTo, relieved} from '../study/lesson-why.ts';
import type {Passage} from './lesson.ts';
import {outcomeText, percentText, reliefChange, runText} from './lesson-words.ts';

/** Causes that have a bar of their own; those that took less share one. */
const most = 6;

/** What is explained, and a bar for each cause. */
export function whyPassages({by, outcome, run}: Why, lesson: Lesson, runs: Runs): Passage[] {
	const about = `${outcomeText(lesson.program, outcome)}, in ${runText(run, lesson)}`;
	if (by === 'losses') return [figure(`What was lost to each cause, of all that was lost (${about}):`), ...lossBars(lostTo(runs(run), outcome))];
	const found = relieved(runs(run), outcome, lesson.reliefs);
	const bars = found.parts
		.toSorted((a, b) => b.share - a.share)
		.map(({label, share, alone, last}) => ({
			size: Math.abs(share),
			text: `${label}: ${reliefChange(found, share)} (alone ${reliefChange(found, alone)}, last ${reliefChange(found, last)})`,
		}));
	return [
		figure(`What each relief brings: its share; alone; and last, when all the others are there (${about}):`),
		...barred(bars),
		figure(`All together, the sum of the shares: ${reliefChange(found, found.whole)}`),
	];
}

const figure = (text: string): Passage => ({kind: 'figure', text});

function lossBars(lost: ReturnType<typeof lostTo>): Passage[] {
	if (lost.length === 0) return [figure('Nothing was lost.')];
	const rest = lost.slice(most).reduce((sum, {share}) => sum + share, 0);
	const shown = [...lost.slice(0, most), ...(rest > 0 ? [{label: 'Other causes', share: rest}] : [])];
	return barred(shown.map(({label, share}) => ({size: share, text: `${label}: ${percentText(share)}`})));
}

/** The longest bar is as long as a bar can be. */
function barred(bars: readonly {readonly text: string; readonly size: number}[]): Passage[] {
	const largest = Math.max(...bars.map(({size}) => size));
	return bars.map(({text, size}) => ({kind: 'bar', text, share: largest > 0 ? size / largest : 0}));
}
