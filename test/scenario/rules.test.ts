import {describe, expect, test} from 'vitest';
import {columnFor} from '../../src/run/columns.ts';
import {RuleError} from '../../src/run/rules.ts';
import {simulate} from '../../src/run/simulate.ts';
import {compile, parseExpression} from '../../src/scenario/expressions.ts';
import {type LoadOptions, loadScenario} from '../../src/scenario/load.ts';
import type {Program} from '../../src/scenario/program.ts';
import {expectMistake, mine, write} from './files.ts';

/** A mine of 1,000 t a month with its full crew, and stoves that want what a rule says. */
const valley = (demand: string, more = ''): string => `${mine.replace('hiring: 0.1', 'hiring: 0.1, skilled: 20 persons, unskilled: 30 persons')}
uses:
  stoves: {demand: ${demand}, goods: {coal: {amount: 1}}}
groups: {fuels: {goods: [coal]}}
${more}`;
const ruled = (rule: string): string => valley(`{rule: "${rule.replaceAll('"', '\\"')}"}`);
const load = (text: string, options?: LoadOptions): Program => loadScenario(write({'scenario.yaml': text}), options);

/** What the stoves wanted, and how much coal there was, month by month. */
function run(program: Program, vector = program.vector): {readonly wanted: number[]; readonly stock: number[]; readonly made: number[]} {
	const columns = [columnFor(program, 'stoves', 'wanted'), columnFor(program, 'coal', 'stock'), columnFor(program, 'coal', 'made')];
	const [wanted, stock, made] = simulate(program, columns, {vector}).values.map(values => [...values]);
	return {wanted, stock, made};
}

describe('a rule', () => {
	test('reads what the month before left behind; before the first, the opening', () => {
		const {wanted, stock} = run(load(ruled('stock("coal") + 1')));
		expect(wanted[0]).toBe(1);
		expect(wanted.slice(1)).toEqual(stock.slice(0, -1).map(amount => amount + 1));
		expect(stock[0]).toBe(1000);
	});

	test('knows the month, the year and the month of the year', () => {
		const {wanted} = run(load(ruled('month() + 100 * monthOfYear() + 10000 * (year() - 1945)')));
		expect(wanted.slice(0, 5).map(Math.round)).toEqual([900, 1001, 1102, 1203, 10104]);
	});

	test('reads groups, and the economy as a whole', () => {
		const {wanted, made} = run(load(ruled('if(made("fuels") > 0 and attendance() > 0, made("fuels") / 2, 0)')));
		expect(wanted.slice(1)).toEqual(made.slice(0, -1).map(amount => amount / 2));
	});

	test('can read the value beside it', () => {
		const program = load(valley('{value: 12 kt/year, seasonal: [1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 1, 1], rule: "written() / 2"}'));
		expect(run(program).wanted.slice(0, 3)).toEqual([500, 250, 500]);
	});

	test('the same rule gives the same bits again', () => {
		const program = load(ruled('min(900, 3 * sqrt(stock("coal")) + exp(month() / 4) + stock("coal") ^ 0.3)'));
		expect(run(program)).toEqual(run(program));
	});

	test('gives way where a value is set in its place, in the months in which it is', () => {
		const options = {set: [{path: 'uses.stoves.demand', text: '7 t/month', from: 1945 * 12 + 9, until: 1945 * 12 + 10}]};
		expect(run(load(ruled('month()'), options)).wanted.slice(0, 5)).toEqual([0, 7, 7, 3, 4]);
	});

	test('gives way to a what-if, and not in its parent', () => {
		const whatIf =
			'counterplan: 1\nfile: what-if\nextends: scenario.yaml\ntitle: Cold\nreason: to see\nfrom: 1945-12\nchange: {uses.stoves.demand: {set: 50 t/month}}\n';
		const program = loadScenario(write({'a.yaml': whatIf, 'scenario.yaml': ruled('10 + month()')}));
		expect(run(program).wanted.slice(0, 5)).toEqual([10, 11, 12, 50, 50]);
		expect(run(program, program.parentVector).wanted.slice(0, 5)).toEqual([10, 11, 12, 13, 14]);
	});

	test('that gives what its value may not be ends the run, and says when', () => {
		const program = load(ruled('2 - month()'));
		expect(() => run(program)).toThrow(RuleError);
		expect(() => run(program)).toThrow(/uses\.stoves\.demand .*gave -1 in 1945-12; it must be a number of at least 0 t\/month/);
		expect(() => run(load(ruled('log(0)')))).toThrow(/gave -Infinity in 1945-09/);
		expect(() => run(load(valley('1 t/month').replace('demand: 1 t/month', 'demand: 1 t/month, priority: {rule: "1 + month() / 2"}')))).toThrow(
			/a whole number of at least 1 and at most 5/,
		);
	});
});

