/** One month, top to bottom: what there is, what is wanted, who gets it, what is made, what is left, does it add up. */
import {checkBalance} from './balance.ts';
import {makeClaims} from './claims.ts';
import {countSurplus, fundNeeds, payCourses} from './finance.ts';
import {closeStocks} from './goods.ts';
import {importGoods} from './imports.ts';
import {manCrews} from './labour.ts';
import {closeLedger} from './ledger.ts';
import {accountLosses} from './losses.ts';
import {applyPolicy} from './policy.ts';
import {assessPotential, measureActivity} from './potential.ts';
import {generate, readyPower} from './power.ts';
import {produce} from './production.ts';
import {prospect} from './prospecting.ts';
import {repairRailways, runRailways} from './rail.ts';
import {offerStocks, rationAll} from './rationing.ts';
import {planRestoration, restore, surveyDamage} from './restoration.ts';
import {engageSpecialists} from './specialists.ts';
import type {Economy} from './state.ts';
import {ship} from './trade.ts';
import {holdCourses} from './training.ts';
import {closeUses, wantUses} from './uses.ts';

/** Each line uses only what the lines above it have settled; flows read the stocks of the month’s start. */
export function month(economy: Economy, vector: Float64Array, t: number, account: boolean): void {
	applyPolicy(economy, vector, t);

	surveyDamage(economy);
	fundNeeds(economy, t);
	engageSpecialists(economy, t);
	holdCourses(economy, t);
	payCourses(economy);
	prospect(economy, t);

	planRestoration(economy);
	manCrews(economy);
	assessPotential(economy);
	wantUses(economy);
	makeClaims(economy);
	offerStocks(economy);

	importGoods(economy, t);
	runRailways(economy);
	readyPower(economy);
	rationAll(economy, account);
	produce(economy);
	generate(economy);
	if (account) accountLosses(economy);

	ship(economy);
	restore(economy);
	repairRailways(economy);
	closeUses(economy);
	closeStocks(economy);
	countSurplus(economy);
	measureActivity(economy);
	closeLedger(economy);
	checkBalance(economy, t);
}
