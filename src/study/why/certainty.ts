/**
 * How sure an attribution is: the same made again for drawn members of the calibrated ensemble, and under every rival reading and form
 * of the model in turn. Of more than ten causes each is sampled along orders begun at every cause, which gives every cause every place.
 */
import {generator} from '../../run/draws.ts';
import type {Crew} from '../crew.ts';
import {fewest, weightsByFacts} from '../ensemble/summary.ts';
import type {Batch, Measure, Results} from '../evaluate.ts';
import {type Factor, type FactorChoice, factorsOf} from '../factors.ts';
import {targetsOf} from '../misfit.ts';
import {sampleOf} from '../sampling/design.ts';
import {programOf} from '../subject.ts';
import {asWritten, type Question} from './attribution.ts';
import {allSets, nameOf, rotations, setsAlong, someOf} from './sets.ts';
import {exactParts, mostExact, sampledParts} from './shapley-values.ts';

/** What one member, reading or form says: of every outcome the whole change, and each cause's share of it. */
export type Telling = {readonly whole: number; readonly shares: readonly number[]};

export type Drawn = {
	/** Outcome by outcome, a telling for each member that ran. */
	readonly tellings: readonly (readonly Telling[])[];
	/** How much each of these members counts. */
	readonly weights: readonly number[];
	readonly failed: number;
	/** Members that were drawn to choose from, and how many of equal weight they are worth before the facts. */
	readonly pool: number;
	readonly effective: number;
	/** Whether the facts weighed the members; they do not where too few would be left. */
	readonly isWeighed: boolean;
};

/** A reading or form that was believed instead, and what was said then, outcome by outcome. */
export type Otherwise = {readonly factor: string; readonly kind: Factor['kind']; readonly option: string; readonly tellings: readonly Telling[]};

export type Drawing = {
	readonly members: number;
	readonly seed: string;
	readonly tellProgress?: (said: string) => void;
	readonly signal?: AbortSignal;
};

/** Orders of each member, where its causes have too many combinations. */
const ordersEach = 4;

type Task = {readonly kind: 'evaluate'; readonly task: Batch};

/** How many members are weighed by the facts for each that is looked into. */
const weighedForEach = 20;

/** Make the attribution again for members drawn over ranges, readings, forms and shocks, and chosen by how near they come to the facts. */
export async function drawTellings(question: Question, n: number, {members, seed, tellProgress, signal}: Drawing, crew: Crew): Promise<Drawn> {
	const program = programOf(question.draws.subject);
	const factors: FactorChoice = {switches: true};
	const names = factorsOf(program, factors).map(({id}) => id);
	const pool = targetsOf(program).length === 0 ? members : members * weighedForEach;
	const sample = sampleOf({kind: 'latin-hypercube', seed, members: pool}, names);
	const draws = {...question.draws, factors, shocks: seed};
	const taskOf = (member: number, measure: Measure, sets: Batch['sets']): Task => {
		const points = new Float64Array(Math.max(1, names.length));
		sample.draw(member, points);
		return {kind: 'evaluate', task: {...draws, measure, points, first: member, ...(sets && {sets})}};
	};
	const chosen = await chooseMembers(pool, members, member => taskOf(member, 'targets', undefined), targetsOf(program).length, crew, signal);
	const orders = chosen.members.map(({member}) => ordersOf(n, seed, member));
	const asked = chosen.members.map(({member}, m) => ({of: taskOf(member, {outcomes: question.outcomes}, undefined), orders: orders[m]}));
	const tellings: Telling[][] = question.outcomes.map(() => []);
	const weights: number[] = [];
	let done = 0;
	for await (const told of tellingsOf(n, asked, crew, signal)) {
		told?.forEach((telling, o) => tellings[o].push(telling));
		if (told) weights.push(chosen.members[done].times);
		done++;
		tellProgress?.(`${done} of ${asked.length} members`);
	}
	const {effective, isWeighed} = chosen;
	return {tellings, weights, failed: asked.length - weights.length, pool, effective, isWeighed};
}

type Chosen = {readonly members: readonly {readonly member: number; readonly times: number}[]; readonly effective: number; readonly isWeighed: boolean};

