/** What a step of a lesson says, passage by passage, for a screen and for paper; and what is handed in at the end. */
import {workBySource} from '../scenario/bibliography.ts';
import {formatMonth} from '../scenario/calendar.ts';
import type {LessonStep, MoveStep, PredictStep, RevealStep} from '../scenario/lesson.ts';
import type {Outcome} from '../scenario/outcome.ts';
import {answerOf, type Course, changeOf, figureOf, type Runs} from '../study/lesson.ts';
import {whyPassages} from './lesson-why.ts';
import {changeText, choicesOf, outcomeText, paragraphs, runText, valueText} from './lesson-words.ts';
import {positionText} from './position.ts';

export type Passage = {
	readonly kind: 'text' | 'question' | 'choice' | 'task' | 'hint' | 'right' | 'wrong' | 'figure' | 'bar' | 'source';
	readonly text: string;
	/** Of a choice, its id. */
	readonly id?: string;
	/** Of a bar, how long it is, from 0 to 1. */
	readonly share?: number;
};

/** What the learner did before: answers by prediction. */
export type Told = {readonly runs: Runs; readonly answers: ReadonlyMap<string, string>};

/** What a step says. */
export function passagesOf(step: LessonStep, {lesson}: Course, told: Told): readonly Passage[] {
	const wanted = step.kind === 'move' ? step.positions : undefined;
	const text = paragraphs(step.text, lesson, told.runs, wanted).map((one): Passage => ({kind: 'text', text: one}));
	const sources = sourcesOf(step, lesson.program);
	switch (step.kind) {
		case 'predict':
			return [...text, {kind: 'question', text: step.question}, ...choicesOf(step).map(({id, label}): Passage => ({kind: 'choice', text: label, id}))];
		case 'move':
			return [...text, ...tasksOf(step, lesson.program), ...(step.hint ? paragraphs(step.hint, lesson, told.runs, wanted).map(hintOf) : [])];
		case 'look':
			return [...text, {kind: 'task', text: lookText(step, lesson.program)}];
		case 'reveal':
			return [
				...verdictOf(step, told),
				...figuresOf(step, lesson, told.runs),
				...step.why.flatMap(why => whyPassages(why, lesson, told.runs)),
				...text,
				...sources,
			];
		default:
			return [...text, ...sources];
	}
}

const hintOf = (text: string): Passage => ({kind: 'hint', text: `Hint: ${text}`});

type Program = Course['lesson']['program'];

function tasksOf({positions}: MoveStep, program: Program): Passage[] {
	return [...positions].flatMap(([id, position]) => {
		const lever = program.levers.find(one => one.id === id);
		return lever ? [{kind: 'task', text: `Move “${lever.label}” (${lever.group}) to ${positionText(position, lever.unit)}.`} as const] : [];
	});
}

function lookText({screen, outcome, month}: LessonStep & {kind: 'look'}, program: Program): string {
	const [entity = '', quantity = ''] = outcome?.split('.') ?? [];
	const chart = outcome === undefined ? '' : `, ${program.entities.get(entity)?.label ?? entity}: ${quantity.replaceAll('-', ' ')}`;
	return `Look at the screen “${screen}”${chart}${month === undefined ? '' : `, in ${formatMonth(month)}`}.`;
}

/** What was predicted, and whether the run bears it out. */
function verdictOf({of}: RevealStep, {runs, answers}: Told): Passage[] {
	const choices = choicesOf(of);
	const labelOf = (id: string): string => choices.find(choice => choice.id === id)?.label ?? id;
	const right = answerOf(of, runs);
	const answer = answers.get(of.id);
	const question: Passage = {kind: 'question', text: of.question};
	const gave = `The run says: ${labelOf(right)}${howMuch(of, runs)}.`;
	if (answer === undefined) return [question, {kind: 'right', text: gave}];
	if (answer === right) return [question, {kind: 'right', text: `You predicted: ${labelOf(answer)}. ${gave} As you predicted.`}];
	return [question, {kind: 'wrong', text: `You predicted: ${labelOf(answer)}. ${gave} Not as you predicted.`}];
}

const howMuch = ({asked}: PredictStep, runs: Runs): string =>
	asked.how === 'which' ? '' : ` (${changeText(changeOf(runs(asked.run), runs(asked.beside), asked.outcome))})`;

