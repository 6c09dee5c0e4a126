/** The only loop over months. */
import {month} from '../economy/month.ts';
import type {Rule} from '../economy/policy.ts';
import {type Economy, newEconomy, openEconomy} from '../economy/state.ts';
import type {Step} from '../economy/step.ts';
import type {Outcome, Reduction} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {bindRules} from './rules.ts';
import {type Column, readers, record, type Series} from './series.ts';

/** An economy with its month, and the rules of a program over it. */
type Ready = {readonly economy: Economy; readonly pass: Step; readonly rules: readonly Rule[]};

/** What is made ready once for a program, and opened anew for each run. */
const ready = new WeakMap<Program, Ready>();

/** The economy last allocated: programs of the same structure share it, since a month made ready for one economy alone is faster. */
let last: {readonly structure: string; readonly economy: Economy; readonly pass: Step} | undefined;

function readyOf(program: Program): Ready {
	const known = ready.get(program);
	if (known) return known;
	const structure = JSON.stringify(program.structure);
	if (last?.structure !== structure) {
		const economy = newEconomy(program.structure, program.layout);
		last = {structure, economy, pass: month(economy)};
	}
	const {economy, pass} = last;
	const made = {economy, pass, rules: bindRules(program, economy)};
	ready.set(program, made);
	return made;
}

export type RunOptions = {
	/** Keep the loss account. */
	readonly losses?: boolean;
	/** The parameters to run on; those of the scenario if not given. Length: `program.layout.length`. */
	readonly vector?: Float64Array;
};

/** Run a program and write down the chosen columns. The same parameters give the same series, bit for bit. Throws BalanceError, RuleError. */
export function simulate(program: Program, columns: readonly Column[], {losses = false, vector = program.vector}: RunOptions = {}): Series {
	const {economy, pass, rules} = readyOf(program);
	const {months} = program.layout;
	const reading = readers(economy, columns, months);
	economy.current.rules = rules;
	openEconomy(economy, vector, losses);
	for (let t = 0; t < months; t++) {
		pass(t);
		record(reading, t);
	}
	return {months, start: program.start, columns, values: reading.map(({into}) => into)};
}

/** One number for the months `from` to `to` of a series, both included, counted from the run's first. */
export function reduce(values: Float64Array, reduction: Reduction, from: number, to: number): number {
	if (reduction === 'final') return values[to];
	let sum = 0;
	let peak = Number.NEGATIVE_INFINITY;
	let low = Number.POSITIVE_INFINITY;
	for (let t = from; t <= to; t++) {
		sum += values[t];
		peak = Math.max(peak, values[t]);
		low = Math.min(low, values[t]);
	}
	switch (reduction) {
		case 'sum':
			return sum;
		case 'mean':
			return sum / (to - from + 1);
		case 'peak':
			return peak;
		case 'low':
			return low;
	}
}

/** The value of an outcome in a run; undefined if its period lies outside the run or its column was not kept. */
export function evaluate(series: Series, {entity, quantity, period, reduce: reduction}: Outcome): number | undefined {
	const c = series.columns.findIndex(column => column.entity === entity && column.quantity === quantity);
	const from = period ? period[0] - series.start : 0;
	const to = period ? period[1] - series.start : series.months - 1;
	if (c < 0 || from < 0 || to >= series.months) return undefined;
	return reduce(series.values[c], reduction, from, to);
}
