/** The last line: the keys that mean something now. */
import {fitTo, width as widthOf} from '../drawing/lines.ts';
import {commands, type Reach} from '../keys.ts';
import {paint} from '../look.ts';

/** The keys valid in the pane, as many as there is room for; help and quit always. */
export function footerLine(reach: Reach, width: number): string {
	const {scene} = reach;
	const {notice} = scene.state;
	if (notice !== undefined) return paint(fitTo(` ${notice}`, width), {role: 'accent', bold: true}, scene.look);
	const valid = commands.flatMap(command => (command.foot && command.valid(reach) ? [command.foot] : []));
	const last = valid.filter(([keys]) => keys === '?' || keys === 'q');
	const first = valid.filter(foot => !last.includes(foot));
	return keysLine(
		first.toSorted((one, other) => rankOf(one) - rankOf(other)),
		last,
		scene.look,
		width,
	);
}

/** By their keys, what stands first where there is not room for all. */
const order = [
	'↑↓',
	'←→',
	'Tab',
	'n',
	'b',
	'g',
	'Enter',
	'Esc',
	'0-9',
	'u',
	'r',
	'[ ]',
	'p',
	's',
	'/',
	'o/O',
	'c',
	'x',
	'd',
	'Shift',
	'z',
	':',
	'R',
	'e',
	', .',
	'< >',
];
const rankOf = ([keys]: Foot): number => (order.includes(keys) ? order.indexOf(keys) : order.length);

/** Keys with a word each: the first of them that fit, and then all of the last. */
export function keysLine(first: readonly Foot[], last: readonly Foot[], look: Reach['scene']['look'], width: number): string {
	const lengthOf = ([keys, word]: Foot): number => widthOf(keys) + widthOf(word) + 3;
	let room = width - 1 - last.reduce((sum, foot) => sum + lengthOf(foot), 0);
	const shown: Foot[] = [];
	for (const foot of first) {
		if (lengthOf(foot) > room) continue;
		room -= lengthOf(foot);
		shown.push(foot);
	}
	const all = [...shown, ...last];
	const painted = all.map(([keys, word]) => `${paint(keys, {role: 'accent', bold: true}, look)} ${paint(word, {role: 'faint'}, look)}  `);
	const used = 1 + all.reduce((sum, foot) => sum + lengthOf(foot), 0);
	return ` ${painted.join('')}${' '.repeat(Math.max(0, width - used))}`;
}

type Foot = readonly [string, string];
