import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {NONE} from '../../src/economy/structure.ts';
import {loadScenario} from '../../src/scenario/load.ts';
import {ScenarioError} from '../../src/scenario/problem.ts';
import {upstreamFirst} from '../../src/scenario/upstream.ts';
import {expectMistake, head, load, mine, problemsOf, write} from './files.ts';

const codesOf = (files: Readonly<Record<string, string | Uint8Array>>): string[] => problemsOf(files).map(({code}) => code);

/** Goods from ore to pig iron, a works with two recipes, a route, a use, people and money. */
const works = `${head}
goods:
  pig-iron: {unit: t, listed: true, price: 100 yen/t}
  coke: {unit: t, price: 20 yen/t, unfit: dust}
  dust: {unit: t, price: 1 yen/t}
  current: {unit: kWh, price: 0.02 yen/kWh, electricity: true}
industries:
  ironmaking: {skilled-share: 0.4, skill-weight: 0.5, hiring: 0.1, bare-knowledge: 0.5, staffing: {smelter: {weight: 1}}}
sites:
  works:
    industry: ironmaking
    product: pig-iron
    capacity: 1 kt/month
    crew: 50 persons/unit
    recipes:
      coke: {electricity: 30 kWh/t, inputs: {coke: {amount: 1.5 t/t}}}
      dust: {inputs: {dust: {amount: 3 t/t}}}
    materials: {pig-iron: {amount: 20 t/unit}}
  mine: {industry: ironmaking, product: dust, capacity: 1 kt/month, crew: 5 persons/unit}
uses:
  stoves: {demand: 1 t/month, goods: {coke: {amount: 1 t/t}, dust: {amount: 1.7 t/t}}}
professions:
  smelter: {group: chiefs, establishment: 2 persons, staff: {foreign: {present: 1 persons}}}
  speaker: {group: chiefs, translates: foreign-local, establishment: 1 persons}
communities: {foreign: {language: foreign-local, fund: purse}, local: {}}
languages: {foreign-local: {}}
funds: {purse: {spends: [training, pay]}}
routes: {sea: {contract: 1 t/month, grades: {coke: {share: 0.1}, dust: {share: 90 %}}}}
rail: {fuels: [dust, coke]}
groups: {ferrous: {label: Ferrous, goods: [pig-iron, coke]}}
`;

test('references become rows and links, in the order of the scenario', () => {
	const {structure: s, ids} = load(works);
	expect(ids.goods).toEqual(['pig-iron', 'coke', 'dust', 'current']);
	expect(s.electricity).toBe(3);
	expect(Array.from(s.goods.unfit)).toEqual([NONE, 2, NONE, NONE]);
	expect(Array.from(s.goods.listed)).toEqual([1, 0, 0, 0]);
	expect(ids.recipes).toEqual(['works.recipes.coke', 'works.recipes.dust', 'mine.recipes.plain']);
	expect(Array.from(s.sites.recipes.start)).toEqual([0, 2, 3]);
	expect(ids.inputs).toEqual(['works.recipes.coke.inputs.coke', 'works.recipes.dust.inputs.dust']);
	expect(Array.from(s.inputs.good)).toEqual([1, 2]);
	expect(Array.from(s.recipes.inputs.start)).toEqual([0, 1, 2, 2]);
	expect(Array.from(s.fuels.good)).toEqual([1, 2]);
	expect(Array.from(s.professions.translates)).toEqual([NONE, 0]);
	expect(Array.from(s.communities.fund)).toEqual([0, NONE]);
	expect(Array.from(s.funds.spends.to)).toEqual([2, 0]);
	expect(Array.from(s.rail.fuels)).toEqual([2, 1]);
	expect(s.rail.fund).toBe(NONE);
	expect(s.rows.staff).toBe(1);
});

test('every entity can be named, with its unit, and a profession’s group by its id', () => {
	const {entities, groups} = load(works);
	expect(entities.get('works')).toEqual({id: 'works', kind: 'site', row: 0, label: 'works', unit: 't', group: ''});
	expect(entities.get('smelter')?.group).toBe('chiefs');
	expect(groups).toEqual([
		{id: 'ferrous', label: 'Ferrous', kind: 'good', members: [0, 1]},
		{id: 'chiefs', label: 'chiefs', kind: 'profession', members: [0, 1]},
	]);
	expect(entities.get('industry')?.kind).toBe('whole');
});

test('goods are shared out from upstream to downstream, and a circle of goods stays together', () => {
	expect(
		Array.from(
			upstreamFirst(3, [
				[1, 0],
				[2, 1],
			]),
		),
	).toEqual([2, 1, 0]);
	expect(
		Array.from(
			upstreamFirst(4, [
				[0, 1],
				[1, 0],
				[3, 0],
				[1, 2],
			]),
		),
	).toEqual([3, 0, 1, 2]);
	expect(Array.from(upstreamFirst(3, []))).toEqual([0, 1, 2]);
});

