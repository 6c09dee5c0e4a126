/** Reading the steps of a lesson: what each asks for, and whether each prediction is answered. */
import {formatMonth, parseMonth} from './calendar.ts';
import {
	type Asked,
	baselineRun,
	type Choice,
	type Debriefing,
	type LessonScreen,
	type LessonStep,
	type LessonText,
	type LookStep,
	lessonScreens,
	type MoveStep,
	type PredictStep,
	type RevealStep,
	type Why,
} from './lesson.ts';
import {checkRelieved, checkRun, hasAccount, hasQuantity, type LessonReader, readLessonOutcome, readText} from './lesson-text.ts';
import {quote} from './problem.ts';
import type {Lever, Spot} from './program.ts';
import {citations} from './provenance.ts';
import {plainField, readQuantity} from './quantity.ts';
import {child, entriesOf, isMapping, itemsOf, type Mapping, type Tree, textOf} from './tree.ts';

const kinds = ['predict', 'move', 'look', 'reveal'] as const;

/** The predictions so far: those that wait for a reveal, those that had theirs, and those that could not be read. */
type Predictions = {readonly open: Map<string, PredictStep>; readonly closed: Set<string>; readonly unread: Set<string>};

/** Read all steps, the debriefing last; what is wrong with them is reported. */
export function readSteps(root: Mapping, reader: LessonReader): readonly LessonStep[] {
	const {problems} = reader.world;
	const asked: Predictions = {open: new Map(), closed: new Set(), unread: new Set()};
	const {open, closed} = asked;
	const steps: LessonStep[] = [];
	for (const item of itemsOf(child(root, 'steps'))) {
		const step = isMapping(item) ? readStep(item, asked, reader) : undefined;
		if (step?.kind === 'predict') {
			if (open.has(step.id) || closed.has(step.id)) problems.add(step.spot, 'duplicate', `the prediction ${quote(step.id)} is asked for twice`);
			open.set(step.id, step);
		}
		if (step) steps.push(step);
	}
	for (const {spot, id} of open.values()) problems.add(spot, 'step', `no reveal after it answers the prediction ${quote(id)}`);
	const last = child(root, 'debriefing');
	if (isMapping(last)) steps.push(readDebriefing(last, reader));
	return steps;
}

function readDebriefing(tree: Mapping, reader: LessonReader): Debriefing {
	const common = commonOf(tree, 'What it comes to', readText(child(tree, 'text'), reader), reader);
	if (common.sources.length === 0) reader.world.problems.add(tree.spot, 'no-source', 'the debriefing names the mechanism with its sources; give source:');
	return {kind: 'debriefing', ...common};
}

const titles = {text: 'Read', predict: 'Predict', move: 'Move', look: 'Look', reveal: 'What the run gave'} as const;

function readStep(tree: Mapping, asked: Predictions, reader: LessonReader): LessonStep | undefined {
	const {problems} = reader.world;
	const given = kinds.filter(kind => tree.entries.has(kind));
	if (given.length > 1) problems.add(tree.spot, 'step', `a step has one thing to do; this has ${given.join(' and ')}`);
	const [kind] = given;
	const own = kind && child(tree, kind);
	const wanted = new Set(kind === 'move' ? [...entriesOf(child(own, 'levers'))].map(({key}) => key) : []);
	const common = commonOf(tree, titles[kind ?? 'text'], readText(child(tree, 'text'), reader, wanted), reader);
	if (kind === undefined) {
		if (!tree.entries.has('text')) problems.add(tree.spot, 'missing', 'a step needs text, predict, move, look or reveal');
		return {kind: 'text', ...common};
	}
	if (!isMapping(own)) return undefined;
	if (kind === 'predict') return readPredict(own, common, asked, reader);
	if (kind === 'move') return readMove(own, common, wanted, reader);
	if (kind === 'look') return readLook(own, common, reader);
	return readReveal(own, common, asked, reader);
}

type Common = {readonly title: string; readonly text: LessonText; readonly sources: readonly string[]; readonly spot: Spot};

function commonOf(tree: Mapping, title: string, text: LessonText, {program, world}: LessonReader): Common {
	const cited = citations(child(tree, 'source'));
	for (const {id, tree: item} of cited)
		if (!program.sources.has(id)) world.problems.unknown(item.spot, 'unknown-source', 'the sources have no', id, program.sources.keys());
	return {title: textOf(child(tree, 'title')) ?? title, text, sources: cited.map(({id}) => id), spot: tree.spot};
}

