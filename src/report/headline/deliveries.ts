import {parameterByMonth} from '../../run/full-run.ts';
import type {Entity} from '../../scenario/program.ts';
import {entitiesOf, type Findings} from '../findings.ts';
import {overPeriod, type Period} from '../period.ts';
import type {Cell, Table} from '../table.ts';

/** What was required of the routes that bring several grades, what came, and what of it was fit for industry, by year. */
export function deliveriesTable(findings: Findings): Table {
	const {start} = findings.run.program.structure.routes.grades;
	const routes = entitiesOf(findings, 'route');
	const graded = routes.filter(({row}) => start[row + 1] - start[row] > 1);
	return {
		name: 'deliveries',
		title: 'Required from outside, delivered, and fit for industry',
		columns: [
			{name: 'route'},
			{name: 'period'},
			{name: 'unit'},
			{name: 'required'},
			{name: 'delivered'},
			{name: 'delivered of required', unit: '%'},
			{name: 'fit'},
			{name: 'fit of delivered', unit: '%'},
		],
		rows: (graded.length > 0 ? graded : routes).flatMap(route => routeRows(findings, route)),
	};
}

function routeRows(findings: Findings, route: Entity): Cell[][] {
	const required = parameterByMonth(findings.run, 'routes', 'contract', route.row);
	const landed = findings.track(route.id, 'landed')?.values;
	const fit = findings.track(route.id, 'fit')?.values;
	if (!landed || !fit) return [];
	const whole: Period = {label: 'whole run', from: 0, to: landed.length - 1};
	return [...findings.years, whole]
		.map(period => [period.label, ...[required, landed, fit].map(values => overPeriod('flow', values, period))] as const)
		.filter(([, wanted, came]) => Number(wanted) > 0 || Number(came) > 0)
		.map(([label, wanted, came, good]) => {
			const [w, c, g] = [Number(wanted), Number(came), Number(good)];
			return [route.label, label, route.unit, w, c, percentOf(c, w), g, percentOf(g, c)];
		});
}

const percentOf = (part: number, of: number): Cell => (of > 0 ? (part / of) * 100 : undefined);
