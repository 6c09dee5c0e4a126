/** A program in a terminal of its own, as a person runs it: keys go in, and what stands on its screen can be read. */
import {type IPty, spawn} from '@lydell/node-pty';
import headless from '@xterm/headless';

export type Ended = {readonly exitCode: number; readonly signal: number};

type How = {
	readonly columns?: number;
	readonly rows?: number;
	readonly cwd?: string;
	/** Beside what this process has; undefined takes away. */
	readonly env?: Readonly<Record<string, string | undefined>>;
};

export type Pty = {
	readonly pid: number;
	readonly terminal: headless.Terminal;
	readonly text: () => string;
	readonly lines: () => string[];
	/** Everything that was written, codes and all. */
	readonly raw: () => string;
	readonly press: (...pressed: string[]) => void;
	/** Wait until the screen holds a text, or is as it should be. Throws with the screen when that takes too long. */
	readonly until: (wanted: string | RegExp | ((pty: Pty) => boolean), patience?: number) => Promise<void>;
	/** Wait until nothing has come for a while. */
	readonly quiet: (milliseconds?: number) => Promise<void>;
	/** From now until the end of the next frame, in milliseconds. */
	readonly nextFrame: (begin: () => void, patience?: number) => Promise<number>;
	readonly resize: (columns: number, rows: number) => void;
	readonly kill: (signal: NodeJS.Signals) => void;
	readonly exited: Promise<Ended>;
};

/** What ends a frame: what stands before it is shown at once. */
const frameEnd = '\u001b[?2026l';

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Run a program in a new terminal. */
export function openPty(file: string, args: readonly string[], {columns = 120, rows = 40, cwd = process.cwd(), env = {}}: How = {}): Pty {
	const terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
	// In a terminal that is no person's Ink would stay silent, and colours would not be told from none.
	const whole = {
		...process.env,
		CI: undefined,
		NO_COLOR: undefined,
		FORCE_COLOR: undefined,
		TERM: 'xterm-256color',
		LANG: 'C.UTF-8',
		LC_ALL: undefined,
		...env,
	};
	const set = Object.fromEntries(Object.entries(whole).filter((entry): entry is [string, string] => entry[1] !== undefined));
	const child: IPty = spawn(file, [...args], {name: set.TERM, cols: columns, rows, cwd, env: set});
	let raw = '';
	let pending = 0;
	let last = performance.now();
	const listeners = new Set<(data: string) => void>();
	child.onData(data => {
		raw += data;
		last = performance.now();
		for (const listener of listeners) listener(data);
		pending++;
		terminal.write(data, () => pending--);
	});
	// What it wrote last may come after word of its end; the terminal is to have read it.
	const exited = new Promise<Ended>(resolve =>
		child.onExit(({exitCode, signal}) => setTimeout(() => terminal.write('', () => resolve({exitCode, signal: signal ?? 0})), 200)),
	);
	const lines = (): string[] => {
		const {active} = terminal.buffer;
		return Array.from({length: terminal.rows}, (_, y) => active.getLine(active.baseY + y)?.translateToString(true) ?? '');
	};
	const text = (): string => lines().join('\n').trimEnd();
	const pty: Pty = {
		pid: child.pid,
		terminal,
		text,
		lines,
		raw: () => raw,
		press: (...pressed) => pressed.forEach(key => child.write(key)),
		until: async (wanted, patience = 15_000) => {
			const there = (): boolean => (typeof wanted === 'string' ? text().includes(wanted) : wanted instanceof RegExp ? wanted.test(text()) : wanted(pty));
			for (const from = performance.now(); pending > 0 || !there(); await pause(10))
				if (performance.now() - from > patience) throw new Error(`waited in vain for ${wanted}; there is:\n${text()}`);
		},
		quiet: async (milliseconds = 80) => {
			for (const from = performance.now(); pending > 0 || performance.now() - Math.max(last, from) < milliseconds; ) await pause(5);
		},
		nextFrame: (begin, patience = 3000) =>
			new Promise((resolve, reject) => {
				const from = performance.now();
				let tail = '';
				const timer = setTimeout(() => {
					listeners.delete(listener);
					reject(new Error(`no frame came; there is:\n${text()}`));
				}, patience);
				const listener = (data: string): void => {
					tail = (tail + data).slice(-100_000);
					if (!tail.includes(frameEnd)) return;
					listeners.delete(listener);
					clearTimeout(timer);
					resolve(performance.now() - from);
				};
				listeners.add(listener);
				begin();
			}),
		resize: (width, height) => {
			terminal.resize(width, height);
			child.resize(width, height);
		},
		kill: signal => process.kill(child.pid, signal),
		exited,
	};
	return pty;
}
