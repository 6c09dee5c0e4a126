import {expect, test} from 'vitest';
import {writeTables} from '../../src/report/format.ts';
import type {Table} from '../../src/report/table.ts';

const table: Table = {
	name: 'goods',
	title: 'Goods',
	columns: [{name: 'label'}, {name: 'made', unit: 't'}],
	rows: [
		['coal, "brown"\nor black', 0.1],
		['ore', undefined],
		['pig iron', Number.NaN],
	],
};
const style = {colour: false, width: 80};
const write = (format: 'csv' | 'ndjson' | 'json', tables = [table]): string => [...writeTables(tables, format, style)].join('');

test('csv follows RFC 4180: lines end in CRLF, and commas, quotes and line ends are quoted', () => {
	expect(write('csv')).toBe('label,made\r\n"coal, ""brown""\nor black",0.1\r\nore,\r\npig iron,\r\n');
});

test('json is one object with a key a table, and what is not there or no number is null', () => {
	expect(JSON.parse(write('json', [table, {...table, name: 'none', rows: []}]))).toEqual({
		goods: [
			{label: 'coal, "brown"\nor black', made: 0.1},
			{label: 'ore', made: null},
			{label: 'pig iron', made: null},
		],
		none: [],
	});
});

test('ndjson is an object a line that says which table it is of', () => {
	const lines = write('ndjson').trimEnd().split('\n');
	expect(lines.map(line => JSON.parse(line))).toEqual([
		{table: 'goods', label: 'coal, "brown"\nor black', made: 0.1},
		{table: 'goods', label: 'ore', made: null},
		{table: 'goods', label: 'pig iron', made: null},
	]);
});

test('numbers are written in full', () => {
	const third = {...table, rows: [['third', 1 / 3]]};
	for (const format of ['csv', 'ndjson', 'json'] as const) expect(write(format, [third])).toContain('0.3333333333333333');
});
