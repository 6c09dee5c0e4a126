/** Changes that change nothing: those of a what-if that move no series, alone or among the others. */
import {allColumns} from '../run/columns.ts';
import type {Series} from '../run/series.ts';
import {simulate} from '../run/simulate.ts';
import {applyChange} from '../scenario/change.ts';
import type {Change, Program} from '../scenario/program.ts';
import {parting} from './compare.ts';

/** The changes of a program's what-ifs that moved no series: not alone on the scenario, and not when all the others are made. */
export function withoutEffect(program: Program): readonly Change[] {
	const changes = program.overlays.flatMap(overlay => overlay.changes);
	if (changes.length === 0) return [];
	const columns = allColumns(program);
	const run = (vector: Float64Array): Series => simulate(program, columns, {vector});
	const [base, full] = [run(program.parentVector), run(program.vector)];
	const moves = (a: Series, b: Series): boolean => parting(a, b).month !== undefined;
	return changes.filter(change => {
		if (changes.length === 1) return !moves(base, full);
		return (
			!moves(base, run(laid(program, [change]))) &&
			!moves(
				full,
				run(
					laid(
						program,
						changes.filter(other => other !== change),
					),
				),
			)
		);
	});
}

/** The scenario with some of the changes only. */
function laid({parentVector}: Program, changes: readonly Change[]): Float64Array {
	const vector = parentVector.slice();
	for (const change of changes) applyChange(vector, change);
	return vector;
}