/** Members in proportion to their weight before the facts (systematic resampling); the first ones where the facts leave too few, or there are none. */
async function chooseMembers(
	pool: number,
	count: number,
	taskOf: (member: number) => Task,
	targets: number,
	crew: Crew,
	signal: AbortSignal | undefined,
): Promise<Chosen> {
	const first = Array.from({length: count}, (_, member) => ({member, times: 1}));
	if (targets === 0) return {members: first, effective: count, isWeighed: false};
	const misfit: number[] = [];
	function* tasks(): Generator<Task> {
		for (let member = 0; member < pool; member++) yield taskOf(member);
	}
	for await (const {values} of crew.work<'evaluate'>(tasks(), signal) as AsyncGenerator<Results>) misfit.push(values[0]);
	const {values: weights, effective} = weightsByFacts({misfit: Float64Array.from(misfit)}, targets);
	if (!weights || effective < fewest) return {members: first, effective, isWeighed: false};
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	const times = new Map<number, number>();
	let member = 0;
	let passed = weights[0];
	for (let k = 0; k < count; k++) {
		while (passed < ((k + 0.5) / count) * all && member < pool - 1) passed += weights[++member];
		times.set(member, (times.get(member) ?? 0) + 1);
	}
	return {members: [...times].map(([one, often]) => ({member: one, times: often})), effective, isWeighed: true};
}

/** Make the attribution again under each rival reading and each other form of the model, one at a time. */
export async function tellOtherwise(question: Question, n: number, {seed, tellProgress, signal}: Drawing, crew: Crew): Promise<readonly Otherwise[]> {
	const program = programOf(question.draws.subject);
	const choice: FactorChoice = {...asWritten, readings: true, switches: true};
	const factors = factorsOf(program, choice);
	const orders = ordersOf(n, seed, 0);
	const others = factors.flatMap((factor, f) => factor.options.filter(share => factor.at(share) !== factor.at(factor.rest)).map(share => ({factor, f, share})));
	const asked = others.map(({f, share}) => {
		const points = Float64Array.from(factors, ({rest}, i) => (i === f ? share : rest));
		const of: Task = {kind: 'evaluate', task: {...question.draws, factors: choice, measure: {outcomes: question.outcomes}, points, first: 0}};
		return {of, orders};
	});
	const found: Otherwise[] = [];
	let done = 0;
	for await (const told of tellingsOf(n, asked, crew, signal)) {
		const {factor, share} = others[done];
		if (told) found.push({factor: factor.id, kind: factor.kind, option: String(factor.at(share)), tellings: told});
		done++;
		tellProgress?.(`${done} of ${asked.length} other readings and forms`);
	}
	return found;
}

type Orders = {readonly sample: readonly (readonly number[])[]; readonly sets: readonly (readonly number[])[]};

/** All combinations where they can be run; of more causes some orders of a member's own, each begun at every cause. */
function ordersOf(n: number, seed: string, member: number): Orders {
	if (n <= mostExact) return {sample: [], sets: allSets(n)};
	const sample = Array.from({length: ordersEach}, (_, k) => rotations(shuffled(n, generator(seed, member, 'why', `order ${k}`)))).flat();
	return {sample, sets: setsAlong(n, sample)};
}

function shuffled(n: number, draw: () => number): readonly number[] {
	const keys = Array.from({length: n}, draw);
	return Array.from({length: n}, (_, i) => i).sort((a, b) => keys[a] - keys[b]);
}

/** What each of those asked says, outcome by outcome; undefined where a run failed. Their sets are handed out some at a time. */
async function* tellingsOf(
	n: number,
	asked: readonly {readonly of: Task; readonly orders: Orders}[],
	crew: Crew,
	signal: AbortSignal | undefined,
): AsyncGenerator<readonly Telling[] | undefined> {
	function* tasks(): Generator<Task> {
		for (const {of, orders} of asked) for (const sets of someOf(orders.sets)) yield {...of, task: {...of.task, sets}};
	}
	const results = crew.work<'evaluate'>(tasks(), signal) as AsyncGenerator<Results>;
	for (const {orders} of asked) {
		const rows: Float64Array[] = [];
		let isWhole = true;
		while (rows.length < orders.sets.length) {
			const {value} = await results.next();
			const {values, width, failed} = value as Results;
			for (let row = 0; row < values.length; row += width) rows.push(values.subarray(row, row + width));
			isWhole &&= failed.length === 0;
		}
		yield isWhole ? sharesOf(n, orders, rows) : undefined;
	}
}

function sharesOf(n: number, {sample, sets}: Orders, rows: readonly Float64Array[]): readonly Telling[] {
	const places = new Map(sets.map((set, s) => [nameOf(set), s]));
	return Array.from(rows[0], (_, o) => {
		const of = Float64Array.from(rows, row => row[o]);
		const {whole, parts} = sample.length === 0 ? exactParts(n, of) : sampledParts(n, sample, set => of[places.get(nameOf(set)) ?? Number.NaN]);
		return {whole, shares: parts.map(({share}) => share)};
	});
}
