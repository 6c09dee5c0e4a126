import {expect, test} from 'vitest';
import {build, type World} from './world.ts';

/** A mine of 100 t a month and a furnace that turns 2 t of ore into 1 t of iron. */
const mineAndFurnace = (): World => ({
	months: 3,
	goods: [
		{id: 'ore', with: {price: 1, baseOutput: 100}},
		{id: 'iron', with: {price: 10, baseOutput: 50}},
	],
	sites: [
		{id: 'mine', product: 'ore', with: {count: 1, capacity: 100, working: 1}},
		{id: 'furnace', product: 'iron', with: {count: 1, capacity: 50, working: 1}, recipes: [{inputs: {ore: 2}}]},
	],
});

test('what is made in a month can be used from the next month on', () => {
	const output: number[] = [];
	build(mineAndFurnace()).run(({sites}) => output.push(sites.output[1]));
	expect(output).toEqual([0, 50, 50]);
});

test('with every cover at 1 output equals rated capacity, and the index stands at 100', () => {
	const economy = build(mineAndFurnace()).run();
	expect(economy.sites.output).toEqual(economy.sites.ratedCapacity);
	expect(economy.ledger.index[0]).toBe(100);
});

test('a furnace with half its ore makes half its iron, and the whole loss is put down to ore', () => {
	const world = build(mineAndFurnace());
	world.set('sites', 0, 'capacity', 50);
	const {sites, losses} = world.run();
	expect(sites.output[1]).toBe(25);
	const [first, next] = [losses.start[1], losses.start[2]];
	const account = losses.lost.subarray(first, next);
	expect(account[account.length - 1]).toBe(25);
	expect(account.reduce((sum, lost) => sum + lost, 0)).toBe(25);
	expect(losses.binding[1]).toBe(account.length - 1);
});

test('a works turns to its second recipe for what the first could not make', () => {
	const world = build({
		months: 1,
		goods: [{id: 'coke', with: {openingStock: 30}}, {id: 'anthracite', with: {openingStock: 1000}}, {id: 'iron'}],
		sites: [{id: 'furnace', product: 'iron', with: {capacity: 50, working: 1}, recipes: [{inputs: {coke: 1}}, {inputs: {anthracite: 2}}]}],
	});
	const {sites, rationing, goods} = world.run();
	expect(sites.output[0]).toBe(50);
	expect([...rationing.run]).toEqual([30, 20]);
	expect([...goods.stock]).toEqual([0, 960, 50]);
});

test('a works short of ore does not hold on to coal that another could burn', () => {
	const world = build({
		months: 1,
		goods: [{id: 'coal', with: {openingStock: 100}}, {id: 'ore', with: {openingStock: 20}}, {id: 'iron'}, {id: 'lime'}],
		sites: [
			{id: 'furnace', product: 'iron', with: {capacity: 100, working: 1}, recipes: [{inputs: {coal: 1, ore: 1}}]},
			{id: 'kiln', product: 'lime', with: {capacity: 100, working: 1}, recipes: [{inputs: {coal: 1}}]},
		],
	});
	const {sites, goods} = world.run();
	expect(sites.output[0]).toBeCloseTo(20, 12);
	expect(sites.output[1]).toBeCloseTo(80, 12);
	expect(goods.stock[0]).toBeCloseTo(0, 12);
});

test('the higher class is served before the lower', () => {
	const world = build({
		months: 1,
		goods: [{id: 'coal', with: {openingStock: 120}}, {id: 'iron'}, {id: 'lime'}],
		sites: [
			{id: 'furnace', product: 'iron', with: {capacity: 100, working: 1, priority: 4}, recipes: [{inputs: {coal: 1}}]},
			{id: 'kiln', product: 'lime', with: {capacity: 100, working: 1, priority: 2}, recipes: [{inputs: {coal: 1}}]},
		],
	});
	expect([...world.run().sites.output]).toEqual([20, 100]);
});

test('a stock that is meant to hold three months of claims gives a quarter of itself while it is short', () => {
	const world = build({
		months: 1,
		goods: [{id: 'ingots', with: {openingStock: 100, hold: 3}}, {id: 'plate'}],
		sites: [{id: 'mill', product: 'plate', with: {capacity: 1000, working: 1}, recipes: [{inputs: {ingots: 1}}]}],
	});
	expect(world.run().sites.output[0]).toBe(25);
});
