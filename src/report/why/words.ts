/** The names and units by which explanations speak of outcomes, causes and amounts. */
import {commonCauses} from '../../economy/causes.ts';
import {columnFor} from '../../run/columns.ts';
import type {Outcome} from '../../scenario/outcome.ts';
import type {Program} from '../../scenario/program.ts';
import {unitOfOutcome} from '../../study/statement.ts';
import type {Account} from '../../study/why/account.ts';
import type {Otherwise} from '../../study/why/certainty.ts';
import {formatNumber} from '../number.ts';
import {scaled} from '../scale.ts';

/** The id of a row: of which table, about which outcome, and what of it. */
export const rowId = (table: string, outcome: Outcome, ...of: readonly string[]): string => [table, outcome.text, ...of].join('/');

/** Says amounts of an outcome in one scale: `+42.2 thousand t`, `−0.3`; with a sign, since they are changes. */
export function changesIn(unit: string, values: readonly number[]): (value: number) => string {
	const largest = scaled(unit, values);
	const by = largest.values.length > 0 && values[0] !== 0 ? largest.values[0] / values[0] : 1;
	return value => `${value > 0 ? '+' : ''}${formatNumber(value * by)}${largest.unit ? ` ${largest.unit.trim()}` : ''}`;
}

/** `14.3 %`, as tables print it. */
export const percent = (share: number): string => `${formatNumber(share * 100)} %`;

/** The unit in which an outcome is told; nothing for a bare number. */
export const unitOf = (program: Program, outcome: Outcome): string => unitOfOutcome(program, outcome).replace(/^1$/, '');

/** `In 1947`, `In 1946-05`, `From 1946-06 to 1946-12`, `In the whole run`. */
export function periodText({text}: Outcome): string {
	const [from, to] = (/@([^:]+)/.exec(text)?.[1] ?? '').split('..');
	if (from === '') return 'In the whole run';
	return to === undefined ? `In ${from}` : `From ${from} to ${to}`;
}

/** What an account is about: `the 4 sites that make pig iron`, `all industry`, a site or a group by its name. */
export function aboutText({entities}: Program, {entity}: Outcome, {sites}: Account): string {
	const known = entities.get(entity);
	if (known?.kind === 'whole' || !known) return 'all industry';
	if (known.kind !== 'good') return inSentence(known.label);
	return sites.length === 1 ? `the site that makes ${inSentence(known.label)}` : `the ${sites.length} sites that make ${inSentence(known.label)}`;
}

const reduced: Readonly<Record<Outcome['reduce'], string>> = {
	sum: '',
	mean: ' (mean)',
	final: ' (at the end)',
	peak: ' (at its highest)',
	low: ' (at its lowest)',
};

/** An outcome within a sentence: `pig iron made in 1947`, `the index of industry in 1947 (mean)`. */
export function outcomeWords(program: Program, outcome: Outcome): string {
	const entity = program.entities.get(outcome.entity);
	const label = inSentence(entity?.label ?? outcome.entity);
	const quantity = outcome.quantity.replaceAll('-', ' ');
	const {kind} = columnFor(program, outcome.entity, outcome.quantity);
	const isMeasure = kind === 'share' || kind === 'index';
	const name = entity?.kind === 'good' && kind === 'flow' ? `${label} ${quantity}` : isMeasure ? `the ${quantity} of ${label}` : `${label} (${quantity})`;
	const when = periodText(outcome);
	return `${name} ${when.charAt(0).toLowerCase()}${when.slice(1)}${reduced[outcome.reduce]}`;
}

/** A label as it stands within a sentence: without what is added after a comma or in brackets; a name of more than one capital keeps them. */
export function inSentence(label: string): string {
	const [name] = label.split(/,| \(/);
	return /^[A-Z][^A-Z]*$/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A reading or a form that was taken instead. */
export const otherwiseText = ({factor, kind, option}: Otherwise): string => (kind === 'reading' ? `the reading ${option}` : `${factor} = ${option}`);

/** What a cause of the loss account is called within a sentence. */
export function causeName({entities}: Program, cause: string): string {
	if (cause === 'order') return 'works not being started';
	if (cause === 'demand') return 'want of demand for power';
	if ((commonCauses as readonly string[]).includes(cause)) return cause.replaceAll('-', ' ');
	const good = entities.get(cause);
	if (good) return `want of ${inSentence(good.label)}`;
	const graded = cause.replace(/-grade$/, '');
	return `the grade of ${inSentence(entities.get(graded)?.label ?? graded)}`;
}
