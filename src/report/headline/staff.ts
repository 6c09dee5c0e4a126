import type {Entity} from '../../scenario/program.ts';
import {entitiesOf, type Material} from '../material.ts';
import type {Period} from '../period.ts';
import type {Table} from '../table.ts';
import {numbersRow, percentRow, periodTable} from './rows.ts';

/** How far the need of specialists was covered at the end of each half-year, by group of professions. */
export function staffTable(material: Material): Table {
	const professions = entitiesOf(material, 'profession');
	const groups = [...new Set(professions.map(groupOf))];
	const rows = groups.map(group =>
		percentRow(
			group,
			coverOf(
				material,
				professions.filter(profession => groupOf(profession) === group),
			),
		),
	);
	if (professions.length > 0) {
		rows.push(percentRow('All', coverOf(material, professions)));
		rows.push(numbersRow('Present', 'persons', atEnds(material, professions, 'present')));
		for (const community of entitiesOf(material, 'community'))
			rows.push(numbersRow(`Of them: ${community.label}`, 'persons', atEnds(material, [community], 'present')));
		rows.push(numbersRow('Needed', 'persons', atEnds(material, professions, 'need')));
	}
	const title = 'Specialists of every community present, as a share of those needed, at the end of the half-year';
	return periodTable(material, 'halves', {name: 'staff', title, rows}, 'group');
}

const groupOf = ({group, label}: Entity): string => group || label;

function coverOf(material: Material, professions: readonly Entity[]): number[] {
	const need = atEnds(material, professions, 'need');
	return atEnds(material, professions, 'present').map((present, i) => (need[i] > 0 ? present / need[i] : 1));
}

/** The professions' persons at the end of each half-year, together. */
const atEnds = ({track, halves}: Material, professions: readonly Entity[], quantity: string): number[] =>
	halves.map(({to}: Period) => professions.reduce((sum, {id}) => sum + (track(id, quantity)?.values[to] ?? 0), 0));
