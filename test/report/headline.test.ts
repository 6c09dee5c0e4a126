import {expect, test} from 'vitest';
import {causesTable} from '../../src/report/headline/causes.ts';
import {deliveriesTable} from '../../src/report/headline/deliveries.ts';
import {fulfilmentTable} from '../../src/report/headline/fulfilment.ts';
import {outputTable} from '../../src/report/headline/output.ts';
import {scoreboardTable} from '../../src/report/headline/scoreboard.ts';
import {staffTable} from '../../src/report/headline/staff.ts';
import {headlineTables} from '../../src/report/headline/tables.ts';
import {translatorsTable} from '../../src/report/headline/translators.ts';
import {type Material, materialOf} from '../../src/report/material.ts';
import {fullRun} from '../../src/run/full-run.ts';
import {recordOf} from '../../src/run/record.ts';
import type {Program} from '../../src/scenario/program.ts';
import type {World} from '../economy/world.ts';
import {fact, mineAndFurnace, programOf, start, target} from '../run/toy.ts';

function materialFor(world: World = mineAndFurnace, extras: Partial<Program> = {}): Material {
	const run = fullRun(programOf(world, extras));
	return materialOf(run, recordOf(run, {scenario: 'toy.yaml', until: undefined, sets: [], readings: []}));
}

/** Two furnaces on the ore of one mine, so that one of them stands idle. */
const shortOfOre: World = {
	...mineAndFurnace,
	sites: mineAndFurnace.sites?.map(site => (site.id === 'furnace' ? {...site, with: {count: 2, capacity: 50, working: 2}} : site)) ?? [],
};

test('the table of output shows the index and the listed goods, half-year by half-year', () => {
	const {rows, columns} = outputTable(materialFor());
	expect(columns.map(({name}) => name)).toEqual(['what', 'unit', '1946 I', '1946 II']);
	expect(rows).toContainEqual(['Iron', 't', 300, 300]);
	expect(rows.map(([label]) => label)).not.toContain('Ore');
});

test('what went lost and what was made come to all of rated capacity, the largest cause first', () => {
	const {rows} = causesTable(materialFor(shortOfOre));
	expect(rows[0][0]).toBe('Ore');
	expect(rows.at(-1)?.[0]).toBe('Made');
	expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(100, 9);
});

test('half of 100 yen of iron lost beside 100 yen of ore made is weighed by price', () => {
	const months = {...shortOfOre, months: 1};
	const {rows} = causesTable(materialFor(months));
	// Rated: 100 t of ore at 1 yen and 100 t of iron at 10 yen. Lost: 50 t of iron at 10 yen.
	expect(rows[0][2]).toBeCloseTo((500 / 1100) * 100, 9);
});

test('the plan says what was due, what was reached and how late', () => {
	const [row] = fulfilmentTable(materialFor(mineAndFurnace, {plan: [target('iron.made@1946-01..1946-03:sum', 300, start + 2)]})).rows;
	expect(row).toEqual(['Target', 't', 300, 150, 50, '1946-03', '1946-06', 3]);
});

test('a target that is not met says so and has no lateness', () => {
	const [row] = fulfilmentTable(materialFor(mineAndFurnace, {plan: [target('iron.made@1946:sum', 1200, start + 11)]})).rows;
	expect(row.slice(5)).toEqual(['1946-12', 'not by 1946-12', undefined]);
});

test('the scoreboard counts facts fitted and held out apart', () => {
	const facts = [fact('iron.made@1946:sum', 600), fact('iron.made@1946:sum', 2000, {id: 'other', role: 'holdout'})];
	const {notes} = scoreboardTable(materialFor(mineAndFurnace, {facts}));
	expect(notes).toEqual(['Facts fitted: 1 of 1 hit, 0 near, 0 missed.', 'Facts held out: 0 of 1 hit, 0 near, 1 missed.']);
});

const staffed: World = {
	...mineAndFurnace,
	languages: [{id: 'english', with: {span: 4}}],
	communities: [{id: 'guests', language: 'english'}],
	professions: [
		{id: 'smelter', with: {establishment: 8, contact: 1}, staff: {guests: {present: 4}}},
		{id: 'interpreter', translates: 'english', with: {establishment: 2, contact: 1}, staff: {guests: {present: 0}}},
	],
};

test('four of eight engineers are half of those needed, and without a translator every month is short of one', () => {
	const material = materialFor(staffed);
	const {rows} = staffTable(material);
	expect(rows.find(([label]) => label === 'Smelter')?.slice(1)).toEqual(['%', 50, 50]);
	expect(rows.find(([label]) => label === 'All')?.slice(1)).toEqual(['%', 40, 40]);
	const {rows: languages, notes} = translatorsTable(material);
	expect(languages[0].slice(0, 4)).toEqual(['English', 12, 12, 0]);
	expect(notes).toEqual(['Translators bind: English.']);
});

test('a route of two grades shows what was required, what came, and what of it was fit', () => {
	const world: World = {
		...mineAndFurnace,
		goods: [{id: 'coal', unfit: 'slack'}, {id: 'slack'}, ...mineAndFurnace.goods],
		routes: [{id: 'island', grades: {coal: 0.1, slack: 0.9}, with: {contract: 100, railed: 50, season: 1, ports: 1, loading: 1000, ships: 1000}}],
	};
	const {rows} = deliveriesTable(materialFor(world));
	const whole = rows.find(([, period]) => period === 'whole run') ?? [];
	expect(whole.slice(0, 4)).toEqual(['Island', 'whole run', 't', 1200]);
	expect(Number(whole[4])).toBeGreaterThan(0);
	expect(whole[7]).toBeCloseTo(10, 9);
});

test('every headline table can be made of a scenario that has next to nothing', () => {
	const material = materialFor({months: 1, goods: [{id: 'ore'}]});
	for (const [name, maker] of Object.entries(headlineTables)) expect(maker(material).name).toBe(name);
});
