/** The dialog that is open. */
import type {Scene, Size} from '../scene.ts';
import type {Dialog} from '../state.ts';
import type {Store} from '../store.ts';
import {ExportDialog} from './export.tsx';
import {FilterDialog} from './filter.tsx';
import {HandInDialog} from './hand-in.tsx';
import {HelpDialog} from './help.tsx';
import {PaletteDialog} from './palette.tsx';
import {PickerDialog} from './picker.tsx';
import {QuitDialog} from './quit.tsx';
import {SaveDialog} from './save.tsx';
import {ValueDialog} from './value.tsx';

export type DialogProps = {readonly store: Store; readonly scene: Scene; readonly size: Size};

/** Closes whatever is open. */
export const close = (store: Store): void => store.dispatch({type: 'dialog', dialog: undefined});

/** The dialog, in the place of the panes. */
export function DialogPane({dialog, ...props}: DialogProps & {readonly dialog: Dialog}) {
	switch (dialog.kind) {
		case 'help':
			return <HelpDialog {...props} />;
		case 'palette':
			return <PaletteDialog {...props} />;
		case 'picker':
			return <PickerDialog {...props} />;
		case 'value':
			return <ValueDialog {...props} />;
		case 'filter':
			return <FilterDialog {...props} />;
		case 'save':
			return <SaveDialog {...props} />;
		case 'export':
			return <ExportDialog {...props} />;
		case 'hand-in':
			return <HandInDialog {...props} leaving={dialog.leaving} />;
		case 'quit':
			return <QuitDialog {...props} />;
	}
}
