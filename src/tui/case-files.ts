/** The scenario of a case and its what-ifs, as they can be picked. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {yamlFilesIn} from '../scenario/own-file.ts';
import type {Program} from '../scenario/program.ts';

export type CaseFile = {
	readonly file: string;
	readonly kind: 'scenario' | 'what-if';
	readonly title: string;
	/** What is asked by it, where it says so. */
	readonly question: string;
};

/** The scenarios beside the one on the bench, then the what-ifs beside it and in the folder below; each in the order of names. */
export function caseFiles({files: [scenario], file}: Program): readonly CaseFile[] {
	const folder = path.dirname(scenario);
	const names = [scenario, ...yamlFilesIn(folder, false), ...yamlFilesIn(path.join(folder, 'what-if'), false), file];
	const found = [...new Set(names.map(name => path.normalize(name)))].flatMap(name => glanced(name) ?? []);
	return [...found.filter(({kind}) => kind === 'scenario'), ...found.filter(({kind}) => kind === 'what-if')];
}

/** What a file says of itself, at a glance and whatever is wrong with it; undefined where it is no scenario and no what-if. */
function glanced(file: string): CaseFile | undefined {
	const text = readOr(file);
	const kind = /^file:[ \t]*(scenario|what-if)\b/m.exec(text)?.[1];
	if (kind !== 'scenario' && kind !== 'what-if') return undefined;
	const said = (key: string): string => new RegExp(`^${key}:[ \\t]*(.+?)[ \\t]*\\r?$`, 'm').exec(text)?.[1]?.replace(/^(["'])(.*)\1$/, '$2') ?? '';
	return {file, kind, title: said('title') || path.basename(file), question: said('question')};
}

function readOr(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
