/**
 * Policy: what holds this month of everything dated, and the switches between forms of the model.
 *
 *   now = value(t), unless a rule sets it from what the economy was at the end of last month
 */
import {choice, constant, monthly} from './field.ts';
import type {Economy} from './state.ts';
import type {Step} from './step.ts';

export const policyFields = {
	rationing: choice('monthly', 'how a scarce good is shared within a priority class', ['proportional', 'strict-priority', 'plan-quota']),
	restorationOrder: choice('monthly', 'which sites are restored first', ['by-list', 'largest-first', 'smallest-first', 'by-value']),
	expertiseForm: choice('monthly', 'how the cover of several professions makes one site’s expertise', ['ces', 'linear', 'weakest-link']),
	expertiseElasticity: monthly('1', 'elasticity of substitution between professions, where the form is ces', {min: 0.05, max: 20, otherwise: 0.5}),
	referenceActivity: constant('1', 'share of rated capacity at work for which the establishments of specialists were drawn up', {min: 1e-6, otherwise: 1}),
	restorationPriority: monthly('1', 'priority class of the materials that restoration claims', {min: 1, max: 5, whole: true, otherwise: 3}),
};

/** Put this month's values in force: of all that is dated, the row of month `t` of the parameter vector. */
export function applyPolicy({current}: Economy): Step {
	const {month, rows} = current;
	return t => {
		month.set(rows[t]);
		const {rules} = current;
		for (let i = 0; i < rules.length; i++) month[rules[i].slot] = rules[i].value(t);
	};
}

/** A rule: where in a month's values it writes, and what, in month `t`. It reads what the economy was when the month before ended. */
export type Rule = {readonly slot: number; readonly value: (t: number) => number};
