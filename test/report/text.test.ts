import {expect, test} from 'vitest';
import type {Table} from '../../src/report/table.ts';
import {writeText} from '../../src/report/text.ts';

const coal: Table = {
	name: 'coal',
	title: 'Coal',
	columns: [{name: 'mine'}, {name: 'made'}, {name: 'of plan', unit: '%'}],
	rows: [
		['Anju', 1234, 98.7],
		['Aoji', 56, undefined],
	],
	notes: ['Two mines.'],
};
const write = (table: Table, width = 80, colour = false): string => [...writeText(table, {colour, width})].join('');

test('numbers stand to the right and words to the left', () => {
	expect(write(coal)).toBe(['Coal', 'mine   made  of plan %', 'Anju  1,234       98.7', 'Aoji     56', 'Two mines.', ''].join('\n'));
});

test('columns that do not fit stand below, beside the first again', () => {
	expect(write(coal, 14)).toBe(
		['Coal', 'mine   made', 'Anju  1,234', 'Aoji     56', 'mine  of plan %', 'Anju       98.7', 'Aoji', 'Two mines.', ''].join('\n'),
	);
});

test('without colours there is no escape, with them the title is bold', () => {
	expect(write(coal)).not.toContain('\u001B');
	expect(write(coal, 80, true)).toContain('\u001B[1mCoal');
});

test('a label cannot command the terminal', () => {
	const written = write({...coal, rows: [['\u001B[31mred\u0007', 1, 1]]});
	expect(written).not.toContain('\u001B');
	expect(written).not.toContain('\u0007');
});

test('a table without rows says so', () => {
	expect(write({...coal, rows: [], notes: []})).toBe('Coal\nnothing\n');
});

test('a cell has the colour of what it says where colours are wanted, and lines up the same without', () => {
	const map: Table = {...coal, colourOf: cell => (cell === 'Aoji' ? 'red' : undefined)};
	const row = (colour: boolean): string => write(map, 80, colour).split('\n')[3];
	expect(row(true)).toBe('\u001B[31mAoji\u001B[39m     56');
	expect(row(false)).toBe('Aoji     56');
});
