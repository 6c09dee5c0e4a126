import {expect, test} from 'vitest';
import {materialOf} from '../../src/report/material.ts';
import type {Table} from '../../src/report/table.ts';
import {tidyTables} from '../../src/report/tidy/tables.ts';
import {fullRun} from '../../src/run/full-run.ts';
import {recordOf} from '../../src/run/record.ts';
import {fact, mineAndFurnace, programOf, start, target} from '../run/toy.ts';

const program = programOf(mineAndFurnace, {
	plan: [target('iron.made@1946-01..1946-03:sum', 300, start + 2)],
	facts: [fact('iron.made@1946:sum', 600)],
	shocks: [{id: 'fire', label: 'Fire', chance: 1, months: 1, change: [{path: 'sites.mine.season', scale: 1}]}],
});
const run = fullRun(program, '1');
const material = materialOf(run, recordOf(run, {scenario: 'toy.yaml', until: undefined, sets: ['goods.ore.loss=0'], readings: []}));
const objects = ({columns, rows}: Table) => rows.map(row => Object.fromEntries(columns.map(({name}, c) => [name, row[c]])));
const table = (name: string) => objects(tidyTables[name](material));

test('every column of the run stands in the series once a month', () => {
	const iron = table('series').filter(row => row.entity === 'iron' && row.quantity === 'made');
	expect(iron).toHaveLength(12);
	expect(iron[0]).toEqual({run: material.name, scenario: 'toy', member: 0, month: '1946-01', entity: 'iron', quantity: 'made', unit: 't/month', value: 50});
});

test('output and losses of a site come to its rated capacity every month', () => {
	const lost = table('losses').filter(row => row.entity === 'furnace' && row.month === '1946-05');
	const output = table('series').find(row => row.entity === 'furnace' && row.quantity === 'output' && row.month === '1946-05');
	expect(lost.reduce((sum, row) => sum + Number(row.value), Number(output?.value))).toBeCloseTo(50, 9);
});

test('losses do not stand in the series again', () => {
	expect(table('series').some(row => String(row.quantity).startsWith('lost-to-'))).toBe(false);
});

test('plan, scores and runs keep the names that other programs read', () => {
	expect(table('plan')).toMatchObject([{target: 'target', planned: 300, reached: 150, fulfilment: 0.5, due: '1946-03', met: '1946-06', slippage: 3}]);
	expect(table('scores')).toMatchObject([{fact: 'fact', role: 'target', simulated: 600, observed: 600, error: 0, verdict: 'hit'}]);
	expect(table('runs')).toMatchObject([{scenario: 'toy', seed: '1', sets: 'goods.ore.loss=0', status: 'done', months: 12}]);
});

test('events are in the order of months: shocks, first outputs, targets missed and met', () => {
	const events = table('events');
	expect(events.filter(({event}) => event === 'shock')).toHaveLength(12);
	expect(events.map(({month}) => String(month))).toEqual(events.map(({month}) => String(month)).toSorted());
	expect(events).toContainEqual({run: material.name, month: '1946-03', entity: 'target', event: 'target-missed'});
	expect(events).toContainEqual({run: material.name, month: '1946-06', entity: 'target', event: 'target-met'});
});
