/**
 * Production: what was allotted becomes goods.
 *
 *   output = potential × least of the limits that power, haulage and inputs set     product/month
 *   used   = Σ over recipes of what was made by the recipe × input per unit
 *
 * What was allotted and not used has gone back to the stocks.
 */
import {recipeInRound} from './claims.ts';
import type {Economy} from './state.ts';

/** Sites make, uses are served, and the goods for it are drawn. */
export function produce(economy: Economy): void {
	const {goods, rail, rationing, structure} = economy;
	goods.made.fill(0);
	for (let g = 0; g < goods.used.length; g++) goods.used[g] = rationing.taken[g] + rail.burnt[g];
	makeGoods(economy);
	serveUses(economy);
	const haulage = structure.rows.goods;
	rail.demand[0] += rationing.claimed[haulage];
	rail.cover[0] = rail.demand[0] === 0 ? 1 : Math.min(1, rail.capacity[0] / rail.demand[0]);
}

function makeGoods({sites, goods, rationing, structure}: Economy): void {
	const {got, gotBefore, rounds, run} = rationing;
	run.fill(0);
	for (let s = 0; s < sites.output.length; s++) {
		const product = structure.sites.product[s];
		if (product === structure.electricity) continue;
		for (let n = 0; n < rounds.length; n++) {
			const after = n + 1 < rounds.length ? gotBefore[(n + 1) * got.length + s] : got[s];
			run[recipeInRound(structure, s, n)] += (after - gotBefore[n * got.length + s]) * sites.potential[s];
		}
		sites.output[s] = got[s] * sites.potential[s];
		goods.made[product] += sites.output[s];
	}
}

function serveUses({uses, rationing}: Economy): void {
	const {got, claimants} = rationing;
	for (let u = 0; u < uses.served.length; u++) uses.served[u] = got[claimants.uses + u] * uses.wanted[u];
}
