/** What a run wrote down: one array a column, one number a month. */
import type {Economy} from '../economy/state.ts';
import type {Field, Nature} from '../scenario/quantities.ts';

/** One output: an entity's quantity, and where in the state it is read. */
export type Column = {
	readonly entity: string;
	readonly quantity: string;
	readonly unit: string;
	readonly kind: Nature;
	readonly meaning: string;
	readonly field: Field;
	/** The rows that are summed. */
	readonly rows: readonly number[];
	/** What the sum is divided by: that field's sum over the same rows. */
	readonly over?: Field | undefined;
};

export type Series = {
	readonly months: number;
	/** First month, counted from year 0. */
	readonly start: number;
	readonly columns: readonly Column[];
	/** One array a column, one number a month. */
	readonly values: readonly Float64Array[];
};

/** A column made ready to read: the arrays it stands in. */
type Reader = {readonly from: Float64Array; readonly over: Float64Array | undefined; readonly rows: Int32Array; readonly into: Float64Array};

/** The arrays that columns are read from and written to. */
export function readers(economy: Economy, columns: readonly Column[], months: number): Reader[] {
	return columns.map(({field, over, rows}) => ({
		from: arrayOf(economy, field),
		over: over && arrayOf(economy, over),
		rows: Int32Array.from(rows),
		into: new Float64Array(months),
	}));
}

function arrayOf(economy: Economy, [part, name]: Field): Float64Array {
	const array = (economy[part] as unknown as Record<string, Float64Array>)[name];
	if (!(array instanceof Float64Array)) throw new Error(`the state has no ${part}.${name}`);
	return array;
}

/** Write down a month. */
export function record(reading: readonly Reader[], t: number): void {
	for (let c = 0; c < reading.length; c++) {
		const {from, over, rows, into} = reading[c];
		const sum = total(from, rows);
		if (over === undefined) into[t] = sum;
		else {
			const whole = total(over, rows);
			into[t] = whole === 0 ? 0 : sum / whole;
		}
	}
}

function total(values: Float64Array, rows: Int32Array): number {
	let sum = 0;
	for (let i = 0; i < rows.length; i++) sum += values[rows[i]];
	return sum;
}
