import {expect, test} from 'vitest';
import {applyHits, drawHits, drawShocks} from '../../src/run/draws.ts';
import {fullRun, parameterByMonth} from '../../src/run/full-run.ts';
import type {Shock} from '../../src/scenario/program.ts';
import {mineAndFurnace, programOf} from './toy.ts';

const fire: Shock = {id: 'fire', label: 'Fire', chance: 0.3, months: 1, change: [{path: 'sites.mine.season', scale: 0.5}]};
const flood: Shock = {id: 'flood', label: 'Flood', chance: 0.3, months: 3, change: [{path: 'goods.ore.loss', scale: 100}]};
const months = (shock: Shock, hits: ReturnType<typeof drawHits>): number[] => hits.filter(hit => hit.shock.id === shock.id).map(hit => hit.month);

test('the same seed brings the same shocks, another seed others', () => {
	const program = programOf(mineAndFurnace, {shocks: [fire, flood]});
	expect(drawHits(program, '7', 0)).toEqual(drawHits(program, '7', 0));
	const seeds = Array.from({length: 20}, (_, seed) => JSON.stringify(months(fire, drawHits(program, String(seed), 0))));
	expect(new Set(seeds).size).toBeGreaterThan(10);
});

test('a shock that is added does not move the luck of another', () => {
	const alone = programOf(mineAndFurnace, {shocks: [fire]});
	const both = programOf(mineAndFurnace, {shocks: [flood, fire]});
	expect(months(fire, drawHits(both, '7', 0))).toEqual(months(fire, drawHits(alone, '7', 0)));
});

test('a shock that is certain strikes every month, one that cannot happen never', () => {
	const program = programOf(mineAndFurnace, {
		shocks: [
			{...fire, chance: 1},
			{...flood, chance: 0},
		],
	});
	expect(months(fire, drawHits(program, '7', 0))).toHaveLength(12);
	expect(months(flood, drawHits(program, '7', 0))).toEqual([]);
});

test('a shock scales what it changes while it lasts, once however often it strikes', () => {
	const program = programOf(mineAndFurnace, {shocks: [{...fire, months: 2}]});
	const [shock] = program.shocks;
	const vector = applyHits(program, [
		{shock, month: 3},
		{shock, month: 4},
		{shock, month: 11},
	]);
	const season = [...parameterByMonth({program, vector}, 'sites', 'season', 0)];
	expect(season).toEqual([1, 1, 1, 0.5, 0.5, 0.5, 1, 1, 1, 1, 1, 0.5]);
	expect([...parameterByMonth({program, vector}, 'sites', 'season', 1)]).toEqual(new Array(12).fill(1));
});

test('a share that a shock scales stays a share', () => {
	const program = programOf({...mineAndFurnace, goods: [{id: 'ore', with: {loss: 0.1}}, {id: 'iron'}]}, {shocks: [flood]});
	const vector = applyHits(program, [{shock: flood, month: 0}]);
	expect([...parameterByMonth({program, vector}, 'goods', 'loss', 0)].slice(0, 4)).toEqual([1, 1, 1, 0.1]);
});

test('a run without a seed meets no shock, and one with a seed leaves the scenario as it was', () => {
	const program = programOf(mineAndFurnace, {shocks: [{...fire, chance: 1}]});
	const before = program.vector.slice();
	expect(fullRun(program).hits).toEqual([]);
	expect(fullRun(program, '7').hits).toHaveLength(12);
	expect(drawShocks(program, '7', 0)).not.toEqual(before);
	expect(program.vector).toEqual(before);
});
