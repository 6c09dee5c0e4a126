/** `counterplan score`: a scenario's run beside what was observed. */
import {scoreboardTable} from '../report/headline/scoreboard.ts';
import {scoresTable} from '../report/tidy/tables.ts';
import {fullRun} from '../run/full-run.ts';
import {scenarioName} from '../run/record.ts';
import {loadScenario} from '../scenario/load.ts';
import {loadFacts} from '../scenario/reader-facts.ts';
import {scoreFacts} from '../study/score.ts';
import {chosenTables, deliver, type OutputOptions} from './output.ts';

const usual = {screen: ['scoreboard'], data: ['scores'], csv: 'scores'};

/** Score a scenario; true if no fact that it was fitted to is missed. */
export async function score(file: string, options: OutputOptions & {readonly facts?: string}): Promise<boolean> {
	const names = chosenTables(options.table, ['scoreboard', 'scores'], options.format, usual);
	const scenario = loadScenario(file);
	const program = options.facts === undefined ? scenario : {...scenario, facts: loadFacts(options.facts, scenario)};
	const scores = scoreFacts(program, fullRun(program).series);
	const material = {name: scenarioName(program.file), scores};
	await deliver(
		names.map(name => (name === 'scoreboard' ? scoreboardTable(material) : scoresTable(material))),
		options,
	);
	return !scores.some(({fact, reading, verdict}) => fact.role === 'target' && fact.readings[0] === reading && verdict === 'miss');
}
