/** Why as it is worked out behind the screen: begun after a pause, dropped when something else is wanted, never in the way of a key. */
import {createElement} from 'react';
import {afterEach, expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {type Crew, crewOf} from '../../src/study/crew.ts';
import type {Task} from '../../src/study/tasks.ts';
import {App} from '../../src/tui/app.tsx';
import {background, handsBehindTheScreen, remembering} from '../../src/tui/background.ts';
import {behindTheScreen} from '../../src/tui/behind.ts';
import {openingState} from '../../src/tui/state.ts';
import {createStore, type Store} from '../../src/tui/store.ts';
import {keys, openScreen, type Screen} from './screen.ts';

const file = 'scenarios/korea-1945/historical.yaml';
const calm = (time: number) => new Promise(resolve => setTimeout(resolve, time));

/** A crew that is asked and never comes to an end, unless it is told to. */
function idleCrew(): {readonly crew: Crew; readonly asked: {readonly first: Task; readonly signal: AbortSignal}[]} {
	const asked: {first: Task; signal: AbortSignal}[] = [];
	const work: Crew['work'] = async function* (tasks, signal) {
		const [first] = tasks;
		if (first && signal) asked.push({first, signal});
		await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
	};
	return {crew: {workers: 1, work, leave: async () => {}}, asked};
}

const storeOf = (hands = {crew: async () => idleCrew().crew, leave: () => {}}): Store =>
	createStore(loadScenario(file), {...openingState('dark', 'braille', false), screen: 'why'}, hands);

test('reruns begin after a pause, with the levers as they stand, and are dropped when a lever moves or another screen is shown', async () => {
	const {crew, asked} = idleCrew();
	const behind = behindTheScreen(
		async () => crew,
		() => {},
	);
	const scene = storeOf().getScene();
	const [lever] = scene.bench.levers;
	const moved = {...scene, state: {...scene.state, positions: new Map([[lever.id, lever.max]])}};
	behind.follow(scene);
	await calm(150);
	expect(asked).toHaveLength(0);
	await calm(400);
	expect(asked).toHaveLength(1);
	expect(asked[0].first.task).toMatchObject({levers: {}, causes: {reliefs: scene.bench.program.reliefs.map(({id}) => id)}});
	behind.follow({...moved, state: {...moved.state, positions: scene.state.positions, month: 3}});
	expect(asked[0].signal.aborted).toBe(false);
	behind.follow(moved);
	expect(asked[0].signal.aborted).toBe(true);
	await calm(550);
	expect(asked).toHaveLength(2);
	expect(asked[1].first.task).toMatchObject({levers: {[lever.id]: lever.max}});
	behind.follow({...moved, state: {...moved.state, screen: 'losses'}});
	expect(asked[1].signal.aborted).toBe(true);
	expect(behind.found().reruns).toBeUndefined();
});

test('how sure it is, is asked only where it is wanted', async () => {
	const {crew, asked} = idleCrew();
	const behind = behindTheScreen(
		async () => crew,
		() => {},
	);
	const scene = storeOf().getScene();
	behind.follow({...scene, state: {...scene.state, banded: true}});
	await calm(1400);
	expect(asked).toHaveLength(2);
	expect(behind.found().sureness).toMatchObject({doing: 'drawing members'});
	behind.follow(scene);
	expect(asked.map(({signal}) => signal.aborted)).toEqual([false, true]);
	behind.follow({...scene, state: {...scene.state, screen: 'overview'}});
});

test('what was worked out before is there again without work, and what was dropped is not', async () => {
	const begun: number[] = [];
	const here = await crewOf(1);
	const work = background<number, number>(
		remembering(async (wanted, _, put, signal) => {
			begun.push(wanted);
			put(wanted * 10);
			await calm(wanted);
			if (!signal.aborted) put(wanted * 100);
		}),
		async () => here,
		() => {},
		10,
	);
	const ask = async (wanted: number, time: number): Promise<number | undefined> => {
		work.want(wanted);
		await calm(time);
		return work.found();
	};
	expect(await ask(20, 120)).toBe(2000);
	expect(await ask(300, 60)).toBe(3000);
	expect(await ask(20, 60)).toBe(2000);
	expect(await ask(300, 60)).toBe(3000);
	expect(begun).toEqual([20, 300, 300]);
});

let screen: Screen | undefined;
afterEach(() => screen?.close());

/** Wait until a text stands on the screen. */
async function until(wanted: RegExp): Promise<void> {
	for (let tried = 0; tried < 600; tried++) {
		await screen?.settle();
		if (wanted.test(screen?.text() ?? '')) return;
		await calm(50);
	}
	throw new Error(`waited in vain for ${wanted}; there is:\n${screen?.text()}`);
}

test('keys are answered while reruns go on in workers, and a lever that moves ends them', {timeout: 90_000}, async () => {
	const hands = handsBehindTheScreen();
	const store = storeOf(hands);
	screen = await openScreen(createElement(App, {store}), {columns: 140, rows: 42});
	await screen.press('1', '9');
	expect(screen.text()).toContain('Why: Industrial index, 1949');
	await until(/running [\d,]+ of 1,024/);
	await screen.press('y');
	expect(screen.text()).toContain('Why: Industrial index, the whole run');
	expect(screen.text()).toMatch(/running [\d,]+ of 1,024/);
	await screen.press(keys.right);
	expect(screen.text()).toContain('1 of 50 moved');
	expect(screen.text()).not.toMatch(/running/);
	await screen.press('u');
	expect(screen.text()).toContain('undone: ');
	hands.leave();
});
