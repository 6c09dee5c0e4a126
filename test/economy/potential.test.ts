import {expect, test} from 'vitest';
import {ownExpertise} from '../../src/economy/potential.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** A works of 100 t a month whose industry needs an engineer and a chemist alike: a quarter of the engineers are there, and all the chemists. */
const works = (policy: Numbers, industry: Numbers = {bareKnowledge: 0}, more: Partial<World> = {}): World => ({
	months: 1,
	policy,
	goods: [{id: 'acid', with: {price: 1}}],
	industries: [{id: 'industry', with: {skilledShare: 0.5, skillWeight: 0.5, ...industry}, staffing: {engineer: 1, chemist: 1}}],
	communities: [{id: 'visitors'}],
	professions: [
		{id: 'engineer', with: {establishment: 4}, staff: {visitors: {present: 1}}},
		{id: 'chemist', with: {establishment: 2}, staff: {visitors: {present: 2}}},
	],
	sites: [{id: 'works', product: 'acid', with: {capacity: 100, working: 1}}],
	...more,
});
const output = (world: World): number => build(world).run().sites.output[0];
const [CES, LINEAR, WEAKEST] = [0, 1, 2];

test('professions that can hardly stand in for one another combine as their harmonic mean', () => {
	expect(output(works({expertiseForm: CES, expertiseElasticity: 0.5}))).toBeCloseTo(40, 12); // 100 / (½ ÷ ¼ + ½ ÷ 1)
});

test('professions that stand in for one another in full combine as their mean', () => {
	expect(output(works({expertiseForm: LINEAR}))).toBe(62.5); // ½ × ¼ + ½ × 1
});

test('where the weakest link decides, a works is as good as its scarcest profession', () => {
	expect(output(works({expertiseForm: WEAKEST}))).toBe(25);
});

test('at elasticity 1 professions combine as their geometric mean', () => {
	expect(output(works({expertiseForm: CES, expertiseElasticity: 1}))).toBeCloseTo(50, 12); // 100 × √¼ × √1
});

test('a profession of which nobody is there stops a works that depends on specialists alone', () => {
	const world = works({});
	const [, chemist] = world.professions ?? [];
	expect(output({...world, professions: [{id: 'engineer', with: {establishment: 4}}, chemist]})).toBe(0);
});

test('what crews know without specialists is kept whatever the specialists do', () => {
	expect(output(works({expertiseForm: WEAKEST}, {bareKnowledge: 0.2}))).toBeCloseTo(40, 12); // 0.2 + 0.8 × ¼
});

test('own foremen make good their part of what bare crews lack, as far as the crews have foremen', () => {
	expect(ownExpertise(0.4, 0.5, 0.5)).toBeCloseTo(0.55, 14); // 0.4 + 0.6 × ½ × ½
	const {sites} = build(works({expertiseForm: WEAKEST}, {bareKnowledge: 0.4, ownKnowledge: 0.5, foremen: 2, span: 20, skilled: 40, unskilled: 40})).run();
	expect(sites.own[0]).toBeCloseTo(0.55, 14); // 2 × 20 of 80 workers are led
	expect(sites.expertise[0]).toBeCloseTo(0.6625, 14); // 0.55 + 0.45 × ¼
});

test('an industry that needs no specialists has all it needs', () => {
	const world = works({});
	expect(output({...world, industries: [{id: 'industry', with: {skilledShare: 0.5, skillWeight: 0.5}}]})).toBe(100);
});

test('a station gives what the water of the season allows', () => {
	const world = works({expertiseForm: LINEAR});
	expect(output({...world, sites: [{id: 'works', product: 'acid', with: {capacity: 100, count: 4, working: 2, season: 0.7}}]})).toBeCloseTo(87.5, 12); // 200 × 0.7 × 0.625
});

test('a works without a crew makes nothing', () => {
	const {sites, labour} = build(works({}, {bareKnowledge: 1}, {sites: [{id: 'works', product: 'acid', with: {capacity: 100, working: 1, crew: 50}}]})).run();
	expect([labour.cover[0], sites.potential[0], sites.output[0]]).toEqual([0, 0, 0]);
});

test('a mine gives no more coal than its miners can dig', () => {
	const mine = works({}, {bareKnowledge: 1, skilled: 10, unskilled: 10}, {sites: [{id: 'mine', product: 'acid', with: {capacity: 100, working: 1, crew: 50}}]});
	expect(output(mine)).toBeCloseTo(40, 12); // 10 of 25 and 10 of 25
});

test('idle and damaged units count in rated capacity and not in potential', () => {
	const {sites} = build(
		works({}, {bareKnowledge: 1}, {sites: [{id: 'works', product: 'acid', with: {capacity: 100, count: 5, working: 2, intact: 1, ordered: 0, destroyed: 1}}]}),
	).run();
	expect([sites.ratedCapacity[0], sites.potential[0], sites.damaged[0]]).toEqual([500, 200, 1]);
	expect(sites.activity[0]).toBe(0.4); // two of five
});
