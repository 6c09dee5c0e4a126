import {expect, test} from 'vitest';
import {columnFor} from '../src/run/columns.ts';
import {simulate} from '../src/run/simulate.ts';
import {knobOf, turn} from '../src/scenario/knobs.ts';
import {loadScenario} from '../src/scenario/load.ts';

test('every judged number of the baseline at either end of its range still gives an economy that adds up', () => {
	const program = loadScenario('scenarios/korea-1945/historical.yaml');
	const columns = [columnFor(program, 'industry', 'index')];
	let runs = 0;
	for (const {path, range, span} of program.origins.values()) {
		const knob = range || span ? knobOf(program, path) : 'no range';
		if (typeof knob === 'string') continue;
		for (const factor of [knob.low, knob.high]) {
			const vector = program.vector.slice();
			turn(vector, knob, factor);
			const [index] = simulate(program, columns, {vector}).values;
			expect(
				index.every(value => value >= 0 && Number.isFinite(value)),
				`${path} times ${factor}`,
			).toBe(true);
			runs++;
		}
	}
	expect(runs).toBeGreaterThan(3000);
}, 120_000);
