/** Designs: how the members of a study are spread over the cube of its factors. */
import {latinHypercube, type Sample} from './latin-hypercube.ts';
import {quasiRandom} from './quasi-random.ts';

export const designs = ['latin-hypercube', 'sobol'] as const;
export type DesignName = (typeof designs)[number];

/** A design that can be sent to a worker. */
export type Design = {readonly kind: DesignName; readonly seed: string; readonly members: number};

/** The sample of a design over factors of these names. */
export const sampleOf = ({kind, seed, members}: Design, names: readonly string[]): Sample =>
	(kind === 'sobol' ? quasiRandom : latinHypercube)(seed, members, names);
