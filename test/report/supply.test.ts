import {expect, test} from 'vitest';
import {findingsOf} from '../../src/report/findings.ts';
import {goodSteps, gradesOf, inputsOf, knownUsers, routeSteps, routesOf, wantsOf} from '../../src/report/supply.ts';
import {runOn} from '../../src/run/full-run.ts';
import type {World} from '../economy/world.ts';
import {programOf} from '../run/toy.ts';

/** A route that lands 100 t a month, of which a tenth is coking coal; the rest is unfit for the ovens that need 2 t for 1 t of coke. */
const shipments: World = {
	months: 4,
	goods: [
		{id: 'coking-coal', unfit: 'dust', with: {price: 1, heat: 29}},
		{id: 'dust', with: {price: 1, heat: 18}},
		{id: 'coke', listed: true, with: {price: 5, baseOutput: 50}},
	],
	sites: [{id: 'ovens', product: 'coke', with: {count: 1, capacity: 50, working: 1}, recipes: [{inputs: {'coking-coal': 2}}]}],
	routes: [
		{id: 'plain', grades: {coke: 1}, with: {contract: 1, railed: 1}},
		{id: 'sea', grades: {'coking-coal': 0.1, dust: 0.9}, with: {contract: 100, railed: 100}},
	],
};

function findingsFor(world: World) {
	const program = programOf(world);
	return findingsOf(runOn(program, program.vector));
}

test('a route of several grades comes before one of a single grade', () => {
	expect(routesOf(findingsFor(shipments)).map(({id}) => id)).toEqual(['sea', 'plain']);
});

test('of 100 t landed 10 t are fit and 90 t are not', () => {
	const findings = findingsFor(shipments);
	const [sea] = routesOf(findings);
	expect(gradesOf(findings.run.program, sea).unfit.map(({id}) => id)).toEqual(['dust']);
	const steps = new Map(routeSteps(findings, sea).map(({label, values}) => [label, values]));
	expect(steps.get('Landed')?.[1]).toBeCloseTo(100, 9);
	expect(steps.get('Fit: Coking-coal')?.[1]).toBeCloseTo(10, 9);
	expect(steps.get('Not fit: Dust')?.[1]).toBeCloseTo(90, 9);
});

test('ovens that want 100 t of coal and are landed 10 t are served a tenth of their want', () => {
	const findings = findingsFor(shipments);
	const [coal] = inputsOf(findings);
	expect(coal.id).toBe('coking-coal');
	const {wanted, served} = wantsOf(findings, knownUsers(findings, coal));
	expect(wanted[2]).toBeCloseTo(100, 9);
	expect(served[2]).toBeCloseTo(10, 9);
});

test('users beyond so many are one step, and lose nothing by it', () => {
	const findings = findingsFor({
		...shipments,
		uses: ['a', 'b', 'c', 'd'].map((id, i) => ({id, goods: {dust: 1}, with: {demand: 10 + i}})),
	});
	const dust = inputsOf(findings).find(({id}) => id === 'dust')!;
	const [all, ...each] = goodSteps(findings, dust, 3).filter(({wants}) => wants);
	expect(each.map(({label}) => label)).toEqual(['D', 'C', '2 others']);
	expect(each.reduce((sum, {values}) => sum + values[2], 0)).toBeCloseTo(all.values[2], 9);
});
