/**
 * What may stand in a scenario's files: the one definition behind checking, JSON Schema and the reference.
 *
 * The numbers of every table come from the engine. Here they may be anything: their own reader (values.ts) says better what
 * is wrong with them; `meta` tells editors what they are.
 */
import {z} from 'zod';
import type {Field, Fields} from '../economy/field.ts';
import {type TableName, tables} from '../economy/parameters.ts';
import {purposes} from '../economy/structure.ts';
import {lessonSchema} from './lesson-schema.ts';
import {anything, head, path, provenance, reference, text} from './schema-parts.ts';

/** `openingStock` -> `opening-stock`. */
export const kebab = (name: string): string => name.replace(/[A-Z]|\d+/g, part => `-${part.toLowerCase()}`);

export const idShape = /^[a-z][a-z0-9-]{0,63}$/;
/** Facts and sources are known by the numbers of their rows: `F31`, `S01`. */
export const rowIdShape = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;

/** A number of the scenario, as editors see it; `Field.meaning` with its unit and bounds. */
function leaf(field: Field) {
	if (field.options) return z.any().meta({description: field.meaning, anyOf: [{enum: [...field.options]}, {type: 'object'}]});
	const unit = field.unit === '1' ? 'a number without unit' : `in ${field.unit}`;
	const otherwise = field.otherwise === undefined ? 'required' : `${field.otherwise} if not given`;
	return anything(`${field.meaning} (${unit}; ${field.when}; ${boundsOf(field)}; ${otherwise})`, field.unit);
}

/** `from 0 to 1`, `at least 0`, `whole, at least 1`. */
export function boundsOf({min, max, whole}: Field): string {
	const bounds = Number.isFinite(max)
		? Number.isFinite(min)
			? `from ${min} to ${max}`
			: `at most ${max}`
		: Number.isFinite(min)
			? `at least ${min}`
			: 'any number';
	return whole ? `whole, ${bounds}` : bounds;
}

const numbersOf = (fields: Fields) => Object.fromEntries(Object.entries(fields).map(([name, field]) => [kebab(name), leaf(field).optional()]));

/** One entity of a table: its numbers, and what is not a number. */
const entity = <Shape extends z.ZodRawShape>(table: TableName, attributes: Shape) =>
	z.strictObject({...numbersOf(tables[table]), ...provenance, ...attributes});

/** Many of them by id. */
const byId = (of: z.ZodType) => z.object(provenance).catchall(of);

const label = text('how it is called in tables and on screens').optional();
const list = (of: string) => z.array(reference(of)).max(1000);
const amounts = (table: TableName, of: string) => byId(entity(table, {})).describe(`by the id of ${of}`);

const change = z.strictObject({
	set: anything('the value instead', 'value').optional(),
	scale: anything('by what every value is multiplied', '1').optional(),
	add: anything('what is added to every value', 'value').optional(),
	remove: z.literal(true).optional().describe('puts the flows of an entity to nothing'),
	from: text('first month of this change').optional(),
	until: text('last month of this change').optional(),
	...provenance,
});
const kind = (otherwise: string) => z.enum(['action', 'assumption']).describe(`whether someone could have ${otherwise}`);

const groupShape = {
	label,
	goods: list('a good').optional(),
	sites: list('a site').optional(),
	industries: list('an industry').optional(),
	professions: list('a profession').optional(),
};

/** Sections with one set of numbers. */
export const singletons = {
	policy: entity('policy', {}),
	finance: entity('finance', {}),
	labour: entity('labour', {}),
	rail: entity('rail', {
		fuels: list('a good: fuels of the locomotives, in order of preference').optional(),
		fund: reference('the fund that pays for repair').optional(),
	}),
	power: entity('power', {}),
};
export type Singleton = keyof typeof singletons;

