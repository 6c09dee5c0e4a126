/** The loss account behind an outcome: rated capacity less output, cause by cause and month by month, with nothing left over. */

import {commonCauses, TRANSPORT} from '../../economy/causes.ts';
import type {Traced} from '../../run/full-run.ts';
import {productPrices} from '../../run/lost-output.ts';
import {sitesBehind} from '../../scenario/loss-causes.ts';
import type {Outcome} from '../../scenario/outcome.ts';
import type {Program} from '../../scenario/program.ts';

export type AccountRow = {
	readonly cause: string;
	/** A value for each month of the account, and their sum. */
	readonly values: Float64Array;
	readonly total: number;
};

export type Account = {
	/** The sites that it is about, by id. */
	readonly sites: readonly string[];
	/** Of every figure: the product’s where all sites make one, else yen at base prices. */
	readonly unit: string;
	/** First and last month of the account, the run's first being 0. */
	readonly from: number;
	readonly to: number;
	readonly rated: AccountRow;
	readonly output: AccountRow;
	/** What was lost, to the greatest cause first; causes that took nothing are left out. */
	readonly lost: readonly AccountRow[];
};

/** Set up the account of the sites that an outcome is about, over its months; undefined where it is about none. */
export function accountOf(traced: Traced, outcome: Outcome): Account | undefined {
	const {program} = traced.run;
	const sites = sitesBehind(program, outcome.entity);
	const [from, to] = monthsOf(program, outcome);
	if (sites.length === 0 || from > to) return undefined;
	const {product} = program.structure.sites;
	const goods = new Set(sites.map(id => product[program.entities.get(id)?.row ?? 0]));
	const prices = productPrices(traced.run);
	const worthOf = (site: string): number => (goods.size === 1 ? 1 : (prices.get(site) ?? 0));
	const sum = (cause: string, quantityOf: (site: string) => string): AccountRow => {
		const values = new Float64Array(to - from + 1);
		for (const site of sites) {
			const track = traced.track(site, quantityOf(site))?.values;
			if (track) for (let t = 0; t < values.length; t++) values[t] += track[from + t] * worthOf(site);
		}
		return {cause, values, total: values.reduce((all, value) => all + value, 0)};
	};
	const among = new Set(sites);
	const causes = new Set(traced.run.losses.filter(({entity}) => among.has(entity)).map(({cause}) => cause));
	const lost = [...causes].map(cause => sum(cause, () => `lost-to-${cause}`)).filter(({total}) => total > 0);
	return {
		sites,
		unit: goods.size === 1 ? (program.entities.get(sites[0])?.unit ?? '1') : 'yen',
		from,
		to,
		rated: sum('rated', () => 'rated-capacity'),
		output: sum('output', () => 'output'),
		lost: lost.sort((a, b) => b.total - a.total || (a.cause < b.cause ? -1 : 1)),
	};
}

/** The months of an outcome that lie in the run, the run's first being 0. */
export function monthsOf({start, layout}: Program, {period}: Outcome): readonly [number, number] {
	const last = layout.months - 1;
	return period ? [Math.max(0, period[0] - start), Math.min(last, period[1] - start)] : [0, last];
}

/** What holds a site back beside its own people and damage: of the limits of the month the lowest, and how far it is from the next. */
export type Binding = {
	readonly site: string;
	readonly cause: string;
	readonly months: number;
	/** Mean over these months, share of potential. */
	readonly slack: number;
};

/** Causes that are factors of potential and no limits on it: those before the first limit. */
const factors: ReadonlySet<string> = new Set(commonCauses.slice(0, TRANSPORT));

/** Which limit bound each site, in how many months of the account; the longest first. The lowest limit bears the most of what limits took. */
export function bindings(traced: Traced, {sites, from, to}: Account): readonly Binding[] {
	return sites.flatMap(site => bindingsOf(traced, site, from, to)).sort((a, b) => b.months - a.months || (a.site + a.cause < b.site + b.cause ? -1 : 1));
}

function bindingsOf(traced: Traced, site: string, from: number, to: number): readonly Binding[] {
	const limits = traced.run.losses.filter(({entity, cause}) => entity === site && !factors.has(cause));
	const tracks = limits.map(({quantity}) => traced.track(site, quantity)?.values);
	const slack = traced.track(site, 'slack')?.values;
	const found = new Map<string, {months: number; slack: number}>();
	for (let month = from; month <= to; month++) {
		const taken = tracks.map(values => values?.[month] ?? 0);
		const most = taken.reduce((best, value, i) => (value > taken[best] ? i : best), 0);
		if (!(taken[most] > 0)) continue;
		const {cause} = limits[most];
		const known = found.get(cause) ?? {months: 0, slack: 0};
		found.set(cause, {months: known.months + 1, slack: known.slack + (slack?.[month] ?? 0)});
	}
	return [...found].map(([cause, {months, slack: sum}]) => ({site, cause, months, slack: sum / months}));
}
