import {expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {ScenarioError} from '../../src/scenario/problem.ts';
import {expectMistake, head, load, mine, problemsOf, write} from './files.ts';

const site = (rest: string): string => mine.replace('capacity: 12 kt/year', rest);

test('text that is not YAML is reported where it breaks off', () => {
	expectMistake(`${head}goods: {coal: {unit: t, price: 10 yen/t}§`, 'syntax', /flow map|}/i);
});

test('a unit after a list is not YAML, and the message says how a range is written', () => {
	expectMistake(site('capacity: {value: 1 kt/month, range: [1, 2] §kt/month}'), 'syntax', /1\.\.12 kt\/month/);
});

test('a key given twice is reported at the second', () => {
	expectMistake(site('capacity: 12 kt/year, §capacity: 13 kt/year'), 'duplicate', /"capacity" is given twice; first in line/);
});

test('a key that has no meaning is reported with the nearest that has one', () => {
	expectMistake(site('§capacty: 12 kt/year, capacity: 12 kt/year'), 'unknown-key', /did you mean "capacity"/);
	expectMistake(`${mine}§godos: {}\n`, 'unknown-key', /did you mean "goods"/);
});

test('a recipe with an unknown good is reported with the nearest good', () => {
	expectMistake(
		site('capacity: 12 kt/year, recipes: {dry: {inputs: {§coall: {amount: 1 t/t}}}}'),
		'unknown-id',
		/there is no good "coall"; did you mean "coal"/,
	);
});

test('a reference to a thing of another kind says what that thing is', () => {
	expectMistake(mine.replace('product: coal', 'product: §mining'), 'unknown-id', /no good "mining"; it is the id of an industry/);
});

test('a value of the wrong type is reported with what was expected', () => {
	expectMistake(site('capacity: §[1, 2]'), 'type', /sites\.hill-mine\.capacity must be a number in t\/month, found a list/);
	expectMistake(mine.replace('product: coal', 'product: §12'), 'type', /must be text, found the number 12/);
	expectMistake(mine.replace('title: Valley', 'title: §[]'), 'type', /title must be text, found a list/);
});

test('a text that is no number is reported', () => {
	expectMistake(site('capacity: §twelve kt/year'), 'number', /found "twelve kt\/year"/);
	expectMistake(site('capacity: §"4,200 t/month"'), 'number', /4,200/);
	expectMistake(site('capacity: §.inf'), 'number', /finite/);
});

test('a number without its unit is reported with the unit that was expected', () => {
	expectMistake(site('capacity: §12'), 'unit-missing', /needs its unit, as in "12 t\/month"/);
});

test('an unknown unit is reported with the nearest', () => {
	expectMistake(site('capacity: §12 kt/yaer'), 'unit-unknown', /"yaer" in "kt\/yaer" is not a unit; did you mean "year"/);
});

test('a unit of another dimension is reported', () => {
	expectMistake(site('capacity: §12 kWh/year'), 'unit-dimension', /t\/month; "kWh\/year" measures something else/);
	expectMistake(site('capacity: §12 t/m'), 'unit-dimension', /something else/);
});

test('a number outside its bounds is reported in the unit of its field', () => {
	expectMistake(site('capacity: §-12 kt/year'), 'bounds', /at least 0 t\/month, found -1000 t\/month/);
	expectMistake(site('capacity: 1 kt/month, ordered: §120 %'), 'bounds', /at most 1, found 1\.2/);
});

test('units of plant are whole', () => {
	expectMistake(site('capacity: 1 kt/month, intact: §0.5 units'), 'whole', /whole number, found 0\.5/);
});

test('a site has no more units in their states than it has', () => {
	expectMistake(mine.replace('working: 1', 'working: §2, destroyed: 2'), 'units', /2 units working, 0 intact and 2 destroyed, more than its count of 3/);
});

test('a number needs a source or a reason', () => {
	expectMistake(
		mine
			.replace('reason: invented\n', '')
			.replace('coal:', 'coal: {reason: a, unit: t, price: 1 yen/t}\nx:')
			.replace(/goods:[\s\S]*/, 'policy: {expertise-elasticity: §0.5}'),
		'no-source',
		/needs a source or a reason/,
	);
});

test('a required number that is missing is reported at its entity, with its meaning and unit', () => {
	expectMistake(
		mine.replace('hill-mine:', '§hill-mine:').replace('capacity: 12 kt/year, ', ''),
		'missing',
		/capacity is missing: rated capacity of one unit, in t\/month/,
	);
});

test('a required name that is missing is reported', () => {
	expectMistake(mine.replace('product: coal, ', '').replace('{industry', '§{industry'), 'missing', /sites\.hill-mine\.product is missing; expected text/);
});

test('the option of a switch is one of its names', () => {
	expectMistake(`${mine}policy: {rationing: §strict}\n`, 'option', /proportional, strict-priority or plan-quota, found "strict"/);
});

test('a month outside the run is reported', () => {
	expectMistake(site('capacity: 1 kt/month, season: {values: {1945-09: 1, §1947-01: 0.5}}'), 'month', /outside the run, which goes from 1945-09 to 1946-12/);
	expectMistake(site('capacity: 1 kt/month, season: {values: {§1945-13: 1}}'), 'month', /"1945-13" is not a month/);
	expectMistake(mine.replace('end: 1946-12', 'end: §1944-12'), 'month', /before it begins/);
});

