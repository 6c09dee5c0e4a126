import {expect, test} from 'vitest';
import {suitedTo} from '../../../src/tui/terminal/suited.ts';

const nothing = {colour: true};

test('where a terminal tells nothing, it gets colours on dark and curves of dots', () => {
	expect(suitedTo({}, nothing)).toEqual({theme: 'dark', glyphs: 'braille', colour: true});
	expect(suitedTo({LANG: 'en_GB.UTF-8'}, nothing).glyphs).toBe('braille');
});

test('curves are drawn with plain letters where others would not come through', () => {
	expect(suitedTo({LANG: 'C'}, nothing).glyphs).toBe('ascii');
	expect(suitedTo({LANG: 'C.UTF-8', LC_ALL: 'POSIX'}, nothing).glyphs).toBe('ascii');
	expect(suitedTo({TERM: 'linux', LANG: 'C.UTF-8'}, nothing).glyphs).toBe('ascii');
	expect(suitedTo({LANG: 'C'}, {...nothing, glyphs: 'block'}).glyphs).toBe('block');
});

test('a light terminal that says so gets the light theme, unless another is asked for', () => {
	expect(suitedTo({COLORFGBG: '0;15'}, nothing).theme).toBe('light');
	expect(suitedTo({COLORFGBG: '15;default;0'}, nothing).theme).toBe('dark');
	expect(suitedTo({COLORFGBG: '0;15'}, {...nothing, theme: 'high-contrast'}).theme).toBe('high-contrast');
});

test('without colours there is one theme', () => {
	expect(suitedTo({NO_COLOR: '1'}, {...nothing, theme: 'light'})).toMatchObject({theme: 'mono', colour: false});
	expect(suitedTo({}, {colour: false})).toMatchObject({theme: 'mono', colour: false});
});
