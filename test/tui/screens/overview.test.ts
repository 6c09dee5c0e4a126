import {expect, test} from 'vitest';
import {chosenOutcome, shownOutcomes} from '../../../src/tui/outcomes.ts';
import {partsOf} from '../../../src/tui/screens/holding-back.ts';
import {overview} from '../../../src/tui/screens/overview.ts';
import {eventsOf, marksOf} from '../../../src/tui/screens/overview-marks.ts';
import {fact, mineAndFurnace, programOf, start, target} from '../../run/toy.ts';
import {benchFor, drawn, firstSteps, korea, sceneOf, sizes} from './scenes.ts';

const iron = {goods: {facts: [fact('iron.made@1946-01..1946-06:sum', 300)], plan: [target('iron.made@1946-03:final', 40, start + 2)]}};

test('the overview fills every size, of a case and of a tutorial', () => {
	for (const bench of [korea(), firstSteps()]) {
		for (const size of sizes) expect(drawn(overview, sceneOf(bench, overview), size)).toContain('What holds output back');
	}
});

test('every outcome can be drawn, and its name is in the title', () => {
	const bench = korea();
	shownOutcomes(bench.program).forEach(({label}, outcome) => {
		expect(drawn(overview, sceneOf(bench, overview, {state: {outcome}}), {width: 120, height: 40})).toContain(label.split(/[ ,]/)[0]);
	});
});

test('300 t made in six months is a level of 50 t a month over these months', () => {
	const program = programOf(mineAndFurnace, iron.goods);
	const outcome = shownOutcomes(program).find(({entity}) => entity === 'iron')!;
	expect(marksOf(program, outcome, {unit: 't/month', by: 1})).toEqual([
		{name: 'Fact', from: 0, to: 5, value: 50, role: 'fact'},
		{name: 'Target', from: 2, to: 2, value: 40, role: 'plan'},
	]);
});

test('a fact about something else, or about months outside the run, leaves no mark', () => {
	const program = programOf(mineAndFurnace, {facts: [fact('ore.made@1946:sum', 1200), fact('iron.made@1950:sum', 10)]});
	const outcome = shownOutcomes(program).find(({entity}) => entity === 'iron')!;
	expect(marksOf(program, outcome, {unit: 't/month', by: 1})).toEqual([]);
});

test('the month in which a target is due is an event of its outcome, and is told under the cursor', () => {
	const bench = benchFor(programOf(mineAndFurnace, iron.goods));
	const outcome = shownOutcomes(bench.program).findIndex(({entity}) => entity === 'iron');
	const scene = sceneOf(bench, overview, {state: {outcome, month: 2}});
	expect(eventsOf(scene, chosenOutcome(bench.program, outcome))).toEqual([{month: 2, name: 'due by the plan: Target'}]);
	expect(drawn(overview, scene, {width: 111, height: 30})).toContain(
		'1946-03 · due by the plan: Target; recorded 50 t/month over 1946-01..1946-06: Fact; planned 40 t/month: Target',
	);
});

test('what was made and what was lost come to all of rated capacity in every month, however many causes are shown', () => {
	for (const bench of [korea(), firstSteps()]) {
		const scene = sceneOf(bench, overview);
		for (const most of [4, 8, Number.POSITIVE_INFINITY]) {
			const parts = partsOf(scene, scene.now, most);
			expect(parts.length).toBeLessThanOrEqual(most + 1);
			for (let t = 0; t < bench.program.layout.months; t++) expect(parts.reduce((sum, {values}) => sum + values[t], 0)).toBeCloseTo(1, 9);
		}
	}
});

test('a cause keeps its colour when a lever moves', () => {
	const bench = korea();
	const [lever] = bench.levers;
	const at = sceneOf(bench, overview);
	const moved = sceneOf(bench, overview, {positions: new Map([[lever.id, lever.max]])});
	const rolesIn = (scene: typeof at) => new Map(partsOf(scene, scene.now, 6).map(({id, role}) => [id, role]));
	for (const [id, role] of rolesIn(at)) if (rolesIn(moved).has(id)) expect(rolesIn(moved).get(id)).toBe(role);
});

test('with a lever moved the total is told beside that of the baseline', () => {
	const bench = korea();
	const lever = bench.levers.find(({min, max}) => min < max)!;
	const scene = sceneOf(bench, overview, {positions: new Map([[lever.id, lever.max]])});
	expect(overview.say(scene)).toMatch(/baseline [\d.,]+ \((unchanged|[+−]|up by|down by)/);
	const totals = overview.tables(scene).find(({name}) => name === 'outcomes')!;
	expect(totals.rows).toHaveLength(shownOutcomes(bench.program).length);
});
