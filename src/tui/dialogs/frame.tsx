/** The frame of a dialog: a border with a title, lines, and the keys at its foot. */
import {Box, Text} from 'ink';
import {inAscii} from '../drawing/glyphs.ts';
import {fitTo} from '../drawing/lines.ts';
import {type Look, paint} from '../look.ts';
import {keysLine} from '../panes/footer.ts';
import type {Size} from '../scene.ts';

export type FrameProps = {
	readonly title: string;
	readonly lines: readonly string[];
	/** Keys, each with a word. */
	readonly keys: readonly (readonly [string, string])[];
	readonly size: Size;
	readonly look: Look;
	/** At most so wide. */
	readonly most?: number;
};

/** How many cells a line of a dialog has. */
export const roomIn = ({width}: Size, most = 78): number => Math.min(width - 2, most) - 4;

/** How many lines a dialog has between its title and its keys. */
export const linesIn = ({height}: Size): number => height - 6;

/** A dialog in the middle of the body. */
export function Frame({title, lines, keys, size, look, most}: FrameProps) {
	const room = roomIn(size, most);
	const shown = [
		paint(fitTo(title, room), {role: 'title', bold: true}, look),
		' ',
		...(lines.length > linesIn(size) ? lines.filter(line => line !== ' ') : lines).slice(0, linesIn(size)).map(line => fitTo(line, room)),
		' ',
		keysLine(keys.slice(0, -1), keys.slice(-1), look, room),
	];
	return (
		<Box width={size.width} height={size.height} justifyContent="center" alignItems="center">
			<Box borderStyle={look.glyphs === 'ascii' ? 'classic' : 'round'} width={room + 4} paddingX={1} flexDirection="column">
				{shown.map((line, i) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
					<Text key={i} wrap="truncate">
						{look.glyphs === 'ascii' ? inAscii(line) : line}
					</Text>
				))}
			</Box>
		</Box>
	);
}
