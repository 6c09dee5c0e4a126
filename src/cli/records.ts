/** Records as they are read back: from a file that anyone may have written. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {RunRecord} from '../run/record.ts';
import type {LoadOptions} from '../scenario/load.ts';
import {parseMonthOption, parseSetting, UsageError} from './usage.ts';

const texts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(one => typeof one === 'string');

/** Read a record, named by its file or its folder. */
export function readRecord(named: string): RunRecord {
	const file = named.endsWith('.json') ? named : path.join(named, 'record.json');
	const refuse = (why: string): never => {
		throw new UsageError(`${file} ${why}`);
	};
	let found: Partial<RunRecord> | null = null;
	try {
		found = JSON.parse(readFileSync(file, 'utf8')) as Partial<RunRecord> | null;
	} catch (error) {
		refuse(
			error instanceof SyntaxError
				? 'is not JSON; a record is the record.json that a run saves'
				: 'cannot be read; name the record.json that a run saved, or its folder',
		);
	}
	const {record, file: scenario, sets, readings, fingerprint, results} = found ?? {};
	if (record !== 1) refuse('is no record of a run, or one of a later version');
	if (typeof scenario !== 'string' || typeof fingerprint !== 'string' || typeof results !== 'string' || !texts(sets) || !texts(readings))
		refuse('is a record that was not written whole');
	return {...(found as RunRecord), overlays: found?.overlays ?? [], until: found?.until ?? null, seed: found?.seed ?? null};
}

/** What a record says of how its scenario was loaded. */
export function optionsOfRecord({until, sets, readings, overlays}: RunRecord): LoadOptions {
	try {
		return {...(until === null ? {} : {until: parseMonthOption(until)}), set: sets.map(parseSetting), readings, with: overlays};
	} catch (error) {
		throw new UsageError(`the record holds what cannot be read: ${error instanceof Error ? error.message : String(error)}`);
	}
}
