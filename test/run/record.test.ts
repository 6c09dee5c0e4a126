import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {fullRun} from '../../src/run/full-run.ts';
import {type Request, recordFolder, recordOf, saveRecord} from '../../src/run/record.ts';
import {mineAndFurnace, programOf} from './toy.ts';

const request: Request = {scenario: 'toy.yaml', until: undefined, sets: [], readings: []};
const world = programOf();
const other = programOf({...mineAndFurnace, sites: mineAndFurnace.sites?.map(site => ({...site, with: {...site.with, capacity: 40}})) ?? []});

test('the same run has the same record', () => {
	expect(recordOf(fullRun(programOf()), request)).toEqual(recordOf(fullRun(world), request));
});

test('a number that changes moves the fingerprint, and the results if it matters', () => {
	const [one, two] = [recordOf(fullRun(world), request), recordOf(fullRun(other), request)];
	expect(two.fingerprint).not.toBe(one.fingerprint);
	expect(two.results).not.toBe(one.results);
});

test('a record goes to a folder called after the scenario and the fingerprint', () => {
	const record = recordOf(fullRun(world), request);
	expect(recordFolder(record)).toBe(path.join('runs', `toy-${record.fingerprint.slice(0, 12)}`));
});

test('a record names every file of the scenario with its hash, saved twice gives the same bytes, and holds no date', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'record-'));
	const scenario = path.join(folder, 'toy.yaml');
	writeFileSync(scenario, 'abc');
	const record = recordOf(fullRun({...world, file: scenario, files: [scenario]}), request);
	expect(record.files).toEqual([{file: 'toy.yaml', sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'}]);
	const first = readFileSync(saveRecord(record, path.join(folder, 'a')));
	const second = readFileSync(saveRecord(record, path.join(folder, 'b')));
	expect(first.equals(second)).toBe(true);
	expect(first.toString()).not.toMatch(new RegExp(`${new Date().getFullYear()}-`));
	rmSync(folder, {recursive: true});
});
