/** Which factors move an outcome, as tables: the strongest first, with how sure that is. */

import type {Factor} from '../study/factors.ts';
import type {Effects} from '../study/sensitivity/morris.ts';
import {hasConverged, type Index, widest} from '../study/sensitivity/sobol-indices.ts';
import {formatNumber} from './number.ts';
import type {Cell, Table} from './table.ts';

/** More factors than these are only counted on a screen. */
const shown = 30;

export type Sensitivity<Of> = {readonly outcome: string; readonly unit: string; readonly factors: readonly Factor[]; readonly of: readonly Of[]};

/** Elementary effects: by how much the outcome moves when a factor goes from one end of its range to the other. */
export function effectsTable({outcome, unit, factors, of}: Sensitivity<Effects>, forPeople: boolean): Table {
	const order = sorted(of.map(({muStar}) => muStar));
	const moving = order.filter(i => of[i].muStar > 0);
	const kept = forPeople ? moving.slice(0, shown) : order;
	const weakest = kept.length > 0 ? of[kept[kept.length - 1]] : undefined;
	const unsure = kept.filter(i => of[i].halfWidth > of[i].muStar / 2).length;
	return {
		name: 'effects',
		title: `What moves ${outcome}: elementary effects over whole ranges${unit ? `, in ${unit}` : ''}`,
		columns: ['factor', 'kind', 'size', '±', 'mean', 'deviation', 'effects'].map(name => ({name})),
		rows: kept.map((i): Cell[] => [factors[i].id, factors[i].kind, of[i].muStar, of[i].halfWidth, of[i].mu, of[i].sigma, of[i].count]),
		notes: [
			...(moving.length > kept.length && weakest ? [`${moving.length - kept.length} more factors move it by less than ${formatNumber(weakest.muStar)}.`] : []),
			`${order.length - moving.length} of ${order.length} factors do not move it at all.`,
			...(unsure > 0 ? [`NOT CONVERGED for ${unsure} of those shown: ± is more than half of the size. Take more trajectories.`] : []),
			...formLine(
				factors,
				of.map(({muStar}) => muStar),
			),
		],
	};
}

/** Sobol's indices: which part of the outcome's variance each factor accounts for. */
export function indicesTable({outcome, factors, of}: Sensitivity<Index>, forPeople: boolean): Table {
	const order = sorted(of.map(({total}) => total));
	const kept = forPeople ? order.slice(0, shown) : order;
	return {
		name: 'indices',
		title: `What the variance of ${outcome} comes from: Sobol’s indices`,
		columns: ['factor', 'kind', 'alone', 'alone ±', 'in all', 'in all ±'].map(name => ({name})),
		rows: kept.map((i): Cell[] => [factors[i].id, factors[i].kind, of[i].first, of[i].firstHalfWidth, of[i].total, of[i].totalHalfWidth]),
		notes: [
			...(of.every(({total}) => Number.isNaN(total))
				? ['The outcome never moves.']
				: hasConverged(of)
					? []
					: [`NOT CONVERGED: some interval is wider than ±${widest}. Take more rows.`]),
			...formLine(
				factors,
				of.map(({total}) => total),
			),
		],
	};
}

const sorted = (sizes: readonly number[]): number[] => sizes.map((_, i) => i).sort((a, b) => (sizes[b] || 0) - (sizes[a] || 0) || a - b);

/** How much the form of the model matters beside its numbers: readings and switches against the strongest number. */
function formLine(factors: readonly Factor[], sizes: readonly number[]): string[] {
	const strongest = (kinds: readonly Factor['kind'][]): number =>
		Math.max(0, ...sizes.filter((size, i) => kinds.includes(factors[i].kind) && Number.isFinite(size)));
	const forms = strongest(['switch', 'reading']);
	if (!factors.some(({kind}) => kind !== 'number')) return [];
	const numbers = strongest(['number']);
	const name = factors[sizes.indexOf(forms)]?.id;
	if (forms === 0) return ['The form of the model and the choice of readings do not move it.'];
	return [`Of the model’s form and the readings, ${name} matters most: ${formatNumber((forms / numbers) * 100)} % of the strongest number.`];
}
