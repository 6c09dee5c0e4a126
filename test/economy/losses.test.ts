import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {commonCauses} from '../../src/economy/causes.ts';
import {shareOut} from '../../src/economy/shapley.ts';
import type {Economy} from '../../src/economy/state.ts';
import {ruined} from './ruined.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

const names = ({goods}: World, {losses}: Economy, s: number): string[] => {
	const [first, next] = [losses.start[s], losses.start[s + 1]].map((slot, i) => slot - (s + i) * commonCauses.length);
	return [...commonCauses, ...losses.inputs.slice(first, next).map(({good, grade}) => goods[good].id + (grade ? ', grade' : ''))];
};
/** What each cause cost a site in the last month of a world, without those that cost nothing. */
function account(world: World, s = 0): Record<string, number> {
	const economy = build(world).run();
	const lost = economy.losses.lost.subarray(economy.losses.start[s]);
	const causes = names(world, economy, s).map((cause, i) => [cause, Math.round(lost[i] * 1e9) / 1e9] as const);
	return Object.fromEntries(causes.filter(([, value]) => value !== 0));
}

/** A works of 100 t a month, and what it needs for a tonne. */
const works = (stocks: Numbers, inputs: Readonly<Record<string, number>>, site: Numbers = {}, more: Partial<World> = {}): World => ({
	months: 1,
	goods: [{id: 'iron', with: {price: 1}}, ...Object.entries(stocks).map(([id, stock]) => ({id, with: {openingStock: stock}}))],
	sites: [{id: 'works', product: 'iron', with: {capacity: 100, working: 1, ...site}, recipes: [{inputs}]}],
	...more,
});

describe('the share of each factor', () => {
	/** The mean, over all orders in which six factors can come, of what each takes off: weights |S|! (5 − |S|)! / 6! over the subsets before it. */
	const bruteForce = (factors: readonly number[]): number[] => {
		const weight = [1 / 6, 1 / 30, 1 / 60, 1 / 60, 1 / 30, 1 / 6];
		return factors.map((factor, i) => {
			let share = 0;
			for (let subset = 0; subset < 64; subset++) {
				if (subset & (1 << i)) continue;
				const before = factors.filter((_, j) => subset & (1 << j));
				share += weight[before.length] * before.reduce((product, f) => product * f, 1) * (1 - factor);
			}
			return share;
		});
	};
	const shares = (factors: readonly number[]): number[] => {
		const out = new Float64Array(6);
		shareOut(Float64Array.from(factors), out);
		return [...out];
	};

	test('two halves bear alike what they lose together', () => {
		const [first, ...rest] = shares([0.5, 1, 1, 0.5, 1, 1]);
		expect(first).toBeCloseTo(0.375, 14); // half of 1 − ½ × ½
		expect(rest[2]).toBe(first);
		expect(rest[0] + rest[1] + rest[3] + rest[4]).toBe(0);
	});

	test('is the Shapley value over all subsets of the causes', () => {
		const factor = fc.oneof(fc.constantFrom(0, 1), fc.double({min: 0, max: 1, noNaN: true}));
		fc.assert(
			fc.property(fc.array(factor, {minLength: 6, maxLength: 6}), factors => {
				const ours = shares(factors);
				bruteForce(factors).forEach((share, i) => expect(ours[i]).toBeCloseTo(share, 12));
			}),
			{numRuns: 300, seed: 1953},
		);
	});
});

test('each step from one limit to the next is borne by the causes at or below it', () => {
	// ore allows 20, coal 60: ore alone bears 20 → 60, both bear 60 → 100
	expect(account(works({ore: 20, coal: 60}, {ore: 1, coal: 1}))).toEqual({ore: 60, coal: 20});
});

test('causes that bind alike bear alike', () => {
	const grid = works({ore: 40}, {}, {haul: 1, weight: 1}, {electricity: 'power', rail: {workPerWagon: 40}});
	const [mill] = grid.sites ?? [];
	const station = {id: 'station', product: 'power', with: {capacity: 40, working: 1}};
	const world = {...grid, goods: [...grid.goods, {id: 'power'}], sites: [{...mill, recipes: [{inputs: {ore: 1}, electricity: 1}]}, station]};
	expect(account(world)).toEqual({transport: 20, power: 20, ore: 20});
});

test('what binds a works is known, and how far relieving it would help', () => {
	const {losses} = build(works({ore: 20, coal: 60}, {ore: 1, coal: 1})).run();
	expect(losses.binding[0]).toBe(commonCauses.length); // the first of its inputs
	expect(losses.slack[0]).toBeCloseTo(0.4, 12);
});

