/** Takes the terminal and gives it back as it was found, however the program ends. */
import type {EventEmitter} from 'node:events';
import {FrameSink} from './frame-sink.ts';
import {TtyIn} from './tty-in.ts';

export type Terminal = {
	readonly sink: FrameSink;
	readonly keyboard: TtyIn;
	/** Resolves when the person wants to leave at once, or has gone; rejects when something was thrown that nothing caught. */
	readonly ended: Promise<void>;
	/** Give the terminal back. Doing so again does nothing. */
	readonly close: () => void;
};

/** What ends the program from outside. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Take the terminal of this process. */
export function openTerminal({colour}: {readonly colour: boolean}): Terminal {
	const {stdin, stdout} = process;
	const sink = new FrameSink(stdout, {colour});
	const keyboard = new TtyIn(stdin);
	let end = (): void => {};
	let fail = (_error: unknown): void => {};
	const ended = new Promise<void>((resolve, reject) => {
		end = resolve;
		fail = reject;
	});
	// Whoever opened the terminal waits for this, but may do so only after it has happened.
	ended.catch(() => {});
	const stopping = stopAndGo(sink);
	const close = (): void => {
		unlisten();
		stopping.forget();
		keyboard.close();
		sink.leave();
		stdin.setRawMode(false);
		stdin.pause();
		stdin.unref();
	};
	const unlisten = listenTo([
		[process, 'uncaughtException', fail],
		[process, 'exit', close],
		[stdin, 'end', end],
		[stdin, 'error', end],
		[keyboard, 'interrupt', end],
		[keyboard, 'suspend', stopping.stop],
		[process, 'SIGTSTP', stopping.stop],
		[process, 'SIGCONT', stopping.go],
		...endings.map(
			(signal): Listened => [
				process,
				signal,
				() => {
					close();
					// Whoever waits for this process is to see what ended it.
					process.kill(process.pid, signal);
				},
			],
		),
	]);
	stdin.setEncoding('utf8');
	stdin.ref();
	stdin.setRawMode(true);
	keyboard.open();
	sink.enter();
	return {sink, keyboard, ended, close};
}

type Listened = readonly [EventEmitter, string, (...said: unknown[]) => void];

/** Listen, until what is returned is called. */
function listenTo(all: readonly Listened[]): () => void {
	for (const [emitter, event, listener] of all) emitter.on(event, listener);
	return () => {
		for (const [emitter, event, listener] of all) emitter.off(event, listener);
	};
}

/** How long to wait for the stop that was asked for: a process that no shell watches is not stopped. */
const patience = 50;

/** Ctrl+Z and its return. */
function stopAndGo(sink: FrameSink): {readonly stop: () => void; readonly go: () => void; readonly forget: () => void} {
	const {stdin} = process;
	let timer: NodeJS.Timeout | undefined;
	const stop = (): void => {
		if (timer) return;
		sink.leave();
		stdin.setRawMode(false);
		process.off('SIGTSTP', stop);
		timer = setTimeout(go, patience);
		// All of the job is stopped, as by a shell: what started this program waits for it, and would keep the shell waiting.
		process.kill(0, 'SIGTSTP');
	};
	const go = (): void => {
		if (timer) {
			clearTimeout(timer);
			timer = undefined;
			process.on('SIGTSTP', stop);
		}
		// A shell may have set the terminal's mode; Node sets it only if it thinks that it differs.
		stdin.setRawMode(false);
		stdin.setRawMode(true);
		// What stands on the screen is not known any more, nor how large it is.
		sink.leave();
		sink.enter();
		process.kill(process.pid, 'SIGWINCH');
	};
	return {stop, go, forget: () => clearTimeout(timer)};
}
