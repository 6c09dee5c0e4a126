/** What the screen of losses lists: each cause with its share of rated capacity, and the sites that lost most to one of them. */

import {entitiesOf, type Findings} from '../../report/findings.ts';
import type {Period} from '../../report/period.ts';
import {type Lost, lostByCause, lostBySite, productPrices, ratedValue} from '../../run/lost-output.ts';
import type {Entity} from '../../scenario/program.ts';
import type {Scene} from '../scene.ts';
import type {ListState} from '../state.ts';
import {arranged, type Key} from './arranged.ts';
import {monthOf} from './runs.ts';

export type CauseRow = {
	readonly cause: string;
	readonly label: string;
	/** Shares of the rated capacity of all sites at base prices. */
	readonly inMonth: number;
	readonly overRun: number;
	readonly inBaseline: number;
	readonly byYear: readonly number[];
};

/** Every cause that took anything in the run or in the baseline, the largest of the run first. */
export function causeRows(scene: Scene): readonly CauseRow[] {
	const {now, bench} = scene;
	const [rated, ratedBefore] = [ratedValue(now), ratedValue(bench.baseline)];
	const [lost, lostBefore] = [lostByCause(now), lostByCause(bench.baseline)];
	const gone = lostBefore.filter(({cause}) => lost.every(other => other.cause !== cause)).map(before => ({...before, values: new Float64Array(rated.length)}));
	const month = monthOf(scene);
	const run = wholeRun(now);
	return [...lost, ...gone].map(({cause, label, values}) => ({
		cause,
		label,
		inMonth: shareOver(values, rated, {from: month, to: month}),
		overRun: shareOver(values, rated, run),
		inBaseline: shareOver(lostBefore.find(before => before.cause === cause)?.values, ratedBefore, run),
		byYear: now.years.map(year => shareOver(values, rated, year)),
	}));
}

type Span = Pick<Period, 'from' | 'to'>;

const wholeRun = ({run}: Findings): Span => ({from: 0, to: run.series.months - 1});

function shareOver(values: Float64Array | undefined, whole: Float64Array, {from, to}: Span): number {
	let [part, all] = [0, 0];
	for (let t = from; t <= to; t++) {
		part += values?.[t] ?? 0;
		all += whole[t];
	}
	return all > 0 ? part / all : 0;
}

/** By what each column of the list sorts. */
export const causeKeys: readonly (readonly [string, (row: CauseRow) => Key])[] = [
	['cause', ({label}) => label],
	['month', ({inMonth}) => inMonth],
	['run', ({overRun}) => overRun],
	['baseline', ({inBaseline}) => inBaseline],
	['change', ({overRun, inBaseline}) => overRun - inBaseline],
];

/** The causes as the list is filtered and sorted. */
export const shownCauses = (scene: Scene, list: ListState): readonly CauseRow[] =>
	arranged(
		causeRows(scene),
		list,
		({label, cause}) => `${label} ${cause}`,
		causeKeys.map(([, key]) => key),
	);

/** A site and what it lost to a cause over the run. */
export type SiteLoss = {
	readonly site: Entity;
	/** Of all that was lost to the cause, at base prices. */
	readonly ofCause: number;
	/** Of the site's own rated capacity, in the run and in the baseline. */
	readonly ofSite: number;
	readonly before: number;
};

/** The sites that lost anything to a cause, those that lost most first. */
export function sitesLosingTo({now, bench}: Scene, cause: string): readonly SiteLoss[] {
	const prices = productPrices(now.run);
	const sites = entitiesOf(now, 'site').map(site => {
		const found = lossOf(now, site.id, cause);
		return {
			site,
			worth: (found?.total ?? 0) * (prices.get(site.id) ?? 0),
			ofSite: ownShare(now, site.id, found),
			before: ownShare(bench.baseline, site.id, lossOf(bench.baseline, site.id, cause)),
		};
	});
	const all = sites.reduce((sum, {worth}) => sum + worth, 0);
	return sites
		.filter(({ofSite, before}) => ofSite > 0 || before > 0)
		.sort((a, b) => b.worth - a.worth)
		.map(({worth, ...rest}) => ({...rest, ofCause: all > 0 ? worth / all : 0}));
}

const lossOf = (findings: Findings, site: string, cause: string): Lost | undefined =>
	lostBySite(findings)
		.get(site)
		?.find(lost => lost.cause === cause);

function ownShare(findings: Findings, site: string, lost: Lost | undefined): number {
	const rated = findings.track(site, 'rated-capacity')?.values;
	return lost && rated ? shareOver(lost.values, rated, wholeRun(findings)) : 0;
}

/** The share of rated capacity that a cause took, month by month. */
export function monthlyShare(findings: Findings, cause: string): Float64Array {
	const rated = ratedValue(findings);
	const values = lostByCause(findings).find(lost => lost.cause === cause)?.values;
	return rated.map((value, t) => (value > 0 ? (values?.[t] ?? 0) / value : 0));
}
