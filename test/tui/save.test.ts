import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {FileChecker} from '../../src/scenario/own-file.ts';
import {type Bench, benchOf, type Positions, runAt, vectorAt} from '../../src/tui/bench.ts';
import {fileFor, saveWhatIf} from '../../src/tui/save.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-save-'));
const scenarios = path.join(folder, 'scenarios');
cpSync('scenarios', scenarios, {recursive: true});
afterAll(() => rmSync(folder, {recursive: true}));

const korea = path.join(scenarios, 'korea-1945', 'historical.yaml');
const bench = benchOf(loadScenario(korea));
const wish = {title: 'Tried by a test', reason: 'judgement: to see whether it comes out the same', lookAt: ['industry.index:mean']};

/** A lever between its ends, on one of its steps. */
function positionsFrom(of: Bench, next: () => number, share: number): Positions {
	const moved = of.levers.filter(() => next() < share);
	return new Map(moved.map(({id, min, max, step}) => [id, Number((min + Math.floor(next() * (Math.floor((max - min) / step) + 1)) * step).toPrecision(12))]));
}

/** Numbers between 0 and 1 that are the same every time. */
function counted(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
		return state / 4_294_967_296;
	};
}

function saved(of: Bench, positions: Positions): string {
	const result = saveWhatIf(of, positions, wish);
	if ('problem' in result) throw new Error(result.problem);
	return result.file;
}

test('what is saved gives the numbers of the screen to the last bit, wherever the levers stand', () => {
	const next = counted(1945);
	for (const share of [1, 0.5, 0.5, 0.2, 0.2, 0.1, 0.1, 0.05]) {
		const positions = positionsFrom(bench, next, share);
		if (positions.size === 0) continue;
		const file = saved(bench, positions);
		const {vector} = loadScenario(file);
		const wanted = vectorAt(bench, positions);
		expect(
			vector.every((value, slot) => Object.is(value, wanted[slot])),
			readFileSync(file, 'utf8'),
		).toBe(true);
		rmSync(file);
	}
});

test('every lever can be saved alone', () => {
	for (const [i, {id, min, max}] of bench.levers.entries()) rmSync(saved(bench, new Map([[id, i % 2 === 0 ? max : min]])));
}, 120_000);

test('the series of what was saved are those of the screen', () => {
	const positions = positionsFrom(bench, counted(52), 0.4);
	const file = saved(bench, positions);
	const again = runAt(benchOf(loadScenario(file)), new Map());
	const {series} = runAt(bench, positions).run;
	expect(again.run.series.values.every((values, c) => values.every((value, t) => Object.is(value, series.values[c][t])))).toBe(true);
	rmSync(file);
});

test('what is saved passes the check, and stands among the what-ifs of the case', () => {
	const [first, second] = bench.levers;
	const file = saved(
		bench,
		new Map([
			[first.id, first.max],
			[second.id, second.min],
		]),
	);
	expect(path.relative(scenarios, file)).toBe(path.join('korea-1945', 'what-if', 'tried-by-a-test.yaml'));
	expect(new FileChecker().check(file).problems).toEqual([]);
	expect(loadScenario(file).overlays[0]).toMatchObject({title: wish.title, reason: wish.reason, kind: 'action'});
	rmSync(file);
});

test('it is an assumption as soon as one of the levers is', () => {
	const file = saved(bench, new Map(bench.levers.slice(0, 9).map(({id, max}) => [id, max])));
	expect(bench.levers.slice(0, 9).some(({kind}) => kind === 'assumption')).toBe(true);
	expect(loadScenario(file).overlays[0].kind).toBe('assumption');
	rmSync(file);
});

test('levers that share numbers, one under all professions and one under one of them, are told apart in the file', () => {
	const shared = bench.levers.filter(({slots}) => bench.levers.some(other => other.slots !== slots && other.slots.some(slot => slots.includes(slot))));
	expect(shared.length).toBeGreaterThan(1);
	const positions = new Map(shared.map(({id, min, max}, i) => [id, i % 2 === 0 ? max : min]));
	rmSync(saved(bench, positions));
});

test('a what-if that was opened lies under what is saved', () => {
	const opened = benchOf(loadScenario(path.join(scenarios, 'korea-1945', 'what-if', 'sakhalin-both.yaml')));
	const file = saved(opened, positionsFrom(opened, counted(7), 0.3));
	expect(readFileSync(file, 'utf8')).toContain('extends: sakhalin-both.yaml');
	expect(loadScenario(file).overlays).toHaveLength(2);
	rmSync(file);
});

test('what-ifs that were laid over it one beside another are written out in numbers', () => {
	const whatIf = (name: string): string => path.join(scenarios, 'korea-1945', 'what-if', `${name}.yaml`);
	const opened = benchOf(loadScenario(korea, {with: [whatIf('six-ports'), whatIf('no-training')]}));
	const [lever] = opened.levers;
	const file = saved(opened, new Map([[lever.id, lever.max]]));
	expect(readFileSync(file, 'utf8')).toContain('extends: ../historical.yaml');
	rmSync(file);
});

test('a file that is there already is left as it is', () => {
	const [lever] = bench.levers;
	const file = saved(bench, new Map([[lever.id, lever.max]]));
	const before = readFileSync(file, 'utf8');
	expect(saveWhatIf(bench, new Map([[lever.id, lever.min]]), wish)).toMatchObject({problem: expect.stringContaining('is there already')});
	expect(readFileSync(file, 'utf8')).toBe(before);
	rmSync(file);
});

test('a title or a reason that is missing is asked for, and nothing is written', () => {
	const [lever] = bench.levers;
	const positions = new Map([[lever.id, lever.max]]);
	expect(saveWhatIf(bench, positions, {...wish, title: ' '})).toMatchObject({problem: expect.stringContaining('title')});
	expect(saveWhatIf(bench, positions, {...wish, reason: ''})).toMatchObject({problem: expect.stringContaining('reason')});
	expect(existsSync(fileFor(bench.program, wish.title))).toBe(false);
});

test.each([
	['yes: "no" # \\ {a: [b]}', 'yes-no-a-b'],
	['Überholte Öfen, 1946', 'uberholte-ofen-1946'],
	['1946', 'what-if-1946'],
	['Что, если бы?', 'what-if'],
	["Sakhalin's coal", 'sakhalins-coal'],
])('a title of any letters is kept as it is, and gives a name: %s', (title, name) => {
	const [lever] = bench.levers;
	const result = saveWhatIf(bench, new Map([[lever.id, lever.max]]), {...wish, title, reason: title});
	if ('problem' in result) throw new Error(result.problem);
	expect(path.basename(result.file)).toBe(`${name}.yaml`);
	expect(loadScenario(result.file).overlays[0]).toMatchObject({title, reason: title});
	rmSync(result.file);
});

test('beside a scenario without a folder of what-ifs, what is saved stands beside the scenario', () => {
	expect(fileFor(loadScenario(path.join(scenarios, 'first-steps.yaml')), 'More coal')).toBe(path.join(scenarios, 'more-coal.yaml'));
});
