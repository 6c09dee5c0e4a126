import {entitiesOf, type Material} from '../material.ts';
import type {Table} from '../table.ts';
import {periodTable, trackRow} from './rows.ts';

/** Who is in the courses and who has passed them, at the end of each half-year. */
export function trainedTable(material: Material): Table {
	const rows = entitiesOf(material, 'course').flatMap(({id, label}) => [
		...trackRow(material, material.halves, id, 'trained', `${label}: passed so far`),
		...trackRow(material, material.halves, id, 'attending', `${label}: on the course`),
	]);
	return periodTable(material, 'halves', {name: 'trained', title: 'People trained, at the end of the half-year', rows}, 'course');
}
