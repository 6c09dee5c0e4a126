/** The line of what changed: the chosen outcome before and after the last move, and the cause that holds most back. */
import {lostByCause} from '../report/causes.ts';
import type {Findings} from '../report/findings.ts';
import {formatNumber} from '../report/number.ts';
import {scaled} from '../report/scale.ts';
import {signOf} from '../study/compare.ts';
import {fitTo, width as widthOf} from './drawing/lines.ts';
import {paint, type Role} from './look.ts';
import {chosenOutcome, outcomeOf, reducedAs, type ShownOutcome, unitOverRun} from './outcomes.ts';
import type {Scene} from './scene.ts';

export type Changed = {
	/** `Industrial index on average: 34.2 → 36.1 (+5.6 %), +7.1 % from the baseline`. */
	readonly outcome: string;
	/** `most is lost for want of: Coking coal → Builders`. */
	readonly cause: string;
	readonly sign: '+' | '-' | '0';
};

/** What the last change did. */
export function changed(scene: Scene): Changed {
	const {before, now, bench, state} = scene;
	const shown = chosenOutcome(bench.program, state.outcome);
	const [was, is, base] = [before, now, bench.baseline].map(findings => outcomeOf(findings, shown) ?? 0);
	const causes = [before, now].map(findings => bindingCause(findings));
	return {outcome: outcomeText(shown, was, is, base, before === now), cause: causeText(causes[0], causes[1], before === now), sign: signOf(was, is)};
}

function outcomeText(shown: ShownOutcome, was: number, is: number, base: number, still: boolean): string {
	const {unit, values} = scaled(unitOverRun(shown), [was, is]);
	const [from, to] = values.map(formatNumber);
	const name = `${shown.label} ${reducedAs(shown)}:`;
	const of = unit.trim() === '' ? '' : ` ${unit.trim()}`;
	const against = signOf(base, is) === '0' ? 'as in the baseline' : `${percent(base, is)} from the baseline`;
	if (still) return `${name} ${to}${of}, ${against}`;
	if (signOf(was, is) === '0') return `${name} ${to}${of}, no change; ${against}`;
	return `${name} ${from === to ? to : `${from} → ${to}`}${of} (${percent(was, is)}); ${against}`;
}

/** `+5.6 %`; of a difference from nothing, no more than that there is one. */
export function percent(from: number, to: number): string {
	if (from === 0) return to > 0 ? 'more' : to < 0 ? 'less' : 'no change';
	const share = ((to - from) / Math.abs(from)) * 100;
	const size = Math.abs(share);
	const text = size < 0.05 || size >= 99.95 ? formatNumber(size) : size.toFixed(1);
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

/** What the last change did, in one line. */
export function changedLine(scene: Scene, width: number): string {
	const {outcome, cause, sign} = changed(scene);
	const room = width - 2;
	const role = scene.before === scene.now ? 'text' : roles[sign];
	if (widthOf(outcome) + widthOf(cause) + 3 > room) return ` ${paint(fitTo(outcome, room), {role}, scene.look)} `;
	const gap = ' '.repeat(room - widthOf(outcome) - widthOf(cause));
	return ` ${paint(outcome, {role}, scene.look)}${gap}${paint(cause, {role: 'faint'}, scene.look)} `;
}
