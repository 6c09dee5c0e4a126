/** Tables: what every report is made of before it is written in one format or another. */

/** Empty where there is nothing to say, as the slippage of a target that was never met. */
export type Cell = string | number | undefined;

export type TableColumn = {
	readonly name: string;
	/** Where all its numbers have one; where they do not, the table has a column of units. */
	readonly unit?: string;
};

/** Colours that every terminal with colours has. */
export const cellColours = ['red', 'blue', 'green', 'yellow', 'magenta', 'cyan'] as const;
export type CellColour = (typeof cellColours)[number];

export type Table = {
	readonly name: string;
	readonly title: string;
	readonly columns: readonly TableColumn[];
	readonly rows: readonly (readonly Cell[])[];
	/** Sentences below the table, for those who read it on a screen. */
	readonly notes?: readonly string[];
	/** Where colours help those who see them: the colour of what a cell says. */
	readonly colourOf?: (cell: Cell) => CellColour | undefined;
};
