/**
 * The forms in which a value may be written, read into a value for every month or one for the run.
 *
 *   12 kt/year | {value} | {values: {1945-09: ..., 1946-01: ...}} | {seasonal: [Jan, ..., Dec]} | {readings: [...]} | {rule: "..."}
 */
import type {Field} from '../economy/field.ts';
import {readDated, readSeasonal} from './dated.ts';
import {either} from './problem.ts';
import type {Reading} from './program.ts';
import {type Provenance, provenanceOf} from './provenance.ts';
import {isAllowed, plainField, readQuantity, readRange, type Wanted} from './quantity.ts';
import {checkKeys, isFitted, type Part, type Reader, requireGround, type Setting, unitIn} from './setting.ts';
import {child, describe, isMapping, itemsOf, type Mapping, type Tree, textOf} from './tree.ts';

/** A value as read, with the readings it was chosen from. `range` is that of one number, or of every month's. */
export type Value = Part & {readonly range: readonly [number, number] | undefined; readonly readings: readonly Reading[]};

const forms = ['value', 'values', 'seasonal', 'readings', 'rule'] as const;
const longKeys = [...forms, 'unit', 'source', 'reason', 'range', 'status', 'interpolate'];
const readingKeys = ['id', 'weight', 'value', 'values', 'seasonal', 'unit', 'source', 'reason', 'interpolate'];

/** Read the value of a field in any of its forms, in `unit`; undefined, and reported, where it cannot be read. */
export function readValue(tree: Tree, path: string, field: Field, unit: string, around: Provenance, reader: Reader): Value | undefined {
	const setting: Setting = {path, field, unit, problems: reader.problems, reader, around};
	if (!isMapping(tree)) {
		const part = readSingle(tree, setting, undefined, false);
		return part && {...part, range: undefined, readings: []};
	}
	checkKeys(tree, longKeys, path, reader.problems);
	const own = {...setting, around: provenanceOf(tree, around, reader.citable, reader.problems)};
	const fitted = isFitted(tree, setting);
	if (!checkForm(tree, setting)) return undefined;
	const listed = child(tree, 'readings');
	const readings = listed ? readReadings(listed, own, unitIn(tree)) : undefined;
	const part = readings ? readings.part : listed ? undefined : readPart(tree, own, unitIn(tree));
	const ends = child(tree, 'range');
	const range = ends && readRange(ends, setting, unitIn(tree) ?? part?.single?.writtenIn, listed ? undefined : part?.single?.value);
	if (!part) return undefined;
	const value = {...part, fitted: fitted || part.fitted, readings: readings?.readings ?? []};
	return range && tree.entries.has('seasonal') && tree.entries.has('value') ? seasonalRange(value, range) : {...value, range};
}

/** The range of a value that a season multiplies is multiplied with it. */
function seasonalRange(value: Omit<Value, 'range'>, [low, high]: readonly [number, number]): Value {
	const base = value.single?.value;
	if (!base) return {...value, range: [low, high]};
	return {...value, range: undefined, span: {low: value.series.map(v => (v / base) * low), high: value.series.map(v => (v / base) * high)}};
}

function checkForm(tree: Mapping, setting: Setting): boolean {
	const {path, field, problems} = setting;
	const given = forms.filter(form => form !== 'rule' && tree.entries.has(form));
	const rule = child(tree, 'rule');
	if (rule && !mayRule(rule, tree, setting)) return false;
	if (rule && given.length === 0) return true;
	const alone = given.length === 1 || (given.length === 2 && given.includes('seasonal') && !given.includes('readings'));
	if (!alone) {
		const found = given.length === 0 ? 'it has none of them' : `it has ${given.join(' and ')}`;
		problems.add(tree.spot, given.length === 0 ? 'missing' : 'type', `${path} needs one of value, values, seasonal, readings or rule; ${found}`);
		return false;
	}
	for (const form of ['values', 'seasonal'] as const) {
		const dated = tree.entries.get(form);
		if (!dated || field.when === 'monthly') continue;
		problems.add(
			dated.spot,
			'not-dated',
			`${path} is ${field.when === 'opening' ? 'a stock on the first day' : 'one number for the whole run'}; give value, not ${form}`,
		);
		return false;
	}
	return true;
}

/** Whether a rule may set a value: a number of every month, with nothing beside it but what it can read. */
function mayRule(rule: Tree, tree: Mapping, {path, field, problems}: Setting): boolean {
	const beside = ['readings', 'range', 'status'].find(key => tree.entries.has(key));
	if (field.when !== 'monthly')
		problems.add(
			rule.spot,
			'not-dated',
			`${path} is ${field.when === 'opening' ? 'a stock on the first day' : 'one number for the whole run'}; a rule sets what changes from month to month`,
		);
	else if (field.options) problems.add(rule.spot, 'type', `${path} is a switch; a rule sets numbers`);
	else if (rule.kind !== 'scalar' || rule.value === null)
		problems.add(rule.spot, 'type', `the rule of ${path} must be text, as in "0.5 * stock('coal')", found ${describe(rule)}`);
	else if (beside) problems.add(tree.entries.get(beside)?.spot ?? tree.spot, 'type', `${path} is given by a rule, beside which there can be no ${beside}`);
	else return true;
	return false;
}

