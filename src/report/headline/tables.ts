/** The tables that a run prints, in the order in which they are read. None knows one case: they show what the scenario holds. */
import type {TableMaker} from '../material.ts';
import {causesTable} from './causes.ts';
import {deliveriesTable} from './deliveries.ts';
import {enterprisesTable} from './enterprises.ts';
import {fulfilmentTable} from './fulfilment.ts';
import {moneyTable} from './money.ts';
import {outputTable} from './output.ts';
import {scoreboardTable} from './scoreboard.ts';
import {staffTable} from './staff.ts';
import {tradeTable} from './trade.ts';
import {trainedTable} from './trained.ts';
import {translatorsTable} from './translators.ts';

export const headlineTables: Readonly<Record<string, TableMaker>> = {
	output: outputTable,
	enterprises: enterprisesTable,
	staff: staffTable,
	translators: translatorsTable,
	trained: trainedTable,
	deliveries: deliveriesTable,
	money: moneyTable,
	trade: tradeTable,
	causes: causesTable,
	fulfilment: fulfilmentTable,
	scoreboard: scoreboardTable,
};
