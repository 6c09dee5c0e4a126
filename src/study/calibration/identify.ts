/**
 * What the target facts say of the numbers that were calibrated to them, and what they do not. Around the best point the distance
 * of every reading in its errors is taken as straight in the shares of the ranges:
 *
 *   J = ∂z/∂share × 1/√(1 + z²),   z = ln(simulated / observed) / ln(1 + error),   covariance = φ (JᵀJ)⁻¹
 *   φ = max(1, Σ z²/(1 + z²) / (readings − numbers))
 *
 * The factor on the slope is that of Cauchy errors (misfit.ts): a reading that is far off says little about where the best point is.
 *
 * Along an axis of JᵀJ on which the whole range moves the sum by less than one, the facts say nothing: the axis is flat (Transtrum et al. 2011 on
 * sloppy models). A number is identified if its standard error is less than a quarter of its range and it does not stand at a bound.
 */
import {EigenvalueDecomposition, Matrix} from 'ml-matrix';
import {log} from '../../economy/arithmetic.ts';
import type {Program} from '../../scenario/program.ts';
import type {Factor} from '../factors.ts';
import {targetsOf} from '../misfit.ts';
import type {Runs} from './calibrate.ts';

export type Known = {
	readonly path: string;
	/** Factors on the value as written: the ends of its range, the value found, and half the 95 % interval around it. */
	readonly low: number;
	readonly high: number;
	readonly found: number;
	readonly halfWidth: number;
	readonly bound: 'low' | 'high' | undefined;
	readonly identified: boolean;
};

export type Identified = {
	readonly numbers: readonly Known[];
	/** Pairs that the facts tell apart badly, the closest first. */
	readonly correlated: readonly {readonly one: string; readonly other: string; readonly correlation: number}[];
	/** Directions along which the facts say nothing: the numbers that take part, with their share in it. */
	readonly flat: readonly (readonly {readonly path: string; readonly part: number}[])[];
};

/** How far each number is moved to see what it does, as a share of its range. */
const step = 0.01;
const nearBound = 1e-3;
const close = 0.9;

/** Look around the point that a calibration found. */
export async function identify(program: Program, factors: readonly Factor[], point: Float64Array, runs: Runs): Promise<Identified> {
	const distances = distancesOf(program);
	const sides = factors.map((_, i) => [Math.max(0, point[i] - step), Math.min(1, point[i] + step)] as const);
	const rows = await runs.measured([point, ...sides.flatMap(([low, high], i) => [point.with(i, low), point.with(i, high)])]);
	const [here, ...around] = rows.map(distances);
	const slopes = here.map((z, r) => sides.map(([low, high], i) => (around[2 * i + 1][r] - around[2 * i][r]) / (high - low) / Math.sqrt(1 + z * z)));
	const curvature = factors.map((_, i) => factors.map((__, j) => slopes.reduce((sum, row) => sum + row[i] * row[j], 0)));
	const axes = new EigenvalueDecomposition(new Matrix(curvature), {assumeSymmetric: true});
	const lengths = axes.realEigenvalues;
	const directions = axes.eigenvectorMatrix.to2DArray();
	const spread = Math.max(1, here.reduce((sum, z) => sum + (z * z) / (1 + z * z), 0) / Math.max(1, here.length - factors.length));
	const covariance = (i: number, j: number): number =>
		lengths.reduce((sum, l, k) => sum + (spread * directions[i][k] * directions[j][k]) / Math.max(l, tiny), 0);
	return {
		numbers: factors.map((factor, i) => knownOf(factor, point[i], Math.sqrt(covariance(i, i)))),
		correlated: pairs(factors, (i, j) => covariance(i, j) / Math.sqrt(covariance(i, i) * covariance(j, j))),
		flat: lengths.flatMap((length, k) =>
			length < 1
				? [
						partsOf(
							factors,
							directions.map(row => row[k]),
						),
					]
				: [],
		),
	};
}

/** So flat that it might as well be level. */
const tiny = 1e-9;

function knownOf({id, at}: Factor, share: number, error: number): Known {
	const [low, high, found] = [at(0), at(1), at(share)].map(Number);
	const bound = share < nearBound ? 'low' : share > 1 - nearBound ? 'high' : undefined;
	return {path: id, low, high, found, halfWidth: 1.96 * error * (high - low), bound, identified: bound === undefined && error < 0.25};
}

function pairs(factors: readonly Factor[], correlationOf: (i: number, j: number) => number): Identified['correlated'] {
	return factors
		.flatMap((one, i) => factors.slice(i + 1).map((other, k) => ({one: one.id, other: other.id, correlation: correlationOf(i, i + 1 + k)})))
		.filter(({correlation}) => Math.abs(correlation) >= close)
		.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}

/** The numbers that make up a direction, the greatest part first; those of less than a tenth are left out. */
const partsOf = (factors: readonly Factor[], direction: readonly number[]) =>
	factors
		.map(({id}, i) => ({path: id, part: direction[i]}))
		.filter(({part}) => part * part >= 0.1)
		.sort((a, b) => Math.abs(b.part) - Math.abs(a.part));

/** Distances of the readings from a measured row, each by the root of its weight; what cannot be measured in logarithms is measured straight. */
function distancesOf(program: Program): (row: Float64Array) => number[] {
	const readings = targetsOf(program).flatMap(fact => {
		const total = fact.readings.reduce((sum, {weight}) => sum + weight, 0);
		return fact.readings.map(({value, weight}) => ({fact, value, weight: total > 0 ? weight / total : 1 / fact.readings.length}));
	});
	return row =>
		readings.map(({fact: {error, side}, value, weight}, r) => {
			const simulated = row[1 + r];
			if (Number.isNaN(simulated)) return 0;
			if ((side === 'at-least' && simulated >= value) || (side === 'at-most' && simulated <= value)) return 0;
			const z = simulated > 0 && value > 0 ? log(simulated / value) / log(1 + error) : (simulated - value) / (error * Math.abs(value || 1));
			return Math.sqrt(weight) * z;
		});
}
