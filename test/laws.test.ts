/** What must hold in every economy, over economies made at random. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Economy} from '../src/economy/state.ts';
import {build, type World} from './economy/world.ts';

const share = fc.double({min: 0, max: 1, noNaN: true});
const amount = fc.double({min: 0, max: 1000, noNaN: true});
const priority = fc.integer({min: 1, max: 5});

/** Goods in a chain: each site makes one good from some of the goods before it. */
const worlds: fc.Arbitrary<World> = fc
	.record({
		goods: fc.array(
			fc.record({
				openingStock: amount,
				hold: fc.double({min: 0, max: 4, noNaN: true}),
				loss: fc.double({min: 0, max: 0.2, noNaN: true}),
				price: fc.double({min: 1, max: 9, noNaN: true}),
			}),
			{minLength: 3, maxLength: 6},
		),
		sites: fc.array(
			fc.record({
				product: fc.nat(),
				capacity: amount,
				count: fc.integer({min: 1, max: 6}),
				working: share,
				intact: share,
				ordered: fc.constantFrom(0, 1),
				season: share,
				priority,
				needs: fc.array(fc.record({good: fc.nat(), amount: fc.double({min: 0.1, max: 3, noNaN: true})}), {maxLength: 3}),
				electricity: share,
				crew: amount,
			}),
			{minLength: 1, maxLength: 7},
		),
		uses: fc.array(fc.record({good: fc.nat(), demand: amount, priority}), {maxLength: 3}),
		exports: fc.array(fc.record({good: fc.nat(), contract: amount, priority, price: share}), {maxLength: 2}),
		crews: fc.record({skilled: amount, unskilled: amount, attrition: fc.double({min: 0, max: 0.3, noNaN: true}), hiring: share, practice: share}),
		pools: fc.record({skilledPool: amount, unskilledPool: amount, accidents: fc.double({min: 0, max: 0.05, noNaN: true}), builders: amount}),
		money: amount,
		present: fc.array(fc.double({min: 0, max: 6, noNaN: true}), {minLength: 2, maxLength: 2}),
		rule: fc.constantFrom(0, 1, 2),
	})
	.map(({goods, sites, uses, exports, crews, pools, money, present, rule}) => ({
		months: 8,
		electricity: 'power',
		goods: [...goods.map((numbers, g) => ({id: `good-${g}`, with: {...numbers, baseOutput: 10}})), {id: 'power'}],
		policy: {rationing: rule},
		labour: pools,
		industries: [
			{id: 'industry', with: {...crews, skilledShare: 0.4, skillWeight: 0.5, bareKnowledge: 0.2, ownKnowledge: 0.5, foremen: 10}, staffing: {engineer: 1}},
		],
		languages: [{id: 'pair', with: {span: 2, site: 0.1}}],
		communities: [{id: 'visitors', language: 'pair', fund: 'fund', with: {pay: 1}}],
		professions: [
			{id: 'engineer', with: {establishment: 4, restoration: 2, instruction: 0.1}, staff: {visitors: {present: present[0]}}},
			{id: 'translator', translates: 'pair', with: {establishment: 2}, staff: {visitors: {present: present[1]}}},
		],
		courses: [
			{
				id: 'course',
				makes: 'skilled' as const,
				fund: 'fund',
				with: {seats: 50, classSize: 20, duration: 2, passing: 0.8, cost: 1, candidates: 0.2, away: 1, instruction: 1},
			},
		],
		funds: [{id: 'fund', spends: ['pay', 'training', 'restoration'] as const, with: {promised: money, credit: 10}}],
		sites: [
			...sites.map(({needs, electricity, working, intact, product, ...numbers}, s) => {
				const made = product % goods.length;
				const inputs = Object.fromEntries(needs.filter(need => made > 0 && need.good % made < made).map(need => [`good-${need.good % made}`, need.amount]));
				const unitsWorking = Math.floor(working * numbers.count);
				return {
					id: `site-${s}`,
					product: `good-${made}`,
					recipes: [{electricity, inputs}],
					materials: {'good-0': 1},
					with: {...numbers, working: unitsWorking, intact: Math.floor(intact * (numbers.count - unitsWorking)), cost: 10, work: 5, spread: 0.5},
				};
			}),
			{id: 'station', product: 'power', with: {capacity: 300, working: 1}},
		],
		uses: uses.map((use, u) => ({id: `use-${u}`, goods: {[`good-${use.good % goods.length}`]: 1}, with: {demand: use.demand, priority: use.priority}})),
		exports: exports.map((x, i) => ({
			id: `export-${i}`,
			good: `good-${x.good % goods.length}`,
			with: {contract: x.contract, priority: x.priority, price: x.price},
		})),
	}));

/** Every number of the state that may not be below nothing. */
function* numbers(economy: Economy): Generator<readonly [string, number]> {
	for (const part of ['goods', 'sites', 'labour', 'specialists', 'training', 'restoration', 'uses', 'routes', 'rail', 'power'] as const) {
		for (const [name, values] of Object.entries(economy[part])) for (const value of values as Float64Array) yield [`${part}.${name}`, value];
	}
	for (const value of economy.losses.lost) yield ['losses.lost', value];
}

