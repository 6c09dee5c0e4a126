/** `counterplan verify`: run again what a record was made from, and see whether it comes out the same to the last bit. */
import {fullRun} from '../run/full-run.ts';
import {type RunRecord, recordOf} from '../run/record.ts';
import {version} from '../run/version.ts';
import {loadScenario} from '../scenario/load.ts';
import {deliver, type OutputOptions} from './output.ts';
import {optionsOfRecord, readRecord} from './records.ts';

/** Verify a record; true if fingerprint and results are the same. */
export async function verify(file: string, options: OutputOptions): Promise<boolean> {
	const before = readRecord(file);
	const run = fullRun(loadScenario(before.file, optionsOfRecord(before)), before.seed ?? undefined);
	const {file: scenario, until, sets, readings, overlays} = before;
	const now = recordOf(run, {scenario, until: until ?? undefined, sets, readings, overlays});
	const rows = [
		row('parameters', before.fingerprint, now.fingerprint),
		row('results', before.results, now.results),
		...filesOf(before, now).map(([name, a, b]) => row(name, a, b)),
		row('version', before.version, version),
	];
	const same = before.fingerprint === now.fingerprint && before.results === now.results;
	const verdict = same
		? 'Verified: the same parameters, and the same results to the last bit.'
		: 'NOT THE SAME. What differs above is why: a scenario that was edited since, or another version of the program.';
	await deliver(
		[{name: 'verification', title: `Record of ${before.scenario}`, columns: ['what', 'same', 'recorded', 'now'].map(name => ({name})), rows, notes: [verdict]}],
		options,
	);
	return same;
}

const short = (text: string): string => (/^[0-9a-f]{64}$/.test(text) ? text.slice(0, 12) : text);

const row = (what: string, before: string, now: string): string[] => [what, before === now ? 'yes' : 'no', short(before), short(now)];

/** Every file of either, with its hashes. */
function filesOf(before: RunRecord, now: RunRecord): readonly (readonly [string, string, string])[] {
	const hash = ({files}: RunRecord, name: string): string => files.find(({file}) => file === name)?.sha256 ?? 'none';
	const names = [...new Set([...before.files, ...now.files].map(({file}) => file))];
	return names.map(name => [name, hash(before, name), hash(now, name)] as const);
}
