/** Tidy tables with stable names: a row an observation, for other programs to read. */
import {formatMonth} from '../../scenario/calendar.ts';
import type {Score} from '../../study/score.ts';
import type {Material, TableMaker} from '../material.ts';
import type {Cell, Table, TableColumn} from '../table.ts';
import {eventsTable} from './events.ts';

const columns = (...names: string[]): TableColumn[] => names.map(name => ({name}));

/** One row a run: what it was run on. */
export const runsTable = ({name, record, run}: Material): Table => ({
	name: 'runs',
	title: 'Runs',
	columns: columns('run', 'scenario', 'fingerprint', 'results', 'version', 'seed', 'sets', 'readings', 'first-month', 'months', 'status'),
	rows: [
		[
			name,
			record.scenario,
			record.fingerprint,
			record.results,
			record.version,
			record.seed ?? undefined,
			record.sets.join(' '),
			record.readings.join(' '),
			formatMonth(run.series.start),
			run.series.months,
			'done',
		],
	],
});

/** Every column in every month. */
export function seriesTable({name, record, run}: Material): Table {
	const {series, losses} = run;
	const ofLosses = new Set(losses.map(({entity, quantity}) => `${entity}.${quantity}`));
	const rows: Cell[][] = [];
	for (const [c, {entity, quantity, unit}] of series.columns.entries()) {
		if (ofLosses.has(`${entity}.${quantity}`)) continue;
		series.values[c].forEach((value, t) => {
			rows.push([name, record.scenario, 0, formatMonth(series.start + t), entity, quantity, unit, value]);
		});
	}
	return {name: 'series', title: 'Series', columns: columns('run', 'scenario', 'member', 'month', 'entity', 'quantity', 'unit', 'value'), rows};
}

/** What each site gave less than its rated capacity, and to which cause. */
export function lossesTable({name, run, track}: Material): Table {
	const rows: Cell[][] = [];
	for (const {entity, quantity, cause, unit} of run.losses) {
		track(entity, quantity)?.values.forEach((value, t) => {
			rows.push([name, formatMonth(run.series.start + t), entity, cause, unit, value]);
		});
	}
	return {name: 'losses', title: 'Losses', columns: columns('run', 'month', 'entity', 'cause', 'unit', 'value'), rows};
}

/** Every reading of every fact, scored. */
export const scoresTable = ({name, scores}: {readonly name: string; readonly scores: readonly Score[]}): Table => ({
	name: 'scores',
	title: 'Scores',
	columns: columns('run', 'fact', 'reading', 'weight', 'role', 'quantity', 'unit', 'simulated', 'observed', 'side', 'allowed', 'error', 'verdict'),
	rows: scores.map(({fact, reading, weight, simulated, observed, error, verdict}) => {
		const quantity = reading.over ? `${reading.outcome.text} / ${reading.over.text}` : reading.outcome.text;
		return [name, fact.id, reading.id, weight, fact.role, quantity, fact.unit, simulated, observed, fact.side, fact.error, error, verdict];
	}),
});

/** The plan ledger. */
export const planTable = ({name, ledger}: Material): Table => ({
	name: 'plan',
	title: 'Plan',
	columns: columns('run', 'target', 'quantity', 'unit', 'planned', 'reached', 'fulfilment', 'due', 'met', 'slippage'),
	rows: ledger.map(({target, reached, share, met, slippage}) => [
		name,
		target.id,
		target.outcome.text,
		target.unit,
		target.target,
		reached,
		share,
		formatMonth(target.due),
		met === undefined ? undefined : formatMonth(met),
		slippage,
	]),
});

export const tidyTables: Readonly<Record<string, TableMaker>> = {
	runs: runsTable,
	series: seriesTable,
	losses: lossesTable,
	scores: scoresTable,
	plan: planTable,
	events: eventsTable,
};
