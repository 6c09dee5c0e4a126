import {expect, test} from 'vitest';
import {stretches} from '../../src/study/threshold.ts';

/** Coal binds below 3.3, power above; output is the lesser of the two. */
const at = (value: number) => ({binding: value < 3.3 ? 'coal' : 'power', lead: Math.abs(value - 3.3) / 10, outcome: Math.min(value, 3.3)});

test('the place where another cause binds is found between two stations', () => {
	const [coal, power] = stretches([0, 1, 2, 3, 4, 5], at);
	expect(coal).toMatchObject({binding: 'coal', from: 0});
	expect(power).toMatchObject({binding: 'power', to: 5, outcomes: [3.3, 3.3]});
	expect(coal.to).toBeCloseTo(3.3, 5);
	expect(power.from).toBeCloseTo(3.3, 5);
	// The lead is gone where the other takes over.
	expect(coal.leads[0]).toBeCloseTo(0.33, 9);
	expect(coal.leads[1]).toBeCloseTo(0, 5);
	expect(power.leads[1]).toBeCloseTo(0.17, 9);
});

test('where the same binds all along there is one stretch, also of a single station', () => {
	expect(stretches([0, 1, 2], at)).toMatchObject([{binding: 'coal', from: 0, to: 2, outcomes: [0, 2]}]);
	expect(stretches([4], at)).toMatchObject([{binding: 'power', from: 4, to: 4, outcomes: [3.3, 3.3]}]);
});

test('what binds again after something else has a stretch of its own each time', () => {
	const found = stretches([0, 1, 2, 3, 4], value => ({binding: value > 1.5 && value < 2.5 ? 'b' : 'a', lead: 1, outcome: value}));
	expect(found.map(({binding}) => binding)).toEqual(['a', 'b', 'a']);
});

test('a third cause between two stations is found on the way', () => {
	const found = stretches([0, 1], value => ({binding: value < 0.4 ? 'a' : value < 0.6 ? 'b' : 'c', lead: 1, outcome: value}));
	expect(found.map(({binding}) => binding)).toEqual(['a', 'b', 'c']);
	expect(found[1].from).toBeCloseTo(0.4, 4);
	expect(found[1].to).toBeCloseTo(0.6, 4);
});
