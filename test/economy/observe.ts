/** What a small world shows, month by month. */
import type {Economy} from '../../src/economy/state.ts';
import {build, type World} from './world.ts';

/** Run a world and read something at the end of each of its months. */
export function monthByMonth<T>(world: World, read: (economy: Economy) => T): T[] {
	const seen: T[] = [];
	build(world).run(economy => seen.push(read(economy)));
	return seen;
}
