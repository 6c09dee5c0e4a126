/** The verbs of many runs and their options. What a verb does is read only when it is asked for. */
import {type Command, InvalidArgumentError, Option} from 'commander';
import {priors} from '../study/factors.ts';
import {designs} from '../study/sampling/design.ts';
import type {CalibrateOptions} from './calibrate.ts';
import type {EnsembleOptions} from './ensemble.ts';
import {asIs, baseline, examples, scenarioArgument, whatIf, withOutput, withWhatIfs} from './options.ts';
import type {SensitivityOptions} from './sensitivity.ts';
import type {SeekOptions, SweepOptions, Varied} from './sweep.ts';
import type {ThresholdOptions} from './threshold.ts';
import {parseSetting, several} from './usage.ts';
import type {WhyOptions} from './why.ts';

const parseCount = (written: string): number => {
	const count = Number(written);
	if (!Number.isInteger(count) || count < 1 || count > 1e7) throw new InvalidArgumentError('Write a whole number from 1 on.');
	return count;
};

const parseMembers = (written: string): number => {
	if (written === '0') return 0;
	if (!/^[1-9]\d{0,6}$/.test(written)) throw new InvalidArgumentError('Write a whole number from 0 on.');
	return Number(written);
};

/** Read `path`, `path=from..to` or `path=from..to:stations`. */
const parseVary = (written: string): Varied => {
	const [, path, from, to, count] = /^([^=\s]+?)(?:=(.+?)\.\.(.+?)(?::(\d+))?)?$/.exec(written) ?? [];
	if (path === undefined) throw new InvalidArgumentError('Write a lever or a path and its ends, as in sakhalin-ports=0..10:11 or labour.builders=x0.5..x2.');
	return {path, ...(from !== undefined && to !== undefined && {from, to}), ...(count !== undefined && {count: parseCount(count)})};
};

const withSubject = (command: Command): Command =>
	withWhatIfs(withOutput(command))
		.option('--set <path=value[@from..until]>', 'change a value; may be given several times', several(parseSetting))
		.option('--reading <id>', 'use this reading where sources conflict; may be given several times', several(asIs));

const withWorkers = (command: Command): Command => command.option('--workers <n>', 'how many to share the runs; results do not depend on it', parseCount);

const withFactors = (command: Command): Command =>
	command
		.option('--factor <path>', 'vary only numbers of this path or pattern with *; may be given several times', several(asIs))
		.option('--no-readings', 'leave readings where sources conflict as they are')
		.option('--switches', 'vary the model’s form as well: rationing, order of restoration, form of expertise')
		.addOption(new Option('--prior <prior>', 'how a number is spread over its range').choices(priors).default('triangular'));

const withOutcomes = (command: Command): Command =>
	command.option('--outcome <outcome>', 'entity.quantity, with @period and :reduction if you like; may be given several times', several(asIs));

/** `counterplan ensemble`. */
function addEnsemble(program: Command): void {
	const command = program
		.command('ensemble')
		.description('many runs with what is uncertain drawn: bands, and how often statements hold')
		.argument(...scenarioArgument);
	withOutcomes(withFactors(withWorkers(withSubject(command))))
		.option('--members <n>', 'how many to draw', parseCount, 1000)
		.option('--against <what-if>', 'run this as well on the same draws, and show the difference; may be given several times', several(asIs))
		.option('--claim <statement>', 'as in "pig-iron.made@1947:sum > historical"; may be given several times', several(asIs))
		.option('--series <entity.quantity>', 'keep and band this series; may be given several times', several(asIs))
		.option('--constrained', 'weigh members by how near they come to the target facts')
		.option('--no-shocks', 'draw no shocks')
		.addOption(new Option('--design <design>', 'how members are spread').choices(designs).default('latin-hypercube'))
		.option('--seed <seed>', 'of every draw', '1')
		.option('--draws', 'write what was drawn for each member beside it')
		.option('--folder <folder>', 'where its files go, instead of under ensembles/')
		.option('--resume', 'go on with what was stopped')
		.addHelpText('after', '\nTables: spreads claims; as data also bands. Every member’s series is in the folder, as Parquet.')
		.addHelpText(
			'after',
			examples(`ensemble ${baseline} --members 200`, `ensemble ${baseline} --against ${whatIf} --members 200 --claim "industry.index@1948:mean > historical"`),
		)
		.action(async (file: string, options: EnsembleOptions) => (await import('./ensemble.ts')).ensemble(file, options));
}

/** `counterplan sensitivity`. */
function addSensitivity(program: Command): void {
	const command = program
		.command('sensitivity')
		.description('which numbers, readings and forms of the model move an outcome, and how sure that is')
		.argument(...scenarioArgument);
	withOutcomes(withFactors(withWorkers(withSubject(command))))
		.addOption(
			new Option('--method <method>', 'morris: which matter at all; sobol: how much of the variance each accounts for')
				.choices(['morris', 'sobol'])
				.default('morris'),
		)
		.option('--against <what-if>', 'look at the difference that this makes; may be given several times', several(asIs))
		.option('--size <n>', 'trajectories of morris (10), rows of sobol (512)', parseCount)
		.option('--screen <n>', 'sobol: only the n numbers that morris finds strongest; 20 where there are more than 80 factors', parseCount)
		.option('--seed <seed>', 'of every draw', '1')
		.addHelpText('after', '\nTables: effects (morris), indices (sobol); with a screening, effects as well if asked for.')
		.addHelpText(
			'after',
			examples(
				`sensitivity ${baseline} --size 2`,
				`sensitivity ${baseline} --against ${whatIf} --size 2`,
				`sensitivity ${baseline} --method sobol --factor "labour.*" --size 64 --outcome pig-iron.made@1948:sum`,
			),
		)
		.action(async (file: string, options: SensitivityOptions) => (await import('./sensitivity.ts')).sensitivity(file, options));
}

