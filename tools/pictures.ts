/**
 * Pictures of the screen as it really is, run in a terminal. Without options it makes those of the README:
 *
 *     npx tsx tools/pictures.ts --size 160x48 --theme light --keys '2 tab down enter' --out supply
 *
 * writes supply.svg and supply.png. Keys are letters, or names as in `down*3`, `ctrl+p`; `'words` are typed as they stand. With
 * `--until 'all relieved'` it waits for what is worked out behind the screen.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {type ThemeName, themeNames} from '../src/tui/look.ts';
import {openPty} from '../test/tui/pty.ts';
import {keys as named} from '../test/tui/screen.ts';
import {buildProgram} from './build.ts';
import {pngOf, svgOfTerminal} from './picture.ts';

type Picture = {
	readonly out: string;
	readonly title: string;
	readonly size?: string;
	readonly theme?: ThemeName;
	readonly glyphs?: string;
	readonly keys?: string;
	/** What must stand there before it is drawn: of what is worked out behind the screen. */
	readonly until?: string;
	readonly verb?: string;
	readonly scenario?: string;
};

const folder = path.join('docs', 'pictures');

/** A lever that does much, moved to its end. */
const moved = "/ 'Japanese enter enter 0 enter esc";

/** What the README shows: the first screen, a lever moved and what follows from it, a site, losses, why, and a small window. */
const readme: readonly Picture[] = [
	{out: 'overview', title: 'The screen as it opens: levers on the left, the industrial index and what holds output back on the right'},
	{out: 'lever', title: 'A lever moved: the curve of the what-if beside the baseline, and what changed', keys: `${moved} <*24`},
	{out: 'supply', title: 'Where a supply comes from and what becomes of it', keys: 'tab 2'},
	{out: 'site', title: 'A site: where its rated capacity went, what it could make and what it takes', keys: 'tab 4 enter <*24'},
	{out: 'losses', title: 'Where rated capacity went, and why, with a lever moved', keys: `${moved} tab 6 <*24`},
	{out: 'why', title: 'Why: what was lost to each cause, and what each contributes, from reruns without it', keys: 'tab 9 <*24', until: 'all relieved'},
	{out: 'small', title: 'The same in a window of 80 by 24', keys: `${moved} <*24`, size: '80x24'},
];

/** What a word of `--keys` sends. */
function keysOf(word: string): string[] {
	if (word.startsWith("'")) return [...word.slice(1)];
	const [, name, times = '1'] = /^(.+?)(?:\*(\d+))?$/.exec(word) ?? [];
	const control = /^ctrl\+(.)$/.exec(name)?.[1];
	const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
	const known = {space: ' ', esc: named.escape, ...named}[camel as 'space' | 'esc' | Exclude<keyof typeof named, 'control'>];
	if (!control && !known && [...name].length > 1) throw new Error(`there is no key ${name}; words are typed with a ' before them`);
	return Array<string>(Number(times)).fill(control ? named.control(control) : (known ?? name));
}

/** Run the program, press the keys, and draw what then stands there. */
async function draw(
	{out, title, size = '120x40', theme = 'dark', glyphs = 'braille', keys = '', until, verb = 'live', scenario}: Picture,
	png: boolean,
): Promise<void> {
	const [columns, rows] = size.split('x').map(Number);
	const args = ['dist/main.js', verb, ...(scenario ? [scenario] : []), ...(verb === 'live' ? ['--theme', theme, '--glyphs', glyphs] : [])];
	const pty = openPty(process.execPath, args, {columns, rows});
	await pty.until(({text}) => text().split('\n').length > 3);
	await pty.quiet(200);
	for (const key of keys.split(' ').filter(Boolean).flatMap(keysOf)) {
		pty.press(key);
		await pty.quiet(60);
	}
	if (until !== undefined) await pty.until(until, 120_000);
	await pty.quiet(250);
	const svg = svgOfTerminal(pty.terminal, theme, title);
	pty.press(named.control('c'));
	await pty.exited;
	mkdirSync(path.dirname(out), {recursive: true});
	writeFileSync(`${out}.svg`, svg);
	if (png) writeFileSync(`${out}.png`, pngOf(svg));
	console.log(`${out}.svg (${Math.round(svg.length / 1024)} KiB)${png ? ` and ${out}.png` : ''}`);
}

const {values} = parseArgs({
	options: Object.fromEntries(
		['size', 'theme', 'glyphs', 'keys', 'until', 'out', 'verb', 'scenario', 'title'].map(name => [name, {type: 'string'}] as const),
	) as Record<'size' | 'theme' | 'glyphs' | 'keys' | 'until' | 'out' | 'verb' | 'scenario' | 'title', {type: 'string'}>,
});
const {out, title = 'The screen', theme, ...asked} = values;
const known = theme === undefined ? 'dark' : themeNames.find(name => name === theme);
if (!known) throw new Error(`there is no theme ${theme}; there are ${themeNames.join(', ')}`);
await buildProgram();
if (out !== undefined) await draw({out: out.replace(/\.(svg|png)$/, ''), title, theme: known, ...asked}, true);
else for (const picture of readme) await draw({...picture, out: path.join(folder, picture.out)}, false);
