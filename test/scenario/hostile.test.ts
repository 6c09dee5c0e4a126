import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {type LoadOptions, loadScenario} from '../../src/scenario/load.ts';
import {formatProblem, type Problem, ScenarioError} from '../../src/scenario/problem.ts';
import {head, mine, write} from './files.ts';

const times = (text: string, count: number): string => text.repeat(count);

/** Expressions that ask for what no rule may have, or would keep a careless reader busy for ever. */
const expressions: readonly string[] = [
	...['1:1e9', '0:1e9:1e18', 'sum(1:1e9)', 'ones(1e5, 1e5)', 'zeros(1e9)', 'range(0, 1e9)', 'factorial(170)', '9^9^9^9!', 'combinations(1e9, 5e8)'],
	...['bigint(10)^bigint(1e8)', 'bignumber(10)', 'inv(random([50, 50]))', 'det(identity(500))', 'zeta(0.5+1e9i)', 'nthRoots(1, 1e7)', 'format(1, 1e9)'],
	...[
		'concat("coal", "coal")',
		'simplify("coal")',
		'derivative("coal", "coal")',
		'rationalize("coal")',
		'parse("coal")',
		'compile("coal")',
		'evaluate("coal")',
	],
	...['import("fs")', 'import({a: 1}, {})', 'createUnit("coal")', 'reviver("coal", "coal")', 'config({})', 'typed("coal")', 'chain(1)', 'help("coal")'],
	...['f(x) = x', 'f(x) = f(x); f(1)', 'x = 1', 'a.b = 2', 'x -> x', 'x += 1', 'month = 1', 'demand()', 'uses.stoves.demand'],
	...[
		'__proto__',
		'__proto__()',
		'constructor',
		'constructor("coal")',
		'constructor.constructor("coal")()',
		'prototype',
		'toString()',
		'hasOwnProperty("coal")',
		'valueOf()',
	],
	...[
		'stock("__proto__")',
		'stock("constructor")',
		'stock("coal").constructor',
		'stock["coal"]',
		'made(made("coal"))',
		'stock("../../etc/passwd")',
		'stock("coal\\u0000")',
	],
	...[
		'cos.constructor("return process")()',
		'process.exit(1)',
		'globalThis',
		'require("fs")',
		'this',
		'new Date()',
		'eval("1")',
		'Function("return 1")()',
		'null',
		'undefined',
		'NaN',
		'Infinity',
	],
	...[
		'1e400',
		'-1e400',
		'1/0*1e999',
		'i',
		'e',
		'pi',
		'5%',
		'5 % 3',
		'3!',
		"[1,2]'",
		'1 & 2',
		'1 | 2',
		'1 << 40',
		'~1',
		'5 km',
		'2 to 3',
		'mod(5, 3)',
		'1 ? 2',
		'? : ?',
	],
	...[
		'',
		'   ',
		';',
		'1; 2',
		'1\n2',
		'1 # 2',
		'1 // 2',
		'`1`',
		'$(1)',
		'{a: 1}',
		'[[1, 2], [3]]',
		'"coal"',
		"'coal'",
		'"',
		'\\',
		'@',
		'1,2',
		'()',
		'min()',
		'min(,)',
		'stock(,"coal")',
	],
	times('(', 49),
	times('(', 5000),
	`${times('(', 5000)}1${times(')', 5000)}`,
	`${times('min(', 400)}1${times(')', 400)}`,
	`1${times('+1', 900)}`,
	`1${times('^2', 900)}`,
	`${times('-', 1900)}1`,
	`${times('not ', 400)}1`,
	`${times('!', 1000)}`,
	`1${times('?1', 600)}`,
	`1${times('?1:1', 400)}`,
	`1${times('<1', 900)}`,
	times('a', 2001),
	times('x ', 900),
	times('9', 1999),
	times('1.', 900),
	`0.${times('0', 900)}${times('.', 900)}`,
	times('sum(', 450),
	times('𝒙', 500),
	'month()\u202e+1',
];

const ruled = (rule: string): string => `${mine}uses:\n  stoves:\n    goods: {coal: {amount: 1}}\n    demand:\n      rule: ${JSON.stringify(rule)}\n`;

/** The problems of a file that must not be read; anything else that is thrown comes through. */
function refused(files: Readonly<Record<string, string | Uint8Array>>, options?: LoadOptions): readonly Problem[] {
	try {
		loadScenario(write(files), options);
	} catch (error) {
		if (error instanceof ScenarioError) return error.problems;
		throw error;
	}
	throw new Error('it was read');
}

describe('a rule that asks for what it may not have is refused at its place', () => {
	test(`all ${expressions.length} of them`, () => {
		expect(expressions.length).toBeGreaterThan(100);
		for (const rule of expressions) {
			const shown = rule.slice(0, 60);
			const problems = refused({'scenario.yaml': ruled(rule)});
			expect(problems.length, shown).toBeGreaterThan(0);
			for (const problem of problems) {
				expect([problem.line, problem.column], shown).toEqual([18, 13]);
				expect(formatProblem(problem).length, shown).toBeLessThan(1200);
			}
		}
	});

	test('three hundred of the slowest, in one file', () => {
		const slow = `1${times('?1', 19)}${times('+(1', 49)}`;
		const uses = Array.from({length: 320}, (_, i) => `  use-${i}: {goods: {coal: {amount: 1}}, demand: {rule: "${slow}"}}`).join('\n');
		expect(refused({'scenario.yaml': `${mine}uses:\n${uses}\n`}).length).toBeLessThanOrEqual(201);
	});
});

