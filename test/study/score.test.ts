import {expect, test} from 'vitest';
import {fullRun} from '../../src/run/full-run.ts';
import type {Fact} from '../../src/scenario/program.ts';
import {scoreFacts, tally} from '../../src/study/score.ts';
import {fact, mineAndFurnace, outcome, programOf} from '../run/toy.ts';

const scoresOf = (...facts: Fact[]) => {
	const program = programOf(mineAndFurnace, {facts});
	return scoreFacts(program, fullRun(program).series);
};
const verdictOf = (one: Fact) => scoresOf(one)[0].verdict;

/** The furnace makes 600 t of iron in 1946. */
const made = 'iron.made@1946:sum';

test('600 t are a hit where 600 or 660 t were observed, near where 750, a miss where 1000', () => {
	expect([600, 660, 750, 1000].map(observed => verdictOf(fact(made, observed)))).toEqual(['hit', 'hit', 'near', 'miss']);
});

test('the error says which way the run is out', () => {
	expect(scoresOf(fact(made, 750))[0].error).toBeCloseTo(-0.2, 12);
	expect(scoresOf(fact(made, 500))[0].error).toBeCloseTo(0.2, 12);
});

test('"more than" is met by any more, and less is measured as usual', () => {
	expect([100, 620, 2000].map(observed => verdictOf(fact(made, observed, {side: 'at-least'})))).toEqual(['hit', 'hit', 'miss']);
	expect([100, 620, 2000].map(observed => verdictOf(fact(made, observed, {side: 'at-most'})))).toEqual(['miss', 'hit', 'hit']);
});

test('a ratio of two outcomes is scored as one number', () => {
	const half = fact(made, 0.5, {readings: [{id: 'ratio', weight: 1, outcome: outcome(made), over: outcome('ore.made@1946:sum'), value: 0.5}]});
	expect(scoresOf(half)[0]).toMatchObject({simulated: 0.5, error: 0, verdict: 'hit'});
});

test('a fact outside the run is not covered, which is neither hit nor miss', () => {
	const scores = scoresOf(fact('iron.made@1950:sum', 1), fact(made, 600));
	expect(scores[0]).toMatchObject({simulated: undefined, error: undefined, verdict: 'not-covered'});
	expect(tally(scores, 'target')).toMatchObject({facts: 2, covered: 1, hit: 1, near: 0, miss: 0});
});

test('where readings conflict the heaviest stands for the fact, and the others count by their weight', () => {
	const readings = [
		{id: 'archive', weight: 3, outcome: outcome(made), over: undefined, value: 1000},
		{id: 'memoir', weight: 1, outcome: outcome(made), over: undefined, value: 600},
	];
	const scores = scoresOf(fact(made, 0, {readings}));
	expect(scores.map(({verdict, weight}) => [verdict, weight])).toEqual([
		['miss', 0.75],
		['hit', 0.25],
	]);
	expect(tally(scores, 'target')).toMatchObject({hit: 0, miss: 1, weighted: 0.25});
});

test('facts held out are tallied apart from those fitted', () => {
	const scores = scoresOf(fact(made, 600), fact(made, 1000, {role: 'holdout'}));
	expect(tally(scores, 'target')).toMatchObject({hit: 1, miss: 0});
	expect(tally(scores, 'holdout')).toMatchObject({hit: 0, miss: 1});
});
