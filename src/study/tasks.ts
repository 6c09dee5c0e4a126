/** The kinds of work that a study hands out. A task names all that it needs and can be sent to a worker; its result comes back as data. */
import {writeChunk} from './ensemble/chunk.ts';
import type {Chunk} from './ensemble/plan.ts';
import {type Batch, evaluateBatch, type Results} from './evaluate.ts';
import {type Watched, watch} from './trajectory.ts';

export type Tasks = {
	/** Points run and measured. */
	readonly evaluate: {readonly task: Batch; readonly result: Results};
	/** Members of an ensemble run and written to files. */
	readonly chunk: {readonly task: Chunk; readonly result: {readonly failed: number}};
	/** A series followed through some members. */
	readonly watch: {readonly task: Watched; readonly result: Float64Array};
};
export type Kind = keyof Tasks;
export type Task<K extends Kind = Kind> = {readonly kind: K; readonly task: Tasks[K]['task']};

const performers: {readonly [K in Kind]: (task: Tasks[K]['task']) => Tasks[K]['result'] | Promise<Tasks[K]['result']>} = {
	evaluate: evaluateBatch,
	chunk: writeChunk,
	watch,
};

/** Do a task here and now. */
export const perform = <K extends Kind>({kind, task}: Task<K>): Tasks[K]['result'] | Promise<Tasks[K]['result']> => performers[kind](task);