const whatIf = (rest: string): string => `counterplan: 1\nfile: what-if\nextends: scenario.yaml\ntitle: What if\nreason: to see\n${rest}`;
const over = (rest: string) => ({'a.yaml': whatIf(rest), 'scenario.yaml': mine});
const levers = (rest: string) => ({
	'scenario.yaml': mine.replace('title: Valley', 'title: Valley\nlevers: levers.yaml'),
	'levers.yaml': `counterplan: 1\nfile: levers\nlevers:\n${rest}`,
});
const binary = Uint8Array.from({length: 5000}, (_, i) => (i * 197) % 256);
const bomb = `a: &a [1, 1]\n${Array.from({length: 60}, (_, i) => `a${i}: &a${i} [*a${i || ''}, *a${i || ''}]`).join('\n')}\n`;

/** Files that are not what they should be. */
const files: readonly (readonly [string, Readonly<Record<string, string | Uint8Array>>])[] = [
	['ten megabytes of text', {'scenario.yaml': `${mine}# ${times('x', 10_000_000)}`}],
	['a what-if of ten megabytes', {...over(''), 'a.yaml': times('x: 1\n', 2_000_000)}],
	['bytes', {'scenario.yaml': binary}],
	['bytes in the place of a what-if', {'a.yaml': binary, 'scenario.yaml': mine}],
	['a picture', {'scenario.yaml': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])}],
	['text with a null character', {'scenario.yaml': `${head}\0`}],
	['nothing', {'scenario.yaml': ''}],
	['a number', {'scenario.yaml': '42'}],
	['a list', {'scenario.yaml': '- 1\n- 2\n'}],
	['brackets 50,000 deep', {'scenario.yaml': times('[', 50_000)}],
	['braces 50,000 deep', {'scenario.yaml': times('{a: ', 50_000)}],
	['a block 500 deep', {'scenario.yaml': Array.from({length: 500}, (_, i) => `${times(' ', i)}a:`).join('\n')}],
	['aliases that grow', {'scenario.yaml': `${head}${bomb}`}],
	['an alias of itself', {'scenario.yaml': `${head}a: &a [*a]\n`}],
	['a merge key', {'scenario.yaml': `${head}goods: {<<: {coal: {unit: t}}}\n`}],
	['a tag', {'scenario.yaml': `${head}goods: !!js/function "() => 1"\n`}],
	['binary by a tag', {'scenario.yaml': `${head}goods: !!binary "aGVsbG8="\n`}],
	['__proto__ as a key', {'scenario.yaml': `${mine}__proto__: {polluted: true}\n`}],
	['constructor as a good', {'scenario.yaml': mine.replace('  coal:', '  constructor: {unit: t, price: 1 yen/t}\n  coal:')}],
	['a second document', {'scenario.yaml': `${mine}---\n${mine}`}],
	['5,000 goods', {'scenario.yaml': `${head}goods:\n${Array.from({length: 5000}, (_, i) => `  g${i}: {unit: t, price: 1 yen/t}`).join('\n')}\n`}],
	['a file of another kind', {'scenario.yaml': mine.replace('file: scenario', 'file: lesson')}],
	['another version', {'scenario.yaml': mine.replace('counterplan: 1', 'counterplan: 99')}],
	['a run of eight thousand years', {'scenario.yaml': mine.replace('end: 1946-12', 'end: 9999-12')}],
	['a part that is itself', {'scenario.yaml': mine.replace('title: Valley', 'title: Valley\nparts: [scenario.yaml]')}],
	['a part outside', {'scenario.yaml': mine.replace('title: Valley', 'title: Valley\nparts: [../../../../etc/passwd]')}],
	['levers outside', {'scenario.yaml': mine.replace('title: Valley', 'title: Valley\nlevers: /etc/passwd')}],
	['a number too large', {'scenario.yaml': mine.replace('12 kt/year', '1e999 t/month')}],
	['no number', {'scenario.yaml': mine.replace('12 kt/year', '.nan')}],
	['a unit without end', {'scenario.yaml': mine.replace('12 kt/year', `12 ${times('(', 3000)}t`)}],
	['a what-if of itself', {'a.yaml': whatIf('change: {goods.coal.loss: {set: 0.1}}\n').replace('scenario.yaml', 'a.yaml')}],
	[
		'forty what-ifs upon one another',
		Object.fromEntries(Array.from({length: 40}, (_, i) => [`w${i}.yaml`, whatIf('change: {}\n').replace('scenario.yaml', `w${i + 1}.yaml`)])),
	],
	['a what-if of what is not there', {'a.yaml': whatIf('change: {}\n')}],
	['a what-if of a file outside', {'a.yaml': whatIf('change: {}\n').replace('scenario.yaml', '../../../../../../../etc/passwd')}],
	['a what-if of a device', {'a.yaml': whatIf('change: {}\n').replace('scenario.yaml', '/dev/zero')}],
	['a change of __proto__', over('change: {__proto__: {set: 1}}\n')],
	['a change of constructor.prototype', over('change: {constructor.prototype: {set: 1}}\n')],
	['a path of stars', over(`change: {"${times('*.', 90)}*": {scale: 2}}\n`)],
	['a path that would never end as a pattern', over(`change: {"(a+)+$${times('a', 100)}": {scale: 2}}\n`)],
	[
		'everything, a thousand times',
		over(
			`change:\n${Array.from({length: 1000}, (_, i) => `  "*.${times('*.', i % 3)}*": {scale: 1, from: 1946-01, until: 1946-0${1 + (i % 9)}}`)
				.filter((line, i, all) => all.indexOf(line) === i)
				.join('\n')}\n`,
		),
	],
	['five thousand changes of nothing', over(`change:\n${Array.from({length: 5000}, (_, i) => `  goods.coal.l${i}: {set: 1}`).join('\n')}\n`)],
	['a change that is a list', over('change: [1, 2]\n')],
	['a change by a mapping without end', over(`change: {goods.coal.loss: {set: ${times('{value: ', 25)}1${times('}', 25)}}}\n`)],
	['a month that is none', over('from: 1946-13\nchange: {goods.coal.loss: {set: 0.1}}\n')],
	['an outcome that is code', over('change: {goods.coal.loss: {set: 0.1}}\nexpect: {outcome: "process.exit(1)", sign: +}\n')],
	['a lever on everything', levers('  all: {path: "*.*.*", label: All, group: All, kind: action, min: 0, max: 2, step: 1, operation: scale}\n')],
	['a lever without end', levers('  one: {path: goods.coal.loss, label: One, group: All, kind: action, min: 0, max: .inf, step: 1}\n')],
	['a relief of __proto__', {'scenario.yaml': `${mine}reliefs: {__proto__: {kind: action, change: {__proto__: {set: 1}}}}\n`}],
	[
		'a thousand reliefs',
		{'scenario.yaml': `${mine}reliefs:\n${Array.from({length: 1000}, (_, i) => `  r${i}: {kind: action, change: {"*.*.*": {scale: 2}}}`).join('\n')}\n`},
	],
	['a relief that is a list', {'scenario.yaml': `${mine}reliefs: {one: [1, 2]}\n`}],
	['reliefs that are text', {'scenario.yaml': `${mine}reliefs: everything\n`}],
	['an extra of everything', {'scenario.yaml': `${mine}extras: {one: {path: "*.*.*", add: 1, lasts: month}}\n`}],
	['an extra of __proto__', {'scenario.yaml': `${mine}extras: {one: {path: __proto__.polluted, add: 1, lasts: rest}}\n`}],
	['a lever on __proto__', levers('  __proto__: {path: __proto__, label: One, group: All, kind: action, min: 0, max: 1, step: 1}\n')],
];

