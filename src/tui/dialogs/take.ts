/** The keys of a dialog. */
import {createContext, useContext, useLayoutEffect} from 'react';
import type {KeyQueue, Take} from '../keys/queue.ts';

/** The keys that are pressed, in their order. */
export const Keys = createContext<KeyQueue | undefined>(undefined);

/** Have every key while the dialog is open. */
export function useDialogKeys(take: Take): void {
	const keys = useContext(Keys);
	useLayoutEffect(() => keys?.takenBy(take));
}
