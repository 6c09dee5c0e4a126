/** Typing the words by which levers, or the rows of a list, are filtered. */
import {useRef, useState} from 'react';
import {fitTo} from '../drawing/lines.ts';
import {paint} from '../look.ts';
import {screens} from '../screens/index.ts';
import {shownLevers} from '../shown.ts';
import {close, type DialogProps} from './dialog.tsx';
import {Frame, linesIn, roomIn} from './frame.tsx';
import {typedLine, useTyped} from './typed.ts';

/** The words, and what they leave. */
export function FilterDialog({store, scene, size}: DialogProps) {
	const {state, look} = scene;
	const list = state.pane === 'levers' ? undefined : screens.find(({id}) => id === state.screen);
	const put = (text: string): void => store.dispatch(list ? {type: 'list', screen: list.id, change: {filter: text, row: 0}} : {type: 'lever-filter', text});
	const [before] = useState(list ? state.lists[list.id].filter : state.leverFilter);
	// It begins empty; Enter or Esc before a letter leaves what was there.
	const began = useRef(false);
	const typed = useTyped('', (key, text) => {
		began.current ||= text !== '' || key === 'ctrl+u';
		if (key === 'esc') put(before);
		else if (began.current) put(text.trim());
		if (key === 'enter' || key === 'esc') close(store);
	});
	const room = roomIn(size);
	const found = list ? (list.list?.rows(scene, state.lists[list.id]) ?? []).map(({words}) => words) : shownLevers(scene).map(({label}) => label);
	const most = Math.max(1, linesIn(size) - 3);
	const lines = [typedLine(typed, room, look, before === '' ? 'words of a name' : before), ' ', ...found.slice(0, most).map(words => fitTo(words, room))];
	const rest = found.length === 0 ? ['nothing has all these words'] : found.length > most ? [`and ${found.length - most} more`] : [];
	const keys = [
		['Enter', 'keep'],
		['Esc', 'as before'],
		['Ctrl+U', 'clear'],
	] as const;
	return (
		<Frame
			title={`Filter ${list ? list.title.toLowerCase() : 'levers'} by words`}
			lines={[...lines, ...rest.map(line => paint(line, {role: 'faint'}, look))]}
			keys={keys}
			size={size}
			look={look}
		/>
	);
}
