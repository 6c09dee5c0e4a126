/**
 * Statements about a run: `rolled-steel.made@1947:sum > historical`, `industry.index@1946:mean >= 20`, `pig-iron.made@1949:sum <= 166 kt`.
 * On the right stands a number in the unit of the outcome, another outcome, or the name of another run: then the same outcome in it.
 */
import {columnFor} from '../run/columns.ts';
import {type Outcome, parseOutcome} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import {conversion, convert, parseUnit, splitQuantity} from '../scenario/units.ts';
import {FactorError} from './factors.ts';

export const comparisons = ['>=', '<=', '>', '<'] as const;
export type Comparison = (typeof comparisons)[number];

export type Statement = {
	readonly text: string;
	readonly left: Outcome;
	readonly comparison: Comparison;
	readonly right: {readonly value: number} | {readonly outcome: Outcome} | {readonly run: string};
};

const shape = /^\s*(\S+)\s*(>=|<=|>|<)\s*(.+?)\s*$/;

/** Read a statement; `runs` are the names that may stand on its right. Throws FactorError, ColumnError. */
export function parseStatement(program: Program, text: string, runs: readonly string[] = []): Statement {
	const [, written = '', sign, rest = ''] = shape.exec(text) ?? [];
	const comparison = comparisons.find(one => one === sign);
	if (!comparison)
		throw new FactorError(`"${text}" is not a statement; write an outcome, one of ${comparisons.join(' ')}, and a number, another outcome or a run`);
	const left = parseOutcome(written);
	if (typeof left === 'string') throw new FactorError(left);
	return {text, left, comparison, right: rightOf(program, rest, left, runs)};
}

function rightOf(program: Program, text: string, left: Outcome, runs: readonly string[]): Statement['right'] {
	if (runs.includes(text)) return {run: text};
	const split = splitQuantity(text);
	if (split) return {value: split.unit === '' ? split.value : inUnitOf(program, left, split)};
	const outcome = parseOutcome(text);
	if (typeof outcome !== 'string') return {outcome};
	throw new FactorError(`"${text}" is no number, no outcome and no run; the runs here are ${runs.join(', ') || 'none'}`);
}

/** The unit in which a run gives an outcome: of a flow that is summed, that of what has flowed. */
export function unitOfOutcome(program: Program, {entity, quantity, reduce}: Outcome): string {
	const {kind, unit} = columnFor(program, entity, quantity);
	return kind === 'flow' && reduce === 'sum' ? unit.replace(/\/month$/, '') : unit;
}

function inUnitOf(program: Program, outcome: Outcome, {value, unit}: {readonly value: number; readonly unit: string}): number {
	const [given, own] = [parseUnit(unit), parseUnit(unitOfOutcome(program, outcome))];
	const factor = 'unknown' in given || 'unknown' in own ? undefined : conversion(given, own);
	if (factor === undefined) throw new FactorError(`${outcome.text} is in ${unitOfOutcome(program, outcome)}; "${unit}" measures something else, or nothing`);
	return convert(value, factor);
}

/** Whether a statement holds of two numbers. */
export function holds(comparison: Comparison, left: number, right: number): boolean {
	switch (comparison) {
		case '>=':
			return left >= right;
		case '<=':
			return left <= right;
		case '>':
			return left > right;
		case '<':
			return left < right;
	}
}

/** Every outcome that must be known to judge a statement. */
export const outcomesIn = ({left, right}: Statement): readonly Outcome[] => ('outcome' in right ? [left, right.outcome] : [left]);
