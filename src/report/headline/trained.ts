import {entitiesOf, type Findings} from '../findings.ts';
import type {Table} from '../table.ts';
import {periodTable, trackRow} from './rows.ts';

/** Who is in the courses and who has passed them, at the end of each half-year. */
export function trainedTable(findings: Findings): Table {
	const rows = entitiesOf(findings, 'course').flatMap(({id, label}) => [
		...trackRow(findings, findings.halves, id, 'trained', `${label}: passed so far`),
		...trackRow(findings, findings.halves, id, 'attending', `${label}: on the course`),
	]);
	return periodTable(findings, 'halves', {name: 'trained', title: 'People trained, at the end of the half-year', rows}, 'course');
}
