/** The verbs and their options. What a verb does is read only when it is asked for. */
import {Command, Option} from 'commander';
import {version} from '../run/version.ts';
import {glyphSets, themeNames} from '../tui/look.ts';
import type {CompareOptions} from './compare.ts';
import type {LessonOptions} from './lesson.ts';
import type {LiveOptions} from './live.ts';
import {asIs, baseline, examples, scenarioArgument, whatIf, withOutput, withWhatIfs} from './options.ts';
import type {OutputOptions} from './output.ts';
import type {RunOptions} from './run.ts';
import type {ShowOptions} from './show.ts';
import {addStudies} from './study-commands.ts';
import {parseFormat, parseMonthOption, parsePeriod, parseReduction, parseSetting, several} from './usage.ts';

function addRun(program: Command): void {
	const command = withOutput(
		program
			.command('run')
			.description('run a scenario once and show what came of it')
			.argument(...scenarioArgument),
	);
	withWhatIfs(command)
		.option('--until <month>', 'end with this month, as in 1947-12', parseMonthOption)
		.option('--set <path=value[@from..until]>', 'change a value; may be given several times', several(parseSetting))
		.option('--reading <id>', 'use this reading where sources conflict; may be given several times; "all" runs every one', several(asIs))
		.option('--seed <seed>', 'draw the scenario’s shocks; without it nothing is drawn', asIs)
		.option('--record <folder>', 'save the run’s record here instead of under runs/')
		.option('--no-record', 'save no record')
		.addHelpText('after', runTables)
		.addHelpText(
			'after',
			examples(
				'run scenarios/first-steps.yaml',
				'run scenarios/first-steps.yaml --set labour.builders=10persons@1900-04.. --no-record',
				'run scenarios/first-steps.yaml --format csv --table series --out series.csv',
				'run scenarios/first-steps.yaml --format json --quiet --no-record',
			),
		)
		.action(async (file: string, options: RunOptions) => (await import('./run.ts')).run(file, options));
}

const runTables = `
Tables on a screen: output enterprises staff translators trained deliveries money trade causes fulfilment scoreboard difference
Tables as data: runs series losses scores plan events`;

function addCompare(program: Command): void {
	withOutput(
		program
			.command('compare')
			.description('outcomes side by side, the first month that differs, what was changed, and whether what was expected came')
			.argument('<files...>', 'scenarios, what-ifs or records; all are compared with the first'),
	)
		.option('--outcome <outcome>', 'entity.quantity, with @period and :reduction if you like; may be given several times', several(asIs))
		.option('--by <reduction>', 'sum, final, peak, mean or low, for all outcomes', parseReduction)
		.option('--period <period>', '1947, 1946-05 or 1946-06..1946-12, for all outcomes', parsePeriod)
		.option('--readings', 'also under every reading where sources conflict')
		.addHelpText('after', '\nTables: comparison changes differences readings; as data: outcomes changes expectations')
		.addHelpText('after', examples(`compare ${baseline} ${whatIf}`, `compare ${baseline} ${whatIf} --by sum --period 1947`))
		.action(async (files: readonly string[], options: CompareOptions) => (await import('./compare.ts')).compare(files, options));
}

function addScore(program: Command, ends: Ends): void {
	withOutput(
		program
			.command('score')
			.description('hold a run against what was observed')
			.argument(...scenarioArgument),
	)
		.option('--facts <file>', 'hold it against the facts of this file instead of the scenario’s own')
		.addHelpText('after', '\nThe status is 1 if a fact that the scenario was fitted to is missed.')
		.addHelpText('after', examples('score scenarios/first-steps.yaml'))
		.action(async (file: string, options: OutputOptions & {facts?: string}) => ends.short(await (await import('./score.ts')).score(file, options)));
}

function addCheck(program: Command, ends: Ends): void {
	withOutput(
		program
			.command('check')
			.description('everything wrong with scenario files, at once')
			.argument('<files...>', 'files of any kind, or folders with such files'),
	)
		.addHelpText('after', '\nThe status is 2 if anything is wrong. As data there is one table, problems.')
		.addHelpText('after', examples('check scenarios/first-steps.yaml', 'check scenarios/korea-1945/goods.yaml'))
		.action(async (files: readonly string[], options: OutputOptions) => ends.badInput(await (await import('./check.ts')).check(files, options)));
}

function addShow(program: Command): void {
	const command = withOutput(
		program
			.command('show')
			.description('the effective scenario, or one value of it with its unit, source, range and place')
			.argument(...scenarioArgument)
			.argument('[path]', 'the path of a value, what its path begins with, or a pattern with *'),
	);
	withWhatIfs(command)
		.option('--diff <base>', 'what differs from this scenario or what-if')
		.option('--reading <id>', 'use this reading where sources conflict; may be given several times', several(asIs))
		.option('--defaults', 'also values that the scenario leaves to their defaults')
		.addHelpText('after', examples('show scenarios/first-steps.yaml uses.village-coal.demand', 'show scenarios/first-steps.yaml sites.*.capacity'))
		.action(async (file: string, path: string | undefined, options: ShowOptions) => (await import('./show.ts')).show(file, path, options));
}

