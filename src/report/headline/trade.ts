import {entitiesOf, type Findings} from '../findings.ts';
import {overPeriod} from '../period.ts';
import type {Cell, Table} from '../table.ts';
import {numbersRow, periodTable, tellsSomething, trackRow, unitOver} from './rows.ts';

/** What was sold and bought abroad, by year; what never moved is left out. */
export function tradeTable(findings: Findings): Table {
	const row = (entity: string, quantity: string, label: string) => trackRow(findings, findings.years, entity, quantity, label);
	const rows = [
		...entitiesOf(findings, 'export').flatMap(({id, label}) => row(id, 'shipped', `Sold: ${label}`)),
		...receipts(findings),
		...entitiesOf(findings, 'route').flatMap(({id, label}) => row(id, 'landed', `Brought in: ${label}`)),
		...row('finance', 'clearing', 'Clearing account, end of year'),
	].filter(tellsSomething);
	return periodTable(findings, 'years', {name: 'trade', title: 'Trade', rows}, 'what');
}

function receipts(findings: Findings): Cell[][] {
	const tracks = entitiesOf(findings, 'export').flatMap(({id}) => findings.track(id, 'receipts') ?? []);
	if (tracks.length === 0) return [];
	const sums = findings.years.map(year => tracks.reduce((sum, {values}) => sum + overPeriod('flow', values, year), 0));
	return [numbersRow('Receipts of all that was sold', unitOver(tracks[0].column), sums)];
}