function readPredict(tree: Mapping, common: Common, {unread}: Predictions, reader: LessonReader): PredictStep | undefined {
	const asked = readAsked(tree, reader);
	const [id, question] = [textOf(child(tree, 'id')), textOf(child(tree, 'question'))];
	if (!asked && id !== undefined) unread.add(id);
	return asked && id !== undefined && question !== undefined ? {kind: 'predict', ...common, id, question, asked} : undefined;
}

function readAsked(tree: Mapping, reader: LessonReader): Asked | undefined {
	const {problems} = reader.world;
	const [choices, bounds, alike] = ['choices', 'bounds', 'alike'].map(key => child(tree, key));
	if (choices && bounds) problems.add(tree.spot, 'step', 'a prediction asks for one of several, or how large a change is; this has choices and bounds');
	if (choices) return readWhich(tree, choices, reader);
	const outcome = readLessonOutcome(child(tree, 'outcome'), reader);
	const run = runOf(tree, 'run', reader);
	for (const key of ['outcome', 'run']) if (!child(tree, key)) problems.add(tree.spot, 'missing', `a prediction without choices needs ${key}`);
	const beside = child(tree, 'beside') ? runOf(tree, 'beside', reader) : baselineRun;
	if (!outcome || run === undefined || beside === undefined) return undefined;
	if (!bounds) return {how: 'sign', outcome, run, beside, alike: alike ? (shareOf(alike, reader) ?? 0.01) : 0.01};
	const shares = itemsOf(bounds).map(item => shareOf(item, reader) ?? Number.NaN);
	if (shares.some((share, i) => i > 0 && share <= shares[i - 1])) problems.add(bounds.spot, 'range', 'bounds go upwards, as in [-10 %, 0 %, 10 %]');
	return {how: 'size', outcome, run, beside, bounds: shares};
}

function readWhich(tree: Mapping, choices: Tree, reader: LessonReader): Asked | undefined {
	const shared = readLessonOutcome(child(tree, 'outcome'), reader);
	const read = [...entriesOf(choices)].flatMap(({key: id, value, spot}): Choice[] => {
		const own = child(value, 'outcome') ? readLessonOutcome(child(value, 'outcome'), reader) : shared;
		const run = child(value, 'run') ? runOf(value, 'run', reader) : baselineRun;
		if (!own && !child(value, 'outcome') && !child(tree, 'outcome'))
			reader.world.problems.add(spot, 'missing', `the choice ${id} needs an outcome, or the prediction one for all`);
		return own && run !== undefined ? [{id, label: textOf(child(value, 'label')) ?? id, run, outcome: own}] : [];
	});
	if ([...entriesOf(choices)].length < 2) reader.world.problems.add(choices.spot, 'step', 'a choice is one among two or more');
	return {how: 'which', find: textOf(child(tree, 'find')) === 'least' ? 'least' : 'greatest', choices: read};
}

function runOf(tree: Tree, key: string, reader: LessonReader): string | undefined {
	const at = child(tree, key);
	const run = textOf(at);
	return at && run !== undefined && checkRun(run, at.spot, reader) ? run : undefined;
}

function shareOf(tree: Tree, {world: {problems}}: LessonReader): number | undefined {
	const read = readQuantity(tree, {path: 'a change', field: plainField('%', 'change', Number.NEGATIVE_INFINITY), unit: '%', problems}, '%');
	return read && read.value / 100;
}

function readMove(tree: Mapping, common: Common, wanted: ReadonlySet<string>, reader: LessonReader): MoveStep {
	const levers = child(tree, 'levers');
	const positions = readPositions(levers, reader);
	for (const {key, spot} of entriesOf(levers)) {
		if (positions.has(key) && !reader.unlocked.has(key)) reader.world.problems.add(spot, 'step', `the lever ${key} is not among those that the lesson unlocks`);
	}
	if (wanted.size === 0) reader.world.problems.add(tree.spot, 'step', 'a step that asks for a move names at least one lever');
	const fresh = child(tree, 'fresh');
	const hint = child(tree, 'hint');
	return {kind: 'move', ...common, positions, fresh: fresh?.kind === 'scalar' && fresh.value === true, hint: hint && readText(hint, reader, wanted)};
}

