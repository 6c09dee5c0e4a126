/** Bundles the program into dist/, with what only some verbs need in chunks of their own that are read when they are asked for. */
import {chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {isDeepStrictEqual} from 'node:util';
import {build, type Metafile} from 'esbuild';
import {Problems} from '../src/scenario/problem.ts';
import {parseTree} from '../src/scenario/read.ts';
import {nameOfTree, packed, unpacked} from '../src/scenario/read-before.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where the program finds what was read already, in its own folder. */
const folderOfTrees = 'trees';

/** Packages written for `require` ask for it by name inside a module that has none. */
const requireForPackages = "import {createRequire as requireFrom} from 'node:module'; const require = requireFrom(import.meta.url);";

/** Build the command-line program into a folder. */
export async function buildProgram(folder = path.join(root, 'dist')): Promise<Metafile> {
	const {metafile} = await build({
		absWorkingDir: root,
		entryPoints: {main: 'src/cli/main.ts', worker: 'src/study/worker.ts'},
		outdir: folder,
		bundle: true,
		splitting: true,
		minify: true,
		format: 'esm',
		platform: 'node',
		target: 'node20.19',
		chunkNames: 'parts/[name]-[hash]',
		// React watches over its own use unless told that it runs in earnest.
		define: {'process.env.NODE_ENV': '"production"', folderOfTrees: JSON.stringify(folderOfTrees)},
		// As it is built for Node, the parser of YAML asks the environment at every token, which is slow.
		alias: {yaml: './node_modules/yaml/browser/index.js'},
		// One starts workers from files of its own, the other reads its numbers from a file: both stay where they are installed.
		// The third is for makers of screens, and read only where the environment asks for it.
		external: ['piscina', 'sobol', 'react-devtools-core'],
		banner: {js: requireForPackages},
		legalComments: 'eof',
		logLevel: 'warning',
		metafile: true,
	});
	removeOthers(folder, [...Object.keys(metafile.outputs), ...keepTrees(path.join(folder, folderOfTrees))]);
	chmodSync(path.join(folder, 'main.js'), 0o755);
	return metafile;
}

/** The files of the cases that come with the program, read already. Returns where they are kept. */
function keepTrees(folder: string): string[] {
	mkdirSync(folder, {recursive: true});
	const cases = path.join(root, 'scenarios');
	const names = readdirSync(cases, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.yaml'));
	return names.flatMap(name => {
		const text = readFileSync(path.join(cases, name), 'utf8');
		const problems = new Problems();
		const tree = parseTree(text, name, problems);
		const kept = tree && JSON.stringify(packed(tree));
		// What is wrong with a file, and numbers that JSON has not, are for who reads it then.
		if (!kept || problems.count > 0 || !isDeepStrictEqual(unpacked(JSON.parse(kept), name), tree)) return [];
		const file = path.join(folder, nameOfTree(text));
		writeFileSync(file, kept);
		return [file];
	});
}

/** Parts of an earlier build go only now, so that a program that is running finds its own to the last. */
function removeOthers(folder: string, built: readonly string[]): void {
	const kept = new Set(built.map(file => path.resolve(root, file)));
	for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
		const file = path.join(entry.parentPath, entry.name);
		if (entry.isFile() && !kept.has(file)) rmSync(file);
	}
}

/** The sources and packages that are read as soon as an entry of the program is, before it is known what is asked of it. */
export async function partsLoadedAtOnce(entry: string): Promise<readonly string[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-'));
	const {outputs} = await buildProgram(folder);
	rmSync(folder, {recursive: true});
	const first = Object.keys(outputs).find(name => outputs[name].entryPoint === entry);
	const loaded = new Set(first === undefined ? [] : [first]);
	for (const name of loaded) for (const {path: next, kind} of outputs[name].imports) if (kind === 'import-statement' && next in outputs) loaded.add(next);
	return [...loaded].flatMap(name => Object.keys(outputs[name].inputs));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildProgram();
