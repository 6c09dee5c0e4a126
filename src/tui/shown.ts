/** What of the levers is on the screen, and which of them is under the cursor. */
import {restOf} from '../scenario/levers.ts';
import type {Lever} from '../scenario/program.ts';
import {positionOf} from './bench.ts';
import type {Scene} from './scene.ts';
import type {State} from './state.ts';

type Shown = Pick<Scene, 'bench' | 'state'>;

/** Whether each word of a filter is somewhere among the words of what is filtered. */
export function fits(words: string, filter: string): boolean {
	const all = words.toLowerCase();
	return filter
		.toLowerCase()
		.split(/\s+/)
		.every(part => all.includes(part));
}

/** The levers that the filter leaves of those, in the order of the screen. */
export function shownLevers({bench, state}: Shown): readonly Lever[] {
	const all = unlockedLevers({bench, state});
	return state.leverFilter === '' ? all : all.filter(({label, group, id, kind}) => fits(`${label} ${group} ${id} ${kind}`, state.leverFilter));
}

/** All levers, or in a lesson those that it unlocks. */
export function unlockedLevers({bench, state}: Shown): readonly Lever[] {
	const unlocked = state.lesson?.course.lesson.levers;
	return unlocked ? bench.levers.filter(({id}) => unlocked.includes(id)) : bench.levers;
}

/** The lever under the cursor; undefined where there is none. */
export function chosenLever(scene: Shown): Lever | undefined {
	const levers = shownLevers(scene);
	return levers[Math.min(scene.state.lever, levers.length - 1)];
}

/** Where a lever comes to when it is moved by so many steps, kept between its ends. */
export function stepped(lever: Lever, {positions}: State, steps: number): number {
	const {min, max, step, factor, written} = lever;
	const mean = (): number => min + Math.round((written.reduce((sum, value) => sum + value, 0) / Math.max(1, written.length) / factor - min) / step) * step;
	const from = positionOf(lever, positions) ?? mean();
	return Math.min(max, Math.max(min, Number((from + steps * step).toPrecision(12))));
}

/** The position to keep for a lever; undefined where it is the one at which it rests. */
export const kept = (lever: Lever, to: number): number | undefined => (to === restOf(lever) ? undefined : to);
