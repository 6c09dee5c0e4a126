/** What the loss account can speak of: the sites that an outcome is about, and the causes to which each can lose output. */
import {commonCauses, inputCauses} from '../economy/causes.ts';
import type {Program} from './program.ts';

/** The causes of a site in the order of the account, by name. */
export const lossCauses = ({structure, ids}: Pick<Program, 'structure' | 'ids'>, site: number): string[] => [
	...commonCauses,
	...inputCauses(structure, site).map(({good, grade}) => `${ids.goods[good]}${grade ? '-grade' : ''}`),
];

/** The sites that an entity is, has as members, or is made by; all of them for the industry as a whole. */
export function sitesBehind({entities, groups, ids, structure}: Program, name: string): readonly string[] {
	const entity = entities.get(name);
	const {product, industry} = structure.sites;
	const where = (holds: (site: number) => boolean): readonly string[] => ids.sites.filter((_, site) => holds(site));
	const behind = (kind: string | undefined, rows: readonly number[]): readonly string[] => {
		if (kind === 'site') return where(site => rows.includes(site));
		if (kind === 'good') return where(site => rows.includes(product[site]));
		return kind === 'industry' ? where(site => rows.includes(industry[site])) : [];
	};
	if (entity?.kind === 'group') {
		const group = groups.find(({id}) => id === name);
		return behind(group?.kind, group?.members ?? []);
	}
	if (entity?.kind === 'whole') return name === 'industry' ? ids.sites : [];
	return behind(entity?.kind, [entity?.row ?? 0]);
}
