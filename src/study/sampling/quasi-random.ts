/**
 * Sobol's sequence with the direction numbers of Joe and Kuo (2008), each dimension turned by an amount of its own (Cranley and
 * Patterson 1976), so that another seed gives another sample which is as even.
 */
import sobol from 'sobol';
import {generator} from '../../run/draws.ts';
import type {Sample} from './latin-hypercube.ts';

/** A sample whose first members fill the cube evenly already. Members are drawn fastest in their order. */
export function quasiRandom(seed: string, members: number, names: readonly string[]): Sample {
	const turns = Float64Array.from(names, name => generator(seed, 0, 'quasi-random', name)());
	let sequence = new sobol.SobolSequenceGenerator(Math.max(1, names.length));
	let next = 0;
	return {
		members,
		dimensions: names.length,
		draw: (member, into) => {
			if (member < next) {
				sequence = new sobol.SobolSequenceGenerator(Math.max(1, names.length));
				next = 0;
			}
			let point: readonly number[] = [];
			for (; next <= member; next++) point = sequence.nextVector();
			for (let d = 0; d < into.length; d++) into[d] = (point[d] + turns[d]) % 1;
		},
	};
}
