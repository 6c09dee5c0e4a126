/** A scenario on the bench: its levers, the run with none of them moved, and a run of them as they stand. */
import {type Findings, findingsOf} from '../report/findings.ts';
import {runOn} from '../run/full-run.ts';
import {moveLever, restOf} from '../scenario/levers.ts';
import type {Lever, Program} from '../scenario/program.ts';

/** Where the levers stand that were moved, by id. */
export type Positions = ReadonlyMap<string, number>;

export const atRest: Positions = new Map();

export type Bench = {
	readonly program: Program;
	/** In the order of the screen: by group, actions before assumptions. */
	readonly levers: readonly Lever[];
	/** The scenario with no what-if laid over it and no lever moved. */
	readonly baseline: Findings;
};

/** Put a program on the bench and run its baseline. Throws BalanceError, RuleError. */
export const benchOf = (program: Program): Bench => ({
	program,
	levers: inOrder(program.levers),
	baseline: findingsOf(runOn(program, program.parentVector)),
});

/** Levers in the order of the screen. */
export function inOrder(levers: readonly Lever[]): Lever[] {
	const groups = [...new Set(levers.map(({group}) => group))];
	return groups.flatMap(group => (['action', 'assumption'] as const).flatMap(kind => levers.filter(lever => lever.group === group && lever.kind === kind)));
}

/** Run the program with levers moved. Throws BalanceError, RuleError. */
export const runAt = (bench: Bench, positions: Positions): Findings => findingsOf(runOn(bench.program, vectorAt(bench, positions)));

/** The program's parameters with levers moved; of two levers that move the same number, the later one has it. */
export function vectorAt({program, levers}: Bench, positions: Positions): Float64Array {
	const vector = program.vector.slice();
	for (const lever of levers) {
		const position = positions.get(lever.id);
		if (position !== undefined) moveLever(vector, lever, position);
	}
	return vector;
}

/** Where a lever stands: where it was moved to, or where the scenario has it; undefined where that is not one number. */
export const positionOf = (lever: Lever, positions: Positions): number | undefined => positions.get(lever.id) ?? restOf(lever);
