/** The program as its readers run it, built anew before the tests so that none of them sees an older one. */
import {rmSync} from 'node:fs';
import {buildProgram} from '../tools/build.ts';

/** Where it does not build, the tests of the program fail for want of it; the others can still tell what they know. */
export default async function setup(): Promise<void> {
	try {
		await buildProgram();
	} catch {
		rmSync('dist', {recursive: true, force: true});
	}
}
