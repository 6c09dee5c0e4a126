import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {baseline, counterplan} from './built.ts';

/** Other versions of Node come with `npm ci`, in a folder of their own; elsewhere name one in COUNTERPLAN_NODE_22 and _24. */
function nodeOf(major: number): string {
	const named = process.env[`COUNTERPLAN_NODE_${major}`];
	const installed = path.resolve(
		'test',
		'nodes',
		'node_modules',
		`node-${major}-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
		'bin',
	);
	return named ?? path.join(installed, process.platform === 'win32' ? 'node.exe' : 'node');
}

const majors = [22, 24];
const data = (node: string): string => {
	const {status, stdout, stderr} = counterplan(['run', baseline, '--format', 'json', '--seed', '1946', '--quiet', '--no-record'], {node});
	expect(stderr).toBe('');
	expect(status).toBe(0);
	return createHash('sha256').update(stdout).digest('hex');
};

describe('the same scenario gives the same bytes on every version of Node', () => {
	const here = process.version;

	test.each(majors)(`on ${here} and on Node %i`, major => {
		const node = nodeOf(major);
		expect(existsSync(node), `Node ${major} is missing; run "npm run nodes", or name it in COUNTERPLAN_NODE_${major}`).toBe(true);
		expect(spawnSync(node, ['--version'], {encoding: 'utf8'}).stdout).toMatch(new RegExp(`^v${major}\\.`));
		expect(data(node)).toBe(data(process.execPath));
	});
});
