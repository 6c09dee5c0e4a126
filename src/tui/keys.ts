/** The one table of keys: it feeds the router, the footer, the help and the palette. */
import type {Key} from 'ink';
import type {Command, Reach} from './keys/command.ts';
import {generalCommands} from './keys/general.ts';
import {leverCommands} from './keys/levers.ts';
import {runCommands} from './keys/runs.ts';
import {screenCommands} from './keys/screen.ts';
import {lessonCommands} from './lesson/keys.ts';

export type {Command, Reach} from './keys/command.ts';

/** Every command, in the order of help and palette. */
export const commands: readonly Command[] = [...lessonCommands, ...leverCommands, ...screenCommands, ...runCommands, ...generalCommands];

/** The command that a key stands for now; undefined where it means nothing. */
export const commandFor = (key: string, reach: Reach): Command | undefined => commands.find(command => command.keys.includes(key) && command.valid(reach));

const named = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'page up'],
	['pageDown', 'page down'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'esc'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'backspace'],
] as const;

/** The names of the keys that came in one read: of a held key there may be several. */
export function keysOf(input: string, key: Key): readonly string[] {
	const special = named.find(([flag]) => key[flag])?.[1];
	// Escape counts as pressed with Alt, by Ink's reading.
	if (special) return [`${key.shift ? 'shift+' : ''}${key.ctrl ? 'ctrl+' : ''}${special}`];
	if (key.ctrl) return [`ctrl+${input}`];
	return [...input].map(character => typed[character] ?? (character < ' ' ? `ctrl+${String.fromCharCode(character.charCodeAt(0) + 96)}` : character));
}

/** Keys among what was typed in one read. */
const typed: Readonly<Record<string, string>> = {'\r': 'enter', '\n': 'enter', '\t': 'tab', '\u007f': 'backspace'};

const glyphs: Readonly<Record<string, string>> = {up: '↑', down: '↓', left: '←', right: '→', enter: 'Enter', esc: 'Esc', tab: 'Tab', home: 'Home', end: 'End'};

/** A key as it is shown: `Shift+→`. */
export const keyLabel = (key: string): string =>
	key
		.split(/\+(?=.)/)
		.map((part, i) => glyphs[part] ?? (part.length > 1 || i > 0 ? part.charAt(0).toUpperCase() + part.slice(1) : part))
		.join('+');
