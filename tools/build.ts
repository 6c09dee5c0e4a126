/** Bundles the program into dist/, with what only some verbs need in chunks of their own that are read when they are asked for. */
import {chmodSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build, type Metafile} from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

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
		// As it is built for Node, the parser of YAML asks the environment at every token, which is slow.
		alias: {yaml: './node_modules/yaml/browser/index.js'},
		// One starts workers from files of its own, the other reads its numbers from a file: both stay where they are installed.
		external: ['piscina', 'sobol'],
		banner: {js: requireForPackages},
		legalComments: 'eof',
		logLevel: 'warning',
		metafile: true,
	});
	removeOthers(folder, Object.keys(metafile.outputs));
	chmodSync(path.join(folder, 'main.js'), 0o755);
	return metafile;
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
