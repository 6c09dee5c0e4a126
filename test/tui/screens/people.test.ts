import {expect, test} from 'vitest';
import {people} from '../../../src/tui/screens/people.ts';
import {freshList} from '../../../src/tui/state.ts';
import {drawn, firstSteps, korea, sceneOf, sizes} from './scenes.ts';

const rowsOf = (list = {}) => people.list!.rows(sceneOf(korea(), people), {...freshList, ...list});

test('people fill every size, whichever profession is chosen or opened', () => {
	const rows = rowsOf();
	for (const size of sizes) {
		for (const row of [0, rows.length - 1]) {
			expect(drawn(people, sceneOf(korea(), people, {list: {row}}), size)).toContain('Translators');
			expect(drawn(people, sceneOf(korea(), people, {list: {row, open: rows[row].id}}), size)).toMatch(/Needed by|Translates|No industry/);
		}
	}
});

test('every profession is a row, those of a group one after another', () => {
	const rows = rowsOf();
	const {professions} = korea().program.ids;
	expect(rows.map(({id}) => id).sort()).toEqual([...professions].sort());
	const groups = rows.map(({id}) => korea().program.entities.get(id)!.group);
	expect(groups.filter((group, i) => group !== groups[i - 1])).toEqual([...new Set(groups)]);
});

test('sorted by cover the best covered come first, and reversed the worst', () => {
	const sort = people.list!.columns.indexOf('cover');
	const covers = (reversed: boolean) => rowsOf({sort, reversed}).map(({id}) => korea().baseline.track(id, 'cover')!.values[0]);
	expect(covers(false)).toEqual([...covers(false)].sort((a, b) => b - a));
	expect(covers(true)[0]).toBe(Math.min(...covers(true)));
});

test('a scenario without professions, languages and courses says so', () => {
	const scene = sceneOf(firstSteps(), people);
	const text = drawn(people, scene, {width: 100, height: 30});
	expect(text).toContain('No profession is needed');
	expect(text).toContain('Nobody needs a translator');
	expect(text).toContain('Nobody is trained');
	expect(people.say(scene)).toContain('without specialists');
});

test('the table of professions has a row for every month, and its communities add up to those present', () => {
	const scene = sceneOf(korea(), people);
	const [{rows, columns}] = people.tables(scene);
	const communities = korea().program.ids.communities.length;
	expect(rows).toHaveLength(korea().program.ids.professions.length * korea().program.layout.months);
	const present = columns.findIndex(({name}) => name === 'present');
	for (const row of rows.slice(0, 200)) {
		const sum = row.slice(present + 1, present + 1 + communities).reduce<number>((all, value) => all + Number(value), 0);
		expect(sum).toBeCloseTo(Number(row[present]), 9);
	}
});
