/** What binds in a run: the cause to which most output is lost, in the whole economy or at one site, over some months. */
import {runOn, traced} from '../run/full-run.ts';
import {largestWithin, lostByCause} from '../run/lost-output.ts';
import {evaluate} from '../run/simulate.ts';
import type {Outcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {FactorError} from './factors.ts';
import type {Holding} from './threshold.ts';
import type {Way} from './vary.ts';

/** Nothing is lost: nothing binds. */
const nothing = 'nothing';

/**
 * What binds, and an outcome, at a value of a way: at the outcome's own site if it is about one, else over all sites at base prices,
 * in the months of the outcome. Throws FactorError for an outcome outside the run.
 */
export function bindingAlong(program: Program, way: Way, outcome: Outcome): (value: number) => Holding {
	const site = program.entities.get(outcome.entity)?.kind === 'site' ? outcome.entity : undefined;
	const [from, to] = outcome.period ? outcome.period.map(month => month - program.start) : [0, program.layout.months - 1];
	return value => {
		const vector = program.vector.slice();
		way.set(vector, value);
		const run = traced(runOn(program, vector));
		const came = evaluate(run.run.series, outcome);
		if (came === undefined) throw new FactorError(`${outcome.text} lies outside the run, or names a group`);
		const lost = site === undefined ? lostByCause(run) : lostByCause(run, id => id === site);
		return {binding: largestWithin(lost, from, to)?.label ?? nothing, outcome: came};
	};
}
