import {commonCauses} from '../../economy/causes.ts';
import {type FullRun, parameterByMonth} from '../../run/full-run.ts';
import type {LossColumn} from '../../run/losses.ts';
import {entitiesOf, type Findings} from '../findings.ts';
import {overPeriod, type Period} from '../period.ts';
import type {Table} from '../table.ts';
import {percentRow, periodTable} from './rows.ts';

/** Causes that have a row of their own; the smaller ones share one. */
const most = 12;

/** Why the economy made less than its rated capacity, all sites together at base prices, by year. */
export function causesTable(findings: Findings): Table {
	const rated = sumOver(findings, ratedValue(findings));
	const shares = (values: Float64Array): number[] => sumOver(findings, values).map((sum, i) => (rated[i] > 0 ? sum / rated[i] : 0));
	const causes = [...valueByCause(findings)].sort(([a, one], [b, other]) => total(other) - total(one) || (a < b ? -1 : 1));
	const lost = causes.filter(([, values]) => total(values) > 0);
	const rest = lost.slice(most).map(([, values]) => shares(values));
	const rows = lost.slice(0, most).map(([cause, values]) => percentRow(causeLabel(findings, cause), shares(values)));
	if (rest.length > 0) rows.push(percentRow('Other causes', sumRows(rest)));
	rows.push(
		percentRow(
			'Made',
			madeShares(
				lost.map(([, values]) => shares(values)),
				rated,
			),
		),
	);
	const title = 'Where rated capacity went, all sites at base prices';
	return periodTable(findings, 'years', {name: 'causes', title, rows}, 'cause');
}

const sumOver = ({years}: Findings, values: Float64Array): number[] => years.map((year: Period) => overPeriod('flow', values, year));

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

const sumRows = (rows: readonly number[][]): number[] => rows[0].map((_, i) => rows.reduce((sum, row) => sum + row[i], 0));

const madeShares = (lost: readonly number[][], rated: readonly number[]): number[] =>
	rated.map((value, i) => (value > 0 ? 1 - lost.reduce((sum, row) => sum + row[i], 0) : 0));

/** What was lost to each cause in each month, in yen at base prices. */
function valueByCause({run, track}: Findings): Map<string, Float64Array> {
	const prices = productPrices(run);
	const byCause = new Map<string, Float64Array>();
	for (const column of run.losses) {
		const values = track(column.entity, column.quantity)?.values;
		if (values) addTo(byCause, column, values, prices.get(column.entity) ?? 0);
	}
	return byCause;
}

function addTo(byCause: Map<string, Float64Array>, {cause}: LossColumn, values: Float64Array, price: number): void {
	const sum = byCause.get(cause) ?? new Float64Array(values.length);
	for (let t = 0; t < values.length; t++) sum[t] += values[t] * price;
	byCause.set(cause, sum);
}

/** Rated capacity of all sites in each month, in yen at base prices. */
function ratedValue(findings: Findings): Float64Array {
	const prices = productPrices(findings.run);
	const sum = new Float64Array(findings.run.series.months);
	for (const {id} of entitiesOf(findings, 'site')) {
		const rated = findings.track(id, 'rated-capacity')?.values;
		if (rated) for (let t = 0; t < sum.length; t++) sum[t] += rated[t] * (prices.get(id) ?? 0);
	}
	return sum;
}

/** The price of what each site makes, by the site's id. */
function productPrices(run: FullRun): Map<string, number> {
	const {product} = run.program.structure.sites;
	const priceOf = (good: number): number => parameterByMonth(run, 'goods', 'price', good)[0];
	return new Map([...run.program.entities.values()].filter(({kind}) => kind === 'site').map(({id, row}) => [id, priceOf(product[row])]));
}

/** A cause that is a good, or the grade of one, goes by the good's name. */
function causeLabel({run}: Findings, cause: string): string {
	if ((commonCauses as readonly string[]).includes(cause)) {
		const words = cause.replaceAll('-', ' ');
		return words.charAt(0).toUpperCase() + words.slice(1);
	}
	const {entities} = run.program;
	const good = entities.get(cause);
	return good ? good.label : `${entities.get(cause.replace(/-grade$/, ''))?.label ?? cause}: its grade`;
}
