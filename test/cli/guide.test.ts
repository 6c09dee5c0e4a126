import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {counterplan} from '../built.ts';
import {copyOfScenarios} from './copy.ts';

const guide = readFileSync('docs/writing-a-what-if.md', 'utf8');
const blocks = [...guide.matchAll(/^```(sh|yaml)\n(.*?)^```$/gms)].map(([, language, text]) => ({language, text}));

test('every command of the guide to what-ifs works as printed, and what it writes passes the check', () => {
	const cwd = copyOfScenarios();
	let written = '';
	for (const {language, text} of blocks) {
		if (language === 'yaml') {
			writeFileSync(path.join(cwd, written), text);
			continue;
		}
		for (const line of text.trim().split('\n')) {
			expect(line).toMatch(/^npx counterplan /);
			const args = line.split(' ').slice(2);
			const {status, stdout, stderr} = counterplan(args, {cwd});
			expect([line, status, stderr.match(/.*no-effect.*/)?.[0]]).toEqual([line, 0, undefined]);
			if (args[0] === 'new') written = stdout.trim();
		}
	}
	expect(written).toBe(path.join('scenarios', 'korea-1945', 'what-if', 'twice-the-builders.yaml'));
});

test('the changes that the guide shows are understood', () => {
	const cwd = copyOfScenarios();
	const changes = [...guide.matchAll(/\| `([a-z*.-]+: \{.*\})` \|/g)].map(([, change]) => change);
	expect(changes.length).toBeGreaterThan(6);
	const files = changes.map((change, i) => {
		const file = path.join('scenarios', 'korea-1945', 'what-if', `shown-${i}.yaml`);
		const head = 'counterplan: 1\nfile: what-if\nextends: ../historical.yaml\ntitle: shown\nfrom: 1946-04\nreason: shown in the guide\n';
		writeFileSync(path.join(cwd, file), `${head}change:\n  ${change}\n`);
		return file;
	});
	const {status, stderr} = counterplan(['check', ...files], {cwd});
	expect([status, stderr]).toEqual([0, '']);
});
