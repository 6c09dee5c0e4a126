/** Everything that explains an outcome: its loss account, the attribution by reruns, and how sure that is. */
import {runOn, type Traced, traced} from '../../run/full-run.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import type {Outcome} from '../../scenario/outcome.ts';
import type {Program} from '../../scenario/program.ts';
import type {Crew} from '../crew.ts';
import {outcomeOf} from '../evaluate.ts';
import {FactorError} from '../factors.ts';
import {membersOf} from '../member.ts';
import {programOf} from '../subject.ts';
import {type Account, accountOf, monthsOf} from './account.ts';
import {type Attributed, type Attribution, attribute, type Effort, type Question} from './attribution.ts';
import type {Cause} from './causes.ts';
import {type Drawing, type Drawn, drawTellings, type Otherwise, tellOtherwise} from './certainty.ts';
import {judge, type Verdict} from './verdict.ts';

/** One outcome explained. */
export type Explanation = {
	readonly outcome: Outcome;
	/** Undefined where the outcome is about no sites. */
	readonly account: Account | undefined;
	readonly attributed: Attributed;
	readonly verdict: Verdict;
};

export type Explained = {
	readonly program: Program;
	readonly run: Traced;
	readonly causes: readonly Cause[];
	readonly explanations: readonly Explanation[];
	readonly attribution: Attribution;
	/** Undefined where no members were asked for. */
	readonly drawn: Drawn | undefined;
	readonly otherwise: readonly Otherwise[];
	/** The scenario’s title, or its last what-if’s. */
	readonly title: string;
	/** The title of the scenario that was compared with; undefined where causes are reliefs. */
	readonly against: string | undefined;
};

/** Explain outcomes; no members leaves out how sure it is. Throws FactorError, ColumnError, ScenarioError. */
export async function explain(question: Question, effort: Effort, drawing: Drawing, crew: Crew): Promise<Explained> {
	const {program, causes, vectorOf} = membersOf(question.draws);
	for (const text of question.outcomes) refuseOutside(program, outcomeOf(text));
	const run = traced(runOn(program, vectorOf([], 0).slice()));
	const attribution = await attribute(question, causes.length, crew, effort);
	const isSure = drawing.members > 0 && causes.length > 0;
	const otherwise = isSure ? await tellOtherwise(question, causes.length, drawing, crew) : [];
	const drawn = isSure ? await drawTellings(question, causes.length, drawing, crew) : undefined;
	const explanations = attribution.attributed.map((attributed, o): Explanation => {
		const outcome = outcomeOf(attributed.outcome);
		return {outcome, account: accountOf(run, outcome), attributed, verdict: judge(attributed, o, drawn, otherwise)};
	});
	const {causes: chosen} = question.draws;
	const against = 'toward' in chosen ? titleOf(programOf(chosen.toward)) : undefined;
	return {program, run, causes, explanations, attribution, drawn, otherwise, title: titleOf(program), against};
}

function refuseOutside(program: Program, outcome: Outcome): void {
	const [from, to] = monthsOf(program, outcome);
	if (from <= to) return;
	const [first, last] = [program.start, program.start + program.layout.months - 1].map(formatMonth);
	throw new FactorError(`${outcome.text} lies outside the run, which goes from ${first} to ${last}`);
}

/** What a program is called: by its last what-if, if it has any. */
const titleOf = ({title, overlays}: Program): string => overlays.at(-1)?.title ?? title;
