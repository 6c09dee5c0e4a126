import {describe, expect, test} from 'vitest';
import {applyChange} from '../../src/scenario/change.ts';
import {addExtra} from '../../src/scenario/extras.ts';
import {type LoadOptions, loadScenario} from '../../src/scenario/load.ts';
import type {Program} from '../../src/scenario/program.ts';
import {expectMistake, load, mine, problemsOf, valuesOf, write} from './files.ts';

/** A mine whose coal warms stoves, and a route that brings two grades of coal. */
const valley = `${mine.replace('  coal: {unit: t, price: 10 yen/t}', '  coal: {unit: t, price: 10 yen/t}\n  dust: {unit: t, price: 1 yen/t}')}
uses:
  stoves: {demand: 100 t/month, goods: {coal: {amount: 1}}}
  forges: {demand: {rule: "0.5 * stock('coal')"}, goods: {coal: {amount: 1}}}
routes:
  river: {contract: 80 t/month, grades: {coal: {share: 0.25}, dust: {share: 0.75}}}
policy: {restoration-order: by-list}
`;
const section = (name: string, rest: string): string => `${name}:\n${rest.replace(/^(?=.)/gm, '  ')}\n`;
const reliefs = (rest: string): string => valley + section('reliefs', rest);
const extras = (rest: string): string => valley + section('extras', rest);
const relief = (id: string, change: string): string => `${id}: {kind: action, change: {${change}}}\n`;

const cold = relief('cold', 'uses.stoves.demand: {scale: 0.5, from: 1946-01}');
const damage = relief('damage', 'sites.*.intact: {set: 2 units}');
const whatIf = (change: string): string =>
	`counterplan: 1\nfile: what-if\nextends: valley.yaml\ntitle: What if\nreason: to see\nchange:\n${change.replace(/^(?=.)/gm, '  ')}\n`;
const under = (change: string, options?: LoadOptions): Program =>
	loadScenario(write({'a.yaml': whatIf(change), 'valley.yaml': reliefs(cold + damage)}), options);

/** The program with one of its reliefs laid over the parameters. */
function relieved(program: Program, id: string): Program {
	const vector = program.vector.slice();
	for (const change of program.reliefs.find(one => one.id === id)?.changes ?? []) applyChange(vector, change);
	return {...program, vector};
}

