/** Records: what it takes to repeat a run and to see that it came out the same. The same run gives the same bytes. */
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {FullRun} from './full-run.ts';
import type {Series} from './series.ts';
import {version} from './version.ts';

/** What the reader asked of a run beside its scenario, as it was written. */
export type Request = {
	readonly scenario: string;
	readonly until: string | undefined;
	readonly sets: readonly string[];
	readonly readings: readonly string[];
	readonly overlays?: readonly string[];
};

export type RunRecord = {
	readonly record: 1;
	readonly version: string;
	/** The scenario's name: that of its file. */
	readonly scenario: string;
	readonly file: string;
	readonly files: readonly {readonly file: string; readonly sha256: string}[];
	readonly until: string | null;
	readonly sets: readonly string[];
	readonly readings: readonly string[];
	/** The what-ifs laid over it, in order. */
	readonly overlays: readonly string[];
	readonly seed: string | null;
	/** Of the parameters that the run used, every bit of them. */
	readonly fingerprint: string;
	/** Of every number that it gave. */
	readonly results: string;
};

/** The record of a run. */
export function recordOf(run: FullRun, request: Request): RunRecord {
	const {program, seed} = run;
	return {
		record: 1,
		version,
		scenario: scenarioName(program.file),
		file: portable(request.scenario),
		files: program.files.map(file => ({file: fromScenario(program.file, file), sha256: sha256(readFileSync(file))})),
		until: request.until ?? null,
		sets: request.sets,
		readings: request.readings,
		overlays: (request.overlays ?? []).map(portable),
		seed: seed ?? null,
		fingerprint: sha256(bytesOf(run.vector)),
		results: resultsHash(run.series),
	};
}

/** Save a record in a folder; what stands there is replaced whole or not at all. Returns the file. */
export function saveRecord(record: RunRecord, folder: string): string {
	mkdirSync(folder, {recursive: true});
	const file = path.join(folder, 'record.json');
	const unfinished = `${file}.${process.pid}.tmp`;
	writeFileSync(unfinished, `${JSON.stringify(record, null, '\t')}\n`);
	renameSync(unfinished, file);
	return file;
}

/** The folder that a run's record goes to where the reader names none. */
export const recordFolder = (record: RunRecord): string => path.join('runs', runName(record));

/** The name of a run in tables and folders. */
export const runName = ({scenario, fingerprint}: RunRecord): string => `${scenario}-${fingerprint.slice(0, 12)}`;

/** `historical`, of `scenarios/korea-1945/historical.yaml`. */
export const scenarioName = (file: string): string => path.basename(file, path.extname(file));

function resultsHash(series: Series): string {
	const hash = createHash('sha256').update(`${series.start} ${series.months}\n`);
	series.columns.forEach(({entity, quantity, unit}, c) => {
		hash.update(`${entity}.${quantity} ${unit}\n`).update(bytesOf(series.values[c]));
	});
	return hash.digest('hex');
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The numbers as bytes, the low byte of each first whatever the machine. */
function bytesOf(values: Float64Array): Uint8Array {
	const view = new DataView(new ArrayBuffer(values.length * 8));
	values.forEach((value, i) => {
		view.setFloat64(i * 8, value, true);
	});
	return new Uint8Array(view.buffer);
}

const fromScenario = (scenario: string, file: string): string => portable(path.relative(path.dirname(scenario), file));

const portable = (file: string): string => file.split(path.sep).join('/');
