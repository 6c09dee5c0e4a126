/** Writing what is on a screen to files: its tables as CSV, its rows as a picture. */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {writeCsv} from '../../report/data.ts';
import type {Table} from '../../report/table.ts';
import {changedLine} from '../changed.ts';
import {nameOf} from '../names.ts';
import {headerLine} from '../panes/header.ts';
import type {Scene, Screen, Size} from '../scene.ts';
import {svgOfRows} from './svg.ts';

/** Where exports go, from the folder in which the program was started. */
export const exportFolder = 'exports';
/** As large as a picture of a screen is made, in cells. */
const pictured: Size = {width: 110, height: 34};

export type Written = {readonly files: readonly string[]} | {readonly problem: string};

/** Write the tables of a screen, its picture, or both, under names that are free. */
export function exportScreen(scene: Scene, screen: Screen, what: 'data' | 'picture' | 'both', folder = exportFolder): Written {
	const name = `${path.basename(scene.bench.program.file).replace(/\.ya?ml$/, '')}-${screen.id}`;
	const files: string[] = [];
	const write = (stem: string, ending: string, text: string): void => {
		const file = freeName(folder, stem, ending);
		writeFileSync(file, text, {flag: 'wx'});
		files.push(file);
	};
	try {
		mkdirSync(folder, {recursive: true});
		const tables = what === 'picture' ? [] : screen.tables(scene).filter(({rows}) => rows.length > 0);
		for (const table of tables) write(`${name}-${table.name}`, 'csv', [...writeCsv(ofRun(table, scene))].join(''));
		if (what !== 'data') write(name, 'svg', pictureOf(scene, screen));
	} catch (error) {
		return {problem: `cannot write to ${folder}: ${error instanceof Error ? error.message : String(error)}`};
	}
	return files.length > 0 ? {files} : {problem: 'there is nothing on this screen to write'};
}

/** A table with a column before the others that says of which run it is; where nothing was changed there is no what-if beside the baseline. */
function ofRun(table: Table, {bench, now, state}: Scene): Table {
	const run = `${bench.program.title}: ${nameOf(bench, state)}`;
	const places = table.columns.flatMap(({name}, i) => (name === 'what-if' && now.run === bench.baseline.run ? [] : [i]));
	return {...table, columns: [{name: 'run'}, ...places.map(i => table.columns[i])], rows: table.rows.map(row => [run, ...places.map(i => row[i])])};
}

/** The screen between where it is and what changed, so that the picture can be told from others. */
function pictureOf(scene: Scene, screen: Screen): string {
	const {width} = pictured;
	const rows = [headerLine(scene, screen, width), ...screen.draw(scene, pictured), changedLine(scene, width)];
	return svgOfRows(rows, scene.look.theme, screen.say(scene));
}

/** `overview.svg`, or `overview-2.svg` where that is taken. */
function freeName(folder: string, stem: string, ending: string): string {
	for (let copy = 1; ; copy++) {
		const file = path.join(folder, `${stem}${copy === 1 ? '' : `-${copy}`}.${ending}`);
		if (!existsSync(file)) return file;
	}
}
