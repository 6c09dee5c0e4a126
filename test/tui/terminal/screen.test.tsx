import {Box, Text, useApp, useInput} from 'ink';
import {type ReactNode, useState} from 'react';
import {expect, test} from 'vitest';
import {OnTop, Region, useMouse, useTypedPaste, useWindowSize} from '../../../src/tui/terminal/region.tsx';
import {cellsOf, withoutColours} from '../../../src/tui/terminal/rows.ts';
import type {Mouse} from '../../../src/tui/terminal/tty-in.ts';
import {keys, openScreen} from '../screen.ts';

/** A line of Ink's, a region that counts, a line that says what was typed, and a box over them. */
function Counting(): ReactNode {
	const {width, height} = useWindowSize();
	const {exit} = useApp();
	const [count, setCount] = useState(0);
	const [typed, setTyped] = useState('');
	const [open, setOpen] = useState(false);
	const [mouse, setMouse] = useState('');
	useTypedPaste(open);
	useMouse(true, noted(setMouse));
	useInput((input, key) => {
		if (key.rightArrow) setCount(before => before + 1);
		else if (input === '?') setOpen(before => !before);
		else if (input === 'q') exit();
		else setTyped(before => before + input);
	});
	const rows = ['=', '-', '='].map((edge, i) => (i === 1 ? `count ${count}` : '').padEnd(20, edge));
	return (
		<Box width={width} height={height} flexDirection="column">
			<Text>
				typed {typed}
				{mouse}
			</Text>
			<Region rows={rows} width={20} said={`The count is ${count}.`} />
			<Text color="yellow">
				{width} by {height}
			</Text>
			{open && (
				<OnTop column={4} row={1} width={9} height={3}>
					<Text inverse>{'       a  \n  dialog \n         '.slice(1)}</Text>
				</OnTop>
			)}
		</Box>
	);
}

const told = new Map<unknown, (mouse: Mouse) => void>();
function noted(set: (text: string) => void): (mouse: Mouse) => void {
	const known = told.get(set) ?? (({kind, column, row}: Mouse) => set(`${kind} ${column},${row}`));
	told.set(set, known);
	return known;
}

test('regions are painted where Ink has laid them out, and again when what they show changes', async () => {
	const screen = await openScreen(<Counting />, {columns: 40, rows: 8});
	expect(screen.lines().slice(0, 5)).toEqual(['typed', '='.repeat(20), 'count 0-------------', '='.repeat(20), '40 by 8']);
	await screen.press(keys.right, keys.right);
	expect(screen.lines()[2]).toBe('count 2-------------');
	await screen.close();
});

test('a key writes only the rows that it changes', async () => {
	const screen = await openScreen(<Counting />, {columns: 40, rows: 8});
	const before = screen.written();
	await screen.press(keys.right);
	expect(screen.written() - before).toBeLessThan(60);
	await screen.close();
});

test('a box on top covers what is painted under it and gives it free again', async () => {
	const screen = await openScreen(<Counting />, {columns: 40, rows: 8});
	await screen.press('?');
	expect(screen.lines()[2]).toBe('coun  dialog -------');
	expect(screen.cell(6, 2)).toMatchObject({text: 'd', inverse: true});
	await screen.press(keys.right);
	expect(screen.lines()[2]).toBe('coun  dialog -------');
	await screen.press('?');
	expect(screen.lines()[2]).toBe('count 1-------------');
	expect(screen.cell(6, 2).inverse).toBe(false);
	await screen.close();
});

test('a new size is drawn anew', async () => {
	const screen = await openScreen(<Counting />, {columns: 40, rows: 8});
	await screen.resize(30, 6);
	expect(screen.lines()).toEqual(['typed', '='.repeat(20), 'count 0-------------', '='.repeat(20), '30 by 6', '']);
	await screen.close();
});

test('the mouse and changes of focus are not taken for typing, even if they come in two parts', async () => {
	const screen = await openScreen(<Counting />, {columns: 40, rows: 8});
	await screen.press('a\u001b[<0;3;2Mb', '\u001b[I', '\u001b[<0;', '3;2mc');
	expect(screen.lines()[0]).toBe('typed abcup 2,1');
	await screen.press('\u001b[<65;10;5M');
	expect(screen.lines()[0]).toBe('typed abcwheel-down 9,4');
	await screen.close();
});

test('a paste is typed on one line where text is typed, and does nothing elsewhere', async () => {
	const screen = await openScreen(<Counting />, {columns: 40, rows: 8});
	await screen.paste('q??');
	expect(screen.lines()[0]).toBe('typed');
	await screen.press('?');
	await screen.paste('two\nlines');
	expect(screen.lines()[0]).toBe('typed two lines');
	await screen.close();
});

test('a key whose code came in two parts is one key, and a lone beginning is a key after a moment', async () => {
	const screen = await openScreen(<Counting />, {columns: 40, rows: 8});
	await screen.press('\u001b[', 'C');
	expect(screen.lines()[2]).toContain('count 1');
	await screen.press('\u001b[');
	await new Promise(resolve => setTimeout(resolve, 80));
	await screen.press('C');
	expect(screen.lines()[2]).toContain('count 1');
	await screen.close();
});

test('Ctrl+C and Ctrl+Z are not keys of the screen', async () => {
	const screen = await openScreen(<Counting />, {columns: 40, rows: 8});
	const asked: string[] = [];
	screen.keyboard.on('interrupt', () => asked.push('interrupt'));
	screen.keyboard.on('suspend', () => asked.push('suspend'));
	await screen.press(keys.control('z'), keys.control('c'));
	expect(asked).toEqual(['suspend', 'interrupt']);
	expect(screen.lines()[0]).toBe('typed');
	await screen.close();
});

test('without colours bold and inverse stay', async () => {
	expect(withoutColours('\u001b[1;38;5;214mbold\u001b[22;39m \u001b[7minverse\u001b[27m \u001b[93mplain\u001b[39m')).toBe(
		'\u001b[1mbold\u001b[22m \u001b[7minverse\u001b[27m plain',
	);
	const screen = await openScreen(<Counting />, {columns: 40, rows: 8, colour: false});
	expect(screen.cell(0, 4)).toMatchObject({text: '4', colour: undefined});
	await screen.close();
});

test('cells of a row keep their style, and are blank where it has ended', () => {
	expect(cellsOf('ab\u001b[7mcdef\u001b[27mgh', 3, 4)).toBe('\u001b[7mdef\u001b[27mg\u001b[0m');
	expect(cellsOf('abc', 2, 4)).toBe('c\u001b[0m   ');
	expect(cellsOf('abc', 5, 2)).toBe('\u001b[0m  ');
	expect(cellsOf('조선말', 1, 4)).toBe(' 선 \u001b[0m');
});

test('the screen that was there before is there again at the end', async () => {
	const screen = await openScreen(<Counting />, {columns: 40, rows: 8});
	expect(screen.terminal.buffer.active.type).toBe('alternate');
	await screen.press('q');
	await screen.exited;
	await screen.close();
	expect(screen.terminal.buffer.active.type).toBe('normal');
	expect(screen.text()).toBe('');
});
