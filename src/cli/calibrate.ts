/** `counterplan calibrate`: numbers moved inside their ranges until the run comes near the target facts; then, once, the facts held out. */
import {writeFileSync} from 'node:fs';
import {fitTable, foreseenTable, numbersTable} from '../report/calibration.ts';
import {fittedFile} from '../report/fitted-file.ts';
import {scoreboardTable, tallyLine} from '../report/headline/scoreboard.ts';
import type {Table} from '../report/table.ts';
import {scenarioName} from '../run/record.ts';
import {simulate} from '../run/simulate.ts';
import type {Program} from '../scenario/program.ts';
import {type Found, calibrate as runCalibration, runsOf} from '../study/calibration/calibrate.ts';
import {chooseNumbers} from '../study/calibration/choose.ts';
import {type Identified, identify} from '../study/calibration/identify.ts';
import {type Journal, openJournal, type Question, usualFolder} from '../study/calibration/journal.ts';
import {foreseen} from '../study/calibration/trend.ts';
import type {Crew} from '../study/crew.ts';
import {place} from '../study/factors.ts';
import {columnsOf, targetsOf} from '../study/misfit.ts';
import {type Score, scoreFacts} from '../study/score.ts';
import {programOf, type Subject} from '../study/subject.ts';
import {chosenTables, deliver, type OutputOptions, progress, remark} from './output.ts';
import {reporter, type SubjectOptions, subjectOf, type WorkOptions, withCrew} from './studying.ts';

export type CalibrateOptions = OutputOptions &
	SubjectOptions &
	WorkOptions & {
		/** The numbers to move; chosen by what they do to the misfit if not given. */
		readonly number?: readonly string[];
		readonly numbers?: number;
		readonly starts: number;
		readonly runs: number;
		readonly seed: string;
		/** Where the fitted values are written. */
		readonly write?: string;
		/** Where the journal is kept until the calibration is done. */
		readonly folder?: string;
		readonly resume?: true;
	};

const known = ['numbers', 'fit', 'scoreboard', 'foreseen'];

/** How widely numbers are looked for where the reader names none. */
const looking = {candidates: 160, settling: 300};

/** Calibrate a scenario as it is written, without the values fitted before, and print what was found. */
export async function calibrate(file: string, options: CalibrateOptions): Promise<void> {
	const tables = chosenTables(options.table, known, options.format, {screen: known, data: known, csv: 'numbers'});
	const subject: Subject = {...subjectOf(file, options), fitted: false};
	const program = programOf(subject);
	const folder = options.folder ?? usualFolder(`${scenarioName(file)}-${options.runs}-${options.seed}`);
	const question = questionOf(program, subject, options);
	const journal = openJournal(question, folder, options.resume === true);
	const stopped = (): string =>
		journal.runs() === 0
			? 'stopped before the first run was done.'
			: `stopped after ${journal.runs()} runs; what is done is kept in ${folder}. Go on with the same command and --resume.`;
	const {found, identified} = await withCrew(options, stopped, (crew, signal) => study(question, journal, crew, signal, options));
	const vector = program.vector.slice();
	place(found.factors, vector, found.point);
	const [before, after] = [program.vector, vector].map(parameters => scoresOf(program, parameters));
	remark(
		`misfit ${found.before.toFixed(1)} as written, ${found.misfit.toFixed(1)} as calibrated, after ${found.runs} runs of the search. ${tallyLine(after, 'target')}`,
		options,
	);
	if (options.write !== undefined) {
		writeFileSync(
			options.write,
			fittedFile(program, options.write, identified, found, {command: commandOf(file, options), date: new Date().toISOString().slice(0, 10)}),
		);
		remark(`written: ${options.write}`, options);
	}
	const makers: Readonly<Record<string, () => Table>> = {
		numbers: () => numbersTable(identified),
		fit: () => fitTable(before, after),
		scoreboard: () => scoreboardTable({scores: after}),
		foreseen: () => foreseenTable(foreseen(program, after)),
	};
	await deliver(
		tables.map(name => makers[name]()),
		options,
	);
	journal.discard();
}

const questionOf = (program: Program, subject: Subject, {number, numbers, seed, starts, runs}: CalibrateOptions): Question => ({
	subject,
	numbers: number ?? {...looking, most: numbers ?? Math.floor(targetsOf(program).length / 2)},
	effort: {seed, starts, budget: runs},
});

async function study(
	{subject, numbers, effort}: Question,
	journal: Journal,
	all: Crew,
	signal: AbortSignal,
	options: OutputOptions,
): Promise<{readonly found: Found; readonly identified: Identified}> {
	const crew = journal.kept(all);
	const say = (said: string): void => progress(said, options);
	const paths = 'most' in numbers ? await chooseNumbers(subject, numbers, crew, say, signal) : numbers;
	const report = reporter('runs', effort.budget, options);
	const tell = (runs: number, misfit: number): void => {
		if (!journal.goesAgain()) report(runs, `misfit ${misfit.toFixed(1)}`);
	};
	const found = await runCalibration(subject, paths, effort, crew, tell, signal);
	return {found, identified: await identify(programOf(subject), found.factors, found.point, runsOf(subject, paths, crew, signal))};
}

/** Every fact under some parameters. The facts held out are read here, and nothing is decided by them. */
const scoresOf = (program: Program, vector: Float64Array): Score[] => scoreFacts(program, simulate(program, columnsOf(program, program.facts), {vector}));

const commandOf = (file: string, {seed, starts, runs, number = []}: CalibrateOptions): string =>
	['counterplan calibrate', file, ...number.map(path => `--number ${path}`), `--starts ${starts} --runs ${runs} --seed ${seed}`].join(' ');
