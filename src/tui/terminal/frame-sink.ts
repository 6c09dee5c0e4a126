/**
 * The terminal as Ink sees it. Ink hands over whole frames; only the rows that differ from what the terminal shows are written,
 * in one go, so that nothing flickers. What is drawn row by row is painted here too, past Ink, which would take it apart cell by cell.
 */
import {EventEmitter} from 'node:events';
import {cellsOf, withoutColours} from './rows.ts';

/** A place in the layout, and where it lies in cells once Ink has laid it out. */
export type Place = () => Rectangle;
export type Rectangle = {readonly column: number; readonly row: number; readonly width: number; readonly height: number};

/** What a terminal is, as far as it is written to. */
export type Output = {
	readonly columns?: number;
	readonly rows?: number;
	write(text: string): unknown;
	on(event: 'resize', listener: () => void): unknown;
	off(event: 'resize', listener: () => void): unknown;
};

const csi = '\u001b[';

/** Other screen, no line wrap, no cursor, pastes told from typing, cleared; and all of that undone, the last first. */
const entering = `${csi}?1049h${csi}?7l${csi}?25l${csi}?2004h${csi}2J${csi}H`;
const leaving = `${csi}0m${csi}?2004l${csi}?25h${csi}?7h${csi}?1049l`;
const mouseOn = `${csi}?1002h${csi}?1006h`;
const mouseOff = `${csi}?1006l${csi}?1002l`;
/** What stands between these is shown at once. */
const frameBegins = `${csi}?2026h`;
const frameEnds = `${csi}0m${csi}?2026l`;

/** What stands in a row: Ink's text, what is painted over it, and where that begins. */
type Row = {readonly text: string; readonly over: string; readonly layout: string};

export class FrameSink extends EventEmitter {
	readonly isTTY = true;
	#output: Output;
	#colour: boolean;
	#mouse = false;
	#open = false;
	#frame: string | undefined;
	#shown: readonly Row[] = [];
	#waiting: NodeJS.Immediate | undefined;
	#painted = new Map<string, {readonly place: Place; readonly rows: readonly string[]}>();
	#onTop = new Map<string, Place>();

	constructor(output: Output, {colour}: {readonly colour: boolean}) {
		super();
		this.setMaxListeners(0);
		this.#output = output;
		this.#colour = colour;
	}

	get columns(): number {
		return this.#output.columns || 80;
	}

	get rows(): number {
		return this.#output.rows || 24;
	}

	getColorDepth(): number {
		return this.#colour ? 8 : 1;
	}

	hasColors(): boolean {
		return this.#colour;
	}

	/** Take the screen, or take it back. */
	enter(): void {
		if (this.#open) return;
		this.#open = true;
		this.#shown = [];
		this.#output.on('resize', this.#resized);
		this.#output.write(entering + (this.#mouse ? mouseOn : ''));
		this.#schedule();
	}

	/** Give the screen back as it was found. */
	leave(): void {
		if (!this.#open) return;
		this.#open = false;
		this.#output.off('resize', this.#resized);
		clearImmediate(this.#waiting);
		this.#waiting = undefined;
		this.#output.write((this.#mouse ? mouseOff : '') + leaving);
	}

	/** Whether the terminal tells of its mouse. While it does, text is selected with Shift. */
	setMouse(wanted: boolean): void {
		if (wanted === this.#mouse) return;
		this.#mouse = wanted;
		if (this.#open) this.#output.write(wanted ? mouseOn : mouseOff);
	}

	/** Paint rows at a place from now on; undefined to paint nothing there. Rows must fill the place's width. */
	paint(id: string, painted: {readonly place: Place; readonly rows: readonly string[]} | undefined): void {
		if (painted) this.#painted.set(id, painted);
		else this.#painted.delete(id);
		this.#schedule();
	}

	/** Keep what Ink draws at a place above what is painted; undefined to do so no longer. */
	keepOnTop(id: string, place: Place | undefined): void {
		if (place) this.#onTop.set(id, place);
		else this.#onTop.delete(id);
		this.#schedule();
	}

	/** What Ink writes: a frame, or a code for the cursor, which is hidden. */
	write = (chunk: string, ...more: readonly unknown[]): boolean => {
		if (!chunk.startsWith(`${csi}?`)) {
			this.#frame = chunk;
			this.#schedule();
		}
		const written = more.find(argument => typeof argument === 'function');
		written?.();
		return true;
	};

	/** Show what there is to show now. */
	flush(): void {
		clearImmediate(this.#waiting);
		this.#waiting = undefined;
		if (this.#frame === undefined || !this.#open) return;
		const rows = this.#compose(this.#frame);
		let changes = this.#shown.length === 0 ? `${csi}2J` : '';
		for (const [y, row] of rows.entries()) changes += changeOf(row, this.#shown[y], y);
		this.#shown = rows;
		if (changes === '') return;
		this.#output.write(frameBegins + (this.#colour ? changes : withoutColours(changes)) + frameEnds);
	}

	/** Everything that is drawn in one turn of the event loop is shown as one frame. */
	#schedule(): void {
		if (this.#open) this.#waiting ??= setImmediate(() => this.flush());
	}

	#resized = (): void => {
		this.#shown = [];
		this.emit('resize');
		this.#schedule();
	};

	#compose(frame: string): Row[] {
		const lines = frame.split('\n');
		const rows = Array.from({length: this.rows}, (_, y) => ({text: lines[y] ?? '', over: '', layout: ''}));
		for (const [id, painted] of this.#painted) {
			const {column, row} = painted.place();
			for (const [i, line] of painted.rows.entries()) {
				const target = rows[row + i];
				if (!target) break;
				target.over += `${moveTo(row + i, column)}${csi}0m${line}`;
				target.layout += `${id}@${column} `;
			}
		}
		for (const [id, place] of this.#onTop) {
			const {column, row, width, height} = place();
			for (const target of rows.slice(Math.max(0, row), row + height)) {
				if (target.over === '') continue;
				target.over += `${moveTo(rows.indexOf(target), column)}${csi}0m${cellsOf(target.text, column, width)}`;
				target.layout += `${id}@${column}+${width} `;
			}
		}
		return rows;
	}
}

const moveTo = (row: number, column: number): string => `${csi}${row + 1};${column + 1}H`;

/** What turns a row that is shown into another. */
function changeOf(row: Row, shown: Row | undefined, y: number): string {
	if (!shown || row.text !== shown.text || row.layout !== shown.layout) return `${moveTo(y, 0)}${csi}0m${row.text}${csi}0m${csi}K${row.over}`;
	return row.over === shown.over ? '' : row.over;
}
