/** Handing in what was predicted and moved in a lesson, under the learner's name. */
import {useApp} from 'ink';
import {useState} from 'react';
import {wrap} from '../drawing/lines.ts';
import {handIn, resultFile} from '../lesson/hand-in.ts';
import {paint} from '../look.ts';
import {close, type DialogProps} from './dialog.tsx';
import {Frame, roomIn} from './frame.tsx';
import {typedLine, useTyped} from './typed.ts';

const most = 68;

/** Asks for the name, and writes; where the learner was leaving, the program then ends. */
export function HandInDialog({store, scene, size, leaving}: DialogProps & {readonly leaving: boolean}) {
	const {look, state} = scene;
	const {lesson} = state;
	const {exit} = useApp();
	const [wrong, setWrong] = useState<string>();
	const typed = useTyped(lesson?.name ?? '', (key, text) => {
		if (key === 'esc' || !lesson) return close(store);
		if (key === 'tab' && leaving) return exit();
		if (key !== 'enter') return setWrong(undefined);
		const written = handIn(lesson, text);
		if ('problem' in written) return setWrong(written.problem);
		store.dispatch({type: 'lesson', does: 'written', file: written.file, name: text.trim()});
		if (leaving) exit();
	});
	const room = roomIn(size, most);
	const lines = [
		...wrap('Your name, or whatever your teacher knows you by; it may be left empty. It stands beside what you predicted and moved.', room),
		typedLine(typed, room, look),
		' ',
		...wrap(`Into the new file ${lesson ? resultFile(lesson) : ''}`, room).map(line => paint(line, {role: 'faint'}, look)),
		...wrap(wrong ?? ' ', room).map(line => paint(line, {role: 'bad', bold: true}, look)),
	];
	const keys = [
		['Enter', leaving ? 'write and quit' : 'write'],
		...(leaving ? ([['Tab', 'quit without']] as const) : []),
		['Esc', leaving ? 'stay' : 'not yet'],
	] as const;
	return <Frame title="Hand in" lines={lines} keys={keys} size={size} look={look} most={most} />;
}
