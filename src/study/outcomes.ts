/** Which outcomes a comparison looks at, and how an outcome is completed that was written in part. */
import {columnFor} from '../run/columns.ts';
import {type Outcome, parseOutcome, type Reduction} from '../scenario/outcome.ts';
import type {Program} from '../scenario/program.ts';
import type {Nature} from '../scenario/quantities.ts';

/** How all outcomes are to be reduced, and over which months, whatever they say themselves. */
export type Reading = {readonly by?: Reduction | undefined; readonly period?: string | undefined};

/** What has passed is summed, what there is is taken at the end, the rest averaged. */
const usual: Readonly<Record<Nature, Reduction>> = {flow: 'sum', stock: 'final', share: 'mean', index: 'mean'};

/** Read `entity.quantity`, with or without a period and a reduction, or say in a sentence what is wrong. Throws ColumnError. */
export function completed(program: Program, text: string, {by, period}: Reading = {}): Outcome | string {
	const [, name = text, ownPeriod, ownReduction] = /^([^@:]+)(?:@([^:]*))?(?::(.*))?$/.exec(text) ?? [];
	const [entity = '', quantity = ''] = name.split('.');
	const probe = parseOutcome(`${name}:sum`);
	if (typeof probe === 'string') return parseOutcome(text);
	const reduction = by ?? ownReduction ?? usual[columnFor(program, entity, quantity).kind];
	const months = period ?? ownPeriod;
	return parseOutcome(`${name}${months === undefined ? '' : `@${months}`}:${reduction}`);
}

/** What every comparison shows: the index, the enterprises started, and what was made of the goods that the scenario lists. */
export function headlineOutcomes(program: Program): readonly string[] {
	const {listed} = program.structure.goods;
	const goods = [...program.entities.values()].filter(({kind, row}) => kind === 'good' && listed[row] === 1);
	return ['industry.index', 'enterprises.started', ...goods.map(({id}) => `${id}.made`)];
}

/** The outcomes that the what-ifs of these programs were written for. */
export const askedOutcomes = (programs: readonly Program[]): readonly string[] => [
	...new Set(
		programs.flatMap(({overlays}) => overlays.flatMap(({expect, lookAt}) => [...expect.map(({outcome}) => outcome.text), ...lookAt.map(({text}) => text)])),
	),
];
