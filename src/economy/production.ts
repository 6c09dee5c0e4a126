/**
 * Production: what was allotted becomes goods.
 *
 *   output = potential × least of the limits that power, haulage and inputs set     product/month
 *   used   = Σ over recipes of what was made by the recipe × input per unit
 *
 * What was allotted and not used has gone back to the stocks.
 */
import {recipeInRound} from './claims.ts';
import {burnFuel} from './rail.ts';
import type {Economy} from './state.ts';
import {inTurn, type Step} from './step.ts';
import type {Structure} from './structure.ts';

/** Sites make, uses are served, and the goods for it are drawn. */
export function produce(economy: Economy): Step {
	return inTurn(economy, burnFuel, drawGoods, makeGoods, serveUses, coverHaulage);
}

function drawGoods({goods, rail, rationing}: Economy): Step {
	const {used} = goods;
	return () => {
		for (let g = 0; g < used.length; g++) used[g] = rationing.taken[g] + rail.burnt[g];
	};
}

function makeGoods({sites, goods, rationing, structure}: Economy): Step {
	const {got, run} = rationing;
	const {product, recipes} = structure.sites;
	return () => {
		goods.made.fill(0);
		run.fill(0);
		for (let s = 0; s < sites.output.length; s++) {
			if (product[s] === structure.electricity) continue;
			const made = got[s] * sites.potential[s];
			sites.output[s] = made;
			goods.made[product[s]] += made;
			if (recipes.start[s + 1] - recipes.start[s] === 1) run[recipes.to[recipes.start[s]]] += made;
			else divideByRecipe(rationing, structure, s, sites.potential[s]);
		}
	};
}

/** What a site made in each round, it made by the recipe to which it then turned. */
function divideByRecipe({got, gotBefore, rounds, run}: Economy['rationing'], structure: Structure, s: number, potential: number): void {
	for (let n = 0; n < rounds.length; n++) {
		const after = n + 1 < rounds.length ? gotBefore[(n + 1) * got.length + s] : got[s];
		run[recipeInRound(structure, s, n)] += (after - gotBefore[n * got.length + s]) * potential;
	}
}

function serveUses({uses, rationing}: Economy): Step {
	const {got, claimants} = rationing;
	return () => {
		for (let u = 0; u < uses.served.length; u++) uses.served[u] = got[claimants.uses + u] * uses.wanted[u];
	};
}

function coverHaulage({rail, rationing, structure}: Economy): Step {
	const haulage = structure.rows.goods;
	return () => {
		rail.demand[0] += rationing.claimed[haulage];
		rail.cover[0] = rail.demand[0] === 0 ? 1 : Math.min(1, rail.capacity[0] / rail.demand[0]);
	};
}
