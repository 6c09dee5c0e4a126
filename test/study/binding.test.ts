import {expect, test} from 'vitest';
import {bindingMapTable, stationsTable} from '../../src/report/threshold.ts';
import {bindingMap} from '../../src/study/binding.ts';
import {FactorError} from '../../src/study/factors.ts';
import {wayOf} from '../../src/study/vary.ts';
import type {World} from '../economy/world.ts';
import {mineAndFurnace, outcome, programOf} from '../run/toy.ts';

/** A mine without a stock of ore, and two furnaces of 50 t of iron a month that need 2 t of ore for 1 t, and nobody who could restore one. */
const twoFurnaces: World = {
	...mineAndFurnace,
	goods: mineAndFurnace.goods.map(({id, with: numbers, ...good}) => ({id, ...good, with: {...numbers, openingStock: 0}})),
	sites: mineAndFurnace.sites?.map(site => (site.id === 'furnace' ? {...site, with: {count: 2, capacity: 50, working: 1, work: 1}} : site)) ?? [],
};
const program = programOf(twoFurnaces);
const iron = outcome('furnace.output@1946-02..1946-11:sum');
const ways = [wayOf(program, {path: 'sites.mine.capacity', from: '20', to: '200'}), wayOf(program, {path: 'sites.furnace.working', from: '0', to: '2'})];

/**
 * Of w furnaces at work, f = w/2 is intact; with m t of ore a month a share g = m/(200 f) of what is intact can be at work, or all of
 * it. Output is rated × f × g, and the lesser of the two factors has the larger Shapley value: damage where f² < m/200, else ore.
 * With m = 20, 80, 140, 200 that is 0.1, 0.4, 0.7, 1; with w = 0, 1, 2, f² is 0, 0.25, 1. With all at work and 200 t nothing is lost.
 */
const known = [
	['Damage', 'Ore', 'Ore'],
	['Damage', 'Damage', 'Ore'],
	['Damage', 'Damage', 'Ore'],
	['Damage', 'Damage', 'nothing'],
];

test('over two ways the map of what binds is the one that can be worked out by hand', () => {
	const map = bindingMap(program, ways, [4, 3], iron);
	expect(map.stations).toEqual([
		[20, 80, 140, 200],
		[0, 1, 2],
	]);
	expect(map.bounds.map(bound => bound?.binding)).toEqual(known.flat());
	// One furnace and 20 t of ore: f = 0.5 and g = 0.2. Damage takes (1 - f)(1 + g)/2 = 0.3, ore (1 - g)(1 + f)/2 = 0.6 of what is rated.
	const [, ore] = map.bounds;
	expect(ore?.share).toBeCloseTo(2 / 3, 9);
	expect(ore?.lead).toBeCloseTo(1 / 3, 9);
	expect(ore).toMatchObject({cause: 'ore', next: 'Damage'});
	expect(ore?.outcome).toBeCloseTo(100, 9);
	expect(map.bounds[11]).toMatchObject({cause: undefined, share: 0, lead: 0, next: undefined});
	// As it stands: one furnace, 100 t of ore, enough for it.
	expect(map.standing).toMatchObject({binding: 'Damage', share: 1, lead: 1});
});

test('the map is drawn with a letter for each cause, and marks where the scenario stands', () => {
	const map = bindingMap(program, ways, [4, 3], iron);
	const {rows, notes} = bindingMapTable(program, map, true);
	expect(rows).toEqual([
		[20, ' d ', ' O ', ' O '],
		[80, ' d ', '[d]', ' O '],
		[140, ' d ', ' d ', ' O '],
		[200, ' d ', ' d ', ' . '],
	]);
	expect(notes?.[0]).toBe('d Damage, O Ore, . nothing');
	expect(bindingMapTable(program, map, false).rows[1]).toEqual([80, 'Damage', 'Damage', 'Ore']);
});

test('as data there is a row for each pair of stations', () => {
	const {columns, rows} = stationsTable(program, bindingMap(program, ways, [4, 3], iron));
	expect(columns.map(({name}) => name)).toEqual(['sites.mine.capacity', 'sites.furnace.working', 'lost most to', 'share', 'lead', 'next', iron.text]);
	expect(rows).toHaveLength(12);
	expect(rows[1].slice(0, 3)).toEqual([20, 1, 'Ore']);
	expect(rows[1][3]).toBeCloseTo(200 / 3, 9);
});

test('a scenario that stands off the map, or at no one value, is not marked on it', () => {
	const off = [ways[0], wayOf(program, {path: 'sites.furnace.working', from: '1.5', to: '2'})];
	const varying = [{...ways[0], rest: undefined}, ways[1]];
	for (const some of [off, varying]) {
		const {rows, notes} = bindingMapTable(program, bindingMap(program, some, [2, 2], iron), true);
		expect(rows.flat().join()).not.toContain('[');
		expect(notes?.join()).not.toContain('[ ]');
	}
});

test('a run that fails is a hole in the map, and what was asked wrongly is no hole', () => {
	const failing = {...ways[1], set: (vector: Float64Array, value: number): void => (value > 1 ? void vector.fill(Number.NaN) : ways[1].set(vector, value))};
	const map = bindingMap(program, [ways[0], failing], [2, 3], iron);
	expect(map.bounds.map(bound => bound?.binding)).toEqual(['Damage', 'Ore', undefined, 'Damage', 'Damage', undefined]);
	expect(bindingMapTable(program, map, true).rows[0]).toEqual([20, ' d ', '[O]', ' ? ']);
	expect(stationsTable(program, map).rows[2].slice(0, 4)).toEqual([20, 2, 'the run failed', undefined]);
	expect(() => bindingMap(program, [ways[0], wayOf(program, {path: 'sites.furnace.working', from: '-1', to: '2'})], [2, 2], iron)).toThrow(FactorError);
	expect(() => bindingMap(program, ways, [2, 2], outcome('furnace.output@1950:sum'))).toThrow('outside the run');
});
