/** What is worked out behind the screen for what it shows: the band around the outcome, what each lever can do to it, and why it is what it is. */
import type {Crew} from '../study/crew.ts';
import {background, remembering} from './background.ts';
import {type Band, makeBand} from './band.ts';
import {type Effects, tryLevers} from './effects.ts';
import {chosenOutcome} from './outcomes.ts';
import type {Scene} from './scene.ts';
import {allOutcomes, askHowSure, attributeReliefs, explainedOutcome, type Reruns, type Sureness} from './why.ts';

export type Behind = {
	/** What has been found so far, for a scene. */
	readonly found: () => {
		readonly band: Band | undefined;
		readonly effects: Effects | undefined;
		readonly reruns: Reruns | undefined;
		readonly sureness: Sureness | undefined;
	};
	/** Work out what a scene asks for; what no scene asks for any more is dropped. */
	readonly follow: (scene: Scene) => void;
};

/** Combinations of causes are many runs, members are more of them: they begin later, in milliseconds. */
const pauses = {reruns: 400, sureness: 1200} as const;

/** `changed` is called when more is found. */
export function behindTheScreen(crew: () => Promise<Crew>, changed: () => void): Behind {
	const band = background(makeBand, crew, changed);
	const effects = background(tryLevers, crew, changed);
	const reruns = background(remembering(attributeReliefs), crew, changed, pauses.reruns);
	const sureness = background(remembering(askHowSure), crew, changed, pauses.sureness);
	return {
		found: () => ({band: band.found(), effects: effects.found(), reruns: reruns.found(), sureness: sureness.found()}),
		follow: ({bench, state}) => {
			const {program} = bench;
			const {entity, quantity, over} = chosenOutcome(program, state.outcome);
			const subject = {file: program.file};
			// In the order in which the screen moves them: those that share numbers overrule one another in it.
			const standing = bench.levers.flatMap(({id}) => (state.positions.has(id) ? [[id, state.positions.get(id) ?? 0] as const] : []));
			const levers = Object.fromEntries(standing);
			const watched = state.screen === 'overview';
			band.want(watched && state.banded ? {subject, levers, entity, quantity, months: program.layout.months} : undefined);
			const tried = bench.levers.map(({id, min, max}) => ({id, min, max}));
			effects.want(watched && state.showsEffects ? {subject, levers, tried, outcome: over.text} : undefined);
			const reliefs = program.reliefs.map(({id}) => id);
			const asked = state.screen === 'why' && reliefs.length > 0;
			reruns.want(asked ? {subject, levers, reliefs, outcomes: allOutcomes(program)} : undefined);
			sureness.want(asked && state.banded ? {subject, levers, reliefs, outcomes: [explainedOutcome(program, state).text]} : undefined);
		},
	};
}
