import {expect, test} from 'vitest';
import {inputsOf} from '../../../src/tui/screens/site-inputs.ts';
import {monthAt, shownSites} from '../../../src/tui/screens/site-rows.ts';
import {sites} from '../../../src/tui/screens/sites.ts';
import {freshList} from '../../../src/tui/state.ts';
import type {World} from '../../economy/world.ts';
import {mineAndFurnace, programOf} from '../../run/toy.ts';
import {benchFor, drawn, firstSteps, korea, sceneOf, sizes} from './scenes.ts';

/** Two furnaces on the ore of one mine, which is enough for one of them. */
const shortOfOre: World = {
	...mineAndFurnace,
	sites: mineAndFurnace.sites?.map(site => (site.id === 'furnace' ? {...site, with: {count: 2, capacity: 50, working: 2}} : site)) ?? [],
};
const toy = benchFor(programOf(shortOfOre));

test('the list of sites and each site fill every size, of a case and of a tutorial', () => {
	for (const bench of [korea(), firstSteps(), toy]) {
		const {rows} = sites.list!;
		for (const size of sizes) {
			const scene = sceneOf(bench, sites);
			expect(drawn(sites, scene, size)).toContain('Sites in');
			const [first] = rows(scene, freshList);
			expect(drawn(sites, sceneOf(bench, sites, {list: {open: first.id}}), size)).toContain('rated capacity');
		}
	}
});

test('two furnaces with ore for one work at half of what they could, for want of ore', () => {
	const {output, rated, utilization, cause} = monthAt(toy.baseline, 'furnace', 3);
	expect([output, rated, utilization]).toEqual([50, 100, 0.5]);
	expect(cause?.label).toBe('Ore');
	expect(sites.say(sceneOf(toy, sites, {list: {row: 1}, state: {month: 3}}))).toContain(
		'Furnace in 1946-04: made 50 t, 50 % of its rated capacity. Most was lost to: Ore, 50 %',
	);
});

test('a ton of iron takes two of ore, and half of capacity is lost for want of it', () => {
	const furnace = toy.program.entities.get('furnace')!;
	expect(inputsOf(toy.baseline, furnace, 3)).toEqual([{label: 'Ore', amount: '2 t', lost: 0.5, stock: '100 t'}]);
});

test('sites are sorted by a column, numbers from the largest, and filtered by words of their industry or cause', () => {
	const scene = sceneOf(toy, sites, {state: {month: 3}});
	const ids = (list: object): string[] => shownSites(scene, {...freshList, ...list}).map(({site}) => site.id);
	expect(ids({})).toEqual(['mine', 'furnace']);
	expect(ids({sort: 1})).toEqual(['furnace', 'mine']);
	expect(ids({sort: 1, reversed: true})).toEqual(['mine', 'furnace']);
	expect(ids({sort: 2})).toEqual(['mine', 'furnace']);
	expect(ids({filter: 'iron'})).toEqual(['furnace']);
	expect(ids({filter: 'nothing such'})).toEqual([]);
});

test('a filter that leaves nothing says so', () => {
	expect(drawn(sites, sceneOf(toy, sites, {list: {filter: 'nothing such'}}), {width: 80, height: 20})).toContain('No site has the words "nothing such"');
});

test('a scenario without sites says that it has none', () => {
	const empty = benchFor(programOf({months: 12, goods: [{id: 'ore', listed: true, with: {price: 1, baseOutput: 100}}]}));
	expect(drawn(sites, sceneOf(empty, sites), {width: 80, height: 20})).toContain('The scenario has no sites');
});

test('with a lever moved, each site stands beside the baseline', () => {
	const bench = korea();
	const positions = new Map(bench.levers.slice(0, 5).map(({id, max}) => [id, max]));
	const text = drawn(sites, sceneOf(bench, sites, {positions, state: {month: 30}}), {width: 200, height: 56});
	expect(text).toContain('was lost most to');
	const [table] = sites.tables(sceneOf(bench, sites, {positions, state: {month: 30}}));
	expect(table.rows.some(row => typeof row.at(-1) === 'number' && row.at(-1) !== 0)).toBe(true);
});
