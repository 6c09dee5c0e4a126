/** What docs/findings.md says in words, held to the runs. */
import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {crewOf} from '../src/study/crew.ts';
import {outcomeOf} from '../src/study/evaluate.ts';
import {programOf, type Subject} from '../src/study/subject.ts';
import {type Attributed, asWritten, attribute} from '../src/study/why/attribution.ts';
import {type CauseChoice, causesOf} from '../src/study/why/causes.ts';
import {worths} from '../src/study/why/worth.ts';

const subject = {file: 'scenarios/korea-1945/historical.yaml'};
const program = programOf(subject);
const crew = await crewOf(1);

/** The attribution of each outcome, with its parts by the ids of the causes. */
async function attributed(of: Subject, causes: CauseChoice, outcomes: readonly string[]) {
	const ids = causesOf(programOf(of), causes).map(({id}) => id);
	const {attributed: all} = await attribute({draws: {subject: of, factors: asWritten, causes}, outcomes}, ids.length, crew, {seed: '1', pairs: 1});
	return all.map(one => ({whole: one.parts.whole, of: (id: string): Attributed['parts']['parts'][number] => one.parts.parts[ids.indexOf(id)], ids}));
}

test('which shortage mattered most', async () => {
	const ids = program.reliefs.map(({id}) => id);
	const years = ['industry.index@1946:mean', 'industry.index@1947:mean', 'industry.index@1948:mean'];
	const [first, second, third] = await attributed(subject, {reliefs: ids}, years);
	const order = ({of}: typeof first): readonly string[] => [...ids].sort((a, b) => of(b).share - of(a).share);
	expect(order(first)[0]).toBe('damage');
	expect(order(second)[0]).toBe('workers');
	expect(order(third).slice(0, 2)).toEqual(['workers', 'specialists']);
	expect(first.of('specialists').share / first.whole).toBeCloseTo(0.1, 1);
	expect(third.of('specialists').share / third.whole).toBeCloseTo(0.2, 1);
	for (const year of [first, second, third]) {
		for (const small of ['coal-quantity', 'coal-grade', 'money', 'power', 'ore']) expect(year.of(small).share).toBeLessThan(0.1 * year.whole);
		expect(year.of('rail').alone).toBeLessThan(3);
		expect(Math.max(...ids.map(id => year.of(id).last))).toBe(year.of('rail').last);
		const decided = ['specialists', 'translators', 'money'].reduce((sum, id) => sum + year.of(id).share, 0) / year.whole;
		expect(decided).toBeGreaterThan(1 / 6);
		expect(decided).toBeLessThan(1 / 4);
	}
	expect(third.of('translators').share).toBeLessThan(first.of('translators').share / 3);
}, 120_000);

test('quantity or quality of coal', async () => {
	const [iron1947, iron1948] = await attributed(subject, {reliefs: ['coal-quantity', 'coal-grade']}, ['pig-iron.made@1947:sum', 'pig-iron.made@1948:sum']);
	expect(iron1948.of('coal-quantity').alone).toBeCloseTo(iron1948.whole, 6);
	expect(iron1948.of('coal-grade').last).toBeCloseTo(0, 6);
	expect(iron1948.of('coal-grade').alone / iron1948.whole).toBeCloseTo(0.8, 1);
	expect(iron1947.whole).toBeLessThan(iron1948.whole / 10);
	expect(iron1947.of('coal-quantity').share / iron1947.of('coal-grade').share).toBeCloseTo(1, 1);
});

test('translators first or engineers first', async () => {
	const of = {file: 'scenarios/korea-1945/what-if/engineers-first.yaml'};
	const toward = {file: 'scenarios/korea-1945/what-if/translators-first.yaml'};
	const [first, second, third] = await attributed(of, {toward}, ['industry.index@1946:mean', 'industry.index@1947:mean', 'industry.index@1948:mean']);
	expect(first.whole).toBeCloseTo(1 / 3, 1);
	expect(second.whole).toBeLessThan(-1.5);
	expect(third.whole).toBeLessThan(-1.5);
});

test('what one more is worth', () => {
	const found = worths(program, [outcomeOf('industry.value:sum')]);
	const of = (id: string): readonly number[] => found.filter(({extra}) => extra.id === id).map(({gains: [gain]}) => gain);
	const [coal, translator, locomotive] = ['coking-coal', 'translator', 'locomotive'].map(of);
	const from1947 = found.filter(({extra}) => extra.id === 'translator').map(({month}) => month >= 1947 * 12);
	expect(Math.max(...translator)).toBeGreaterThan(1000 * Math.max(...coal));
	translator.forEach((gain, q) => {
		if (from1947[q]) expect(gain).toBe(0);
	});
	expect(Math.max(...locomotive)).toBeLessThanOrEqual(0);
	expect(coal[0]).toBeGreaterThan(0);
});

test('every command stands once, with what it printed', () => {
	const page = readFileSync('docs/findings.md', 'utf8');
	const blocks = [...page.matchAll(/```sh\nnpx counterplan (.*)\n```\n\n```text\n([^`]*)```/g)];
	expect(blocks).toHaveLength(5);
	for (const [, , printed] of blocks) expect(printed.trim()).not.toBe('');
	expect(page.match(/\*\*Answer\.\*\*/g)).toHaveLength(5);
});
