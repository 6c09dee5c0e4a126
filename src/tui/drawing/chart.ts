/** Curves over the months of a run, with what was recorded and what was planned. */
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import {type Look, paint, type Role} from '../look.ts';
import type {Size} from '../scene.ts';
import {drawable, gutterOf, placeOf, sideOf, timeAxis, type ValueAxis, valueAxis} from './axis.ts';
import {canvasOn, dotsIn, type Pen} from './canvas.ts';
import {drawnIn, glyphsOf} from './glyphs.ts';
import {breadth, type Entry, inLine, inLines} from './legend.ts';
import {block, fitTo, type Line, nothing, width} from './lines.ts';
import {type Surface, surfaceOf} from './surface.ts';

export type Curve = {readonly name: string; readonly values: ArrayLike<number>; readonly role: Role; readonly dashed?: boolean};

/** A monthly level that was recorded or planned, from a month to a month. */
export type Mark = {readonly name: string; readonly from: number; readonly to: number; readonly value: number; readonly role: 'fact' | 'plan'};

/** What happened in a month. */
export type Event = {readonly month: number; readonly name: string};

/** Between which values the truth is thought to lie. */
export type Band = {readonly name: string; readonly low: ArrayLike<number>; readonly high: ArrayLike<number>};

export type ChartSpec = {
	readonly title: string;
	readonly unit: string;
	/** The first month, counted from year 0. */
	readonly start: number;
	/** One value a month; later ones are drawn over earlier ones. */
	readonly curves: readonly Curve[];
	readonly marks?: readonly Mark[];
	readonly events?: readonly Event[];
	readonly cursor?: number | undefined;
	readonly band?: Band;
	/** Whether the axis begins at 0; it does unless told otherwise. */
	readonly fromZero?: boolean;
};

/** What a chart is drawn from once its unit is known, and once its axis is. */
type Frame = {readonly spec: ChartSpec; readonly months: number; readonly by: number; readonly unit: string; readonly look: Look};
type Plot = Frame & {readonly axis: ValueAxis};

/** Said where there is no month of anything. */
export const empty = 'There is nothing to draw.';

/** A chart of exactly a size. */
export function chart(spec: ChartSpec, size: Size, look: Look): Line[] {
	const months = monthsOf(spec);
	const within = spec.cursor === undefined || months === 0 ? undefined : Math.min(months - 1, Math.max(0, Math.round(spec.cursor)));
	const shown = {...spec, cursor: within};
	const {least, largest} = extent(spec);
	const {unit, values} = scaled(spec.unit, [1], [least, largest]);
	const by = values[0]!;
	const foot = size.height >= 5 ? 2 : size.height >= 4 ? 1 : 0;
	const frame: Frame = {spec: shown, months, by, unit, look};
	const head = headOf(frame, size);
	if (months === 0) return drawnIn(look, block([...head, ...nothing(empty, {width: size.width, height: size.height - head.length}, look)], size));
	const rows = Math.max(0, size.height - head.length - foot);
	const axis = valueAxis(least * by, largest * by, rows, Math.max(1, Math.min(8, Math.round((size.height - 4) / 3))));
	const plot: Plot = {...frame, axis};
	const gutter = gutterOf(axis, size.width);
	const sheet = surfaceOf(size.width - gutter, rows, look);
	drawPlot(sheet, plot);
	const side = sideOf(axis, gutter, rows, look);
	const [line, labels] = timeAxis({...shown, months}, size.width - gutter, look);
	const corner = gutter > 0 ? ' '.repeat(gutter - 1) + paint(glyphsOf(look).corner, {role: 'faint'}, look) : '';
	const feet = foot === 2 ? [corner + line, ' '.repeat(gutter) + labels] : foot === 1 ? [' '.repeat(gutter) + labels] : [];
	return drawnIn(look, block([...head, ...sheet.lines().map((cells, row) => side[row]! + cells), ...feet], size));
}

const monthsOf = ({curves, marks = [], band}: ChartSpec): number => {
	const curved = Math.max(0, ...curves.map(({values}) => values.length), band?.low.length ?? 0);
	return curved > 0 ? curved : Math.max(0, ...marks.map(({to}) => to + 1));
};

