/** What is worked out behind the screen for what it shows: the band around the outcome, and what each lever can do to it. */
import type {Crew} from '../study/crew.ts';
import {background} from './background.ts';
import {type Band, makeBand} from './band.ts';
import {type Effects, tryLevers} from './effects.ts';
import {chosenOutcome} from './outcomes.ts';
import type {Scene} from './scene.ts';

export type Behind = {
	/** What has been found so far, for a scene. */
	readonly found: () => {readonly band: Band | undefined; readonly effects: Effects | undefined};
	/** Work out what a scene asks for; what no scene asks for any more is dropped. */
	readonly follow: (scene: Scene) => void;
};

/** `changed` is called when more is found. */
export function behindTheScreen(crew: () => Promise<Crew>, changed: () => void): Behind {
	const band = background(makeBand, crew, changed);
	const effects = background(tryLevers, crew, changed);
	return {
		found: () => ({band: band.found(), effects: effects.found()}),
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
		},
	};
}
