import {expect, test} from 'vitest';
import {causeRows, monthlyShare, shownCauses, sitesLosingTo} from '../../../src/tui/screens/loss-rows.ts';
import {losses} from '../../../src/tui/screens/losses.ts';
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

test('losses fill every size, and so does each cause that is opened', () => {
	for (const bench of [korea(), firstSteps(), toy]) {
		const scene = sceneOf(bench, losses);
		for (const size of sizes) {
			expect(drawn(losses, scene, size)).toContain('Where rated capacity went');
			for (const {id, words} of losses.list!.rows(scene, freshList).slice(0, 3))
				expect(drawn(losses, sceneOf(bench, losses, {list: {open: id}}), size)).toContain(`Lost to: ${words}`);
		}
	}
});

test('500 of 1,100 yen lost to ore are 45 per cent of rated capacity, all of it at the furnace, half of what it could make', () => {
	const scene = sceneOf(toy, losses, {state: {month: 3}});
	const [ore, more] = causeRows(scene);
	expect(more).toBeUndefined();
	for (const share of [ore.inMonth, ore.overRun, ore.inBaseline, ...ore.byYear]) expect(share).toBeCloseTo(500 / 1100, 9);
	expect(monthlyShare(toy.baseline, 'ore')[3]).toBeCloseTo(500 / 1100, 9);
	const [site, another] = sitesLosingTo(scene, 'ore');
	expect(another).toBeUndefined();
	expect(site).toMatchObject({ofCause: 1, ofSite: 0.5, before: 0.5});
	expect(site.site.id).toBe('furnace');
});

test('what causes took over the run and what was made come to all of rated capacity', () => {
	const [byCause] = losses.tables(sceneOf(korea(), losses));
	const run = byCause.columns.findIndex(({name}) => name === 'run');
	const lost = byCause.rows.reduce((sum, row) => sum + Number(row[run]), 0);
	expect(lost).toBeGreaterThan(40);
	expect(lost).toBeLessThan(100);
});

test('causes are sorted by how much more they took than in the baseline', () => {
	const bench = korea();
	const positions = new Map(bench.levers.slice(0, 8).map(({id, max}) => [id, max]));
	const rows = shownCauses(sceneOf(bench, losses, {positions}), {...freshList, sort: 4});
	const changes = rows.map(({overRun, inBaseline}) => overRun - inBaseline);
	expect(changes).toEqual(changes.toSorted((a, b) => b - a));
	expect(changes[0]).toBeGreaterThan(0);
});

test('where nothing is lost, it says so', () => {
	expect(drawn(losses, sceneOf(benchFor(programOf()), losses), {width: 80, height: 20})).toContain('No site lost anything');
});
