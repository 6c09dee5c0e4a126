/** Parts of the screen that go past Ink, and what Ink's parts may ask of the terminal. */
import {Box, type DOMElement, Text, useStdout} from 'ink';
import {createContext, type ReactNode, useContext, useEffect, useId, useLayoutEffect, useRef, useState} from 'react';
import type {Size} from '../scene.ts';
import type {FrameSink, Rectangle} from './frame-sink.ts';
import type {Mouse, TtyIn} from './tty-in.ts';

/** The terminal that a screen is on; undefined where Ink writes by itself, as for a screen reader. */
export const TerminalContext = createContext<{readonly sink: FrameSink; readonly keyboard: TtyIn} | undefined>(undefined);

type RegionProps = {
	/** Each exactly `width` cells wide. */
	readonly rows: readonly string[];
	readonly width: number;
	/** What is to be seen, in words, for who cannot see it. */
	readonly said?: string;
};

/** Rows that are drawn already. */
export function Region({rows, width, said}: RegionProps): ReactNode {
	const sink = useContext(TerminalContext)?.sink;
	const element = useRef<DOMElement>(null);
	const id = useId();
	useLayoutEffect(() => {
		sink?.paint(id, {place: () => rectangleOf(element.current), rows});
	}, [sink, id, rows]);
	useLayoutEffect(() => () => sink?.paint(id, undefined), [sink, id]);
	if (!sink) return <Text>{said ?? rows.join('\n')}</Text>;
	return <Box ref={element} width={width} height={rows.length} flexShrink={0} />;
}

type OnTopProps = {readonly children: ReactNode; readonly column: number; readonly row: number; readonly width: number; readonly height: number};

/** A box of Ink's over everything else, regions too. Its content must be as large as it says. */
export function OnTop({children, column, row, width, height}: OnTopProps): ReactNode {
	const sink = useContext(TerminalContext)?.sink;
	const element = useRef<DOMElement>(null);
	const id = useId();
	useLayoutEffect(() => {
		sink?.keepOnTop(id, () => rectangleOf(element.current));
		return () => sink?.keepOnTop(id, undefined);
	}, [sink, id]);
	return (
		<Box ref={element} position="absolute" marginLeft={column} marginTop={row} width={width} height={height} flexDirection="column">
			{children}
		</Box>
	);
}

/** Where Ink has laid out an element: what is under it in the tree is placed from it. */
function rectangleOf(element: DOMElement | null): Rectangle {
	let column = 0;
	let row = 0;
	for (let node = element ?? undefined; node; node = node.parentNode) {
		column += node.yogaNode?.getComputedLeft() ?? 0;
		row += node.yogaNode?.getComputedTop() ?? 0;
	}
	const {yogaNode} = element ?? {};
	return {
		column: Math.round(column),
		row: Math.round(row),
		width: Math.round(yogaNode?.getComputedWidth() ?? 0),
		height: Math.round(yogaNode?.getComputedHeight() ?? 0),
	};
}

/** How large the window is now. */
export function useWindowSize(): Size {
	const {stdout} = useStdout();
	const [size, setSize] = useState<Size>({width: stdout.columns || 80, height: stdout.rows || 24});
	useEffect(() => {
		const resized = (): void => setSize({width: stdout.columns || 80, height: stdout.rows || 24});
		stdout.on('resize', resized);
		resized();
		return () => {
			stdout.off('resize', resized);
		};
	}, [stdout]);
	return size;
}

/** Have the terminal tell of its mouse while it is wanted. */
export function useMouse(wanted: boolean, told: (mouse: Mouse) => void): void {
	const terminal = useContext(TerminalContext);
	useEffect(() => {
		terminal?.sink.setMouse(wanted);
		if (!wanted) return;
		terminal?.keyboard.on('mouse', told);
		return () => {
			terminal?.keyboard.off('mouse', told);
		};
	}, [terminal, wanted, told]);
}

/** While text is typed, what is pasted is typed too, on one line; elsewhere a paste is dropped, for its letters would be taken for keys. */
export function useTypedPaste(typing = true): void {
	const keyboard = useContext(TerminalContext)?.keyboard;
	useEffect(() => {
		if (!typing) return;
		const pasted = (text: string): void => {
			const line = text.replace(/\p{Cc}+/gu, ' ').trim();
			if (line !== '') keyboard?.type(line);
		};
		keyboard?.on('paste', pasted);
		return () => {
			keyboard?.off('paste', pasted);
		};
	}, [keyboard, typing]);
}