function addFiles(program: Command): void {
	program
		.command('new')
		.description('write a new scenario, or a what-if, to begin from; nothing is overwritten')
		.argument('<name>', 'its name: small letters, digits and hyphens')
		.option('--what-if <scenario>', 'a what-if of this scenario or what-if')
		.addHelpText('after', examples('new my-valley', 'new more-builders --what-if scenarios/first-steps.yaml'))
		.action(async (name: string, options: {whatIf?: string}) => (await import('./new.ts')).writeNew(name, options));
	program
		.command('schema')
		.description('JSON Schema (draft 07) of scenario files, for editors')
		.argument('[kind]', 'the kind of file; all if not given')
		.option('--out <folder>', 'write a file for each kind into this folder')
		.addHelpText('after', examples('schema what-if', 'schema --out schemas'))
		.action(async (kind: string | undefined, options: {out?: string}) => (await import('./schema.ts')).schema(kind, options));
	withWhatIfs(
		withOutput(
			program
				.command('sources')
				.description('the bibliography of what a run uses, and how much rests on judgement')
				.argument(...scenarioArgument),
		),
	)
		.addHelpText('after', examples(`sources ${baseline}`, `sources ${baseline} --table grounds`))
		.action(async (file: string, options: OutputOptions & {with?: readonly string[]}) => (await import('./sources.ts')).sources(file, options));
}

function addVerify(program: Command, ends: Ends): void {
	withOutput(
		program
			.command('verify')
			.description('run a record again and see whether it comes out the same to the last bit')
			.argument('<record>', 'a record.json, or its folder'),
	)
		.addHelpText('after', '\nThe status is 1 if it does not. Run it in the folder in which the record was made.')
		.addHelpText('after', examples('run scenarios/first-steps.yaml --quiet --record runs/mine', 'verify runs/mine'))
		.action(async (file: string, options: OutputOptions) => ends.short(await (await import('./verify.ts')).verify(file, options)));
}

/** The options of every verb that opens the screen. */
const withScreen = (command: Command): Command =>
	command
		.addOption(new Option('--theme <theme>', 'the colours').choices(themeNames))
		.addOption(new Option('--glyphs <glyphs>', 'what curves are drawn with').choices(glyphSets))
		.option('--mouse', 'take clicks and the wheel; text is then selected with Shift');

function addLive(program: Command): void {
	const command = program
		.command('live')
		.description('a scenario on the screen, with levers to move; every change is worked out at once')
		.argument('[scenario]', 'the file of a scenario or of a what-if; without it the Korean case');
	withScreen(command)
		.option('--no-tui', 'print what "run" prints instead of opening the screen; so does a pipe, and TERM=dumb')
		.option('--no-color', 'without colours; so does setting NO_COLOR')
		.addHelpText('after', '\nOn the screen ? shows every key. Nothing is saved unless you say so.')
		.addHelpText('after', examples('live', 'live scenarios/first-steps.yaml', `live ${whatIf} --theme light`))
		.action(async (file: string | undefined, options: LiveOptions) => (await import('./live.ts')).live(file, options));
}

function addLesson(program: Command): void {
	const command = program
		.command('lesson')
		.description('a guided lesson on the screen; without a name, which lessons there are')
		.argument('[name]', 'the name of a lesson, or its file');
	withScreen(command)
		.option('--no-tui', 'print the lesson as text, with every figure worked out, instead of opening the screen')
		.option('--out <file>', 'write the text to a file')
		.option('--times', 'when the lesson began and ended stands in the result that the learner hands in')
		.option('--format <format>', 'of the list: table, csv, ndjson or json', parseFormat, 'table')
		.option('--quiet', 'print nothing but data')
		.option('--no-color', 'without colours; so does setting NO_COLOR')
		.addHelpText('after', '\nWhat a learner hands in is a new file in the folder results/ here; nothing is overwritten.')
		.addHelpText('after', examples('lesson', 'lesson why-translators --no-tui'))
		.action(async (name: string | undefined, options: LessonOptions) => (await import('./lesson.ts')).lesson(name, options));
}

/** What a verb tells of its end: whether it found something short, or bad input. */
export type Ends = {readonly short: (fine: boolean) => void; readonly badInput: (fine: boolean) => void};

/** How a shell is told to complete what is being typed. The verb itself is added only when a shell asks. */
function addComplete(program: Command): void {
	program
		.command('complete')
		.description('print the script that completes verbs and options: for bash, zsh, fish or powershell')
		.argument('[shell]', 'bash, zsh, fish or powershell')
		.addHelpText('after', '\nIn bash, with counterplan on the path: source <(counterplan complete bash)')
		.addHelpText('after', examples('complete bash'));
}

/** The whole command line; `completing` adds what a shell asks. */
export function buildCommand(ends: Ends, completing?: (program: Command) => void): Command {
	const program = new Command('counterplan')
		.description('What could have been started up again, and what held it back: an economy rebuilt month by month.')
		.version(version)
		.exitOverride()
		.addHelpText('after', examples('run scenarios/first-steps.yaml'));
	addRun(program);
	addCompare(program);
	addScore(program, ends);
	addCheck(program, ends);
	addShow(program);
	addFiles(program);
	addStudies(program);
	addVerify(program, ends);
	addLive(program);
	addLesson(program);
	(completing ?? addComplete)(program);
	return program;
}
