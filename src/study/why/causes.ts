/**
 * Causes: what keeps one run from being another. A relief lifts a shortage in the whole economy, as the scenario describes it;
 * between two scenarios the causes are what differs, each taken over from the other.
 */
import {applyChange} from '../../scenario/change.ts';
import {slotsOf} from '../../scenario/knobs.ts';
import {patternOf} from '../../scenario/paths.ts';
import {nearest} from '../../scenario/problem.ts';
import type {Origin, Overlay, Program} from '../../scenario/program.ts';
import {FactorError} from '../factors.ts';
import {programOf, type Subject} from '../subject.ts';

export type Cause = {
	/** A relief's id, or the paths that differ. */
	readonly id: string;
	readonly label: string;
	/** Whether somebody could have decided it; undefined where nobody said. */
	readonly kind: 'action' | 'assumption' | undefined;
	/** Take the cause away in a vector of the program's; `other` is the same member of the scenario it is compared with. */
	readonly relieve: (vector: Float64Array, other: Float64Array) => void;
};

/** Which causes a study looks into: reliefs by their ids, or what differs from another scenario. It can be sent to a worker. */
export type CauseChoice = {readonly reliefs: readonly string[]} | {readonly toward: Subject};

/** The causes that were chosen. Throws FactorError for a relief that the scenario has not, and for scenarios that cannot be compared. */
export const causesOf = (program: Program, choice: CauseChoice): readonly Cause[] =>
	'reliefs' in choice ? choice.reliefs.map(id => reliefCause(program, id)) : differences(program, programOf(choice.toward));

function reliefCause({reliefs}: Program, id: string): Cause {
	const relief = reliefs.find(one => one.id === id);
	if (relief) return {...relief, relieve: vector => relief.changes.forEach(change => applyChange(vector, change))};
	const ids = reliefs.map(one => one.id);
	const near = nearest(id, ids);
	if (ids.length === 0) throw new FactorError('the scenario names no reliefs; write a section "reliefs", or compare with another scenario (--against)');
	throw new FactorError(`the scenario has no relief "${id}"${near ? `; did you mean "${near}"?` : ''} (it has ${ids.join(', ')})`);
}

/** More numbers that differ outside what-ifs than these are taken together, entity by entity. */
const mostAlone = 24;

type Bundle = {readonly names: Set<string>; readonly paths: Set<string>; kind: Cause['kind']};

/**
 * What differs between two scenarios of one economy: each what-if or change of one that either has and the other has not, and each
 * other number by itself. What moves the same number is one cause. Throws FactorError for two economies, and for rules that differ.
 */
function differences(here: Program, there: Program): readonly Cause[] {
	refuseStrangers(here, there);
	const differing = new Map([...here.origins].filter(([, origin]) => differs(here, there, origin)));
	const bundles: Bundle[] = [];
	for (const move of movesBetween(here, there)) bundle(bundles, move, differing);
	const bundled = new Set(bundles.flatMap(({paths}) => [...paths]));
	const left = [...differing.keys()].filter(path => !bundled.has(path));
	const nameOf = (path: string): string => (left.length > mostAlone ? path.split('.').slice(0, 2).join('.') : path);
	for (const name of new Set(left.map(nameOf)))
		bundles.push({names: new Set([name]), paths: new Set(left.filter(path => nameOf(path) === name)), kind: undefined});
	return bundles.map(one => differenceCause(here, one));
}

type Move = {readonly name: string; readonly paths: readonly string[]; readonly kind: Cause['kind']};

/** What the what-ifs of either do: each what-if as a whole where one scenario has several more than the other, else each change by itself. */
function movesBetween(here: Program, there: Program): readonly Move[] {
	const own = (of: Program, other: Program): readonly Overlay[] => of.overlays.filter(({file}) => !other.overlays.some(known => known.file === file));
	const [mine, others] = [own(here, there), own(there, here)];
	const isStack = Math.min(mine.length, others.length) === 0 && mine.length + others.length > 1;
	if (isStack) return [...mine, ...others].map(({title, kind, changes}) => ({name: title, paths: changes.flatMap(({paths}) => paths), kind}));
	return [...mine, ...others].flatMap(({kind, changes}) => changes.map(({path, paths}) => ({name: path, paths, kind})));
}

/** Put a move into the bundle that has some of its numbers, or into one of its own. */
function bundle(bundles: Bundle[], {name, paths, kind}: Move, differing: ReadonlyMap<string, Origin>): void {
	const moved = paths.filter(one => differing.has(one));
	if (moved.length === 0) return;
	const touched = bundles.filter(one => moved.some(each => one.paths.has(each)));
	const kinds = new Set([...touched.map(one => one.kind), kind]);
	const joined: Bundle = {
		names: new Set([...touched.flatMap(({names}) => [...names]), name]),
		paths: new Set([...touched.flatMap(one => [...one.paths]), ...moved]),
		kind: kinds.size === 1 ? kind : undefined,
	};
	const [at = bundles.length] = touched.map(one => bundles.indexOf(one));
	bundles[at] = joined;
	for (const other of touched.slice(1)) bundles.splice(bundles.indexOf(other), 1);
}

function differenceCause({layout, levers, origins}: Program, {names, paths, kind}: Bundle): Cause {
	const slots = Int32Array.from([...paths].flatMap(path => [...slotsOf(layout, origins.get(path) as Origin)]));
	const covered = (name: string): boolean => [...names].some(other => other !== name && other.includes('*') && patternOf(other)?.test(name));
	const id = [...names].filter(name => !covered(name)).join(' + ');
	const label = levers.find(lever => lever.path === id)?.label ?? id;
	const relieve = (vector: Float64Array, other: Float64Array): void => {
		for (const slot of slots) vector[slot] = other[slot];
	};
	return {id, label, kind, relieve};
}

function differs(here: Program, there: Program, origin: Origin): boolean {
	return slotsOf(here.layout, origin).some(slot => !Object.is(here.vector[slot], there.vector[slot]));
}

function refuseStrangers(here: Program, there: Program): void {
	if (here.start !== there.start || here.layout.months !== there.layout.months)
		throw new FactorError('the two scenarios do not cover the same months, so no number of one can be taken over by the other');
	const apart = [...here.origins.keys()].find(path => !there.origins.has(path)) ?? [...there.origins.keys()].find(path => !here.origins.has(path));
	if (apart !== undefined || here.layout.length !== there.layout.length)
		throw new FactorError(`the two scenarios are not of one economy: only one of them has ${apart ?? 'some of its rows'}`);
	const ruled = here.rules.find(({path, text}) => !there.rules.some(other => other.path === path && other.text === text)) ?? there.rules[here.rules.length];
	if (ruled) throw new FactorError(`the two scenarios have another rule for ${ruled.path}; a rule cannot be taken over in part`);
}
