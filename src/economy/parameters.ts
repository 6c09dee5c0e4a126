/**
 * Every number of an economy in one vector, so that it is read, moved, drawn and compared by slot.
 *
 *   [ opening and constant values, table by table | month 0 of every monthly value | month 1 | ... ]
 *
 * The parts see it as one typed array a field. Policy copies a month's values into place when the month begins.
 */
import type {Field, Fields, Values} from './field.ts';
import {financeFields, fundFields} from './finance.ts';
import {goodFields} from './goods.ts';
import {gradeFields, routeFields} from './imports.ts';
import {industryFields, labourFields} from './labour.ts';
import {policyFields, type Rule} from './policy.ts';
import {inputFields, recipeFields, siteFields} from './potential.ts';
import {powerFields} from './power.ts';
import {prospectingFields} from './prospecting.ts';
import {railFields} from './rail.ts';
import {materialFields} from './restoration.ts';
import {communityFields, languageFields, professionFields, staffFields, staffingFields} from './specialists.ts';
import {exportFields} from './trade.ts';
import {courseFields} from './training.ts';
import {fuelFields, useFields} from './uses.ts';

/** The tables of an economy. A row of `inputs` is a good in a recipe, of `staff` a community's people in a profession, and so on. */
export const tables = {
	policy: policyFields,
	finance: financeFields,
	labour: labourFields,
	rail: railFields,
	power: powerFields,
	goods: goodFields,
	industries: industryFields,
	staffing: staffingFields,
	sites: siteFields,
	recipes: recipeFields,
	inputs: inputFields,
	materials: materialFields,
	uses: useFields,
	fuels: fuelFields,
	professions: professionFields,
	communities: communityFields,
	languages: languageFields,
	staff: staffFields,
	courses: courseFields,
	routes: routeFields,
	grades: gradeFields,
	exports: exportFields,
	funds: fundFields,
	prospecting: prospectingFields,
} as const;

export type TableName = keyof typeof tables;
export type Parameters = {readonly [Table in TableName]: Values<(typeof tables)[Table]>};
export type RowCounts = Readonly<Record<TableName, number>>;

/** Where the values of one field stand: from `offset`, one a row, in the constant block or in each month's. */
export type Place = {readonly table: TableName; readonly name: string; readonly field: Field; readonly rows: number; readonly offset: number};

export type Layout = {
	readonly months: number;
	/** Length of the block of opening and constant values. */
	readonly constants: number;
	/** Length of one month's block. */
	readonly monthly: number;
	/** Length of the whole vector. */
	readonly length: number;
	readonly places: readonly Place[];
};

/** Lay the tables out for so many rows each over so many months. */
export function layOut(rows: RowCounts, months: number): Layout {
	const places: Place[] = [];
	let constants = 0;
	let monthly = 0;
	for (const [table, fields] of Object.entries(tables) as [TableName, Fields][]) {
		for (const [name, field] of Object.entries(fields)) {
			const offset = field.when === 'monthly' ? monthly : constants;
			places.push({table, name, field, rows: rows[table], offset});
			if (field.when === 'monthly') monthly += rows[table];
			else constants += rows[table];
		}
	}
	return {months, constants, monthly, length: constants + months * monthly, places};
}

/** The slot in the vector of a row of a field; for a monthly field, in the given month. */
export const slotOf = (layout: Layout, place: Place, row: number, month: number): number =>
	place.field.when === 'monthly' ? layout.constants + month * layout.monthly + place.offset + row : place.offset + row;

/** The values in force: the constants, and this month's row of everything dated. */
export type Current = {
	readonly constants: Float64Array;
	readonly month: Float64Array;
	readonly p: Parameters;
	/** Whether the loss account is kept. */
	account: boolean;
	/** The vector last read, and its months. */
	vector: Float64Array | undefined;
	readonly rows: Float64Array[];
	/** Values that the economy sets itself. */
	rules: readonly Rule[];
};

/** Put a vector in force: its constants, and views of its months, which can be copied many times faster than their numbers one by one. */
export function read(current: Current, {constants, monthly, months}: Layout, vector: Float64Array): void {
	current.constants.set(vector.subarray(0, constants));
	if (current.vector === vector) return;
	current.vector = vector;
	for (let t = 0; t < months; t++) current.rows[t] = vector.subarray(constants + t * monthly, constants + (t + 1) * monthly);
}

/** Allocate the values in force and the arrays through which the parts read them. */
export function bind(layout: Layout): Current {
	const constants = new Float64Array(layout.constants);
	const month = new Float64Array(layout.monthly);
	// Object.fromEntries makes objects whose fields are found at once; adding as many one by one makes hash tables of them.
	const valuesOf = (table: string): Record<string, Float64Array> =>
		Object.fromEntries(
			layout.places
				.filter(place => place.table === table)
				.map(({name, field, rows, offset}) => [name, (field.when === 'monthly' ? month : constants).subarray(offset, offset + rows)]),
		);
	const p = Object.fromEntries(Object.keys(tables).map(table => [table, valuesOf(table)]));
	return {constants, month, p: p as unknown as Parameters, account: false, vector: undefined, rows: [], rules: []};
}
