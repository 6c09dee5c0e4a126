/** What each lever can do to an outcome: run at both its ends with the others as they stand. */
import type {Results} from '../study/evaluate.ts';
import type {Subject} from '../study/subject.ts';
import type {Work} from './background.ts';

export type EffectsWanted = {
	readonly subject: Subject;
	readonly levers: Readonly<Record<string, number>>;
	/** The levers that are tried, with their ends. */
	readonly tried: readonly {readonly id: string; readonly min: number; readonly max: number}[];
	/** As written. */
	readonly outcome: string;
};

/** What the outcome is with a lever at its lower and at its upper end. */
export type Effect = {readonly id: string; readonly low: number; readonly high: number};
export type Effects = {readonly outcome: string; readonly wanted: number; readonly of: readonly Effect[]};

/** Run every lever at both ends, and put what is found each time that a lever is done. */
export const tryLevers: Work<EffectsWanted, Effects> = async ({subject, levers, tried, outcome}, crew, put, signal) => {
	const draws = {subject, factors: {paths: [], readings: false}, measure: {outcomes: [outcome]}, points: new Float64Array(1), first: 0};
	const tasks = tried.flatMap(({id, min, max}) =>
		[min, max].map(end => ({kind: 'evaluate' as const, task: {...draws, levers: moved(tried, levers, id, end)}})),
	);
	const values: number[] = [];
	for await (const result of crew.work<'evaluate'>(tasks, signal) as AsyncGenerator<Results>) {
		values.push(result.values[0]);
		if (values.length % 2 === 1) continue;
		const of = tried.slice(0, values.length / 2).map(({id}, i) => ({id, low: values[2 * i], high: values[2 * i + 1]}));
		put({outcome, wanted: tried.length, of});
	}
};

/** The levers as they stand but for one, in the order in which the screen moves them: those that share numbers overrule one another in it. */
function moved(tried: EffectsWanted['tried'], levers: EffectsWanted['levers'], id: string, end: number): EffectsWanted['levers'] {
	const standing = tried.flatMap(lever => (lever.id === id ? [[id, end] as const] : lever.id in levers ? [[lever.id, levers[lever.id]] as const] : []));
	return Object.fromEntries(standing);
}
