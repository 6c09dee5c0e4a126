/** Writes the JSON Schema of every kind of file to docs/schema/, and into the first line of every scenario file where editors find it. */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {schema} from '../src/cli/schema.ts';
import {readHead} from '../src/scenario/head.ts';

const schemas = path.join('docs', 'schema');

/** `# yaml-language-server: $schema=../docs/schema/scenario.json`; undefined for a file that does not say what it is. */
function schemaLine(file: string): string | undefined {
	const kind = readHead(file)?.kind;
	if (kind === undefined) return undefined;
	const relative = path.relative(path.dirname(file), path.join(schemas, `${kind}.json`));
	return `# yaml-language-server: $schema=${relative.split(path.sep).join('/')}`;
}

schema(undefined, {out: schemas});
for (const name of readdirSync('scenarios', {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.yaml'))) {
	const file = path.join('scenarios', name);
	const line = schemaLine(file);
	const text = readFileSync(file, 'utf8');
	const rest = text.replace(/^# yaml-language-server: .*\n/, '');
	if (line !== undefined && text !== `${line}\n${rest}`) writeFileSync(file, `${line}\n${rest}`);
}
