/** What the readers of values share: what a value is read for, and what comes of it. */
import type {Problems} from './problem.ts';
import type {Origin, Span, Spot} from './program.ts';
import {type Citable, isGrounded, type Provenance} from './provenance.ts';
import type {Quantity, Wanted} from './quantity.ts';
import {child, entriesOf, type Mapping, type Tree} from './tree.ts';

/** What all values of a scenario share. */
export type Reader = {
	readonly problems: Problems;
	readonly citable: Citable;
	/** First month, counted from year 0, and the number of months, as the scenario is written. */
	readonly start: number;
	readonly months: number;
	/** The readings asked for, by id or as `path=id`. */
	readonly asked: ReadonlySet<string>;
	/** The readings there are, by both names. */
	readonly readings: Set<string>;
	/** The rules there are, still as text. */
	readonly rules: RuleText[];
};

/** A rule as written, and whether a value stands beside it. */
export type RuleText = {readonly path: string; readonly text: string; readonly written: boolean; readonly spot: Spot};

/** What one value is read for, and the provenance around it. */
export type Setting = Wanted & {readonly reader: Reader; readonly around: Provenance};

/** A value as read: for each month or one for the run, in the field's unit. */
export type Part = {
	readonly series: Float64Array;
	readonly provenance: Provenance;
	/** The one number it was made of, if it was one. */
	readonly single: Quantity | undefined;
	readonly span: Span | undefined;
	readonly fitted: boolean;
	readonly rule?: Origin['rule'];
};

/** Report keys that have no meaning in a mapping. */
export function checkKeys(tree: Tree, known: readonly string[], what: string, problems: Problems): void {
	for (const {key, spot} of entriesOf(tree)) if (!known.includes(key)) problems.unknown(spot, 'unknown-key', `${what} has no`, key, known);
}

/** Report a number for which nothing stands. The choice of a switch speaks for itself. */
export function requireGround(spot: Spot, provenance: Provenance, {path, field, problems}: Setting): void {
	if (!field.options && !isGrounded(provenance)) problems.add(spot, 'no-source', `${path} needs a source or a reason, beside it or on a mapping around it`);
}

/** The unit that a mapping gives to the bare numbers in it. */
export function unitIn(tree: Mapping): string | undefined {
	const unit = child(tree, 'unit');
	return unit?.kind === 'scalar' && unit.value !== null ? String(unit.value) : undefined;
}

/** Whether a mapping says that its number was moved by fitting. */
export function isFitted(tree: Mapping, {path, problems}: Setting): boolean {
	const status = child(tree, 'status');
	if (status && (status.kind !== 'scalar' || status.value !== 'fitted')) problems.add(status.spot, 'option', `the status of ${path} can only be fitted`);
	return status !== undefined;
}
