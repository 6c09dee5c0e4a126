import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {Problems} from '../../src/scenario/problem.ts';
import {parseTree} from '../../src/scenario/read.ts';
import {nameOfTree, packed, treeReadBefore, unpacked} from '../../src/scenario/read-before.ts';
import {counterplan, program} from '../built.ts';

const files = readdirSync('scenarios', {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.yaml'));
const read = (file: string): string => readFileSync(path.join('scenarios', file), 'utf8');

test('what was read before is what reading gives, with every place, for all files that come with the program', () => {
	expect(files.length).toBeGreaterThan(10);
	for (const file of files) {
		const tree = parseTree(read(file), file, new Problems());
		expect(tree, file).toBeDefined();
		if (tree) expect(unpacked(JSON.parse(JSON.stringify(packed(tree))), file)).toEqual(tree);
	}
});

test('the built program has all of them, and a program that was not built has none', () => {
	for (const file of files) expect(existsSync(path.join(path.dirname(program), 'trees', nameOfTree(read(file)))), file).toBe(true);
	expect(treeReadBefore(read(files[0]), files[0])).toBeUndefined();
});

test('a file that was changed since is read anew, and what is wrong in it is found at its place', () => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'counterplan-'));
	cpSync('scenarios', folder, {recursive: true});
	const file = path.join(folder, 'first-steps.yaml');
	const asItWas = counterplan(['check', file]);
	writeFileSync(file, `# changed\n${readFileSync(file, 'utf8')}frobnicate: 2\n`);
	const changed = counterplan(['check', file]);
	rmSync(folder, {recursive: true});
	expect(asItWas.status).toBe(0);
	expect(changed.status).toBe(2);
	expect(changed.stdout + changed.stderr).toContain('frobnicate');
});
