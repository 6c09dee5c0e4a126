/** Help: the keys, those of the focused pane first, and what the screen shows. */
import {useInput} from 'ink';
import {useState} from 'react';
import {fitTo, wrap} from '../drawing/lines.ts';
import {type Command, commands, keyLabel, keysOf} from '../keys.ts';
import {type Look, paint} from '../look.ts';
import type {Scene} from '../scene.ts';
import {screens} from '../screens/index.ts';
import {close, type DialogProps} from './dialog.tsx';
import {Frame, linesIn, roomIn} from './frame.tsx';

const most = 92;

/** All keys, to be scrolled through. */
export function HelpDialog({store, scene, size}: DialogProps) {
	const [top, setTop] = useState(0);
	const lines = helpLines(scene, roomIn(size, most));
	const page = linesIn(size);
	const last = Math.max(0, lines.length - page);
	const steps: Readonly<Record<string, number>> = {up: -1, k: -1, down: 1, j: 1, 'page up': -page, 'page down': page, ' ': page, home: -last, end: last};
	useInput((input, key) => {
		for (const name of keysOf(input, key)) {
			if (name === 'esc' || name === 'q' || name === '?' || name === 'enter') return close(store);
			setTop(before => Math.max(0, Math.min(last, before + (steps[name] ?? 0))));
		}
	});
	const where = last === 0 ? '' : ` (${Math.min(top + page, lines.length)} of ${lines.length} lines)`;
	return (
		<Frame
			title={`Help${where}`}
			lines={lines.slice(top, top + page)}
			keys={[
				['↑↓', 'scroll'],
				['Esc', 'close'],
			]}
			size={size}
			look={scene.look}
			most={most}
		/>
	);
}

function helpLines({state, look}: Scene, room: number): string[] {
	const screen = screens.find(({id}) => id === state.screen);
	const about = screen ? wrap(`${screen.title}: ${screen.about}`, room) : [];
	const groups = [...new Set(commands.map(({group}) => group))].filter(group => group !== 'Lesson' || state.lesson);
	const first = state.pane === 'levers' ? ['Levers'] : state.pane === 'lesson' ? ['Lesson'] : ['Lists', 'Screens and months'];
	const ordered = [...groups.filter(group => first.includes(group)), ...groups.filter(group => !first.includes(group))];
	return [...about, ...ordered.flatMap(group => [' ', paint(group, {role: 'title', bold: true}, look), ...groupLines(group, room, look)])];
}

/** Commands of one name share a line, as the digits do. */
function groupLines(group: Command['group'], room: number, look: Look): string[] {
	const names = new Map<string, string[]>();
	for (const command of commands) if (command.group === group) names.set(command.name, [...(names.get(command.name) ?? []), ...command.keys]);
	return [...names].flatMap(([name, keys]) => {
		const labels = [...new Set(keys)].map(keyLabel);
		const shown = labels.length > 5 ? `${labels[0]} … ${labels.at(-1)}` : labels.join('  ');
		return [`${paint(fitTo(shown, 22), {role: 'accent'}, look)} ${fitTo(name, room - 23)}`];
	});
}
