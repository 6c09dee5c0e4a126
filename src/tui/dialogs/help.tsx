/** Help: the keys, those of the focused pane first, and what the screen shows. */
import {useState} from 'react';
import {formatMonth} from '../../scenario/calendar.ts';
import {fitTo, wrap} from '../drawing/lines.ts';
import {type Command, commands, keyLabel} from '../keys.ts';
import {type Look, paint} from '../look.ts';
import type {Scene} from '../scene.ts';
import {screens} from '../screens/index.ts';
import {close, type DialogProps} from './dialog.tsx';
import {Frame, linesIn, roomIn} from './frame.tsx';
import {useDialogKeys} from './take.ts';

const most = 92;

/** All keys, to be scrolled through. */
export function HelpDialog({store, scene, size}: DialogProps) {
	const [top, setTop] = useState(0);
	const lines = helpLines(scene, roomIn(size, most));
	const page = linesIn(size);
	const last = Math.max(0, lines.length - page);
	const steps: Readonly<Record<string, number>> = {up: -1, k: -1, down: 1, j: 1, 'page up': -page, 'page down': page, ' ': page, home: -last, end: last};
	useDialogKeys(key => {
		if (key === 'esc' || key === 'q' || key === '?' || key === 'enter') close(store);
		else setTop(before => Math.max(0, Math.min(last, before + (steps[key] ?? 0))));
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

/** What it is all about, for who has never seen it. */
function introduction({bench: {program}, now, look}: Scene): readonly string[] {
	const {start, months} = now.run.series;
	const [blue, orange] = look.theme === 'mono' ? ['', ''] : [' (blue)', ' (orange)'];
	return [
		`This is a model of ${program.title}, month by month from ${formatMonth(start)} to ${formatMonth(start + months - 1)}.`,
		`There are two curves: the baseline${blue} is the run of the scenario as it stands in its file, the what-if${orange} that with levers moved or a what-if opened.`,
		'Moving a lever reruns the whole model at once; the line above the keys says what that changed.',
		'The index is gross output at constant prices; 100 is the output of the base year. Rated capacity is what all works could make in a month if nothing were lacking; the rest is lost, and every part of it has a cause.',
	];
}

function helpLines(scene: Scene, room: number): string[] {
	const {state, look} = scene;
	const screen = screens.find(({id}) => id === state.screen);
	const about = [...introduction(scene), ...(screen ? [' ', `${screen.title}: ${screen.about}.`] : [])].flatMap(text => wrap(text, room));
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
