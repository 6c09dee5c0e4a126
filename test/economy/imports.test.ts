import {expect, test} from 'vitest';
import {loadable} from '../../src/economy/imports.ts';
import {monthByMonth} from './observe.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** A contract for 1,000 t of coal a month, a tenth of it fit for industry, from a port that holds plenty. */
const route = (numbers: Numbers, more: Partial<World> = {}): World => ({
	months: 1,
	goods: [{id: 'fit'}, {id: 'unfit'}],
	routes: [{id: 'island', grades: {fit: 1, unfit: 9}, with: {contract: 1000, portStock: 5000, railed: 0, ...numbers}}],
	...more,
});
const loaded = (world: World): number => build(world).run().routes.loaded[0];

test('ports load no more than their berths can in the season', () => {
	expect(loaded(route({ports: 2, loading: 300, season: 0.5}))).toBe(300); // 2 × 300 × ½
});

test('ports load no more than the ships can carry', () => {
	expect(loaded(route({ports: 2, loading: 300, ships: 250}))).toBe(250);
});

test('ports load no more than there is on the quay', () => {
	expect(loaded(route({portStock: 70, loss: 0.1}))).toBe(63); // a tenth burns of itself first
	expect(loadable(63, 3, 100, 1, 1000)).toBe(63);
});

test('what was not shipped stays due, and no more than is due is shipped', () => {
	const world = route({contract: [50, 0, 0], ships: 30}, {months: 3});
	expect(monthByMonth(world, ({routes}) => [routes.loaded[0], routes.due[0]])).toEqual([
		[30, 20],
		[20, 0],
		[0, 0],
	]);
});

test('other claimants have their share of what is loaded', () => {
	const {routes} = build(route({ships: 400, others: 0.25})).run();
	expect([routes.loaded[0], routes.loadedForOthers[0], routes.portStock[0]]).toEqual([300, 100, 4600]);
});

test('no more is brought to port than is due there and to the others, and nothing to an unloaded port twice', () => {
	const world = route({contract: [30, 30], portStock: 0, railed: 1000, others: 0.25, ships: [0, 1000]}, {months: 2});
	expect(monthByMonth(world, ({routes}) => [routes.brought[0], routes.loaded[0], routes.loadedForOthers[0]])).toEqual([
		[40, 0, 0], // 30 / (1 − ¼)
		[40, 60, 20], // 60 / (1 − ¼) − 40 already there
	]);
});

test('what lies at the port is lost by its share a month', () => {
	expect(monthByMonth(route({portStock: 100, loss: 0.1, ships: 0}, {months: 2}), ({routes}) => routes.lost[0])).toEqual([10, 9]);
});

test('ships land what was loaded two months before', () => {
	const world = route({contract: [100, 0, 0, 0], lag: 2}, {months: 4});
	expect(monthByMonth(world, ({routes}) => [routes.landed[0], routes.atSea[0]])).toEqual([
		[0, 100],
		[0, 100],
		[100, 0],
		[0, 0],
	]);
});

test('what is landed enters stock as its grades', () => {
	const {goods, routes} = build(route({contract: 100})).run();
	expect([...routes.graded]).toEqual([10, 90]); // 1 and 9 parts of ten
	expect([...goods.stock]).toEqual([10, 90]);
});

test('the clearing account buys as much as it holds and may be overdrawn', () => {
	const bought = (clearingCredit: number): number => loaded(route({price: 2, ships: 100}, {finance: {clearing: 60, clearingCredit}}));
	expect(bought(0)).toBe(30); // 60 roubles at 2 a tonne
	expect(bought(80)).toBe(70);
	expect(bought(500)).toBe(100);
	const {funds} = build(route({price: 2, ships: 100}, {finance: {clearing: 60, clearingCredit: 80}})).run();
	expect(funds.clearing[0]).toBe(-80); // 60 − 70 × 2
});

test('routes that must be paid for are cut alike, and what is given goes on', () => {
	const at = (id: string, price: number) => ({id, grades: {fit: 1}, with: {contract: 100, portStock: 100, railed: 0, price}});
	const {routes} = build({months: 1, finance: {clearing: 200}, goods: [{id: 'fit'}], routes: [at('dear', 3), at('cheap', 1), at('gift', 0)]}).run();
	expect([...routes.loaded]).toEqual([50, 50, 100]); // 200 of 300 + 100 roubles
});

test('what the railway cannot carry waits at the quay', () => {
	const world = route({contract: [50, 0], haul: 10, weight: 2}, {months: 2, rail: {workPerWagon: 600}});
	expect(monthByMonth(world, ({routes, goods}) => [routes.carried[0], routes.quay[0], goods.stock[0]])).toEqual([
		[30, 20, 3], // 600 of 50 × 10 × 2 t·km; a tenth of it is fit
		[20, 0, 5],
	]);
});

test('a quay that lies at the works waits for no railway', () => {
	const near = {id: 'near', grades: {fit: 1}, with: {contract: 40, portStock: 40, railed: 0}};
	const {routes} = build({
		months: 1,
		goods: [{id: 'fit'}],
		rail: {workPerWagon: 0},
		routes: [near, {...near, id: 'far', with: {...near.with, haul: 10}}],
	}).run();
	expect([...routes.carried]).toEqual([40, 0]);
});
