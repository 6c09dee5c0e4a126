import {describe, expect, test} from 'vitest';
import {allColumns} from '../../src/run/columns.ts';
import {simulate} from '../../src/run/simulate.ts';
import {type LoadOptions, loadScenario} from '../../src/scenario/load.ts';
import type {Program} from '../../src/scenario/program.ts';
import {expectMistake, head, mine, problemsOf, valuesOf, write} from './files.ts';

/** A mine whose coal warms stoves, and a route that brings two grades of coal. */
const valley = `${mine.replace('  coal: {unit: t, price: 10 yen/t}', '  coal: {unit: t, price: 10 yen/t}\n  dust: {unit: t, price: 1 yen/t}')}
uses:
  stoves: {demand: 100 t/month, goods: {coal: {amount: 1}}}
  forges: {demand: 40 t/month, goods: {coal: {amount: 1}}}
routes:
  river: {contract: {seasonal: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110], unit: t/month}, grades: {coal: {share: 0.25}, dust: {share: 0.75}}}
policy: {restoration-order: by-list}
`;

const whatIf = (change: string, more = 'from: 1946-03'): string =>
	`counterplan: 1\nfile: what-if\nextends: ../valley.yaml\ntitle: What if\nreason: to see\n${more}\nchange:\n${change.replace(/^(?=.)/gm, '  ')}\n`;

/** A what-if laid over the valley. */
const laid = (change: string, more?: string, options?: LoadOptions): Program =>
	loadScenario(write({'what-if/a.yaml': whatIf(change, more), 'valley.yaml': valley}), options);

const demand = 'uses.stoves.demand';
const fault = (change: string, more?: string): Record<string, string> => ({'what-if/a.yaml': whatIf(change, more), 'valley.yaml': valley});

describe('a change', () => {
	test('holds from its point of divergence, and no month before it moves', () => {
		const program = laid(`${demand}: {set: 70 t/month}`);
		expect(valuesOf(program, demand)).toEqual([...Array(6).fill(100), ...Array(10).fill(70)]);
		expect(valuesOf({...program, vector: program.parentVector}, demand)).toEqual(Array(16).fill(100));
		expect(program.overlays[0].changes[0]).toMatchObject({
			path: demand,
			operation: 'set',
			text: '70 t/month',
			from: 1946 * 12 + 2,
			until: undefined,
			reason: 'to see',
		});
	});

	test('holds in its own months within those of its what-if', () => {
		expect(valuesOf(laid(`${demand}: {add: 1 kt/year, from: 1946-04, until: 1946-05}`), demand).map(Math.round)).toEqual([
			...Array(7).fill(100),
			183,
			183,
			...Array(7).fill(100),
		]);
	});

	test('scales every month by itself', () => {
		expect(valuesOf(laid('routes.river.contract: {scale: 2, from: 1946-11}'), 'routes.river.contract').slice(-3)).toEqual([90, 200, 220]);
	});

	test('takes the forms that values have', () => {
		const program = laid(`${demand}: {set: {values: {1946-03: 10, 1946-12: 20}, unit: t/month}}\npolicy.restoration-order: {set: by-value}`);
		expect(valuesOf(program, demand).slice(5)).toEqual([100, ...Array(9).fill(10), 20]);
		expect(valuesOf(program, 'policy.restoration-order').slice(5, 8)).toEqual([0, 3, 3]);
	});

	test('reaches every value that fits a path with a star', () => {
		const program = laid('uses.*.demand: {scale: 0.5}');
		expect(['stoves', 'forges'].map(id => valuesOf(program, `uses.${id}.demand`)[15])).toEqual([50, 20]);
		expect(program.overlays[0].changes[0].paths).toEqual(['uses.stoves.demand', 'uses.forges.demand']);
	});

	test('removes the flows of an entity', () => {
		const program = laid('uses.stoves: {remove: true}\nroutes.river: {remove: true, from: 1946-12}');
		expect(valuesOf(program, demand).slice(5, 7)).toEqual([100, 0]);
		expect(valuesOf(program, 'routes.river.contract').slice(-2)).toEqual([100, 0]);
	});

	test('moves constants and opening values only where it holds from the first month', () => {
		expect(valuesOf(laid('sites.hill-mine.working: {set: 3}', ''), 'sites.hill-mine.working')).toEqual([3]);
		expectMistake(fault('§sites.hill-mine.working: {set: 3}'), 'not-dated', /without "from"/);
	});

	test('beyond the end of a shorter run moves nothing', () => {
		const program = laid(`${demand}: {set: 0 t/month}`, undefined, {until: 1945 * 12 + 11});
		expect(program.vector).toEqual(program.parentVector);
	});
});

