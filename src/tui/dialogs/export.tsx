/** Export: what is on the screen as data, as a picture, or both. */
import {useState} from 'react';
import {wrap} from '../drawing/lines.ts';
import {exportFolder, exportScreen} from '../export/write.ts';
import {paint} from '../look.ts';
import {screens} from '../screens/index.ts';
import {close, type DialogProps} from './dialog.tsx';
import {Frame, roomIn} from './frame.tsx';
import {useDialogKeys} from './take.ts';

/** Says what will be written, and writes it. */
export function ExportDialog({store, scene, size}: DialogProps) {
	const [wrong, setWrong] = useState<string>();
	const screen = screens.find(({id}) => id === scene.state.screen) ?? screens[0];
	const write = (what: 'data' | 'picture' | 'both'): void => {
		const written = exportScreen(scene, screen, what);
		if ('problem' in written) setWrong(written.problem);
		else {
			close(store);
			store.dispatch({type: 'notice', text: `written: ${written.files.length} ${written.files.length === 1 ? 'file' : 'files'} into ${exportFolder}/`});
		}
	};
	useDialogKeys(key => {
		if (key === 'esc' || key === 'q') close(store);
		else if (key === 'd') write('data');
		else if (key === 'p') write('picture');
		else if (key === 'b' || key === 'enter') write('both');
	});
	const room = roomIn(size, 64);
	const tables = screen.tables(scene).filter(({rows}) => rows.length > 0);
	const data = tables.length === 0 ? 'This screen has no data to write.' : `Data: ${tables.map(({title}) => title).join('; ')}.`;
	const lines = [
		...wrap(data, room),
		' ',
		...wrap(`Data as CSV and pictures as SVG go into the folder ${exportFolder}/ here, under names that are not taken yet.`, room),
		' ',
		...wrap(wrong ?? ' ', room).map(line => paint(line, {role: 'bad', bold: true}, scene.look)),
	];
	const keys = [
		['d', 'data'],
		['p', 'picture'],
		['Enter', 'both'],
		['Esc', 'nothing'],
	] as const;
	return <Frame title={`Export “${screen.title}”`} lines={lines} keys={keys} size={size} look={scene.look} most={64} />;
}
