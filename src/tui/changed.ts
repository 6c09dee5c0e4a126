/** The line of what changed: the chosen outcome before and after the last move, and the cause that holds most back. */

import type {Findings} from '../report/findings.ts';
import {formatNumber} from '../report/number.ts';
import {overPeriod} from '../report/period.ts';
import {scaled} from '../report/scale.ts';
import {lostByCause} from '../run/lost-output.ts';
import {signOf} from '../study/compare.ts';
import {fitTo, width as widthOf} from './drawing/lines.ts';
import {paint, type Role} from './look.ts';
import {chosenOutcome, outcomeOf, reducedAs, type ShownOutcome, unitOverRun} from './outcomes.ts';
import type {Scene} from './scene.ts';
import type {Did} from './state.ts';

export type Changed = {
	/** `undone: Industrial index on average: 34.2 → 36.1 (+5.6 %)`. */
	readonly outcome: string;
	/** `+7.1 % from the baseline, +2.0 % from A`. */
	readonly against: string;
	/** The year under the cursor: `1948: 67.2 → 79.9`; empty where the run has no such number. */
	readonly year: string;
	/** `lost most to: Coking coal → Builders`. */
	readonly cause: string;
	readonly sign: '+' | '-' | '0';
};

/** What the last change did. */
export function changed(scene: Scene): Changed {
	const {before, now, bench, state} = scene;
	const shown = chosenOutcome(bench.program, state.outcome);
	const [was, is] = [before, now].map(findings => outcomeOf(findings, shown) ?? 0);
	const still = before === now;
	const [wasHeld, isHeld] = [before, now].map(bindingCause);
	return {
		outcome: `${still ? '' : said[state.did]}${outcomeText(shown, was, is, still)}`,
		against: againstText(scene, shown, is),
		year: yearText(scene, shown),
		cause: causeText(wasHeld, isHeld, still),
		sign: signOf(was, is),
	};
}

/** What was done other than to move a lever. */
const said: Readonly<Record<Did, string>> = {move: '', undo: 'undone: ', redo: 'redone: ', reset: 'reset: ', swap: 'swapped: ', lesson: 'by the lesson: '};

function outcomeText(shown: ShownOutcome, was: number, is: number, still: boolean): string {
	const {unit, values} = scaled(unitOverRun(shown), [was, is]);
	const [from, to] = values.map(formatNumber);
	const name = `${shown.label} ${reducedAs(shown)}:`;
	const of = unit.trim() === '' ? '' : ` ${unit.trim()}`;
	if (still) return `${name} ${to}${of}`;
	if (signOf(was, is) === '0') return `${name} ${to}${of}, no change`;
	return `${name} ${from === to ? to : `${from} → ${to}`}${of} (${percent(was, is)})`;
}

/** How far a run is from the baseline, and from A where a run is pinned. */
function againstText({bench, pinned, state}: Scene, shown: ShownOutcome, is: number): string {
	const from = (findings: Findings, name: string): string => {
		const base = outcomeOf(findings, shown) ?? 0;
		if (signOf(base, is) === '0') return `as in ${name}`;
		return Math.abs(is - base) < slight * Math.abs(base) ? `nearly as in ${name}` : `${percent(base, is)} from ${name}`;
	};
	const baseline = from(bench.baseline, 'the baseline');
	return state.pin === undefined ? baseline : `${from(pinned.findings, 'A')}, ${baseline}`;
}

function yearText({before, now, state}: Scene, {entity, quantity, unit}: ShownOutcome): string {
	const year = now.years.find(({from, to}) => from <= state.month && state.month <= to);
	const found = [before, now].flatMap(({track}) => track(entity, quantity) ?? []);
	if (!year || found.length < 2 || found.some(({values}) => values.length <= year.to)) return '';
	const [was, is] = found.map(({column, values}) => overPeriod(column.kind, values, year));
	const flows = found[0].column.kind === 'flow';
	const {unit: inUnit, values} = scaled(unit === '1' ? '' : flows ? unit.replace(/\/month$/, '') : unit, [was, is]);
	const [from, to] = values.map(formatNumber);
	return `${year.label}: ${from === to ? to : `${from} → ${to}`} ${inUnit}`.trim();
}

/** A smaller share than can be told with one decimal of a per cent. */
const slight = 0.0005;

/** `+5.6 %`; of a difference from nothing, or of next to nothing, no more than that there is one. */
export function percent(from: number, to: number): string {
	if (from === 0) return to > 0 ? 'more' : to < 0 ? 'less' : 'no change';
	const share = ((to - from) / Math.abs(from)) * 100;
	const size = Math.abs(share);
	if (size < 100 * slight) return share === 0 ? 'no change' : `${share < 0 ? 'down' : 'up'} by less than 0.05 %`;
	const text = size >= 99.95 ? formatNumber(size) : size.toFixed(1);
	return `${share < 0 ? '−' : '+'}${text} %`;
}

function causeText(was: string | undefined, is: string | undefined, still: boolean): string {
	if (is === undefined) return was === undefined || still ? 'nothing is lost' : `lost most to: ${was} → nothing`;
	return still || was === is ? `lost most to: ${is}${still ? '' : ', as before'}` : `lost most to: ${was ?? 'nothing'} → ${is}`;
}

const known = new WeakMap<Findings, string | undefined>();

/** The cause to which the run lost most, in value at base prices; undefined where nothing was lost. */
export function bindingCause(findings: Findings): string | undefined {
	if (!known.has(findings)) known.set(findings, lostByCause(findings)[0]?.label);
	return known.get(findings);
}

const roles: Readonly<Record<Changed['sign'], Role>> = {'+': 'good', '-': 'bad', '0': 'text'};

/** What the last change did, in one line: as much of it as there is room for. */
export function changedLine(scene: Scene, width: number): string {
	const {outcome, against, year, cause, sign} = changed(scene);
	const room = width - 2;
	// That something is put back is neither good nor bad.
	const role = scene.before === scene.now ? 'text' : scene.state.did === 'move' || sign === '0' ? roles[sign] : 'changed';
	const lengths = [
		[joined(outcome, against, year), cause],
		[joined(outcome, against, year), ''],
		[joined(outcome, against), ''],
		[joined(outcome, year), ''],
	] as const;
	const [left, right] = lengths.find(texts => widthOf(texts[0]) + (texts[1] === '' ? 0 : widthOf(texts[1]) + 3) <= room) ?? [outcome, ''];
	const body = fitTo(left, room - widthOf(right));
	return ` ${paint(body, {role}, scene.look)}${paint(right, {role: 'faint'}, scene.look)} `;
}

const joined = (...texts: readonly string[]): string => texts.filter(text => text !== '').join('; ');