describe('a relief', () => {
	test('changes what it names, and nothing until it is laid over the parameters', () => {
		const program = load(reliefs(cold + damage));
		expect(valuesOf(program, 'uses.stoves.demand')).toEqual(Array(16).fill(100));
		expect(valuesOf(relieved(program, 'cold'), 'uses.stoves.demand')).toEqual([...Array(4).fill(100), ...Array(12).fill(50)]);
		expect(valuesOf(relieved(program, 'damage'), 'sites.hill-mine.intact')).toEqual([2]);
		expect(program.reliefs[0]).toMatchObject({id: 'cold', label: 'cold', kind: 'action', reason: 'invented', sources: []});
	});

	test('may stand in the scenario or in any of its parts, and has the label, kind and reason that it gives', () => {
		const part = `counterplan: 1\nfile: part\nreliefs:\n  rail: {label: Railways, kind: assumption, reason: to see, change: {rail.wagons: {add: 5 wagons}}}\n`;
		const files = {'valley.yaml': reliefs(cold).replace('title: Valley', 'title: Valley\nparts: [part.yaml]'), 'part.yaml': part};
		const program = loadScenario(write(files));
		expect(program.reliefs.map(({id, label, kind, reason}) => [id, label, kind, reason])).toEqual([
			['cold', 'cold', 'action', 'invented'],
			['rail', 'Railways', 'assumption', 'to see'],
		]);
	});

	test('changes every number of its own, so that the order in which causes are relieved does not matter', () => {
		const program = load(reliefs(cold + damage + relief('price', 'routes.*.price: {add: 2 rouble/t}')));
		const ids = program.reliefs.map(({id}) => id);
		const all = (order: readonly string[]): Program => order.reduce(relieved, program);
		expect(all(ids).vector).toEqual(all(ids.toReversed()).vector);
		const slots = program.reliefs.flatMap(({changes}) => changes.flatMap(one => [...one.slots]));
		expect(new Set(slots).size).toBe(slots.length);
	});

	test('is laid over the what-ifs, which inherit it', () => {
		const program = under('uses.stoves.demand: {set: 40 t/month}');
		expect(valuesOf(relieved(program, 'cold'), 'uses.stoves.demand')).toEqual([...Array(4).fill(40), ...Array(12).fill(20)]);
		expect(program.reliefs.map(({id}) => id)).toEqual(['cold', 'damage']);
	});

	test('may have nothing left to change under a what-if', () => {
		const program = under('sites.hill-mine.intact: {set: 2 units}');
		expect(relieved(program, 'damage').vector).toEqual(program.vector);
		expect(program.reliefs).toHaveLength(2);
	});

	test('is left out where a what-if or a value set for the run makes it leave the bounds', () => {
		expect(under('sites.hill-mine.destroyed: {set: 2 units}').reliefs.map(({id}) => id)).toEqual(['cold']);
		const set = [{path: 'sites.hill-mine.working', text: '2 units'}];
		expect(load(reliefs(cold + damage), {set}).reliefs.map(({id}) => id)).toEqual(['cold']);
	});

	test('holds as far as the run goes', () => {
		const program = load(reliefs(cold), {until: 1946 * 12 + 1});
		expect(valuesOf(relieved(program, 'cold'), 'uses.stoves.demand')).toEqual([100, 100, 100, 100, 50, 50]);
		expect(load(reliefs(cold), {until: 1945 * 12 + 10}).reliefs).toHaveLength(1);
	});

	test('takes the place of a rule', () => {
		const program = load(reliefs(relief('forges', 'uses.forges.demand: {set: 5 t/month}')));
		expect(valuesOf(program, 'uses.forges.demand').every(Number.isNaN)).toBe(true);
		expect(valuesOf(relieved(program, 'forges'), 'uses.forges.demand')).toEqual(Array(16).fill(5));
	});
});

