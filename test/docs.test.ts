import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {writeSchema} from '../src/cli/schema.ts';
import {scenarioReference} from '../src/report/reference.ts';
import {fileKinds, jsonSchema} from '../src/scenario/json-schema.ts';

test('the schemas for editors are those of the definitions; npm run schema writes them', () => {
	for (const kind of fileKinds) expect(readFileSync(`docs/schema/${kind}.json`, 'utf8'), kind).toBe(writeSchema(jsonSchema(kind)));
	expect(readdirSync('docs/schema').sort()).toEqual(fileKinds.map(kind => `${kind}.json`).sort());
});

test('the reference is that of the definitions; npm run reference writes it', () => {
	expect(readFileSync('docs/scenario-reference.md', 'utf8')).toBe(scenarioReference());
});

test('every reference inside a schema leads somewhere', () => {
	for (const kind of fileKinds) {
		const schema = jsonSchema(kind);
		const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)].map(([, name]) => name);
		for (const name of references) expect(Object.keys(schema.definitions ?? {})).toContain(name);
	}
	expect(JSON.stringify(jsonSchema('part'))).toContain('#/definitions/value');
});

test('editors find the schema of every scenario file in its first line', () => {
	const files = readdirSync('scenarios', {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.yaml'));
	expect(files.length).toBeGreaterThan(40);
	for (const file of files) {
		const text = readFileSync(path.join('scenarios', file), 'utf8');
		const [, kind = ''] = /^file: ([a-z-]+)/m.exec(text) ?? [];
		const schema = path.relative(path.join('scenarios', path.dirname(file)), path.join('docs', 'schema', `${kind}.json`));
		expect(text.split('\n')[0], file).toBe(`# yaml-language-server: $schema=${schema.split(path.sep).join('/')}`);
	}
});
