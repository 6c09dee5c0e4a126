import {expect, test} from 'vitest';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** Two stations by the river, of 300 and 100 kWh a month, and a mill that takes 2 kWh for each of its tonnes. */
const grid = (mill: Numbers, power: Numbers = {}, more: Partial<World> = {}): World => ({
	months: 1,
	electricity: 'power',
	power,
	goods: [{id: 'power'}, {id: 'plate'}, {id: 'coal', with: {openingStock: 90}}],
	sites: [
		{id: 'upper', product: 'power', with: {capacity: 300, working: 1}},
		{id: 'lower', product: 'power', with: {capacity: 100, working: 1}},
		{id: 'mill', product: 'plate', with: {working: 1, ...mill}, recipes: [{electricity: 2}]},
	],
	...more,
});
const household = (priority: number) => ({id: 'households', goods: {power: 1}, with: {demand: 100, priority}});
const sold = {id: 'abroad', good: 'power', with: {contract: 300, price: 1}};

test('stations generate what is used and no more, each by its share', () => {
	const {sites, power} = build(grid({capacity: 100})).run();
	expect([...sites.output]).toEqual([150, 50, 100]); // 200 kWh, 3 : 1
	expect([power.capability[0], power.generated[0], power.dispatch[0], power.cover[0]]).toEqual([400, 200, 0.5, 1]);
});

test('a mill rolls as much as there is power for', () => {
	const {sites, power} = build(grid({capacity: 500})).run();
	expect([sites.output[2], power.demand[0], power.cover[0], power.dispatch[0]]).toEqual([200, 1000, 0.4, 1]); // 400 kWh at 2 each
});

test('power sold abroad goes before anyone at home', () => {
	const {sites, power, trade} = build(grid({capacity: 100}, {}, {exports: [sold]})).run();
	expect([power.sold[0], trade.shipped[0], sites.output[2], power.generated[0]]).toEqual([300, 300, 50, 400]);
});

test('no more is sold abroad than the stations can give, and each buyer is cut alike', () => {
	const {power, trade} = build(
		grid(
			{capacity: 0},
			{},
			{
				exports: [
					{...sold, with: {contract: 600}},
					{...sold, id: 'other', with: {contract: 200}},
				],
			},
		),
	).run();
	expect(power.sold[0]).toBe(400);
	expect([...trade.shipped]).toEqual([300, 100]); // 400 of 800
});

test('households of a higher class are served before the mill, of a lower one after it', () => {
	const served = (priority: number): readonly number[] => {
		const {sites, uses} = build(grid({capacity: 200, priority: 3}, {}, {uses: [household(priority)]})).run();
		return [sites.output[2], uses.served[0]];
	};
	expect(served(1)).toEqual([150, 100]);
	expect(served(5)).toEqual([200, 0]);
	const [mill, households] = served(3); // 400 of 400 + 100
	expect(mill).toBeCloseTo(160, 10);
	expect(households).toBeCloseTo(80, 10);
});

test('a tenth lost on the lines is generated and reaches nobody', () => {
	const {sites, power, goods} = build(grid({capacity: 500}, {gridLoss: 0.1})).run();
	expect(sites.output[2]).toBe(180); // 400 × 0.9 at 2 each
	expect(power.generated[0]).toBeCloseTo(400, 10);
	expect(power.lost[0]).toBeCloseTo(40, 10);
	expect(goods.used[0]).toBe(360);
});

test('lines that lose everything leave the mill without power, and the run goes on', () => {
	expect(build(grid({capacity: 100}, {gridLoss: 1})).run().sites.output[2]).toBe(0);
});

const steam = (mill: Numbers, inputs: Readonly<Record<string, number>>): World => {
	const world = grid(mill);
	const [station, , works] = world.sites ?? [];
	return {...world, sites: [{...station, recipes: [{inputs}]}, works]};
};

test('a station that burns coal gives no more than its coal allows, and burns what it gives', () => {
	const {power, sites, goods} = build(steam({capacity: 500}, {coal: 0.5})).run();
	expect(power.fuelled[0]).toBeCloseTo(0.6, 14); // 90 t of 300 × ½
	expect(sites.output[0]).toBeCloseTo(180, 10);
	expect(goods.stock[2]).toBeCloseTo(0, 10);
});

test('a station that takes the last of the coal leaves a kiln none, and the run goes on', () => {
	const [station] = steam({}, {coal: 0.3}).sites ?? [];
	const kiln = {id: 'kiln', product: 'plate', with: {capacity: 100, working: 1}, recipes: [{inputs: {coal: 1}}]};
	const goods = [{id: 'power'}, {id: 'plate'}, {id: 'coal', with: {openingStock: 50}}];
	expect(build(grid({}, {}, {goods, sites: [{...station, with: {capacity: 200, working: 1}}, kiln]})).run().sites.output[1]).toBe(0);
});

test('coal that a station set aside and did not burn is there next month', () => {
	const {sites, goods} = build(steam({capacity: 50}, {coal: 0.3})).run();
	expect(sites.output[0]).toBe(100);
	expect(goods.stock[2]).toBe(60); // 90 − 100 × 0.3
});

test('without power nothing that needs it is made', () => {
	const world = grid({capacity: 100});
	expect(build({...world, sites: world.sites?.slice(2) ?? []}).run().sites.output[0]).toBe(0);
});

test('whatever several buyers abroad are promised, what is left at home is nothing and never less', () => {
	// Thirds and sevenths: shares that no sum of doubles gives back to the last bit.
	for (let buyers = 2; buyers <= 9; buyers++) {
		for (const capacity of [300, 1000 / 3, 1e7 / 7]) {
			const exports = Array.from({length: buyers}, (_, i) => ({...sold, id: `buyer-${i}`, with: {contract: capacity / (i + 1.7)}}));
			const world = grid({capacity: 100}, {gridLoss: 1 / 7}, {exports});
			const [, , mill] = build({...world, sites: [{id: 'upper', product: 'power', with: {capacity, working: 1}}, ...(world.sites ?? []).slice(1)]}).run().sites
				.output;
			expect(mill).toBeGreaterThanOrEqual(0);
		}
	}
});
