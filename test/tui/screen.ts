/** A screen in this process: what is drawn goes to a terminal that exists only in memory, whose cells can be looked at. */
import {EventEmitter} from 'node:events';
import headless from '@xterm/headless';
import {render} from 'ink';
import {createElement, type ReactNode} from 'react';
import {FrameSink} from '../../src/tui/terminal/frame-sink.ts';
import {TerminalContext} from '../../src/tui/terminal/region.tsx';
import {TtyIn} from '../../src/tui/terminal/tty-in.ts';

/** What a terminal sends for keys that are not letters. */
export const keys = {
	up: '\u001b[A',
	down: '\u001b[B',
	right: '\u001b[C',
	left: '\u001b[D',
	shiftRight: '\u001b[1;2C',
	shiftLeft: '\u001b[1;2D',
	home: '\u001b[H',
	end: '\u001b[F',
	pageUp: '\u001b[5~',
	pageDown: '\u001b[6~',
	enter: '\r',
	tab: '\t',
	shiftTab: '\u001b[Z',
	escape: '\u001b',
	backspace: '\u007f',
	delete: '\u001b[3~',
	control: (letter: string): string => String.fromCharCode(letter.charCodeAt(0) & 31),
} as const;

export type Cell = {readonly text: string; readonly colour: number | undefined; readonly bold: boolean; readonly inverse: boolean};

export type Screen = {
	/** The rows that are seen, without blanks at their ends. */
	readonly lines: () => string[];
	readonly text: () => string;
	readonly cell: (column: number, row: number) => Cell;
	/** Press keys, one after another, and wait until what follows is drawn. */
	readonly press: (...pressed: string[]) => Promise<void>;
	/** As `press`, as if from the clipboard. */
	readonly paste: (text: string) => Promise<void>;
	readonly resize: (columns: number, rows: number) => Promise<void>;
	/** Wait until everything is drawn. */
	readonly settle: () => Promise<void>;
	/** How much was written so far. */
	readonly written: () => number;
	readonly keyboard: TtyIn;
	readonly sink: FrameSink;
	readonly terminal: headless.Terminal;
	/** Resolves when what is shown has ended by itself. */
	readonly exited: Promise<unknown>;
	readonly close: () => Promise<void>;
};

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** How many turns of the event loop a key may take: reading it, the run that follows, drawing, and what that leads to. */
const turns = 6;

/** Open a screen and wait until it is drawn. */
export async function openScreen(shown: ReactNode, {columns = 120, rows = 40, colour = true} = {}): Promise<Screen> {
	const terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
	let written = 0;
	let pending = 0;
	const write = (text: string): void => {
		written += text.length;
		pending++;
		terminal.write(text, () => pending--);
	};
	const output = Object.assign(new EventEmitter(), {isTTY: true, columns, rows, write});
	const input = new EventEmitter();
	const sink = new FrameSink(output, {colour});
	const keyboard = new TtyIn(input);
	keyboard.open();
	sink.enter();
	const app = render(createElement(TerminalContext.Provider, {value: {sink, keyboard}}, shown), {
		stdout: sink as unknown as NodeJS.WriteStream,
		stdin: keyboard as unknown as NodeJS.ReadStream,
		debug: true,
		patchConsole: false,
		exitOnCtrlC: false,
	});
	const exited = app.waitUntilExit();
	exited.catch(() => {});
	const settle = async (): Promise<void> => {
		for (let i = 0; i < turns; i++) await turn();
		sink.flush();
		while (pending > 0) await turn();
	};
	const press = async (...pressed: string[]): Promise<void> => {
		for (const key of pressed) {
			input.emit('data', key);
			await settle();
		}
	};
	const row = (y: number) => terminal.buffer.active.getLine(terminal.buffer.active.baseY + y);
	const lines = (): string[] => Array.from({length: terminal.rows}, (_, y) => row(y)?.translateToString(true) ?? '');
	await settle();
	return {
		lines,
		text: () => lines().join('\n').trimEnd(),
		cell: (column, y) => {
			const cell = row(y)?.getCell(column);
			if (!cell) throw new Error(`there is no cell ${column}, ${y}`);
			return {text: cell.getChars(), colour: cell.isFgDefault() ? undefined : cell.getFgColor(), bold: cell.isBold() !== 0, inverse: cell.isInverse() !== 0};
		},
		press,
		paste: text => press(`\u001b[200~${text}\u001b[201~`),
		resize: async (width, height) => {
			terminal.resize(width, height);
			Object.assign(output, {columns: width, rows: height});
			output.emit('resize');
			await settle();
		},
		settle,
		written: () => written,
		keyboard,
		sink,
		terminal,
		exited,
		close: async () => {
			app.unmount();
			keyboard.close();
			sink.leave();
			await settle();
		},
	};
}
