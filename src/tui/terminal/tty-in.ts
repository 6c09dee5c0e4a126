/**
 * The keyboard as Ink sees it. What a terminal sends besides keys is taken out of the stream, for Ink would take it for typed text:
 * the mouse, pastes, whether the window has the focus; and so are the keys that are not the program's own: Ctrl+C and Ctrl+Z.
 */
import {EventEmitter} from 'node:events';

export type Mouse = {
	/** The cell it points at, counted from 0. */
	readonly column: number;
	readonly row: number;
	readonly kind: 'down' | 'up' | 'drag' | 'wheel-up' | 'wheel-down';
	readonly button: 'left' | 'middle' | 'right';
	readonly shift: boolean;
};

/** A terminal, as far as it is read from. */
export type Input = {
	readonly isTTY?: boolean;
	setRawMode?(raw: boolean): unknown;
	on(event: 'data', listener: (chunk: string) => void): unknown;
	off(event: 'data', listener: (chunk: string) => void): unknown;
};

/** Told of: `mouse` (Mouse), `paste` (string), `interrupt`, `suspend`, and `readable` when Ink may read keys. */
export class TtyIn extends EventEmitter {
	readonly isTTY = true;
	#input: Input;
	#keys: string[] = [];
	/** The beginning of something whose end has not come yet. */
	#held = '';
	#timer: NodeJS.Timeout | undefined;
	#escaping = false;

	constructor(input: Input) {
		super();
		this.setMaxListeners(0);
		this.#input = input;
		// Ink listens only while something takes keys; what was typed between two of them is kept for the next.
		this.on('newListener', event => {
			if (event === 'readable') setImmediate(() => this.#offer());
		});
	}

	open(): void {
		this.#input.on('data', this.#arrived);
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#input.off('data', this.#arrived);
	}

	/** Keys that have not been read, one chunk after another; after an Escape none, until Ink has seen that nothing belongs to it. */
	read(): string | null {
		if (this.#escaping) return null;
		const keys = this.#keys.shift();
		if (keys?.endsWith(escape)) {
			this.#escaping = true;
			setImmediate(() =>
				setImmediate(() => {
					this.#escaping = false;
					this.#offer();
				}),
			);
		}
		return keys ?? null;
	}

	/** Put text in as if it were typed. */
	type(text: string): void {
		this.#keys.push(...text.split(afterEscape));
		this.#offer();
	}

	#offer(): void {
		if (this.#keys.length > 0 && !this.#escaping) this.emit('readable');
	}

	#arrived = (chunk: string): void => {
		clearTimeout(this.#timer);
		const {keys, rest} = this.#withoutReports(this.#held + chunk);
		this.#held = rest;
		// A lone beginning that nothing follows was a key after all.
		if (rest !== '' && !rest.startsWith(pasteBegins)) this.#timer = setTimeout(() => this.#release(), 50);
		if (keys !== '') this.type(keys);
	};

	#release(): void {
		const keys = this.#held;
		this.#held = '';
		this.type(keys);
	}

	#withoutReports(text: string): {readonly keys: string; readonly rest: string} {
		let keys = '';
		let at = 0;
		for (const {0: all, 1: code, 2: column, 3: row, 4: end, 5: pasted, index} of text.matchAll(report)) {
			keys += text.slice(at, index);
			at = index + all.length;
			// What was typed before something else is told of before it.
			if (keys !== '') this.type(keys);
			keys = '';
			if (all === '\u0003') this.emit('interrupt');
			else if (all === '\u001a') this.emit('suspend');
			else if (pasted !== undefined) this.emit('paste', pasted);
			else if (code !== undefined) this.#tellOfMouse(Number(code), Number(column) - 1, Number(row) - 1, end === 'M');
		}
		keys += text.slice(at);
		const begun = beginning.exec(keys);
		return begun ? {keys: keys.slice(0, begun.index), rest: begun[0]} : {keys, rest: ''};
	}

	#tellOfMouse(code: number, column: number, row: number, pressed: boolean): void {
		const wheel = (code & 64) !== 0;
		const moved = (code & 32) !== 0;
		const button = (['left', 'middle', 'right'] as const)[code & 3];
		if (button === undefined || (wheel && (code & 3) > 1)) return;
		const kind = wheel ? ((code & 1) === 0 ? 'wheel-up' : 'wheel-down') : moved ? 'drag' : pressed ? 'down' : 'up';
		this.emit('mouse', {column, row, kind, button, shift: (code & 4) !== 0} satisfies Mouse);
	}

	// Ink turns these on and off as parts of the screen take keys or not; the terminal is ours all the while.
	setRawMode(): this {
		return this;
	}

	setEncoding(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}

const escape = '\u001b';
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals send them
const afterEscape = /(?<=\u001b)(?![[O])/;
const pasteBegins = '\u001b[200~';
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals send them
const report = /\u0003|\u001a|\u001b\[<(\d+);(\d+);(\d+)([Mm])|\u001b\[[IO]|\u001b\[200~([\s\S]*?)\u001b\[201~/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals send them
const beginning = /\u001b\[(?:<[\d;]*|\d{0,3}|200~[\s\S]*)$/;
