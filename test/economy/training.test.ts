import {expect, test} from 'vitest';
import {candidatesOf} from '../../src/economy/training.ts';
import {monthByMonth} from './observe.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** A works of 1,000 unskilled and 100 skilled, and four visitors who teach half their time: two full-time teachers of 20 each. */
const school = (course: Numbers, makes: 'skilled' | 'foremen' = 'skilled', more: Partial<World> = {}): World => ({
	months: 1,
	goods: [{id: 'ore'}],
	industries: [{id: 'industry', with: {unskilled: 1000, skilled: 100, skilledShare: 0.5, skillWeight: 0.5}}],
	communities: [{id: 'visitors'}],
	professions: [{id: 'engineer', with: {instruction: 0.5}, staff: {visitors: {present: 4}}}],
	courses: [{id: 'course', makes, with: {seats: 1000, classSize: 20, duration: 2, passing: 0.75, candidates: 0.5, away: 1, instruction: 1, ...course}}],
	...more,
});
const intake = (world: World): number => build(world).run().training.intake[0];

test('a course takes no more people than its teachers can teach', () => {
	expect(intake(school({}))).toBe(40); // 4 × ½ × 20
});

test('a course takes no more people than it has seats', () => {
	expect(intake(school({seats: 30}))).toBe(30);
});

test('a course takes no more people than the crews can let go', () => {
	expect(intake(school({candidates: 0.02}))).toBe(20); // 2 % of 1,000
	expect(candidatesOf(0.1, 90, 10)).toBe(0); // a tenth of a crew of 100 is away already
});

test('a course takes no more people than its fund can keep', () => {
	const funds = [{id: 'school', spends: ['training'] as const, with: {promised: 100}}];
	const world = school({seats: 50, cost: 10}, 'skilled', {funds});
	expect(intake({...world, courses: world.courses?.map(course => ({...course, fund: 'school'})) ?? []})).toBe(10); // 100 yen at 10 yen each
});

test('two courses share the teachers by the time set for each', () => {
	const [course] = school({instruction: 0.25}).courses ?? [];
	const {training} = build(school({}, 'skilled', {courses: [course, {...course, id: 'other', with: {...course.with, instruction: 0.75}}]})).run();
	expect([...training.intake]).toEqual([10, 30]); // 40 × ¼ and 40 × ¾
});

test('teachers who are half understood teach half as many', () => {
	const world = school({}, 'skilled', {languages: [{id: 'pair', with: {span: 4}}], communities: [{id: 'visitors', language: 'pair', with: {fluent: 0.5}}]});
	expect(intake(world)).toBe(20);
});

test('after its two months a course gives back its people, three in four of them skilled, and fills again', () => {
	const seen = monthByMonth(school({}, 'skilled', {months: 4}), ({training, labour}) => [
		training.intake[0],
		training.attending[0],
		training.passed[0],
		labour.skilled[0],
		labour.unskilled[0],
	]);
	expect(seen).toEqual([
		[40, 40, 0, 100, 960],
		[0, 40, 0, 100, 960],
		[40, 40, 30, 130, 930], // 40 × ¾ pass; 960 + 10 − 40
		[0, 40, 0, 130, 930],
	]);
});

test('nobody is lost on a course', () => {
	const people = monthByMonth(
		school({duration: 3}, 'skilled', {months: 9}),
		({labour, training}) => labour.skilled[0] + labour.unskilled[0] + training.attending[0],
	);
	expect(people).toEqual(Array(9).fill(1100));
});

test('a course for foremen takes skilled workers and makes foremen of them', () => {
	const {labour, training} = build(school({seats: 8}, 'foremen', {months: 3})).run();
	expect(labour.foremen[0]).toBe(6); // 8 × ¾
	expect(labour.skilled[0]).toBe(86); // 100 − 8 + 2 − 8
	expect(labour.unskilled[0]).toBe(1000);
	expect(training.trained[0]).toBe(6);
	expect(training.begun[0]).toBe(16);
});

test('foremen teach too', () => {
	const industries = [{id: 'industry', with: {unskilled: 1000, foremen: 30, skilledShare: 0.5, skillWeight: 0.5}}];
	expect(intake(school({foremanTeaching: 0.1}, 'skilled', {industries, professions: []}))).toBe(60); // 30 × 0.1 × 20
});

test('a course draws on the industries by the candidates of each', () => {
	const industries = [600, 200].map((unskilled, i) => ({id: `industry-${i}`, with: {unskilled, skilledShare: 0.5, skillWeight: 0.5}}));
	const {labour} = build(school({}, 'skilled', {industries})).run();
	expect([...labour.unskilled]).toEqual([570, 190]); // 40 in the proportion 3 : 1
});

test('a course that takes everyone leaves nobody, and not less', () => {
	const industries = [0.1, 5.8].map((unskilled, i) => ({id: `industry-${i}`, with: {unskilled, skilledShare: 0.5, skillWeight: 1}}));
	const {labour} = build(school({candidates: 1}, 'skilled', {industries})).run();
	expect(Math.min(...labour.unskilled)).toBeGreaterThanOrEqual(0);
});
