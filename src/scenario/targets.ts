/** What a path of a what-if names: numbers, or the flows of an entity that is to be removed. */
import {matching, patternOf} from './paths.ts';
import {type Problems, quote} from './problem.ts';
import type {Operation, Origin, Spot} from './program.ts';

/** The flows of an entity, by table: what is put to nothing when it is removed. */
const flows: Readonly<Partial<Record<Origin['place']['table'], readonly string[]>>> = {
	goods: ['supplied'],
	sites: ['ordered'],
	uses: ['demand'],
	staff: ['requested'],
	courses: ['seats'],
	routes: ['contract'],
	exports: ['contract'],
	funds: ['promised', 'surplus', 'credit'],
	prospecting: ['allocation'],
};

type Origins = ReadonlyMap<string, Origin>;

/** The numbers that a path names; none, and reported, where there are none. */
export function targetsOf(path: string, operation: Operation, origins: Origins, spot: Spot, problems: Problems): readonly Origin[] {
	const targets = operation === 'remove' ? flowsOf(path, origins) : matching(origins, path);
	if (targets.length > 0 || problems.full) return targets;
	const entities = new Set([...origins.keys()].map(name => name.slice(0, name.lastIndexOf('.'))));
	if (operation === 'remove' && (entities.has(path) || origins.has(path)))
		problems.add(spot, 'type', `${path} has no flows that could be removed; those of ${Object.keys(flows).join(', ')} can be, or set its values`);
	else if (operation !== 'remove' && entities.has(path)) problems.add(spot, 'unknown-path', `${path} is not a value; name one of its values, or remove it`);
	else if (path.includes('*')) problems.add(spot, 'unknown-path', `no value of the scenario has a path such as ${quote(path)}`);
	else
		problems.unknown(
			spot,
			'unknown-path',
			`the scenario has no ${operation === 'remove' ? 'entity' : 'value'}`,
			path,
			operation === 'remove' ? entities : origins.keys(),
		);
	return [];
}

/** A community’s flows are those of its people in every profession. */
function flowsOf(path: string, origins: Origins): readonly Origin[] {
	const community = /^communities\.([^.]+)$/.exec(path)?.[1];
	const below = patternOf(community === undefined ? path : `professions.*.staff.${community}`, true);
	if (!below) return [];
	return [...origins.values()].filter(({path: own, place}) => flows[place.table]?.includes(place.name) && below.test(own));
}
