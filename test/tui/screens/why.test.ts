import {expect, test} from 'vitest';
import {evaluate} from '../../../src/run/simulate.ts';
import {crewOf} from '../../../src/study/crew.ts';
import {outcomeOf} from '../../../src/study/evaluate.ts';
import type {Bench} from '../../../src/tui/bench.ts';
import type {Scene, Screen} from '../../../src/tui/scene.ts';
import {why} from '../../../src/tui/screens/why.ts';
import {freshList} from '../../../src/tui/state.ts';
import {allOutcomes, askHowSure, attributeReliefs, type Reruns, type Sureness} from '../../../src/tui/why.ts';
import {mineAndFurnace, programOf} from '../../run/toy.ts';
import {benchFor, drawn, firstSteps, korea, sceneOf, sizes} from './scenes.ts';

const here = await crewOf(1);
const steps = firstSteps();
const {program} = steps;
const wanted = {subject: {file: program.file}, levers: {}, reliefs: program.reliefs.map(({id}) => id), outcomes: allOutcomes(program)};
const signal = new AbortController().signal;

/** All that is put of the reruns of first steps, and of how sure they are; worked out once. */
const put: Reruns[] = [];
await attributeReliefs(wanted, here, found => put.push(found), signal);
const reruns = put.at(-1)!;
const sure: Sureness[] = [];
await askHowSure({...wanted, outcomes: ['industry.index@1900:mean']}, here, found => sure.push(found), signal);
const sureness = sure.at(-1)!;

const wide = {width: 143, height: 56};
type Wish = Parameters<typeof sceneOf>[2];
const at = (bench: Bench, wish: Wish = {}, found: Partial<Scene> = {}): Scene => ({...sceneOf(bench, why, wish), ...found});

test('why fills every size, before anything is found behind it and after, and so does each cause that is opened', () => {
	const banded = {state: {banded: true}};
	const scenes = [
		at(korea()),
		at(korea(), {state: {ofYear: false, outcome: 3}}),
		at(steps),
		at(steps, {}, {reruns: put[0]}),
		at(steps, {}, {reruns}),
		...sure.map(one => at(steps, banded, {reruns, sureness: one})),
	];
	for (const scene of scenes) {
		for (const size of sizes) {
			expect(drawn(why, scene, size)).toContain('Why: ');
			for (const {id, words} of why.list!.rows(scene, freshList)) {
				const opened = {...scene, state: {...scene.state, lists: {...scene.state.lists, why: {...freshList, open: id}}}};
				expect(drawn(why, opened, size)).toContain(words);
			}
		}
	}
});

test('the account is there at once: what was made and lost comes to what was rated, of the year under the cursor or of the run', () => {
	for (const ofYear of [true, false]) {
		const scene = at(korea(), {state: {ofYear, month: 20}});
		const [account] = why.tables(scene);
		const amounts = new Map(account.rows.map(row => [String(row[0]).split('/').at(-1), Number(row[account.columns.findIndex(({name}) => name === 'amount')])]));
		const rated = amounts.get('rated') ?? Number.NaN;
		const others = [...amounts].filter(([cause]) => cause !== 'rated').reduce((sum, [, value]) => sum + value, 0);
		expect(others / rated).toBeCloseTo(1, 9);
		expect(drawn(why, scene, sizes[1])).toContain(ofYear ? 'Why: Industrial index, 1947' : 'Why: Industrial index, the whole run');
	}
});

test('reruns are counted, and give the outcome as things stand, with all relieved, and shares that come to the difference', () => {
	expect(put.map(({done, wanted: of}) => [done, of])).toEqual([
		[8, 8],
		[8, 8],
	]);
	const {base, relieved, parts} = reruns.attribution!.attributed.find(({outcome}) => outcome === 'industry.index@1900:mean')!;
	expect(base).toBe(evaluate(steps.baseline.run.series, outcomeOf('industry.index@1900:mean')));
	expect(relieved).toBeGreaterThan(base);
	expect(parts.parts.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(relieved - base, 9);
});

test('while they run it says how many are done, then the largest share comes first, and words say what comes of it', () => {
	const running = drawn(why, at(steps, {}, {reruns: {done: 320, wanted: 1024, attribution: undefined}}), wide);
	expect(running).toContain('running 320 of 1,024');
	expect(running).not.toContain('Relieved in the whole economy');
	const scene = at(steps, {}, {reruns});
	const text = drawn(why, scene, wide);
	expect(text).toContain('all relieved: ');
	expect(text).toContain('Relieved in the whole economy');
	const {parts} = reruns.attribution!.attributed.find(({outcome}) => outcome === 'industry.index@1900:mean')!.parts;
	const order = program.reliefs.map(({id}, i) => ({id, share: parts[i].share})).sort((a, b) => b.share - a.share);
	expect(why.list!.rows(scene, freshList).map(({id}) => id)).toEqual(order.map(({id}) => `relief ${id}`));
	expect(why.list!.rows(scene, {...freshList, sort: 1, reversed: true}).map(({id}) => id)).toEqual(order.map(({id}) => `relief ${id}`).reverse());
});

test('how sure it is stands beside each cause once members are drawn, and is said once other readings were asked too', () => {
	const half = sure.find(one => one.drawn && !one.otherwise)!;
	const of = (found: Sureness, banded = true): string => drawn(why, at(steps, {state: {banded}}, {reruns, sureness: found}), wide);
	expect(of(sure[0])).toContain('how sure: drawing members');
	expect(of(half)).toMatch(/low +high/);
	expect(of(half)).not.toMatch(/settled/);
	expect(of(sureness)).toMatch(/is (not )?settled/);
	expect(of(sureness, false)).not.toMatch(/low +high/);
	expect(of({...sureness, outcome: 'bricks.made@1900:sum'})).not.toMatch(/low +high/);
});

test('a cause that is opened says what is otherwise without it', () => {
	const text = drawn(why, at(steps, {list: {open: 'relief broken-kilns'}}, {reruns}), sizes[1]);
	expect(text).toContain('sites.river-kilns.intact: set 3 units');
	expect(text).toContain('Beyond what each does apart');
});

test('without reliefs it says what to write, and without sites that none stands behind the outcome', () => {
	const toy = benchFor(programOf(mineAndFurnace, {reliefs: []}));
	expect(drawn(why, at(toy), sizes[1])).toMatch(/write a section\s+"reliefs"/);
	const enterprises = drawn(why, at(korea(), {state: {outcome: 1}}), sizes[1]);
	expect(enterprises).toContain('Why: Enterprises started');
	expect(enterprises).toContain('No site stands behind this outcome');
});

test('runs that failed are said, and who cannot see the screen hears the sentences', () => {
	const failed = at(steps, {}, {reruns: {done: 0, wanted: 0, attribution: undefined, problem: 'a run with causes relieved failed'}});
	expect(drawn(why, failed, sizes[1])).toContain('a run with causes relieved failed');
	expect(why.say(failed)).toContain('cannot be said');
	expect(why.say(at(steps))).toContain('is being worked out');
	expect(why.say(at(steps, {}, {reruns}))).toMatch(/^Why: Industrial index, 1900\. .*made .* of rated capacity.*Relieved in the whole economy/);
});

test('what is on the screen is data: the account, and the attribution once it is there', () => {
	const names = ({tables}: Screen, scene: Scene): string[] => tables(scene).map(({name}) => name);
	expect(names(why, at(steps))).toEqual(['account', 'account-months', 'binding']);
	expect(names(why, at(steps, {}, {reruns}))).toContain('attribution');
});
