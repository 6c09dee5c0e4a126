/** The plan's targets, and the shocks that chance may bring. */
import {formatMonth, parseMonth} from './calendar.ts';
import {labelOf} from './entities.ts';
import {readMeasured, readOutcome, type World} from './measured.ts';
import {either, quote} from './problem.ts';
import type {Origin, PlanTarget, Shock, ShockChange} from './program.ts';
import {isGrounded} from './provenance.ts';
import {isAllowed, plainField, readQuantity} from './quantity.ts';
import type {Item, Sections} from './sections.ts';
import type {Reader} from './setting.ts';
import {child, entriesOf, type Tree, textOf} from './tree.ts';

/** Read the targets of the plan; all that is wrong with them is reported. */
export function readPlan(sections: Sections, world: World, reader: Reader): readonly PlanTarget[] {
	const targets: PlanTarget[] = [];
	for (const item of sections.items.plan.values()) {
		const outcome = readOutcome(child(item.tree, 'outcome'), world);
		const target = readMeasured(child(item.tree, 'target'), `${item.path}.target`, outcome, world);
		const due = readDue(child(item.tree, 'due'), item, reader);
		requireGround(item, reader);
		const {sources, reason} = item.provenance;
		if (outcome && target && due !== undefined)
			targets.push({id: item.id, label: labelOf(item), outcome, target: target.value, unit: target.unit, due, sources, reason});
	}
	return targets;
}

function requireGround({path, spot, provenance}: Item, {problems}: Reader): void {
	if (!isGrounded(provenance)) problems.add(spot, 'no-source', `${path} needs a source or a reason`);
}

function readDue(tree: Tree | undefined, {path}: Item, {start, months, problems}: Reader): number | undefined {
	const text = textOf(tree);
	if (!tree || text === undefined) return undefined;
	const month = parseMonth(text);
	const last = start + months - 1;
	if (month === undefined) problems.add(tree.spot, 'month', `${path}.due must be a month such as ${formatMonth(start)}, found ${quote(text)}`);
	else if (month >= start && month <= last) return month;
	else problems.add(tree.spot, 'month', `${path}.due is outside the run, which goes from ${formatMonth(start)} to ${formatMonth(last)}`);
	return undefined;
}

/** Read the shocks; a change must name a dated value by its path. */
export function readShocks(sections: Sections, origins: ReadonlyMap<string, Origin>, reader: Reader): readonly Shock[] {
	const shocks: Shock[] = [];
	for (const item of sections.items.shocks.values()) {
		requireGround(item, reader);
		const chance = readNumber(item, 'chance', '1/month', 1, reader);
		const months = readNumber(item, 'months', 'month', 1200, reader);
		const change: ShockChange[] = [];
		for (const {key, spot, value} of entriesOf(child(item.tree, 'change'))) {
			const scale = child(value, 'scale');
			const read = scale && readScale(scale, `${item.path}.change.${key}.scale`, reader);
			if (isDated(key, origins, spot, reader) && read !== undefined) change.push({path: key, scale: read});
		}
		if (chance !== undefined && months !== undefined) shocks.push({id: item.id, label: labelOf(item), chance, months, change});
	}
	return shocks;
}

function isDated(path: string, origins: ReadonlyMap<string, Origin>, spot: Tree['spot'], {problems}: Reader): boolean {
	const origin = origins.get(path);
	if (!origin) problems.unknown(spot, 'unknown-path', 'the scenario has no value', path, origins.keys());
	else if (origin.field.when !== 'monthly') problems.add(spot, 'not-dated', `${path} is one number for the whole run; a shock changes dated values`);
	else if (origin.field.options) problems.add(spot, 'type', `${path} is ${either(origin.field.options)}; a shock scales numbers`);
	else if (origin.rule && !origin.rule.written) problems.add(spot, 'type', `${path} is given by a rule; a shock scales what is written`);
	else return true;
	return false;
}

function readNumber({tree, path}: Item, name: string, unit: string, max: number, {problems}: Reader): number | undefined {
	const value = child(tree, name);
	if (!value) return undefined;
	const months = unit === 'month';
	const field = {...plainField(unit, name, months ? 1 : 0, max), ...(months && {whole: true as const})};
	const wanted = {path: `${path}.${name}`, field, unit, problems};
	const read = readQuantity(value, wanted, months ? 'month' : undefined);
	return read && isAllowed(read.value, read.spot, wanted) ? read.value : undefined;
}

function readScale(tree: Tree, path: string, {problems}: Reader): number | undefined {
	const wanted = {path, field: plainField('1', 'scale'), unit: '1', problems};
	const read = readQuantity(tree, wanted, undefined);
	return read && isAllowed(read.value, read.spot, wanted) ? read.value : undefined;
}
