/**
 * The journal of a calibration: what each task came to, in the order in which the tasks were handed out. What a calibration asks next
 * follows from its question and from what it was told before, so one that is gone on with goes the same way again and runs nothing
 * that the journal holds. A line is there whole or is not trusted; what follows it is not either.
 */
import {createHash} from 'node:crypto';
import {appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {version} from '../../run/version.ts';
import type {Crew} from '../crew.ts';
import type {Batch, Results} from '../evaluate.ts';
import {FactorError} from '../factors.ts';
import {programOf, type Subject} from '../subject.ts';
import type {Kind, Task, Tasks} from '../tasks.ts';
import type {Effort} from './calibrate.ts';
import type {Choosing} from './choose.ts';

/** All that the outcome of a calibration follows from, beside the files of its scenario. */
export type Question = {
	readonly subject: Subject;
	/** The numbers to move, or how they are chosen. */
	readonly numbers: readonly string[] | Choosing;
	readonly effort: Effort;
};

/** What stands in `calibration.json`; `files` is of every byte of the scenario's files. */
type Manifest = {readonly calibration: 1; readonly version: string; readonly files: string; readonly question: Question};

export type Journal = {
	/** The crew, which does nothing again that the journal holds, and writes down what it does. Its tasks are points to evaluate. */
	readonly kept: (crew: Crew) => Crew;
	/** Runs that the journal holds. */
	readonly runs: () => number;
	/** Whether the calibration is still on the way that it has gone before. */
	readonly goesAgain: () => boolean;
	/** Remove the journal, and the folders that nothing else is in. */
	readonly discard: () => void;
};

/** Where journals are kept that the reader names no folder for. */
const journals = 'calibrations';

export const usualFolder = (name: string): string => path.join(journals, name);

const manifestFile = (folder: string): string => path.join(folder, 'calibration.json');
const linesFile = (folder: string): string => path.join(folder, 'runs.ndjson');

/**
 * Open the journal of a calibration in a folder, new or to go on with; nothing is written before the first run. Throws FactorError if
 * the folder holds the journal of another calibration, or one that is not to be gone on with.
 */
export function openJournal(question: Question, folder: string, resume: boolean): Journal {
	const manifest = manifestOf(question);
	const held = existsSync(manifestFile(folder));
	if (held && !resume)
		throw new FactorError(`${folder} holds a calibration that was stopped; go on with it with --resume, remove it, or name another folder with --folder`);
	if (held && readFileSync(manifestFile(folder), 'utf8') !== manifest)
		throw new FactorError(
			`${folder} holds another calibration: its scenario, what was asked of it, or this program has changed; remove it, or name another folder with --folder`,
		);
	if (!held && existsSync(linesFile(folder))) throw new FactorError(`${linesFile(folder)} belongs to something else; name another folder with --folder`);
	const lines = held ? readLines(folder) : [];
	let begun = held;
	let at = 0;
	let runs = lines.reduce((sum, {result}) => sum + runsIn(result), 0);
	const write = (task: Task<'evaluate'>, result: Results): void => {
		if (!begun) begin(folder, manifest);
		begun = true;
		appendFileSync(linesFile(folder), lineOf(task.task, result));
		runs += runsIn(result);
	};
	const again = (task: Task<'evaluate'>): Results => {
		const {asked, result} = lines[at++];
		if (asked !== nameOf(task.task)) throw new FactorError(`${folder} holds a calibration that went another way; remove it and begin anew`);
		return result;
	};
	async function* work(crew: Crew, tasks: readonly Task<'evaluate'>[], signal?: AbortSignal): AsyncGenerator<Results> {
		let done = 0;
		while (done < tasks.length && at < lines.length) yield again(tasks[done++]);
		for await (const result of crew.work<'evaluate'>(tasks.slice(done), signal)) {
			write(tasks[done++], result);
			yield result;
		}
	}
	return {
		kept: crew => ({
			...crew,
			work: <K extends Kind>(tasks: Iterable<Task<K>>, signal?: AbortSignal) =>
				work(crew, [...tasks] as unknown as Task<'evaluate'>[], signal) as AsyncGenerator<Tasks[K]['result']>,
		}),
		runs: () => runs,
		goesAgain: () => at < lines.length,
		discard: () => {
			for (const file of [linesFile(folder), manifestFile(folder)]) rmSync(file, {force: true});
			for (const left of [folder, journals]) if (existsSync(left) && readdirSync(left).length === 0) rmdirSync(left);
		},
	};
}

function manifestOf(question: Question): string {
	const hash = createHash('sha256');
	for (const file of programOf(question.subject).files) hash.update(readFileSync(file));
	const manifest: Manifest = {calibration: 1, version, files: hash.digest('hex'), question};
	return `${JSON.stringify(manifest, null, '\t')}\n`;
}

function begin(folder: string, manifest: string): void {
	mkdirSync(folder, {recursive: true});
	writeFileSync(`${manifestFile(folder)}.tmp`, manifest);
	renameSync(`${manifestFile(folder)}.tmp`, manifestFile(folder));
}

type Line = {readonly asked: string; readonly result: Results};

/** The lines that are whole; a kill may have left part of one behind them, which is cut off. */
function readLines(folder: string): readonly Line[] {
	const file = linesFile(folder);
	if (!existsSync(file)) return [];
	const lines: Line[] = [];
	let whole = 0;
	const bytes = readFileSync(file);
	for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', whole)) {
		const line = parsed(bytes.toString('utf8', whole, end));
		if (line === undefined) break;
		lines.push(line);
		whole = end + 1;
	}
	truncateSync(file, whole);
	return lines;
}

/** Numbers are kept as their bytes, so that they come back to the last bit. */
function lineOf(task: Batch, {values, width, failed}: Results): string {
	return `${JSON.stringify({asked: nameOf(task), width, values: Buffer.from(bytesOf(values)).toString('base64'), failed})}\n`;
}

function parsed(text: string): Line | undefined {
	try {
		const {asked, width, values, failed} = JSON.parse(text) as {asked: string; width: number; values: string; failed: Results['failed']};
		return {asked, result: {values: new Float64Array(new Uint8Array(Buffer.from(values, 'base64')).buffer), width, failed}};
	} catch {
		return undefined;
	}
}

/** A task by what it asks: the numbers that are moved, and where to. */
const nameOf = ({factors, points}: Batch): string => createHash('sha256').update(JSON.stringify(factors)).update(bytesOf(points)).digest('hex').slice(0, 16);

const bytesOf = ({buffer, byteOffset, byteLength}: Float64Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

const runsIn = ({values, width}: Results): number => values.length / width;
