/** What a screen is given to draw, and what a screen is. */
import type {Findings} from '../report/findings.ts';
import type {Table} from '../report/table.ts';
import type {Band} from './band.ts';
import type {Bench} from './bench.ts';
import type {Effects} from './effects.ts';
import type {Look} from './look.ts';
import type {ListState, ScreenId, State} from './state.ts';
import type {Reruns, Sureness} from './why.ts';

export type Scene = {
	readonly bench: Bench;
	/** The run as what-if and levers stand. */
	readonly now: Findings;
	/** The run before the last change; `now` itself before there was any. */
	readonly before: Findings;
	/** The run that was pinned to compare with; the baseline where none was. */
	readonly pinned: {readonly name: string; readonly findings: Findings};
	/** What has been found behind the screen so far. */
	readonly band?: Band | undefined;
	readonly effects?: Effects | undefined;
	readonly reruns?: Reruns | undefined;
	readonly sureness?: Sureness | undefined;
	readonly state: State;
	readonly look: Look;
};

export type Size = {readonly width: number; readonly height: number};

/** A row that the reader can stand on: its id, the words by which `/` finds it, and what it is called where it is no entity of the case. */
export type ListRow = {readonly id: string; readonly words: string; readonly label?: string};

/** A list on a screen, which can be walked, sorted, filtered, and whose rows may open. */
export type ListOf = {
	/** The rows in the order in which they are shown, filtered and sorted as the state says. */
	readonly rows: (scene: Scene, list: ListState) => readonly ListRow[];
	/** Names of the columns by which it can be sorted; none if its order has a meaning. */
	readonly columns: readonly string[];
	/** Whether Enter opens a row. */
	readonly opens: boolean;
};

export type Screen = {
	readonly id: ScreenId;
	/** On its tab, and where there is little room for tabs. */
	readonly title: string;
	readonly short?: string;
	/** What it shows, in a line. */
	readonly about: string;
	/** Exactly `height` rows of exactly `width` cells; pure. */
	readonly draw: (scene: Scene, size: Size) => readonly string[];
	readonly list?: ListOf;
	/** What is on the screen as tables of data. */
	readonly tables: (scene: Scene) => readonly Table[];
	/** What is on the screen in a few sentences, for who cannot see it. */
	readonly say: (scene: Scene) => string;
};
