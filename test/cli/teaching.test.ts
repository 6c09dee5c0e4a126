import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {counterplan} from '../built.ts';
import {copyOfScenarios} from './copy.ts';

const guide = readFileSync('docs/teaching.md', 'utf8');
const blocks = [...guide.matchAll(/^```(sh|yaml)\n(.*?)^```$/gms)].map(([, language, text]) => ({language, text}));

test('every command of the guide for teachers works as printed, and the lesson that it writes passes the check', () => {
	const cwd = copyOfScenarios();
	const [, file = ''] = /put it into\n`([^`]+)`/.exec(guide) ?? [];
	expect(file).toBe('scenarios/korea-1945/lessons/rails-or-builders.yaml');
	for (const {language, text} of blocks) {
		if (language === 'yaml') {
			writeFileSync(path.join(cwd, file), text);
			continue;
		}
		for (const line of text.trim().split('\n')) {
			expect(line).toMatch(/^npx counterplan /);
			const {status, stdout, stderr} = counterplan(line.split(' ').slice(2), {cwd});
			expect([line, status, stderr]).toEqual([line, 0, '']);
			if (!line.includes('--out')) expect(stdout).not.toBe('');
		}
	}
});

test('the guide has a part for every lesson, under its title', () => {
	const listed = JSON.parse(counterplan(['lesson', '--format', 'json']).stdout) as {readonly lessons?: readonly {readonly title: string}[]};
	const titles = JSON.stringify(listed);
	for (const [, title] of guide.matchAll(/^### (.+)$/gm)) expect(titles).toContain(JSON.stringify(title));
	expect([...guide.matchAll(/^### /gm)].length).toBe(4);
});
