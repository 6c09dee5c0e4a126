import {expect, test} from 'vitest';
import {formatNumber} from '../../src/report/number.ts';

test('numbers show three digits or the whole of what they are, and never an exponent', () => {
	expect([1234567.8, 123.4, 99.96, 12.34, 1.234, 0.1234, 0.0123, 0].map(formatNumber)).toEqual([
		'1,234,568',
		'123',
		'100',
		'12.3',
		'1.23',
		'0.123',
		'0.012',
		'0',
	]);
});

test('whole numbers stay whole and losses keep their sign', () => {
	expect([7, -7, -12.34, -1234.5].map(formatNumber)).toEqual(['7', '−7', '−12.3', '−1,235']);
});

test('what is next to nothing is not shown as nothing, and what is no number as none', () => {
	expect([1e-9, -1e-9, Number.NaN, Number.POSITIVE_INFINITY].map(formatNumber)).toEqual(['0.000', '−0.000', '–', '∞']);
});
