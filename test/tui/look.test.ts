import {expect, test} from 'vitest';
import {causeColours, causeRole, lookOf, type Role} from '../../src/tui/look.ts';

/** Where a colour of the terminal's 256 lies for the eye: CIE L*a*b*. */
function eye(colour: number): readonly number[] {
	const cube = [0, 95, 135, 175, 215, 255];
	const [, grey] = [0, 8 + 10 * (colour - 232)];
	const n = colour - 16;
	const rgb = colour >= 232 ? [grey, grey, grey] : [cube[Math.floor(n / 36)]!, cube[Math.floor(n / 6) % 6]!, cube[n % 6]!];
	const [r, g, b] = rgb.map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
	const root = (part: number): number => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116);
	const x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
	const y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
	const z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const apart = (a: number, b: number): number => Math.hypot(...eye(a).map((part, i) => part - eye(b)[i]!));

test('the colours of causes can be told apart in every theme, and from those with a meaning of their own', () => {
	const kept: readonly Role[] = ['good', 'bad', 'what-if', 'baseline', 'faint', 'band'];
	for (const theme of ['dark', 'light', 'high-contrast'] as const) {
		const {colours} = lookOf(theme, 'braille');
		const causes = Array.from({length: causeColours}, (_, i) => colours[causeRole(i)]);
		expect(new Set(causes).size).toBe(causeColours);
		for (const [i, colour] of causes.entries()) {
			for (const other of causes.slice(0, i)) expect(apart(colour, other), `${theme}: ${colour} and ${other}`).toBeGreaterThan(20);
			for (const role of kept) expect(apart(colour, colours[role]), `${theme}: ${colour} and ${role}`).toBeGreaterThan(12);
		}
	}
});
