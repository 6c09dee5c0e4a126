import {expect, test} from 'vitest';
import {BalanceError, checkBalance} from '../../src/economy/balance.ts';
import type {Economy} from '../../src/economy/state.ts';
import {build, type World} from './world.ts';

/** A world in which nothing happens: 100 t of coal lie there, ten workers wait, fifty yen are in the purse, a mine stands idle. */
const still: World = {
	months: 3,
	electricity: 'power',
	labour: {skilledPool: 10},
	goods: [{id: 'power'}, {id: 'coal', with: {openingStock: 100}}],
	sites: [{id: 'mine', product: 'coal', with: {capacity: 10, intact: 1, ordered: 0}}],
	routes: [{id: 'sea', grades: {coal: 1}, with: {contract: 0}}],
	funds: [{id: 'purse', spends: [], with: {cash: 50}}],
};

/** The error of a run in which somebody meddles after the first month. */
function caught(meddle: (economy: Economy) => void): BalanceError {
	try {
		build(still).run((economy, t) => {
			if (t === 0) meddle(economy);
		});
	} catch (error) {
		if (error instanceof BalanceError) return error;
		throw error;
	}
	throw new Error('nobody noticed');
}

test.each([
	['coal that nobody dug', ({goods}: Economy) => goods.stock.set([105], 1), 'Month 1: goods (row 1) does not add up: 105 on one side, 100 on the other.'],
	['workers from nowhere', ({labour}: Economy) => labour.skilledPool.fill(13), 'Month 1: people does not add up: 13 on one side, 10 on the other.'],
	['money from nowhere', ({funds}: Economy) => funds.cash.fill(57), 'Month 1: money does not add up: 57 on one side, 50 on the other.'],
	['a mine too many', ({sites}: Economy) => sites.idle.fill(2), 'Month 1: units (row 0) does not add up: 2 on one side, 1 on the other.'],
	['a cargo nobody loaded', ({routes}: Economy) => routes.atSea.fill(4), 'Month 1: routes (row 0) does not add up: 4 on one side, 0 on the other.'],
])('%s stops the run, with the month, the quantity and both sides', (_, meddle, message) => {
	expect(caught(meddle).message).toBe(message);
});

test('an error says what it is about, for a program too', () => {
	const {name, month, what, row} = caught(({goods}) => goods.stock.set([105], 1));
	expect({name, month, what, row}).toEqual({name: 'BalanceError', month: 1, what: 'goods', row: 1});
});

test('a number that is none stops the run', () => {
	expect(caught(({funds}) => funds.cash.fill(Number.NaN)).what).toBe('money');
});

test('use is counted again from what was made, and must agree with what was handed out', () => {
	const economy = build(still).run();
	economy.goods.used[1] += 1;
	expect(() => checkBalance(economy)(3)).toThrow('Month 3: goods used (row 1) does not add up: 1 on one side, 0 on the other.');
});

test('electricity is used, sold or lost in the month in which it is made', () => {
	const economy = build(still).run();
	economy.goods.made[0] += 2;
	expect(() => checkBalance(economy)(3)).toThrow('Month 3: electricity (row 0) does not add up: 2 on one side, 0 on the other.');
});

test('the last bits of a sum do not stop a run', () => {
	expect(() =>
		build(still).run(({goods}) => {
			goods.stock[1] += 1e-12;
		}),
	).not.toThrow();
});