/** Sections with many entities by id. */
const entities = {
	goods: entity('goods', {
		label,
		unit: z.string().max(40).describe('the unit in which it is counted: t, kWh, m, boats'),
		listed: z.boolean().optional().describe('whether it counts in the index of listed goods'),
		unfit: reference('the grade of the same that is unfit for the uses of this one').optional(),
		electricity: z.boolean().optional().describe('whether this is electricity, which cannot be stored'),
	}),
	industries: entity('industries', {label, staffing: amounts('staffing', 'a profession').optional()}),
	sites: entity('sites', {
		label,
		industry: reference('its industry'),
		product: reference('the good it makes'),
		recipes: byId(entity('recipes', {label, inputs: amounts('inputs', 'a good').optional()}))
			.optional()
			.describe('ways of making the product, in the order in which the site turns to them'),
		materials: amounts('materials', 'a good').optional(),
	}),
	uses: entity('uses', {label, goods: amounts('fuels', 'a good; in order of preference')}),
	professions: entity('professions', {
		label,
		group: reference('the group of professions it belongs to').optional(),
		translates: reference('the language it translates').optional(),
		staff: amounts('staff', 'a community').optional(),
	}),
	communities: entity('communities', {
		label,
		language: reference('the language through which it speaks with the works').optional(),
		fund: reference('the fund that pays it').optional(),
	}),
	languages: entity('languages', {label}),
	courses: entity('courses', {
		label,
		makes: z.enum(['skilled', 'foremen']).describe('what trainees become'),
		fund: reference('the fund that pays for it').optional(),
	}),
	routes: entity('routes', {label, grades: amounts('grades', 'a good')}),
	exports: entity('exports', {label, good: reference('the good sold'), fund: reference('the fund that has a part of the receipts').optional()}),
	funds: entity('funds', {label, spends: z.array(z.enum(purposes)).max(purposes.length).optional().describe('what it spends on, in order')}),
	prospecting: entity('prospecting', {label, site: reference('the site whose seams are looked for')}),
	groups: z.strictObject(groupShape),
	plan: z.strictObject({
		...provenance,
		label,
		outcome: text('what is to be reached: entity.quantity@period:reduce'),
		target: anything('the quantity to be reached', 'target'),
		due: text('the month by whose end it is due'),
	}),
	shocks: z.strictObject({
		...provenance,
		label,
		chance: anything('chance that it begins in a month (in 1/month)', '1/month'),
		months: anything('months that it lasts', 'month'),
		change: z
			.record(z.string(), z.strictObject({scale: anything('by what the value is multiplied while it lasts', '1')}))
			.describe('by the path of a dated value'),
	}),
	reliefs: z.strictObject({
		...provenance,
		label,
		kind: kind('decided it, or the world would have had to be otherwise'),
		change: z.record(z.string(), change).describe('what is otherwise once the cause is gone, by path; * stands for one name'),
	}),
	extras: z.strictObject({
		...provenance,
		label: text('one unit of what, as in “a tonne of coking coal”').optional(),
		path: text('the path of the dated value to which it is added'),
		add: anything('how much is added', 'value'),
		lasts: z
			.enum(['month', 'rest'])
			.describe('month for what is there in one month (a tonne, a payment), rest for what stays from a month to the end (a locomotive)'),
	}),
};
export type Section = keyof typeof entities;
export const sectionNames = Object.keys(entities) as readonly Section[];
export const singletonNames = Object.keys(singletons) as readonly Singleton[];

const sections = Object.fromEntries([
	...Object.entries(singletons).map(([name, shape]) => [name, shape.optional()] as const),
	...Object.entries(entities).map(([name, shape]) => [name, byId(shape).optional()] as const),
]);
const parts = z.array(path).max(200).optional().describe('files that belong to this one');

const fact = {
	outcome: text('what the run is asked for: entity.quantity@period:reduce'),
	over: text('a second outcome by which the first is divided').optional(),
	value: anything('what was observed', 'value'),
};

const expectation = z.any().meta({
	description: 'how an outcome should compare with the parent’s; or a list of such expectations',
	examples: [{outcome: 'industry.index@1947:mean', sign: '+'}],
});

