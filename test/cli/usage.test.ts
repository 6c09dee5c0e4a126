import {expect, test} from 'vitest';
import {parseFormat, parseSetting} from '../../src/cli/usage.ts';

const march = 1946 * 12 + 2;

test('a setting holds in all months, from a month on, or from one month to another', () => {
	expect(parseSetting('goods.coal.loss=0.01')).toEqual({path: 'goods.coal.loss', text: '0.01'});
	expect(parseSetting('a.b=3 kt/year@1946-03')).toEqual({path: 'a.b', text: '3 kt/year', from: march});
	expect(parseSetting('a.b=3@1946-03..')).toEqual({path: 'a.b', text: '3', from: march});
	expect(parseSetting('a.b=3@1946-03..1946-05')).toEqual({path: 'a.b', text: '3', from: march, until: march + 2});
});

test('a setting without a value, or with a period that cannot be, is refused', () => {
	for (const text of [
		'a.b',
		'a.b=',
		'=3',
		'a.b=3@',
		'a.b=3@June',
		'a.b=3@1946-13',
		'a.b=3@1946-05..1946-03',
		'a.b=3@..1946-03',
		'a.b=3@1946-01..1946-02..1946-03',
	]) {
		expect(() => parseSetting(text), text).toThrow();
	}
});

test('parquet is refused with what to use instead', () => {
	expect(() => parseFormat('parquet')).toThrow(/csv, ndjson and json/);
});