test('a stock on the first day and a number for the whole run have no dates', () => {
	expectMistake(site('capacity: {§values: {1945-09: 1 kt/month}}'), 'not-dated', /one number for the whole run/);
	expectMistake(mine.replace('price: 10 yen/t', 'price: 10 yen/t, opening-stock: {§seasonal: [1]}'), 'not-dated', /a stock on the first day/);
});

test('an id is used once, whatever the kinds', () => {
	expectMistake(`${mine}funds: {§coal: {}}\n`, 'duplicate', /the id "coal" is given twice; first in goods, .*scenario\.yaml:9/);
});

test('names that mean a whole of the economy are no ids', () => {
	expectMistake(`${mine}funds: {§enterprises: {}}\n`, 'key', /whole of the economy/);
	expectMistake(`${mine}funds: {§Big_Fund: {}}\n`, 'key', /small letters/);
});

test('grades that do not add up to the whole are reported with the month', () => {
	const route = (shares: string): string =>
		`${mine.replace('coal: {unit', 'dust: {unit: t, price: 1 yen/t}\n  coal: {unit')}routes: {sea: {contract: 1 t/month, grades: ${shares}}}\n`;
	expectMistake(route('{coal: {share: §0.5}, dust: {share: {values: {1945-09: 0.5, 1946-01: 0.6}}}}'), 'shares', /add up to 1\.1 in 1946-01, not to 1/);
	expect(problemsOf({'a.yaml': route('{coal: {share: 0.1}, dust: {share: 0.9}}')})).toEqual([]);
});

test('the first good of a use stands for itself', () => {
	expectMistake(`${mine}uses: {stoves: {demand: 1 t/month, goods: {coal: {amount: §2}}}}\n`, 'first', /must be 1, not 2/);
});

test('electricity is not among the inputs of a recipe', () => {
	const powered = site('capacity: 1 kt/month, recipes: {dry: {inputs: {§current: {amount: 1 kWh/t}}}}').replace(
		'goods:\n',
		'goods:\n  current: {unit: kWh, price: 1 yen/kWh, electricity: true}\n',
	);
	expectMistake(powered, 'electricity', /"electricity", not among its inputs/);
});

test('a rule sets what changes from month to month', () => {
	expectMistake(site('capacity: {rule: §"2 * 3"}'), 'not-dated', /one number for the whole run/);
});

test('a range is in order and holds its value', () => {
	expectMistake(site('capacity: {value: 12 kt/year, range: §[13, 20]}'), 'range', /is 1000, outside its range of 1083/);
	expectMistake(site('capacity: {value: 12 kt/year, range: §20..3 kt/year}'), 'range', /before it begins/);
	expectMistake(site('capacity: {value: 12 kt/year, range: §wide}'), 'range', /1\.\.12 t\/month/);
});

test('a plan names what the scenario has, at months of the run', () => {
	const target = (outcome: string, due: string): string => `${mine}plan: {first: {outcome: ${outcome}, target: 5 t, due: ${due}}}\n`;
	expectMistake(target('§coall.made:sum', '1946-01'), 'unknown-id', /names "coall".*did you mean "coal"/);
	expectMistake(target('§coal.made:total', '1946-01'), 'outcome', /does not reduce/);
	expectMistake(target('coal.made:sum', '§1947-01'), 'month', /outside the run/);
});

test('a shock changes dated values that are there', () => {
	const shock = (path: string): string => `${mine}shocks: {fire: {chance: 2 %/month, months: 1, change: {${path}: {scale: 3}}}}\n`;
	expectMistake(shock('§goods.coal.los'), 'unknown-path', /did you mean "goods\.coal\.loss"/);
	expectMistake(shock('§goods.coal.price'), 'not-dated', /changes dated values/);
	expect(load(shock('goods.coal.loss')).shocks).toEqual([{id: 'fire', label: 'fire', chance: 0.02, months: 1, change: [{path: 'goods.coal.loss', scale: 3}]}]);
});

test('every mistake of every file is reported at once, each with its place and code', () => {
	const file = write({
		'scenario.yaml': `${site('capacity: -1 kt/month, crwe: 2').replace('product: coal', 'product: cole')}parts: [part.yaml]\n`,
		'part.yaml': 'counterplan: 1\nfile: part\nfunds:\n  purse: {cash: 3}\n',
	});
	expect(() => loadScenario(file)).toThrow(ScenarioError);
	try {
		loadScenario(file);
	} catch (error) {
		expect((error as ScenarioError).problems.map(({file: name, line, code}) => [name.split('/').at(-1), line, code])).toEqual([
			['scenario.yaml', 13, 'unknown-id'],
			['scenario.yaml', 13, 'unknown-key'],
			['part.yaml', 4, 'unit-missing'],
			['part.yaml', 4, 'no-source'],
		]);
		expect((error as ScenarioError).message).toMatch(/scenario\.yaml:13:\d+ {2}unknown-key {2}.*"crwe"; did you mean "crew"/);
	}
});