function extent({curves, marks = [], band, fromZero = true}: ChartSpec): {least: number; largest: number} {
	let least = fromZero ? 0 : Number.POSITIVE_INFINITY;
	let largest = fromZero ? 0 : Number.NEGATIVE_INFINITY;
	const reach = (value: number | undefined): void => {
		if (!drawable(value)) return;
		if (value < least) least = value;
		if (value > largest) largest = value;
	};
	for (const {values} of curves) for (let i = 0; i < values.length; i++) reach(values[i]);
	for (const {value} of marks) reach(value);
	for (let i = 0; i < (band?.low.length ?? 0); i++) {
		reach(band!.low[i]);
		reach(band!.high[i]);
	}
	return least <= largest ? {least, largest} : {least: 0, largest: 0};
}

// The head.

/** Without colour, curves that are neither what-if nor baseline are told apart by letters. */
function lettersOf({spec: {curves}, look}: Frame): (string | undefined)[] {
	if (look.theme !== 'mono') return curves.map(() => undefined);
	let next = 0;
	return curves.map(({role}) =>
		role === 'what-if' || role === 'baseline' || role === 'pinned' || curves.length === 1 ? undefined : String.fromCharCode(97 + (next++ % 26)),
	);
}

function entriesOf(plot: Frame): Entry[] {
	const {spec, by, look} = plot;
	const signs = glyphsOf(look);
	const letters = lettersOf(plot);
	const curves = spec.curves.map(({name, role, values, dashed}, i): Entry => {
		const swatch = letters[i] ?? (isDashed(role, dashed, look) ? signs.dashed : signs.solid);
		return {swatch, name, role, value: spec.cursor === undefined ? undefined : reading(values, spec.cursor, by)};
	});
	const marks = (['fact', 'plan'] as const).flatMap((role): Entry[] => {
		const all = spec.marks?.filter(one => one.role === role) ?? [];
		const lasting = all.some(({from, to}) => to > from);
		return all[0] ? [{swatch: lasting ? signs.from + signs[role] + signs.to : signs[role], name: all[0].name, role}] : [];
	});
	const events: Entry[] = spec.events?.length ? [{swatch: signs.event, name: 'event', role: 'event'}] : [];
	const band: Entry[] = spec.band ? [{swatch: look.glyphs === 'ascii' ? ':' : '░', name: spec.band.name, role: 'band'}] : [];
	// What was drawn last lies on top and is named first.
	return [...curves.reverse(), ...band, ...marks, ...events];
}

/** As wide at every month, so that nothing moves with the cursor. */
function reading(values: ArrayLike<number>, month: number, by: number): string {
	let longest = 0;
	for (let i = 0; i < values.length; i += 1 + (values.length >> 4)) longest = Math.max(longest, formatNumber(values[i]! * by).length);
	return formatNumber((values[month] ?? Number.NaN) * by).padEnd(Math.max(4, longest));
}

function headOf(plot: Frame, {width: across, height}: Size): Line[] {
	const {spec, unit, look} = plot;
	const entries = entriesOf(plot);
	const month = spec.cursor === undefined ? '' : formatMonth(spec.start + spec.cursor);
	const name = nameOf(spec.title, unit, look);
	const lead = name === '' ? 0 : width(name) + 3;
	const dated = month === '' ? 0 : month.length + (entries.length === 0 ? 0 : 3);
	const line = (right: string): Line[] => [fitTo(name, across - width(right)) + right];
	const at = paint(month, {role: 'title'}, look);
	if (lead + breadth(entries) + dated <= across) return line([at, inLine(entries, look)].filter(part => part !== '').join('   '));
	// The month stands at the foot too.
	if (name === '' && breadth(entries) <= across) return line(inLine(entries, look));
	const room = height >= 18 ? 3 : height >= 12 ? 2 : height >= 8 ? 1 : 0;
	if (room === 0 && lead + breadth(entries.slice(0, 1)) <= across) return line(inLine(entries.slice(0, 1), look));
	const title = month === '' || across < month.length + 12 ? fitTo(name, across) : `${fitTo(name, across - month.length - 2)}  ${at}`;
	return [title, ...(room === 0 ? [] : inLines(entries, across, room, look))];
}

/** `Coal (t/month)`; of a chart whose title stands above it, the unit alone. */
function nameOf(title: string, unit: string, look: Look): Line {
	const of = unit === '' || title === '' ? unit : ` (${unit})`;
	return [title === '' ? '' : paint(title, {role: 'title', bold: true}, look), of === '' ? '' : paint(of, {role: 'faint'}, look)].join('');
}

// The plot.

const isDashed = (role: Role, dashed: boolean | undefined, {theme}: Look): boolean =>
	dashed ?? (theme === 'mono' && (role === 'baseline' || role === 'pinned'));

