import type {Entity} from '../../scenario/program.ts';
import {entitiesOf, type Findings} from '../findings.ts';
import {overPeriod} from '../period.ts';
import type {Cell, Table} from '../table.ts';
import {numbersRow, percentRow, periodTable, unitOver} from './rows.ts';

/** What each fund needed, received and spent, by half-year. */
export function moneyTable(findings: Findings): Table {
	const rows = entitiesOf(findings, 'fund').flatMap(fund => fundRows(findings, fund));
	return periodTable(findings, 'halves', {name: 'money', title: 'Money needed and received', rows}, 'fund');
}

function fundRows({track, halves}: Findings, {id, label}: Entity): Cell[][] {
	const tracks = ['needed', 'received', 'spent'].map(quantity => track(id, quantity));
	const [needed, received, spent] = tracks.map(found => halves.map(half => (found ? overPeriod('flow', found.values, half) : 0)));
	const unit = tracks[0] ? unitOver(tracks[0].column) : '';
	const all = [...needed, ...received, ...spent];
	return [
		numbersRow(`${label}: needed`, unit, needed, all),
		numbersRow(`${label}: received`, unit, received, all),
		percentRow(
			`${label}: received of needed`,
			received.map((sum, i) => sum / needed[i]),
		),
		numbersRow(`${label}: spent`, unit, spent, all),
	];
}