describe('a mistake in a relief is found where it stands:', () => {
	test.each([
		[
			'two reliefs of one value',
			cold + relief('warm', '§uses.*.demand: {set: 1 t/month}'),
			'overlap',
			/demand in 1946-01 .*"cold" too, in .*:\d+; leave it to one/,
		],
		['two reliefs of one number', damage + relief('again', '§sites.hill-mine.intact: {set: 1 units}'), 'overlap', /intact is changed by the relief "damage"/],
		['a star for a part of a name', relief('cold', 'uses.stoves.demand: {scale: 2}, §uses.s*: {set: 1}'), 'unknown-path', /no value/],
		['one value in two ways', relief('cold', 'uses.stoves.demand: {scale: 2}, §uses.*.demand: {set: 1 t/month}'), 'overlap', /change each value once/],
		['nothing is changed', relief('§cold', 'uses.stoves.demand: {scale: 1}'), 'missing', /changes nothing/],
		['there is no change', relief('§cold', ''), 'missing', /changes nothing/],
		['what is written already', relief('§cold', 'uses.stoves.demand: {set: 100 t/month}'), 'missing', /as it says already/],
		['a path that is not there', relief('cold', '§uses.stove.demand: {scale: 2}'), 'unknown-path', /did you mean "uses\.stoves\.demand"/],
		['a value beyond its bounds', relief('cold', '§goods.coal.loss: {add: 1.5}'), 'bounds', /at most 1/],
		['half a unit', relief('damage', 'sites.hill-mine.intact: {set: §0.5 units}'), 'whole', /whole number/],
		['more units than there are', relief('damage', '§sites.hill-mine.intact: {set: 3 units}'), 'units', /more than its count of 3/],
		['shares that do not add up', relief('grade', '§routes.river.grades.coal.share: {set: 0.5}'), 'shares', /add up to 1\.25/],
		['no operation', relief('cold', '§uses.stoves.demand: {from: 1946-04}'), 'missing', /one of set, scale, add or remove/],
		['a rule', relief('cold', 'uses.stoves.demand: {set: {rule: §"1"}}'), 'type', /a rule belongs into the scenario/],
		['a factor on what a rule gives', relief('cold', 'uses.forges.demand: {scale: §2}'), 'type', /given by a rule/],
		['months for a stock', relief('damage', '§sites.hill-mine.intact: {set: 2 units, from: 1946-01}'), 'not-dated', /without "from"/],
		['a month outside the run', relief('cold', 'uses.stoves.demand: {scale: 2, from: §1950-01}'), 'month', /outside the run/],
		['a unit of something else', relief('cold', 'uses.stoves.demand: {set: §2 persons}'), 'unit-dimension', /t\/month/],
		['a kind that there is not', 'cold: {kind: §choice, change: {uses.stoves.demand: {scale: 2}}}\n', 'option', /action or assumption/],
		['no kind', 'cold: §{change: {uses.stoves.demand: {scale: 2}}}\n', 'missing', /action or assumption/],
		['no change', 'cold: §{kind: action}\n', 'missing', /change is missing/],
		['an unknown key', 'cold: {kind: action, §chnage: {}, change: {uses.stoves.demand: {scale: 2}}}\n', 'unknown-key', /did you mean "change"/],
		['an id that is none', relief('§Cold', 'uses.stoves.demand: {scale: 2}'), 'key', /small letters/],
		['a source that is not there', 'cold: {kind: action, source: §X1, change: {uses.stoves.demand: {scale: 2}}}\n', 'unknown-source', /no "X1"/],
	] as const)('%s', (_, text, code, message) => expectMistake(reliefs(text), code, message));

	test('a change for which nothing stands', () => {
		const text = reliefs(relief('cold', '§uses.stoves.demand: {scale: 2}')).replace('reason: invented\n', '');
		const problems = problemsOf({'scenario.yaml': text.replace('§', '')}).filter(({message}) => message.startsWith('the change of'));
		expect(problems.map(({code, message}) => [code, message])).toEqual([
			['no-source', 'the change of uses.stoves.demand needs a source or a reason, beside it or around it'],
		]);
	});

	test('the twenty-first relief', () => {
		const sites = Array.from({length: 21}, (_, i) => `  mine-${i}: {industry: mining, product: coal, capacity: 12 kt/year, crew: 50 persons/units}\n`);
		const many = sites.map((_, i) => relief(`${i === 20 ? '§' : ''}r${i}`, `sites.mine-${i}.intact: {set: 1 units}`)).join('');
		expectMistake(reliefs(many).replace('sites:\n', `sites:\n${sites.join('')}`), 'too-large', /more than 20 reliefs/);
	});

	test('a what-if has none', () => {
		const text = `${whatIf('uses.stoves.demand: {scale: 2}')}§${section('reliefs', cold)}`;
		expectMistake({'a.yaml': text, 'valley.yaml': valley}, 'unknown-key', /no "reliefs"/);
	});
});

const coal = 'coal: {label: a ton of coal, path: goods.coal.supplied, add: 1 t/month, lasts: month}\n';

