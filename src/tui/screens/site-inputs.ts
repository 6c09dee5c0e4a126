/** What a site needs: its inputs by recipe, its units and the people of its industry. */

import {entitiesOf, type Findings} from '../../report/findings.ts';
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import {parameterByMonth} from '../../run/full-run.ts';
import {lostBySite} from '../../run/lost-output.ts';
import type {Entity} from '../../scenario/program.ts';

export type SiteInput = {
	readonly label: string;
	/** For one unit of product, as `1.2 t`; of several recipes the least and the most. */
	readonly amount: string;
	/** Share of rated capacity lost for want of it in the month, of its grade too. */
	readonly lost: number;
	/** Stock of it in the country at the end of the month; undefined for electricity, which is not stored. */
	readonly stock: string | undefined;
};

/** Small amounts keep two digits: a gram of catalyst is not nothing. */
const amountOf = (amount: number): string => (amount > 0 && amount < 0.0095 ? String(Number(amount.toPrecision(2))) : formatNumber(amount));

type Need = {readonly good: Entity; readonly amounts: number[]};

/** What a site needs for a unit of its product, and what is lost for want of it in a month. */
export function inputsOf(findings: Findings, site: Entity, month: number): readonly SiteInput[] {
	const lost = lostBySite(findings).get(site.id) ?? [];
	const rated = findings.track(site.id, 'rated-capacity')?.values[month] ?? 0;
	const electricity = findings.run.program.structure.electricity;
	return needsOf(findings, site).map(({good, amounts}) => {
		const names = good.row === electricity ? ['power', good.id] : [good.id, `${good.id}-grade`];
		const took = lost.filter(({cause}) => names.includes(cause)).reduce((sum, {values}) => sum + values[month], 0);
		const held = good.row === electricity ? undefined : findings.track(good.id, 'stock')?.values[month];
		return {
			label: good.label,
			amount: `${[...new Set([Math.min(...amounts), Math.max(...amounts)].map(amountOf))].join('–')} ${good.unit}`,
			lost: rated > 0 ? took / rated : 0,
			stock: held === undefined ? undefined : withUnit(good.unit, held),
		};
	});
}

/** The goods of all its recipes, electricity first. */
function needsOf({run}: Findings, {row}: Entity): readonly Need[] {
	const {structure, entities} = run.program;
	const goods = new Map([...entities.values()].filter(({kind}) => kind === 'good').map(good => [good.row, good]));
	const needs = new Map<number, Need>();
	const add = (place: number, amount: number): void => {
		const good = goods.get(place);
		if (!good || amount === 0) return;
		const need = needs.get(place) ?? {good, amounts: []};
		need.amounts.push(amount);
		needs.set(place, need);
	};
	const {recipes} = structure.sites;
	for (const recipe of recipes.to.subarray(recipes.start[row], recipes.start[row + 1])) {
		add(structure.electricity, parameterByMonth(run, 'recipes', 'electricity', recipe)[0]);
		const {start, to} = structure.recipes.inputs;
		for (const input of to.subarray(start[recipe], start[recipe + 1])) add(structure.inputs.good[input], parameterByMonth(run, 'inputs', 'amount', input)[0]);
	}
	return [...needs.values()];
}

/** `1.2 million t`. */
export function withUnit(unit: string, value: number): string {
	const {unit: shown, values} = scaled(unit, [value]);
	return `${formatNumber(values[0])} ${shown}`.trim();
}

/** A line about a site: what it is about, and how that stands in a run. */
export type SiteFigure = {readonly name: string; readonly valueOf: (findings: Findings, month: number) => string};

/** Units and people of a site. */
export function figuresOf({run}: Findings, site: Entity): readonly SiteFigure[] {
	const {structure} = run.program;
	const industry = entitiesOf({run}, 'industry').find(({row}) => row === structure.sites.industry[site.row]);
	const at = (findings: Findings, entity: string, quantity: string, month: number): number => findings.track(entity, quantity)?.values[month] ?? 0;
	const number = (name: string, entity: string, quantity: string): SiteFigure => ({
		name,
		valueOf: (findings, month) => formatNumber(at(findings, entity, quantity, month)),
	});
	const share = (name: string, entity: string, quantity: string): SiteFigure => ({
		name,
		valueOf: (findings, month) => `${formatNumber(at(findings, entity, quantity, month) * 100)} %`,
	});
	const units = [
		number('at work at month’s end', site.id, 'working'),
		number('units idle', site.id, 'idle'),
		number('units damaged', site.id, 'damaged'),
		number('units restored so far', site.id, 'restored'),
	];
	if (!industry) return units;
	const of = industry.label.toLowerCase();
	return [
		...units,
		number(`workers of ${of}`, industry.id, 'workers'),
		number('their full crew', industry.id, 'full-crew'),
		share('what the crews allow', industry.id, 'labour-cover'),
		share('what expertise allows', industry.id, 'expertise'),
	];
}
