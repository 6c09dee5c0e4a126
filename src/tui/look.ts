/** How things look: colours by what they mean, and the glyphs that lines are drawn with. */

/** What a colour stands for. Nothing on a screen names a colour itself. */
export type Role =
	| 'text'
	| 'faint'
	| 'title'
	| 'accent'
	| 'what-if'
	| 'baseline'
	| 'pinned'
	| 'fact'
	| 'plan'
	| 'event'
	| 'good'
	| 'bad'
	| 'changed'
	| 'cursor'
	| 'band'
	| `cause-${number}`;

export type Style = {readonly role?: Role; readonly bold?: boolean; readonly inverse?: boolean};

export const glyphSets = ['braille', 'block', 'ascii'] as const;
export type GlyphSet = (typeof glyphSets)[number];

export const themeNames = ['dark', 'light', 'high-contrast', 'mono'] as const;
export type ThemeName = (typeof themeNames)[number];

export type Look = {
	readonly theme: ThemeName;
	readonly glyphs: GlyphSet;
	/** A colour of the terminal's 256 for each role; 0 for the terminal's own. All are 0 where no colour is wanted. */
	readonly colours: Readonly<Record<Role, number>>;
};

/** How many causes have a colour of their own. */
export const causeColours = 20;

// The first are those of the causes that every site has, in the order of their account; then those of inputs.
const dark = [33, 94, 225, 198, 129, 208, 184, 160, 45, 36, 47, 64, 95, 223, 140, 174, 66, 61, 50, 144];
const light = [25, 94, 39, 126, 165, 208, 178, 196, 37, 22, 213, 108, 95, 210, 23, 103, 198, 100, 29, 20];
const bright = [39, 95, 159, 199, 105, 208, 220, 93, 72, 28, 189, 58, 217, 193, 106, 136, 223, 139, 30, 25];

const roles = (colours: Omit<Look['colours'], `cause-${number}`>, causes: readonly number[]): Look['colours'] => ({
	...colours,
	...Object.fromEntries(causes.map((colour, i) => [`cause-${i}`, colour])),
});

const colours: Readonly<Record<ThemeName, Look['colours']>> = {
	dark: roles(
		{
			text: 0,
			faint: 245,
			title: 252,
			accent: 75,
			'what-if': 214,
			baseline: 110,
			pinned: 176,
			fact: 120,
			plan: 203,
			event: 180,
			good: 114,
			bad: 203,
			changed: 221,
			cursor: 244,
			band: 238,
		},
		dark,
	),
	light: roles(
		{
			text: 0,
			faint: 242,
			title: 235,
			accent: 25,
			'what-if': 130,
			baseline: 67,
			pinned: 127,
			fact: 28,
			plan: 124,
			event: 96,
			good: 28,
			bad: 124,
			changed: 130,
			cursor: 246,
			band: 253,
		},
		light,
	),
	'high-contrast': roles(
		{
			text: 15,
			faint: 252,
			title: 15,
			accent: 51,
			'what-if': 226,
			baseline: 45,
			pinned: 213,
			fact: 46,
			plan: 196,
			event: 214,
			good: 46,
			bad: 196,
			changed: 226,
			cursor: 255,
			band: 240,
		},
		bright,
	),
	mono: roles(
		{
			text: 0,
			faint: 0,
			title: 0,
			accent: 0,
			'what-if': 0,
			baseline: 0,
			pinned: 0,
			fact: 0,
			plan: 0,
			event: 0,
			good: 0,
			bad: 0,
			changed: 0,
			cursor: 0,
			band: 0,
		},
		dark.map(() => 0),
	),
};

/** A look; without colour every theme is the one of a single colour. */
export const lookOf = (theme: ThemeName, glyphs: GlyphSet): Look => ({theme, glyphs, colours: colours[theme]});

/** The role of a cause by its place among all that have a colour. */
export const causeRole = (place: number): Role => `cause-${place % causeColours}`;

/** Text in a style, as a terminal is told to show it; its width is that of the text. */
export function paint(text: string, {role, bold, inverse}: Style, {colours: colourOf}: Look): string {
	const colour = role === undefined ? 0 : colourOf[role];
	let painted = text;
	if (colour !== 0) painted = `\u001b[38;5;${colour}m${painted}\u001b[39m`;
	if (bold) painted = `\u001b[1m${painted}\u001b[22m`;
	if (inverse) painted = `\u001b[7m${painted}\u001b[27m`;
	return painted;
}
