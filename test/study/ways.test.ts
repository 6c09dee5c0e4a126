import {expect, test} from 'vitest';
import {columnsFor} from '../../src/run/columns.ts';
import {fullRun, traced} from '../../src/run/full-run.ts';
import {largestWithin, lostByCause} from '../../src/run/lost-output.ts';
import {evaluate, simulate} from '../../src/run/simulate.ts';
import {loadScenario} from '../../src/scenario/load.ts';
import {bindingAt} from '../../src/study/binding.ts';
import {evaluateBatch, outcomeOf} from '../../src/study/evaluate.ts';
import {factorsOf, place} from '../../src/study/factors.ts';
import {seekAlone, seekTogether} from '../../src/study/seek.ts';
import {holds, parseStatement} from '../../src/study/statement.ts';
import {crossings, sweep} from '../../src/study/sweep.ts';
import {stations, wayOf} from '../../src/study/vary.ts';
import {writeValley} from './valley.ts';

const file = writeValley();
const valley = loadScenario(file);
const korea = loadScenario('scenarios/korea-1945/historical.yaml');
const bricks = outcomeOf('bricks.made@1900:sum');

const bricksWith = (text: string): number => {
	const program = loadScenario(file, {set: [{path: 'labour.builders', text}]});
	return evaluate(simulate(program, columnsFor(program, [bricks])), bricks) ?? Number.NaN;
};

test('a sweep gives at each station what a run with that value gives', () => {
	const way = wayOf(valley, {path: 'labour.builders', from: '2', to: '10 persons'});
	const {
		values,
		stations: [along],
	} = sweep(valley, [way], [5], [bricks]);
	expect(along).toEqual([2, 4, 6, 8, 10]);
	expect(values.map(([value]) => value)).toEqual(['2', '4', '6', '8', '10'].map(count => bricksWith(`${count} persons`)));
});

