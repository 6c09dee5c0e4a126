/** The course of one series over the months in each of some members: what a band is made of while somebody watches. */
import {columnFor} from '../run/columns.ts';
import {simulate} from '../run/simulate.ts';
import {type Draws, membersOf} from './member.ts';
import {bandShares, quantiles} from './quantiles.ts';
import {type Design, sampleOf} from './sampling/design.ts';

/** Members of a design, from `first`, `count` of them, and the series that is wanted. */
export type Watched = Draws & {readonly design: Design; readonly entity: string; readonly quantity: string; readonly first: number; readonly count: number};

/** A value a month for each member, one member after another; NaN for those whose run failed. */
export function watch({design, entity, quantity, first, count, ...draws}: Watched): Float64Array {
	const {program, factors, vectorOf} = membersOf(draws);
	const {months} = program.layout;
	const column = columnFor(program, entity, quantity);
	const sample = sampleOf(
		design,
		factors.map(({id}) => id),
	);
	const point = new Float64Array(factors.length);
	const values = new Float64Array(count * months).fill(Number.NaN);
	for (let m = 0; m < count; m++) {
		sample.draw(first + m, point);
		try {
			values.set(simulate(program, [column], {vector: vectorOf(point, first + m)}).values[0], m * months);
		} catch {
			// A run that fails leaves its member out of the band.
		}
	}
	return values;
}

/** Quantiles by month at the shares of `bandShares`, of members that were watched. */
export function bandOver(watched: readonly Float64Array[], months: number): readonly Float64Array[] {
	const byShare = bandShares.map(() => new Float64Array(months));
	for (let month = 0; month < months; month++) {
		const values = watched.flatMap(some => Array.from({length: some.length / months}, (_, m) => some[m * months + month]));
		quantiles(values, undefined, bandShares).forEach((value, q) => {
			byShare[q][month] = value;
		});
	}
	return byShare;
}