describe('in every economy', () => {
	test('goods, people, money and capacity add up, and nothing is negative', () => {
		fc.assert(
			fc.property(worlds, world => {
				build(world).run(economy => {
					for (const [name, value] of numbers(economy)) if (!(value >= -1e-9)) throw new Error(`${name} is ${value}`);
				});
			}),
			{numRuns: 300, seed: 1945},
		);
	});

	test('the loss account adds up to rated capacity less output, site by site and month by month', () => {
		fc.assert(
			fc.property(worlds, world => {
				build(world).run(({losses, sites}) => {
					for (let s = 0; s < sites.output.length; s++) {
						const lost = losses.lost.subarray(losses.start[s], losses.start[s + 1]).reduce((sum, value) => sum + value, 0);
						const rated = sites.ratedCapacity[s];
						expect(Math.abs(rated - sites.output[s] - lost)).toBeLessThanOrEqual(1e-9 * Math.max(rated, 1e-3));
					}
				});
			}),
			{numRuns: 300, seed: 1946},
		);
	});

	test('doubling everything doubles output', () => {
		fc.assert(
			fc.property(worlds, world => {
				const once = [...build(world).run().sites.output];
				const twice = [...build(doubled(world)).run().sites.output];
				once.forEach((output, s) => {
					expect(twice[s]).toBeCloseTo(2 * output, 6);
				});
			}),
			{numRuns: 100, seed: 1947},
		);
	});

	test('splitting a site into two equal ones changes nothing', () => {
		fc.assert(
			fc.property(worlds, world => {
				if (world.policy?.rationing === 1) return; // strict priority serves one before the other
				const whole = build(still(world)).run();
				const split = build(splitFirst(still(world))).run();
				expect(split.sites.output[0] + split.sites.output[1]).toBeCloseTo(whole.sites.output[0], 6);
				for (let s = 1; s < whole.sites.output.length; s++) expect(split.sites.output[s + 1]).toBeCloseTo(whole.sites.output[s], 6);
			}),
			{numRuns: 100, seed: 1948},
		);
	});

	test('more of its input never lowers a site’s output in the same month', () => {
		fc.assert(
			fc.property(amount, amount, amount, fc.double({min: 0.1, max: 3, noNaN: true}), (coal, ore, more, need) => {
				const output = (stock: number): number =>
					build({
						months: 1,
						goods: [{id: 'coal', with: {openingStock: stock}}, {id: 'ore', with: {openingStock: ore}}, {id: 'iron'}],
						sites: [{id: 'furnace', product: 'iron', with: {capacity: 100, working: 1}, recipes: [{inputs: {coal: need, ore: 1}}]}],
					}).run().sites.output[0];
				expect(output(coal + more)).toBeGreaterThanOrEqual(output(coal) * (1 - 1e-12));
			}),
			{numRuns: 100, seed: 1949},
		);
	});
});

const times2 = (
	numbers: Readonly<Record<string, number | readonly number[]>> | undefined,
	names: readonly string[],
): Record<string, number | readonly number[]> =>
	Object.fromEntries(Object.entries(numbers ?? {}).map(([name, value]) => [name, names.includes(name) ? 2 * (value as number) : value]));

/** Twice the goods, the plant (each unit twice the size), the people and the money. */
function doubled(world: World): World {
	return {
		...world,
		goods: world.goods.map(good => ({...good, with: times2(good.with, ['openingStock', 'baseOutput'])})),
		labour: times2(world.labour, ['skilledPool', 'unskilledPool', 'builders']),
		industries: (world.industries ?? []).map(row => ({...row, with: times2(row.with, ['skilled', 'unskilled', 'foremen'])})),
		professions: (world.professions ?? []).map(row => ({
			...row,
			with: times2(row.with, ['establishment']),
			staff: Object.fromEntries(Object.entries(row.staff ?? {}).map(([id, staff]) => [id, times2(staff, ['present'])])),
		})),
		languages: (world.languages ?? []).map(row => ({...row, with: times2(row.with, ['site'])})),
		courses: (world.courses ?? []).map(row => ({...row, with: times2(row.with, ['seats'])})),
		funds: (world.funds ?? []).map(row => ({...row, with: times2(row.with, ['promised', 'credit'])})),
		sites: (world.sites ?? []).map(row => ({
			...row,
			with: times2(row.with, ['capacity', 'crew', 'cost', 'work']),
			materials: times2(row.materials, ['good-0']) as Record<string, number>,
		})),
		uses: (world.uses ?? []).map(row => ({...row, with: times2(row.with, ['demand'])})),
		exports: (world.exports ?? []).map(row => ({...row, with: times2(row.with, ['contract'])})),
	};
}

/** No restoration: units are whole things, and half a line is restored in other steps than a whole one. */
const still = (world: World): World => ({
	...world,
	sites: (world.sites ?? []).map(({materials: _, ...row}) => ({
		...row,
		with: {...row.with, count: row.with?.working === 0 ? 1 : (row.with?.working ?? 1), intact: 0},
	})),
});

function splitFirst(world: World): World {
	const [first, ...rest] = world.sites ?? [];
	const half = {...first, with: times2(first.with, [])};
	half.with.capacity = (first.with?.capacity as number) / 2;
	half.with.crew = ((first.with?.crew as number | undefined) ?? 0) / 2;
	half.with.cost = 0;
	half.with.work = 0;
	return {...world, sites: [half, {...half, id: 'twin'}, ...rest]};
}
