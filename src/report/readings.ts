/** An answer under every reading of the sources that conflict. */
import {formatMonth} from '../scenario/calendar.ts';
import {type Contender, type Figure, signOf} from '../study/compare.ts';
import {changedAnswers} from '../study/readings.ts';
import type {Score} from '../study/score.ts';
import {unitOf} from './comparison.ts';
import type {Cell, Table} from './table.ts';

/** One reading, and the runs under it: the first is what the others are compared with. */
export type UnderReading = {
	readonly reading: string;
	readonly runs: readonly Contender[];
	readonly figures: readonly Figure[];
	readonly scores: readonly Score[];
};

/** The difference of each outcome under each reading, and whether its sign is always the same. */
export function readingsTable(all: readonly UnderReading[]): Table {
	const rows: Cell[][] = [];
	const answers = new Map<string, {reading: string; answer: string}[]>();
	for (const {reading, runs, figures} of all) {
		for (const figure of figures) {
			const [base] = figure.values;
			runs.slice(1).forEach(({name}, i) => {
				const value = figure.values[i + 1];
				const sign = base === undefined || value === undefined ? undefined : signOf(base, value);
				rows.push([
					reading,
					name,
					figure.outcome.text,
					unitOf(figure),
					base,
					value,
					base === undefined || value === undefined ? undefined : sign === '0' ? 0 : value - base,
					sign,
				]);
				const question = `${name}, ${figure.outcome.text}`;
				if (sign !== undefined) answers.set(question, [...(answers.get(question) ?? []), {reading, answer: sign}]);
			});
		}
	}
	const [first] = all;
	const lines = [...answers].map(([question, given]) => {
		const changed = changedAnswers(given);
		return `${question}: ${changed.length === 0 ? `the sign of the difference is ${given[0].answer} under all ${given.length} readings` : `THE SIGN CHANGES under ${changed.join(', ')}`}.`;
	});
	return {
		name: 'readings',
		title: 'Under every reading where sources conflict',
		columns: ['reading', 'run', 'outcome', 'unit', first.runs[0].name, 'value', 'difference', 'sign'].map(name => ({name})),
		rows,
		notes: lines,
	};
}

/** What one scenario gives under each reading, and which verdicts on facts change. */
export function verdictsTable(all: readonly UnderReading[]): Table {
	const [first] = all;
	const verdictOf = ({scores}: UnderReading): Map<string, string> =>
		new Map(scores.filter(({fact, reading}) => fact.readings[0] === reading).map(({fact, verdict}) => [fact.id, verdict]));
	const before = verdictOf(first);
	const changes = all.map(one =>
		[...verdictOf(one)].filter(([id, verdict]) => before.get(id) !== verdict).map(([id, verdict]) => `${id} ${before.get(id)} -> ${verdict}`),
	);
	const changed = all.filter((_, i) => changes[i].length > 0).map(({reading}) => reading);
	const {series} = first.runs[0];
	return {
		name: 'readings',
		title: `Under every reading where sources conflict, ${formatMonth(series.start)} to ${formatMonth(series.start + series.months - 1)}`,
		columns: ['reading', ...first.figures.map(({outcome}) => outcome.text), 'hit', 'near', 'miss', 'verdicts that change'].map(name => ({name})),
		rows: all.map((one, i): Cell[] => {
			const verdicts = [...verdictOf(one).values()];
			const count = (verdict: string): number => verdicts.filter(other => other === verdict).length;
			return [one.reading, ...one.figures.map(({values}) => values[0]), count('hit'), count('near'), count('miss'), changes[i].join(', ')];
		}),
		notes: [
			all.length === 1
				? 'The scenario has no rival readings.'
				: changed.length === 0
					? `The answer does not change: every fact has the same verdict under all ${all.length} readings.`
					: `THE ANSWER CHANGES: verdicts on facts are others under ${changed.join(', ')}.`,
		],
	};
}
