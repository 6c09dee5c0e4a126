/**
 * Units: mathjs's, with the people, money and plant of an economy beside them. Parsed and converted when a scenario is
 * read, never in a month.
 *
 * Only the names listed here are let through to mathjs. A month is a twelfth of a year of 8,766 hours.
 */
import {create, createUnitDependencies, type Unit, unitDependencies} from 'mathjs';

/** Every name that a scenario may write, in the words of mathjs. */
const names = new Map<string, string>();
const allow = (definition: string, ...written: string[]): void => {
	for (const name of written) names.set(name, definition);
};
const scaled = (base: string, one: string, plural: string): void => {
	for (const [letter, prefix] of Object.entries({'': '', k: 'kilo', M: 'mega'})) allow(`${prefix}${base}`, `${letter}${one}`, `${letter}${plural}`);
};

allow('gram', 'g');
allow('kilogram', 'kg');
allow('tonne', 't');
allow('kilotonne', 'kt');
allow('megatonne', 'Mt');
for (const [letter, prefix] of Object.entries({'': '', k: 'kilo', M: 'mega', G: 'giga', T: 'tera'})) {
	allow(`${prefix}joule`, `${letter}J`);
	allow(`${prefix}watt`, `${letter}W`);
	allow(`${prefix}watt*hour`, `${letter}Wh`);
}
allow('centimeter', 'cm');
allow('meter', 'm');
allow('kilometer', 'km');
for (const time of ['hour', 'day', 'week', 'month', 'year']) allow(time, time, `${time}s`);
allow('quarter', 'quarter', 'quarters');
for (const count of ['person', 'unit', 'enterprise', 'port', 'wagon', 'locomotive', 'boat', 'vehicle']) scaled(`counted${count}`, count, `${count}s`);
allow('countedperson', 'people');
scaled('countedyen', 'yen', 'yen');
scaled('countedrouble', 'rouble', 'roubles');

/** What may stand without its unit: the number alone says enough. */
const plainCounts = /^(persons?|people|units?|enterprises?|ports?|wagons?|locomotives?|boats?|vehicles?)$/;

/** The names of all units, for suggestions. */
export const unitNames: readonly string[] = [...names.keys()];

const math = create({createUnitDependencies, unitDependencies});
for (const count of ['person', 'unit', 'enterprise', 'port', 'wagon', 'locomotive', 'boat', 'vehicle', 'yen', 'rouble']) {
	math.createUnit(`counted${count}`, {prefixes: 'long'});
}
math.createUnit('quarter', '3 month');

/** A unit that is known, as mathjs has it. */
export type KnownUnit = {readonly text: string; readonly unit: Unit; readonly percent: boolean};
export type UnknownUnit = {readonly text: string; readonly unknown: string};

const parsed = new Map<string, KnownUnit | UnknownUnit>();
const factors = new Map<string, number | undefined>();

/** Read a unit such as `kt/year` or `yen/(t*km)`; `unknown` names the part that is not a unit. */
export function parseUnit(text: string): KnownUnit | UnknownUnit {
	const before = parsed.get(text);
	if (before) return before;
	const unit = parseAfresh(text.trim());
	if (parsed.size < 10_000) parsed.set(text, unit);
	return unit;
}

function parseAfresh(text: string): KnownUnit | UnknownUnit {
	if (text.length > 80) return {text, unknown: text};
	const percent = text.startsWith('%');
	const tokens = (percent ? `1${text.slice(1)}` : text).match(/[A-Za-z]+|[*/()]|1(?![\d.])|\S/g) ?? ['1'];
	const words: string[] = [];
	let complete = false;
	for (const token of tokens) {
		const operator = /^[*/()1]$/.test(token);
		const known = operator ? token : names.get(token);
		// mathjs would multiply what merely stands side by side; a slip of the pen should not.
		if (known === undefined || (complete && !'*/)'.includes(token))) return {text, unknown: token};
		words.push(known.length > 1 && known.includes('*') ? `(${known})` : known);
		complete = !'*/('.includes(token);
	}
	try {
		const expression = words.join(' ');
		return {text, percent, unit: math.unit(expression.startsWith('1') ? expression : `1 ${expression}`)};
	} catch {
		return {text, unknown: text};
	}
}

/** By what a number in `from` is multiplied to be one in `to`; undefined if the two measure different things. */
export function conversion(from: KnownUnit, to: KnownUnit): number | undefined {
	const pair = `${from.text}>${to.text}`;
	if (factors.has(pair)) return factors.get(pair);
	const base = from.unit as unknown as {dimensions: number[]; value: number};
	const other = to.unit as unknown as {dimensions: number[]; value: number};
	const alike = base.dimensions.every((power, i) => Math.abs(power - (other.dimensions[i] ?? 0)) < 1e-12);
	const factor = alike ? ((base.value / other.value) * (from.percent ? 0.01 : 1)) / (to.percent ? 0.01 : 1) : undefined;
	if (factors.size < 10_000) factors.set(pair, factor);
	return factor;
}

/** A number times a factor of conversion, without the dust that the factor leaves: 12 kt/year is 1,000 t/month exactly. */
export const convert = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)));

/** Whether a number may stand for this unit without naming it: shares and plain counts. */
export function speaksForItself(unit: KnownUnit): boolean {
	return plainCounts.test(unit.text) || conversion(unit, one) === 1;
}
const one = parseUnit('1') as KnownUnit;

/** Put the units of goods in the places of `<good>`, `<product>` and `<first>`; undefined if one of them is not known. */
export function withGoods(unit: string, goods: Readonly<Record<string, string | undefined>>): string | undefined {
	let unresolved = false;
	const text = unit.replace(/<(\w+)>/g, (_, name: string) => {
		const of = goods[name];
		if (of === undefined) unresolved = true;
		return /[*/]/.test(of ?? '') ? `(${of})` : (of ?? '');
	});
	return unresolved ? undefined : text;
}

/** A number and the unit written after it; undefined if the text does not begin with a number. */
export function splitQuantity(text: string): {readonly value: number; readonly unit: string} | undefined {
	const match = /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(?![\d.,_])\s*(.*?)\s*$/.exec(text);
	return match ? {value: Number(match[1]), unit: match[2] ?? ''} : undefined;
}
