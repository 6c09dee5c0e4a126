import type {Findings} from '../findings.ts';
import type {Table} from '../table.ts';
import {periodTable, trackRow} from './rows.ts';

const quantities = [
	['started', 'Started so far'],
	['administered', 'Of them run by the administration'],
] as const;

/** Enterprises started and administered at the end of each half-year. */
export function enterprisesTable(findings: Findings): Table {
	const rows = quantities.flatMap(([quantity, label]) => trackRow(findings, findings.halves, 'enterprises', quantity, label));
	return periodTable(findings, 'halves', {name: 'enterprises', title: 'Enterprises, at the end of the half-year', rows}, 'enterprises');
}
