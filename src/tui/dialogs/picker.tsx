/** The picker: the scenario and the what-ifs of its case, with what each would bring. */
import path from 'node:path';
import {useState} from 'react';
import {type CaseFile, caseFiles} from '../case-files.ts';
import {beside, block, fitTo} from '../drawing/lines.ts';
import {type Look, paint} from '../look.ts';
import {isUnsaved} from '../reduce.ts';
import type {Size} from '../scene.ts';
import {fits} from '../shown.ts';
import {close, type DialogProps} from './dialog.tsx';
import {Frame, linesIn, roomIn} from './frame.tsx';
import {type Preview, previewLines, previewOf, usePreview} from './preview.ts';
import {typedLine, useTyped} from './typed.ts';

const most = 150;
/** From here on the preview stands beside the list. */
const wide = 84;

/** Type to filter, the arrows choose, Enter puts it on the bench. */
export function PickerDialog({store, scene, size}: DialogProps) {
	const {look, state} = scene;
	const [all] = useState(() => caseFiles(scene.bench.program));
	const [place, setPlace] = useState(() =>
		Math.max(
			0,
			all.findIndex(({file}) => file === state.file),
		),
	);
	const [warned, setWarned] = useState<string>();
	const found = (text: string): readonly CaseFile[] =>
		text.trim() === '' ? all : all.filter(({file, title, question}) => fits(`${path.basename(file)} ${title} ${question}`, text.trim()));
	const open = (one: CaseFile | undefined): void => {
		if (!one) return;
		const preview = previewOf(store, one.file);
		const unsaved = 'Moved levers are not saved: Enter again leaves them behind';
		if ('problem' in preview) setWarned(`It cannot be put on the bench: ${preview.problem}`);
		else if (isUnsaved(state) && warned !== unsaved) setWarned(unsaved);
		else store.dispatch({type: 'open', file: one.file});
	};
	const typed = useTyped('', (key, text) => {
		const last = Math.max(0, found(text).length - 1);
		if (key === 'esc') return close(store);
		if (key === 'enter') return open(found(text)[Math.min(place, last)]);
		setWarned(undefined);
		if (key === 'up' || key === 'page up') setPlace(before => Math.max(0, Math.min(before, last) - (key === 'up' ? 1 : 10)));
		else if (key === 'down' || key === 'page down') setPlace(before => Math.min(last, before + (key === 'down' ? 1 : 10)));
		else if (key !== 'left' && key !== 'right') setPlace(0);
	});
	const files = found(typed.text);
	const chosen = files[Math.min(place, files.length - 1)];
	const preview = usePreview(store, chosen?.file);
	const area = {width: roomIn(size, most), height: linesIn(size)};
	const list = [typedLine(typed, Math.min(40, area.width), look, 'type to find'), paint(fitTo(warned ?? ' ', area.width), {role: 'bad', bold: true}, look)];
	const lines = [...list, ...bodyLines({files, chosen, preview, area: {...area, height: area.height - 2}, scene})];
	return (
		<Frame
			title="What-ifs of this case"
			lines={lines}
			keys={[
				['↑↓', 'choose'],
				['Enter', 'put on the bench'],
				['Esc', 'leave'],
			]}
			size={size}
			look={look}
			most={most}
		/>
	);
}

type Body = {
	readonly files: readonly CaseFile[];
	readonly chosen: CaseFile | undefined;
	readonly preview: Preview | undefined;
	readonly area: Size;
	readonly scene: DialogProps['scene'];
};

function bodyLines({files, chosen, preview, area, scene}: Body): readonly string[] {
	if (!chosen) return [paint('nothing has all these words', {role: 'faint'}, scene.look)];
	if (area.width < wide) {
		const height = Math.max(3, Math.floor(area.height * 0.45));
		const below = {width: area.width, height: area.height - height - 1};
		return [...listLines(files, chosen, {width: area.width, height}, scene.look), ' ', ...block(previewLines(chosen, preview, scene, below), below)];
	}
	const left = {width: Math.floor(area.width * 0.42), height: area.height};
	const right = {width: area.width - left.width - 2, height: area.height};
	return beside(block(listLines(files, chosen, left, scene.look), left), block(previewLines(chosen, preview, scene, right), right), '  ');
}

function listLines(files: readonly CaseFile[], chosen: CaseFile, {width, height}: Size, look: Look): string[] {
	const at = files.indexOf(chosen);
	const top = Math.max(0, Math.min(files.length - height, at - Math.floor(height / 2)));
	return files.slice(top, top + height).map(one => {
		const name = one.kind === 'scenario' ? `${one.title} (the scenario)` : one.title;
		return paint(fitTo(`${one === chosen ? '▸' : ' '} ${name}`, width), one === chosen ? {role: 'accent', bold: true} : {role: 'text'}, look);
	});
}