/** The outcomes of the runs that a prediction was about, a line each. */
function figuresOf({of: {asked}, show}: RevealStep, lesson: Course['lesson'], runs: Runs): Passage[] {
	const figure = (text: string): Passage => ({kind: 'figure', text});
	if (asked.how === 'which') {
		const lines = asked.choices.map(({label, run, outcome}) => {
			const here = figureOf(runs(run), outcome);
			const change = run === 'baseline' ? '' : ` (${changeText(changeOf(runs(run), runs('baseline'), outcome))})`;
			return figure(`${label}: ${valueText(here)}${change}`);
		});
		const more = show.map(outcome =>
			figure(
				`${outcomeText(lesson.program, outcome)}: ${valueText(figureOf(runs('baseline'), outcome))} in the baseline; ${asked.choices
					.filter(({run}) => run !== 'baseline')
					.map(({label, run}) => `${label}: ${changeText(changeOf(runs(run), runs('baseline'), outcome))}`)
					.join('; ')}`,
			),
		);
		return [...lines, ...more];
	}
	const named = `From ${runText(asked.beside, lesson)} to ${runText(asked.run, lesson)}:`;
	return [figure(named), ...[asked.outcome, ...show].map(outcome => figure(besideText(outcome, asked.beside, asked.run, lesson, runs)))];
}

function besideText(outcome: Outcome, beside: string, run: string, lesson: Course['lesson'], runs: Runs): string {
	const [there, here] = [figureOf(runs(beside), outcome), figureOf(runs(run), outcome)];
	const change = changeText(changeOf(runs(run), runs(beside), outcome));
	const [first, second] = [valueText(there, [here.value]), valueText(here, [there.value])];
	return `${outcomeText(lesson.program, outcome)}: ${first} to ${second} (${change})`;
}

/** The ids alone where a step cites; the debriefing gives them in full, work by work. */
function sourcesOf({kind, sources}: LessonStep, program: Program): Passage[] {
	if (sources.length === 0) return [];
	if (kind !== 'debriefing') return [{kind: 'source', text: `Sources: ${sources.join(', ')}`}];
	const works = workBySource(program);
	const workOf = (id: string): string => works.get(id) ?? 'Other sources';
	return [...new Set(sources.map(workOf))].flatMap((work): Passage[] => [
		{kind: 'source', text: `${work}:`},
		...sources
			.filter(id => workOf(id) === work)
			.flatMap((id): Passage[] => {
				const source = program.sources.get(id);
				return source ? [{kind: 'source', text: `${id} ${source.figure}: ${source.value} (${source.cite})`}] : [];
			}),
	]);
}

/** How many predictions a lesson asks for, and how many of those made the runs bear out. */
export function tally({lesson}: Course, {runs, answers}: Told): {readonly asked: number; readonly made: number; readonly right: number} {
	const asked = lesson.steps.filter(step => step.kind === 'predict');
	const made = asked.filter(({id}) => answers.has(id));
	return {asked: asked.length, made: made.length, right: made.filter(step => answers.get(step.id) === answerOf(step, runs)).length};
}

/** What is handed to the teacher; the same answers and moves give the same result. */
export function resultOf(
	course: Course,
	told: Told,
	moves: ReadonlyMap<number, ReadonlyMap<string, number>>,
	extra: {readonly name?: string; readonly finished: boolean},
) {
	const {lesson} = course;
	const {program} = lesson;
	const predictions = lesson.steps.flatMap(step => {
		if (step.kind !== 'predict' || !told.answers.has(step.id)) return [];
		const labels = new Map(choicesOf(step).map(({id, label}) => [id, label]));
		const [answer, right] = [told.answers.get(step.id) ?? '', answerOf(step, told.runs)];
		return [
			{
				id: step.id,
				question: step.question,
				predicted: labels.get(answer),
				gave: labels.get(right),
				right: answer === right,
				figures: figuresInData(step, told.runs),
			},
		];
	});
	return {
		result: 1,
		lesson: lesson.id,
		title: lesson.title,
		scenario: program.title,
		...(extra.name ? {name: extra.name} : {}),
		finished: extra.finished,
		predictions,
		moves: [...moves].map(([step, positions]) => ({step: step + 1, levers: Object.fromEntries([...positions].sort())})),
	};
}

function figuresInData(step: PredictStep, runs: Runs) {
	const {asked} = step;
	const asFigure = (run: string, outcome: Outcome) => ({run, outcome: outcome.text, value: figureOf(runs(run), outcome).value});
	if (asked.how === 'which') return asked.choices.map(({run, outcome}) => asFigure(run, outcome));
	return [asFigure(asked.beside, asked.outcome), asFigure(asked.run, asked.outcome)];
}
