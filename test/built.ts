/** The built program, run as its readers run it. */
import {spawnSync} from 'node:child_process';
import path from 'node:path';

export const program = path.resolve('dist', 'main.js');

/** A case that every checkout has. */
export const firstSteps = path.join('scenarios', 'first-steps.yaml');
export const baseline = path.join('scenarios', 'korea-1945', 'historical.yaml');

export type Ended = {readonly status: number | null; readonly stdout: string; readonly stderr: string};

type How = {readonly node?: string; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string};

/** Run the program with these arguments and wait for its end. */
export function counterplan(args: readonly string[], {node = process.execPath, env = {}, cwd = process.cwd()}: How = {}): Ended {
	const {NO_COLOR: _, FORCE_COLOR: __, ...inherited} = process.env;
	const {status, stdout, stderr, error} = spawnSync(node, [program, ...args], {cwd, encoding: 'utf8', maxBuffer: 1 << 28, env: {...inherited, ...env}});
	if (error) throw error;
	return {status, stdout, stderr};
}