/** `counterplan calibrate`. */
function addCalibrate(program: Command): void {
	const command = program
		.command('calibrate')
		.description('move ranged numbers until the run comes near the target facts; then, once, look at the facts held out')
		.argument(...scenarioArgument);
	withWorkers(withSubject(command))
		.option('--number <path>', 'move this number; may be given several times; without any, the most helpful are chosen', several(asIs))
		.option('--numbers <n>', 'choose at most so many; half as many as targets if not given', parseCount)
		.option('--starts <n>', 'searches side by side', parseCount, 4)
		.option('--runs <n>', 'runs in all, more or less', parseCount, 20_000)
		.option('--seed <seed>', 'of every draw', '1')
		.option('--write <file>', 'write the values found to this file')
		.option('--folder <folder>', 'where what is done is kept until all is, instead of under calibrations/')
		.option('--resume', 'go on with what was stopped')
		.addHelpText('after', '\nTables: numbers fit scoreboard foreseen. Values fitted before are not used.')
		.addHelpText('after', examples(`calibrate ${baseline} --number goods.coke.hold --number labour.builders --runs 400 --starts 2`))
		.action(async (file: string, options: CalibrateOptions) => (await import('./calibrate.ts')).calibrate(file, options));
}

/** `counterplan sweep` and `counterplan seek`. */
function addWays(program: Command): void {
	const sweep = program
		.command('sweep')
		.description('an outcome along one lever, or over two that cross')
		.argument(...scenarioArgument);
	withOutcomes(withSubject(sweep))
		.requiredOption('--vary <way>', 'a lever or path and its ends: sakhalin-ports=0..10:11; once or twice', several(parseVary))
		.addHelpText('after', '\nTables: sweep; of two ways also map.')
		.addHelpText('after', examples(`sweep ${baseline} --vary sakhalin-ports`, `sweep ${baseline} --vary builders=0.5..2:5 --vary specialists-sent=0..100:6`))
		.action(async (file: string, options: SweepOptions) => (await import('./sweep.ts')).sweep(file, options));
	const seek = program
		.command('seek')
		.description('the smallest change along a lever that brings an outcome to a target')
		.argument(...scenarioArgument);
	withSubject(seek)
		.requiredOption('--target <statement>', 'an outcome, >= or <=, and a number with its unit')
		.requiredOption('--vary <way>', 'a lever or path and its ends; may be given several times', several(parseVary))
		.addHelpText('after', '\nTables: seek.')
		.addHelpText('after', examples(`seek ${baseline} --target "industry.index@1948:mean >= 75" --vary builders --vary specialists-sent`))
		.action(async (file: string, options: SeekOptions) => (await import('./sweep.ts')).seek(file, options));
}

/** `counterplan threshold`. */
function addThreshold(program: Command): void {
	const command = program
		.command('threshold')
		.description('which cause takes most of what is lost: where along a lever that changes, or a map over two')
		.argument(...scenarioArgument);
	withSubject(command)
		.requiredOption('--along <way>', 'a lever or path and its ends: specialists-sent, or labour.builders=x0.1..x2:21; once or twice', several(parseVary))
		.option('--outcome <outcome>', 'whose months and, if it is about a site, whose losses; the index if not given')
		.addHelpText('after', '\nTables: threshold; along two ways also map.')
		.addHelpText(
			'after',
			examples(
				`threshold ${baseline} --along specialists-sent --outcome industry.index@1947:mean`,
				`threshold ${baseline} --along skilled-return=0..2:9 --along restoration-money=0..2:6 --outcome industry.index@1948:mean`,
			),
		)
		.action(async (file: string, options: ThresholdOptions) => (await import('./threshold.ts')).threshold(file, options));
}

/** `counterplan why`. */
function addWhy(program: Command): void {
	const command = program
		.command('why')
		.description('why an outcome fell short, or differs from another scenario’s: the loss account, each cause’s share by reruns, and how sure that is')
		.argument(...scenarioArgument)
		.argument('[outcome...]', 'as in pig-iron.made@1947:sum; the industrial index over the whole run if none is given');
	withWorkers(withSubject(command))
		.option('--against <scenario>', 'what differs from this scenario or what-if are the causes')
		.option('--cause <relief>', 'look into this relief only, with all other shortages as they are; may be given several times', several(asIs))
		.option('--members <n>', 'draws by which its certainty is judged, 128 of up to seven causes, else 32; 0 leaves it out', parseMembers)
		.option('--pairs <n>', 'of orders drawn where there are more than ten causes', parseCount, 100)
		.option('--seed <seed>', 'of every draw', '1')
		.addHelpText('after', '\nTables: sentences account attribution binding interactions otherwise worth account-months.')
		.addHelpText(
			'after',
			examples(
				`why ${baseline} industry.index@1947:mean`,
				`why ${baseline} pig-iron.made@1947:sum --cause coal-quantity --cause coal-grade`,
				`why ${whatIf} industry.index@1948:mean --against ${baseline} --members 0`,
				`why ${baseline} industry.index@1948:mean --table worth --members 0`,
			),
		)
		.action(async (file: string, outcomes: readonly string[], options: WhyOptions) => (await import('./why.ts')).why(file, outcomes, options));
}

/** Add the verbs of many runs. */
export function addStudies(program: Command): void {
	addEnsemble(program);
	addSensitivity(program);
	addCalibrate(program);
	addWays(program);
	addThreshold(program);
	addWhy(program);
}
