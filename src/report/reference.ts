/** The reference of scenario files, in Markdown, from the same definitions by which files are read. */
import type {Field, Fields} from '../economy/field.ts';
import {type TableName, tables} from '../economy/parameters.ts';
import {moments} from '../scenario/expressions.ts';
import {functions} from '../scenario/operations.ts';
import {reductions} from '../scenario/outcome.ts';
import {codes} from '../scenario/problem.ts';
import {type Quantity, quantities, wholes} from '../scenario/quantities.ts';
import {boundsOf, type FileKind, kebab, schemas} from '../scenario/schema.ts';
import {unitNames} from '../scenario/units.ts';
import {intro, outcomeText, rulesText, valueForms, whatIfText} from './reference-text.ts';
import {remedies} from './remedies.ts';

/** Where the numbers of a table are written: the section, and what it is nested in. */
const sections: Readonly<Record<TableName, readonly [path: string, what: string]>> = {
	policy: ['policy', 'the switches between forms of the model, and how scarcity is shared'],
	finance: ['finance', 'money as a whole'],
	labour: ['labour', 'the people who look for a place, and those who build'],
	rail: ['rail', 'the railway'],
	power: ['power', 'the electric grid'],
	goods: ['goods.<good>', 'what is made, used, imported and sold'],
	industries: ['industries.<industry>', 'the people of an industry, which its sites share'],
	staffing: ['industries.<industry>.staffing.<profession>', 'the professions that an industry needs'],
	sites: ['sites.<site>', 'mines, works and stations'],
	recipes: ['sites.<site>.recipes.<recipe>', 'ways of making the product, in the order in which the site turns to them'],
	inputs: ['sites.<site>.recipes.<recipe>.inputs.<good>', 'what a recipe takes'],
	materials: ['sites.<site>.materials.<good>', 'what the restoration of a unit takes'],
	uses: ['uses.<use>', 'who claims goods beside the sites'],
	fuels: ['uses.<use>.goods.<good>', 'the goods that serve a use, in order of preference'],
	professions: ['professions.<profession>', 'specialists and translators'],
	communities: ['communities.<community>', 'those who speak a language together'],
	languages: ['languages.<language>', 'what is translated'],
	staff: ['professions.<profession>.staff.<community>', 'the people of a community in a profession'],
	courses: ['courses.<course>', 'training'],
	routes: ['routes.<route>', 'imports, by port and ship'],
	grades: ['routes.<route>.grades.<good>', 'the grades in which an import comes'],
	exports: ['exports.<export>', 'what is sold abroad'],
	funds: ['funds.<fund>', 'who pays'],
	prospecting: ['prospecting.<prospecting>', 'the search for seams'],
};

/** The whole reference. */
export function scenarioReference(): string {
	return `${[
		intro,
		'## Kinds of file',
		...Object.keys(schemas).map(kind => kindPart(kind as FileKind)),
		'## How a value is written',
		valueForms,
		`Units: ${[...new Set(unitNames)].map(code).join(' ')} \`%\` \`1\`; products and quotients of these, as in \`yen/(t*km)\`.`,
		'## Sections and fields',
		'“When” says whether a number is a stock on the day the run begins (opening), one for the whole run (constant), or one for every month (monthly; such a number may be dated or seasonal). `<good>` stands for the unit of the good in question.',
		...Object.entries(tables).map(([table, fields]) => tablePart(table as TableName, fields)),
		...otherSections.map(name => sectionPart(name)),
		'## What-ifs',
		whatIfText,
		'## Outcomes',
		outcomeText,
		`Reductions: ${reductions.map(code).join(', ')}.`,
		...Object.entries(quantities).map(([kind, list]) => quantityPart(`of a ${kind}`, list)),
		...Object.entries(wholes).map(([name, list]) => quantityPart(`of \`${name}\` as a whole`, list)),
		'## Rules',
		rulesText,
		`Functions: ${Object.keys(functions).map(code).join(', ')}. Of the month: ${moments.map(name => code(`${name}()`)).join(', ')}.`,
		'## Mistakes',
		'`counterplan check` reports all mistakes at once, each as `file:line:column  code  what is wrong`. The codes do not change between versions.',
		markdownTable(
			['code', 'meaning', 'remedy'],
			Object.entries(codes).map(([name, meaning]) => [code(name), meaning, remedies[name as keyof typeof remedies]]),
		),
	].join('\n\n')}\n`;
}

const code = (text: string): string => `\`${text}\``;

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function tablePart(table: TableName, fields: Fields): string {
	const [path, what] = sections[table];
	const rows = Object.entries(fields).map(([name, field]) => fieldRow(name, field));
	return `### \`${path}\`\n\n${what.charAt(0).toUpperCase()}${what.slice(1)}.\n\n${attributesOf(table)}${markdownTable(['field', 'unit', 'when', 'default', 'bounds', 'meaning'], rows)}`;
}

