/** One letter for each cause of a scenario, the same on every map and screen. */
import {commonCauses} from '../economy/causes.ts';
import {lossCauses} from '../scenario/loss-causes.ts';
import type {Program} from '../scenario/program.ts';

/** Letters of the causes that every site has; those of inputs are capitals. */
const commonLetters: Readonly<Record<(typeof commonCauses)[number], string>> = {
	damage: 'd',
	order: 'o',
	season: 'e',
	specialists: 's',
	translators: 't',
	'skilled-labour': 'k',
	'unskilled-labour': 'u',
	transport: 'r',
	power: 'p',
	demand: 'n',
};

/** What is no cause, or several: output, and the smaller causes together. */
export const madeLetter = 'm';
export const othersLetter = '*';

/** The letter of every cause that a program can have, by its id. */
export function causeLetters(program: Program): ReadonlyMap<string, string> {
	const common = commonCauses.map(cause => [cause as string, commonLetters[cause]] as const);
	return new Map([...common, ...inputLetters(inputsOf(program))]);
}

/** The input causes of all sites in the order of goods, a good before its grade; each with the name of the good. */
function inputsOf(program: Program): readonly (readonly [id: string, label: string])[] {
	const known = new Set(program.ids.sites.flatMap((_, site) => lossCauses(program, site)));
	for (const cause of commonCauses) known.delete(cause);
	return program.ids.goods.flatMap(good =>
		[good, `${good}-grade`].filter(id => known.has(id)).map(id => [id, program.entities.get(good)?.label ?? ''] as const),
	);
}

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** From where the letter of an input is taken, the best first: where its name begins, where a word of it begins, anywhere in it, and any that is left. */
const sourcesOf = (label: string): readonly string[] => {
	const name = label.toUpperCase();
	return [name.slice(0, 1), [...name.matchAll(/\b\w/g)].join(''), name, `${capitals}${capitals.toLowerCase()}0123456789`];
};

/** A letter of its own for each input; all that can have the first of their name have it. */
function inputLetters(inputs: ReturnType<typeof inputsOf>): Map<string, string> {
	const taken = new Set([madeLetter, othersLetter, ...Object.values(commonLetters)]);
	const letters = new Map<string, string>();
	for (let source = 0; source < 4; source++) {
		for (const [id, label] of inputs) {
			if (letters.has(id)) continue;
			const letter = [...sourcesOf(label)[source]].find(sign => !taken.has(sign) && (source === 3 || capitals.includes(sign)));
			if (letter === undefined) continue;
			letters.set(id, letter);
			taken.add(letter);
		}
	}
	return letters;
}
