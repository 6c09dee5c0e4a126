/** Parts of which the schemas of several kinds of file are made. */
import {z} from 'zod';

export const text = (meaning: string) => z.string().min(1).max(2000).describe(meaning);
export const reference = (to: string) => z.string().max(64).describe(`the id of ${to}`);
export const anything = (meaning: string, title: string) =>
	z.any().meta({description: meaning, title, anyOf: [{type: ['number', 'string']}, {type: 'object'}]});
export const path = text('the path of a file, from this one');

export const provenance = {
	source: z
		.union([z.string(), z.array(z.string()).max(50)], {error: 'a source is the id of a row of the sources, or a list of such ids'})
		.optional()
		.describe('where the numbers here and below come from: ids of the sources'),
	reason: text('why the numbers here and below are what they are').optional(),
};

export const head = <Kind extends string>(kind: Kind) => ({
	counterplan: z.literal(1).describe('version of the format'),
	file: z.literal(kind).describe('what this file is'),
	title: text('title').optional(),
});
