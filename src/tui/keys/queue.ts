/** Keys in the order in which they were pressed, however many came at once. */
import type {Dialog} from '../state.ts';
import type {Store} from '../store.ts';

export type Take = (key: string) => void;

/** What stands on the screen by now. */
export type Drawn = {
	readonly dialog: Dialog | undefined;
	/** How often it was drawn because the queue asked for it. */
	readonly times: number;
	/** Takes the keys while no dialog is open. */
	readonly press: Take;
};

/**
 * Hands keys on one by one. A key after one that opened or closed a dialog, or put another file on the bench, waits until that is
 * drawn, so that keys sent in one burst go where they would have gone had they been typed slowly.
 */
export class KeyQueue {
	#keys: string[] = [];
	#store: Store;
	#draw: (times: number) => void;
	#times = 0;
	#drawn: Drawn | undefined;
	#taker: Take | undefined;

	/** `draw` has the screen drawn once more, which is then told to `drawn`. */
	constructor(store: Store, draw: (times: number) => void) {
		this.#store = store;
		this.#draw = draw;
	}

	add(keys: readonly string[]): void {
		this.#keys.push(...keys);
		this.#handOn();
	}

	/** Keys go to `take` while a dialog is open; call what is returned when it is no longer. */
	takenBy(take: Take): () => void {
		this.#taker = take;
		return () => {
			if (this.#taker === take) this.#taker = undefined;
		};
	}

	/** What is on the screen has been drawn, with the dialog that takes keys. */
	drawn(drawn: Drawn): void {
		this.#drawn = drawn;
		if (this.#keys.length > 0) setImmediate(() => this.#handOn());
	}

	#handOn(): void {
		while (this.#keys.length > 0 && this.#drawn && this.#isCurrent(this.#drawn)) {
			const {dialog, press} = this.#drawn;
			const take = dialog ? this.#taker : press;
			// Where there is no room for the dialog nothing takes its keys.
			if (!take) this.#keys = [];
			const key = this.#keys.shift();
			if (key === undefined) return;
			take?.(key);
			// Letters may be typed in one go; whatever else a key did in a dialog is seen by the next key only once it is drawn.
			if (dialog && this.#keys.length > 0 && !(isLetter(key) && isLetter(this.#keys[0]))) this.#draw(++this.#times);
		}
	}

	/** Whether what is drawn is what the next key is for. Levers may be ahead of their run, so that a held key is not slowed down by it. */
	#isCurrent({dialog, times}: Drawn): boolean {
		const state = this.#store.getState();
		const {state: seen} = this.#store.getScene();
		const isDrawn = times === this.#times && dialog === state.dialog;
		return isDrawn && seen.file === state.file && (state.pane === 'levers' || seen.positions === state.positions);
	}
}

const isLetter = (key = ''): boolean => [...key].length === 1;
