/** Rows of the headline tables: what is shown, its unit, and a number a period. */
import type {Track} from '../../run/full-run.ts';
import type {Findings} from '../findings.ts';
import {overPeriod, type Period, shortPeriods} from '../period.ts';
import {scaled} from '../scale.ts';
import type {Cell, Table, TableColumn} from '../table.ts';

/** A row of numbers, one a period, in as large a unit as lets them be read beside others. */
export function numbersRow(label: string, unit: string, numbers: readonly number[], beside: readonly number[] = []): Cell[] {
	const row = scaled(unit, numbers, beside);
	return [label, row.unit, ...row.values];
}

/** A row from a column of the run; none if the run has no such column. */
export function trackRow({track}: Findings, periods: readonly Period[], entity: string, quantity: string, label: string): Cell[][] {
	const found = track(entity, quantity);
	if (!found) return [];
	const {column, values} = found;
	const numbers = periods.map(period => overPeriod(column.kind, values, period));
	return [column.kind === 'share' ? percentRow(label, numbers) : numbersRow(label, unitOver(column), numbers)];
}

/** The unit of a column once it is summed over a period: of a flow, that of what has flowed. */
export const unitOver = ({kind, unit}: Track['column']): string => (unit === '1' ? '' : kind === 'flow' ? unit.replace(/\/month$/, '') : unit);

/** A row of shares as percentages. */
export const percentRow = (label: string, shares: readonly number[]): Cell[] => [label, '%', ...shares.map(share => share * 100)];

/** Whether any number of a row is not 0. */
export const tellsSomething = (row: readonly Cell[]): boolean => row.some(cell => typeof cell === 'number' && cell !== 0);

/** A table of such rows, by half-years or by years. */
export function periodTable(
	findings: Findings,
	by: 'halves' | 'years',
	named: Pick<Table, 'name' | 'title' | 'rows'>,
	first: string,
	notes: readonly string[] = [],
): Table {
	const periods = findings[by];
	const columns: TableColumn[] = [{name: first}, {name: 'unit'}, ...periods.map(({label}) => ({name: label}))];
	return {...named, columns, notes: [...notes, ...shortPeriods(periods, findings.run.series.start, by === 'halves' ? 6 : 12)]};
}
