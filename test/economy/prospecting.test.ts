import {expect, test} from 'vitest';
import {monthByMonth} from './observe.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** Four geologists who give half their time to looking for ore; each finds 5 % of the mine in a full month. */
const search = (numbers: Numbers, months: number): World => ({
	months,
	goods: [{id: 'ore'}],
	sites: [{id: 'mine', product: 'ore', with: {capacity: 100, working: 1}}],
	communities: [{id: 'visitors'}],
	professions: [{id: 'geologist', with: {prospecting: 0.5}, staff: {visitors: {present: 4}}}],
	prospecting: [{id: 'search', site: 'mine', with: {allocation: 1, find: 0.05, lag: 2, ...numbers}}],
});

test('a find is dug from after its lag', () => {
	const outputs = monthByMonth(search({}, 4), ({sites}) => sites.output[0]);
	[100, 100, 110, 120].forEach((output, t) => expect(outputs[t]).toBeCloseTo(output, 10)); // 4 × ½ × 5 % of 100 a month
});

test('no more is found than there is in the ground', () => {
	const found = monthByMonth(search({most: 0.25}, 6), ({sites}) => sites.found[0]);
	[0, 0, 0.1, 0.2, 0.25, 0.25].forEach((share, t) => expect(found[t]).toBeCloseTo(share, 14));
});

test('geologists find where they are sent', () => {
	const {sites} = build(search({allocation: 0.5, lag: 0}, 1)).run();
	expect(sites.found[0]).toBe(0.05); // 4 × ½ × ½ × 5 %
});

test('a new seam raises the rated capacity of the mine', () => {
	expect(build(search({lag: 0}, 1)).run().sites.ratedCapacity[0]).toBeCloseTo(110, 12);
});

test('geologists who are not understood find nothing', () => {
	const world = search({lag: 0}, 1);
	const {sites} = build({...world, languages: [{id: 'pair', with: {span: 4}}], communities: [{id: 'visitors', language: 'pair'}]}).run();
	expect(sites.found[0]).toBe(0);
});
