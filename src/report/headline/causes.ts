import {lostByCause, ratedValue} from '../../run/lost-output.ts';
import type {Findings} from '../findings.ts';
import {overPeriod, type Period} from '../period.ts';
import type {Table} from '../table.ts';
import {percentRow, periodTable} from './rows.ts';

/** Causes that have a row of their own; the smaller ones share one. */
const most = 12;

/** Why the economy made less than its rated capacity, all sites together at base prices, by year. */
export function causesTable(findings: Findings): Table {
	const rated = sumOver(findings, ratedValue(findings));
	const shares = (values: Float64Array): number[] => sumOver(findings, values).map((sum, i) => (rated[i] > 0 ? sum / rated[i] : 0));
	const lost = lostByCause(findings).map(({label, values}) => ({label, shares: shares(values)}));
	const rest = lost.slice(most).map(cause => cause.shares);
	const rows = lost.slice(0, most).map(cause => percentRow(cause.label, cause.shares));
	if (rest.length > 0) rows.push(percentRow('Other causes', sumRows(rest)));
	const made = madeShares(
		lost.map(cause => cause.shares),
		rated,
	);
	rows.push(percentRow('Made', made));
	const title = 'Where rated capacity went, all sites at base prices';
	return periodTable(findings, 'years', {name: 'causes', title, rows}, 'cause');
}

const sumOver = ({years}: Findings, values: Float64Array): number[] => years.map((year: Period) => overPeriod('flow', values, year));

const sumRows = (rows: readonly number[][]): number[] => rows[0].map((_, i) => rows.reduce((sum, row) => sum + row[i], 0));

const madeShares = (lost: readonly number[][], rated: readonly number[]): number[] =>
	rated.map((value, i) => (value > 0 ? 1 - lost.reduce((sum, row) => sum + row[i], 0) : 0));