test('a run and its what-if are bit-identical up to the point of divergence', () => {
	const program = laid('sites.hill-mine.priority: {set: 1}\nuses.stoves.demand: {scale: 3}', 'from: 1946-05');
	const columns = allColumns(program);
	const [before, after] = [program.parentVector, program.vector].map(vector => simulate(program, columns, {vector}).values);
	const parting = Array.from({length: 16}, (_, month) => before.some((values, c) => !Object.is(values[month], after[c][month])));
	expect(parting.indexOf(true)).toBe(8);
});

describe('several what-ifs', () => {
	const stoves = (operation: string, more?: string) => whatIf(`${demand}: {${operation}}`, more);
	const files = {'valley.yaml': valley, 'what-if/a.yaml': stoves('set: 60 t/month'), 'what-if/b.yaml': stoves('scale: 2', 'after: [a.yaml]\nfrom: 1946-06')};
	const here = (given: Record<string, string>, ...names: string[]): string[] => {
		const file = write(given);
		return names.map(name => file.replace(/valley\.yaml$/, name));
	};

	test('are laid upon one another in the order given', () => {
		const [scenario, a, b] = here(files, 'valley.yaml', 'what-if/a.yaml', 'what-if/b.yaml');
		const program = loadScenario(scenario, {with: [a, b]});
		expect(valuesOf(program, demand).slice(6)).toEqual([60, 60, 60, ...Array(7).fill(120)]);
		expect(program.overlays.map(({file}) => file)).toEqual([a, b]);
		expect(program.files).toEqual([scenario, a, b]);
	});

	test('one that extends another stands upon it', () => {
		const [top] = here({...files, 'what-if/top.yaml': stoves('add: 1 t/month').replace('../valley.yaml', 'a.yaml')}, 'what-if/top.yaml');
		expect(valuesOf(loadScenario(top), demand)[15]).toBe(61);
	});

	test('that change the same value in the same months must say which comes later', () => {
		const [scenario, a, c] = here({...files, 'what-if/c.yaml': stoves('scale: 2', 'from: 1946-06')}, 'valley.yaml', 'what-if/a.yaml', 'what-if/c.yaml');
		expect(() => loadScenario(scenario, {with: [a, c]})).toThrow(
			/c\.yaml:8:3 {2}overlap {2}uses\.stoves\.demand in 1946-06 is changed by .*a\.yaml:8:3 too; .*after: \[a\.yaml\]/,
		);
	});

	test('may change it in other months', () => {
		const [scenario, a, d] = here(
			{...files, 'what-if/d.yaml': stoves('scale: 2, until: 1946-02', 'from: 1946-02')},
			'valley.yaml',
			'what-if/a.yaml',
			'what-if/d.yaml',
		);
		expect(valuesOf(loadScenario(scenario, {with: [a, d]}), demand).slice(4, 7)).toEqual([100, 200, 60]);
	});

	test('a value set for the run stands above all of them, and in the parent too', () => {
		const [a] = here(files, 'what-if/a.yaml');
		const program = loadScenario(a, {set: [{path: demand, text: '5 t/month'}]});
		expect(program.vector).toEqual(program.parentVector);
	});
});

describe('what a what-if expects', () => {
	test('is read with its sign', () => {
		const program = laid(
			`${demand}: {set: 0 t/month}`,
			'expect:\n  - {outcome: "coal.stock@1946:final", sign: +}\n  - {outcome: "coal.made:sum", sign: 0}\nlook-at: ["coal.used:sum"]',
		);
		const [overlay] = program.overlays;
		expect(overlay.expect.map(({outcome, sign}) => `${outcome.text} ${sign}`)).toEqual(['coal.stock@1946:final +', 'coal.made:sum 0']);
		expect(overlay.lookAt.map(({text}) => text)).toEqual(['coal.used:sum']);
	});

	test('must be an outcome of the scenario and a sign', () => {
		const change = `${demand}: {set: 0 t/month}`;
		expectMistake(fault(change, 'expect: {outcome: §"cole.stock:final", sign: +}'), 'unknown-id', /did you mean "coal"/);
		expectMistake(fault(change, 'expect: {outcome: "coal.stock:final", sign: §up}'), 'option', /\+, "-" or 0/);
		expectMistake(fault(change, 'expect: {outcome: "coal.stock:final", sign: §-}'), 'syntax', /in quotes: "-"/);
	});
});

