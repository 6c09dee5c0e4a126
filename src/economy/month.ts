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
import {inTurn, type Step} from './step.ts';
import {ship} from './trade.ts';
import {holdCourses} from './training.ts';
import {closeUses, wantUses} from './uses.ts';

/** The month of an economy. Each line uses only what the lines above it have settled; flows read the stocks of the month’s start. */
export function month(economy: Economy): Step {
	return inTurn(
		economy,
		applyPolicy,

		surveyDamage,
		fundNeeds,
		engageSpecialists,
		holdCourses,
		payCourses,
		prospect,

		planRestoration,
		manCrews,
		assessPotential,
		wantUses,
		makeClaims,
		offerStocks,

		importGoods,
		runRailways,
		readyPower,
		rationAll,
		produce,
		generate,
		accountLosses,

		ship,
		restore,
		repairRailways,
		closeUses,
		closeStocks,
		countSurplus,
		measureActivity,
		closeLedger,
		checkBalance,
	);
}
