/** Bundles the program into dist/, with what only some verbs need in chunks of their own that are read when they are asked for. */
import {chmodSync, readdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Packages written for `require` ask for it by name inside a module that has none. */
const requireForPackages = "import {createRequire as requireFrom} from 'node:module'; const require = requireFrom(import.meta.url);";

/** Build the command-line program into a folder. */
export async function buildProgram(folder = path.join(root, 'dist')): Promise<void> {
	const {metafile} = await build({
		absWorkingDir: root,
		entryPoints: ['src/cli/main.ts'],
		outdir: folder,
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node20.19',
		chunkNames: 'parts/[name]-[hash]',
		banner: {js: requireForPackages},
		legalComments: 'eof',
		logLevel: 'warning',
		metafile: true,
	});
	removeOthers(folder, Object.keys(metafile.outputs));
	chmodSync(path.join(folder, 'main.js'), 0o755);
}

/** Parts of an earlier build go only now, so that a program that is running finds its own to the last. */
function removeOthers(folder: string, built: readonly string[]): void {
	const kept = new Set(built.map(file => path.resolve(root, file)));
	for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
		const file = path.join(entry.parentPath, entry.name);
		if (entry.isFile() && !kept.has(file)) rmSync(file);
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildProgram();
