/** `counterplan new`: a scenario or a what-if to begin from, complete and without mistakes. */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {formatMonth} from '../scenario/calendar.ts';
import {readHead} from '../scenario/head.ts';
import {loadScenario} from '../scenario/load.ts';
import {printable} from '../scenario/problem.ts';
import {firstEffect} from '../study/first-effect.ts';
import {packageFolder} from './package-folder.ts';
import {scenarioTemplate, whatIfTemplate} from './templates.ts';
import {UsageError} from './usage.ts';

/** Write a new file of that name; a file that is there already is left as it is. */
export function writeNew(name: string, {whatIf}: {readonly whatIf?: string}): void {
	const id = path.basename(name).replace(/\.ya?ml$/, '');
	if (!/^[a-z][a-z0-9-]*$/.test(id))
		throw new UsageError(`"${printable(id)}" is no name for a file; names are small letters, digits and hyphens, and begin with a letter`);
	const file = whatIf === undefined ? withEnding(name) : placeOfWhatIf(name, whatIf);
	const text = whatIf === undefined ? scenarioTemplate(id, schemaFor(file, 'scenario')) : whatIfText(id, file, whatIf);
	if (existsSync(file)) throw new UsageError(`${file} is there already; it has been left as it is`);
	try {
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(file, text, {flag: 'wx'});
	} catch (error) {
		throw new UsageError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
	}
	process.stdout.write(`${file}\n`);
	process.stderr.write(whatIf === undefined ? `try: counterplan run ${file}\n` : `try: counterplan check ${file} && counterplan compare ${whatIf} ${file}\n`);
}

const withEnding = (name: string): string => path.normalize(/\.ya?ml$/.test(name) ? name : `${name}.yaml`);

/** A what-if stands in the folder of the case: beside its others, unless the reader names a folder. */
const placeOfWhatIf = (name: string, scenario: string): string =>
	name.includes('/') || name.includes(path.sep) ? withEnding(name) : path.join(path.dirname(caseOf(scenario)), 'what-if', withEnding(name));

/** The scenario under a what-if. */
function caseOf(file: string): string {
	const parent = readHead(file)?.parent;
	return parent === undefined || parent === file ? file : caseOf(parent);
}

function whatIfText(id: string, file: string, scenario: string): string {
	const program = loadScenario(scenario);
	const found = firstEffect(program);
	if (!found) throw new UsageError(`no dated value of ${scenario} was found that moves anything; write the change by hand`);
	const from = program.start + Math.floor(program.layout.months / 3);
	const {path: changed, scale, outcome, sign} = found;
	return whatIfTemplate({
		id,
		schema: schemaFor(file, 'what-if'),
		parent: slashed(path.relative(path.dirname(file), scenario)),
		file: slashed(file),
		scenario: slashed(scenario),
		from: formatMonth(from),
		path: changed,
		meaning: program.origins.get(changed)?.field.meaning ?? '',
		scale,
		outcome,
		sign,
	});
}

/** The line by which an editor finds the schema of a file. */
function schemaFor(file: string, kind: string): string {
	const schema = path.join(packageFolder(), 'docs', 'schema', `${kind}.json`);
	return slashed(path.relative(path.dirname(path.resolve(file)), schema));
}

const slashed = (file: string): string => file.split(path.sep).join('/');
