import {expect, test} from 'vitest';
import {damageOf} from '../../src/economy/restoration.ts';
import {monthByMonth} from './observe.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** A line of damaged kilns, each ten months’ work of one builder, and so many builders. */
const kilns = (site: Numbers, builders: number, months = 1, more: Partial<World> = {}): World => ({
	months,
	labour: {builders},
	goods: [{id: 'lime', with: {price: 1}}, {id: 'steel'}],
	sites: [{id: 'kilns', product: 'lime', with: {count: 4, capacity: 100, work: 10, atOnce: 4, ...site}}],
	...more,
});
const progress = (world: World): number[] => monthByMonth(world, ({restoration, sites}) => sites.restored[0] + restoration.progress[0]);
const close = (ours: readonly number[], expected: readonly number[]): void => expected.forEach((value, i) => expect(ours[i]).toBeCloseTo(value, 10));
const purse = (promised: number) => ({funds: [{id: 'budget', spends: ['restoration'] as const, with: {promised}}]});

test('capacity comes back in whole units', () => {
	const world = kilns({}, 4, 6); // 4 builders advance 0.4 of a kiln a month
	close(progress(world), [0.4, 0.8, 1.2, 1.6, 2, 2.4]);
	expect(monthByMonth(world, ({sites}) => sites.working[0])).toEqual([0, 0, 1, 1, 2, 2]);
	expect(monthByMonth(world, ({sites}) => sites.output[0])).toEqual([0, 0, 0, 100, 100, 200]); // from the month after
});

test('a line is restored no further than it was damaged', () => {
	const {sites, restoration} = build(kilns({count: 2, destroyed: 1}, 1000, 3)).run();
	expect([sites.working[0], sites.damaged[0], restoration.planned[0]]).toEqual([1, 0, 0]);
});

test('restoration goes no faster than its shortest time and its places allow', () => {
	close(progress(kilns({shortest: 5, atOnce: 1}, 1000, 2)), [0.2, 0.4]);
	close(progress(kilns({shortest: 5, atOnce: 3}, 1000, 2)), [0.6, 1.2]);
});

test('restoration goes no faster than there is money, and spends it', () => {
	const world = kilns({cost: 200}, 1000, 2, purse(50));
	close(progress(world), [0.25, 0.5]);
	expect(monthByMonth(world, ({funds}) => funds.spent[0])).toEqual([50, 50]);
});

test('restoration goes no faster than its materials come, and does not pay for what was not done', () => {
	const world = kilns({cost: 200, atOnce: 1}, 1000, 1, purse(1000));
	const [line] = world.sites ?? [];
	const goods = [{id: 'lime'}, {id: 'steel', with: {openingStock: 2}}];
	const economy = build({...world, goods, sites: [{...line, materials: {steel: 8}}]}).run();
	expect(economy.restoration.progress[0]).toBe(0.25); // 2 t of 8
	expect([economy.goods.used[1], economy.goods.stock[1], economy.funds.spent[0]]).toEqual([2, 0, 50]);
});

test('foremen and specialists who are understood direct builders beside those nobody directs', () => {
	const world = kilns({}, 4, 1, {
		labour: {builders: 4, buildersPerForeman: 2},
		industries: [{id: 'industry', with: {foremen: 3, skilledShare: 0.5, skillWeight: 0.5}}],
		languages: [{id: 'pair', with: {span: 4}}],
		communities: [{id: 'visitors', language: 'pair', with: {fluent: 0.5}}],
		professions: [{id: 'mechanic', with: {restoration: 5}, staff: {visitors: {present: 2}}}],
	});
	expect(build(world).run().restoration.crews[0]).toBe(15); // 4 + 3 × 2 + 2 × ½ × 5
});

test('the damage of a line runs from light to heavy about its average', () => {
	const damage = [0, 1, 2, 3].map(restored => damageOf(0.5, restored, 4));
	expect(damage).toEqual([0.625, 0.875, 1.125, 1.375]); // ½ + (restored + ½) / 4
	expect(damageOf(0, 2, 4)).toBe(1);
});

test('the light damage of a line is mended first', () => {
	const world = kilns({spread: 0.5, atOnce: 1}, 6.25, 2);
	close(progress(world), [1, 1 + 6.25 / 8.75]); // 10 × 0.625, then 10 × 0.875 of one builder’s months
});

test('a line mended whole in one month costs as much as units of average damage', () => {
	const {sites, funds} = build(kilns({spread: 0.5, cost: 100, work: 0}, 0, 1, purse(1000))).run();
	expect([sites.working[0], funds.spent[0]]).toEqual([4, 400]); // 62.5 + 87.5 + 112.5 + 137.5
});

test('a unit with twice the damage takes twice the time', () => {
	const world = kilns({spread: 1, count: 2, shortest: 4, atOnce: 1, ordered: 1}, 1000, 8);
	// damage ½ and then 3⁄2: two months, then six
	close(progress(world), [0.5, 1, ...[1, 2, 3, 4, 5, 6].map(month => 1 + month / 6)]);
});

test('mines that stand idle flood, and those at work on do not', () => {
	const world = kilns({decay: 0.1, ordered: [0, 0, 1, 1]}, 1, 4);
	close(
		monthByMonth(world, ({restoration}) => restoration.damage[0]),
		[1.1, 1.21, 1.21, 1.21],
	);
	close(progress(world), [0, 0, 0.1 / 1.21, 0.2 / 1.21]);
});

test('a site that may not be started yet is neither restored nor set to work', () => {
	const world = kilns({intact: 2, ordered: [0, 0, 1]}, 10, 3);
	expect(monthByMonth(world, ({sites}) => [sites.working[0], sites.idle[0], sites.restored[0]])).toEqual([
		[0, 2, 0],
		[0, 2, 0],
		[3, 0, 1], // two whole ones at the month’s start, one restored in it
	]);
});

test('enterprises once started stay started', () => {
	const started = monthByMonth(kilns({working: 1, ordered: [1, 0, 1, 0]}, 10, 4), ({ledger}) => ledger.started[0]);
	expect(started).toEqual([2, 2, 3, 3]);
});

test('builders and money go to the sites in the order of policy', () => {
	const site = (id: string, capacity: number, cost: number, rank: number) => ({id, product: 'lime', with: {capacity, cost, rank, work: 10}});
	const sites = [site('named', 20, 400, 1), site('great', 40, 400, 2), site('small', 10, 200, 3), site('cheap', 30, 100, 4)];
	const first = (restorationOrder: number): string => {
		const {restoration} = build(kilns({}, 10, 1, {policy: {restorationOrder}, sites, ...purse(5000)})).run();
		return sites
			.filter((_, s) => restoration.planned[s] > 0)
			.map(({id}) => id)
			.join();
	};
	expect([0, 1, 2, 3].map(first)).toEqual(['named', 'great', 'small', 'cheap']); // by list, largest, smallest, by output for a yen
});

test('what the first site leaves goes to the next', () => {
	const sites = ['first', 'second', 'third'].map((id, rank) => ({id, product: 'lime', with: {capacity: 1, work: 10, cost: 40, rank, shortest: 2}}));
	const planned = (builders: number, money: number): number[] => [...build(kilns({}, builders, 1, {sites, ...purse(money)})).run().restoration.planned];
	expect(planned(8, 1000)).toEqual([0.5, 0.3, 0]); // 5 + 3 builders
	expect(planned(1000, 30)).toEqual([0.5, 0.25, 0]); // 20 + 10 yen
});
