/** A line of text that is being typed. */
import {useRef, useState} from 'react';
import {type Look, paint} from '../look.ts';
import {useTypedPaste} from '../terminal/region.tsx';
import {useDialogKeys} from './take.ts';

export type Typed = {readonly text: string; readonly cursor: number};

/** A text with the cursor behind it. */
export const typedFrom = (text: string): Typed => ({text, cursor: text.length});

/** What a key does to a line of text; undefined where the key is none of typing. */
export function typedKey({text, cursor}: Typed, key: string): Typed | undefined {
	switch (key) {
		case 'left':
			return {text, cursor: Math.max(0, cursor - 1)};
		case 'right':
			return {text, cursor: Math.min(text.length, cursor + 1)};
		case 'home':
		case 'ctrl+a':
			return {text, cursor: 0};
		case 'end':
		case 'ctrl+e':
			return {text, cursor: text.length};
		case 'backspace':
			return cursor === 0 ? {text, cursor} : {text: text.slice(0, cursor - 1) + text.slice(cursor), cursor: cursor - 1};
		case 'ctrl+u':
			return {text: text.slice(cursor), cursor: 0};
		default:
			if ([...key].length > 1 || /\p{Cc}/u.test(key)) return undefined;
			return {text: text.slice(0, cursor) + key + text.slice(cursor), cursor: cursor + key.length};
	}
}

/** Typing until the dialog closes; every other key, and Enter and Esc, go to `press`, with the text as it then is. */
export function useTyped(begun: string, press: (key: string, text: string, put: (text: string) => void) => void): Typed {
	const [typed, setTyped] = useState(() => typedFrom(begun));
	// Several letters may come in one read, before anything is drawn.
	const latest = useRef(typed);
	const put = (next: Typed): void => {
		latest.current = next;
		setTyped(next);
	};
	useDialogKeys(name => {
		const next = name === 'enter' || name === 'esc' ? undefined : typedKey(latest.current, name);
		if (next) put(next);
		press(name, latest.current.text, text => put(typedFrom(text)));
	});
	useTypedPaste();
	return typed;
}

/** The line as it is drawn: its end in sight of the cursor, within so many cells; while it is empty, a hint. */
export function typedLine({text, cursor}: Typed, room: number, look: Look, hint = ''): string {
	if (text === '' && hint !== '') return `${paint(' ', {inverse: true}, look)}${paint(hint, {role: 'faint'}, look)}`;
	const from = Math.max(0, cursor - room + 1);
	const seen = text.slice(from, from + room);
	const at = cursor - from;
	return `${seen.slice(0, at)}${paint(seen[at] ?? ' ', {inverse: true}, look)}${seen.slice(at + 1)}`;
}
