/**
 * Texts of a lesson, with figures in braces that are worked out from its runs: `{coal.made@1947:sum in more-coal over baseline}`,
 * `{lost to damage for coal.made@1947:sum}`, `{relief specialists alone for coal.made@1947:sum}`.
 */
import {baselineRun, type FigurePiece, type LessonText, ownRun, type TextPiece} from './lesson.ts';
import {lossCauses, sitesBehind} from './loss-causes.ts';
import {readOutcome, type World} from './measured.ts';
import type {Outcome} from './outcome.ts';
import {either, quote} from './problem.ts';
import type {Entity, Program, Spot} from './program.ts';
import {quantities, wholes} from './quantities.ts';
import {type Tree, textOf} from './tree.ts';

/** What the texts, outcomes and runs of a lesson are read against. */
export type LessonReader = {
	readonly program: Program;
	readonly world: World;
	/** The runs that can be named. */
	readonly runs: ReadonlySet<string>;
	/** The levers that the lesson unlocks. */
	readonly unlocked: ReadonlySet<string>;
	/** The reliefs that the lesson speaks of. */
	readonly reliefs: ReadonlySet<string>;
};

const braces = /\{([^{}]*)\}/g;
const shape = /^(?:(lever|to) ([a-z][a-z0-9-]*)|(\S+)(?: in ([a-z][a-z0-9-]*))?(?: (less|over) ([a-z][a-z0-9-]*))?)$/;

const lossShape = /^lost to ([a-z][a-z0-9-]*) for (\S+)(?: in ([a-z][a-z0-9-]*))?$/;
const reliefShape = /^(?:relief ([a-z][a-z0-9-]*)(?: (alone|last))?|all reliefs) for (\S+)(?: in ([a-z][a-z0-9-]*))?$/;

/** Read a text; figures that cannot be worked out are reported. `wanted` are the levers that the step moves. */
export function readText(tree: Tree | undefined, reader: LessonReader, wanted: ReadonlySet<string> = new Set()): LessonText {
	const text = textOf(tree);
	if (!tree || text === undefined) return [];
	const pieces: TextPiece[] = [];
	let end = 0;
	for (const match of text.matchAll(braces)) {
		pieces.push(text.slice(end, match.index));
		const piece = readPiece(match[1] ?? '', tree.spot, reader, wanted);
		if (piece) pieces.push(piece);
		end = match.index + match[0].length;
	}
	pieces.push(text.slice(end));
	const plain = text.replace(braces, '');
	if (/[{}]/.test(plain)) reader.world.problems.add(tree.spot, 'figure', 'a brace { or } stands alone; figures stand between two');
	return pieces.filter(piece => piece !== '');
}

function readPiece(text: string, spot: Spot, reader: LessonReader, wanted: ReadonlySet<string>): TextPiece | undefined {
	const {problems} = reader.world;
	const written = text.trim().replace(/\s+/g, ' ');
	const [loss, relief] = [lossShape.exec(written), reliefShape.exec(written)];
	if (loss) return readLossPiece(loss, spot, reader);
	if (relief) return readReliefPiece(relief, spot, reader);
	const match = shape.exec(written);
	if (!match) {
		problems.add(
			spot,
			'figure',
			`${quote(text)} asks for no figure; write an outcome, then perhaps "in" a run, then perhaps "less" or "over" a run; or "lost to" a cause or "relief" and its id, then "for" an outcome`,
		);
		return undefined;
	}
	const [, word, lever, name, run, how, other] = match;
	if (word !== undefined && lever !== undefined) return readLeverPiece(word === 'to' ? 'wanted' : 'rest', lever, spot, reader, wanted);
	const outcome = readLessonOutcome({kind: 'scalar', value: name ?? '', spot}, reader);
	for (const one of [run, other]) if (one !== undefined) checkRun(one, spot, reader);
	if (!outcome) return undefined;
	const beside: FigurePiece['beside'] = other === undefined ? undefined : {how: how === 'over' ? 'over' : 'less', run: other};
	return {kind: 'figure', outcome, run: run ?? baselineRun, beside, spot};
}

function readLeverPiece(of: 'rest' | 'wanted', lever: string, spot: Spot, {program, world}: LessonReader, wanted: ReadonlySet<string>): TextPiece | undefined {
	if (!program.levers.some(({id}) => id === lever)) {
		world.problems.unknown(
			spot,
			'unknown-id',
			'there is no lever',
			lever,
			program.levers.map(({id}) => id),
		);
		return undefined;
	}
	if (of === 'wanted' && !wanted.has(lever))
		world.problems.add(spot, 'figure', `{to ${lever}} is where the step wants the lever, but the step does not move it`);
	return {kind: 'lever', lever, of, spot};
}