function penOf({role, dashed}: Curve, look: Look): Pen {
	const bold = role === 'what-if';
	if (!isDashed(role, dashed, look)) return {role, bold};
	return {role, dotted: true, ...(look.glyphs === 'ascii' ? {} : {dashes: look.glyphs === 'block' ? [3, 3] : role === 'pinned' ? [1, 2] : [5, 3]})};
}

function drawPlot(sheet: Surface, plot: Plot): void {
	const {spec, months, axis, look} = plot;
	if (months === 0 || sheet.width === 0 || sheet.height === 0) return;
	const canvas = canvasOn(sheet, look);
	const rowOf = (value: number): number => (drawable(value) ? Math.min(sheet.height - 1, Math.floor(axis.heightOf(value * plot.by))) : Number.NaN);
	const dots = dotsIn(look).down;
	const dotOf = (value: number): number => (drawable(value) ? Math.min(canvas.down - 1, Math.max(0, axis.heightOf(value * plot.by) * dots - 0.5)) : Number.NaN);
	drawLevels(sheet, plot);
	drawBand(sheet, plot, rowOf);
	if (spec.cursor !== undefined)
		for (let row = 0; row < sheet.height; row++) sheet.put(placeOf(spec.cursor, months, sheet.width), row, glyphsOf(look).upright, 'cursor');
	const xs = Float64Array.from({length: months}, (_, month) => ((month + 0.5) / months) * canvas.across - 0.5);
	const letters = lettersOf(plot);
	const marks = (['plan', 'fact'] as const).flatMap(role => (spec.marks ?? []).filter(mark => mark.role === role));
	for (const mark of marks) drawMark(sheet, plot, mark, rowOf(mark.value), 'line');
	for (const curve of spec.curves)
		canvas.trace(
			xs,
			Float64Array.from({length: months}, (_, month) => dotOf(curve.values[month] ?? Number.NaN)),
			penOf(curve, look),
		);
	canvas.finish();
	for (const [i, letter] of letters.entries()) {
		if (letter !== undefined) drawLetters(sheet, months, letter, spec.curves[i]!, rowOf);
	}
	for (const part of ['ends', 'sign'] as const) for (const mark of marks) drawMark(sheet, plot, mark, rowOf(mark.value), part);
}

/** Faint dots at the height of each tick. */
function drawLevels(sheet: Surface, {axis, look}: Plot): void {
	const sign = look.glyphs === 'ascii' ? '.' : '·';
	for (const {row} of axis.ticks) for (let column = 3; column < sheet.width; column += 4) sheet.put(column, row, sign, 'band');
}

function drawBand(sheet: Surface, {spec: {band}, months, look}: Plot, rowOf: (value: number) => number): void {
	if (!band) return;
	for (let column = 0; column < sheet.width; column++) {
		const month = Math.min(months - 1, Math.floor((column / sheet.width) * months));
		const [top, bottom] = [rowOf(band.high[month] ?? Number.NaN), rowOf(band.low[month] ?? Number.NaN)];
		if (!(top <= bottom)) continue;
		for (let row = top; row <= bottom; row++) {
			if (look.colours.band === 0) sheet.put(column, row, look.glyphs === 'ascii' ? ':' : '░', 'band');
			else sheet.shade(column, row, 'band');
		}
	}
}

/** A curve's letter on it, again and again. */
function drawLetters(sheet: Surface, months: number, letter: string, {values, role}: Curve, rowOf: (value: number) => number): void {
	const place = letter.charCodeAt(0) % 5;
	for (let column = 2 + place * 3; column < sheet.width; column += 18) {
		const value = values[Math.min(months - 1, Math.floor((column / sheet.width) * months))];
		if (drawable(value)) sheet.put(column, rowOf(value), letter, role, true);
	}
}

/** A recorded or planned level: a line as long as it lasted, under the curves; over them its ends, and in the middle its sign. */
function drawMark(sheet: Surface, {months, look}: Plot, {from, to, role}: Mark, row: number, part: 'line' | 'ends' | 'sign'): void {
	if (!Number.isFinite(row) || to < 0 || from >= months) return;
	const signs = glyphsOf(look);
	const first = placeOf(Math.max(0, from), months, sheet.width);
	const last = placeOf(Math.min(months - 1, Math.max(from, to)), months, sheet.width);
	if (part === 'line') for (let column = first; column <= last; column++) sheet.put(column, row, signs.level, role);
	if (part === 'ends' && last > first) {
		sheet.put(first, row, signs.from, role);
		sheet.put(last, row, signs.to, role);
	}
	if (part === 'sign') sheet.put((first + last) >> 1, row, signs[role], role, true);
}
