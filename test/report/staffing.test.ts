import {expect, test} from 'vitest';
import {entitiesOf, findingsOf} from '../../src/report/findings.ts';
import {neededBy, professionsOf, translatesOf} from '../../src/report/staffing.ts';
import {runOn} from '../../src/run/full-run.ts';
import {loadScenario} from '../../src/scenario/load.ts';

const program = loadScenario('scenarios/korea-1945/historical.yaml', {});
const findings = findingsOf(runOn(program, program.vector));

test('those present of a profession are those of all communities together, in every month', () => {
	for (const {entity, present, from} of professionsOf(findings)) {
		present.forEach((people, t) => {
			expect(
				from.reduce((sum, values) => sum + values[t], 0),
				`${entity.id} in month ${t}`,
			).toBeCloseTo(people, 9);
		});
	}
});

test('those present of a community are those of all professions together', () => {
	entitiesOf(findings, 'community').forEach(({id}, c) => {
		const all = findings.track(id, 'present')!.values;
		all.forEach((people, t) => {
			expect(professionsOf(findings).reduce((sum, {from}) => sum + from[c][t], 0)).toBeCloseTo(people, 9);
		});
	});
});

test('a profession is short in as many months as its need is not covered', () => {
	for (const {short, cover} of professionsOf(findings)) expect(short).toBe(Array.from(cover).filter(share => share < 1 - 1e-9).length);
});

test('whoever is not needed by the works of an industry translates, or is needed by none', () => {
	const [language] = entitiesOf(findings, 'language');
	const translators = professionsOf(findings).filter(
		({entity}) => translatesOf(findings, entity) === language || translatesOf(findings, entity)?.id === language.id,
	);
	expect(translators.length).toBeGreaterThan(0);
	for (const {entity} of translators) expect(neededBy(findings, entity)).toEqual([]);
});
