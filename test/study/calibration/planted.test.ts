import {expect, test} from 'vitest';
import {simulate} from '../../../src/run/simulate.ts';
import {calibrate, runsOf} from '../../../src/study/calibration/calibrate.ts';
import {identify} from '../../../src/study/calibration/identify.ts';
import {foreseen} from '../../../src/study/calibration/trend.ts';
import {crewOf} from '../../../src/study/crew.ts';
import {place} from '../../../src/study/factors.ts';
import {columnsOf} from '../../../src/study/misfit.ts';
import {scoreFacts} from '../../../src/study/score.ts';
import {programOf} from '../../../src/study/subject.ts';
import {planted, writeValley} from '../valley.ts';

const subject = {file: writeValley(), fitted: false};
const program = programOf(subject);
const paths = Object.keys(planted);
const crew = await crewOf(1);
const found = await calibrate(subject, paths, {seed: '1', starts: 3, budget: 3000}, crew);
const {numbers, flat} = await identify(program, found.factors, found.point, runsOf(subject, paths, crew));
const of = (path: string) => numbers.find(one => one.path === path);

test('numbers planted in a run come back from its facts within their stated uncertainty, where the facts tell them', () => {
	expect(found.misfit).toBeLessThan(1e-6);
	expect(of('sites.hill-mine.capacity')).toMatchObject({identified: true});
	expect(of('industries.mining.hiring')).toMatchObject({identified: true});
	for (const {path, found: factor, halfWidth, identified} of numbers) {
		const {written, truth} = planted[path as keyof typeof planted];
		if (identified) expect(Math.abs(factor - Number.parseFloat(truth) / Number.parseFloat(written))).toBeLessThanOrEqual(halfWidth);
	}
});

test('a number of which the facts tell nothing is said to be unknown, and its direction flat', () => {
	expect(of('labour.wage')).toMatchObject({identified: false});
	expect(flat.some(parts => parts.some(({path, part}) => path === 'labour.wage' && Math.abs(part) > 0.9))).toBe(true);
});

test('the same seed finds the same point, to the last bit', async () => {
	const again = await calibrate(subject, paths, {seed: '1', starts: 3, budget: 3000}, crew);
	expect(again.point).toEqual(found.point);
	expect(again.runs).toBe(found.runs);
});

test('facts held out take no part, and are foreseen beside a trend through the targets', () => {
	const vector = program.vector.slice();
	place(found.factors, vector, found.point);
	const scores = scoreFacts(program, simulate(program, columnsOf(program, program.facts), {vector}));
	const all = foreseen(program, scores);
	expect(all.map(({fact}) => fact.id)).toEqual(['f10', 'f11']);
	for (const {model} of all) expect(model).toBeLessThan(1e-3);
});

test('as many numbers as half the targets may be moved, and no more; none without a range', async () => {
	const many = ['sites.*.capacity', 'industries.*.hiring', 'labour.builders', 'labour.wage'];
	await expect(calibrate(subject, many, {seed: '1', starts: 1, budget: 10}, crew)).resolves.toBeDefined();
	await expect(calibrate(subject, [], {seed: '1', starts: 1, budget: 10}, crew)).rejects.toThrow('at least one number');
	await expect(calibrate(subject, ['finance.input-cost'], {seed: '1', starts: 1, budget: 10}, crew)).rejects.toThrow('states a range');
	await expect(calibrate(subject, ['labour.nothing'], {seed: '1', starts: 1, budget: 10}, crew)).rejects.toThrow('has no number "labour.nothing"');
	await expect(calibrate({file: 'scenarios/first-steps.yaml'}, ['labour.builders'], {seed: '1', starts: 1, budget: 10}, crew)).rejects.toThrow(
		'no target facts',
	);
});
