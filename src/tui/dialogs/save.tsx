/** Saving the levers as a what-if: a title, a reason, and the file that it makes. */
import {useRef, useState} from 'react';
import {wrap} from '../drawing/lines.ts';
import {paint} from '../look.ts';
import {chosenOutcome} from '../outcomes.ts';
import {fileFor, saveWhatIf, whyAsked} from '../save.ts';
import {close, type DialogProps} from './dialog.tsx';
import {Frame, roomIn} from './frame.tsx';
import {typedLine, useTyped} from './typed.ts';

/** What has been typed, and which line is being typed in. */
type Form = {readonly asks: 'title' | 'reason'; readonly title: string; readonly reason: string};

/** Keys that leave the line. */
const moving: ReadonlySet<string> = new Set(['enter', 'tab', 'shift+tab', 'up', 'down']);

/** Asks for the title, then for the reason, and writes. */
export function SaveDialog({store, scene, size}: DialogProps) {
	const {look, bench, state} = scene;
	const [wrong, setWrong] = useState<string>();
	// Of keys that come in one read, each must find what the one before it left.
	const form = useRef({asks: 'title', title: '', reason: 'judgement: '} as Form);
	const save = ({title, reason}: Form): void => {
		const lookAt = [chosenOutcome(bench.program, state.outcome).over.text];
		const saved = saveWhatIf(bench, state.positions, {title: title.trim(), reason: reason.trim().replace(/^judgement:$/, ''), lookAt});
		if ('problem' in saved) setWrong(saved.problem);
		else store.dispatch({type: 'saved', title: title.trim(), notice: `saved: ${saved.file}`});
	};
	const typed = useTyped('', (key, text, put) => {
		if (key === 'esc') return close(store);
		if (!moving.has(key)) return setWrong(undefined);
		const {asks} = form.current;
		if (asks === 'title' && text.trim() === '') return setWrong('a what-if needs a title');
		form.current = {...form.current, [asks]: text, asks: key === 'enter' || asks === 'title' ? 'reason' : 'title'};
		if (asks === 'reason' && key === 'enter') return save(form.current);
		put(form.current[form.current.asks]);
	});
	const {asks, title, reason} = form.current;
	const room = roomIn(size);
	const line = (field: 'title' | 'reason', text: string): string =>
		asks === field ? typedLine(typed, room, look) : paint(text === '' ? '…' : text, {role: 'faint'}, look);
	const name = asks === 'title' ? typed.text : title;
	const {positions} = state;
	const file = `${positions.size} ${positions.size === 1 ? 'lever' : 'levers'} will stand in ${fileFor(bench.program, name)}`;
	const said =
		wrong === undefined
			? [whyAsked, file].flatMap(text => wrap(text, room)).map(text => paint(text, {role: 'faint'}, look))
			: wrap(wrong, room).map(text => paint(text, {role: 'bad', bold: true}, look));
	const lines = [
		paint('Title', {bold: asks === 'title'}, look),
		line('title', title),
		' ',
		paint('Reason', {bold: asks === 'reason'}, look),
		line('reason', reason),
		' ',
		...said,
	];
	const keys = [
		['Enter', asks === 'title' ? 'to the reason' : 'save'],
		['Tab', 'other line'],
		['Esc', 'leave it'],
	] as const;
	return <Frame title="Save the levers as a what-if" lines={lines} keys={keys} size={size} look={look} />;
}
