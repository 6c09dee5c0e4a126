/** What the screen of money lists: funds, the account abroad, exports and imports, each a series by month that comes to something a year. */
import {entitiesOf, type Findings} from '../../report/findings.ts';
import {overPeriod, type Period} from '../../report/period.ts';
import type {Entity} from '../../scenario/program.ts';
import type {Nature} from '../../scenario/quantities.ts';
import type {Scene} from '../scene.ts';
import type {ListState} from '../state.ts';
import {arranged} from './arranged.ts';

export type MoneyRow = {
	readonly id: string;
	/** The heading under which it stands. */
	readonly section: string;
	readonly label: string;
	/** Of a month. */
	readonly unit: string;
	readonly kind: Nature;
	readonly valuesOf: (findings: Findings) => Float64Array | undefined;
	/** What it comes to over some months. */
	readonly over: (findings: Findings, period: Period) => number | undefined;
};

/** Everything that moved in the run or in the baseline, under its heading. */
export function moneyRows({now, bench}: Scene): readonly MoneyRow[] {
	const moves = ({valuesOf}: MoneyRow): boolean => [now, bench.baseline].some(findings => valuesOf(findings)?.some(value => value !== 0));
	const rows = [...entitiesOf(now, 'fund').flatMap(fundRows), ...tracked('Abroad', 'Clearing account', 'finance', 'clearing', 'rouble', 'stock')];
	return [...rows, ...exportRows(now), ...importRows(now)].filter(moves);
}

/** The rows as the list is filtered; their order has a meaning. */
export const shownMoney = (scene: Scene, list: ListState): readonly MoneyRow[] =>
	arranged(moneyRows(scene), {...list, sort: undefined, reversed: false}, ({section, label}) => `${section} ${label}`, []);

function tracked(section: string, label: string, entity: string, quantity: string, unit: string, kind: Nature): MoneyRow[] {
	const valuesOf = (findings: Findings) => findings.track(entity, quantity)?.values;
	return [{id: `${entity}.${quantity}`, section, label, unit, kind, valuesOf, over: overOf(kind, valuesOf)}];
}

const overOf =
	(kind: Nature, valuesOf: MoneyRow['valuesOf']): MoneyRow['over'] =>
	(findings, period) => {
		const values = valuesOf(findings);
		return values && overPeriod(kind, values, period);
	};

function fundRows({id, label}: Entity): MoneyRow[] {
	const flow = (quantity: string): MoneyRow[] => tracked(label, quantity, id, quantity, 'yen/month', 'flow');
	return [...flow('needed'), ...flow('received'), receivedOfNeeded(id, label), ...flow('spent'), ...tracked(label, 'cash', id, 'cash', 'yen', 'stock')];
}

function receivedOfNeeded(id: string, section: string): MoneyRow {
	const both = ({track}: Findings) => [track(id, 'received')?.values, track(id, 'needed')?.values] as const;
	return {
		id: `${id}.received-of-needed`,
		section,
		label: 'received of needed',
		unit: '1',
		kind: 'share',
		valuesOf: findings => {
			const [received, needed] = both(findings);
			return received && needed && received.map((value, t) => (needed[t] > 0 ? value / needed[t] : 0));
		},
		over: (findings, period) => {
			const [received, needed] = both(findings).map(values => values && overPeriod('flow', values, period));
			return received === undefined || !needed ? undefined : received / needed;
		},
	};
}

function exportRows(findings: Findings): MoneyRow[] {
	const all = entitiesOf(findings, 'export');
	const rows = all.flatMap(({id, label, unit}) => tracked('Exports', label, id, 'shipped', `${unit}/month`, 'flow'));
	return all.length === 0 ? [] : [...rows, summed('exports.receipts', 'Exports', 'Receipts of all exports', all, 'receipts')];
}

function importRows(findings: Findings): MoneyRow[] {
	const all = entitiesOf(findings, 'route');
	const rows = all.flatMap(({id, label, unit}) => tracked('Imports', label, id, 'landed', `${unit}/month`, 'flow'));
	return all.length === 0 ? [] : [...rows, summed('imports.paid', 'Imports', 'Paid for all imports', all, 'paid')];
}

function summed(id: string, section: string, label: string, of: readonly Entity[], quantity: string): MoneyRow {
	const valuesOf = ({track, run}: Findings): Float64Array => {
		const sum = new Float64Array(run.series.months);
		for (const entity of of) track(entity.id, quantity)?.values.forEach((value, t) => (sum[t] += value));
		return sum;
	};
	return {id, section, label, unit: 'rouble/month', kind: 'flow', valuesOf, over: overOf('flow', valuesOf)};
}
