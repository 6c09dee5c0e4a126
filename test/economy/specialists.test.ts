import {expect, test} from 'vitest';
import {needed, throughput} from '../../src/economy/specialists.ts';
import {monthByMonth} from './observe.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** An office of geologists from abroad, and translators who each carry the speech of four. */
const office = (geologists: Numbers, translators: number, more: Partial<World> = {}): World => ({
	months: 4,
	goods: [{id: 'ore', with: {price: 1}}],
	languages: [{id: 'pair', with: {span: 4}}],
	communities: [{id: 'visitors', language: 'pair'}],
	professions: [
		{id: 'geologist', with: {establishment: 8}, staff: {visitors: geologists}},
		{id: 'translator', translates: 'pair', staff: {visitors: {present: translators}}},
	],
	...more,
});

test('people asked for arrive after the lag, as many as were granted', () => {
	const world = office({present: 1, requested: [10, 0, 0, 0], granted: 0.5, lag: 2}, 0);
	expect(monthByMonth(world, ({specialists}) => specialists.arrived[0])).toEqual([0, 0, 5, 0]); // 10 × 0.5
	expect(build(world).run().specialists.present[0]).toBe(6);
});

test('a tenth of those present leaves each month', () => {
	const world = office({present: 100, departures: 0.1}, 0, {months: 2});
	expect(monthByMonth(world, ({specialists}) => specialists.present[0])).toEqual([90, 81]);
});

test('a fund that can pay half of those present sends for half of those granted', () => {
	const {specialists, funds} = build(
		office({present: 4, requested: 10, granted: 1}, 0, {
			months: 1,
			communities: [{id: 'visitors', language: 'pair', fund: 'office', with: {pay: 10}}],
			funds: [{id: 'office', spends: ['pay'], with: {promised: 20}}],
		}),
	).run();
	expect(funds.payCover[0]).toBe(0.5); // 20 of 4 × 10 yen
	expect(specialists.arrived[0]).toBe(5);
});

test('two translators carry the speech of eight, so that sixteen are half understood', () => {
	const {specialists} = build(office({present: 16}, 2)).run();
	expect(specialists.demand[0]).toBe(16);
	expect(specialists.spoken[0]).toBe(0.5);
	expect(specialists.effective[0]).toBe(8);
	expect(specialists.understood[0]).toBe(16);
});

test('the cover of a profession is what is understood of its establishment, and never more than all', () => {
	expect(build(office({present: 4}, 1)).run().specialists.cover[0]).toBe(0.5); // 4 of 8 posts
	expect(build(office({present: 20}, 5)).run().specialists.cover[0]).toBe(1);
});

test('specialists of all professions share the translators of their language pair, and of no other', () => {
	const {specialists} = build({
		months: 1,
		goods: [{id: 'ore'}],
		languages: ['first', 'second'].map(id => ({id, with: {span: 4}})),
		communities: [
			{id: 'visitors', language: 'first'},
			{id: 'stayers', language: 'second'},
		],
		professions: [
			{id: 'geologist', staff: {visitors: {present: 6}, stayers: {present: 2}}},
			{id: 'surveyor', staff: {visitors: {present: 2}}},
			{id: 'interpreter', translates: 'first', staff: {visitors: {present: 1}}},
			{id: 'clerk', translates: 'second', staff: {stayers: {present: 3}}},
		],
	}).run();
	expect([...specialists.demand]).toEqual([8, 2]); // 6 + 2 and 2
	expect([...specialists.spoken]).toEqual([0.5, 1]); // 4 of 8; 12 for 2
	expect([...specialists.effective].slice(0, 2)).toEqual([5, 1]); // 6 × ½ + 2 and 2 × ½
});

test('a community that speaks the language of the works needs no translator', () => {
	const {specialists} = build(office({present: 8}, 0, {communities: [{id: 'visitors'}]})).run();
	expect(specialists.demand[0]).toBe(0);
	expect(specialists.voice[0]).toBe(1);
	expect(specialists.cover[0]).toBe(1);
});

test('those who have learnt the language speak for themselves and leave the translators to the others', () => {
	const {specialists} = build(office({present: 16}, 1, {communities: [{id: 'visitors', language: 'pair', with: {fluent: 0.5}}]})).run();
	expect(specialists.demand[0]).toBe(8); // 16 × (1 − ½)
	expect(specialists.spoken[0]).toBe(0.5); // 4 of 8
	expect(specialists.voice[0]).toBe(0.75); // ½ + ½ × ½
	expect(specialists.effective[0]).toBe(12);
});

test('work that needs no speech is done without a translator', () => {
	expect(throughput(0.25, 0)).toBe(0.75);
	expect(throughput(1, 0.5)).toBe(0.5);
	const world = build(office({present: 8}, 0));
	world.set('professions', 0, 'contact', 0.25);
	expect(world.run().specialists.effective[0]).toBe(6); // 8 × ¾
});

test('courses and sites under restoration ask for translators beside the specialists', () => {
	const world = office({present: 8}, 3, {
		months: 2,
		labour: {builders: 2},
		sites: [{id: 'mine', product: 'ore', with: {count: 3, capacity: 1, atOnce: 2, work: 4, shortest: 4}}],
	});
	world.languages?.forEach(pair => Object.assign(pair.with ?? {}, {course: 2, site: 1.5}));
	Object.assign(world.professions?.[0].with ?? {}, {instruction: 0.25});
	expect(monthByMonth(world, ({specialists}) => specialists.demand[0])).toEqual([
		12, // 8 × (1 + 2 × ¼); no site is under restoration before the first month
		15, // and 1.5 for each of the two begun in it
	]);
});

test('time given to courses and to prospecting is taken from the works', () => {
	const world = build(office({present: 8}, 2));
	world.set('professions', 0, 'instruction', 0.25);
	world.set('professions', 0, 'prospecting', 0.5);
	expect(world.run().specialists.effective[0]).toBe(2); // 8 × (1 − ¼ − ½)
});

test('the need for specialists grows with activity beyond that for which the posts were drawn up', () => {
	expect(needed(10, 0.5, 2)).toBe(15); // 10 × (½ + ½ × 2)
	expect(needed(10, 0.5, 0.5)).toBe(10);
	const {specialists} = build(
		office({present: 8}, 2, {policy: {referenceActivity: 0.25}, sites: [{id: 'mine', product: 'ore', with: {count: 2, capacity: 1, working: 1}}]}),
	).run();
	expect(specialists.need[0]).toBe(8); // no growth with activity
	const growing = office({present: 8}, 2, {
		policy: {referenceActivity: 0.25},
		sites: [{id: 'mine', product: 'ore', with: {count: 2, capacity: 1, working: 1, work: 1}}],
	});
	Object.assign(growing.professions?.[0].with ?? {}, {growth: 1});
	expect(build(growing).run().specialists.cover[0]).toBe(0.5); // half of the mine works, twice the reference: 8 of 16
});
