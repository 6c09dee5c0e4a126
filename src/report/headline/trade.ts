import {entitiesOf, type Material} from '../material.ts';
import {overPeriod} from '../period.ts';
import type {Cell, Table} from '../table.ts';
import {numbersRow, periodTable, tellsSomething, trackRow, unitOver} from './rows.ts';

/** What was sold and bought abroad, by year; what never moved is left out. */
export function tradeTable(material: Material): Table {
	const row = (entity: string, quantity: string, label: string) => trackRow(material, material.years, entity, quantity, label);
	const rows = [
		...entitiesOf(material, 'export').flatMap(({id, label}) => row(id, 'shipped', `Sold: ${label}`)),
		...receipts(material),
		...entitiesOf(material, 'route').flatMap(({id, label}) => row(id, 'landed', `Brought in: ${label}`)),
		...row('finance', 'clearing', 'Clearing account, end of year'),
	].filter(tellsSomething);
	return periodTable(material, 'years', {name: 'trade', title: 'Trade', rows}, 'what');
}

function receipts(material: Material): Cell[][] {
	const tracks = entitiesOf(material, 'export').flatMap(({id}) => material.track(id, 'receipts') ?? []);
	if (tracks.length === 0) return [];
	const sums = material.years.map(year => tracks.reduce((sum, {values}) => sum + overPeriod('flow', values, year), 0));
	return [numbersRow('Receipts of all that was sold', unitOver(tracks[0].column), sums)];
}