test('rules calculate as one expects', () => {
	const source = {
		quantity: () => () => 0,
		moment: () => () => 0,
	};
	const value = (text: string): number => compile(parseExpression(text, new Set()), source)();
	const expected: readonly (readonly [string, number])[] = [
		['1 + 2 * 3', 7],
		['-2 ^ 2', -4],
		['2 ^ 3 ^ 2', 512],
		['(-2) ^ 3', -8],
		['pow(9, 0.5)', 3],
		['round(-2.5)', -3],
		['floor(-1.5) + ceil(1.2)', 0],
		['min(3, 1, 2) + max(3, 1, 2)', 4],
		['clamp(12, 0, 10)', 10],
		['1 < 2 ? 5 : 6', 5],
		['if(1 > 2, 5, 6)', 6],
		['0 < 1 <= 1 < 2', 1],
		['0 < 1 < 1', 0],
		['not (1 == 2) and (0 or 3)', 1],
		['1 != 1', 0],
		['2 >= 2', 1],
		['abs(-3) - sqrt(4)', 1],
		['1e3 + .5', 1000.5],
		['true + false', 1],
	];
	for (const [text, result] of expected) expect(value(text), text).toBeCloseTo(result, 10);
	expect(value('sqrt(-1)')).toBeNaN();
	expect(value('log(exp(2))')).toBeCloseTo(2, 12);
});

describe('a mistake in a rule is found where it stands:', () => {
	const rule = (text: string) => valley(`{rule: §'${text}'}`);
	test.each([
		['a function that is not on the list', rule('cos(1)'), 'expression', /"cos" at character 1 is neither a function nor a quantity/],
		['a quantity almost named', rule('1 + stok("coal")'), 'expression', /at character 5 .*did you mean "stock"/],
		['an entity almost named', rule('stock("cola")'), 'unknown-id', /did you mean "coal"/],
		['a quantity of something else', rule('output("coal")'), 'expression', /it has stock, made/],
		['a quantity without its entity', rule('stock()'), 'expression', /needs the name/],
		['a quantity of several wholes', rule('cover()'), 'expression', /"rail" or "power"/],
		['a name without quotes', rule('stock(coal)'), 'expression', /one name in quotes/],
		['a name alone', rule('coal'), 'expression', /is no number/],
		['two things side by side', rule('2 month()'), 'expression', /write \* between them/],
		['too few arguments', rule('clamp(1, 2)'), 'expression', /takes 3 numbers, found 2/],
		['a moment with an argument', rule('month(2)'), 'expression', /takes nothing/],
		['a bracket that does not close', rule('min(1, 2'), 'expression', /cannot be read at character/],
		['the value beside it, where there is none', rule('written() + 1'), 'expression', /asks for the value beside the rule/],
		['a value beside it that it never reads', valley('{value: 1 t/month, rule: §"2"}'), 'expression', /never asks for the value beside it/],
		['a range beside it', valley('{rule: "2", §range: 1..2 t/month}'), 'type', /there can be no range/],
		['a list', valley('{rule: §[1, 2]}'), 'type', /must be text/],
		['a switch', valley('1 t/month', 'policy: {rationing: {rule: §"1"}}'), 'type', /a switch/],
		[
			'a stock on the first day',
			valley('1 t/month').replace('price: 10 yen/t', 'price: 10 yen/t, opening-stock: {rule: §"1"}'),
			'not-dated',
			/a stock on the first day/,
		],
	] as const)('%s', (_, text, code, message) => expectMistake(text, code, message));

	test('a change, a shock or a lever that would move a number which a rule sets', () => {
		const whatIf = 'counterplan: 1\nfile: what-if\nextends: scenario.yaml\ntitle: Cold\nreason: to see\nchange: {uses.stoves.demand: {scale: §2}}\n';
		expectMistake({'a.yaml': whatIf, 'scenario.yaml': ruled('month()')}, 'type', /is given by a rule; set it/);
		const shock = 'shocks: {cold: {chance: 0.1 1/month, months: 2 months, change: {§uses.stoves.demand: {scale: 2}}}}\n';
		expectMistake(`${ruled('month()')}${shock}`, 'type', /a shock scales what is written/);
		const lever = 'counterplan: 1\nfile: levers\nlevers: {warm: {path: §uses.stoves.demand, label: W, group: G, kind: action, min: 0, max: 1, step: 1}}\n';
		expectMistake(
			{'scenario.yaml': ruled('month()').replace('title: Valley', 'title: Valley\nlevers: levers.yaml'), 'levers.yaml': lever},
			'type',
			/a lever moves what is written/,
		);
	});
});