describe('an extra', () => {
	test('is added in one month, or from a month to the end', () => {
		const program = load(extras(`${coal}wagon: {path: rail.wagons, add: 2 wagons, lasts: rest}\n`));
		expect(program.extras).toMatchObject([
			{id: 'coal', label: 'a ton of coal', path: 'goods.coal.supplied', lasts: 'month', amount: 1, text: '1 t/month', reason: 'invented'},
			{id: 'wagon', label: 'wagon', lasts: 'rest', amount: 2},
		]);
		const vector = program.vector.slice();
		for (const extra of program.extras) addExtra(vector, extra, 3);
		expect(valuesOf({...program, vector}, 'goods.coal.supplied')).toEqual([0, 0, 0, 1, ...Array(12).fill(0)]);
		expect(valuesOf({...program, vector}, 'rail.wagons')).toEqual([1, 1, 1, ...Array(13).fill(3)]);
	});

	test('is counted in the unit of its number, however it is written', () => {
		expect(load(extras(coal.replace('1 t/month', '0.012 kt/year'))).extras[0]).toMatchObject({amount: 1, text: '0.012 kt/year'});
	});

	test('is inherited by what-ifs, and left out where it leaves the bounds under one', () => {
		const given = extras(`${coal}ration: {path: labour.attendance, add: 0.1, lasts: month}\n`).replace('uses:', 'labour: {attendance: 0.8}\nuses:');
		const under = (change: string) => loadScenario(write({'a.yaml': whatIf(change), 'valley.yaml': given})).extras.map(({id}) => id);
		expect(under('labour.attendance: {set: 0.9}')).toEqual(['coal', 'ration']);
		expect(under('labour.attendance: {set: 0.95}')).toEqual(['coal']);
	});
});

describe('a mistake in an extra is found where it stands:', () => {
	const extra = (path: string, rest = 'add: 1 t/month, lasts: month'): string => `one: {path: ${path}, ${rest}}\n`;
	test.each([
		['a path that is not there', extra('§goods.cole.supplied'), 'unknown-path', /did you mean "goods\.coal\.supplied"/],
		['a path of several values', extra('§"goods.*.supplied"'), 'unknown-path', /name one value/],
		['a stock on the first day', extra('§goods.coal.opening-stock'), 'not-dated', /in a month, to a dated value/],
		['a number for the whole run', extra('§sites.hill-mine.crew'), 'not-dated', /one number for the whole run/],
		['what a rule gives', extra('§uses.forges.demand'), 'type', /given by a rule/],
		['a switch', extra('§policy.restoration-order'), 'type', /added to a number/],
		['nothing more', extra('goods.coal.supplied', 'add: §0 t/month, lasts: month'), 'bounds', /more than 0/],
		['less', extra('goods.coal.supplied', 'add: §-1 t/month, lasts: month'), 'bounds', /at least 0/],
		['more than there may be', extra('goods.coal.loss', 'add: §2, lasts: month'), 'bounds', /at most 1/],
		['no unit', extra('goods.coal.supplied', 'add: §1, lasts: month'), 'unit-missing', /t\/month/],
		['a unit of something else', extra('goods.coal.supplied', 'add: §1 t, lasts: month'), 'unit-dimension', /measures something else/],
		['a mapping', extra('goods.coal.supplied', 'add: §{value: 1 t/month}, lasts: month'), 'type', /must be a number/],
		['no end to it', extra('goods.coal.supplied', 'add: §.inf, lasts: month'), 'number', /finite/],
		['how long it lasts', extra('goods.coal.supplied', 'add: 1 t/month, lasts: §always'), 'option', /month or rest/],
		['no path', 'one: §{add: 1 t/month, lasts: month}\n', 'missing', /path is missing/],
		['an unknown key', extra('goods.coal.supplied', 'add: 1 t/month, lasts: month, §labell: Coal'), 'unknown-key', /did you mean "label"/],
	] as const)('%s', (_, text, code, message) => expectMistake(extras(text), code, message));

	test('nothing stands for it', () => {
		const problems = problemsOf({'scenario.yaml': extras(coal).replace('reason: invented\n', '')}).filter(({message}) => message.startsWith('extras'));
		expect(problems.map(({code, message}) => [code, message])).toEqual([['no-source', 'extras.coal needs a source or a reason']]);
	});

	test('the fifty-first', () => {
		const many = Array.from({length: 51}, (_, i) => `${i === 50 ? '§' : ''}e${i}: {path: goods.coal.supplied, add: 1 t/month, lasts: month}\n`);
		expectMistake(extras(many.join('')), 'too-large', /more than 50 extras/);
	});
});
