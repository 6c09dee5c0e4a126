/** The folder of an ensemble: its plan, and the chunks that are done. What is there is trusted only if it belongs to the same plan. */
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {version} from '../../run/version.ts';
import type {Crew} from '../crew.ts';
import {FactorError} from '../factors.ts';
import {membersOf} from '../member.ts';
import {membersFile, seriesFile} from './chunk.ts';
import {type Chunk, chunksOf, type EnsemblePlan} from './plan.ts';

const planFile = (folder: string): string => path.join(folder, 'ensemble.json');

/** What stands in `ensemble.json`; `parameters` is of every bit of the scenarios' parameters, so that another version of a file is another ensemble. */
type Manifest = {readonly ensemble: 1; readonly version: string; readonly parameters: string; readonly plan: EnsemblePlan};

function manifestOf(plan: EnsemblePlan): string {
	const hash = createHash('sha256');
	const {subjects, design: _, keep: __, outcomes: ___, keepDraws: ____, chunk: _____, ...draws} = plan;
	for (const {subject} of subjects) {
		const {program} = membersOf({...draws, subject});
		hash.update(new Uint8Array(program.parentVector.buffer)).update(new Uint8Array(program.vector.buffer));
	}
	const manifest: Manifest = {ensemble: 1, version, parameters: hash.digest('hex'), plan};
	return `${JSON.stringify(manifest, null, '\t')}\n`;
}

/**
 * Open a folder for an ensemble, new or to go on with. Throws FactorError if it holds another one, or one that is not to be gone on with.
 */
export function openFolder(plan: EnsemblePlan, folder: string, resume: boolean): void {
	const manifest = manifestOf(plan);
	const file = planFile(folder);
	if (existsSync(file)) {
		if (!resume) throw new FactorError(`${folder} holds an ensemble already; go on with it with --resume, or name another folder with --folder`);
		if (readFileSync(file, 'utf8') !== manifest)
			throw new FactorError(`${folder} holds another ensemble: its scenario, what was asked of it, or this program has changed; name another folder`);
		return;
	}
	mkdirSync(folder, {recursive: true});
	if (readdirSync(folder).some(name => name.endsWith('.parquet')))
		throw new FactorError(`${folder} holds Parquet files of something else; name another folder`);
	writeFileSync(`${file}.tmp`, manifest);
	renameSync(`${file}.tmp`, file);
}

const isDone = ({folder, number}: Chunk): boolean => existsSync(seriesFile(folder, number)) && existsSync(membersFile(folder, number));

/** Do the chunks that are not done; tells how many members are, each time that a chunk is. */
export async function* doChunks(plan: EnsemblePlan, folder: string, crew: Crew, signal?: AbortSignal): AsyncGenerator<number> {
	const chunks = chunksOf(plan, folder);
	const left = chunks.filter(chunk => !isDone(chunk));
	let members = chunks.filter(isDone).reduce((sum, {count}) => sum + count, 0);
	const tasks = left.map(task => ({kind: 'chunk' as const, task}));
	let done = 0;
	yield members;
	for await (const _ of crew.work<'chunk'>(tasks, signal)) {
		members += left[done++].count;
		yield members;
	}
}

/** Remove what a run that was killed left half written. */
export function tidy(folder: string): void {
	for (const name of readdirSync(folder)) if (name.endsWith('.tmp')) rmSync(path.join(folder, name));
}