test('every number is known by its path, also those the scenario leaves out', () => {
	const {origins} = load(works);
	expect(origins.get('sites.works.recipes.coke.inputs.coke.amount')).toMatchObject({unit: 't/t', reason: 'invented'});
	expect(origins.get('routes.sea.grades.dust.share')?.spot).toMatchObject({line: 34});
	expect(origins.get('goods.coke.loss')?.spot).toBeUndefined();
});

test('a scenario may be spread over parts, which may have parts', () => {
	const [start, rest] = [mine.slice(0, mine.indexOf('industries')), mine.slice(mine.indexOf('industries'))];
	const part = (text: string): string => `counterplan: 1\nfile: part\nreason: invented\n${text}`;
	const program = loadScenario(
		write({'case/scenario.yaml': `${start}parts: [sites/all.yaml]\n`, 'case/sites/all.yaml': part(`parts: [mine.yaml]\n`), 'case/sites/mine.yaml': part(rest)}),
	);
	expect(program.ids.sites).toEqual(['hill-mine']);
	expect(program.files.map(file => path.basename(file))).toEqual(['scenario.yaml', 'all.yaml', 'mine.yaml']);
	expect(program.origins.get('sites.hill-mine.capacity')?.spot?.file).toMatch(/mine\.yaml$/);
});

test('an id given in two parts, or a field of policy, is reported with the first place', () => {
	const part = 'counterplan: 1\nfile: part\nreason: a\n';
	expectMistake(
		{'s.yaml': `${mine}parts: [p.yaml]\n`, 'p.yaml': `${part}goods:\n  §coal: {unit: t, price: 1 yen/t}\n`},
		'duplicate',
		/first in goods, .*s\.yaml:9/,
	);
	expectMistake(
		{'s.yaml': `${mine}parts: [p.yaml]\npolicy: {rationing: proportional}\n`, 'p.yaml': `${part}policy: {§rationing: plan-quota}\n`},
		'duplicate',
		/policy\.rationing is given twice/,
	);
});

test('a part that contains itself, or is named twice, is reported', () => {
	const part = (rest: string): string => `counterplan: 1\nfile: part\n${rest}`;
	expectMistake(
		{'s.yaml': `${mine}parts: [p.yaml]\n`, 'p.yaml': part('parts: [q.yaml]\n'), 'q.yaml': part('parts: [§p.yaml]\n')},
		'part-cycle',
		/contains itself/,
	);
	expectMistake({'s.yaml': `${mine}parts: [p.yaml, §./p.yaml]\n`, 'p.yaml': part('')}, 'part-cycle', /second time/);
});

test('no path leaves the folder of the scenario, not even by a link', () => {
	for (const name of ['../p.yaml', '/etc/passwd', 'a/../../p.yaml']) expectMistake(`${mine}parts: [§${name}]\n`, 'outside-folder', /leaves the folder/);
	const file = write({'case/s.yaml': `${mine}parts: [link.yaml]\n`, 'outside.yaml': 'counterplan: 1\nfile: part\n'});
	symlinkSync(path.join(path.dirname(file), '..', 'outside.yaml'), path.join(path.dirname(file), 'link.yaml'));
	expect(() => loadScenario(file)).toThrow(/outside-folder/);
});

test('a file that is missing, a directory, empty or no text is one clear problem', () => {
	expect(() => loadScenario('no/such.yaml')).toThrow(/^no\/such\.yaml:1:1 {2}no-file {2}"no\/such\.yaml" does not exist$/);
	expectMistake(`${mine}parts: [§none.yaml]\n`, 'no-file', /"\S*none\.yaml" does not exist/);
	const file = write({'s.yaml': `${mine}parts: [folder]\n`});
	mkdirSync(path.join(path.dirname(file), 'folder'));
	expect(() => loadScenario(file)).toThrow(/not-a-file .*is a directory/);
	expect(codesOf({'s.yaml': ''})).toEqual(['empty']);
	expect(codesOf({'s.yaml': '# nothing\n\n'})).toEqual(['empty']);
	expect(codesOf({'s.yaml': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2)})).toEqual(['not-text']);
	expect(codesOf({'s.yaml': 'a\0b'})).toEqual(['not-text']);
	expect(codesOf({'s.yaml': 'just words'})).toEqual(['type']);
});

test('a file of another kind or version is reported', () => {
	expectMistake(mine.replace('file: scenario', 'file: §facts'), 'file', /expected "file: scenario", found "facts"/);
	expectMistake(mine.replace('counterplan: 1', 'counterplan: §2'), 'version', /version 1 of the format, not "2"/);
});

