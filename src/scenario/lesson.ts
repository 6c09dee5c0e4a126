/** Lessons: a question about a case, steps that lead to its answer, and runs by which predictions are judged. */
import type {Outcome} from './outcome.ts';
import type {Program, Spot} from './program.ts';

/** The screens that a lesson can turn to. */
export const lessonScreens = ['overview', 'supply', 'people', 'sites', 'money', 'losses', 'history', 'compare', 'why'] as const;
export type LessonScreen = (typeof lessonScreens)[number];

/** The runs that every lesson has: the scenario as it is, and the run of the levers as the learner left them. */
export const baselineRun = 'baseline';
export const ownRun = 'yours';

/** Of so many reliefs every combination is run while the learner waits. */
export const mostReliefs = 6;

/** A run that a lesson speaks of: a what-if, levers, or levers moved upon a what-if. */
export type LessonRun = {
	readonly id: string;
	readonly title: string;
	/** The file of the scenario, or of the what-if. */
	readonly file: string;
	readonly positions: ReadonlyMap<string, number>;
};

/** A number of a text that is worked out: an outcome of a run, or what it comes to beside that of another run. */
export type FigurePiece = {
	readonly kind: 'figure';
	readonly outcome: Outcome;
	readonly run: string;
	/** `less` is the difference, `over` the difference in per cent. */
	readonly beside: {readonly how: 'less' | 'over'; readonly run: string} | undefined;
	readonly spot: Spot;
};
/** Of all that was lost for an outcome in a run, the share that was lost to one cause of the loss account. */
export type LossPiece = {readonly kind: 'loss'; readonly cause: string; readonly outcome: Outcome; readonly run: string; readonly spot: Spot};
/** By how much an outcome of a run changes where one of the lesson's reliefs is laid over it, or all of them, in per cent of it. */
export type ReliefPiece = {
	readonly kind: 'relief';
	/** Undefined for all of them. */
	readonly relief: string | undefined;
	/** Its share in what all bring (the Shapley value), what it brings alone, or what it brings last, once all others are there. */
	readonly of: 'share' | 'alone' | 'last';
	readonly outcome: Outcome;
	readonly run: string;
	readonly spot: Spot;
};
/** Where a lever stands in the scenario, or where the step wants it. */
export type LeverPiece = {readonly kind: 'lever'; readonly lever: string; readonly of: 'rest' | 'wanted'; readonly spot: Spot};
export type TextPiece = string | FigurePiece | LossPiece | ReliefPiece | LeverPiece;
/** A text with the figures that it holds. */
export type LessonText = readonly TextPiece[];

export type Choice = {
	readonly id: string;
	readonly label: string;
	/** Of a choice among runs. */
	readonly run: string;
	readonly outcome: Outcome;
};

/** What a learner predicts, and how the run judges it. */
export type Asked =
	/** More, about the same (within a share of what it was), or less. */
	| {readonly how: 'sign'; readonly outcome: Outcome; readonly run: string; readonly beside: string; readonly alike: number}
	/** Between which of these shares the outcome changes. */
	| {readonly how: 'size'; readonly outcome: Outcome; readonly run: string; readonly beside: string; readonly bounds: readonly number[]}
	/** Which of several has the most or the least of an outcome. */
	| {readonly how: 'which'; readonly find: 'greatest' | 'least'; readonly choices: readonly Choice[]};

type Common = {readonly title: string; readonly text: LessonText; readonly sources: readonly string[]; readonly spot: Spot};
export type TextStep = Common & {readonly kind: 'text'};
export type PredictStep = Common & {readonly kind: 'predict'; readonly id: string; readonly question: string; readonly asked: Asked};
export type MoveStep = Common & {
	readonly kind: 'move';
	readonly positions: ReadonlyMap<string, number>;
	/** Begins with every lever where the scenario has it. */
	readonly fresh: boolean;
	readonly hint: LessonText | undefined;
};
export type LookStep = Common & {
	readonly kind: 'look';
	readonly screen: LessonScreen;
	/** `entity.quantity` */
	readonly outcome: string | undefined;
	readonly month: number | undefined;
};
/** Why an outcome of a run is what it is, cause by cause: by what was lost to each, or by what each of the lesson's reliefs brings. */
export type Why = {readonly by: 'losses' | 'reliefs'; readonly outcome: Outcome; readonly run: string};
export type RevealStep = Common & {
	readonly kind: 'reveal';
	readonly of: PredictStep;
	/** Outcomes shown beside the one that was asked for. */
	readonly show: readonly Outcome[];
	readonly why: readonly Why[];
};
export type Debriefing = Common & {readonly kind: 'debriefing'};
export type LessonStep = TextStep | PredictStep | MoveStep | LookStep | RevealStep | Debriefing;

export type Lesson = {
	readonly file: string;
	/** The name of its file, without the ending. */
	readonly id: string;
	readonly title: string;
	readonly question: string;
	/** What it is for, for the teacher. */
	readonly aim: string | undefined;
	readonly minutes: number;
	readonly scenario: string;
	/** The levers that it unlocks. */
	readonly levers: readonly string[];
	/** The reliefs among which it shares out what relieving all of them brings. */
	readonly reliefs: readonly string[];
	readonly runs: ReadonlyMap<string, LessonRun>;
	/** The debriefing last. */
	readonly steps: readonly LessonStep[];
	readonly program: Program;
	/** The scenario and the what-ifs that its runs stand upon, by file. */
	readonly programs: ReadonlyMap<string, Program>;
};
