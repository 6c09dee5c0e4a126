/** Why an outcome is what it is, worked out behind the screen: what each cause contributes, from reruns with causes relieved, and how sure that is. */
import {years} from '../report/period.ts';
import {formatMonth} from '../scenario/calendar.ts';
import type {Outcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {outcomeOf} from '../study/evaluate.ts';
import type {Subject} from '../study/subject.ts';
import {type Attribution, asWritten, attribute, type Question} from '../study/why/attribution.ts';
import {type Drawing, type Drawn, drawTellings, type Otherwise, tellOtherwise} from '../study/why/certainty.ts';
import type {Work} from './background.ts';
import {chosenOutcome, type ShownOutcome, shownOutcomes} from './outcomes.ts';
import type {State} from './state.ts';

export type WhyWanted = {
	readonly subject: Subject;
	readonly levers: Readonly<Record<string, number>>;
	/** By their ids. */
	readonly reliefs: readonly string[];
	/** As written. */
	readonly outcomes: readonly string[];
};

/** How far the reruns have come, and what came of them once all are done; a problem where one of them failed. */
export type Reruns = {
	readonly done: number;
	readonly wanted: number;
	readonly attribution: Attribution | undefined;
	readonly problem?: string;
};

/** How sure the attribution of one outcome is, as far as it is known; what is being done until all is. */
export type Sureness = {
	readonly outcome: string;
	readonly doing: string;
	readonly drawn: Drawn | undefined;
	readonly otherwise: readonly Otherwise[] | undefined;
};

/** How many pairs of orders are drawn where there are too many combinations of causes. */
const pairs = 64;
/** How many members are asked how sure it is. */
const members = 32;
const seed = '1';

/** An outcome over a period, `1947` or `1945-09..1945-12`; over the whole run without one. */
const over = ({entity, quantity, over: {reduce}}: ShownOutcome, period: string | undefined): string =>
	`${entity}.${quantity}${period === undefined ? '' : `@${period}`}:${reduce}`;

/** The years of a run as periods of outcomes; the first and the last may be short. */
const yearsOf = ({start, layout}: Program): readonly {readonly text: string; readonly to: number}[] =>
	years(start, layout.months).map(({label, from, to}) => ({
		text: to - from === 11 ? label : [from, to].map(month => formatMonth(start + month)).join('..'),
		to,
	}));

/** Every outcome that can be chosen, over every year and over the run. They cost no more runs than one. */
export const allOutcomes = (program: Program): readonly string[] =>
	shownOutcomes(program).flatMap(shown => [undefined, ...yearsOf(program).map(({text}) => text)].map(period => over(shown, period)));

/** The outcome that is explained: the chosen one, over the year under the cursor or over the run. */
export function explainedOutcome(program: Program, {outcome, month, ofYear}: State): Outcome {
	const year = yearsOf(program).find(({to}) => month <= to);
	return outcomeOf(over(chosenOutcome(program, outcome), ofYear ? year?.text : undefined));
}

const questionOf = ({subject, levers, reliefs, outcomes}: WhyWanted): Question => ({
	draws: {subject, factors: asWritten, levers, causes: {reliefs}},
	outcomes,
});

/** Run the combinations of reliefs, and put how many are done until all are. */
export const attributeReliefs: Work<WhyWanted, Reruns> = async (wanted, crew, put, signal) => {
	const tellProgress = (done: number, of: number): void => put({done, wanted: of, attribution: undefined});
	try {
		const attribution = await attribute(questionOf(wanted), wanted.reliefs.length, crew, {seed, pairs, tellProgress, signal});
		put({done: attribution.runs, wanted: attribution.runs, attribution});
	} catch (error) {
		put({done: 0, wanted: 0, attribution: undefined, problem: error instanceof Error ? error.message : String(error)});
	}
};

/** Ask drawn members, and then other readings and forms of the model, about the one outcome that is wanted. */
export const askHowSure: Work<WhyWanted, Sureness> = async (wanted, crew, put, signal) => {
	const question = questionOf(wanted);
	const n = wanted.reliefs.length;
	const [outcome] = wanted.outcomes;
	const tell = (doing: string, drawn?: Drawn, otherwise?: readonly Otherwise[]): void => put({outcome, doing, drawn, otherwise});
	const drawing: Drawing = {members, seed, signal, tellProgress: tell};
	try {
		tell('drawing members');
		const drawn = await drawTellings(question, n, drawing, crew);
		const tellProgress = (doing: string): void => tell(doing, drawn);
		tell('', drawn, await tellOtherwise(question, n, {...drawing, tellProgress}, crew));
	} catch (error) {
		tell(`cannot be said: ${error instanceof Error ? error.message : String(error)}`);
	}
};
