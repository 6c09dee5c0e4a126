import {expect, test} from 'vitest';
import {supply} from '../../../src/tui/screens/supply.ts';
import {supplyRows} from '../../../src/tui/screens/supply-rows.ts';
import {freshList} from '../../../src/tui/state.ts';
import type {World} from '../../economy/world.ts';
import {programOf} from '../../run/toy.ts';
import {benchFor, drawn, firstSteps, korea, sceneOf, sizes} from './scenes.ts';

test('supply fills every size, whichever row is chosen or opened', () => {
	const bench = korea();
	const rows = supply.list!.rows(sceneOf(bench, supply), freshList);
	for (const size of sizes) {
		for (const row of [0, 7, rows.length - 1]) {
			drawn(supply, sceneOf(bench, supply, {list: {row}}), size);
			expect(drawn(supply, sceneOf(bench, supply, {list: {row, open: rows[row].id}}), size)).not.toContain('Routes, fuels');
		}
	}
});

test('a scenario without routes says so and follows its goods', () => {
	const scene = sceneOf(firstSteps(), supply);
	const text = drawn(supply, scene, {width: 100, height: 36});
	expect(text).toContain('no route: nothing is brought in from outside');
	expect(text).toContain('Coal for the village');
});

test('where nothing is brought in and nothing used, the screen says why it is empty', () => {
	const mine: World = {months: 3, goods: [{id: 'ore', with: {price: 1}}], sites: [{id: 'mine', product: 'ore', with: {count: 1, capacity: 1, working: 1}}]};
	const scene = sceneOf(benchFor(programOf(mine)), supply);
	expect(drawn(supply, scene, {width: 80, height: 20})).toContain('No route brings anything in');
	expect(supply.say(scene)).toContain('No route brings anything in');
	expect(supply.tables(scene)[0].rows).toEqual([]);
});

test('rows are found by the words of the filter and sorted by a column, the largest first', () => {
	const scene = sceneOf(korea(), supply);
	const coal = supplyRows(scene, {...freshList, filter: 'coal graded'});
	expect(coal.length).toBeGreaterThan(0);
	expect(coal.every(({words}) => /coal/i.test(words))).toBe(true);
	const came = supplyRows(scene, {...freshList, sort: supply.list!.columns.indexOf('came')}).map(({now}) => now.came);
	expect(came).toEqual([...came].sort((a, b) => b - a));
	const sorted = sceneOf(korea(), supply, {list: {sort: supply.list!.columns.indexOf('met')}});
	expect(drawn(supply, sorted, {width: 143, height: 56})).toMatch(/came +met ?[▲▼↑↓]/);
	expect(drawn(supply, sceneOf(korea(), supply, {list: {filter: 'no such thing'}}), {width: 80, height: 20})).toContain('“no such thing”');
});

test('the table of a route tells every step of every month', () => {
	const bench = korea();
	const [, way] = supply.tables(sceneOf(bench, supply));
	const landed = way.rows.filter(([, part, step]) => part === 'By this route' && step === 'Landed');
	expect(landed).toHaveLength(bench.program.layout.months);
});
