/** Asks whether to quit when levers were moved and not saved. */
import {useApp} from 'ink';
import {wrap} from '../drawing/lines.ts';
import {close, type DialogProps} from './dialog.tsx';
import {Frame, roomIn} from './frame.tsx';
import {useDialogKeys} from './take.ts';

/** The question, and its answers. */
export function QuitDialog({store, scene, size}: DialogProps) {
	const {exit} = useApp();
	useDialogKeys(key => {
		if (key === 'y' || key === 'q') exit();
		else if (key === 's') store.dispatch({type: 'dialog', dialog: {kind: 'save'}});
		else if (key === 'n' || key === 'esc') close(store);
	});
	const moved = scene.state.positions.size;
	const text = `${moved === 1 ? 'One lever was' : `${moved} levers were`} moved since anything was saved. Quit all the same?`;
	const keys = [
		['y', 'quit'],
		['s', 'save first'],
		['Esc', 'stay'],
	] as const;
	return <Frame title="Quit?" lines={wrap(text, roomIn(size, 60))} keys={keys} size={size} look={scene.look} most={60} />;
}
