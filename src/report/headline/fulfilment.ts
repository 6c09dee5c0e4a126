import type {Fulfilment} from '../../run/plan.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import type {Findings} from '../findings.ts';
import {scaled} from '../scale.ts';
import type {Cell, Table} from '../table.ts';

/** The plan ledger: what was to be reached and by when, and what was. */
export const fulfilmentTable = ({ledger, run}: Findings): Table => ({
	name: 'fulfilment',
	title: 'Plan: what was due, what was reached, how late',
	columns: [
		{name: 'target'},
		{name: 'unit'},
		{name: 'planned'},
		{name: 'reached'},
		{name: 'fulfilment', unit: '%'},
		{name: 'due'},
		{name: 'met'},
		{name: 'months late'},
	],
	rows: ledger.map(entry => fulfilmentRow(entry, run.series.start + run.series.months - 1)),
});

function fulfilmentRow({target, reached, share, met, slippage}: Fulfilment, last: number): Cell[] {
	const {unit, values} = scaled(target.unit, reached === undefined ? [target.target] : [target.target, reached]);
	const [planned, got] = values;
	const when = met !== undefined ? formatMonth(met) : target.due > last || reached === undefined ? 'beyond the run' : `not by ${formatMonth(last)}`;
	return [target.label, target.unit === '1' ? '' : unit, planned, got, share === undefined ? undefined : share * 100, formatMonth(target.due), when, slippage];
}
