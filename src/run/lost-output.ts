/** What output was lost to, in yen at base prices, month by month: of all sites together, or of some. */
import {commonCauses} from '../economy/causes.ts';
import {type FullRun, parameterByMonth, type Traced} from './full-run.ts';
import type {LossColumn} from './losses.ts';

/** What a cause took from output: a value a month, in yen at base prices; of one site, in units of its product. */
export type Lost = {readonly cause: string; readonly label: string; readonly values: Float64Array; readonly total: number};

/** Whether a site is meant, by its id. */
export type Among = (site: string) => boolean;

const every: Among = () => true;

/** What was lost to each cause that took anything, the largest first; of all sites, or of those that are meant. */
export function lostByCause(traced: Traced, among: Among = every): readonly Lost[] {
	const known = among === every ? lostInAll.get(traced.run) : undefined;
	if (known) return known;
	const lost = largestFirst(traced, valueByCause(traced, among));
	if (among === every) lostInAll.set(traced.run, lost);
	return lost;
}

/** What a run lost follows from the run, and screens ask for it at every key. */
const lostInAll = new WeakMap<FullRun, readonly Lost[]>();
const lostInEach = new WeakMap<FullRun, ReadonlyMap<string, readonly Lost[]>>();

/** What each site lost to each cause that took anything of it, in units of its product, the largest first; by the site's id. */
export function lostBySite(traced: Traced): ReadonlyMap<string, readonly Lost[]> {
	const known = lostInEach.get(traced.run);
	if (known) return known;
	const {run, track} = traced;
	const bySite = new Map<string, Map<string, Float64Array>>();
	for (const column of run.losses) {
		const values = track(column.entity, column.quantity)?.values;
		const causes = bySite.get(column.entity) ?? new Map<string, Float64Array>();
		bySite.set(column.entity, causes);
		if (values) addTo(causes, column, values, 1);
	}
	const lost = new Map([...bySite].map(([site, causes]) => [site, largestFirst(traced, causes)]));
	lostInEach.set(run, lost);
	return lost;
}

const largestFirst = (traced: Traced, byCause: ReadonlyMap<string, Float64Array>): readonly Lost[] =>
	[...byCause]
		.map(([cause, values]) => ({cause, label: causeLabel(traced, cause), values, total: total(values)}))
		.filter(lost => lost.total > 0)
		.sort((a, b) => b.total - a.total || (a.cause < b.cause ? -1 : 1));

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** What was lost to each cause in each month, by the cause's id, in yen at base prices. */
export function valueByCause({run, track}: Traced, among: Among = every): Map<string, Float64Array> {
	const prices = productPrices(run);
	const byCause = new Map<string, Float64Array>();
	for (const column of run.losses) {
		const values = among(column.entity) ? track(column.entity, column.quantity)?.values : undefined;
		if (values) addTo(byCause, column, values, prices.get(column.entity) ?? 0);
	}
	return byCause;
}

function addTo(byCause: Map<string, Float64Array>, {cause}: LossColumn, values: Float64Array, worth: number): void {
	const sum = byCause.get(cause) ?? new Float64Array(values.length);
	for (let t = 0; t < values.length; t++) sum[t] += values[t] * worth;
	byCause.set(cause, sum);
}

/** Rated capacity in each month, in yen at base prices; of all sites, or of those that are meant. */
export function ratedValue(traced: Traced, among: Among = every): Float64Array {
	const prices = productPrices(traced.run);
	const sum = new Float64Array(traced.run.series.months);
	for (const id of traced.run.program.ids.sites) {
		const rated = among(id) ? traced.track(id, 'rated-capacity')?.values : undefined;
		if (rated) for (let t = 0; t < sum.length; t++) sum[t] += rated[t] * (prices.get(id) ?? 0);
	}
	return sum;
}

/** The cause to which most was lost from one month to another, both included, 0 the run's first; undefined where nothing was lost. */
export const bindingCause = (traced: Traced, from = 0, to = traced.run.series.months - 1): Lost | undefined => largestWithin(lostByCause(traced), from, to);

/** Of what was lost, the most within some months, with its total over them. */
export function largestWithin(all: readonly Lost[], from: number, to: number): Lost | undefined {
	let most: Lost | undefined;
	for (const lost of all) {
		const within = total(lost.values.subarray(from, to + 1));
		if (within > (most?.total ?? 0)) most = {...lost, total: within};
	}
	return most;
}

/** The price of what each site makes, by the site's id. */
export function productPrices(run: FullRun): ReadonlyMap<string, number> {
	const known = pricesOf.get(run);
	if (known) return known;
	const {product} = run.program.structure.sites;
	const priceOf = (good: number): number => parameterByMonth(run, 'goods', 'price', good)[0];
	const prices = new Map([...run.program.entities.values()].filter(({kind}) => kind === 'site').map(({id, row}) => [id, priceOf(product[row])]));
	pricesOf.set(run, prices);
	return prices;
}

const pricesOf = new WeakMap<FullRun, ReadonlyMap<string, number>>();

/** A cause in words: that is a good, or the grade of one, goes by the good's name. */
export function causeLabel({run}: Traced, cause: string): string {
	if ((commonCauses as readonly string[]).includes(cause)) {
		const words = cause.replaceAll('-', ' ');
		return words.charAt(0).toUpperCase() + words.slice(1);
	}
	const {entities} = run.program;
	const good = entities.get(cause);
	return good ? good.label : `${entities.get(cause.replace(/-grade$/, ''))?.label ?? cause}: its grade`;
}