test('two ways cross, the second turning fastest', () => {
	expect(
		crossings([
			[1, 2],
			[3, 4],
		]),
	).toEqual([
		[1, 3],
		[1, 4],
		[2, 3],
		[2, 4],
	]);
	expect(stations({from: 0, to: 1}, 5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test('what is sought is the least change that is enough: a little less is not', () => {
	const way = wayOf(valley, {path: 'sites.hill-mine.capacity', from: '600', to: '1600'});
	const reach = (capacity: number): number => {
		const vector = valley.vector.slice();
		way.set(vector, capacity);
		return evaluate(simulate(valley, columnsFor(valley, [bricks]), {vector}), bricks) ?? Number.NaN;
	};
	const target = {outcome: bricks, side: '>=' as const, value: (reach(1000) + reach(1600)) / 2};
	const [found] = seekAlone(valley, target, [way]);
	expect(found.isReached).toBe(true);
	expect(reach(found.value ?? 0)).toBeGreaterThanOrEqual(target.value);
	expect(reach((found.value ?? 0) - 0.01)).toBeLessThan(target.value);
});

test('what cannot be reached says how near the way comes, and what stands already needs no change', () => {
	const way = wayOf(valley, {path: 'labour.builders', from: '2', to: '10'});
	expect(seekAlone(valley, {outcome: bricks, side: '>=', value: 1e9}, [way])[0]).toMatchObject({isReached: false});
	expect(seekAlone(valley, {outcome: bricks, side: '>=', value: 1}, [way])[0]).toMatchObject({isReached: true, share: 0, value: 6});
	expect(seekTogether(valley, {outcome: bricks, side: '>=', value: 1e9}, [way, way])).toBeUndefined();
});

test('a way is a lever within its ends, or a path with ends; anything else is said with what was meant', () => {
	expect(wayOf(korea, {path: 'sakhalin-ports'})).toMatchObject({from: 0, to: 10, unit: 'ports', rest: 3});
	expect(wayOf(korea, {path: 'labour.builders', from: 'x0.5', to: 'x2'})).toMatchObject({from: 0.5, to: 2, unit: 'times', rest: 1});
	expect(wayOf(korea, {path: 'exports.export-rolled-steel.contract', from: '0', to: '60 kt/year'}).to).toBeCloseTo(5000, 6);
	expect(() => wayOf(korea, {path: 'sakhalin-port'})).toThrow('did you mean "sakhalin-ports"');
	expect(() => wayOf(korea, {path: 'sakhalin-ports', from: '0', to: '12'})).toThrow('goes from 0 to 10 ports');
	expect(() => wayOf(korea, {path: 'labour.builders'})).toThrow('from where to where');
	expect(() => wayOf(korea, {path: 'labour.builders', from: '3', to: '1'})).toThrow('does not go up');
	expect(() => wayOf(korea, {path: 'labour.builders', from: '1', to: '3 kt'})).toThrow('measures something else');
	expect(() => wayOf(korea, {path: 'policy.rationing', from: '0', to: '1'})).toThrow('is a switch');
});

test('a statement compares an outcome with a number in its unit, another outcome or a run', () => {
	expect(parseStatement(korea, 'pig-iron.made@1947:sum >= 60 kt')).toMatchObject({comparison: '>=', right: {value: 60_000}});
	expect(parseStatement(korea, 'pig-iron.made@1947:sum > pig-iron.made@1946:sum')).toMatchObject({right: {outcome: {text: 'pig-iron.made@1946:sum'}}});
	expect(parseStatement(korea, 'industry.index@1947:mean < historical', ['historical'])).toMatchObject({right: {run: 'historical'}});
	expect(() => parseStatement(korea, 'pig-iron.made@1947:sum > 3 persons')).toThrow('measures something else');
	expect(() => parseStatement(korea, 'pig-iron.made@1947:sum = 3')).toThrow('is not a statement');
	expect(holds('>', 1, 1)).toBe(false);
	expect(holds('>=', 1, 1)).toBe(true);
});

test('at rest the factors leave every number as it is written, and at their ends within its range', () => {
	for (const prior of ['triangular', 'uniform'] as const) {
		const factors = factorsOf(korea, {prior, switches: true});
		const vector = korea.vector.slice();
		place(
			factors,
			vector,
			factors.map(({rest}) => rest),
		);
		let apart = 0;
		vector.forEach((value, slot) => {
			apart = Math.max(apart, Math.abs(value - korea.vector[slot]) / Math.max(1e-9, Math.abs(korea.vector[slot])));
		});
		// Fitted values are written with six digits, which may carry one past its bound by the last of them.
		expect(apart).toBeLessThan(1e-6);
	}
	for (const factor of factorsOf(valley, {})) expect([factor.at(0), factor.at(1)].map(Number)).toEqual([factor.at(0), factor.at(1)]);
});

test('readings of the same names are chosen together, by their weights', () => {
	const readings = factorsOf(korea, {paths: ['labour.builders']}).filter(({kind}) => kind === 'reading');
	expect(readings.map(({id}) => id)).toContain('gone-by-may-1947 | held-until-1948');
	const [currency] = readings.filter(({id}) => id === 'text | footnote');
	expect([0, 0.94, 0.96, 1].map(currency.at)).toEqual(['text', 'text', 'footnote', 'footnote']);
});

test('a point whose run fails is a row without numbers, and says why', () => {
	const draws = {subject: {file}, factors: {paths: ['sites.hill-mine.capacity'], readings: false}, measure: {outcomes: [bricks.text]}, first: 0};
	const {values, failed} = evaluateBatch({...draws, points: Float64Array.of(0.5, Number.NaN, 0.5)});
	expect(failed.map(({point}) => point)).toEqual([1]);
	expect(failed[0].why).not.toBe('');
	expect(values[0]).toBe(values[2]);
	expect(values[1]).toBeNaN();
});

test('what binds along a way is what most is lost to in a run with that value, at the site that is asked about', () => {
	const way = wayOf(valley, {path: 'industries.mining.hiring', from: '0.05', to: '0.3'});
	const at = bindingAt(valley, [way], outcomeOf('hill-mine.output@1900-01:sum'));
	const run = traced(fullRun(loadScenario(file, {set: [{path: 'industries.mining.hiring', text: '0.3'}]})));
	const january = largestWithin(
		lostByCause(run, id => id === 'hill-mine'),
		0,
		0,
	);
	expect(at([0.3])).toMatchObject({binding: january?.label, outcome: run.track('hill-mine', 'output')?.values[0]});
	expect(() => bindingAt(valley, [way], outcomeOf('coal.made@1905:sum'))([0.1])).toThrow('outside the run');
});