/** Note a rule; where no value stands beside it, no month has a number until the economy sets it. */
function readRule(rule: Tree, setting: Setting, base: Part | undefined): Part | undefined {
	const {path, reader, around} = setting;
	requireGround(rule.spot, around, setting);
	const text = rule.kind === 'scalar' ? String(rule.value) : '';
	const written = base !== undefined;
	reader.rules.push({path, text, written, spot: rule.spot});
	const part = base ?? {series: new Float64Array(reader.months).fill(Number.NaN), provenance: around, single: undefined, span: undefined, fitted: false};
	return {...part, rule: {text, written}};
}

/** Read a mapping with value, values, seasonal or a rule. */
function readPart(tree: Mapping, setting: Setting, unit: string | undefined): Part | undefined {
	const value = child(tree, 'value');
	const values = child(tree, 'values');
	const seasonal = child(tree, 'seasonal');
	const rule = child(tree, 'rule');
	if (rule) {
		const bare: Mapping = {...tree, entries: new Map([...tree.entries].filter(([key]) => key !== 'rule'))};
		const beside = value || values || seasonal ? readPart(bare, setting, unit) : undefined;
		return (value || values || seasonal) && !beside ? undefined : readRule(rule, setting, beside);
	}
	const linear = isLinear(tree, setting);
	const factored = seasonal !== undefined;
	const base = value ? readSingle(value, setting, unit, factored) : values ? readDated(values, setting, {unit, linear, factored}) : undefined;
	if (!seasonal || ((value || values) && !base)) return base;
	return readSeasonal(seasonal, setting, unit, base);
}

function isLinear(tree: Mapping, {path, problems}: Setting): boolean {
	const way = child(tree, 'interpolate');
	if (!way) return false;
	const ways = ['step', 'linear'];
	if (!ways.includes(textOf(way) ?? '')) problems.add(way.spot, 'option', `${path} is interpolated ${either(ways)}`);
	else if (!tree.entries.has('values')) problems.add(way.spot, 'not-dated', `${path} has no values to interpolate between`);
	return textOf(way) === 'linear';
}

/** One value for the whole run; with a season still to come (`factored`) its bounds are checked later. */
function readSingle(tree: Tree, setting: Setting, unit: string | undefined, factored: boolean): Part | undefined {
	const single = readQuantity(tree, setting, unit);
	requireGround(tree.spot, setting.around, setting);
	if (!single || (!factored && !isAllowed(single.value, tree.spot, setting))) return undefined;
	const length = setting.field.when === 'monthly' ? setting.reader.months : 1;
	return {series: new Float64Array(length).fill(single.value), provenance: setting.around, single, span: undefined, fitted: false};
}

type Read = {readonly part: Part; readonly reading: Reading};

function readReadings(tree: Tree, setting: Setting, unit: string | undefined): {readonly part: Part; readonly readings: readonly Reading[]} | undefined {
	const {path, problems, reader} = setting;
	const read: Read[] = [];
	for (const item of itemsOf(tree)) {
		const one = readReading(item, setting, unit);
		if (one && read.some(({reading}) => reading.id === one.reading.id))
			problems.add(item.spot, 'duplicate', `${path} has two readings called "${one.reading.id}"`);
		if (one) read.push(one);
	}
	if (itemsOf(tree).length === 0)
		problems.add(tree.spot, 'type', `the readings of ${path} must be a list, as in [{id: ..., value: ..., weight: ..., source: ...}]`);
	for (const {reading} of read) reader.readings.add(reading.id).add(`${path}=${reading.id}`);
	const heaviest = read.toSorted((a, b) => b.reading.weight - a.reading.weight)[0];
	const asked = read.find(({reading}) => reader.asked.has(`${path}=${reading.id}`)) ?? read.find(({reading}) => reader.asked.has(reading.id));
	const chosen = asked ?? heaviest;
	return chosen && read.length === itemsOf(tree).length ? {part: chosen.part, readings: read.map(({reading}) => reading)} : undefined;
}

function readReading(tree: Tree, setting: Setting, unit: string | undefined): Read | undefined {
	const {path, problems, reader} = setting;
	const id = textOf(child(tree, 'id'));
	const weightTree = child(tree, 'weight');
	if (!isMapping(tree) || id === undefined || !weightTree) {
		problems.add(tree.spot, 'missing', `a reading of ${path} needs id, weight and value`);
		return undefined;
	}
	checkKeys(tree, readingKeys, `a reading of ${path}`, problems);
	const wanted: Wanted = {path: `the weight of "${id}" in ${path}`, field: plainField('1', 'weight'), unit: '1', problems};
	const weight = readQuantity(weightTree, wanted, undefined);
	const own = {...setting, around: provenanceOf(tree, setting.around, reader.citable, problems)};
	const part = checkForm(tree, own) ? readPart(tree, own, unitIn(tree) ?? unit) : undefined;
	if (!part || !weight || !isAllowed(weight.value, weightTree.spot, wanted)) return undefined;
	const {sources, reason} = part.provenance;
	return {part, reading: {id, weight: weight.value, sources, reason, values: part.series}};
}
