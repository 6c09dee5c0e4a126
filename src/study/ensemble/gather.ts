/** Reading an ensemble's files: a column at a time, so that memory holds one number a member and month and no more. */
import {asyncBufferFromFile, parquetReadObjects} from 'hyparquet';
import {membersFile, seriesFile} from './chunk.ts';
import {type Chunk, chunksOf, type EnsemblePlan} from './plan.ts';

/** What stands in the members' files about every member of one subject, by member. */
export type MemberRows = {
	readonly status: readonly string[];
	readonly misfit: Float64Array;
	/** By outcome. */
	readonly outcomes: ReadonlyMap<string, Float64Array>;
};

/** Read what is known of each member of a subject. */
export async function readMembers(plan: EnsemblePlan, folder: string, subject: string): Promise<MemberRows> {
	const {members} = plan.design;
	const status = Array.from({length: members}, () => 'not run');
	const misfit = new Float64Array(members).fill(Number.NaN);
	const outcomes = new Map(plan.outcomes.map(text => [text, new Float64Array(members).fill(Number.NaN)]));
	for (const {number} of chunksOf(plan, folder)) {
		for (const row of await parquetReadObjects({file: await asyncBufferFromFile(membersFile(folder, number))})) {
			if (row.scenario !== subject) continue;
			const member = Number(row.member);
			status[member] = String(row.status);
			misfit[member] = Number(row.misfit);
			for (const [text, values] of outcomes) values[member] = Number(row[text]);
		}
	}
	return {status, misfit, outcomes};
}

/** Read one series of a subject: for each month, a number for each member. */
export async function readSeries(plan: EnsemblePlan, folder: string, subject: string, name: string, months: number): Promise<readonly Float64Array[]> {
	const byMonth = Array.from({length: months}, () => new Float64Array(plan.design.members).fill(Number.NaN));
	const place = plan.subjects.findIndex(one => one.name === subject);
	for (const chunk of chunksOf(plan, folder)) await readChunk(chunk, place, name, byMonth);
	return byMonth;
}

/** Rows stand subject after subject, member after member, month after month. */
async function readChunk({folder, number, first, count}: Chunk, place: number, name: string, byMonth: readonly Float64Array[]): Promise<void> {
	const months = byMonth.length;
	const rowStart = place * count * months;
	const rows = await parquetReadObjects({
		file: await asyncBufferFromFile(seriesFile(folder, number)),
		columns: [name],
		rowStart,
		rowEnd: rowStart + count * months,
	});
	rows.forEach((row, r) => {
		byMonth[r % months][first + Math.floor(r / months)] = Number(row[name]);
	});
}