test('units damaged and units that may not be started bear alike where each halves the works', () => {
	expect(account(works({}, {}, {capacity: 25, count: 4, working: 1, intact: 1, ordered: 0}))).toEqual({damage: 37.5, order: 37.5}); // half of 100 − 25
});

test('a dry month is put down to the season', () => {
	expect(account(works({}, {}, {season: 0.7}))).toEqual({season: 30});
});

test('missing specialists and missing translators each bear their part', () => {
	const world = works(
		{},
		{},
		{},
		{
			policy: {expertiseForm: 1},
			industries: [{id: 'industry', with: {skilledShare: 0.5, skillWeight: 0.5, bareKnowledge: 0}, staffing: {engineer: 1}}],
			languages: [{id: 'pair', with: {span: 4}}],
			communities: [{id: 'visitors', language: 'pair'}],
			professions: [
				{id: 'engineer', with: {establishment: 10}, staff: {visitors: {present: 8}}},
				{id: 'translator', translates: 'pair', staff: {visitors: {present: 1}}},
			],
		},
	);
	// understood 4 of 10: 0.4; all understood 0.8; every post filled 0.5; both 1
	expect(account(world)).toEqual({
		specialists: 15, // half of (1 − 0.8) + (0.5 − 0.4)
		translators: 45, // half of (1 − 0.5) + (0.8 − 0.4)
	});
});

describe('short crews', () => {
	const crew = (skilled: number, unskilled: number): World =>
		works(
			{},
			{},
			{crew: 100},
			{labour: {elasticity: 0.5}, industries: [{id: 'industry', with: {skilled, unskilled, skilledShare: 0.5, skillWeight: 0.5, bareKnowledge: 1}}]},
		);

	test('are put down to the skilled where the others are all there', () => {
		expect(account(crew(25, 50))).toEqual({'skilled-labour': 33.333333333}); // 1 − 1 / (½ ÷ ½ + ½)
	});

	test('are put down to both alike where each is as short as the other', () => {
		expect(account(crew(25, 25))).toEqual({'skilled-labour': 25, 'unskilled-labour': 25});
	});
});

test('coal that came in quantity but not in grade is a loss of grade before it is one of quantity', () => {
	const world: World = {
		months: 2,
		goods: [{id: 'iron'}, {id: 'coal', unfit: 'dust'}, {id: 'dust', with: {openingStock: 500}}],
		sites: [{id: 'works', product: 'iron', with: {capacity: 100, working: 1}, recipes: [{inputs: {coal: 1}}]}],
		routes: [{id: 'sea', grades: {coal: 1, dust: 3}, with: {contract: 40, portStock: 80, railed: 0}}],
	};
	// 10 fit and 30 unfit of 100 came: grade alone bears 10 → 40, grade and quantity bear 40 → 100
	expect(account(world)).toEqual({coal: 30, 'coal, grade': 60});
});

describe('a station', () => {
	const station = (coal: number, mill: number): World => ({
		months: 1,
		electricity: 'power',
		goods: [{id: 'power'}, {id: 'plate'}, {id: 'coal', with: {openingStock: coal}}],
		sites: [
			{id: 'station', product: 'power', with: {capacity: 100, working: 1}, recipes: [{inputs: {coal: 1}}]},
			{id: 'mill', product: 'plate', with: {capacity: mill, working: 1}, recipes: [{electricity: 1}]},
		],
	});

	test('from which nobody wants more lacks demand', () => {
		expect(account(station(1000, 30))).toEqual({demand: 70});
	});

	test('without coal lacks coal, however much is wanted from it', () => {
		expect(account(station(50, 1000))).toEqual({coal: 50});
	});
});

test('in a ruined country the losses of every site and month add up to what it fell short, and none is below nothing', () => {
	const seen = new Set<string>();
	build(ruined).run(economy => {
		const {losses, sites} = economy;
		for (let s = 0; s < sites.output.length; s++) {
			const lost = losses.lost.subarray(losses.start[s], losses.start[s + 1]);
			const short = sites.ratedCapacity[s] - sites.output[s];
			expect(Math.abs(lost.reduce((sum, value) => sum + value, 0) - short)).toBeLessThanOrEqual(1e-9 * sites.ratedCapacity[s]);
			expect(Math.min(...lost)).toBeGreaterThanOrEqual(0);
			names(ruined, economy, s).forEach((cause, i) => lost[i] > 0 && seen.add(cause));
		}
	});
	for (const cause of [...commonCauses, 'coal', 'coal, grade', 'ore', 'anthracite']) expect(seen, `nothing was lost to ${cause}`).toContain(cause);
});
