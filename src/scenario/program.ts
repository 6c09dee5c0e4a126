/** What a scenario becomes once it is read: an economy ready to run, and everything needed to explain it. */
import type {Field} from '../economy/field.ts';
import type {Layout, Place, TableName} from '../economy/parameters.ts';
import type {Structure} from '../economy/structure.ts';
import type {Outcome} from './outcome.ts';

/** Kinds of entity that an outcome can name. */
export type Kind =
	| 'good'
	| 'industry'
	| 'site'
	| 'use'
	| 'profession'
	| 'community'
	| 'language'
	| 'course'
	| 'route'
	| 'export'
	| 'fund'
	| 'prospecting'
	| 'group'
	| 'whole';

export type Entity = {
	readonly id: string;
	readonly kind: Kind;
	readonly row: number;
	readonly label: string;
	readonly unit: string;
	/** The heading under which tables put it: of a profession, its group; '' for everything else. */
	readonly group: string;
};

/** A place in a scenario file. */
export type Spot = {readonly file: string; readonly line: number; readonly column: number};

/** One number of the scenario as it was written: the path by which it is known, and why it is what it is. */
export type Origin = {
	/** `routes.sakhalin.grades.coking-coal.share`. */
	readonly path: string;
	readonly field: Field;
	readonly place: Place;
	readonly row: number;
	/** The unit with the good's own put in: `t/month`. */
	readonly unit: string;
	/** Where it was set; undefined for a value that the scenario leaves to the field's default. */
	readonly spot: Spot | undefined;
	readonly sources: readonly string[];
	readonly reason: string | undefined;
	/** What it may be, in the field's unit: of one value, or of every month's. */
	readonly range: readonly [number, number] | undefined;
	/** Where dated values have ranges of their own, or a season multiplies the range: the values at the bottom and at the top, a month each. */
	readonly span?: Span | undefined;
	readonly fitted: boolean;
	readonly readings: readonly Reading[];
};
export type Span = {readonly low: Float64Array; readonly high: Float64Array};
export type Reading = {
	readonly id: string;
	readonly weight: number;
	readonly sources: readonly string[];
	readonly reason: string | undefined /** A value for each month, or one. */;
	readonly values: Float64Array;
};

export type Group = {
	readonly id: string;
	readonly label: string;
	readonly kind: 'good' | 'industry' | 'site' | 'profession';
	readonly members: readonly number[];
};
export type PlanTarget = {
	readonly id: string;
	readonly label: string;
	readonly outcome: Outcome;
	readonly target: number;
	readonly unit: string;
	readonly due: number;
	readonly sources: readonly string[];
	readonly reason: string | undefined;
};
export type ShockChange = {readonly path: string; readonly scale: number};
export type Shock = {readonly id: string; readonly label: string; readonly chance: number; readonly months: number; readonly change: readonly ShockChange[]};

export type Role = 'target' | 'holdout';
export type FactReading = {readonly id: string; readonly weight: number; readonly outcome: Outcome; readonly over: Outcome | undefined; readonly value: number};
export type Fact = {
	readonly id: string;
	readonly label: string;
	readonly role: Role;
	readonly unit: string;
	/** Relative error within which a result is a hit. */
	readonly error: number;
	readonly side: 'both' | 'at-least' | 'at-most';
	/** At least one; the heaviest first. */
	readonly readings: readonly FactReading[];
	readonly sources: readonly string[];
};

export type Source = {readonly id: string; readonly figure: string; readonly value: string; readonly cite: string};

export type Program = {
	readonly file: string;
	/** Every file that was read, the scenario's own first. */
	readonly files: readonly string[];
	readonly title: string;
	/** First month, counted from year 0: year × 12 + (month − 1). */
	readonly start: number;
	readonly structure: Structure;
	readonly layout: Layout;
	/** The parameters of the scenario as written; its length is layout.length. */
	readonly vector: Float64Array;
	/** The ids of every table's rows; of a link row, the path below its section: `musan-mine.recipes.coke.inputs.iron-ore`. */
	readonly ids: Readonly<Record<TableName, readonly string[]>>;
	readonly entities: ReadonlyMap<string, Entity>;
	readonly origins: ReadonlyMap<string, Origin>;
	readonly groups: readonly Group[];
	readonly plan: readonly PlanTarget[];
	readonly shocks: readonly Shock[];
	readonly facts: readonly Fact[];
	readonly sources: ReadonlyMap<string, Source>;
};
