import {expect, test} from 'vitest';
import {carrying} from '../../src/economy/rail.ts';
import {monthByMonth} from './observe.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** A works 10 km off that wants to move 100 t of iron and the coal for it, and locomotives that burn 60 t a month. */
const line = (rail: Numbers, coal = 1000, more: Partial<World> = {}): World => ({
	months: 1,
	rail: {fuel: 60, ...rail},
	railFuels: ['coal'],
	goods: [{id: 'coal', with: {openingStock: coal, heat: 1}}, {id: 'wood', with: {openingStock: 100, heat: 0.5}}, {id: 'iron'}],
	sites: [{id: 'works', product: 'iron', with: {capacity: 100, working: 1, haul: 10, weight: 1}, recipes: [{inputs: {coal: 1}}]}],
	...more,
});

test('the locomotives have their coal before anyone else', () => {
	const {rail, sites, goods} = build(line({workPerLocomotive: 400}, 100)).run();
	expect([rail.burnt[0], rail.fuelCover[0], sites.output[0], goods.stock[0]]).toEqual([60, 1, 40, 0]);
});

test('locomotives burn for the work they do, and give back the rest of what was set aside for them', () => {
	const {rail, goods} = build(line({workPerLocomotive: 4000}, 1000)).run();
	expect([rail.burnt[0], goods.stock[0]]).toEqual([15, 885]); // 60 × 1,000 of 4,000; 100 t went into iron
	const {rail: troops} = build(line({workPerLocomotive: 4000, passengers: 0.5}, 1000, {sites: []})).run();
	expect(troops.burnt[0]).toBe(30); // half the railway's work, whatever the goods
});

test('locomotives with half their coal do half their work', () => {
	const {rail} = build(line({workPerLocomotive: 400}, 30)).run();
	expect([rail.fuelCover[0], rail.capacity[0]]).toEqual([0.5, 200]);
});

test('what coal is wanting the locomotives burn as wood, by its heat', () => {
	const {rail} = build(line({passengers: 1}, 40, {railFuels: ['coal', 'wood']})).run();
	expect([...rail.burnt]).toEqual([40, 40, 0]); // 60 GJ: 40 t of coal at 1, 40 t of wood at ½
	expect(rail.fuelCover[0]).toBe(1);
});

test('locomotives under repair burn nothing and draw nothing', () => {
	const {rail} = build(line({locomotives: 10, serviceableLocomotives: 0.3, fuel: 10, workPerLocomotive: 50})).run();
	expect([rail.burnt[0], rail.capacity[0]]).toEqual([30, 150]); // three in service
});

test('the railway carries what the scarcer of wagons and locomotives can, on the line in order, beside the troops', () => {
	expect(carrying(1000, 800, 0.5, 0.25)).toBe(300); // 800 × ½ × ¾
	const rail = {fuel: 0, wagons: 20, serviceableWagons: 0.5, workPerWagon: 100, network: 400, working: 100, passengers: 0.2};
	expect(build(line(rail)).run().rail.capacity[0]).toBe(200); // 20 × ½ × 100 × ¼ × 0.8
});

test('a works makes what the railway can carry for it', () => {
	const {rail, sites, goods} = build(line({fuel: 0, workPerWagon: 400})).run();
	expect([sites.output[0], rail.demand[0], rail.cover[0]]).toEqual([40, 1000, 0.4]);
	expect(goods.stock[0]).toBe(960); // coal for what was made and no more
});

test('the quays are cleared first and the works have the rest', () => {
	const routes = [{id: 'sea', grades: {wood: 1}, with: {contract: 30, portStock: 30, railed: 0, haul: 10}}];
	const {rail, sites} = build(line({fuel: 0, workPerWagon: 700}, 1000, {routes})).run();
	expect([rail.fromPorts[0], sites.output[0]]).toEqual([300, 40]); // (700 − 300) / 10
	expect(rail.cover[0]).toBeCloseTo(7 / 13, 14); // 700 of 300 + 1,000
});

test('goods left at the quays count as haulage that was wanted and not had', () => {
	const routes = [{id: 'sea', grades: {wood: 1}, with: {contract: 80, portStock: 80, railed: 0, haul: 10}}];
	const {rail} = build(line({fuel: 0, workPerWagon: 400}, 1000, {routes, sites: []})).run();
	expect([rail.demand[0], rail.cover[0]]).toEqual([800, 0.5]);
});

test('line is put in order at the season’s rate until it is whole', () => {
	const world = line({network: 100, working: 50, repair: [30, 30, 30]}, 1000, {months: 3});
	expect(monthByMonth(world, ({rail}) => [rail.repaired[0], rail.working[0]])).toEqual([
		[30, 80],
		[20, 100],
		[0, 100],
	]);
});

test('line is put in order as far as there is money for it, and what it costs is spent', () => {
	const funds = [{id: 'railway', spends: ['railways'] as const, with: {promised: 60}}];
	const {rail, funds: purses} = build(line({network: 100, working: 50, repair: 30, repairCost: 5}, 1000, {funds, railFund: 'railway'})).run();
	expect([rail.repaired[0], purses.spent[0], purses.cover[0]]).toEqual([12, 60, 0.4]); // 60 of 30 × 5
});

test('line put in order this month carries from the next', () => {
	const world = line({fuel: 0, network: 100, working: 50, repair: 50, workPerWagon: 400}, 1000, {months: 2});
	expect(monthByMonth(world, ({sites}) => sites.output[0])).toEqual([20, 40]);
});

test('a railway that the quays take up whole leaves the works without haulage', () => {
	const routes = [{id: 'sea', grades: {wood: 1}, with: {contract: 290, portStock: 290, railed: 0, haul: 10}}];
	const {rail, sites} = build(line({fuel: 0, workPerWagon: 500}, 1000, {routes})).run();
	expect([rail.fromPorts[0], sites.output[0]]).toEqual([500, 0]); // 500 of 2,900
});

test('line beyond the length of the network is not torn up', () => {
	expect(build(line({network: 100, working: 120, repair: 5})).run().rail.repaired[0]).toBe(0);
});
