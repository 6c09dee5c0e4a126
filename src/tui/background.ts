/** Work that goes on behind the screen: begun a moment after it is wanted, thrown away when something else is, never in the way of a key. */
import {availableParallelism} from 'node:os';
import {type Crew, crewOf} from '../study/crew.ts';

/** What has been found so far of what is wanted; undefined while there is nothing to show. */
export type Background<Wanted, Found> = {
	readonly found: () => Found | undefined;
	/** Ask for something, or for nothing any more. What is wanted already goes on. */
	readonly want: (wanted: Wanted | undefined) => void;
};

/** Does the work, and puts what it has found each time that there is more. */
export type Work<Wanted, Found> = (wanted: Wanted, crew: Crew, put: (found: Found) => void, signal: AbortSignal) => Promise<void>;

/** How long nothing else must be wanted before the work begins, in milliseconds: a held key wants something else all the time. */
const usualPause = 200;

/** Work by a crew that is called the first time that something is wanted; `changed` is called when more is found. */
export function background<Wanted, Found>(
	work: Work<Wanted, Found>,
	crew: () => Promise<Crew>,
	changed: () => void,
	pause = usualPause,
): Background<Wanted, Found> {
	let name: string | undefined;
	let found: Found | undefined;
	let stop = (): void => {};
	const begin = (wanted: Wanted): void => {
		const controller = new AbortController();
		const {signal} = controller;
		const put = (more: Found): void => {
			if (signal.aborted) return;
			found = more;
			changed();
		};
		const timer = setTimeout(() => {
			// What cannot be worked out behind the screen is not shown; the screen itself says what is wrong with a run.
			crew()
				.then(hands => work(wanted, hands, put, signal))
				.catch(() => {});
		}, pause);
		stop = () => {
			clearTimeout(timer);
			controller.abort();
		};
	};
	return {
		found: () => found,
		want: wanted => {
			const next = wanted === undefined ? undefined : JSON.stringify(wanted);
			if (next === name) return;
			name = next;
			found = undefined;
			stop();
			if (wanted !== undefined) begin(wanted);
		},
	};
}

/** The same work, which remembers what it last ended with: what was wanted a while ago is there again at once. */
export function remembering<Wanted, Found>(work: Work<Wanted, Found>, most = 8): Work<Wanted, Found> {
	const known = new Map<string, Found>();
	return async (wanted, crew, put, signal) => {
		const name = JSON.stringify(wanted);
		let found = known.get(name);
		if (found !== undefined) return put(found);
		await work(
			wanted,
			crew,
			more => {
				found = more;
				put(more);
			},
			signal,
		);
		if (found === undefined || signal.aborted) return;
		known.set(name, found);
		for (const oldest of [...known.keys()].slice(0, -most)) known.delete(oldest);
	};
}

export type Hands = {readonly crew: () => Promise<Crew>; readonly leave: () => void};

/** A crew that comes when it is first called. It works beside the screen, so there are two at least, and none is this process. */
export function handsBehindTheScreen(): Hands {
	let called: Promise<Crew> | undefined;
	return {
		crew: () => {
			called ??= crewOf(Math.max(2, availableParallelism()));
			return called;
		},
		leave: () => {
			called?.then(crew => crew.leave()).catch(() => {});
		},
	};
}
