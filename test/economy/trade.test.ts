import {expect, test} from 'vitest';
import {monthByMonth} from './observe.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** A contract to send 100 t of ore a month at 3 roubles, from a stock of so much; a fund named in it has its share at 4 yen a rouble. */
const contract = (stock: number, numbers: Numbers, months = 1): World => ({
	months,
	finance: {yenPerRouble: 4, clearing: 10},
	goods: [{id: 'ore', with: {openingStock: stock}}, {id: 'coal'}],
	exports: [{id: 'ore-abroad', good: 'ore', fund: 'office', with: {contract: 100, price: 3, ...numbers}}],
	funds: [{id: 'office', spends: []}],
});

test('what is shipped earns its price, as far as the bill is paid', () => {
	const {trade, goods} = build(contract(250, {paid: 0.5})).run();
	expect([trade.shipped[0], trade.receipts[0]]).toEqual([100, 150]); // 100 × 3 × ½
	expect([goods.exported[0], goods.used[0], goods.stock[0]]).toEqual([100, 0, 150]);
});

test('no more is shipped than there is', () => {
	expect(monthByMonth(contract(250, {}, 4), ({trade}) => trade.shipped[0])).toEqual([100, 100, 50, 0]);
});

test('receipts go to the clearing account', () => {
	expect(monthByMonth(contract(150, {}, 2), ({funds}) => funds.clearing[0])).toEqual([310, 460]); // 10 + 300, + 150
});

test('a fund has its part of the receipts a month later, in yen', () => {
	const seen = monthByMonth(contract(150, {toFund: 0.25}, 3), ({funds}) => [funds.received[0], funds.cash[0], funds.clearing[0]]);
	expect(seen).toEqual([
		[0, 0, 235], // 10 + 300 × ¾
		[300, 300, 347.5], // 300 × ¼ × 4 yen; + 150 × ¾
		[150, 450, 347.5],
	]);
});

test('an export that names no fund earns for the clearing account alone', () => {
	const world = contract(100, {toFund: 0.25});
	const [{fund: _, ...ore}] = world.exports ?? [];
	expect(build({...world, exports: [ore]}).run().funds.clearing[0]).toBe(310);
});

test('what was earned pays for imports from the next month on', () => {
	const world: World = {...contract(100, {}, 2), routes: [{id: 'sea', grades: {coal: 1}, with: {contract: 200, portStock: 500, railed: 0, price: 1}}]};
	expect(monthByMonth(world, ({routes, funds}) => [routes.paid[0], funds.clearing[0]])).toEqual([
		[10, 300], // 10 − 10 + 300
		[300, 0],
	]);
});
