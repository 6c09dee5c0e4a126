/** How each cause looks: one colour and one letter for all of a scenario, the same on every screen. */
import {commonCauses, inputCauses} from '../../economy/causes.ts';
import {causeLetters, madeLetter, othersLetter} from '../../report/cause-letters.ts';
import type {Lost} from '../../run/lost-output.ts';
import type {Program} from '../../scenario/program.ts';
import {causeColours, causeRole, type Role} from '../look.ts';

export type CauseLook = {readonly role: Role; readonly letter: string};

/** Of what is no cause: output, and the smaller causes together. */
export const madeLook: CauseLook = {role: 'faint', letter: madeLetter};
export const othersLook: CauseLook = {role: 'band', letter: othersLetter};

const known = new WeakMap<Program, ReadonlyMap<string, CauseLook>>();

/**
 * The look of every cause a program can have, by its id: first the causes that all sites have, then inputs in the order of goods.
 * It follows from sites and recipes alone, so that it is the same whatever a run loses.
 */
export function causeLook(program: Program): ReadonlyMap<string, CauseLook> {
	const before = known.get(program);
	if (before) return before;
	const places = new Map<string, number>(commonCauses.map((cause, i) => [cause, i]));
	for (const [cause, place] of inputColours(program)) places.set(`${program.ids.goods[Math.floor(cause / 2)]}${cause % 2 === 1 ? '-grade' : ''}`, place);
	const letters = causeLetters(program);
	const found = new Map([...places].map(([cause, place]): [string, CauseLook] => [cause, {role: causeRole(place), letter: letters.get(cause) ?? '?'}]));
	known.set(program, found);
	return found;
}

/** A colour for each input cause, in the order of goods, a good before its grade: none that another input of the same site has, of these the one used least. */
function inputColours({structure}: Program): Map<number, number> {
	const sites = Array.from({length: structure.rows.sites}, (_, s) => inputCauses(structure, s).map(({good, grade}) => good * 2 + Number(grade)));
	const places = Array.from({length: causeColours - commonCauses.length}, (_, i) => commonCauses.length + i);
	const used = new Map(places.map(place => [place, 0]));
	const colours = new Map<number, number>();
	for (const cause of [...new Set(sites.flat())].sort((a, b) => a - b)) {
		const beside = new Set(sites.filter(causes => causes.includes(cause)).flatMap(causes => causes.map(other => colours.get(other))));
		const free = places.filter(place => !beside.has(place));
		const place = (free.length > 0 ? free : places).reduce((least, one) => (used.get(one)! < used.get(least)! ? one : least));
		colours.set(cause, place);
		used.set(place, used.get(place)! + 1);
	}
	return colours;
}

/** The look of a cause. */
export const lookOfCause = (program: Program, cause: string): CauseLook => causeLook(program).get(cause) ?? othersLook;

/**
 * Which of what was lost, the largest first, is shown by itself and which with the other causes:
 * at most so many layers, and no two of one colour or of one letter.
 */
export function shownApart(program: Program, lost: readonly Lost[], most: number): {readonly own: readonly Lost[]; readonly rest: readonly Lost[]} {
	const divide = (room: number) => {
		const [own, rest]: [Lost[], Lost[]] = [[], []];
		const taken = new Set<string>();
		for (const one of lost) {
			const {role, letter} = lookOfCause(program, one.cause);
			const apart = own.length < room && !taken.has(role) && !taken.has(letter);
			(apart ? own : rest).push(one);
			if (apart) taken.add(role).add(letter);
		}
		return {own, rest};
	};
	const all = divide(most);
	return all.rest.length === 0 || all.own.length < most ? all : divide(most - 1);
}
