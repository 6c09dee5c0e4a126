/** How long the program takes to begin, as multiples of Node's own start: medians of interleaved runs of the built program. */
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

/** What is timed, and how many times the start of bare Node it may take. */
export const limits = [
	{name: 'counterplan --help', args: ['dist/main.js', '--help'], most: 3},
	{name: 'counterplan check scenarios/first-steps.yaml', args: ['dist/main.js', 'check', 'scenarios/first-steps.yaml'], most: 6},
] as const;

export type Timed = {readonly name: string; readonly median: number; readonly times: number; readonly most: number | undefined};

const bare = {name: 'node -e 0', args: ['-e', '0'], most: undefined};

/** Time each so many times, turn by turn, so that whatever else the machine does falls on all of them. */
export function timeStartup(rounds = 10): readonly Timed[] {
	const all = [bare, ...limits];
	const taken = all.map((): number[] => []);
	for (let round = -1; round < rounds; round++) {
		for (const [i, {args}] of all.entries()) {
			const before = performance.now();
			const {status} = spawnSync(process.execPath, args, {stdio: 'ignore'});
			if (status !== 0) throw new Error(`node ${args.join(' ')} ended with status ${status}`);
			if (round >= 0) taken[i].push(performance.now() - before);
		}
	}
	const medians = taken.map(times => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]);
	return all.map(({name, most}, i) => ({name, median: medians[i], times: medians[i] / medians[0], most}));
}

/** A line for each. */
export const startupLines = (all: readonly Timed[]): readonly string[] =>
	all.map(
		({name, median, times, most}) =>
			`${name.padEnd(46)} ${median.toFixed(0).padStart(5)} ms   ${times.toFixed(1)} times${most === undefined ? '' : ` (at most ${most})`}`,
	);

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(startupLines(timeStartup()).join('\n'));
