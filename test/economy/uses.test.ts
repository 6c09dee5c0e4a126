import {expect, test} from 'vitest';
import {monthByMonth} from './observe.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;
const [FORGONE, POSTPONED] = [0, 1];

/** Households that want 100 t of coal a month, of which the land supplies so much. */
const households = (supplied: readonly number[], numbers: Numbers): World => ({
	months: supplied.length,
	goods: [{id: 'coal', with: {supplied}}],
	uses: [{id: 'households', goods: {coal: 1}, with: {demand: 100, ...numbers}}],
});
const served = (world: World): number[] => monthByMonth(world, ({uses}) => uses.served[0]);

test('a want that was not met is forgone where it cannot wait', () => {
	expect(served(households([150, 0, 0], {response: FORGONE}))).toEqual([0, 100, 50]); // what is supplied can be used a month later
});

test('a want that was not met is served later where it can wait', () => {
	const world = households([150, 150, 150, 0], {response: POSTPONED});
	expect(monthByMonth(world, ({uses}) => [uses.wanted[0], uses.served[0], uses.postponed[0]])).toEqual([
		[100, 0, 100],
		[200, 150, 50],
		[150, 150, 0],
		[100, 100, 0],
	]);
});

test('no more than some months of demand can wait', () => {
	const world = households([0, 0, 0, 0], {response: POSTPONED, patience: 1.5});
	expect(monthByMonth(world, ({uses}) => uses.postponed[0])).toEqual([100, 150, 150, 150]);
});

test('rations are the covers of the uses that count as rations, by their weights', () => {
	const {uses} = build({
		months: 1,
		goods: [{id: 'grain', with: {openingStock: 50}}, {id: 'cloth', with: {openingStock: 20}}, {id: 'coal'}],
		uses: [
			{id: 'bread', goods: {grain: 1}, with: {demand: 100, rations: 0.6}},
			{id: 'clothes', goods: {cloth: 1}, with: {demand: 20, rations: 0.2}},
			{id: 'stoves', goods: {coal: 1}, with: {demand: 10}},
		],
	}).run();
	expect([...uses.cover]).toEqual([0.5, 1, 0]);
	expect(uses.rations[0]).toBeCloseTo(0.625, 14); // (0.6 × ½ + 0.2 × 1) / 0.8
});

test('short rations of one month keep people from work in the next, and full ones bring them back', () => {
	const world: World = {...households([100, 25, 100], {rations: 1}), labour: {hunger: 0.8}};
	expect(monthByMonth(world, ({uses}) => uses.rations[0])).toEqual([0, 1, 0.25]);
	const attendance = monthByMonth(world, ({labour}) => labour.attendance[0]);
	expect(attendance[0]).toBe(1); // the run opens on full rations
	expect(attendance[1]).toBeCloseTo(0.2, 14); // 1 − 0.8 × 1
	expect(attendance[2]).toBe(1);
});

test('who wants nothing lacks nothing', () => {
	expect(build(households([0], {demand: 0, rations: 1})).run().uses.rations[0]).toBe(1);
});