/** The kinds of file, by the word after `file:`. */
export const schemas = {
	scenario: z.strictObject({
		...head('scenario'),
		...provenance,
		title: text('title'),
		start: text('first month, as in 1945-09'),
		end: text('last month'),
		parts,
		sources: path.optional(),
		facts: path.optional(),
		fitted: path.optional(),
		levers: path.optional(),
		...sections,
	}),
	fitted: z.strictObject({
		...head('fitted'),
		command: text('the command that wrote it'),
		date: text('the day on which it did').optional(),
		values: z
			.record(
				z.string(),
				z.strictObject({
					scale: z.number().describe('factor on the value as written').optional(),
					way: z.number().describe('of a pattern with *: how far all are moved together, -1 to the bottoms of their ranges, 1 to the tops').optional(),
				}),
			)
			.describe('by path; * stands for one name'),
	}),
	'what-if': z.strictObject({
		...head('what-if'),
		...provenance,
		title: text('title'),
		extends: path.describe('the scenario, or another what-if, on which it is laid'),
		after: z.array(path).max(50).optional().describe('what-ifs that it may follow where both change the same values'),
		question: text('what is asked').optional(),
		kind: kind('acted so, or the world would have had to be otherwise').optional(),
		from: text('the point of divergence: months before it stay as they were').optional(),
		change: z.record(z.string(), change).describe('by path; * stands for one name'),
		expect: expectation.optional(),
		'look-at': z.array(text('an outcome worth showing')).max(50).optional(),
		exception: text('why the expected sign is not the one that comes to mind').optional(),
	}),
	levers: z.strictObject({
		...head('levers'),
		levers: z
			.record(
				z.string(),
				z.strictObject({
					path: text('the path of what it moves; * stands for one name'),
					label: text('how it is called on screens'),
					group: text('the heading under which it stands'),
					kind: kind('moved it, or we do not know where it stood'),
					operation: z.enum(['set', 'scale']).optional().describe('scale for what changes over the months, set for the rest, if not given'),
					min: anything('where it begins', 'value'),
					max: anything('where it ends', 'value'),
					step: anything('the least that it moves', 'value'),
					unit: text('the unit of min, max and step; times for a factor').optional(),
					from: text('first month that it moves').optional(),
					...provenance,
				}),
			)
			.describe('by id'),
	}),
	lesson: lessonSchema,
	part: z.strictObject({...head('part'), ...provenance, parts, ...sections}),
	sources: z.strictObject({
		...head('sources'),
		sources: z.record(
			z.string(),
			z.strictObject({
				figure: text('what is told'),
				value: z.union([z.string(), z.number()], {error: 'expected text or a number'}).optional().describe('the figure, in words'),
				cite: text('where it stands'),
				work: z.string().optional().describe('the id of the work in which it stands'),
				confidence: z.string().optional(),
				note: text('what must be known to use it').optional(),
			}),
		),
		works: z
			.record(z.string(), z.union([z.string(), z.record(z.string(), z.union([z.string(), z.number()]))], {error: 'a work is text, or a mapping of text'}))
			.optional(),
	}),
	facts: z.strictObject({
		...head('facts'),
		facts: z.record(
			z.string(),
			z.strictObject({
				label,
				...fact,
				value: fact.value.optional(),
				outcome: fact.outcome.optional(),
				role: z.enum(['target', 'holdout']),
				error: anything('relative error within which a result is a hit', '1'),
				side: z.enum(['both', 'at-least', 'at-most']).optional(),
				readings: z
					.array(
						z.strictObject({id: z.string(), outcome: fact.outcome.optional(), over: fact.over, value: fact.value.optional(), weight: anything('weight', '1')}),
					)
					.min(1)
					.max(20)
					.optional(),
				source: provenance.source,
				note: text('what must be known to judge it').optional(),
			}),
		),
	}),
} as const;
export type FileKind = keyof typeof schemas;
