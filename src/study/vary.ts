/** Ways: a lever or a number that a study walks along, from one value to another, as `sakhalin-ports=0..10:11` writes it. */
import {slotsOf} from '../scenario/knobs.ts';
import {moveLever} from '../scenario/levers.ts';
import {matching} from '../scenario/paths.ts';
import {nearest} from '../scenario/problem.ts';
import type {Lever, Origin, Program} from '../scenario/program.ts';
import {conversion, convert, parseUnit, splitQuantity} from '../scenario/units.ts';
import {FactorError} from './factors.ts';

/** A way as it was asked for; it can be sent to a worker. */
export type Vary = {
	/** A lever's id, or a path in which `*` may stand for one name. */
	readonly path: string;
	/** Ends as written: `0`, `60 kt/month`, or `x0.5` for a factor on what is written. A lever's own ends if not given. */
	readonly from?: string;
	readonly to?: string;
};

export type Way = {
	readonly path: string;
	readonly label: string;
	/** Of `from`, `to` and `rest`; `times` for a factor. */
	readonly unit: string;
	readonly from: number;
	readonly to: number;
	/** Where the scenario stands; undefined where that is not one value. */
	readonly rest: number | undefined;
	/** Put the way at a value, in a vector of the program's. */
	readonly set: (vector: Float64Array, value: number) => void;
};

/** The way that is asked for. Throws FactorError with what is wrong with it. */
export function wayOf(program: Program, asked: Vary): Way {
	const lever = program.levers.find(({id}) => id === asked.path);
	const way = lever ? leverWay(lever, asked) : pathWay(program, asked);
	if (!(way.from < way.to)) throw new FactorError(`the way along ${asked.path} ends at ${way.to}, where it does not go up from ${way.from}`);
	return way;
}

function leverWay(lever: Lever, {from, to}: Vary): Way {
	const {id, label, unit, min, max, operation, factor, written} = lever;
	const [start, end] = [readEnd(from, id, unit) ?? min, readEnd(to, id, unit) ?? max];
	if (start < min || end > max) throw new FactorError(`the lever ${id} goes from ${min} to ${max} ${unit}; asked for ${start} to ${end}`);
	const rest = operation === 'scale' ? 1 : written.every(value => value === written[0]) ? written[0] / factor : undefined;
	return {path: id, label, unit, from: start, to: end, rest, set: (vector, value) => moveLever(vector, lever, value)};
}

function pathWay(program: Program, {path, from, to}: Vary): Way {
	const origins = matching(program.origins, path);
	if (origins.length === 0) throw new FactorError(`the scenario has no lever and no number "${path}"${meant(program, path)}`);
	if (from === undefined || to === undefined) throw new FactorError(`write from where to where along ${path}, as in ${path}=x0.5..x2`);
	const [{field, unit}] = origins;
	if (field.options) throw new FactorError(`${path} is a switch; a way goes along numbers`);
	const slots = origins.flatMap(origin => [...slotsOf(program.layout, origin)]);
	const written = Float64Array.from(slots, slot => program.vector[slot]);
	const scales = [from, to].filter(end => end.startsWith('x')).length;
	if (scales === 1) throw new FactorError(`one end of the way along ${path} is a factor and the other is not`);
	if (scales === 2) {
		const [start, end] = [from, to].map(text => readEnd(text.slice(1), path, 'times') ?? 1);
		const set = (vector: Float64Array, value: number): void => {
			slots.forEach((slot, i) => {
				vector[slot] = clamped(origins[0], written[i] * value, path);
			});
		};
		return {path, label: path, unit: 'times', from: start, to: end, rest: 1, set};
	}
	const [start, end] = [from, to].map(text => readEnd(text, path, unit) ?? 0);
	const set = (vector: Float64Array, value: number): void => {
		for (const slot of slots) vector[slot] = clamped(origins[0], value, path);
	};
	return {path, label: path, unit, from: start, to: end, rest: written.every(value => value === written[0]) ? written[0] : undefined, set};
}

/** A value within the bounds of its field; one outside is a mistake of whoever asked. */
function clamped({field}: Origin, value: number, path: string): number {
	if (value >= field.min && value <= field.max) return value;
	throw new FactorError(`${value} is outside what ${path} can be, ${field.min} to ${field.max}`);
}

/** An end in the unit of the way; it may be written in another that measures the same. */
function readEnd(text: string | undefined, path: string, unit: string): number | undefined {
	if (text === undefined) return undefined;
	const split = splitQuantity(text);
	if (!split) throw new FactorError(`"${text}" is no end of a way along ${path}; write a number, with a unit if it is not in ${unit}`);
	if (split.unit === '' || split.unit === unit) return split.value;
	const [given, own] = [parseUnit(split.unit), parseUnit(unit === 'times' ? '1' : unit)];
	const factor = 'unknown' in given || 'unknown' in own ? undefined : conversion(given, own);
	if (factor === undefined) throw new FactorError(`${path} is in ${unit}; "${split.unit}" measures something else, or nothing`);
	return convert(split.value, factor);
}

function meant(program: Program, path: string): string {
	const near = nearest(path, [...program.levers.map(({id}) => id), ...program.origins.keys()]);
	return near ? `; did you mean "${near}"?` : '';
}

/** Values along a way, evenly from one end to the other. */
export const stations = ({from, to}: Pick<Way, 'from' | 'to'>, count: number): number[] =>
	Array.from({length: count}, (_, i) => (count === 1 ? from : Number((from + ((to - from) * i) / (count - 1)).toPrecision(12))));