function readLossPiece([, cause = '', name = '', run = baselineRun]: RegExpExecArray, spot: Spot, reader: LessonReader): TextPiece | undefined {
	const {program, world} = reader;
	const outcome = readLessonOutcome({kind: 'scalar', value: name, spot}, reader);
	if (!checkRun(run, spot, reader) || !outcome || !hasAccount(outcome, spot, reader)) return undefined;
	const sites = new Set(sitesBehind(program, outcome.entity));
	const causes = new Set(program.ids.sites.flatMap((id, site) => (sites.has(id) ? lossCauses(program, site) : [])));
	if (causes.has(cause)) return {kind: 'loss', cause, outcome, run, spot};
	world.problems.unknown(spot, 'unknown-id', `output behind ${outcome.entity} is lost to ${either([...causes])}, but to no`, cause, causes);
	return undefined;
}

function readReliefPiece([, relief, of, name = '', run = baselineRun]: RegExpExecArray, spot: Spot, reader: LessonReader): TextPiece | undefined {
	const outcome = readLessonOutcome({kind: 'scalar', value: name, spot}, reader);
	const known = relief === undefined || reader.reliefs.has(relief);
	if (!known) reader.world.problems.unknown(spot, 'unknown-id', 'the lesson lists under reliefs no', relief, reader.reliefs);
	if (!known || !checkRelieved(run, spot, reader) || !outcome) return undefined;
	return {kind: 'relief', relief, of: of === 'alone' || of === 'last' ? of : 'share', outcome, run, spot};
}

/** Report a run over which no relief can be laid: every one of them is run many times, which the learner's own is not. */
export function checkRelieved(run: string, spot: Spot, reader: LessonReader): boolean {
	if (reader.reliefs.size === 0) reader.world.problems.add(spot, 'figure', 'the lesson names no reliefs; list those that it speaks of under reliefs');
	else if (run === ownRun) reader.world.problems.add(spot, 'figure', `reliefs are laid over ${baselineRun} or a run of the lesson, not over ${ownRun}`);
	else return checkRun(run, spot, reader);
	return false;
}

/** Report an outcome behind which there are no sites whose losses could be told. */
export function hasAccount({entity}: Outcome, spot: Spot, {program, world}: LessonReader): boolean {
	if (sitesBehind(program, entity).length > 0) return true;
	world.problems.add(
		spot,
		'outcome',
		`${quote(entity)} makes nothing, so that nothing is lost; losses are told of a site, a good that is made, an industry or industry`,
	);
	return false;
}

/** Report the name of a run that the lesson does not have. */
export function checkRun(run: string, spot: Spot, {runs, world}: LessonReader): boolean {
	if (run === baselineRun || run === ownRun || runs.has(run)) return true;
	world.problems.unknown(spot, 'unknown-id', `a run is one of the lesson’s, ${baselineRun} or ${ownRun}; there is no`, run, [...runs, baselineRun, ownRun]);
	return false;
}

/** Read an outcome that every run of the lesson can give. */
export function readLessonOutcome(tree: Tree | undefined, {program, world}: LessonReader): Outcome | undefined {
	const outcome = readOutcome(tree, world);
	if (!tree || !outcome || !hasQuantity(outcome, tree.spot, program, world)) return undefined;
	const [from, to] = outcome.period ?? [program.start, program.start];
	if (from >= program.start && to < program.start + program.layout.months) return outcome;
	world.problems.add(tree.spot, 'month', `the months of ${quote(outcome.text)} lie outside the run`);
	return undefined;
}

/** Whether the entity has the quantity; reported if it has not. */
export function hasQuantity({entity, quantity}: Pick<Outcome, 'entity' | 'quantity'>, spot: Spot, program: Program, {problems}: World): boolean {
	const of = program.entities.get(entity);
	const names = of ? quantitiesOf(of, program).map(({name}) => name) : [];
	if (names.includes(quantity)) return true;
	problems.unknown(spot, 'outcome', `${entity} has ${names.length > 0 ? either(names) : 'no quantities'}, but no`, quantity, names);
	return false;
}

const quantitiesOf = ({id, kind, row}: Entity, {groups}: Program) => wholes[id] ?? quantities[kind === 'group' ? (groups[row]?.kind ?? kind) : kind] ?? [];
