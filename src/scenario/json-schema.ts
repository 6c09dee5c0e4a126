/** JSON Schema of scenario files, for editors: the same definition by which files are checked, with the forms of a value spelt out. */
import {z} from 'zod';
import {type FileKind, schemas} from './schema.ts';

export type JsonSchema = {readonly [key: string]: unknown};

export const fileKinds = Object.keys(schemas) as readonly FileKind[];

const draft = 'http://json-schema.org/draft-07/schema#';

/** The JSON Schema (draft 07) of a kind of file. */
export function jsonSchema(kind: FileKind): JsonSchema {
	const {$schema: _, ...schema} = z.toJSONSchema(schemas[kind], {
		io: 'input',
		target: 'draft-7',
		unrepresentable: 'any',
		override: ({jsonSchema: made}) => refineValue(made),
	});
	const whole = {$schema: draft, title: `Counterplan, file: ${kind}`, ...schema};
	return JSON.stringify(schema).includes('"#/definitions/value"') ? {...whole, definitions: valueForms} : whole;
}

/** Numbers may be written in several forms: where the definition says "or a mapping", editors are told which. */
function refineValue(schema: {anyOf?: unknown}): void {
	if (!Array.isArray(schema.anyOf)) return;
	schema.anyOf = schema.anyOf.map((form: JsonSchema) => (form.type === 'object' && Object.keys(form).length === 1 ? {$ref: '#/definitions/value'} : form));
}

const single = {type: ['number', 'string'], description: 'a number with its unit, as in 12 kt/year; or the name of a switch’s option'};
const range = {
	anyOf: [{type: 'string'}, {type: 'array', minItems: 2, maxItems: 2}],
	description: 'how far it may be wrong: 1..12 kt/month, or [1, 12] in the unit of the value',
};
const source = {anyOf: [{type: 'string'}, {type: 'array', items: {type: 'string'}}], description: 'ids of the sources'};
const reason = {type: 'string', description: 'why it is what it is'};
const unit = {type: ['string', 'number'], description: 'the unit of every bare number in this mapping'};
const status = {const: 'fitted', description: 'moved inside its range by a fit'};
const interpolate = {enum: ['step', 'linear'], description: 'whether a dated value holds until the next, or goes there in a straight line'};
const month = '^\\d{4}-(0[1-9]|1[0-2])$';

const one = {type: 'object', properties: {value: single, unit, source, reason, range, status}, required: ['value'], additionalProperties: false};
const values = {
	type: 'object',
	patternProperties: {[month]: {anyOf: [single, one]}},
	additionalProperties: false,
	description: 'dated: each from its month until the next; before the first, the first',
};
const seasonal = {type: 'array', minItems: 12, maxItems: 12, items: single, description: 'January to December; beside a value, factors on it'};
const reading = {
	type: 'object',
	properties: {id: {type: 'string'}, weight: single, value: single, values, seasonal, unit, source, reason, interpolate},
	required: ['id', 'weight'],
	additionalProperties: false,
};

/** The long forms of a value. */
const valueForms = {
	value: {
		type: 'object',
		description: 'a value with what stands behind it',
		properties: {
			value: single,
			values,
			seasonal,
			readings: {type: 'array', minItems: 1, items: reading, description: 'what sources say that conflict; the heaviest is taken unless another is asked for'},
			rule: {type: 'string', description: 'an expression over the quantities of the month before'},
			unit,
			source,
			reason,
			range,
			status,
			interpolate,
		},
		additionalProperties: false,
	},
};
