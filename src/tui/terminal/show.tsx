/** Shows something of Ink's on the terminal until it ends. */
import {render} from 'ink';
import type {ReactNode} from 'react';
import {openTerminal} from './lifecycle.ts';
import {TerminalContext} from './region.tsx';

/** Whether what is on the screen is to be read out, by Ink itself. */
const readOut = (): boolean => process.env.INK_SCREEN_READER === 'true';

/**
 * Take the terminal, say so, make what is to be shown, and show it until it ends itself or the person leaves.
 *
 * Whatever goes wrong, the terminal is then as it was before, and the error is thrown.
 */
export async function show(making: string, make: () => ReactNode, {colour}: {readonly colour: boolean}): Promise<void> {
	if (readOut()) return void (await render(make()).waitUntilExit());
	const terminal = openTerminal({colour});
	const {sink, keyboard} = terminal;
	try {
		sink.write(making);
		sink.flush();
		const screen = render(<TerminalContext.Provider value={terminal}>{make()}</TerminalContext.Provider>, {
			stdout: sink as unknown as NodeJS.WriteStream,
			stdin: keyboard as unknown as NodeJS.ReadStream,
			// Ink then hands over every frame, whole and at once.
			debug: true,
			patchConsole: false,
			exitOnCtrlC: false,
		});
		await Promise.race([screen.waitUntilExit(), terminal.ended]).finally(() => {
			terminal.close();
			screen.unmount();
		});
	} finally {
		terminal.close();
	}
}
