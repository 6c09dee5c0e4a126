/** What the list of sites says of each, in the month under the cursor and against the baseline. */

import {entitiesOf, type Findings} from '../../report/findings.ts';
import {type Lost, largestWithin, lostBySite, productPrices} from '../../run/lost-output.ts';
import type {Entity} from '../../scenario/program.ts';
import type {Scene} from '../scene.ts';
import type {ListState} from '../state.ts';
import {arranged, type Key} from './arranged.ts';
import {monthOf, percentMore} from './runs.ts';

/** A site in a month of a run. */
export type SiteMonth = {
	readonly output: number;
	readonly rated: number;
	/** Of rated capacity; undefined where it has none. */
	readonly utilization: number | undefined;
	readonly working: number;
	readonly idle: number;
	readonly damaged: number;
	/** The cause that cost it most in the month, its total what it took. */
	readonly cause: Lost | undefined;
};

export type SiteRow = {
	readonly site: Entity;
	readonly industry: string;
	readonly product: Entity | undefined;
	readonly now: SiteMonth;
	readonly baseline: SiteMonth;
	/** By how many per cent more it made over the run than in the baseline. */
	readonly more: number | undefined;
};

/** Every site, in the order of the scenario. */
export function siteRows(scene: Scene): readonly SiteRow[] {
	const {now, bench} = scene;
	const month = monthOf(scene);
	const {structure, entities} = now.run.program;
	const industries = entitiesOf(now, 'industry');
	const goods = [...entities.values()].filter(({kind}) => kind === 'good');
	const over = (findings: Findings, id: string): number => findings.track(id, 'output')?.values.reduce((sum, value) => sum + value, 0) ?? 0;
	return entitiesOf(now, 'site').map(site => ({
		site,
		industry: industries.find(({row}) => row === structure.sites.industry[site.row])?.label ?? '',
		product: goods.find(({row}) => row === structure.sites.product[site.row]),
		now: monthAt(now, site.id, month),
		baseline: monthAt(bench.baseline, site.id, month),
		more: percentMore(over(bench.baseline, site.id), over(now, site.id)),
	}));
}

/** A site in a month, 0 the run's first. */
export function monthAt(findings: Findings, id: string, month: number): SiteMonth {
	const at = (quantity: string): number => findings.track(id, quantity)?.values[month] ?? 0;
	const [output, rated] = [at('output'), at('rated-capacity')];
	return {
		output,
		rated,
		utilization: rated > 0 ? output / rated : undefined,
		working: at('working'),
		idle: at('idle'),
		damaged: at('damaged'),
		cause: largestWithin(lostBySite(findings).get(id) ?? [], month, month),
	};
}

/** Share of rated capacity that the largest cause took. */
export const shareLost = ({cause, rated}: SiteMonth): number | undefined => (cause && rated > 0 ? cause.total / rated : undefined);

/** By what each column of the list sorts; sites of one industry are told apart from the rest by their value at base prices. */
export const siteKeys: readonly (readonly [string, (row: SiteRow, scene: Scene) => Key])[] = [
	['site', ({site}) => site.label],
	['output', ({site, now}, scene) => now.output * (productPrices(scene.now.run).get(site.id) ?? 0)],
	['utilization', ({now}) => now.utilization],
	['lost most to', ({now}) => now.cause?.label],
	['rated', ({site, now}, scene) => now.rated * (productPrices(scene.now.run).get(site.id) ?? 0)],
	['at work', ({now}) => now.working],
	['idle', ({now}) => now.idle],
	['damaged', ({now}) => now.damaged],
	['industry', ({industry}) => industry],
	['run %', ({more}) => more],
	['was', ({baseline}) => baseline.utilization],
	['was lost most to', ({baseline}) => baseline.cause?.label],
];

/** The sites as the list is filtered and sorted. */
export const shownSites = (scene: Scene, list: ListState): readonly SiteRow[] =>
	arranged(
		siteRows(scene),
		list,
		siteWords,
		siteKeys.map(
			([, key]) =>
				(row: SiteRow) =>
					key(row, scene),
		),
	);

/** The words by which a site is found. */
export const siteWords = ({site, industry, product, now}: SiteRow): string =>
	`${site.label} ${site.id} ${industry} ${product?.label ?? ''} ${now.cause?.label ?? ''}`;
