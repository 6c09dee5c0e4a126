/** What binds in a run: the cause to which most output is lost, in the whole economy or at one site, over some months. */
import {runOn, traced} from '../run/full-run.ts';
import {lostByCause} from '../run/lost-output.ts';
import {evaluate} from '../run/simulate.ts';
import type {Outcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {FactorError} from './factors.ts';
import {crossings} from './sweep.ts';
import type {Holding} from './threshold.ts';
import {stations, type Way} from './vary.ts';
import {monthsOf} from './why/account.ts';

/** What binds in a run, by name, with how much it takes. */
export type Bound = Holding & {
	/** The id of what binds; undefined where nothing is lost. */
	readonly cause: string | undefined;
	/** Of what is lost, the share that is lost to it. */
	readonly share: number;
	/** The name of what takes the most after it. */
	readonly next: string | undefined;
};

/** What binds over two ways that cross. */
export type BindingMap = {
	readonly ways: readonly Way[];
	/** Where the runs were made: a list of values for each way. */
	readonly stations: readonly (readonly number[])[];
	readonly outcome: Outcome;
	/** As the scenario stands. */
	readonly standing: Bound;
	/** One for each run, the last way turning fastest; undefined where the run failed. */
	readonly bounds: readonly (Bound | undefined)[];
};

/** Nothing is lost: nothing binds. */
const nothing = 'nothing';

/**
 * What binds, and an outcome, at a place on some ways, a value for each; without values, as the scenario stands. It is looked at where
 * the outcome is about: at its own site if it is about one, else at all sites at base prices; and in its months. The function that is
 * returned throws FactorError for an outcome outside the run and a value that cannot be.
 */
export function bindingAt(program: Program, ways: readonly Way[], outcome: Outcome): (place: readonly number[]) => Bound {
	const site = program.entities.get(outcome.entity)?.kind === 'site' ? outcome.entity : undefined;
	const [from, to] = monthsOf(program, outcome);
	const within = (values: Float64Array): number => values.subarray(from, to + 1).reduce((sum, value) => sum + value, 0);
	return place => {
		const vector = program.vector.slice();
		place.forEach((value, w) => {
			ways[w].set(vector, value);
		});
		const run = traced(runOn(program, vector));
		const came = evaluate(run.run.series, outcome);
		if (came === undefined) throw new FactorError(`${outcome.text} lies outside the run, or names a group`);
		const lost = (site === undefined ? lostByCause(run) : lostByCause(run, id => id === site))
			.map(({cause, label, values}) => ({cause, label, amount: within(values)}))
			.filter(({amount}) => amount > 0)
			.sort((a, b) => b.amount - a.amount);
		const all = lost.reduce((sum, {amount}) => sum + amount, 0);
		const shareOf = (rank: number): number => (rank < lost.length ? lost[rank].amount / all : 0);
		const [most, next] = lost;
		return {cause: most?.cause, binding: most?.label ?? nothing, share: shareOf(0), lead: shareOf(0) - shareOf(1), next: next?.label, outcome: came};
	};
}

/** Find what binds at every station of two ways; `counts` are the stations of each. Throws FactorError, ColumnError. */
export function bindingMap(
	program: Program,
	ways: readonly Way[],
	counts: readonly number[],
	outcome: Outcome,
	tellProgress: (done: number) => void = () => {},
): BindingMap {
	const at = bindingAt(program, ways, outcome);
	const standing = at([]);
	const along = ways.map((way, w) => stations(way, counts[w]));
	const bounds = crossings(along).map((place, run) => {
		tellProgress(run);
		try {
			return at(place);
		} catch (error) {
			if (error instanceof FactorError) throw error;
			return undefined;
		}
	});
	tellProgress(bounds.length);
	return {ways, stations: along, outcome, standing, bounds};
}
