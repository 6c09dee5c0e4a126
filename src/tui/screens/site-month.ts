/** What happened at a site in a month, in words: what it made, and if that is less than its units promise, why. */

import type {Findings} from '../../report/findings.ts';
import {formatNumber} from '../../report/number.ts';
import {largestWithin, lostBySite} from '../../run/lost-output.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import type {Entity} from '../../scenario/program.ts';

/** `1947-06: made 0 of a rated 29,167 t. 1 unit was restored as the month ended and can make from 1947-07 on.` */
export function monthInWords(findings: Findings, site: Entity, month: number): string {
	const {start} = findings.run.series;
	const at = (quantity: string, t = month): number => findings.track(site.id, quantity)?.values[t] ?? 0;
	const [output, rated, working] = [at('output'), at('rated-capacity'), at('working')];
	const made = `${formatMonth(start + month)}: made ${formatNumber(output)} of a rated ${formatNumber(rated)} ${site.unit}.`;
	const restored = at('restored') - (month > 0 ? at('restored', month - 1) : 0);
	// Units are restored as a month ends: they stand among those at work before they have made anything.
	if (restored > 1e-9)
		return `${made} ${unitsOf(restored)} ${restored > 1 ? 'were' : 'was'} restored as the month ended and can make from ${formatMonth(start + month + 1)} on.`;
	if (output > 0 || rated === 0) return made;
	if (working === 0) return `${made} No unit is at work: ${formatNumber(at('damaged'))} damaged, ${formatNumber(at('idle'))} idle.`;
	const cause = largestWithin(lostBySite(findings).get(site.id) ?? [], month, month);
	return `${made} ${unitsOf(working)} could work, but nothing was made${cause ? `, most of it lost to: ${cause.label}` : ''}.`;
}

const unitsOf = (count: number): string => `${formatNumber(count)} ${Math.abs(count - 1) < 1e-9 ? 'unit' : 'units'}`;
