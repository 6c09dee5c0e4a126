/** `counterplan schema`: JSON Schema of scenario files, for editors and other programs. */
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileKinds, jsonSchema} from '../scenario/json-schema.ts';
import {didYouMean, printable} from '../scenario/problem.ts';
import {UsageError} from './usage.ts';

/** Print the schema of a kind of file, or of all; into a folder, a file for each. */
export function schema(kind: string | undefined, {out}: {readonly out?: string}): void {
	const kinds = fileKinds.filter(known => kind === undefined || known === kind);
	if (kinds.length === 0)
		throw new UsageError(`there is no kind of file "${printable(kind ?? '')}"${didYouMean(kind ?? '', fileKinds)} (there are ${fileKinds.join(', ')})`);
	if (out === undefined) {
		const [first] = kinds;
		process.stdout.write(writeSchema(kind === undefined ? Object.fromEntries(kinds.map(one => [one, jsonSchema(one)])) : jsonSchema(first)));
		return;
	}
	mkdirSync(out, {recursive: true});
	for (const one of kinds) writeFileSync(path.join(out, `${one}.json`), writeSchema(jsonSchema(one)));
	process.stderr.write(`${kinds.map(one => path.join(out, `${one}.json`)).join('\n')}\n`);
}

/** JSON as it is committed: tabs, and a line at the end. */
export const writeSchema = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;
