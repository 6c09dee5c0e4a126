/**
 * A plain search for the lowest value of a function in a box: from several starting points, one coordinate at a time, with
 * steps that grow when they help and shrink when they do not. The starting points are the centre and then random ones.
 * It gives the same answer for the same seed.
 */
import {generator} from '../run/draws.ts';

export type Found = {readonly point: Float64Array; readonly value: number; readonly evaluations: number};

export type SearchOptions = {
	readonly seed: string;
	readonly starts: number;
	/** Evaluations for each start. */
	readonly budget: number;
};

/** Coordinates run from 0 to 1. */
export function search(dimensions: number, valueOf: (point: Float64Array) => number, {seed, starts, budget}: SearchOptions): Found {
	let best: Found | undefined;
	let evaluations = 0;
	for (let start = 0; start < starts; start++) {
		const draw = generator(seed, start, 'search', 'start');
		const from = Float64Array.from({length: dimensions}, () => (start === 0 ? 0.5 : draw()));
		const found = descend(from, valueOf, budget);
		evaluations += found.evaluations;
		if (!best || found.value < best.value) best = found;
	}
	if (!best) throw new Error('a search needs at least one start');
	return {...best, evaluations};
}

function descend(from: Float64Array, valueOf: (point: Float64Array) => number, budget: number): Found {
	const point = from.slice();
	const step = new Float64Array(point.length).fill(0.2);
	let value = valueOf(point);
	let evaluations = 1;
	while (evaluations < budget && step.some(size => Math.abs(size) > 1e-3)) {
		for (let i = 0; i < point.length; i++) {
			const old = point[i];
			let better = false;
			for (const direction of [step[i], -step[i]]) {
				point[i] = Math.min(1, Math.max(0, old + direction));
				if (point[i] === old) continue;
				const tried = valueOf(point);
				evaluations++;
				if (tried < value) {
					value = tried;
					step[i] = direction * 1.5;
					better = true;
					break;
				}
			}
			if (better) continue;
			point[i] = old;
			step[i] /= 2;
		}
	}
	return {point, value, evaluations};
}
