/** How things look best on this terminal, as far as a terminal tells. */
import type {GlyphSet, ThemeName} from '../look.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What was asked for; the rest is for the terminal to tell. */
export type Asked = {readonly theme?: ThemeName | undefined; readonly glyphs?: GlyphSet | undefined; readonly colour: boolean};

export type Suited = {readonly theme: ThemeName; readonly glyphs: GlyphSet; readonly colour: boolean};

/** The theme and the glyphs to open with, and whether there are to be colours. */
export function suitedTo(env: Environment, asked: Asked): Suited {
	const colour = asked.colour && !env.NO_COLOR && asked.theme !== 'mono';
	return {
		theme: colour ? (asked.theme ?? (hasLightBackground(env) ? 'light' : 'dark')) : 'mono',
		glyphs: asked.glyphs ?? (showsBraille(env) ? 'braille' : 'ascii'),
		colour: asked.colour && !env.NO_COLOR,
	};
}

/** The console of Linux has no such letters, and elsewhere they come through only as UTF-8. */
function showsBraille({TERM, LC_ALL, LC_CTYPE, LANG}: Environment): boolean {
	if (TERM === 'linux') return false;
	const locale = LC_ALL || LC_CTYPE || LANG;
	// Where no locale is set at all, nearly every terminal of today takes UTF-8; C and POSIX say that it does not.
	return locale === undefined || locale === '' || /utf-?8/i.test(locale);
}

/** Some terminals name the colours of their text and of what is behind it, as in 0;15. */
function hasLightBackground({COLORFGBG}: Environment): boolean {
	const behind = Number(COLORFGBG?.split(';').at(-1) || Number.NaN);
	return behind === 7 || behind === 15;
}
