/** `counterplan live`: a scenario on the screen, with levers to move; as text where there is no screen. */
import {existsSync} from 'node:fs';
import path from 'node:path';
import {programOf} from '../study/subject.ts';
import type {GlyphSet, ThemeName} from '../tui/look.ts';
import {packageFolder} from './package-folder.ts';
import {personThere} from './person.ts';

export type LiveOptions = {
	readonly theme?: ThemeName;
	readonly glyphs?: GlyphSet;
	readonly mouse?: boolean;
	/** False for --no-tui. */
	readonly tui: boolean;
	/** False for --no-color. */
	readonly color: boolean;
};

/** The case that is shown where none is named. */
const usual = path.join('scenarios', 'korea-1945', 'historical.yaml');

/** Open the screen on a scenario; without a terminal print what `run` does, and save nothing. */
export async function live(file: string | undefined, options: LiveOptions): Promise<void> {
	const scenario = file ?? usualHere();
	if (options.tui && personThere()) return open(scenario, options);
	const {run} = await import('./run.ts');
	return run(scenario, {format: 'table', color: options.color, record: false});
}

/** The usual case in this folder, or else as it comes with the program. */
const usualHere = (): string => (existsSync(usual) ? usual : path.join(path.relative('', packageFolder()), usual));

async function open(file: string, {theme, glyphs, mouse = false, color}: LiveOptions): Promise<void> {
	const {start, openingState, suitedTo} = await import('../tui/start.tsx');
	const suited = suitedTo(process.env, {theme, glyphs, colour: color});
	await start({read: () => programOf({file}), state: () => openingState(suited.theme, suited.glyphs, mouse), colour: suited.colour});
}