describe('a file that is not what it should be is refused:', () => {
	test.each(files)('%s', (_, given) => {
		const problems = refused(given);
		expect(problems.length).toBeGreaterThan(0);
		expect(problems.length).toBeLessThanOrEqual(201);
		for (const {line, column} of problems) expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

test('ten mistakes of ten kinds are ten problems, each where it stands', () => {
	const marked = `counterplan: 1
file: scenario
title: Valley
start: 1945-09
end: 1946-12
reason: invented
goods:
  coal: {unit: t, price: 10 yen/t, §lable: Coal}
  coke: {unit: §tun, price: 10 yen/t}
  §coal: {unit: t, price: 9 yen/t}
industries:
  mining: {skilled-share: §1.4, skill-weight: 0.5, hiring: 0.1}
sites:
  hill-mine: {industry: §minning, product: coal, count: 3, capacity: §12, crew: 50 persons/units}
  lake-mine: {industry: mining, product: coal, capacity: §12 km/year, crew: 50 persons/units}
uses:
  stoves: {goods: {coal: {amount: 1}}, demand: {values: {§1944-01: 5 t/month}}, response: §postpone}
  forges: {goods: {coal: {amount: 1}}, demand: {rule: §"1:1e9"}}
`;
	const lines = marked.split('\n');
	const places = lines.flatMap((line, i) => [...line.matchAll(/§/g)].map((mark, before) => `${i + 1}:${mark.index + 1 - before}`));
	const problems = refused({'scenario.yaml': marked.replaceAll('§', '')});
	expect(places).toHaveLength(10);
	expect(problems.map(({line, column}) => `${line}:${column}`)).toEqual(places);
	expect(new Set(problems.map(({code}) => code)).size).toBe(10);
	for (const problem of problems) expect(formatProblem(problem)).toMatch(new RegExp(`^.*${path.sep}scenario\\.yaml:\\d+:\\d+ {2}[a-z-]+ {2}.+$`));
});
