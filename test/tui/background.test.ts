import {expect, test} from 'vitest';
import {evaluate} from '../../src/run/simulate.ts';
import {loadScenario} from '../../src/scenario/load.ts';
import {crewOf} from '../../src/study/crew.ts';
import {outcomeOf} from '../../src/study/evaluate.ts';
import {background} from '../../src/tui/background.ts';
import {type Band, makeBand} from '../../src/tui/band.ts';
import {benchOf, runAt} from '../../src/tui/bench.ts';
import {type Effects, tryLevers} from '../../src/tui/effects.ts';

const file = 'scenarios/korea-1945/historical.yaml';
const bench = benchOf(loadScenario(file));
const here = await crewOf(1);
const calm = (time = 0) => new Promise(resolve => setTimeout(resolve, time));

test('of what is wanted one after another only the last is worked out', async () => {
	const begun: number[] = [];
	let changes = 0;
	const work = background<number, number>(
		async (wanted, _, put) => {
			begun.push(wanted);
			put(wanted * 10);
		},
		async () => here,
		() => changes++,
	);
	for (const wanted of [1, 2, 3, 3]) work.want(wanted);
	expect(work.found()).toBeUndefined();
	await calm(400);
	expect(begun).toEqual([3]);
	expect(work.found()).toBe(30);
	expect(changes).toBe(1);
	work.want(undefined);
	expect(work.found()).toBeUndefined();
});

test('what was wanted before says nothing any more, even if it comes late', async () => {
	let late = (): void => {};
	const work = background<number, number>(
		(wanted, _, put) =>
			new Promise<void>(resolve => {
				late = () => {
					put(wanted);
					resolve();
				};
			}),
		async () => here,
		() => {},
	);
	work.want(1);
	await calm(300);
	work.want(2);
	late();
	await calm();
	expect(work.found()).toBeUndefined();
});

test('the ends of a lever give what the screen gives when it is moved there, whatever else is moved', async () => {
	const outcome = 'industry.index@1948:mean';
	const levers = {builders: 1.5, 'specialists-sent': 60};
	const tried = bench.levers.map(({id, min, max}) => ({id, min, max}));
	let last: Effects | undefined;
	await tryLevers({subject: {file}, levers, tried, outcome}, here, found => (last = found), new AbortController().signal);
	expect(last?.of).toHaveLength(bench.levers.length);
	for (const id of ['translators-sent', 'specialists-sent', 'sakhalin-unfit-coal']) {
		const lever = bench.levers.find(one => one.id === id);
		const positions = new Map(Object.entries({...levers, [id]: lever?.max ?? 0}));
		expect(last?.of.find(one => one.id === id)?.high).toBe(evaluate(runAt(bench, positions).run.series, outcomeOf(outcome)));
	}
});

test('a band fills in as its members are run, and lies around the curve', async () => {
	const bands: Band[] = [];
	const wanted = {subject: {file: 'scenarios/first-steps.yaml'}, levers: {}, entity: 'bricks', quantity: 'made', months: 12};
	await makeBand(wanted, here, band => bands.push(band), new AbortController().signal);
	expect(bands.map(({members}) => members)).toEqual(Array.from({length: 19}, (_, i) => 30 + 15 * i));
	const {low, high} = bands[bands.length - 1];
	low.forEach((value, month) => {
		expect(high[month]).toBeGreaterThanOrEqual(value);
	});
});
