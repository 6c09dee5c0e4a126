/** The speed of the program as its users have it, bundled: of one run, and of its start. */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {build} from 'esbuild';
import {buildProgram} from '../tools/build.ts';
import {startupLines, timeStartup} from '../tools/startup.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-bench-'));
const bundle = path.join(folder, 'runs.cjs');
await build({entryPoints: ['bench/runs.ts'], outfile: bundle, bundle: true, minify: true, platform: 'node', target: 'node20.19', logLevel: 'error'});
const {status} = spawnSync(process.execPath, [bundle], {stdio: 'inherit'});
rmSync(folder, {recursive: true});
if (status !== 0) throw new Error('the runs could not be timed');
await buildProgram();
for (const line of startupLines(timeStartup())) console.log(line);