describe('a mistake in a what-if is found where it stands:', () => {
	test.each([
		['a path that is not there', '§uses.stove.demand: {scale: 2}', 'unknown-path', /did you mean "uses\.stoves\.demand"/],
		['a path that fits nothing', '§uses.*.demands: {scale: 2}', 'unknown-path', /a path such as/],
		['an entity in the place of a value', '§uses.stoves: {scale: 2}', 'unknown-path', /not a value/],
		['an entity without flows', '§policy: {remove: true}', 'type', /no flows/],
		['two operations', '§uses.stoves.demand: {scale: 2, set: 1 t/month}', 'type', /it has set and scale/],
		['no operation', '§uses.stoves.demand: {from: 1946-04}', 'missing', /one of set, scale, add or remove/],
		['a unit of something else', 'uses.stoves.demand: {set: §2 persons}', 'unit-dimension', /t\/month/],
		['a number without its unit', 'uses.stoves.demand: {add: §2}', 'unit-missing', /t\/month/],
		['a factor with a unit', 'uses.stoves.demand: {scale: §2 t}', 'unit-dimension', /scale/],
		['a switch that is scaled', 'policy.restoration-order: {scale: §2}', 'type', /set it/],
		['a month before the what-if begins', 'uses.stoves.demand: {scale: 2, from: §1946-01}', 'month', /before its what-if/],
		['a month outside the run', 'uses.stoves.demand: {scale: 2, until: §1950-01}', 'month', /outside the run/],
		['an end before the beginning', 'uses.stoves.demand: {scale: 2, until: §1946-01}', 'month', /ends before it begins/],
		['a value beyond its bounds', '§routes.river.loss: {add: 1.5}', 'bounds', /at most 1/],
		['shares that do not add up', '§routes.river.grades.coal.share: {set: 0.5}', 'shares', /add up to 1\.25 in 1946-03/],
		['two changes of one value', 'uses.*.demand: {scale: 2}\n§uses.stoves.demand: {scale: 3}', 'overlap', /change each value once/],
		['a rule', 'uses.stoves.demand: {set: {rule: §"1"}}', 'type', /a rule belongs into the scenario/],
		['an unknown key', 'uses.stoves.demand: {scale: 2, §unitl: 1946-05}', 'unknown-key', /did you mean "until"/],
	] as const)('%s', (_, change, code, message) => expectMistake(fault(change), code, message));

	test('a number without source or reason', () => {
		const bare = Object.entries(fault(`§${demand}: {scale: 2}`)).map(([name, text]) => [name, text.replace('reason: to see\n', '')]);
		expectMistake(Object.fromEntries(bare), 'no-source', /a source or a reason/);
	});
});

describe('the files of a what-if', () => {
	const codesOf = (files: Record<string, string>): string[] => problemsOf(files).map(({line, column, code}) => `${line}:${column} ${code}`);
	const extending = (file: string) => whatIf(`${demand}: {scale: 2}`).replace('../valley.yaml', file);

	test('may not extend one another in a circle', () => {
		expect(codesOf({'what-if/a.yaml': extending('b.yaml'), 'what-if/b.yaml': extending('a.yaml'), 'valley.yaml': valley})).toEqual(['3:10 extends-cycle']);
		expect(codesOf({'what-if/a.yaml': extending('a.yaml')})).toEqual(['3:10 extends-cycle']);
	});

	test('must be there, and in the folder of the case', () => {
		expect(codesOf({'what-if/a.yaml': extending('../vale.yaml')})).toEqual(['3:10 no-file']);
		expect(codesOf({'what-if/a.yaml': extending('/etc/passwd')})).toEqual(['3:10 outside-folder']);
		expect(codesOf({'what-if/a.yaml': extending('../../../../../../etc/hosts.yaml')})).toEqual(['3:10 outside-folder']);
		expect(codesOf({'what-if/a.yaml': extending('../other/valley.yaml'), 'other/valley.yaml': valley})).toEqual(['3:10 outside-folder']);
	});

	test('a scenario is no what-if', () => {
		const file = write({'valley.yaml': valley});
		expect(() => loadScenario(file, {with: [file]})).toThrow(/valley\.yaml:2:7 {2}file {2}expected "file: what-if"/);
	});

	test('a scenario without what-ifs is its own parent', () => {
		const program = loadScenario(write({'scenario.yaml': `${head}\ngoods: {coal: {unit: t, price: 1 yen/t}}\n`}));
		expect(program.overlays).toEqual([]);
		expect(program.parentVector).toBe(program.vector);
	});
});
