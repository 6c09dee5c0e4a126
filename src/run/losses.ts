/** The columns of the loss account: for every site, what each cause took from its output. */
import {commonCauses, inputCauses} from '../economy/causes.ts';
import type {Program} from '../scenario/program.ts';
import type {Column} from './series.ts';

export type LossColumn = Column & {
	readonly site: number;
	/** `damage`, `translators`, ..., or an input: `coking-coal`, `coking-coal-grade`. */
	readonly cause: string;
};

/** The causes of a site in the order of the account, by name. */
export const causesOf = ({structure, ids}: Program, site: number): string[] => [
	...commonCauses,
	...inputCauses(structure, site).map(({good, grade}) => `${ids.goods[good]}${grade ? '-grade' : ''}`),
];

/** A column for every cause of every site, in the unit of its product a month. */
export function lossColumns(program: Program): LossColumn[] {
	const columns: LossColumn[] = [];
	let slot = 0;
	program.ids.sites.forEach((entity, site) => {
		const unit = program.entities.get(entity)?.unit ?? '1';
		for (const cause of causesOf(program, site)) {
			columns.push({
				entity,
				site,
				cause,
				quantity: `lost-to-${cause}`,
				unit: `${unit}/month`,
				kind: 'flow',
				meaning: `output lost to ${cause}`,
				field: ['losses', 'lost'],
				rows: [slot++],
			});
		}
	});
	return columns;
}
