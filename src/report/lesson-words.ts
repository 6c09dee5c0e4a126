/** The words of a lesson, with the figures in them worked out from its runs. */
import type {FigurePiece, Lesson, LessonText, LossPiece, PredictStep, ReliefPiece, TextPiece} from '../scenario/lesson.ts';
import {baselineRun, ownRun} from '../scenario/lesson.ts';
import {restOf} from '../scenario/levers.ts';
import type {Outcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {changeOf, choiceIds, type Figure, figureOf, type Runs} from '../study/lesson.ts';
import {lostTo, type Relieved, relieved} from '../study/lesson-why.ts';
import {unitOver} from './headline/rows.ts';
import {formatNumber} from './number.ts';
import {positionText} from './position.ts';

/** A text as it is read, its paragraphs apart; `wanted` is where its step wants levers. */
export function paragraphs(text: LessonText, lesson: Lesson, runs: Runs, wanted: ReadonlyMap<string, number> = new Map()): string[] {
	return text
		.map(piece => pieceText(piece, lesson, runs, wanted))
		.join('')
		.split('\n')
		.map(paragraph => paragraph.replace(/\s+/g, ' ').trim())
		.filter(paragraph => paragraph !== '');
}

function pieceText(piece: TextPiece, lesson: Lesson, runs: Runs, wanted: ReadonlyMap<string, number>): string {
	if (typeof piece === 'string') return piece;
	if (piece.kind === 'figure') return figureText(piece, runs);
	if (piece.kind === 'loss') return lossText(piece, runs);
	if (piece.kind === 'relief') return reliefText(piece, lesson, runs);
	const lever = lesson.program.levers.find(({id}) => id === piece.lever);
	const position = piece.of === 'wanted' ? wanted.get(piece.lever) : lever && restOf(lever);
	return positionText(position, lever?.unit ?? '1');
}

function figureText({outcome, run, beside}: FigurePiece, runs: Runs): string {
	const here = figureOf(runs(run), outcome);
	if (!beside) return valueText(here);
	if (beside.how === 'over') return changeText(changeOf(runs(run), runs(beside.run), outcome));
	return differenceText(here, figureOf(runs(beside.run), outcome));
}

const lossText = ({cause, outcome, run}: LossPiece, runs: Runs): string =>
	percentText(lostTo(runs(run), outcome).find(lost => lost.cause === cause)?.share ?? 0);

function reliefText({relief, of, outcome, run}: ReliefPiece, {reliefs}: Lesson, runs: Runs): string {
	const found = relieved(runs(run), outcome, reliefs);
	const part = found.parts.find(({id}) => id === relief);
	return reliefChange(found, part ? part[of] : found.whole);
}

/** What a relief brings, in per cent of what the run gave. */
export const reliefChange = ({base}: Relieved, change: number): string => changeText(change === 0 ? 0 : change / Math.abs(base));

const unitOf = ({column, outcome}: Figure): string => (outcome.reduce === 'sum' ? unitOver(column) : column.unit === '1' ? '' : column.unit);

/** A figure with its unit: `42.2 thousand t`, `90 %`, `19.7`. */
export const valueText = (figure: Figure, beside: readonly number[] = []): string => inUnit(figure, figure.value, beside);

function inUnit(figure: Figure, value: number, beside: readonly number[]): string {
	if (figure.column.kind === 'share') return percentText(value);
	const largest = Math.max(Math.abs(value), ...beside.map(Math.abs));
	const [by, word] = largest < 1e4 ? [1, ''] : largest < 1e6 ? [1e3, 'thousand '] : largest < 1e9 ? [1e6, 'million '] : [1e9, 'thousand million '];
	return `${formatNumber(value / by)} ${word}${unitOf(figure)}`.trim();
}

/** `8.1 %`, `23 %`. */
export const percentText = (share: number): string =>
	`${Math.abs(share) >= 0.0995 ? formatNumber(Math.round(share * 100)) : String(Number((share * 100).toFixed(1))).replace('-', '−')} %`;

function differenceText(here: Figure, there: Figure): string {
	const difference = here.value - there.value;
	const size = inUnit(here, Math.abs(difference), []).replace(/%$/, 'points');
	return `${difference < 0 ? '−' : '+'}${size}`;
}

/** `+8.1 %`, `−23 %`; so little that it would round to nothing is `±0 %`. */
export function changeText(change: number): string {
	if (!Number.isFinite(change)) return change > 0 ? 'from nothing' : '–';
	const size = Math.abs(change) * 100;
	if (size < 0.05) return '±0 %';
	return `${change < 0 ? '−' : '+'}${size >= 9.95 ? formatNumber(Math.round(size)) : size.toFixed(1)} %`;
}

const reduced: Readonly<Record<Outcome['reduce'], string>> = {sum: '', mean: ' (mean)', final: ' (at the end)', peak: ' (at the most)', low: ' (at the least)'};

/** `Pig iron: made, 1948`; `Industry: index, 1947 (mean)`. */
export function outcomeText(program: Program, {entity, quantity, text, reduce}: Outcome): string {
	const label = program.entities.get(entity)?.label ?? entity;
	const period = /@([^:]+)/.exec(text)?.[1]?.replace('..', ' to ');
	return `${label}: ${quantity.replaceAll('-', ' ')}${period === undefined ? '' : `, ${period}`}${reduced[reduce]}`;
}

/** What a run is called: `the baseline`, `“All the specialists come”`. */
export const runText = (id: string, {runs}: Lesson): string =>
	id === baselineRun ? 'the baseline' : id === ownRun ? 'your own run' : `“${runs.get(id)?.title ?? id}”`;

export type ChoiceText = {readonly id: string; readonly label: string};

/** What can be answered, in order, in words. */
export function choicesOf(step: PredictStep): readonly ChoiceText[] {
	const {asked} = step;
	const ids = choiceIds(step);
	if (asked.how === 'which') return asked.choices.map(({id, label}) => ({id, label}));
	if (asked.how === 'sign') {
		const alike = `within ${formatNumber(asked.alike * 100)} %`;
		return [`more, by over ${formatNumber(asked.alike * 100)} %`, `about the same, ${alike}`, `less, by over ${formatNumber(asked.alike * 100)} %`].map(
			(label, i) => ({id: ids[i], label}),
		);
	}
	return ids.map((id, i) => ({id, label: bandText(asked.bounds[i - 1], asked.bounds[i])}));
}

/** A share between two bounds, in words. */
function bandText(low: number | undefined, high: number | undefined): string {
	const percent = (share: number): string => `${formatNumber(Math.abs(share) * 100)} %`;
	if (low === undefined)
		return high === undefined
			? 'anything'
			: high <= 0
				? `falls${high === 0 ? '' : ` by more than ${percent(high)}`}`
				: `rises by less than ${percent(high)}, or falls`;
	if (high === undefined) return low >= 0 ? `rises${low === 0 ? '' : ` by more than ${percent(low)}`}` : `falls by less than ${percent(low)}, or rises`;
	if (low >= 0) return low === 0 ? `rises by less than ${percent(high)}` : `rises by ${percent(low)} to ${percent(high)}`;
	if (high <= 0) return high === 0 ? `falls by less than ${percent(low)}` : `falls by ${percent(high)} to ${percent(low)}`;
	return `stays between −${percent(low)} and +${percent(high)}`;
}
