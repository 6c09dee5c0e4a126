/** Keys that came after a dialog was asked for and before it was there: it takes them when it comes. */
import {createContext} from 'react';

export const PendingKeys = createContext<string[]>([]);
