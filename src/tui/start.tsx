/** Opens the screen on a scenario and keeps it open until the person leaves. */
import type {Program} from '../scenario/program.ts';
import {App} from './app.tsx';
import {handsBehindTheScreen} from './background.ts';
import type {State} from './state.ts';
import {createStore} from './store.ts';
import {show} from './terminal/show.tsx';

export {openingState} from './state.ts';
export {suitedTo} from './terminal/suited.ts';

/** How the screen is to open. */
export type Opening = {
	/** Reads what is to be on the bench. */
	readonly read: () => Program;
	readonly state: (program: Program) => State;
	readonly colour: boolean;
};

/** Show a scenario until the person leaves. Whatever goes wrong, the terminal is as it was before, and the error is thrown. */
export async function start({read, state, colour}: Opening): Promise<void> {
	const hands = handsBehindTheScreen();
	const app = () => {
		const program = read();
		return <App store={createStore(program, state(program), hands)} />;
	};
	try {
		await show('Reading the scenario …', app, {colour});
	} finally {
		hands.leave();
	}
}
