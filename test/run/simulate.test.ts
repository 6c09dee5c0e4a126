import {expect, test} from 'vitest';
import {allColumns} from '../../src/run/columns.ts';
import {simulate} from '../../src/run/simulate.ts';
import {mineAndFurnace, programOf} from './toy.ts';

const poorer = {...mineAndFurnace, goods: mineAndFurnace.goods.map(good => ({...good, with: {...good.with, openingStock: 0}}))};
const shorter = {...mineAndFurnace, months: 6};

test('a run leaves nothing behind for the next one, of its own program, of another or of one of other months', () => {
	const program = programOf();
	const columns = allColumns(program);
	const {values} = simulate(program, columns, {losses: true});
	const other = programOf(poorer);
	expect(simulate(other, columns, {losses: true}).values).not.toEqual(values);
	expect(simulate(program, columns, {losses: true}).values).toEqual(values);
	const early = simulate(programOf(shorter), columns, {losses: true}).values;
	expect(early).toEqual(values.map(column => column.subarray(0, 6)));
	expect(simulate(programOf(), columns, {losses: true}).values).toEqual(values);
});
