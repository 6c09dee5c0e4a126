/** What an ensemble says, as tables: bands of outcomes and of series, and how often statements hold. */
import {formatMonth} from '../scenario/calendar.ts';
import type {Program} from '../scenario/program.ts';
import type {Band, Spread, Verdict, Weights} from '../study/ensemble/summary.ts';
import {fewest} from '../study/ensemble/summary.ts';
import {outcomeOf} from '../study/evaluate.ts';
import {bandShares} from '../study/quantiles.ts';
import {unitOfOutcome} from '../study/statement.ts';
import {formatNumber} from './number.ts';
import {scaled} from './scale.ts';
import type {Cell, Table, TableColumn} from './table.ts';

/** `2.5 %`, `10 %`, ..., `median`, ..., `97.5 %`: of the weight of members lies below. */
const shareNames: readonly TableColumn[] = bandShares.map(share => ({name: share === 0.5 ? 'median' : `${formatNumber(share * 100)} %`}));

/** What must be said before any band: how many members carry it, and whether that is enough. */
export function weightLine({values, effective, dispersion, nearest}: Weights, failed: number): string {
	const lost = failed > 0 ? ` ${failed} runs failed and are left out.` : '';
	const few =
		effective < fewest ? ` That is fewer than ${fewest}: neither bands nor shares are shown. Draw more members${values ? ', or vary fewer numbers' : ''}.` : '';
	if (!values) return `${formatNumber(effective)} members, each of the same weight.${few}${lost}`;
	const widened =
		dispersion > 1
			? `; errors of facts widened by ${formatNumber(Math.sqrt(dispersion))}, since the nearest member has a misfit of ${formatNumber(nearest)}`
			: '';
	return `Members weighed by the target facts: effective size ${formatNumber(effective)} of ${values.length}${widened}.${few}${lost}`;
}

/** Outcomes over the members: the median, and what 50, 80 and 95 in a hundred lie between. */
export function spreadsTable(program: Program, spreads: readonly Spread[], weights: Weights, failed: number): Table {
	const rows = spreads.map(({outcome, subject, quantiles}): Cell[] => {
		const {unit, values} = scaled(unitOfOutcome(program, outcomeOf(outcome)), quantiles);
		return [outcome, subject, unit === '1' ? '' : unit, ...(weights.effective < fewest ? quantiles.map(() => undefined) : values)];
	});
	return {
		name: 'spreads',
		title: 'Outcomes over the ensemble: this share of its weight lies below',
		columns: [{name: 'outcome'}, {name: 'of'}, {name: 'unit'}, ...shareNames],
		rows,
		notes: [weightLine(weights, failed)],
	};
}

/** Series over the members, a row a month. */
export function bandsTable(program: Program, bands: readonly Band[], {effective}: Weights): Table {
	const rows = bands.flatMap(({series, subject, quantiles}) =>
		Array.from({length: program.layout.months}, (_, month): Cell[] => [
			series,
			subject,
			formatMonth(program.start + month),
			unitOfOutcome(program, outcomeOf(`${series}:mean`)),
			...quantiles.map(values => (effective < fewest ? undefined : values[month])),
		]),
	);
	return {name: 'bands', title: 'Series over the ensemble', columns: [{name: 'series'}, {name: 'of'}, {name: 'month'}, {name: 'unit'}, ...shareNames], rows};
}

/** How often each statement holds. */
export const claimsTable = (verdicts: readonly Verdict[], weights: Weights, failed: number): Table => ({
	name: 'claims',
	title: 'In what share of the ensemble a statement holds',
	columns: [{name: 'statement'}, {name: 'of'}, {name: 'holds in', unit: '%'}, {name: 'members'}],
	rows: verdicts.map(({statement, subject, share, members}) => [statement.text, subject, weights.effective < fewest ? undefined : share * 100, members]),
	notes: [weightLine(weights, failed)],
});
