/** What the screen of why has to say: the loss account of the run at hand, and as much of the attribution as has been found behind it. */

import type {FullRun, Traced} from '../../run/full-run.ts';
import {evaluate} from '../../run/simulate.ts';
import type {Outcome} from '../../scenario/outcome.ts';
import {type Account, accountOf} from '../../study/why/account.ts';
import type {Attributed} from '../../study/why/attribution.ts';
import {causesOf} from '../../study/why/causes.ts';
import type {Explained, Explanation} from '../../study/why/explained.ts';
import {judge} from '../../study/why/verdict.ts';
import type {Scene} from '../scene.ts';
import {explainedOutcome, type Sureness} from '../why.ts';

/** What is explained, and the one explanation in it. Without causes as long as the reruns are not done, and not said to be sure before all is known. */
export type Known = {readonly explained: Explained; readonly explanation: Explanation; readonly sureness: Sureness | undefined};

export function knownOf(scene: Scene): Known {
	const {bench, now, reruns, state} = scene;
	const {program} = bench;
	const outcome = explainedOutcome(program, state);
	const found = reruns?.attribution?.attributed.find(one => one.outcome === outcome.text);
	const attributed = found ?? unattributed(outcome.text, evaluate(now.run.series, outcome) ?? Number.NaN);
	const causes = found ? causesOf(program, {reliefs: program.reliefs.map(({id}) => id)}) : [];
	const sureness = found && state.banded && scene.sureness?.outcome === outcome.text ? scene.sureness : undefined;
	const verdict = judge(attributed, 0, sureness?.drawn, sureness?.otherwise ?? []);
	const explanation: Explanation = {outcome, account: accountIn(now, outcome), attributed, verdict};
	const attribution = {attributed: [attributed], isExact: reruns?.attribution?.isExact ?? true, runs: reruns?.attribution?.runs ?? 1};
	const whole = {drawn: sureness?.otherwise && sureness.drawn, otherwise: sureness?.otherwise ?? []};
	return {
		explained: {program, run: now, causes, explanations: [explanation], attribution, ...whole, title: program.title, against: undefined},
		explanation,
		sureness,
	};
}

/** An outcome that is traced to no causes yet. */
const unattributed = (outcome: string, value: number): Attributed => ({
	outcome,
	base: value,
	relieved: value,
	parts: {whole: 0, parts: [], interactions: undefined},
});

/** Accounts follow from the run, and the screen asks for one at every key. */
const accounts = new WeakMap<FullRun, Map<string, Account | undefined>>();

function accountIn(traced: Traced, outcome: Outcome): Account | undefined {
	const known = accounts.get(traced.run) ?? new Map<string, Account | undefined>();
	accounts.set(traced.run, known);
	if (!known.has(outcome.text)) known.set(outcome.text, accountOf(traced, outcome));
	return known.get(outcome.text);
}
