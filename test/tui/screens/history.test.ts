import {expect, test} from 'vitest';
import {history} from '../../../src/tui/screens/history.ts';
import {factMark, factRows, shownFacts} from '../../../src/tui/screens/history-rows.ts';
import {freshList} from '../../../src/tui/state.ts';
import {fact, mineAndFurnace, outcome, programOf} from '../../run/toy.ts';
import {benchFor, drawn, firstSteps, korea, sceneOf, sizes} from './scenes.ts';

test('the scoreboard and every fact that is opened fill every size', () => {
	const scene = sceneOf(korea(), history);
	for (const size of sizes) {
		expect(drawn(history, scene, size)).toContain('verdict');
		for (const {id} of history.list!.rows(scene, freshList)) drawn(history, sceneOf(korea(), history, {list: {open: id}}), size);
	}
});

test('a scenario without facts says that there is nothing to hold it against', () => {
	for (const size of sizes) expect(drawn(history, sceneOf(firstSteps(), history), size)).toContain('The scenario states no facts');
});

const facts = [
	fact('iron.made@1946:sum', 2000, {id: 'out', role: 'holdout', label: 'Held out'}),
	fact('iron.made@1946-01..1946-06:sum', 300, {id: 'in', label: 'Fitted'}),
];
const toy = benchFor(programOf(mineAndFurnace, {facts}));

test('facts fitted come first, and can be sorted by how far off the run is', () => {
	const scene = sceneOf(toy, history);
	expect(factRows(scene).map(({id}) => id)).toEqual(['in', 'out']);
	expect(shownFacts(scene, {...freshList, sort: 5}).map(({id}) => id)).toEqual(['out', 'in']);
	expect(shownFacts(scene, {...freshList, filter: 'held miss'}).map(({id}) => id)).toEqual(['out']);
});

test('300 t made in six months are marked as 50 t a month over these months', () => {
	const [fitted] = factRows(sceneOf(toy, history));
	expect(factMark(sceneOf(toy, history), fitted)).toEqual({name: 'observed 300 in 6 months', from: 0, to: 5, value: 50, role: 'fact'});
});

test('a ratio of twice the first half is marked as twice of what the run made in it', () => {
	const readings = [{id: 'first', weight: 1, outcome: outcome('iron.made@1946-07..1946-12:sum'), over: outcome('iron.made@1946-01..1946-06:sum'), value: 2}];
	const bench = benchFor(programOf(mineAndFurnace, {facts: [fact('iron.made@1946:sum', 2, {readings, unit: '1'})]}));
	const scene = sceneOf(bench, history);
	expect(factMark(scene, factRows(scene)[0])).toMatchObject({from: 6, to: 11, value: 100});
});

test('a fact outside the run is told to be outside and leaves no mark', () => {
	const bench = benchFor(programOf(mineAndFurnace, {facts: [fact('iron.made@1950:sum', 600)]}));
	const scene = sceneOf(bench, history);
	expect(factMark(scene, factRows(scene)[0])).toBeUndefined();
	expect(drawn(history, scene, {width: 80, height: 20})).toContain('outside');
	expect(history.say(scene)).toContain('the run does not cover it');
});

test('the tallies of the run and of the baseline stand below, where a lever has moved', () => {
	const bench = korea();
	const positions = new Map([[bench.levers[0].id, bench.levers[0].max]]);
	const text = history.say(sceneOf(bench, history, {positions}));
	expect(text).toMatch(/Facts fitted: \d+ of \d+ hit.*In the baseline: \d+ hit\. Facts held out/);
});

test('the run stands beside what was observed in a pane of 76 cells, and no two facts go by the same name', () => {
	const scene = sceneOf(korea(), history);
	const rows = drawn(history, scene, {width: 76, height: 96}).split('\n');
	const head = rows.find(row => row.includes('verdict'))!;
	expect(head.search('simulated')).toBeLessThan(head.search('observed'));
	expect(head.search('observed')).toBeLessThan(head.search('verdict'));
	const from = rows.findIndex(row => row.includes('Facts that the case was fitted to'));
	const listed = rows.slice(from, from + factRows(scene).length + 2).filter(row => !row.includes('or: '));
	const names = listed.map(row => row.slice(2, head.search('simulated') - 4).trim());
	expect(new Set(names).size).toBe(names.length);
	expect(rows.join('\n')).toContain('another reading of the same fact, not counted');
});
