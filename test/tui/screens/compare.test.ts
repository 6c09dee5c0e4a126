import {expect, test} from 'vitest';
import {parseMonth} from '../../../src/scenario/calendar.ts';
import {compare} from '../../../src/tui/screens/compare.ts';
import {comparedOutcomes, outcomeRows, partingOf} from '../../../src/tui/screens/compare-rows.ts';
import {freshList} from '../../../src/tui/state.ts';
import {drawn, firstSteps, korea, sceneOf, sizes} from './scenes.ts';

const bench = korea();
const late = bench.levers.find(({from}) => from > bench.program.start)!;
const positions = new Map([[late.id, late.max]]);

test('the comparison fills every size, of the same run and of others, as curves and as a difference', () => {
	for (const size of sizes) {
		for (const asDifference of [false, true]) {
			expect(drawn(compare, sceneOf(firstSteps(), compare, {state: {asDifference}}), size)).toContain('A: baseline');
			expect(drawn(compare, sceneOf(bench, compare, {positions, state: {asDifference}}), size)).toContain('First different in');
		}
	}
});

test('a run beside itself differs nowhere', () => {
	const scene = sceneOf(bench, compare);
	expect(partingOf(scene).month).toBeUndefined();
	expect(compare.say(scene)).toContain('A and B are the same run');
	for (const {overRun, byYear} of outcomeRows(scene)) for (const {a, b, more} of [overRun, ...byYear]) expect([b, more ?? 0]).toEqual([a, 0]);
});

test('a lever that begins later leaves the months before it as they were', () => {
	const scene = sceneOf(bench, compare, {positions});
	expect(partingOf(scene).month).toBeGreaterThanOrEqual(late.from);
	const [, month] = /First different in (\d{4}-\d{2})/.exec(compare.say(scene))!;
	expect(parseMonth(month)).toBe(partingOf(scene).month);
});

test('outcomes are sorted by how many per cent more B has', () => {
	const rows = comparedOutcomes(sceneOf(bench, compare, {positions}), {...freshList, sort: 3});
	const more = rows.flatMap(({overRun}) => overRun.more ?? []);
	expect(more).toEqual(more.toSorted((a, b) => b - a));
});

test('the difference is that of B less A', () => {
	expect(drawn(compare, sceneOf(bench, compare, {positions, state: {asDifference: true}}), {width: 120, height: 40})).toContain('B less A');
});