function fieldRow(name: string, field: Field): string[] {
	const {when, unit, meaning, otherwise, options} = field;
	const silent = otherwise === undefined ? '**required**' : (options?.[otherwise] ?? String(otherwise));
	return [code(kebab(name)), options ? '' : code(unit), when, silent, options ? options.map(code).join(' ') : boundsOf(field), meaning];
}

type Described = {
	readonly description?: string;
	readonly def: {
		readonly type: string;
		readonly innerType?: Described;
		readonly shape?: Readonly<Record<string, Described>>;
		readonly catchall?: Described;
		readonly valueType?: Described;
		readonly element?: Described;
		readonly entries?: Readonly<Record<string, string>>;
	};
};

const inner = (schema: Described): Described => (schema.def.innerType ? inner(schema.def.innerType) : schema);
const descriptionOf = (schema: Described): string => schema.description ?? (schema.def.innerType ? descriptionOf(schema.def.innerType) : '');
const isOptional = ({def}: Described): boolean => def.type === 'optional';

const scenarioShape = (): Readonly<Record<string, Described>> => (schemas.scenario as unknown as Described).def.shape ?? {};

/** What an entity says of itself beside its numbers. */
function attributesOf(table: TableName): string {
	const section = scenarioShape()[table];
	if (!section) return '';
	const entity = inner(section).def.catchall ?? section;
	const own = Object.entries(inner(entity).def.shape ?? {}).filter(
		([name]) => !Object.keys(tables[table]).some(field => kebab(field) === name) && name !== 'source' && name !== 'reason',
	);
	if (own.length === 0) return '';
	return `${own.map(([name, schema]) => `- ${code(name)}${isOptional(schema) ? '' : ' (**required**)'}: ${descriptionOf(schema) || wordsOf(schema)}`).join('\n')}\n\n`;
}

/** What stands there, where the definition does not describe it. */
function wordsOf(schema: Described): string {
	const {type, entries} = inner(schema).def;
	if (entries) return Object.values(entries).map(code).join(' or ');
	return {array: 'a list', object: 'a mapping', record: 'a mapping, by id', boolean: 'true or false', string: 'text'}[type] ?? type;
}

/** Sections that are no table of numbers. */
const otherSections = ['groups', 'plan', 'shocks', 'reliefs', 'extras'] as const;

function sectionPart(name: (typeof otherSections)[number]): string {
	const what = {
		groups: 'Entities of one kind that outcomes can name together',
		plan: 'What is to be reached, and by when',
		shocks: 'What chance may bring; drawn only when a seed is given',
		reliefs:
			'Causes of shortfall that can be taken away in the whole economy, at most 20, and what is changed when one is; laid over the what-ifs. No two may change the same value in the same month, each must change something, and each alone must keep every value within its bounds',
		extras: 'One more unit of something, to find out what it would have been worth: added to one dated value, in one month or from a month to the end',
	}[name];
	const shape = inner(inner(scenarioShape()[name]).def.catchall as Described).def.shape ?? {};
	return `### \`${name}.<id>\`\n\n${what}.\n\n${shapeTable(shape)}`;
}

const shapeTable = (shape: Readonly<Record<string, Described>>): string => markdownTable(['key', 'required', 'meaning'], shapeRows(shape, ''));

/** A row for each key, and for those of the mappings below it. */
function shapeRows(shape: Readonly<Record<string, Described>>, above: string): string[][] {
	return Object.entries(shape).flatMap(([name, schema]) => {
		const own = [code(`${above}${name}`), isOptional(schema) ? '' : 'yes', descriptionOf(schema) || wordsOf(schema)];
		const {shape: keys, catchall, valueType, element} = inner(schema).def;
		const items = catchall ?? valueType ?? element;
		const listed = items ? inner(items).def.shape : undefined;
		const below = listed ? shapeRows(listed, `${above}${name}${element ? '[].' : '.<id>.'}`) : keys ? shapeRows(keys, `${above}${name}.`) : [];
		return [own, ...below];
	});
}

function kindPart(kind: FileKind): string {
	const shape = (schemas[kind] as unknown as Described).def.shape ?? {};
	const named = new Set([...Object.keys(tables), ...otherSections]);
	// A list, as of the reliefs that a lesson names, is no section.
	const own = Object.fromEntries(Object.entries(shape).filter(([name, schema]) => !named.has(name) || inner(schema).def.element));
	const rest = Object.keys(own).length < Object.keys(shape).length ? '\n\nBeside these, any of the sections below.' : '';
	return `### \`file: ${kind}\`\n\n${shapeTable(own)}${rest}`;
}

const quantityPart = (of: string, list: readonly Quantity[]): string =>
	`### Quantities ${of}\n\n${markdownTable(
		['quantity', 'unit', 'nature', 'meaning'],
		list.map(({name, unit, nature, meaning}) => [code(name), code(unit), nature, meaning]),
	)}`;