test('an input may not cite what the run is held against', () => {
	const sources = 'counterplan: 1\nfile: sources\nsources: {F1: {figure: a, value: b, cite: c}, F2: {figure: a, value: b, cite: c}}\n';
	const facts = (more = '') =>
		`counterplan: 1\nfile: facts\nfacts:\n  F1: {label: a, role: target, outcome: "coal.made@1946:sum", value: 12 kt, error: 10 %, source: F1}\n${more}`;
	const scenario = (source: string): string =>
		`${mine.replace('12 kt/year', `{value: 12 kt/year, source: ${source}}`)}sources: sources.yaml\nfacts: facts.yaml\n`;
	expectMistake({'s.yaml': scenario('§F1'), 'sources.yaml': sources, 'facts.yaml': facts()}, 'cites-fact', /F1 is a target/);
	expectMistake({'s.yaml': scenario('[F2, §F3]'), 'sources.yaml': sources, 'facts.yaml': facts()}, 'unknown-source', /no "F3"; did you mean "F1"/);
	const again = '  F9: {role: holdout, outcome: "coal.made@1946:sum", value: 1 t, error: 0.1, source: §F1}\n';
	expectMistake({'s.yaml': scenario('F2'), 'sources.yaml': sources, 'facts.yaml': facts(again)}, 'two-roles', /target of another fact and a holdout here/);
	const [fact] = loadScenario(write({'s.yaml': scenario('F2'), 'sources.yaml': sources, 'facts.yaml': facts()})).facts;
	expect(fact).toMatchObject({id: 'F1', unit: 't', error: 0.1, side: 'both', sources: ['F1'], readings: [{id: 'F1', weight: 1, value: 12000}]});
});

test('a fact’s readings stand in the order of their weights, each with what it does not share', () => {
	const facts = `counterplan: 1
file: facts
facts:
  F1:
    role: holdout
    error: 40 %
    side: at-least
    over: coal.made@1945:sum
    readings:
      - {id: first, outcome: "coal.made@1946:sum", value: 2, weight: 0.3}
      - {id: second, outcome: "coal.used@1946:sum", value: 300 %, weight: 0.7}
`;
	const sources = 'counterplan: 1\nfile: sources\nsources: {F1: {figure: a, value: b, cite: c}}\n';
	const [fact] = loadScenario(write({'s.yaml': `${mine}sources: sources.yaml\nfacts: facts.yaml\n`, 'sources.yaml': sources, 'facts.yaml': facts})).facts;
	expect(fact.readings.map(({id, value, over, outcome}) => [id, value, outcome.text, over?.text])).toEqual([
		['second', 3, 'coal.used@1946:sum', 'coal.made@1945:sum'],
		['first', 2, 'coal.made@1946:sum', 'coal.made@1945:sum'],
	]);
});

test('aliases, tags, merge keys and names of the language’s own are refused', () => {
	expectMistake(mine.replace('{skilled-share: 0.4', '{skilled-share: &a §0.4'), 'alias', /anchor/);
	expect(codesOf({'s.yaml': `${mine}title2: *nothing\n`})).toEqual(['unknown-key', 'alias']);
	expect(codesOf({'s.yaml': mine.replace('title: Valley', 'title: &t Valley\nreason2: *t')})).toContain('alias');
	expectMistake(mine.replace('title: Valley', 'title: §!!binary Valley'), 'tag', /is a YAML tag/);
	expectMistake(mine.replace('{skilled-share', '{§<<: {}, skilled-share'), 'unknown-key', /"<<"/);
	expectMistake(mine.replace('{skilled-share', '{§__proto__: {}, skilled-share'), 'key', /"__proto__" may not be used/);
	expectMistake(mine.replace('title: Valley', 'title: §"\\e[31mred"'), 'control', /does not print/);
});

test('hostile files are refused quickly, and few words are made of many mistakes', () => {
	const started = performance.now();
	expect(codesOf({'s.yaml': `a: ${'['.repeat(500_000)}`})).toEqual(['too-deep']);
	expect(codesOf({'s.yaml': '- '.repeat(100_000)})).toEqual(['too-deep']);
	expect(codesOf({'s.yaml': 'x'.repeat(2_000_000)})).toEqual(['too-large']);
	expect(codesOf({'s.yaml': `a: &a [x]\nb: [${'*a, '.repeat(1000)}]\n`}).length).toBeLessThanOrEqual(200);
	const many = Array.from({length: 20_000}, (_, i) => `  k${i}: {unit: zz, price: 1, x${i}: 2}`).join('\n');
	expect(codesOf({'s.yaml': `${head}goods:\n${many}\n`})).toHaveLength(200);
	expect(codesOf({'s.yaml': `${mine}${Array.from({length: 30_000}, (_, i) => `k${i}: 1`).join('\n')}\n`})).toHaveLength(200);
	expect(codesOf({'s.yaml': mine.replace('12 kt/year', `"1 ${'t/'.repeat(20_000)}t"`)})).toEqual(['unit-unknown']);
	expect(performance.now() - started).toBeLessThan(15_000);
}, 30_000);

test('no text makes the reader fail in any other way than by its problems', () => {
	const names = [...mine].map((_, i) => i).filter(i => i % 3 === 0);
	const file = write({'s.yaml': mine});
	for (const i of names) {
		for (const change of [
			mine.slice(0, i),
			mine.slice(0, i) + mine.slice(i + 2),
			`${mine.slice(0, i)}: [${mine.slice(i)}`,
			`${mine.slice(0, i)}null${mine.slice(i)}`,
		]) {
			writeFileSync(file, change);
			try {
				loadScenario(file);
			} catch (error) {
				if (!(error instanceof ScenarioError)) throw new Error(`at ${i}: ${String(error)}\n${change}`);
			}
		}
	}
}, 60_000);
