/** What a scenario becomes once it is read: an economy ready to run, and everything needed to explain it. */
import type {Field} from '../economy/field.ts';
import type {Layout, Place, TableName} from '../economy/parameters.ts';
import type {Structure} from '../economy/structure.ts';
import type {Expression} from './expressions.ts';
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
	/** The rule that sets it, and whether a value stands beside it for the rule to read. Without one its slots hold no number. */
	readonly rule?: {readonly text: string; readonly written: boolean} | undefined;
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

export type Operation = 'set' | 'scale' | 'add' | 'remove';

/** One change of a what-if, down to the numbers of the parameter vector that it moves. */
export type Change = {
	/** As written, `*` standing for one name: `professions.*.staff.soviet.granted`. */
	readonly path: string;
	readonly operation: Operation;
	/** What is set, by what is scaled, what is added, as written. */
	readonly text: string;
	/** First and last month, counted from year 0; undefined where it holds from the first, and to the last. */
	readonly from: number | undefined;
	readonly until: number | undefined;
	readonly spot: Spot;
	readonly sources: readonly string[];
	readonly reason: string | undefined;
	/** The paths that it matches. */
	readonly paths: readonly string[];
	/** The slots of the vector that it moves, and by what: the value, the factor or the amount for each. */
	readonly slots: Int32Array;
	readonly amounts: Float64Array;
};

export type Sign = '+' | '-' | '0';
/** How an outcome should compare with the parent's. */
export type Expectation = {readonly outcome: Outcome; readonly sign: Sign; readonly spot: Spot};

/** A what-if laid over a scenario. */
export type Overlay = {
	readonly file: string;
	readonly title: string;
	readonly question: string | undefined;
	readonly kind: 'action' | 'assumption' | undefined;
	/** The point of divergence, counted from year 0; undefined where it holds from the first month. */
	readonly from: number | undefined;
	readonly sources: readonly string[];
	readonly reason: string | undefined;
	readonly changes: readonly Change[];
	readonly expect: readonly Expectation[];
	/** Outcomes worth showing. */
	readonly lookAt: readonly Outcome[];
	/** Why the expected sign is not the one that comes to mind. */
	readonly exception: string | undefined;
};

/** A cause of shortfall that can be relieved in the whole economy, and what is changed when it is. No two reliefs change the same slots. */
export type Relief = {
	readonly id: string;
	readonly label: string;
	/** Whether somebody could have decided it, or the world would have had to be otherwise. */
	readonly kind: 'action' | 'assumption';
	/** Laid over a vector of the program's with `applyChange`, after its what-ifs. */
	readonly changes: readonly Change[];
	readonly sources: readonly string[];
	readonly reason: string | undefined;
	readonly spot: Spot;
};

/** One more unit of something, to find out what it would have been worth. */
export type Extra = {
	readonly id: string;
	/** `a tonne of coking coal`. */
	readonly label: string;
	/** The dated number to which it is added. */
	readonly path: string;
	/** In one month only, as a tonne that is used up; or from a month to the end, as a locomotive. */
	readonly lasts: 'month' | 'rest';
	/** In the unit of the number, and as written: `1 t/month`. */
	readonly amount: number;
	readonly text: string;
	/** The slot of each month. */
	readonly slots: Int32Array;
	readonly sources: readonly string[];
	readonly reason: string | undefined;
	readonly spot: Spot;
};

/** A value that the economy sets itself each month, from what it was at the end of the month before. */
export type Rule = {
	readonly path: string;
	readonly text: string;
	readonly expression: Expression;
	readonly origin: Origin;
	/** Whether a value stands beside it. Where none does, a value set in its place takes the place of the rule. */
	readonly written: boolean;
	readonly spot: Spot;
};

/** What a reader may move: numbers of the scenario, by a value in their place or by a factor on them. */
export type Lever = {
	readonly id: string;
	readonly path: string;
	readonly label: string;
	readonly group: string;
	readonly kind: 'action' | 'assumption';
	readonly operation: 'set' | 'scale';
	readonly min: number;
	readonly max: number;
	readonly step: number;
	/** Of min, max and step, as written; `times` for a factor. */
	readonly unit: string;
	/** By what they are multiplied to be in the unit of the number. */
	readonly factor: number;
	/** First month that it moves, counted from year 0. */
	readonly from: number;
	readonly spot: Spot;
	/** The numbers that it moves, their slots, and what is written in them. */
	readonly paths: readonly string[];
	readonly slots: Int32Array;
	readonly written: Float64Array;
};

export type Program = {
	/** The file that was asked for: a scenario's, or a what-if's. */
	readonly file: string;
	/** Every file that was read, the scenario's own first. */
	readonly files: readonly string[];
	readonly title: string;
	/** First month, counted from year 0: year × 12 + (month − 1). */
	readonly start: number;
	readonly structure: Structure;
	readonly layout: Layout;
	/** The parameters of the scenario as written, with its what-ifs laid over; its length is layout.length. */
	readonly vector: Float64Array;
	/** The parameters without the what-ifs; `vector` itself where there are none. */
	readonly parentVector: Float64Array;
	/** What was laid over the scenario, in order. */
	readonly overlays: readonly Overlay[];
	/** The ids of every table's rows; of a link row, the path below its section: `musan-mine.recipes.coke.inputs.iron-ore`. */
	readonly ids: Readonly<Record<TableName, readonly string[]>>;
	readonly entities: ReadonlyMap<string, Entity>;
	readonly origins: ReadonlyMap<string, Origin>;
	readonly groups: readonly Group[];
	readonly plan: readonly PlanTarget[];
	readonly shocks: readonly Shock[];
	readonly facts: readonly Fact[];
	readonly levers: readonly Lever[];
	readonly reliefs: readonly Relief[];
	readonly extras: readonly Extra[];
	readonly rules: readonly Rule[];
	readonly sources: ReadonlyMap<string, Source>;
};
