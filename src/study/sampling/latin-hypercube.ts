/**
 * Latin hypercube (McKay, Beckman and Conover 1979): each factor's range is cut into as many equal parts as there are members, and
 * every part is used by exactly one of them. Which member takes which part is a permutation that is calculated and not stored, so
 * that a member can be drawn by its number, alone and anywhere.
 */
import {generator} from '../../run/draws.ts';

export type Sample = {
	readonly members: number;
	readonly dimensions: number;
	/** Put the shares of a member, one for each dimension, between 0 and 1, into an array. */
	readonly draw: (member: number, into: Float64Array) => void;
};

/** A sample whose every dimension is drawn by its name: one that is added does not move the others. */
export function latinHypercube(seed: string, members: number, names: readonly string[]): Sample {
	const keys = names.map(name => {
		const draw = generator(seed, 0, 'latin-hypercube', name);
		return Uint32Array.from({length: rounds + 1}, () => Math.floor(draw() * 0x100000000));
	});
	const half = halfOf(members);
	return {
		members,
		dimensions: names.length,
		draw: (member, into) => {
			for (let d = 0; d < keys.length; d++) into[d] = (permuted(member, members, half, keys[d]) + within(member, keys[d][rounds])) / members;
		},
	};
}

const rounds = 4;

/** Bits in each half of the smallest square that holds all members. */
function halfOf(members: number): number {
	let half = 1;
	while (2 ** (2 * half) < members) half++;
	return half;
}

/** A permutation of 0 to `size` − 1: a Feistel network over a square of a power of two, walked on until it falls inside. */
function permuted(index: number, size: number, half: number, keys: Uint32Array): number {
	const mask = 2 ** half - 1;
	let at = index;
	do {
		let left = Math.floor(at / (mask + 1));
		let right = at & mask;
		for (let round = 0; round < rounds; round++) {
			const mixed = (left ^ scrambled(right, keys[round])) & mask;
			left = right;
			right = mixed;
		}
		at = left * (mask + 1) + right;
	} while (at >= size);
	return at;
}

/** Where in its part a member stands, from 0 to 1. */
const within = (member: number, key: number): number => (scrambled(member, key) >>> 0) / 0x100000000;

/** Bits of a number and a key well mixed (the finaliser of MurmurHash3, Appleby, public domain). */
function scrambled(value: number, key: number): number {
	let h = (value ^ key) | 0;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return h ^ (h >>> 16);
}
