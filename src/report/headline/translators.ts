import {formatMonth} from '../../scenario/calendar.ts';
import type {Entity} from '../../scenario/program.ts';
import {entitiesOf, type Findings} from '../findings.ts';
import type {Cell, Table} from '../table.ts';

/** Less than all by more than the last bits of a number. */
const enough = 1 - 1e-9;

/** Whether there were too few translators, language by language. */
export function translatorsTable(findings: Findings): Table {
	const rows = entitiesOf(findings, 'language').flatMap(language => languageRow(findings, language));
	const bound = rows.filter(([, months]) => Number(months) > 0).map(([label]) => label);
	const note = bound.length > 0 ? `Translators bind: ${bound.join(', ')}.` : 'Translators never bind in this run.';
	return {
		name: 'translators',
		title: 'Do translators bind?',
		columns: [
			{name: 'language'},
			{name: 'months short'},
			{name: 'of'},
			{name: 'lowest share spoken', unit: '%'},
			{name: 'in'},
			{name: 'translators at the end'},
		],
		rows,
		notes: rows.length > 0 ? [note] : [],
	};
}

function languageRow({track, run}: Findings, {id, label}: Entity): Cell[][] {
	const spoken = track(id, 'spoken')?.values;
	if (!spoken) return [];
	const lowest = spoken.reduce((low, share, t) => (share < spoken[low] ? t : low), 0);
	const short = spoken.filter(share => share < enough).length;
	const when = short > 0 ? formatMonth(run.series.start + lowest) : undefined;
	return [[label, short, spoken.length, spoken[lowest] * 100, when, track(id, 'translators')?.values[spoken.length - 1]]];
}
