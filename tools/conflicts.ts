/**
 * `npm run conflicts`: how many targets can be hit at once with the numbers that were calibrated, and how many together with each
 * target that the calibrated case misses; writes the table to docs/model.md.
 *
 * The search is not for the least misfit but for hits: what a target lacks of one counts as one and a little for how far it is off.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {parse} from 'yaml';
import {simulate} from '../src/run/simulate.ts';
import type {Fact} from '../src/scenario/program.ts';
import {runsOf} from '../src/study/calibration/calibrate.ts';
import {ask, beginCma, endOf, tell} from '../src/study/calibration/cma-es.ts';
import {crewOf} from '../src/study/crew.ts';
import {columnsOf, targetsOf} from '../src/study/misfit.ts';
import {errorOf, scoreFacts} from '../src/study/score.ts';
import {programOf} from '../src/study/subject.ts';

const file = 'scenarios/korea-1945/historical.yaml';
const numbers = Object.keys(parse(readFileSync('scenarios/korea-1945/fitted.yaml', 'utf8')).values);
const subject = {file, fitted: false};
const targets = targetsOf(programOf(subject));
const crew = await crewOf(availableParallelism());
const runs = runsOf(subject, numbers, crew);
const searches = 3;
const generations = 120;
const points = 24;

/** Where the heaviest reading of each target stands in a row of what was measured: after the misfit, reading by reading. */
const places = targets.map((_, t) => 1 + targets.slice(0, t).reduce((sum, {readings}) => sum + readings.length, 0));

/** How far each target is off, in its own error: a hit is at most 1. */
const distances = (row: Float64Array): number[] =>
	targets.map(({readings: [heaviest], side, error}, t) => Math.abs(errorOf(row[places[t]], heaviest.value, side)) / error);

const lack = (distance: number): number => (distance <= 1 ? 0 : 1 + 0.3 * Math.min(3, distance - 1));

/** The most targets hit at a point at which these are hit, of all points searched; undefined where there was none. */
async function mostHits(wanted: readonly Fact[]): Promise<number | undefined> {
	let most: number | undefined;
	for (let search = 0; search < searches; search++) {
		const start = numbers.map((_, i) => ((7 * i + 3 * search) % 10) / 10 + 0.05);
		let state = beginCma('conflicts', search, start, points);
		for (let generation = 0; generation < generations && !endOf(state); generation++) {
			const asked = ask(state);
			const off = (await runs.measured(asked)).map(distances);
			for (const all of off) {
				const hits = all.filter(distance => distance <= 1).length;
				if (wanted.every(target => all[targets.indexOf(target)] <= 1)) most = Math.max(most ?? 0, hits);
			}
			const value = (all: readonly number[]): number =>
				all.reduce((sum, distance, t) => sum + (wanted.includes(targets[t]) ? targets.length * lack(distance) : lack(distance)), 0);
			state = tell(state, asked, off.map(value));
		}
	}
	return most;
}

const calibrated = programOf({file});
const scores = scoreFacts(calibrated, simulate(calibrated, columnsOf(calibrated, targets)), targets);
const missed = targets.filter(target => scores.find(({fact, reading}) => fact.id === target.id && reading.id === target.readings[0].id)?.verdict !== 'hit');
const rows = [`| none | ${await mostHits([])} |`];
for (const target of missed) rows.push(`| ${target.id}, ${target.label} | ${(await mostHits([target])) ?? 'no point was found at which it is hit'} |`);
await crew.leave();
console.log(rows.join('\n'), `\n${runs.count()} runs`);
const page = 'docs/model.md';
const [before, rest] = readFileSync(page, 'utf8').split(/(?<=<!-- conflicts: begin[^\n]*\n)/);
const table = [`| target that must be hit | the most targets hit with it, of ${targets.length} |`, '|---|---|', ...rows];
writeFileSync(page, `${before}${table.join('\n')}\n${rest.slice(rest.indexOf('<!-- conflicts: end -->'))}`);
