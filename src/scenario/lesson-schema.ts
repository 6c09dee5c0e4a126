/** What may stand in a lesson's file. */
import {z} from 'zod';
import {lessonScreens, mostReliefs} from './lesson.ts';
import {anything, head, path, provenance, reference, text} from './schema-parts.ts';

const outcome = (meaning: string) => text(`${meaning}: entity.quantity@period:reduce`);
const positions = (meaning: string) => z.record(z.string(), anything('where it stands, in the unit of the lever', 'position')).describe(meaning);

const run = z.strictObject({
	title: text('how it is called beside its results'),
	'what-if': path.optional().describe('the what-if that is laid over the scenario'),
	levers: positions('by the id of a lever, where it stands').optional(),
});

const choice = z.strictObject({
	label: text('what the learner chooses'),
	run: reference('the run in which its outcome is taken; the baseline if not given').optional(),
	outcome: outcome('its own outcome, where it is not that of the question').optional(),
});

const predict = z.strictObject({
	id: reference('the prediction, by which its reveal names it'),
	question: text('what is asked'),
	outcome: outcome('what the run is asked for').optional(),
	run: reference('the run that answers').optional(),
	beside: reference('the run with which it is compared; the baseline if not given').optional(),
	alike: anything('within which share it counts as about the same; 1 % if not given', '%').optional(),
	bounds: z.array(anything('a change in per cent', '%')).min(1).max(6).optional().describe('asks how large the change is: the choices lie between these'),
	choices: z.record(z.string(), choice).optional().describe('asks which of several has most, by id'),
	find: z.enum(['greatest', 'least']).optional().describe('which of the choices is right; the greatest if not given'),
});

const move = z.strictObject({
	levers: positions('by the id of a lever, where the learner is to put it; the step waits until all are there'),
	fresh: z.boolean().optional().describe('begins with every lever where the scenario has it'),
	hint: text('what to do who does not find it').optional(),
});

const look = z.strictObject({
	screen: z.enum(lessonScreens).describe('the screen to turn to'),
	outcome: text('the outcome on the chart: entity.quantity').optional(),
	month: text('the month under the cursor').optional(),
});

const why = z.strictObject({
	by: z.enum(['losses', 'reliefs']).describe('losses: the share of each cause in what was lost; reliefs: what each of the lesson’s reliefs brings'),
	outcome: outcome('the outcome to explain; that of the prediction if not given').optional(),
	run: reference('the run; the baseline if not given').optional(),
});

const reveal = z.strictObject({
	of: reference('the prediction, which its run now judges'),
	show: z.array(outcome('an outcome shown beside')).max(8).optional().describe('more outcomes of the same runs'),
	why: z.array(why).max(2).optional().describe('the causes, a bar for each'),
});

const step = z.strictObject({
	title: text('over the step').optional(),
	text: text('to be read; figures stand in braces, as in {coal.made@1947:sum in more-coal over baseline}').optional(),
	source: provenance.source,
	predict: predict.optional().describe('asks for a prediction'),
	move: move.optional().describe('waits for levers to be moved'),
	look: look.optional().describe('turns to a screen'),
	reveal: reveal.optional().describe('shows what the run gave'),
});

/** A lesson. */
export const lessonSchema = z.strictObject({
	...head('lesson'),
	title: text('title'),
	scenario: path.describe('the scenario that it is about'),
	question: text('what is asked'),
	aim: text('what a learner can do afterwards, for the teacher').optional(),
	minutes: z.int().min(1).max(240).describe('how long it takes'),
	levers: z.array(reference('a lever')).max(50).describe('the levers that it unlocks'),
	reliefs: z
		.array(reference('a relief of the scenario'))
		.max(mostReliefs)
		.optional()
		.describe('the reliefs that its figures speak of: what relieving all of them brings is shared out among these'),
	runs: z.record(z.string(), run).optional().describe('runs that predictions and texts name, by id'),
	steps: z.array(step).min(1).max(60).describe('what the learner does, in order; beside text a step has at most one of predict, move, look and reveal'),
	debriefing: z.strictObject({title: text('over it').optional(), text: text('the mechanism, in words'), source: provenance.source}).describe('the last step'),
});
