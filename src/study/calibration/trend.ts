/**
 * The line that anyone can draw without a model: everything grows at one rate, that of the target facts, from where the targets of
 * each quantity leave it. A model that foresees the facts held out no better than this has learnt nothing that the targets do not
 * say themselves.
 *
 *   log level = a(quantity) + b × month,   b by least squares within quantities, and over the ratios among the targets
 *
 * A fact held out is foreseen where a target of the same quantity is known, or where it is itself a ratio of two periods.
 */
import {exp, log} from '../../economy/arithmetic.ts';
import type {Outcome} from '../../scenario/outcome.ts';
import type {Fact, FactReading, Program} from '../../scenario/program.ts';
import type {Score} from '../score.ts';

export type Foreseen = {
	readonly fact: Fact;
	readonly observed: number;
	/** What the line comes to. */
	readonly line: number;
	/** Sizes of the errors in logarithms. */
	readonly model: number;
	readonly trend: number;
};

/** What a fact says of a line: where on it a quantity stands, or by how much it rises over so many months. */
type Point = {readonly quantity: string; readonly at: number; readonly level: number};
type Rise = {readonly months: number; readonly rise: number};

const nameOf = ({entity, quantity}: Outcome): string => `${entity}.${quantity}`;

/** The middle of a period, and of a sum its length. */
function whenOf({period, reduce}: Outcome, {start, layout}: Program): {readonly at: number; readonly length: number} {
	const [from, to] = period ?? [start, start + layout.months - 1];
	return {at: reduce === 'final' ? to : (from + to) / 2, length: reduce === 'sum' ? to - from + 1 : 1};
}

function pointOf({outcome, value}: FactReading, program: Program): Point {
	const {at, length} = whenOf(outcome, program);
	return {quantity: nameOf(outcome), at, level: log(value / length)};
}

/** A ratio of the same quantity in two periods; of two quantities it says nothing of growth. */
function riseOf({outcome, over, value}: FactReading, program: Program): Rise | undefined {
	if (!over || nameOf(over) !== nameOf(outcome)) return undefined;
	const [here, base] = [outcome, over].map(one => whenOf(one, program));
	const months = here.at - base.at;
	return months === 0 ? undefined : {months, rise: log((value * base.length) / here.length)};
}

/** Facts held out that the line can foresee, with what the model makes of them. */
export function foreseen(program: Program, scores: readonly Score[]): readonly Foreseen[] {
	const heaviest = scores.filter(({fact, reading, observed}) => fact.readings[0] === reading && observed > 0 && fact.side === 'both');
	const targets = heaviest.filter(({fact}) => fact.role === 'target').map(({reading}) => reading);
	const points = targets.filter(({over}) => !over).map(reading => pointOf(reading, program));
	const rate = rateOf(
		points,
		targets.flatMap(reading => riseOf(reading, program) ?? []),
	);
	return heaviest.flatMap(({fact, reading, simulated, observed}) => {
		if (fact.role !== 'holdout' || simulated === undefined || !(simulated > 0)) return [];
		const line = lineAt(reading, points, rate, program);
		if (line === undefined) return [];
		return [{fact, observed, line, model: Math.abs(log(simulated / observed)), trend: Math.abs(log(line / observed))}];
	});
}

/** The one rate of growth a month. */
function rateOf(points: readonly Point[], rises: readonly Rise[]): number {
	let [products, squares] = [0, 0];
	for (const {months, rise} of rises) {
		products += months * rise;
		squares += months * months;
	}
	for (const of of groups(points)) {
		const [at, level] = [meanOf(of.map(point => point.at)), meanOf(of.map(point => point.level))];
		for (const point of of) {
			products += (point.at - at) * (point.level - level);
			squares += (point.at - at) * (point.at - at);
		}
	}
	return squares > 0 ? products / squares : 0;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const groups = (points: readonly Point[]): readonly (readonly Point[])[] =>
	[...new Set(points.map(({quantity}) => quantity))].map(name => points.filter(({quantity}) => quantity === name));

function lineAt(reading: FactReading, points: readonly Point[], rate: number, program: Program): number | undefined {
	const {at, length} = whenOf(reading.outcome, program);
	if (reading.over) {
		const rise = riseOf(reading, program);
		return rise && (exp(rate * rise.months) * length) / whenOf(reading.over, program).length;
	}
	const known = points.filter(({quantity}) => quantity === nameOf(reading.outcome));
	if (known.length === 0) return undefined;
	const level = meanOf(known.map(point => point.level - rate * point.at));
	return exp(level + rate * at) * length;
}
