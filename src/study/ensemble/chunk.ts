/** One chunk of an ensemble: its members are drawn, run and written down, whole or not at all. */
import {renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {type ColumnSource, parquetWriteBuffer} from 'hyparquet-writer';
import {columnsFor, distinct} from '../../run/columns.ts';
import type {Column} from '../../run/series.ts';
import {evaluate, simulate} from '../../run/simulate.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import type {Outcome} from '../../scenario/outcome.ts';
import type {Fact} from '../../scenario/program.ts';
import {outcomeOf} from '../evaluate.ts';
import {type Members, membersOf} from '../member.ts';
import {columnsOf, misfitOf, targetsOf} from '../misfit.ts';
import {sampleOf} from '../sampling/design.ts';
import type {Chunk, EnsemblePlan} from './plan.ts';

/** The files of a chunk: the series a row a month of a member, and the members a row each. */
export const seriesFile = (folder: string, chunk: number): string => path.join(folder, `series-${String(chunk).padStart(5, '0')}.parquet`);
export const membersFile = (folder: string, chunk: number): string => path.join(folder, `members-${String(chunk).padStart(5, '0')}.parquet`);

type Contestant = {
	readonly name: string;
	readonly members: Members;
	readonly outcomes: readonly Outcome[];
	readonly targets: readonly Fact[];
	readonly kept: readonly Column[];
	readonly columns: readonly Column[];
};

/** Run the members of a chunk in every subject and write both files. Throws ScenarioError, FactorError, ColumnError. */
export function writeChunk({plan, folder, number, first, count}: Chunk): {readonly failed: number} {
	const contestants = contestantsOf(plan);
	const [{members}] = contestants;
	const sample = sampleFor(plan, members);
	const rows = rowsOf(contestants, count);
	const points = Array.from({length: count}, () => new Float64Array(sample.dimensions));
	let failed = 0;
	for (let m = 0; m < count; m++) {
		sample.draw(first + m, points[m]);
		contestants.forEach((one, c) => {
			if (!runMember(one, points[m], first + m, rows[c], m)) failed++;
		});
	}
	writeWhole(seriesFile(folder, number), seriesColumns(contestants, rows, first, count));
	const drawn = plan.keepDraws ? drawColumns(contestants, points) : [];
	writeWhole(membersFile(folder, number), [...memberColumns(contestants, rows, first, count), ...drawn]);
	return {failed};
}

/** What was made ready for the last chunk serves the next of the same plan. */
let ready: {readonly name: string; readonly contestants: readonly Contestant[]; readonly sample: ReturnType<typeof sampleOf> | undefined} | undefined;

function contestantsOf(plan: EnsemblePlan): readonly Contestant[] {
	const name = JSON.stringify(plan);
	if (ready?.name === name) return ready.contestants;
	const {subjects, design: _, keep, outcomes: texts, keepDraws: __, chunk: ___, ...draws} = plan;
	const contestants = subjects.map(({name: called, subject, levers = {}}) => {
		const members = membersOf({...draws, subject, levers: {...draws.levers, ...levers}});
		const {program} = members;
		const outcomes = texts.map(outcomeOf);
		const targets = targetsOf(program);
		const kept = columnsFor(
			program,
			keep.map(series => outcomeOf(`${series}:mean`)),
		);
		const columns = distinct([...kept, ...columnsFor(program, outcomes), ...columnsOf(program, targets)]);
		return {name: called, members, outcomes, targets, kept, columns};
	});
	ready = {name, contestants, sample: undefined};
	return contestants;
}

function sampleFor({design}: EnsemblePlan, {factors}: Members): ReturnType<typeof sampleOf> {
	const sample =
		ready?.sample ??
		sampleOf(
			design,
			factors.map(({id}) => id),
		);
	if (ready) ready = {...ready, sample};
	return sample;
}

/** What is known of the members of a chunk in one subject. */
type Rows = {
	/** A column each, member after member and month after month. */
	readonly series: readonly Float64Array[];
	readonly outcomes: readonly Float64Array[];
	readonly misfit: Float64Array;
	readonly status: string[];
};

const rowsOf = (contestants: readonly Contestant[], count: number): readonly Rows[] =>
	contestants.map(({members: {program}, kept, outcomes}) => ({
		series: kept.map(() => new Float64Array(count * program.layout.months).fill(Number.NaN)),
		outcomes: outcomes.map(() => new Float64Array(count).fill(Number.NaN)),
		misfit: new Float64Array(count).fill(Number.NaN),
		status: Array.from({length: count}, () => 'done'),
	}));

/** Run a member and write down what is asked of it; false, and why, if its run failed. */
function runMember({members, columns, kept, outcomes, targets}: Contestant, point: Float64Array, member: number, rows: Rows, m: number): boolean {
	const {program, vectorOf} = members;
	try {
		const series = simulate(program, columns, {vector: vectorOf(point, member)});
		kept.forEach((_, k) => {
			rows.series[k].set(series.values[k], m * series.months);
		});
		outcomes.forEach((outcome, o) => {
			rows.outcomes[o][m] = evaluate(series, outcome) ?? Number.NaN;
		});
		rows.misfit[m] = misfitOf(program, series, targets);
		return true;
	} catch (error) {
		rows.status[m] = `failed: ${error instanceof Error ? error.message : String(error)}`;
		return false;
	}
}

function seriesColumns(contestants: readonly Contestant[], rows: readonly Rows[], first: number, count: number): ColumnSource[] {
	const {layout, start} = contestants[0].members.program;
	const {months} = layout;
	const length = contestants.length * count * months;
	const memberAt = (row: number): number => Math.floor(row / months) % count;
	const calendar = Array.from({length: months}, (_, t) => formatMonth(start + t));
	return [
		{name: 'scenario', data: Array.from({length}, (_, row) => contestants[Math.floor(row / (months * count))].name), type: 'STRING'},
		{name: 'member', data: Int32Array.from({length}, (_, row) => first + memberAt(row)), type: 'INT32'},
		{name: 'month', data: Array.from({length}, (_, row) => calendar[row % months]), type: 'STRING'},
		...contestants[0].kept.map(({entity, quantity}, k) =>
			joined(
				`${entity}.${quantity}`,
				rows.map(({series}) => series[k]),
			),
		),
	];
}

function memberColumns(contestants: readonly Contestant[], rows: readonly Rows[], first: number, count: number): ColumnSource[] {
	const length = contestants.length * count;
	return [
		{name: 'scenario', data: Array.from({length}, (_, row) => contestants[Math.floor(row / count)].name), type: 'STRING'},
		{name: 'member', data: Int32Array.from({length}, (_, row) => first + (row % count)), type: 'INT32'},
		{name: 'status', data: rows.flatMap(({status}) => status), type: 'STRING'},
		joined(
			'misfit',
			rows.map(({misfit}) => misfit),
		),
		...contestants[0].outcomes.map(({text}, o) =>
			joined(
				text,
				rows.map(({outcomes}) => outcomes[o]),
			),
		),
	];
}

/** What was drawn for each member, the same in every subject: factors on numbers as written, and names of what was chosen. */
function drawColumns(contestants: readonly Contestant[], points: readonly Float64Array[]): ColumnSource[] {
	return contestants[0].members.factors.map(({id, kind, at}, f): ColumnSource => {
		const drawn = contestants.flatMap(() => points.map(point => at(point[f])));
		const name = `draw: ${id}`;
		return kind === 'number'
			? {name, data: Float64Array.from(drawn, Number), type: 'DOUBLE', nullable: false}
			: {name, data: drawn.map(String), type: 'STRING'};
	});
}

function joined(name: string, parts: readonly Float64Array[]): ColumnSource {
	const data = new Float64Array(parts.reduce((sum, {length}) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		data.set(part, at);
		at += part.length;
	}
	return {name, data, type: 'DOUBLE', nullable: false};
}

/** A file is there whole or not at all, so that whoever resumes can trust what is there. */
function writeWhole(file: string, columnData: ColumnSource[]): void {
	const unfinished = `${file}.tmp`;
	writeFileSync(unfinished, new Uint8Array(parquetWriteBuffer({columnData, statistics: false, createdBy: 'counterplan'})));
	renameSync(unfinished, file);
}
