/** The plan of an ensemble: everything that its files follow from. It stands beside them, and can be sent to a worker. */
import type {Draws} from '../member.ts';
import type {Design} from '../sampling/design.ts';
import type {Subject} from '../subject.ts';

export type EnsemblePlan = Omit<Draws, 'subject'> & {
	/** The scenario, and whatever is to be compared with it on the same draws; each goes by its name. */
	readonly subjects: readonly {readonly name: string; readonly subject: Subject; readonly levers?: Readonly<Record<string, number>>}[];
	readonly design: Design;
	/** Series that are kept, `entity.quantity`. */
	readonly keep: readonly string[];
	/** Outcomes that are kept for each member. */
	readonly outcomes: readonly string[];
	/** Whether what was drawn for a member stands beside it, a column for each factor. */
	readonly keepDraws: boolean;
	/** Members in a chunk: what is done, written and done again as one. */
	readonly chunk: number;
};

/** Part of an ensemble: members from `first`, `count` of them, and the folder into which their files go. */
export type Chunk = {readonly plan: EnsemblePlan; readonly folder: string; readonly number: number; readonly first: number; readonly count: number};

/** The chunks of a plan in their order. */
export const chunksOf = (plan: EnsemblePlan, folder: string): readonly Chunk[] =>
	Array.from({length: Math.ceil(plan.design.members / plan.chunk)}, (_, number) => {
		const first = number * plan.chunk;
		return {plan, folder, number, first, count: Math.min(plan.chunk, plan.design.members - first)};
	});
