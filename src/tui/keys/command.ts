/** What a command is: what a key does, when it does it, and how it is called. */
import type {Action} from '../reduce.ts';
import type {Scene, Screen} from '../scene.ts';
import type {State} from '../state.ts';

/** What a command can see when it is asked for. */
export type Reach = {
	/** May be ahead of the scene by what was pressed since. */
	readonly state: State;
	readonly scene: Scene;
	readonly screen: Screen;
	/** The time in milliseconds. */
	readonly at: number;
	/** How many rows a page has. */
	readonly page: number;
	/** Whether another pane stands in the place of the screen. */
	readonly alone?: boolean;
};

export type Command = {
	readonly keys: readonly string[];
	/** What it does, in a few words: in the help and the palette. */
	readonly name: string;
	/** How it stands in the footer, where it does: its keys as shown, and a word. */
	readonly foot?: readonly [string, string];
	readonly group: 'Lesson' | 'Levers' | 'Lists' | 'Screens and months' | 'Runs' | 'Files' | 'The screen itself';
	readonly valid: (reach: Reach) => boolean;
	/** What follows; `leave` ends the program. */
	readonly act: (reach: Reach) => Action | 'leave' | undefined;
};

/** The row where a step leads to, within so many rows. */
export const within = (place: number, rows: number): number => Math.max(0, Math.min(rows - 1, place));

export const always = (): boolean => true;
