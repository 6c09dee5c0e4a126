/** Names to columns: which rows of the state an entity's quantity is read from. */
import {distance} from 'fastest-levenshtein';
import {NONE, type Structure} from '../economy/structure.ts';
import type {Outcome} from '../scenario/outcome.ts';
import type {Entity, Group, Program} from '../scenario/program.ts';
import {type Quantity, quantities, wholes} from '../scenario/quantities.ts';
import type {Column} from './series.ts';

/** An outcome that names no entity or quantity of the scenario. Its message says which, and the nearest name. */
export class ColumnError extends Error {
	override name = 'ColumnError';
}

/**
 * The column of an entity's quantity; of a group, the sum over its members (of a share, the ratio of their sums).
 * Throws ColumnError for a name that the scenario does not have.
 */
export function columnFor(program: Program, entity: string, quantity: string): Column {
	const whole = wholes[entity];
	if (whole) return column(entity, '1', [0], pick(whole, entity, quantity), program.structure);
	const known = program.entities.get(entity);
	if (!known) throw new ColumnError(`there is no "${entity}" in the scenario${nearest(entity, [...program.entities.keys(), ...Object.keys(wholes)])}`);
	if (known.kind === 'group') return groupColumn(program, known, quantity);
	return column(entity, known.unit, [known.row], pick(quantities[known.kind] ?? [], entity, quantity), program.structure);
}

function groupColumn(program: Program, {id, row}: Entity, quantity: string): Column {
	const group = program.groups[row];
	const found = pick(quantities[group.kind] ?? [], id, quantity);
	if (found.nature === 'share' && !found.over && group.members.length > 1) {
		throw new ColumnError(`"${quantity}" of the group "${id}" cannot be summed; name one of its members, or a ratio such as utilization or staffing`);
	}
	return column(id, unitOf(program, group), group.members, found, program.structure);
}

/** The unit that a group's members share; "mixed" where they do not. */
function unitOf(program: Program, group: Group): string {
	const units = new Set([...program.entities.values()].filter(e => e.kind === group.kind && group.members.includes(e.row)).map(e => e.unit));
	return units.size === 1 ? [...units][0] : 'mixed';
}

/** The columns that outcomes are read from, each once. Throws ColumnError. */
export const columnsFor = (program: Program, outcomes: readonly Pick<Outcome, 'entity' | 'quantity'>[]): Column[] =>
	distinct(outcomes.map(({entity, quantity}) => columnFor(program, entity, quantity)));

/** Columns of different names, the first of each. */
export function distinct(columns: readonly Column[]): Column[] {
	const byName = new Map<string, Column>();
	for (const column of columns) {
		const name = `${column.entity}.${column.quantity}`;
		if (!byName.has(name)) byName.set(name, column);
	}
	return [...byName.values()];
}

/** Every column of every entity that is not a group. */
export function allColumns(program: Program): Column[] {
	const columns: Column[] = [];
	for (const [entity, list] of Object.entries(wholes)) for (const quantity of list) columns.push(column(entity, '1', [0], quantity, program.structure));
	for (const {id, kind, row, unit} of program.entities.values()) {
		for (const quantity of quantities[kind] ?? []) columns.push(column(id, unit, [row], quantity, program.structure));
	}
	return columns;
}

function column(
	entity: string,
	unit: string,
	rows: readonly number[],
	{name, nature, meaning, field, over, unit: shape}: Quantity,
	structure: Structure,
): Column {
	const read = rowsOf(field, rows, structure);
	return {entity, quantity: name, unit: shape.replace(/<\w+>/, unit), kind: nature, meaning, field, rows: read, over};
}

/** The rows of the field that belong to rows of the entity's own table. */
function rowsOf([part, name]: Quantity['field'], rows: readonly number[], structure: Structure): readonly number[] {
	if (part === 'routes' && name === 'graded') return rows.flatMap(row => fitGrades(structure, row));
	if (part === 'specialists' && name === 'present')
		return Array.from(structure.staff.community.keys()).filter(i => rows.includes(structure.staff.community[i]));
	return rows;
}

/** The grades of a route that are not the unfit grade of another good. */
function fitGrades({routes, grades, goods}: Structure, route: number): number[] {
	const {start, to} = routes.grades;
	const unfit = new Set(goods.unfit.filter(good => good !== NONE));
	return Array.from(to.subarray(start[route], start[route + 1])).filter(row => !unfit.has(grades.good[row]));
}

function pick(list: readonly Quantity[], entity: string, quantity: string): Quantity {
	const found = list.find(({name}) => name === quantity);
	if (found) return found;
	const names = list.map(({name}) => name);
	throw new ColumnError(`"${entity}" has no quantity "${quantity}"${nearest(quantity, names)}; it has ${names.join(', ') || 'none'}`);
}

function nearest(name: string, known: readonly string[]): string {
	const best = known.map(other => [distance(name, other), other] as const).sort((a, b) => a[0] - b[0])[0];
	return best && best[0] <= Math.max(2, name.length / 3) ? ` (did you mean "${best[1]}"?)` : '';
}
