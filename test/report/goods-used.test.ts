import {expect, test} from 'vitest';
import {entitiesOf, findingsOf} from '../../src/report/findings.ts';
import {usersOf} from '../../src/report/goods-used.ts';
import {runOn} from '../../src/run/full-run.ts';
import {loadScenario} from '../../src/scenario/load.ts';
import type {World} from '../economy/world.ts';
import {mineAndFurnace, programOf} from '../run/toy.ts';

const findingsFor = (world: World) => {
	const program = programOf(world);
	return findingsOf(runOn(program, program.vector));
};

test('what everyone used of a good comes to all that was used and exported of it, in every month and for every good', () => {
	for (const file of ['first-steps.yaml', 'korea-1945/historical.yaml']) {
		const program = loadScenario(`scenarios/${file}`, {});
		const findings = findingsOf(runOn(program, program.vector));
		for (const good of entitiesOf(findings, 'good')) {
			const users = usersOf(findings, good.row);
			const [used, exported] = ['used', 'exported'].map(quantity => findings.track(good.id, quantity)!.values);
			used.forEach((amount, t) => {
				const all = amount + exported[t];
				expect(Math.abs(users.reduce((sum, user) => sum + user.used[t], 0) - all), `${good.id} in month ${t}`).toBeLessThanOrEqual(1e-9 * (1 + all));
			});
		}
	}
});

test('a furnace of 50 t of iron that needs 2 t of ore for 1 t wants and uses 100 t of ore', () => {
	const [furnace, ...others] = usersOf(findingsFor(mineAndFurnace), 0);
	expect(others).toEqual([]);
	expect(furnace.label).toBe('Furnace');
	expect(furnace.used[11]).toBeCloseTo(100, 9);
	expect(furnace.wanted?.[11]).toBeCloseTo(100, 9);
});

/** Homes that burn coal, and 1.5 t of lignite for each ton of coal that they miss. */
const homes: World = {
	months: 3,
	goods: [
		{id: 'coal', with: {price: 1, supplied: 40, openingStock: 40}},
		{id: 'lignite', with: {price: 1, supplied: 300, openingStock: 300}},
	],
	uses: [{id: 'homes', goods: {coal: 1, lignite: 1.5}, with: {demand: 100}}],
};

test('homes that get 40 t of the 100 t of coal they want burn 90 t of lignite for the rest, which they did not want', () => {
	const findings = findingsFor(homes);
	const [coal] = usersOf(findings, 0);
	const [lignite] = usersOf(findings, 1);
	expect(coal.used[1]).toBeCloseTo(40, 9);
	expect(coal.wanted?.[1]).toBeCloseTo(100, 9);
	expect(lignite.used[1]).toBeCloseTo(90, 9);
	expect(lignite.wanted).toBeUndefined();
});
