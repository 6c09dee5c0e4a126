import {expect, test} from 'vitest';
import {type DesignName, designs, sampleOf} from '../../../src/study/sampling/design.ts';

const drawn = (kind: DesignName, members: number, names: readonly string[], seed = '1'): Float64Array[] => {
	const sample = sampleOf({kind, seed, members}, names);
	return Array.from({length: members}, (_, member) => {
		const point = new Float64Array(names.length);
		sample.draw(member, point);
		return point;
	});
};

test.each([1, 2, 7, 64, 1000])('in a Latin hypercube of %d every part of every range is used once', members => {
	const points = drawn('latin-hypercube', members, ['a', 'b', 'c']);
	for (const d of [0, 1, 2]) expect(new Set(points.map(point => Math.floor(point[d] * members))).size).toBe(members);
});

test('factors of a Latin hypercube do not go together', () => {
	const points = drawn('latin-hypercube', 1000, ['a', 'b']);
	const covariance = points.reduce((sum, [a, b]) => sum + (a - 0.5) * (b - 0.5), 0) / points.length;
	expect(Math.abs(covariance * 12)).toBeLessThan(0.1);
});

test.each(designs)('a member of a %s can be drawn alone, and out of order', kind => {
	const [, second, , fourth] = drawn(kind, 8, ['a', 'b']);
	const sample = sampleOf({kind, seed: '1', members: 8}, ['a', 'b']);
	const point = new Float64Array(2);
	sample.draw(3, point);
	expect(point).toEqual(fourth);
	sample.draw(1, point);
	expect(point).toEqual(second);
});

test('another factor of a Latin hypercube leaves the draws of the first as they are', () => {
	const alone = drawn('latin-hypercube', 16, ['a']);
	const beside = drawn('latin-hypercube', 16, ['a', 'b']);
	alone.forEach((point, member) => {
		expect(beside[member][0]).toBe(point[0]);
	});
});

test('Sobol’s sequence begins as that of Joe and Kuo, but for the turn', () => {
	const points = drawn('sobol', 5, ['a', 'b', 'c']);
	const known = [
		[0, 0, 0],
		[0.5, 0.5, 0.5],
		[0.75, 0.25, 0.25],
		[0.25, 0.75, 0.75],
		[0.375, 0.375, 0.625],
	];
	points.forEach((point, member) => {
		point.forEach((share, d) => {
			expect((share - points[0][d] + 1) % 1).toBeCloseTo(known[member][d], 12);
		});
	});
});

test('another seed is another sample', () => {
	for (const kind of designs) expect(drawn(kind, 4, ['a'], '1')).not.toEqual(drawn(kind, 4, ['a'], '2'));
});
