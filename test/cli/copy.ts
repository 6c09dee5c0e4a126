/** A folder of its own with the scenarios in it, where commands may write what they like. */
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll} from 'vitest';

/** A copy of the scenarios that goes when the tests of the file are done. */
export function copyOfScenarios(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-'));
	cpSync('scenarios', path.join(folder, 'scenarios'), {recursive: true});
	afterAll(() => rmSync(folder, {recursive: true}));
	return folder;
}
