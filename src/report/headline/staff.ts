import type {Entity} from '../../scenario/program.ts';
import {entitiesOf, type Findings} from '../findings.ts';
import type {Period} from '../period.ts';
import type {Table} from '../table.ts';
import {numbersRow, percentRow, periodTable} from './rows.ts';

/** How far the need of specialists was covered at the end of each half-year, by group of professions. */
export function staffTable(findings: Findings): Table {
	const professions = entitiesOf(findings, 'profession');
	const groups = [...new Set(professions.map(groupOf))];
	const rows = groups.map(group =>
		percentRow(
			group,
			coverOf(
				findings,
				professions.filter(profession => groupOf(profession) === group),
			),
		),
	);
	if (professions.length > 0) {
		rows.push(percentRow('All', coverOf(findings, professions)));
		rows.push(numbersRow('Present', 'persons', atEnds(findings, professions, 'present')));
		for (const community of entitiesOf(findings, 'community'))
			rows.push(numbersRow(`Of them: ${community.label}`, 'persons', atEnds(findings, [community], 'present')));
		rows.push(numbersRow('Needed', 'persons', atEnds(findings, professions, 'need')));
	}
	const title = 'Specialists of every community present, as a share of those needed, at the end of the half-year';
	return periodTable(findings, 'halves', {name: 'staff', title, rows}, 'group');
}

const groupOf = ({group, label}: Entity): string => group || label;

function coverOf(findings: Findings, professions: readonly Entity[]): number[] {
	const need = atEnds(findings, professions, 'need');
	return atEnds(findings, professions, 'present').map((present, i) => (need[i] > 0 ? present / need[i] : 1));
}

/** The professions' persons at the end of each half-year, together. */
const atEnds = ({track, halves}: Findings, professions: readonly Entity[], quantity: string): number[] =>
	halves.map(({to}: Period) => professions.reduce((sum, {id}) => sum + (track(id, quantity)?.values[to] ?? 0), 0));
