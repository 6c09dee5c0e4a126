/** The formats in which tables can be had. */
import {writeCsv, writeJson, writeNdjson} from './data.ts';
import type {Table} from './table.ts';
import {type TextStyle, writeText} from './text.ts';

export const formats = ['table', 'csv', 'ndjson', 'json'] as const;
export type Format = (typeof formats)[number];

/** Tables as text, piece by piece. CSV holds one table; whoever asks for several must ask for another format. */
export function* writeTables(tables: readonly Table[], format: Format, style: TextStyle): Generator<string> {
	if (format === 'json') return yield* writeJson(tables);
	for (const [t, table] of tables.entries()) {
		if (format === 'csv') yield* writeCsv(table);
		else if (format === 'ndjson') yield* writeNdjson(table);
		else {
			if (t > 0) yield '\n';
			yield* writeText(table, style);
		}
	}
}
