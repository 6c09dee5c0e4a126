/** `counterplan why`: why an outcome fell short, or differs from that of another scenario, in numbers and in words. */

import type {Table} from '../report/table.ts';
import {sentencesTables} from '../report/why/sentences.ts';
import {accountMonthsTables, accountTables, attributionTables, bindingTables, interactionTables, otherwiseTables, worthTables} from '../report/why/tables.ts';
import {outcomeOf} from '../study/evaluate.ts';
import {headlineOutcomes} from '../study/outcomes.ts';
import {programOf} from '../study/subject.ts';
import {asWritten, type Question} from '../study/why/attribution.ts';
import {causesOf} from '../study/why/causes.ts';
import {type Explained, explain} from '../study/why/explained.ts';
import {worths} from '../study/why/worth.ts';
import {chosenTables, deliver, type OutputOptions, progress, remark} from './output.ts';
import {outcomeAsked, reporter, type SubjectOptions, subjectOf, type WorkOptions, withCrew} from './studying.ts';
import {UsageError} from './usage.ts';

export type WhyOptions = OutputOptions &
	SubjectOptions &
	WorkOptions & {
		/** Another scenario or what-if: what differs is the cause. */
		readonly against?: string;
		/** Reliefs to look into, by id; all of the scenario’s if not given. */
		readonly cause?: readonly string[];
		readonly members?: number;
		readonly pairs: number;
		readonly seed: string;
	};

const screen = ['sentences', 'account', 'attribution'] as const;
const known = [...screen, 'binding', 'interactions', 'otherwise', 'worth', 'account-months'];

/** Explain outcomes and print it. */
export async function why(file: string, asked: readonly string[], options: WhyOptions): Promise<void> {
	const data = known.filter(name => name !== 'account-months' && name !== 'worth');
	const tables = chosenTables(options.table, known, options.format, {screen, data, csv: 'attribution'});
	const subject = subjectOf(file, options);
	const program = programOf(subject);
	const outcomes = (asked.length > 0 ? asked : headlineOutcomes(program).slice(0, 1)).map(text => outcomeAsked(program, text));
	refuseContradictions(options);
	const causes =
		options.against === undefined
			? {reliefs: [...new Set(options.cause ?? program.reliefs.map(({id}) => id))]}
			: {toward: {...subject, file: options.against, with: []}};
	const question: Question = {draws: {subject, factors: asWritten, causes}, outcomes};
	const members = options.members ?? usualMembers(causesOf(program, causes).length);
	const say = (said: string): void => progress(`how sure it is: ${said}`, options);
	const explained = await withCrew(
		options,
		() => 'stopped; nothing is kept of an attribution.',
		(crew, signal) => {
			let report: ReturnType<typeof reporter> | undefined;
			const tellProgress = (done: number, of: number): void => {
				report ??= reporter('runs', of, options);
				report(done);
			};
			const effort = {seed: options.seed, pairs: options.pairs, tellProgress, signal};
			return explain(question, effort, {members, seed: options.seed, tellProgress: say, signal}, crew);
		},
	);
	progress('', options);
	if (explained.causes.length === 0)
		remark(
			options.against === undefined
				? 'The scenario names no reliefs, so that nothing is attributed by reruns; write a section "reliefs", or compare with another scenario (--against).'
				: 'The two scenarios do not differ.',
			options,
		);
	const forPeople = options.format === 'table';
	await deliver(
		tables.flatMap(name => makers[name](explained, forPeople)),
		options,
	);
}

/** Few causes have few combinations, and so more draws in the same time. */
const usualMembers = (causes: number): number => (causes <= 7 ? 128 : 32);

function refuseContradictions({against, cause, table, members}: WhyOptions): void {
	if (against !== undefined && cause) throw new UsageError('with --against the causes are what differs; leave out --cause');
	if (members === 0 && table?.includes('otherwise')) throw new UsageError('the table "otherwise" is part of how sure it is; leave out --members 0');
}

const makers: Readonly<Record<string, (explained: Explained, forPeople: boolean) => readonly Table[]>> = {
	sentences: sentencesTables,
	account: accountTables,
	'account-months': accountMonthsTables,
	binding: bindingTables,
	attribution: attributionTables,
	interactions: interactionTables,
	otherwise: otherwiseTables,
	worth: (explained, forPeople) =>
		worthTables(
			explained,
			worths(
				explained.program,
				explained.explanations.map(({outcome}) => outcomeOf(outcome.text)),
			),
			forPeople,
		),
};
