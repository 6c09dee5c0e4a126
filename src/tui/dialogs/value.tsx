/** Typing the value of a lever. */
import {useState} from 'react';
import {positionText} from '../../report/position.ts';
import {restOf} from '../../scenario/levers.ts';
import {positionOf} from '../bench.ts';
import {wrap} from '../drawing/lines.ts';
import {slider} from '../drawing/slider.ts';
import {paint} from '../look.ts';
import {chosenLever, kept} from '../shown.ts';
import {typedPosition} from '../value.ts';
import {close, type DialogProps} from './dialog.tsx';
import {Frame, roomIn} from './frame.tsx';
import {typedLine, useTyped} from './typed.ts';

/** The value, and between which ends it may be. */
export function ValueDialog({store, scene, size}: DialogProps) {
	const {look, bench} = scene;
	const lever = chosenLever(scene);
	const [wrong, setWrong] = useState<string>();
	const typed = useTyped('', (key, text) => {
		if (key === 'esc' || !lever || (key === 'enter' && text.trim() === '')) return close(store);
		if (key !== 'enter') return setWrong(undefined);
		const position = typedPosition(text, lever, bench.program);
		if (typeof position === 'string') return setWrong(position);
		store.dispatch({type: 'move', lever: lever.id, to: kept(lever, position), at: Date.now()});
		close(store);
	});
	if (!lever) return null;
	const room = roomIn(size, 64);
	const is = positionOf(lever, scene.state.positions);
	const position = typed.text === '' ? is : typedPosition(typed.text, lever, bench.program);
	const {min, max, unit} = lever;
	const rest = restOf(lever);
	const lines = [
		...wrap(lever.label, room),
		' ',
		typed.text === ''
			? typedLine(typed, room, look, `now ${positionText(is, unit)}`)
			: `${typedLine(typed, room - unit.length - 2, look)} ${unit === '1' ? '' : unit}`,
		slider({min, max, value: typeof position === 'number' ? position : undefined, rest, width: room}, look),
		`${positionText(min, unit)} to ${positionText(max, unit)}; it ${rest === undefined ? positionText(rest, unit) : `rests at ${positionText(rest, unit)}`}`,
		paint(wrong ?? ' ', {role: 'bad', bold: true}, look),
	];
	return (
		<Frame
			title="Value of the lever"
			lines={lines}
			keys={[
				['Enter', 'move it there'],
				['Esc', 'leave it'],
			]}
			size={size}
			look={look}
			most={64}
		/>
	);
}