/** Read where levers stand: numbers in the levers' own units, between their ends. */
export function readPositions(tree: Tree | undefined, {program, world: {problems}}: Pick<LessonReader, 'program' | 'world'>): ReadonlyMap<string, number> {
	const positions = new Map<string, number>();
	for (const {key, value, spot} of entriesOf(tree)) {
		const lever = program.levers.find(({id}) => id === key);
		if (!lever) {
			problems.unknown(
				spot,
				'unknown-id',
				'there is no lever',
				key,
				program.levers.map(({id}) => id),
			);
			continue;
		}
		const position = positionOf(value, lever, problems);
		if (position !== undefined) positions.set(key, position);
	}
	return positions;
}

function positionOf(tree: Tree, {id, min, max, unit}: Lever, problems: LessonReader['world']['problems']): number | undefined {
	const own = unit === 'times' ? '1' : unit;
	const path = `the position of the lever ${id}`;
	const value = readQuantity(tree, {path, field: plainField(own, 'position', Number.NEGATIVE_INFINITY), unit: own, problems}, own)?.value;
	if (value === undefined || (value >= min && value <= max)) return value;
	problems.add(tree.spot, 'bounds', `the lever ${id} goes from ${min} to ${max} ${unit}, found ${value}`);
	return undefined;
}

function readLook(tree: Mapping, common: Common, {program, world}: LessonReader): LookStep {
	const [outcomeAt, monthAt] = [child(tree, 'outcome'), child(tree, 'month')];
	const [text, monthText] = [textOf(outcomeAt), textOf(monthAt)];
	const screen: LessonScreen = lessonScreens.find(name => name === textOf(child(tree, 'screen'))) ?? 'overview';
	const [entity = '', quantity = '', more] = (text ?? '').split('.');
	if (outcomeAt && text !== undefined) {
		if (more !== undefined || quantity === '') world.problems.add(outcomeAt.spot, 'outcome', `write entity.quantity, as in coal.made; found ${quote(text)}`);
		else if (program.entities.has(entity)) hasQuantity({entity, quantity}, outcomeAt.spot, program, world);
		else world.problems.unknown(outcomeAt.spot, 'unknown-id', 'the scenario has no', entity, program.entities.keys());
	}
	const month = monthText === undefined ? undefined : parseMonth(monthText);
	const last = program.start + program.layout.months - 1;
	if (monthAt && monthText !== undefined && (month === undefined || month < program.start || month > last))
		world.problems.add(monthAt.spot, 'month', `the month of a look is one of ${formatMonth(program.start)} to ${formatMonth(last)}, found ${quote(monthText)}`);
	return {kind: 'look', ...common, screen, outcome: text, month};
}

function readReveal(tree: Mapping, common: Common, {open, closed, unread}: Predictions, reader: LessonReader): RevealStep | undefined {
	const {problems} = reader.world;
	const at = child(tree, 'of');
	const id = textOf(at);
	const show = itemsOf(child(tree, 'show')).flatMap(item => readLessonOutcome(item, reader) ?? []);
	if (!at || id === undefined || unread.has(id)) return undefined;
	const of = open.get(id);
	if (of) {
		open.delete(id);
		closed.add(id);
		const why = itemsOf(child(tree, 'why')).flatMap(item => readWhy(item, of, reader) ?? []);
		return {kind: 'reveal', ...common, of, show, why};
	}
	if (closed.has(id)) problems.add(at.spot, 'step', `the prediction ${quote(id)} was answered before`);
	else problems.unknown(at.spot, 'step', 'no step before this one asks for the prediction', id, open.keys());
	return undefined;
}

function readWhy(tree: Tree, {asked}: PredictStep, reader: LessonReader): Why | undefined {
	const [outcomeAt, runAt] = [child(tree, 'outcome'), child(tree, 'run')];
	const predicted = asked.how === 'which' ? undefined : asked.outcome;
	if (!outcomeAt && !predicted)
		reader.world.problems.add(tree.spot, 'missing', 'a prediction of one of several has no outcome of its own; name the one to explain');
	const outcome = outcomeAt ? readLessonOutcome(outcomeAt, reader) : predicted;
	const by = textOf(child(tree, 'by')) === 'reliefs' ? 'reliefs' : 'losses';
	const run = textOf(runAt) ?? baselineRun;
	const isRun = (by === 'reliefs' ? checkRelieved : checkRun)(run, runAt?.spot ?? tree.spot, reader);
	const isTold = by === 'reliefs' || !outcome || hasAccount(outcome, outcomeAt?.spot ?? tree.spot, reader);
	return isRun && isTold && outcome ? {by, outcome, run} : undefined;
}
