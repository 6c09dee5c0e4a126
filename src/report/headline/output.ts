import {entitiesOf, type Material} from '../material.ts';
import type {Table} from '../table.ts';
import {periodTable, trackRow} from './rows.ts';

/** The industrial index and what was made of the goods that the scenario lists, by half-year. */
export function outputTable(material: Material): Table {
	const {listed} = material.run.program.structure.goods;
	const row = (entity: string, quantity: string, label: string) => trackRow(material, material.halves, entity, quantity, label);
	const rows = [
		...row('industry', 'index', 'Industrial index (base year = 100)'),
		...row('industry', 'listed-index', 'Index of listed goods (base year = 100)'),
		...entitiesOf(material, 'good')
			.filter(good => listed[good.row] === 1)
			.flatMap(good => row(good.id, 'made', good.label)),
	];
	return periodTable(material, 'halves', {name: 'output', title: 'Industrial index and goods made', rows}, 'what');
}
