/** Which factors move an outcome, as tables: the strongest first, with how sure that is. */

import type {Factor} from '../study/factors.ts';
import type {Sensitivity} from '../study/sensitivity/conduct.ts';
import type {Effects} from '../study/sensitivity/morris.ts';
import type {Screened} from '../study/sensitivity/screen.ts';
import {hasConverged, type Index, widest} from '../study/sensitivity/sobol-indices.ts';
import {formatNumber} from './number.ts';
import type {Cell, Table} from './table.ts';

/** More factors than these are only counted on a screen. */
const shown = 30;

const effectColumns = ['factor', 'kind', 'size', '±', 'mean', 'deviation', 'effects'];
const indexColumns = ['factor', 'kind', 'alone', 'alone ±', 'in all', 'in all ±'];

/** Elementary effects: by how much the outcome moves when a factor goes from one end of its range to the other. A table for each outcome, and one of all as data. */
export function effectsTables(all: readonly Sensitivity<Effects>[], unitOf: (outcome: string) => string, forPeople: boolean): Table[] {
	const order = all.map(({found}) => sorted(found.map(({muStar}) => muStar)));
	const rowOf = ({factors, found}: Sensitivity<Effects>, i: number): Cell[] => {
		const {muStar, halfWidth, mu, sigma, count} = found[i];
		return [factors[i].id, factors[i].kind, muStar, halfWidth, mu, sigma, count];
	};
	if (!forPeople) {
		const rows = all.flatMap((one, a) => order[a].map(i => [one.outcome, one.of, unitOf(one.outcome), ...rowOf(one, i)]));
		return [{name: 'effects', title: 'Elementary effects over whole ranges', columns: named(['outcome', 'of', 'unit', ...effectColumns]), rows}];
	}
	return all.map((one, a) => {
		const unit = unitOf(one.outcome);
		const kept = order[a].filter(i => one.found[i].muStar > 0).slice(0, shown);
		return {
			name: 'effects',
			title: `What moves ${one.outcome} of ${one.of}: elementary effects over whole ranges${unit ? `, in ${unit}` : ''}`,
			columns: named(effectColumns),
			rows: kept.map(i => rowOf(one, i)),
			notes: effectNotes(one, kept),
		};
	});
}

function effectNotes({factors, found}: Sensitivity<Effects>, kept: readonly number[]): string[] {
	const moving = found.filter(({muStar}) => muStar > 0).length;
	const unsure = kept.filter(i => found[i].halfWidth > found[i].muStar / 2).length;
	return [
		...(moving > kept.length ? [`${moving - kept.length} more factors move it by less than ${formatNumber(found[kept[kept.length - 1]].muStar)}.`] : []),
		`${found.length - moving} of ${found.length} factors do not move it at all.`,
		...(unsure > 0 ? [`NOT CONVERGED for ${unsure} of those shown: ± is more than half of the size. Take more trajectories.`] : []),
		...formLine(
			factors,
			found.map(({muStar}) => muStar),
		),
	];
}

/** Sobol's indices: which part of the outcome's variance each factor accounts for. A table for each outcome, and one of all as data. */
export function indicesTables(all: readonly Sensitivity<Index>[], screening: Screened | undefined, forPeople: boolean): Table[] {
	const order = all.map(({found}) => sorted(found.map(({total}) => total)));
	const rowOf = ({factors, found}: Sensitivity<Index>, i: number): Cell[] => {
		const {first, firstHalfWidth, total, totalHalfWidth} = found[i];
		return [factors[i].id, factors[i].kind, first, firstHalfWidth, total, totalHalfWidth];
	};
	if (!forPeople) {
		const rows = all.flatMap((one, a) => order[a].map(i => [one.outcome, one.of, ...rowOf(one, i)]));
		return [{name: 'indices', title: 'Sobol’s indices', columns: named(['outcome', 'of', ...indexColumns]), rows}];
	}
	return all.map((one, a) => ({
		name: 'indices',
		title: `What the variance of ${one.outcome} of ${one.of} comes from: Sobol’s indices`,
		columns: named(indexColumns),
		rows: order[a].slice(0, shown).map(i => rowOf(one, i)),
		notes: [...indexNotes(one), ...(screening ? screeningNotes(screening, screening.effects[a]) : [])],
	}));
}

const indexNotes = ({factors, found}: Sensitivity<Index>): string[] => [
	...(found.every(({total}) => Number.isNaN(total))
		? ['The outcome never moves.']
		: hasConverged(found)
			? []
			: [`NOT CONVERGED: some interval is wider than ±${widest}. Take more rows.`]),
	...formLine(
		factors,
		found.map(({total}) => total),
	),
];

/** What the variance does not hold, because a screening left it out. */
function screeningNotes({taken, left}: Screened, {factors, found}: Sensitivity<Effects>): string[] {
	const effectOf = (id: string): Effects => found[factors.findIndex(factor => factor.id === id)];
	const strongestOf = (ids: readonly string[]): string => ids.reduce((best, id) => (effectOf(id).muStar > effectOf(best).muStar ? id : best));
	const said = (id: string): string => `${id}, by ${formatNumber(effectOf(id).muStar)} ± ${formatNumber(effectOf(id).halfWidth)}`;
	return [
		`Screened by elementary effects: ${taken.length} of ${taken.length + left.length} numbers were taken; the other ${left.length} stay as they are, and are no part of the variance.`,
		`Of those left out ${said(strongestOf(left))}, moves it most; of those taken ${said(strongestOf(taken))}. --table effects has them all.`,
	];
}

const named = (names: readonly string[]) => names.map(name => ({name}));

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
