import {expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {formatProblem, ScenarioError} from '../../src/scenario/problem.ts';
import {conversion, convert, type KnownUnit, parseUnit, unitNames} from '../../src/scenario/units.ts';
import {head, load, mine, problemsOf, valuesOf, write} from './files.ts';

/** A number written in one unit, in another. */
const converted = (value: number, from: string, to: string): number | undefined => {
	const factor = conversion(parseUnit(from) as KnownUnit, parseUnit(to) as KnownUnit);
	return factor === undefined ? undefined : convert(value, factor);
};

/** A scenario in which the season of the mine is as written. */
const season = (text: string): string => mine.replace('crew: 50', `season: ${text}, crew: 50`);
const seasonOf = (text: string): number[] => valuesOf(load(season(text)), 'sites.hill-mine.season');

test('a year has twelve months, without dust in the last digits', () => {
	expect(converted(12, 'kt/year', 't/month')).toBe(1000);
	expect(converted(213, 'kt/year', 't/month')).toBe(17750);
	expect(converted(24, '%/year', '1/month')).toBe(0.02);
	expect(converted(2, 'quarters', 'month')).toBe(6);
});

test('power is a flow of energy', () => {
	expect(converted(1, 'MW', 'kWh/month')).toBe(730500);
	expect(converted(1, 'GWh/year', 'MWh/month')).toBeCloseTo(83.3333333, 6);
});

test('people, money and plant are not one another', () => {
	expect(converted(3, 'kpersons', 'persons')).toBe(3000);
	expect(converted(3, 'Myen', 'yen')).toBe(3e6);
	for (const [from, to] of [
		['yen', 'rouble'],
		['persons', 'units'],
		['units', '1'],
		['m', 'month'],
		['t', 'kWh'],
		['wagons', 'locomotives'],
	])
		expect(converted(1, from, to)).toBeUndefined();
});

test('products and quotients of units are read with their brackets', () => {
	expect(converted(1, 'yen/(t*km)', 'yen/t/km')).toBe(1);
	expect(converted(1, 't*km/wagon/month', 't*km/wagons/month')).toBe(1);
	expect(converted(1, 'kg/t', 't/t')).toBe(0.001);
});

test('only listed names are units', () => {
	for (const text of ['furlong', 'e', '__proto__', 'constructor', 't km', 't/', '((t)', 't^2', 't/t/', '2 t', 'tonne', 'mathjs', 't'.repeat(100)])
		expect(parseUnit(text)).toHaveProperty('unknown');
	for (const name of unitNames) expect(parseUnit(name)).toHaveProperty('unit');
});

test('a value is converted to the unit of its field once, when it is read', () => {
	expect(valuesOf(load(mine), 'sites.hill-mine.capacity')).toEqual([1000]);
	expect(valuesOf(load(mine.replace('12 kt/year', '{value: 1.5, unit: kt/month}')), 'sites.hill-mine.capacity')).toEqual([1500]);
	expect(valuesOf(load(mine.replace('12 kt/year', '1.5e3 t/month')), 'sites.hill-mine.capacity')).toEqual([1500]);
});

test('a good is counted in its own unit, and so is what is made of it', () => {
	const cloth = load(mine.replace('unit: t, price: 10 yen/t', 'unit: m, price: 2 yen/m').replace('12 kt/year', '12 km/year'));
	expect(cloth.origins.get('sites.hill-mine.capacity')?.unit).toBe('m/month');
	expect(valuesOf(cloth, 'sites.hill-mine.capacity')).toEqual([1000]);
});

test('a share may be written in percent, and plain counts and shares need no unit', () => {
	expect(seasonOf('30 %')).toEqual(Array(16).fill(0.3));
	expect(seasonOf('0.3')).toEqual(Array(16).fill(0.3));
	expect(valuesOf(load(mine), 'sites.hill-mine.count')).toEqual([3]);
});

test('a dated value holds from its month until the next, and the first also before', () => {
	expect(seasonOf('{values: {1945-11: 1, 1946-01: {value: 0.5}}}').slice(0, 6)).toEqual([1, 1, 1, 1, 0.5, 0.5]);
});

test('a dated value may go in straight lines', () => {
	expect(seasonOf('{values: {1945-10: 0, 1946-02: 1}, interpolate: linear}').slice(0, 7)).toEqual([0, 0, 0.25, 0.5, 0.75, 1, 1]);
});

test('a seasonal value comes round every year, from January', () => {
	const values = seasonOf('{seasonal: [0.01, 2 %, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.11, 0.12]}');
	expect(values.slice(0, 6)).toEqual([0.09, 0.1, 0.11, 0.12, 0.01, 0.02]);
	expect(values[12]).toBe(0.09);
});

test('beside a value the season is a factor', () => {
	const demand = load(
		`${mine}uses: {stoves: {demand: {value: 10 t/month, seasonal: [2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], range: [5, 20]}, goods: {coal: {amount: 1}}}}\n`,
	);
	expect(valuesOf(demand, 'uses.stoves.demand').slice(0, 6)).toEqual([10, 10, 10, 20, 20, 20]);
	expect(Array.from(demand.origins.get('uses.stoves.demand')?.span?.high.slice(2, 5) ?? [])).toEqual([20, 40, 40]);
});

test('bare bounds of a range are in the unit of the value beside them', () => {
	const ranges = ['{value: 12 kt/year, range: [6, 24]}', '{value: 12 kt/year, range: 6..24 kt/year}', '{value: 1000 t/month, range: [6 kt/year, 2 kt/month]}'];
	for (const written of ranges) expect(load(mine.replace('12 kt/year', written)).origins.get('sites.hill-mine.capacity')?.range).toEqual([500, 2000]);
});

test('dated values may have ranges of their own', () => {
	const origin = load(season('{values: {1945-09: 1, 1945-11: {value: 0.5, range: [0.4, 0.8]}}}')).origins.get('sites.hill-mine.season');
	expect(Array.from(origin?.span?.low.slice(0, 4) ?? [])).toEqual([1, 1, 0.4, 0.4]);
	expect(Array.from(origin?.span?.high.slice(0, 4) ?? [])).toEqual([1, 1, 0.8, 0.8]);
});

test('where readings conflict the heaviest is taken, and another on request', () => {
	const text = `${mine}finance: {yen-per-rouble: {readings: [{id: high, value: 4 yen/rouble, weight: 0.95}, {id: low, value: 0.25 yen/rouble, weight: 5 %}]}}\n`;
	expect(valuesOf(load(text), 'finance.yen-per-rouble')[0]).toBe(4);
	expect(valuesOf(load(text, {readings: ['low']}), 'finance.yen-per-rouble')[0]).toBe(0.25);
	expect(valuesOf(load(text, {readings: ['finance.yen-per-rouble=low']}), 'finance.yen-per-rouble')[0]).toBe(0.25);
	expect(
		load(text)
			.origins.get('finance.yen-per-rouble')
			?.readings.map(({id, weight, values}) => [id, weight, values[0]]),
	).toEqual([
		['high', 0.95, 4],
		['low', 0.05, 0.25],
	]);
	expect(problemsOf({'a.yaml': text}, {readings: ['lower']}).map(formatProblem)).toEqual([
		'--reading:1:1  unknown-reading  no value has a reading "lower"; did you mean "low"?',
	]);
});

test('sources and reasons are inherited from the nearest mapping that states either', () => {
	const text = `${head.replace('reason: invented\n', 'sources: sources.yaml\n')}
goods:
  source: F1
  coal: {unit: t, price: 10 yen/t, loss: {value: 0.1, reason: a guess}}
  ore: {unit: t, price: {value: 5 yen/t, source: [F2, F1]}, source: F2, loss: {values: {1945-09: 0, 1945-10: {value: 1, reason: rain}}}}
`;
	const files = {
		'scenario.yaml': text,
		'sources.yaml': 'counterplan: 1\nfile: sources\nsources: {F1: {figure: a, value: 1, cite: b}, F2: {figure: c, value: 2, cite: d}}\n',
	};
	expect(problemsOf(files)).toEqual([]);
	const {origins} = loadScenario(write(files));
	const of = (path: string) => [origins.get(path)?.sources, origins.get(path)?.reason];
	expect(of('goods.coal.price')).toEqual([['F1'], undefined]);
	expect(of('goods.coal.loss')).toEqual([[], 'a guess']);
	expect(of('goods.ore.price')).toEqual([['F2', 'F1'], undefined]);
	expect(of('goods.ore.loss')).toEqual([['F2'], 'rain']);
});

test('a value set for one run is held to the same checks as one in a file', () => {
	const set = (path: string, text: string, from?: number, until?: number) =>
		load(season('1'), {set: [{path, text, ...(from !== undefined && {from}), ...(until !== undefined && {until})}]});
	const messageOf = (path: string, text: string, from?: number): string => {
		try {
			set(path, text, from);
		} catch (error) {
			if (error instanceof ScenarioError) return error.message;
		}
		return 'nothing wrong';
	};
	const january = 1946 * 12;
	expect(valuesOf(set('sites.hill-mine.season', '50 %', january, january + 1), 'sites.hill-mine.season').slice(3, 7)).toEqual([1, 0.5, 0.5, 1]);
	expect(valuesOf(set('sites.hill-mine.capacity', '24 kt/year'), 'sites.hill-mine.capacity')).toEqual([2000]);
	expect(valuesOf(set('policy.rationing', 'plan-quota'), 'policy.rationing')[0]).toBe(2);
	expect(messageOf('sites.hill-mine.capcity', '1 t/month')).toBe(
		'--set sites.hill-mine.capcity=1 t/month:1:1  unknown-path  the scenario has no value "sites.hill-mine.capcity"; did you mean "sites.hill-mine.capacity"?',
	);
	expect(messageOf('sites.hill-mine.capacity', '2000')).toMatch(/unit-missing/);
	expect(messageOf('sites.hill-mine.capacity', '-1 t/month')).toMatch(/bounds/);
	expect(messageOf('sites.hill-mine.capacity', '1 t/month', january)).toMatch(/not-dated/);
	expect(messageOf('sites.hill-mine.season', '1', january + 100)).toMatch(/month/);
	expect(messageOf('sites.hill-mine.working', '4 units')).toMatch(/units .*more than its count of 3/);
});

test('a run may end before its scenario does, but not after', () => {
	const until = 1946 * 12 + 1;
	const program = load(season('{values: {1945-09: 1, 1946-12: 0.5}}'), {until});
	expect(program.structure.months).toBe(6);
	expect(program.vector.length).toBe(program.layout.length);
	expect(problemsOf({'a.yaml': mine}, {until: 1947 * 12}).map(({code, file}) => [file, code])).toEqual([['--until', 'month']]);
});
