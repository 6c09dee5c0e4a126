/** Quantities that are compared with outcomes: what an outcome names, and a number in the unit in which the run gives it. */

import {type Outcome, parseOutcome} from './outcome.ts';
import {didYouMean, type Problems, quote} from './problem.ts';
import type {Entity, Group} from './program.ts';
import {plainField, readQuantity, type Wanted} from './quantity.ts';
import {type Tree, textOf} from './tree.ts';
import {conversion, type KnownUnit, parseUnit, splitQuantity} from './units.ts';

export type World = {readonly entities: ReadonlyMap<string, Entity>; readonly groups: readonly Group[]; readonly problems: Problems};

/** Read an outcome whose entity the scenario has; undefined, and reported, if it cannot be read. */
export function readOutcome(tree: Tree | undefined, {entities, problems}: World): Outcome | undefined {
	const text = textOf(tree);
	if (!tree || text === undefined) return undefined;
	const outcome = parseOutcome(text);
	if (typeof outcome === 'string') problems.add(tree.spot, 'outcome', outcome.slice(0, 300));
	else if (entities.has(outcome.entity)) return outcome;
	else if (!problems.full)
		problems.add(
			tree.spot,
			'unknown-id',
			`the outcome ${quote(text)} names ${quote(outcome.entity)}, which the scenario does not have${didYouMean(outcome.entity, entities.keys())}`,
		);
	return undefined;
}

/** The units in which a run gives its results, beside those of goods. */
const runUnits = [
	...['1', '1/month', 'persons', 'persons/month', 'units', 'units/month', 'enterprises', 'yen', 'yen/month', 'rouble', 'rouble/month'],
	...['km', 'km/month', 'ports', 'wagons', 'locomotives', 't', 't/month', 'kWh', 'kWh/month', 'GJ', 'GJ/month', 't*km', 't*km/month', 'month'],
];

export type Measured = {readonly value: number; readonly unit: string};

/**
 * Read a quantity and convert it to the unit in which the run gives the outcome: that of the entity's good where it fits,
 * a month's where it is a flow. A bare number has no unit.
 */
export function readMeasured(tree: Tree | undefined, path: string, outcome: Outcome | undefined, {entities, groups, problems}: World): Measured | undefined {
	if (!tree) return undefined;
	const entity = outcome && entities.get(outcome.entity);
	const own = entity ? unitsOf(entity, entities, groups) : [];
	const written = tree.kind === 'scalar' && typeof tree.value === 'string' ? splitQuantity(tree.value)?.unit : undefined;
	const given = parseUnit(written || '1');
	const unit =
		'unknown' in given ? '1' : ([...own.flatMap(good => [good, `${good}/month`]), ...runUnits].find(candidate => fits(given, candidate)) ?? given.text);
	const wanted: Wanted = {path, field: plainField(unit, 'quantity', Number.NEGATIVE_INFINITY), unit, problems};
	const quantity = readQuantity(tree, wanted, undefined);
	return quantity && {value: quantity.value, unit};
}

function unitsOf(entity: Entity, entities: ReadonlyMap<string, Entity>, groups: readonly Group[]): readonly string[] {
	if (entity.kind !== 'group') return entity.unit === '' ? [] : [entity.unit];
	const group = groups[entity.row];
	const members = [...entities.values()].filter(({kind, row}) => kind === group?.kind && group.members.includes(row));
	return [...new Set(members.map(({unit}) => unit))];
}

function fits(given: KnownUnit, candidate: string): boolean {
	const unit = parseUnit(candidate);
	return !('unknown' in unit) && conversion(given, unit) !== undefined;
}
