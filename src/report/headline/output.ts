import {entitiesOf, type Findings} from '../findings.ts';
import type {Table} from '../table.ts';
import {periodTable, trackRow} from './rows.ts';

/** The industrial index and what was made of the goods that the scenario lists, by half-year. */
export function outputTable(findings: Findings): Table {
	const {listed} = findings.run.program.structure.goods;
	const row = (entity: string, quantity: string, label: string) => trackRow(findings, findings.halves, entity, quantity, label);
	const rows = [
		...row('industry', 'index', 'Industrial index (base year = 100)'),
		...row('industry', 'listed-index', 'Index of listed goods (base year = 100)'),
		...entitiesOf(findings, 'good')
			.filter(good => listed[good.row] === 1)
			.flatMap(good => row(good.id, 'made', good.label)),
	];
	return periodTable(findings, 'halves', {name: 'output', title: 'Industrial index and goods made', rows}, 'what');
}
