import type {Role} from '../../scenario/program.ts';
import {type Score, tally} from '../../study/score.ts';
import {formatNumber} from '../number.ts';
import {scaled} from '../scale.ts';
import type {Cell, Table} from '../table.ts';

/** What the run gave beside what was observed: facts that the model was fitted to, and facts held out. */
export function scoreboardTable({scores}: {readonly scores: readonly Score[]}): Table {
	const roles: Role[] = ['target', 'holdout'];
	return {
		name: 'scoreboard',
		title: 'Scoreboard of history',
		columns: [
			{name: 'fact'},
			{name: 'reading'},
			{name: 'verdict'},
			{name: 'error', unit: '%'},
			{name: 'allowed', unit: '%'},
			{name: 'simulated'},
			{name: 'side'},
			{name: 'observed'},
			{name: 'unit'},
			{name: 'role'},
			{name: 'what'},
		],
		rows: roles.flatMap(role => scores.filter(({fact}) => fact.role === role).map(scoreRow)),
		notes: scores.length > 0 ? roles.map(role => tallyLine(scores, role)) : [],
	};
}

const sides = {both: '', 'at-least': '≥', 'at-most': '≤'} as const;

function scoreRow({fact, reading, simulated, observed, error, verdict}: Score): Cell[] {
	const {unit, values} = scaled(fact.unit, simulated === undefined ? [observed] : [observed, simulated]);
	const [seen, got] = values;
	const percent = error === undefined ? undefined : error * 100;
	const which = fact.readings.length > 1 ? reading.id : '';
	return [fact.id, which, verdict, percent, fact.error * 100, got, sides[fact.side], seen, unit === '1' ? '' : unit, fact.role, fact.label];
}

const names = {target: 'Facts fitted', holdout: 'Facts held out'} as const;

/** `Facts fitted: 9 of 13 hit, 2 near, 2 missed; 1 not covered by this run.` */
export function tallyLine(scores: readonly Score[], role: Role): string {
	const {facts, covered, hit, near, miss, weighted} = tally(scores, role);
	const outside = facts > covered ? `; ${facts - covered} not covered by this run` : '';
	const byWeight = Math.abs(weighted - hit) > 1e-9 ? ` (${formatNumber(weighted)} hit by the weight of conflicting readings)` : '';
	return `${names[role]}: ${hit} of ${covered} hit, ${near} near, ${miss} missed${outside}${byWeight}.`;
}
