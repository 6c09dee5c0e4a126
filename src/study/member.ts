/**
 * One member of a study: the scenario's parameters with its factors set, the what-ifs and levers laid over them, and its shocks.
 *
 * A what-if changes what a member has drawn, and not what is written: what it sets is set, what it scales is scaled from the draw.
 * So a member and its what-if share their luck, and differ in nothing else.
 */
import {applyHits, drawHits} from '../run/draws.ts';
import {applyChange} from '../scenario/change.ts';
import {moveLeverOver} from '../scenario/levers.ts';
import type {Change, Lever, Program} from '../scenario/program.ts';
import {type Factor, type FactorChoice, FactorError, factorsOf, place} from './factors.ts';
import {programOf, type Subject} from './subject.ts';
import {type Cause, type CauseChoice, causesOf} from './why/causes.ts';

/** What is drawn for a study's members; it can be sent to a worker. */
export type Draws = {
	readonly subject: Subject;
	readonly factors: FactorChoice;
	/** Levers that are moved in every member, by id. */
	readonly levers?: Readonly<Record<string, number>>;
	/** The seed of the shocks; without it there are none. */
	readonly shocks?: string;
	/** Causes that can be relieved in a member; none if not given. */
	readonly causes?: CauseChoice;
};

export type Members = {
	readonly program: Program;
	readonly factors: readonly Factor[];
	readonly causes: readonly Cause[];
	/** The parameters of a member at a point of the cube, with some causes relieved. The array is used again for the next. */
	readonly vectorOf: (point: ArrayLike<number>, member: number, relieved?: readonly number[]) => Float64Array;
};

/** Make ready to draw members. Throws ScenarioError, FactorError. */
export function membersOf({subject, factors: choice, levers = {}, shocks, causes: chosen}: Draws): Members {
	const program = programOf(subject);
	const factors = factorsOf(program, choice);
	const moved = Object.entries(levers).map(([id, position]) => [leverOf(program, id), position] as const);
	const causes = chosen ? causesOf(program, chosen) : [];
	const other = chosen && 'toward' in chosen ? membersOf({subject: chosen.toward, factors: choice}) : undefined;
	const changes = program.overlays.flatMap(overlay => overlay.changes);
	const drawn = drawer(program, factors, changes, moved);
	const vector = program.parentVector.slice();
	const vectorOf = (point: ArrayLike<number>, member: number, relieved: readonly number[] = []): Float64Array => {
		vector.set(drawn(point));
		if (relieved.length > 0) {
			const others = other?.vectorOf(point, member) ?? vector;
			for (const cause of relieved) causes[cause].relieve(vector, others);
		}
		return shocks === undefined ? vector : applyHits(program, drawHits(program, shocks, member), vector);
	};
	return {program, factors, causes, vectorOf};
}

/** Parameters drawn at a point, with what-ifs and levers laid over them. A point that is asked for again and again, as with one cause after another relieved, is drawn once. */
function drawer(
	program: Program,
	factors: readonly Factor[],
	changes: readonly Change[],
	moved: readonly (readonly [Lever, number])[],
): (point: ArrayLike<number>) => Float64Array {
	const drawn = program.parentVector.slice();
	let last: Float64Array | undefined;
	return point => {
		if (last?.every((share, i) => share === point[i])) return drawn;
		last = Float64Array.from(point);
		drawn.set(program.parentVector);
		place(factors, drawn, point);
		for (const change of changes) applyChange(drawn, change);
		for (const [lever, position] of moved) moveLeverOver(drawn, lever, position);
		return drawn;
	};
}

function leverOf({levers}: Program, id: string): Lever {
	const found = levers.find(lever => lever.id === id);
	if (!found) throw new FactorError(`the scenario has no lever "${id}"`);
	return found;
}
