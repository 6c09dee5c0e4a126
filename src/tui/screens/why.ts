/** The screen of why: what became of rated capacity behind the chosen outcome, what each cause contributes to that, and how sure it is. */
import type {Table} from '../../report/table.ts';
import type {Sentence} from '../../report/why/prose.ts';
import {sentencesOf} from '../../report/why/sentences.ts';
import {accountMonthsTables, accountTables, attributionTables, bindingTables, interactionTables, otherwiseTables} from '../../report/why/tables.ts';
import {beside, fitTo, type Line, titled, wrap} from '../drawing/lines.ts';
import {chosenOutcome} from '../outcomes.ts';
import type {Scene, Screen, Size} from '../scene.ts';
import {accountPane, bindingPane, lossesPane} from './why-account.ts';
import {causeKeys, causeList, causesPane, chosenRelief} from './why-causes.ts';
import {type Known, knownOf} from './why-explained.ts';
import {reliefPane} from './why-relief.ts';

/** From this width on the account stands beside what each cause contributes. */
const wide = 112;
/** From this height on the account is drawn by month. */
const tall = 30;

function draw(scene: Scene, size: Size): readonly Line[] {
	const known = knownOf(scene);
	const {lists, pane} = scene.state;
	if (lists.why.open !== undefined) return reliefPane(scene, known, chosenRelief(known, lists.why), size, pane === 'screen');
	if (size.width < wide) return stacked(scene, known, size);
	const left = Math.floor(size.width * 0.46);
	return beside(accountColumn(scene, known, {...size, width: left}), causesColumn(scene, known, {...size, width: size.width - left - 2}), '  ');
}

/** One below the other: as much of the account as leaves room for the causes, and of the words as is left. */
function stacked(scene: Scene, known: Known, {width, height}: Size): Line[] {
	const account = Math.min(height, height >= tall ? Math.floor(height * 0.36) : height >= 16 ? 5 : 4);
	const words = height - account >= 14 ? 5 : 0;
	const causes = Math.min(height - account - words, causesHeight(scene));
	return [
		...accountPane(scene, known.explanation, titleOf(scene, known), {width, height: account}),
		...causesPane(scene, known, {width, height: causes}),
		...wordsPane(scene, known, {width, height: height - account - causes}),
	];
}

function accountColumn(scene: Scene, known: Known, {width, height}: Size): Line[] {
	const {explanation} = known;
	const {account} = explanation;
	const title = titleOf(scene, known);
	if (!account || height < 24) return accountPane(scene, explanation, title, {width, height});
	const upper = Math.floor(height * 0.36);
	const table = Math.min(height - upper, Math.max(8, Math.min(account.lost.length + 5, Math.floor(height * 0.4))));
	return [
		...accountPane(scene, explanation, title, {width, height: upper}),
		...lossesPane(scene, account, {width, height: table}),
		...bindingPane(scene, account, {width, height: height - upper - table}),
	];
}

/** Below the words, where there is room, what the cause under the cursor stands for. */
function causesColumn(scene: Scene, known: Known, {width, height}: Size): Line[] {
	const causes = Math.min(height, Math.max(6, height - 10), causesHeight(scene));
	const wanted = 2 + sentencesIn(known).flatMap(({text}) => wrap(text, width)).length;
	const relief = chosenRelief(known, scene.state.lists.why);
	const rest = height - causes - wanted;
	const below = relief && rest >= 8 ? rest : 0;
	return [
		...causesPane(scene, known, {width, height: causes}),
		...wordsPane(scene, known, {width, height: height - causes - below}),
		...(below > 0 ? reliefPane(scene, known, relief, {width, height: below}, false) : []),
	];
}

/** The rule, the head in two lines, a row for each cause, and a foot; or the sentence that there are none. */
const causesHeight = ({bench}: Scene): number => Math.max(7, bench.program.reliefs.length + 4);

/** `Why: Industrial index, 1947`. */
function titleOf({bench, state}: Scene, {explanation}: Known): string {
	const period = /@([^:]+)/.exec(explanation.outcome.text)?.[1]?.replace('..', ' to ') ?? 'the whole run';
	return `Why: ${chosenOutcome(bench.program, state.outcome).label}, ${period}`;
}

/** The sentences, each on a line of its own where there is room. Where there is not, those of the account are left out, whose numbers stand above. */
function wordsPane(scene: Scene, known: Known, {width, height}: Size): Line[] {
	if (height === 0) return [];
	const room = height - 1;
	const all = sentencesIn(known);
	const others = all.filter(({cites}) => cites.some(({row}) => !row.startsWith('account/')));
	const apart = all.flatMap(({text}) => wrap(text, width));
	const lines = apart.length <= room ? apart : wrap((others.length > 0 ? others : all).map(({text}) => text).join(' '), width);
	const more = lines.length > room;
	const shown = more && room > 0 ? [...lines.slice(0, room - 1), fitTo(`${lines[room - 1]} …`, width)] : lines;
	return titled('In words', shown, {width, height}, scene.look, {note: more ? 'more in a larger window' : ''});
}

const sentencesIn = ({explained}: Known): readonly Sentence[] => sentencesOf(explained).flatMap(({sentences}) => sentences);

function tables(scene: Scene): readonly Table[] {
	const {explained} = knownOf(scene);
	const found = explained.causes.length > 0 ? [attributionTables, interactionTables, otherwiseTables] : [];
	return [accountTables, accountMonthsTables, bindingTables, ...found].flatMap(make => make(explained, false));
}

function say(scene: Scene): string {
	const known = knownOf(scene);
	const {reruns, bench} = scene;
	const about = `${titleOf(scene, known)}.`;
	const progress =
		bench.program.reliefs.length === 0
			? 'The scenario names no reliefs, so that no cause can be taken away.'
			: reruns?.problem
				? `What causes contribute cannot be said: ${reruns.problem}.`
				: reruns?.attribution
					? ''
					: 'What each cause contributes is being worked out.';
	return [about, ...sentencesIn(known).map(({text}) => text), progress].filter(text => text !== '').join(' ');
}

/** Why the outcome fell short. */
export const why: Screen = {
	id: 'why',
	title: 'Why',
	about:
		'why the outcome is no better: what its sites lost to each cause, and what would come of taking each cause away in the whole economy, from reruns of all combinations',
	draw,
	list: {rows: causeList, columns: causeKeys.map(([name]) => name), opens: true},
	tables,
	say,
};
