/**
 * Who is connected with whom: the part of an economy that is not a number. Rows are known by index.
 *
 * A list of links is held as in a sparse matrix: those of row i stand from `start[i]` up to `start[i + 1]`.
 */
import type {RowCounts} from './parameters.ts';

/** No row: an optional link that is not there. */
export const NONE = -1;

/** The links of each row of one table to rows of another: of row i from `start[i]` up to `start[i + 1]`. */
export type Links = {readonly start: Int32Array; readonly to: Int32Array};

export type Structure = {
	readonly months: number;
	readonly rows: RowCounts;
	/** The good that is electricity, made and used in the same month; or NONE. */
	readonly electricity: number;
	/** Goods, those furthest upstream first. */
	readonly upstreamFirst: Int32Array;
	readonly goods: {
		/** The grade of the same that is unfit for the uses of this one, or NONE. */
		readonly unfit: Int32Array;
		/** 1 for goods printed in the index of listed goods. */
		readonly listed: Uint8Array;
	};
	readonly sites: {
		readonly industry: Int32Array;
		readonly product: Int32Array;
		/** Recipes in the order in which the site turns to them; rows of `recipes`. */
		readonly recipes: Links;
		/** Rows of `materials`. */
		readonly materials: Links;
	};
	/** The inputs of each recipe: rows of `inputs`. */
	readonly recipes: {readonly inputs: Links};
	readonly inputs: {readonly good: Int32Array};
	readonly materials: {readonly good: Int32Array};
	/** What serves each use, in order of preference: rows of `fuels`. */
	readonly uses: {readonly fuels: Links};
	readonly fuels: {readonly good: Int32Array};
	/** The professions each industry needs: rows of `staffing`. */
	readonly industries: {readonly staffing: Links};
	readonly staffing: {readonly profession: Int32Array};
	/** The language a profession translates, or NONE. */
	readonly professions: {readonly translates: Int32Array};
	/** The language through which a community speaks with the works, or NONE if it needs no translator. */
	readonly communities: {readonly language: Int32Array; readonly fund: Int32Array};
	readonly staff: {readonly profession: Int32Array; readonly community: Int32Array};
	readonly courses: {
		/** 1 where the course makes foremen of skilled workers, 0 where it makes skilled workers of unskilled. */
		readonly foremen: Uint8Array;
		readonly fund: Int32Array;
	};
	readonly routes: {
		/** Rows of `grades`. */
		readonly grades: Links;
	};
	readonly grades: {readonly good: Int32Array};
	readonly exports: {readonly good: Int32Array; readonly fund: Int32Array};
	readonly funds: {
		/** What the fund spends on, in order; of `purposes`. */
		readonly spends: Links;
	};
	/** Fuels of the locomotives, in order of preference: goods. */
	readonly rail: {readonly fuels: Int32Array; readonly fund: number};
	readonly prospecting: {readonly site: Int32Array};
};

/** What funds spend on. */
export const purposes = ['pay', 'management', 'training', 'restoration', 'railways'] as const;
