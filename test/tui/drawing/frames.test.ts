import {expect, test} from 'vitest';
import {bar} from '../../../src/tui/drawing/bars.ts';
import {type ChartSpec, chart} from '../../../src/tui/drawing/chart.ts';
import {type GridSpec, grid} from '../../../src/tui/drawing/grid.ts';
import {fitTo, type Line, titled, wrap} from '../../../src/tui/drawing/lines.ts';
import {slider} from '../../../src/tui/drawing/slider.ts';
import {partedBar, stack} from '../../../src/tui/drawing/stack.ts';
import {lookOf} from '../../../src/tui/look.ts';

const codes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const plain = (lines: readonly Line[]): string[] => lines.map(line => line.replace(codes, ''));

const start = 1945 * 12 + 8;
const made = Array.from({length: 18}, (_, month) => month);
const more = made.map(value => (value < 9 ? value : value + 4));
const steel: ChartSpec = {
	title: 'Steel',
	unit: 't',
	start,
	curves: [
		{name: 'baseline', values: made, role: 'baseline'},
		{name: 'what-if', values: more, role: 'what-if'},
	],
	marks: [{name: 'recorded', role: 'fact', from: 4, to: 8, value: 15}],
	events: [{month: 12, name: 'flood'}],
	cursor: 12,
};
const mono = lookOf('mono', 'braille');
const typed = lookOf('mono', 'ascii');

test('without colour the baseline is dashed under the what-if, a recorded level is a line with its sign, and the cursor names its month and what happened', () => {
	expect(plain(chart(steel, {width: 60, height: 11}, mono))).toEqual([
		'Steel (t)                                            1946-09',
		'━━ what-if 16     ╺╸ baseline 12     ┣●┫ recorded   ▲ event ',
		'20 ┤   ·   ·   ·   ·   ·   ·   ·   ·   ·  │·   ·   ⣀⣀⣀⠤⠤⠒⠊⠁·',
		'   │                                    ⢀⣀⠤⠤⠔⠒⠒⠒⠉⠉⠉   ⡠⠤⠄ ⠂ ',
		'   │              ┣━━━━━●━━━━━┫  ⡠⠤⠔⠒⠒⠊⠉⠁ ⣀⣀⡀ ⠤⠤⠂ ⠒⠉⠁       ',
		'10 ┤   ·   ·   ·   ·   ·   ·  ⢀⠔⠊ ⣀⡠⠄ ⠒⠉⠁ │·   ·   ·   ·   ·',
		'   │                  ⣀⡠⠤⠤⠒⠒⠒⠉⠁⠉          │                 ',
		'   │      ⢀⣀⣀⡠⠤⠤⠔⠒⠒⠒⠉⠉                    │                 ',
		' 0 ┤ ⠠⠔⠒⠉⠉⠁·   ·   ·   ·   ·   ·   ·   ·  │·   ·   ·   ·   ·',
		'   └─┴──┴──┴──┴───┼──┴──┴──┴──┴──┴──┴──┴──▲───┴──┴──┴──┼──┴─',
		'     1945         1946                 1946-09 flood   1947 ',
	]);
});

test('in ASCII the baseline is dotted', () => {
	expect(plain(chart(steel, {width: 60, height: 11}, typed))).toEqual([
		'Steel (t)                                            1946-09',
		'-- what-if 16     :: baseline 12     [o] recorded   ^ event ',
		"20 +   .   .   .   .   .   .   .   .   .  |.   .   ...---''.",
		"   |                                     ....---'''   ...:: ",
		"   |              [=====o=====] .--''''''....:::``````      ",
		"10 +   .   .   .   .   .   .   |'..:::``` |.   .   .   .   .",
		"   |                   ...---''`          |                 ",
		"   |      ...----''''''                   |                 ",
		" 0 + --''' .   .   .   .   .   .   .   .  |.   .   .   .   .",
		"   +-'--'--'--'---|--'--'--'--'--'--'--'--^---'--'--'--|--'-",
		'     1945         1946                 1946-09 flood   1947 ',
	]);
});

test('a chart of five rows keeps its axes, and of its legend the curve that lies on top', () => {
	const {cursor: _, ...without} = steel;
	expect(plain(chart(without, {width: 24, height: 5}, typed))).toEqual([
		'Steel (t)     -- what-if',
		'20 +   . [=o=].....-----',
		" 0 +-----'''''``   .   .",
		"   +-'---|--'--'-^-'--|-",
		'         1946           ',
	]);
});

test('a level at the top of the axis stands within the plot, in line with its sign', () => {
	const [, top] = plain(chart({...steel, marks: [{name: 'recorded', role: 'fact', from: 4, to: 8, value: 30}]}, {width: 60, height: 11}, mono).slice(1));
	expect(top).toContain('━━●━━');
});

const lost = {
	title: 'Lost',
	start,
	layers: [
		{name: 'coal', values: made, role: 'cause-0'},
		{name: 'power', values: more, role: 'cause-1'},
	],
	cursor: 3,
} as const;

test('without colour the layers of a stack are letters', () => {
	expect(plain(stack(lost, {width: 40, height: 10}, typed))).toEqual([
		'Lost                             1945-12',
		'40 +                                  bb',
		'   |                          bbbbbbbbbb',
		'   |                    bbbbbbbbbbbbbbbb',
		'20 +                  bbbbbbbbbbbbbbbbaa',
		'   |          bbbbbbbbbbaaaaaaaaaaaaaaaa',
		'   |    bbbbaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
		" 0 +-'-'-'-|-|-'-'-'-'-'-'-'-'-'-'-'-|-'",
		'        1945-12                         ',
		'b power     3   a coal     3            ',
	]);
});

