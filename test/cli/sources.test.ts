import {expect, test} from 'vitest';
import {baseline, counterplan, firstSteps} from '../built.ts';

const json = (file: string) => JSON.parse(counterplan(['sources', file, '--format', 'json']).stdout);

test('a bibliography counts the values that cite each source, and those that rest on judgement', () => {
	const {sources, works, grounds} = json(baseline);
	expect(sources.find(({source}: {source: string}) => source === 'F33')).toMatchObject({work: 'paper'});
	expect(sources.every(({values, targets, facts}: Record<string, number>) => values + targets + facts > 0)).toBe(true);
	expect(works.length).toBeGreaterThan(3);
	const count = (name: string): number => grounds.find(({ground}: {ground: string}) => ground === name).values;
	expect(count('a source')).toBeGreaterThan(100);
	expect(count('judgement alone')).toBeGreaterThan(100);
});

test('a scenario that cites nothing rests on judgement whole', () => {
	const {sources} = json(firstSteps);
	expect(sources).toEqual([]);
	expect(counterplan(['sources', firstSteps]).stdout).toContain('(100 %)');
});
