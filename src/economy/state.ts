/** All that exists at a month’s end. Allocated once for a scenario, set to its opening for each run, changed in place. */

import {type Balance, newBalance, resetBalance} from './balance.ts';
import {resetRounds} from './claims.ts';
import {type Funds, newFunds, resetFunds} from './finance.ts';
import {type Goods, newGoods, resetGoods} from './goods.ts';
import {newRoutes, type Routes, resetRoutes} from './imports.ts';
import {type Labour, newLabour, resetLabour} from './labour.ts';
import {type Ledger, newLedger} from './ledger.ts';
import {type Losses, newLosses} from './losses.ts';
import {bind, type Current, type Layout, type Parameters, read} from './parameters.ts';
import {newSites, resetSites, type Sites} from './potential.ts';
import {newPower, type Power} from './power.ts';
import {newProspecting, type Prospecting} from './prospecting.ts';
import {newRail, type Rail, resetRail} from './rail.ts';
import {newRationing, type Rationing} from './rationing.ts';
import {newRestoration, type Restoration, resetRestoration} from './restoration.ts';
import {newSpecialists, resetSpecialists, type Specialists} from './specialists.ts';
import type {Structure} from './structure.ts';
import {newTrade, type Trade} from './trade.ts';
import {newTraining, type Training} from './training.ts';
import {newUses, resetUses, type Uses} from './uses.ts';

export type State = {
	readonly funds: Funds;
	readonly specialists: Specialists;
	readonly training: Training;
	readonly labour: Labour;
	readonly prospecting: Prospecting;
	readonly sites: Sites;
	readonly restoration: Restoration;
	readonly uses: Uses;
	readonly rationing: Rationing;
	readonly routes: Routes;
	readonly rail: Rail;
	readonly power: Power;
	readonly goods: Goods;
	readonly trade: Trade;
	readonly ledger: Ledger;
	readonly losses: Losses;
	readonly balance: Balance;
};

/** An economy: who is connected with whom, the numbers in force, and all that exists. */
export type Economy = State & {readonly structure: Structure; readonly layout: Layout; readonly current: Current; readonly p: Parameters};

/** Allocate an economy. Nothing is allocated after this. */
export function newEconomy(structure: Structure, layout: Layout): Economy {
	const current = bind(layout);
	const rationing = newRationing(structure);
	return {
		structure,
		layout,
		current,
		p: current.p,
		funds: newFunds(structure),
		specialists: newSpecialists(structure),
		training: newTraining(structure),
		labour: newLabour(structure),
		prospecting: newProspecting(structure),
		sites: newSites(structure),
		restoration: newRestoration(structure),
		uses: newUses(structure),
		rationing,
		routes: newRoutes(structure),
		rail: newRail(structure),
		power: newPower(structure),
		goods: newGoods(structure),
		trade: newTrade(structure),
		ledger: newLedger(structure),
		losses: newLosses(structure, rationing),
		balance: newBalance(structure),
	};
}

/** Set an economy to its opening under these parameters, to be run with or without the loss account. */
export function openEconomy(economy: Economy, vector: Float64Array, account: boolean): void {
	economy.current.account = account;
	read(economy.current, economy.layout, vector);
	empty(economy);
	resetFunds(economy);
	resetSpecialists(economy);
	resetLabour(economy);
	resetSites(economy);
	resetRestoration(economy);
	resetUses(economy);
	resetRounds(economy);
	resetRoutes(economy);
	resetRail(economy);
	resetGoods(economy);
	resetBalance(economy);
}

const parts = [
	'funds',
	'specialists',
	'training',
	'labour',
	'prospecting',
	'sites',
	'restoration',
	'uses',
	'routes',
	'rail',
	'power',
	'goods',
	'trade',
	'ledger',
	'losses',
	'balance',
] as const;

function empty(economy: Economy): void {
	for (const part of parts) {
		for (const values of Object.values(economy[part])) if (values instanceof Float64Array) values.fill(0);
	}
}