test('with colour the layers of a stack end within a cell, and each has its letter on it', () => {
	expect(plain(stack(lost, {width: 40, height: 10}, lookOf('dark', 'braille')))).toEqual([
		'Lost                             1945-12',
		'40 ┤       │                      ▁▁▃▃▆▆',
		'   │       │                ▂▂▄▄▆▆██████',
		'   │       │          ▂▂▅▅▇▇████████b███',
		'20 ┤       │      ▁▁▃▃██████████▁▁▂▂▃▃▄▄',
		'   │       │▂▂▄▄▆▆██▂▂▃▃▄▄▅▅▆▆██████a███',
		'   │  ▂▂▅▅▇▇▅▅▆▆▇▇██████████████████████',
		' 0 └─┴─┴─┴─┼─┼─┴─┴─┴─┴─┴─┴─┴─┴─┴─┴─┴─┼─┴',
		'        1945-12                         ',
		'█b power     3   █a coal     3          ',
	]);
});

const mines: GridSpec = {
	columns: [{name: 'site'}, {name: 'made', unit: 't'}, {name: 'share of need met', unit: '%', keep: 1}],
	rows: Array.from({length: 9}, (_, i) => [`Mine ${i}`, i * 1000, i / 9]),
	selected: 5,
};

test('a table shows the chosen row, by what it is sorted, and where one is in it', () => {
	expect(plain(grid({...mines, sort: {column: 1, reversed: true}}, {width: 30, height: 9}, mono))).toEqual([
		'                      share of',
		'  site      made ▼    need met',
		'                 t           %',
		'  Mine 3     3,000       0.333',
		'  Mine 4     4,000       0.444',
		'▸ Mine 5     5,000       0.556',
		'  Mine 6     6,000       0.667',
		'  Mine 7     7,000       0.778',
		'6/9                           ',
	]);
});

test('a table that has no room leaves a column out and says so', () => {
	const lines = plain(grid({...mines, focused: true}, {width: 22, height: 7}, mono));
	expect(lines[0]).not.toContain('share');
	expect(lines.at(-1)).toBe('6/9 · 1 column hidden ');
});

test('a table without rows says why', () => {
	expect(plain(grid({columns: mines.columns, rows: [], empty: 'No site has started yet.'}, {width: 40, height: 6}, mono)).join('')).toContain(
		'No site has started yet.',
	);
});

test('a row of one cell heads those that follow, and is not counted', () => {
	const lines = plain(grid({columns: mines.columns, rows: [['Mines of the north, which are long in name'], ['Musan', 1, 2]]}, {width: 44, height: 5}, mono));
	expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^Mines of the north, which are long in name/), expect.stringMatching(/^Musan {2}/)]));
});

test('parts of a bar end where their shares do, with their letters where there is room or no colour', () => {
	const parts = [
		{share: 0.5, role: 'faint', letter: 'm'},
		{share: 0.1, role: 'cause-1', letter: 'd'},
		{share: 0.3, role: 'cause-2', letter: 'k'},
	] as const;
	expect(plain([partedBar(parts, 20, typed)])).toEqual(['mmmmmmmmmmddkkkkkk  ']);
	expect(plain([partedBar(parts, 20, lookOf('dark', 'braille'))])).toEqual(['████m█████████k███  ']);
});

test('a chart and a stack without a month say that there is none', () => {
	for (const lines of [chart({...steel, curves: [], marks: []}, {width: 40, height: 8}, mono), stack({...lost, layers: []}, {width: 40, height: 8}, mono)]) {
		expect(plain(lines).join('')).toContain('There is nothing to draw.');
	}
});

test('a slider has a tick where the lever rests', () => {
	expect(plain([slider({min: 0, max: 10, value: 7, rest: 4, width: 21}, mono)])).toEqual(['━━━━━━━━┃━━━━━●──────']);
	expect(plain([slider({min: 0, max: 10, value: 2, rest: 4, width: 21}, typed)])).toEqual(['====O---|------------']);
	expect(plain([slider({min: 0, max: 10, value: undefined, rest: undefined, width: 5}, mono)])).toEqual(['─────']);
});

test('a bar is as long as its share, and says when it is longer than there is room for', () => {
	expect(plain([bar(0.55, 10, 'good', mono), bar(1.2, 10, 'good', mono), bar(Number.NaN, 3, 'good', mono)])).toEqual(['━━━━━╸    ', '━━━━━━━━━▸', '   ']);
});

test('text is cut where a word ends, and wrapped between words', () => {
	expect(fitTo('Chongjin-Nanam light metals works', 20)).toBe('Chongjin-Nanam…     ');
	expect(fitTo('Chongjin-Nanam', 12)).toBe('Chongjin-…  ');
	expect(fitTo('흥남 비료', 6)).toBe('흥남… ');
	expect(wrap('what held industry back was coal', 14)).toEqual(['what held', 'industry back', 'was coal']);
});

test('a pane has its title in a rule, heavy where the keys go', () => {
	expect(plain(titled('Coal', ['a'], {width: 20, height: 3}, mono, {focused: true, note: '1/2'}))).toEqual([
		'━━ Coal ━━━━━ 1/2 ━━',
		'a                   ',
		'                    ',
	]);
	expect(plain(titled('Coal', [], {width: 12, height: 1}, typed))).toEqual(['-- Coal ----']);
});
