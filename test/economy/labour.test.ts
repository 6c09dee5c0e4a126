import {expect, test} from 'vitest';
import {attending, practised} from '../../src/economy/labour.ts';
import {monthByMonth} from './observe.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** A works whose full crew is 100, half of them skilled. */
const works = (industry: Numbers, labour: Numbers, site: Numbers = {}, more: Partial<World> = {}): World => ({
	months: 1,
	labour,
	goods: [{id: 'iron'}, {id: 'grain'}],
	industries: [{id: 'industry', with: {skilledShare: 0.5, skillWeight: 0.5, ...industry}}],
	sites: [{id: 'works', product: 'iron', with: {capacity: 10, working: 1, crew: 100, ...site}}],
	...more,
});
const workers = ({labour}: {readonly labour: {readonly workers: Float64Array}}): number => labour.workers[0];

test('a works takes on no more than a tenth of its full crew in a month', () => {
	expect(monthByMonth(works({hiring: 0.1}, {skilledPool: 500, unskilledPool: 500}, {}, {months: 3}), workers)).toEqual([10, 20, 30]);
});

test('a works takes on no more than it has places for', () => {
	const {labour} = build(works({hiring: 1, skilled: 45, unskilled: 50}, {skilledPool: 500, unskilledPool: 500})).run();
	expect([labour.skilled[0], labour.unskilled[0], labour.hired[0]]).toEqual([50, 50, 5]);
	expect([labour.skilledPool[0], labour.unskilledPool[0]]).toEqual([495, 500]);
});

test('industries that want more than the pool holds share it by what they want', () => {
	const {labour} = build({
		months: 1,
		labour: {skilledPool: 60},
		goods: [{id: 'iron'}],
		industries: ['first', 'second'].map(id => ({id, with: {skilledShare: 1, skillWeight: 1, hiring: 1}})),
		sites: [80, 160].map((crew, i) => ({id: `works-${i}`, industry: i === 0 ? 'first' : 'second', product: 'iron', with: {capacity: 1, working: 1, crew}})),
	}).run();
	expect([...labour.hired]).toEqual([20, 40]); // 60 in the proportion 80 : 160
	expect(labour.skilledPool[0]).toBe(0);
});

test('where the skilled cannot be had, others are taken on in their place', () => {
	const {labour} = build(works({hiring: 1}, {skilledPool: 10, unskilledPool: 500})).run();
	expect([labour.skilled[0], labour.unskilled[0]]).toEqual([10, 90]);
});

test('those who leave look for a place again', () => {
	const {labour} = build(works({skilled: 50, unskilled: 50, attrition: 0.1}, {})).run();
	expect([labour.skilled[0], labour.unskilled[0], labour.skilledPool[0], labour.unskilledPool[0]]).toEqual([45, 45, 5, 5]);
});

test('skilled workers come to look for a place, and some of those without one leave the trade', () => {
	const {labour} = build(works({}, {skilledPool: 100, skilledInflow: 30, unskilledInflow: 7, skilledOutflow: 0.2})).run();
	expect([labour.skilledPool[0], labour.unskilledPool[0], labour.gone[0], labour.came[0]]).toEqual([110, 7, 20, 37]); // 100 − 20 + 30
});

test('safety measures prevent their part of the accidents', () => {
	const hurt = (safety: number): number => build(works({skilled: 50, unskilled: 50}, {accidents: 0.02, protection: 0.5, safety})).run().labour.hurt[0];
	expect(hurt(0)).toBe(2); // 100 × 2 %
	expect(hurt(0.5)).toBe(1.5); // 100 × 2 % × (1 − ½ × ½)
	expect(hurt(1)).toBe(1);
});

test('those hurt for good are gone', () => {
	const {labour} = build(works({skilled: 50, unskilled: 50}, {accidents: 0.02})).run();
	expect([labour.skilled[0], labour.unskilled[0], labour.gone[0]]).toEqual([49, 49, 2]);
});

test('half of the crews of idle units are kept on beside those of the working ones', () => {
	const {labour} = build(works({hiring: 1, keptOn: 0.5}, {skilledPool: 500, unskilledPool: 500}, {count: 2, intact: 1, ordered: 0})).run();
	expect(labour.full[0]).toBe(100);
	expect(labour.workers[0]).toBe(150); // 100 + ½ × 100
});

test('the rate of hiring is measured by the crews that working and kept-on units would have', () => {
	const {labour} = build(works({hiring: 0.1, keptOn: 1}, {skilledPool: 500, unskilledPool: 500}, {count: 2, intact: 1, ordered: 0})).run();
	expect(labour.hired[0]).toBe(20); // 0.1 × (100 + 100)
});

test('fewer come to work on short rations', () => {
	expect(attending(0.9, 0.5, 0.2)).toBeCloseTo(0.54, 14); // 0.9 × (1 − ½ × 0.8)
	expect(attending(0.9, 0.5, 1)).toBe(0.9);
});

test('a month without rations keeps people from work in the next', () => {
	const world = works({skilled: 50, unskilled: 50}, {hunger: 0.4}, {}, {months: 2, uses: [{id: 'rations', goods: {grain: 1}, with: {demand: 10, rations: 1}}]});
	const [first, second] = monthByMonth(world, ({labour}) => labour.cover[0]);
	expect(first).toBe(1);
	expect(second).toBeCloseTo(0.6, 14);
});

test('a crew learns by doing: half of what it lacks in so many months of full work', () => {
	expect(practised(0.5, 12, 12)).toBe(0.75);
	const world = works({skilled: 100, skilledShare: 1, skillWeight: 1, practice: 0.5, learning: 1}, {}, {}, {months: 3});
	const [first, second, third] = monthByMonth(world, ({labour}) => labour.cover[0]);
	expect(first).toBeCloseTo(1 / 2, 12);
	expect(second).toBeCloseTo(3 / 4, 12); // ½ + ½ × 1 / (1 + 1)
	expect(third).toBeCloseTo(5 / 6, 12); // ½ + ½ × 2 / (2 + 1)
});

test('a crew at half strength learns half as fast', () => {
	expect(build(works({skilled: 50, skilledShare: 1, skillWeight: 1}, {}, {}, {months: 2})).run().labour.experience[0]).toBe(1);
});

test('half the skilled and all the others make two thirds of a crew where each can hardly stand in for the other', () => {
	const {labour} = build(works({skilled: 25, unskilled: 50}, {elasticity: 0.5})).run();
	expect([labour.skilledCover[0], labour.unskilledCover[0]]).toEqual([0.5, 1]);
	expect(labour.cover[0]).toBeCloseTo(2 / 3, 14); // 1 / (½ ÷ ½ + ½ ÷ 1)
});

test('the skilled beyond their own places do the work of the unskilled', () => {
	const {labour} = build(works({skilled: 75, unskilled: 15}, {elasticity: 2})).run();
	expect([labour.skilledCover[0], labour.unskilledCover[0]]).toEqual([1, 0.8]); // 15 + 25 of 50
});

test('a trainee who is half his time on the course does half his work', () => {
	const {labour} = build(
		works(
			{skilled: 50, unskilled: 50, foremen: 10},
			{elasticity: 2},
			{},
			{
				courses: [{id: 'course', makes: 'skilled', with: {seats: 20, classSize: 20, duration: 3, passing: 1, candidates: 1, foremanTeaching: 0.1, away: 0.5}}],
			},
		),
	).run();
	expect(labour.unskilled[0]).toBe(30);
	expect(labour.unskilledCover[0]).toBe(0.8); // 30 + 20 × ½ of 50
});
