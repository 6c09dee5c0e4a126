/** The columns of the loss account: for every site, what each cause took from its output. */
import {lossCauses} from '../scenario/loss-causes.ts';
import type {Program} from '../scenario/program.ts';
import type {Column} from './series.ts';

export type LossColumn = Column & {
	readonly site: number;
	/** `damage`, `translators`, ..., or an input: `coking-coal`, `coking-coal-grade`. */
	readonly cause: string;
};

/** A column for every cause of every site, in the unit of its product a month. */
export function lossColumns(program: Program): LossColumn[] {
	const columns: LossColumn[] = [];
	let slot = 0;
	program.ids.sites.forEach((entity, site) => {
		const unit = program.entities.get(entity)?.unit ?? '1';
		for (const cause of lossCauses(program, site)) {
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
