import {expect, test} from 'vitest';
import {build, type World} from './world.ts';

/** Ore and iron have a base in 1944, toys have none; iron alone is listed. */
const world: World = {
	months: 1,
	goods: [
		{id: 'ore', with: {price: 2, baseOutput: 100}},
		{id: 'iron', listed: true, with: {price: 20, baseOutput: 40}},
		{id: 'toys', with: {price: 1000}},
	],
	sites: [
		{id: 'mine', product: 'ore', with: {count: 4, capacity: 20, working: 3, destroyed: 1, administered: 0.5, enterprises: 0.25}},
		{id: 'furnace', product: 'iron', with: {count: 2, capacity: 10, working: 1, destroyed: 1, administered: 1}},
		{id: 'shop', product: 'toys', with: {count: 5, capacity: 1, working: 2, destroyed: 3}},
	],
};

test('the industrial index is output at base prices over that of 1944', () => {
	const {ledger} = build(world).run();
	expect(ledger.value[0]).toBe(320); // 60 × 2 + 10 × 20
	expect(ledger.index[0]).toBe(32); // of 100 × 2 + 40 × 20
});

test('the listed index counts the listed goods alone', () => {
	expect(build(world).run().ledger.listed[0]).toBe(25); // 200 of 800
});

test('enterprises at work are counted by units, and those administered apart', () => {
	const {ledger} = build(world).run();
	expect(ledger.started[0]).toBe(3.75); // 3 × ¼ + 1 + 2
	expect(ledger.administered[0]).toBe(1.375); // 3 × ¼ × ½ + 1
});

test('where nothing was made in 1944 there is no index', () => {
	const {ledger} = build({months: 1, goods: [{id: 'toys', with: {price: 1}}]}).run();
	expect([ledger.index[0], ledger.listed[0]]).toEqual([0, 0]);
});
