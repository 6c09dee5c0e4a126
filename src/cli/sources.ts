/** `counterplan sources`: the bibliography of what a run uses, and how much of it rests on judgement. */
import type {Table} from '../report/table.ts';
import {type Bibliography, bibliographyOf} from '../scenario/bibliography.ts';
import {loadScenario} from '../scenario/load.ts';
import {chosenTables, deliver, type OutputOptions} from './output.ts';

const makers = {sources: sourcesTable, works: worksTable, grounds: groundsTable};
const known = Object.keys(makers);

/** Print every source that the scenario cites, the works in which they stand, and what its values rest on. */
export async function sources(file: string, options: OutputOptions & {readonly with?: readonly string[]}): Promise<void> {
	const names = chosenTables(options.table, known, options.format, {screen: known, data: known, csv: 'sources'});
	const bibliography = bibliographyOf(loadScenario(file, {with: options.with ?? []}));
	await deliver(
		names.map(name => makers[name as keyof typeof makers](bibliography)),
		options,
	);
}

const columns = (...names: string[]) => names.map(name => ({name}));

function sourcesTable({sources: cited}: Bibliography): Table {
	return {
		name: 'sources',
		title: 'Sources cited',
		columns: columns('source', 'values', 'targets', 'facts', 'figure', 'value', 'cite', 'work'),
		rows: cited.map(({id, values, targets, facts, figure, value, cite, work}) => [id, values, targets, facts, figure, value, cite, work]),
	};
}

function worksTable({works}: Bibliography): Table {
	return {
		name: 'works',
		title: 'Works in which they stand',
		columns: columns('work', 'sources', 'values', 'title'),
		rows: works.map(({id, sources: own, values, text}) => [id, own, values, text]),
	};
}

function groundsTable({written, cited, judged, silent, defaults}: Bibliography): Table {
	const share = written === 0 ? 0 : Math.round((judged / written) * 100);
	return {
		name: 'grounds',
		title: 'What the values rest on',
		columns: columns('ground', 'values'),
		rows: [
			['a source', cited],
			['judgement alone', judged],
			['choices of a switch without a word', silent],
			['left to their defaults', defaults],
		],
		notes: [`${judged} of the ${written} values that the scenario writes rest on judgement (${share} %).`],
	};
}
