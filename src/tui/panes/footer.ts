/** The last line: the keys that mean something now. */
import {fitTo, width as widthOf} from '../drawing/lines.ts';
import {commandFor, commands, type Reach} from '../keys.ts';
import {paint} from '../look.ts';
import {screenIds} from '../state.ts';

/** The keys valid in the pane, as many as there is room for; help and quit always. */
export function footerLine(reach: Reach, width: number): string {
	const {scene} = reach;
	const {notice} = scene.state;
	if (notice !== undefined) return paint(fitTo(` ${notice}`, width), {role: 'accent', bold: true}, scene.look);
	// Where several commands have a key, it does what the first of them says.
	const valid = commands.flatMap(command => (command.foot && commandFor(command.keys[0] ?? '', reach) === command ? [command.foot] : []));
	const last = valid.filter(([keys]) => keys === '?' || keys === 'q');
	const first = valid.filter(foot => !last.includes(foot));
	return keysLine(
		first.toSorted((one, other) => rankOf(one, reach) - rankOf(other, reach)),
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
	'y',
	'g',
	'Enter',
	'Esc',
	`1-${screenIds.length}`,
	'u',
	'r',
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

/** The table of the screen that compares is the widest: what makes room for it stands early. */
function rankOf([keys]: Foot, {state: {screen, zoomed}}: Reach): number {
	const stands = keys === 'z' && screen === 'compare' && !zoomed ? 'Tab' : keys;
	return order.includes(stands) ? order.indexOf(stands) : order.length;
}

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
