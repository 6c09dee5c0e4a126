/** Every number of a scenario read into the engine's vector, and where each came from. */
import type {Field, Fields} from '../economy/field.ts';
import {type Layout, layOut, type Place, slotOf, type TableName, tables} from '../economy/parameters.ts';
import type {Origin} from './program.ts';
import {kebab} from './schema.ts';
import type {Reader} from './setting.ts';
import type {Built, Row} from './structure.ts';
import {withGoods} from './units.ts';
import {readValue, type Value} from './values.ts';

export type Numbers = {readonly layout: Layout; readonly vector: Float64Array; readonly origins: Map<string, Origin>};

/** Read all numbers of all rows over so many months; what is missing or cannot be read is reported. */
export function readNumbers({structure, rows}: Built, months: number, reader: Reader): Numbers {
	const layout = layOut(structure.rows, months);
	const numbers: Numbers = {layout, vector: new Float64Array(layout.length), origins: new Map()};
	const places = new Map(layout.places.map(place => [`${place.table}.${place.name}`, place] as const));
	for (const [table, fields] of Object.entries(tables) as [TableName, Fields][]) {
		const named = Object.entries(fields).map(([name, field]) => ({name: kebab(name), field, place: places.get(`${table}.${name}`) as Place}));
		for (const [index, row] of rows[table].entries()) {
			for (const {name, field, place} of named) readNumber(numbers, row, index, name, field, place, reader);
		}
	}
	return numbers;
}

function readNumber(numbers: Numbers, row: Row, index: number, name: string, field: Field, place: Place, reader: Reader): void {
	const path = `${row.path}.${name}`;
	const unit = withGoods(field.unit, row.goods);
	const given = row.given(name);
	if (!given) {
		if (field.otherwise === undefined) {
			if (!row.broken)
				reader.problems.add(row.spot, 'missing', `${path} is missing: ${field.meaning}${unit === undefined || unit === '1' ? '' : `, in ${unit}`}`);
			return;
		}
		fill(numbers, place, index, Float64Array.of(field.otherwise));
		const silent = {sources: [], reason: undefined, range: undefined, span: undefined, fitted: false, readings: []};
		numbers.origins.set(path, {path, field, place, row: index, unit: unit ?? '', spot: undefined, ...silent});
		return;
	}
	const value = unit === undefined ? undefined : readValue(given.tree, path, field, unit, given.provenance, reader);
	if (!value || unit === undefined) return;
	fill(numbers, place, index, value.series);
	numbers.origins.set(path, originOf(within(value, numbers.layout.months), {path, field, place, row: index, unit, spot: given.tree.spot}));
}

/** A run may end before its scenario does. */
function within(value: Value, months: number): Value {
	const {span, readings} = value;
	return {
		...value,
		span: span && {low: span.low.slice(0, months), high: span.high.slice(0, months)},
		readings: readings.map(reading => ({...reading, values: reading.values.slice(0, months)})),
	};
}

type Whereabouts = Pick<Origin, 'path' | 'field' | 'place' | 'row' | 'unit' | 'spot'>;

const originOf = ({provenance: {sources, reason}, range, span, fitted, readings, rule}: Value, where: Whereabouts): Origin => ({
	...where,
	sources,
	reason,
	range,
	span,
	fitted,
	readings,
	rule,
});

/** Put a value for each month, or one, into its slots. */
export function fill({layout, vector}: Pick<Numbers, 'layout' | 'vector'>, place: Place, row: number, values: Float64Array): void {
	if (place.field.when !== 'monthly') {
		vector[slotOf(layout, place, row, 0)] = values[0] ?? 0;
		return;
	}
	for (let month = 0; month < layout.months; month++) vector[slotOf(layout, place, row, month)] = values[values.length === 1 ? 0 : month] ?? 0;
}
