/** What is set against the curve of an outcome: what was recorded, what was planned, and what happened when. */
import {entitiesOf, type Findings} from '../../report/findings.ts';
import type {Outcome} from '../../scenario/outcome.ts';
import type {Program} from '../../scenario/program.ts';
import type {Event, Mark} from '../drawing/chart.ts';
import type {ShownOutcome} from '../outcomes.ts';
import type {Scene} from '../scene.ts';
import type {Scale} from './curves.ts';

type Level = {readonly name: string; readonly outcome: Outcome; readonly value: number; readonly role: Mark['role']};

/** Facts and targets of the plan about an outcome, as monthly levels: an amount over a period is spread evenly over its months. */
export function marksOf(program: Program, {entity, quantity}: ShownOutcome, scale: Scale): Mark[] {
	const facts = program.facts.flatMap(({label, readings}) =>
		readings
			.filter(({over}) => over === undefined)
			.map(({id, outcome, value}): Level => ({name: readings.length > 1 ? `${label} (${id})` : label, outcome, value, role: 'fact'})),
	);
	const targets = program.plan.map(({label, outcome, target}): Level => ({name: label, outcome, value: target, role: 'plan'}));
	return [...facts, ...targets]
		.filter(({outcome}) => outcome.entity === entity && outcome.quantity === quantity)
		.flatMap(level => markOf(level, program, scale));
}

function markOf({name, outcome, value, role}: Level, {start, layout}: Program, {by}: Scale): Mark[] {
	const last = layout.months - 1;
	const [first, end] = outcome.period ? [outcome.period[0] - start, outcome.period[1] - start] : [0, last];
	if (end < 0 || first > last) return [];
	const level = outcome.reduce === 'sum' ? value / (end - first + 1) : value;
	return [{name, from: Math.max(0, outcome.reduce === 'final' ? end : first), to: Math.min(last, end), value: level / by, role}];
}

/** What happened in the months of a run that bears on an outcome: where what-ifs and levers begin, shocks, targets due, works that first make it. */
export function eventsOf({bench, now, state}: Scene, outcome: ShownOutcome): Event[] {
	const {program} = bench;
	const at = (month: number | undefined): number => (month === undefined ? 0 : month - program.start);
	const moved = bench.levers.filter(({id}) => state.positions.has(id));
	const found = [
		...program.overlays.map(({title, from}): Event => ({month: at(from), name: `what-if: ${title}`})),
		...moved.map(({label, from}): Event => ({month: at(from), name: `lever: ${label}`})),
		...now.run.hits.map(({shock, month}): Event => ({month, name: shock.label})),
		...targetsDue(program, outcome),
		...firstOutputs(now, outcome),
	];
	return found.filter(({month}) => month >= 0 && month < program.layout.months).sort((a, b) => a.month - b.month);
}

const targetsDue = ({plan, start}: Program, {entity, quantity}: ShownOutcome): Event[] =>
	plan
		.filter(({outcome}) => outcome.entity === entity && outcome.quantity === quantity)
		.map(({label, due}) => ({month: due - start, name: `due by the plan: ${label}`}));

function firstOutputs(findings: Findings, {entity}: ShownOutcome): Event[] {
	const {entities, structure} = findings.run.program;
	const good = entities.get(entity);
	if (good?.kind !== 'good') return [];
	return entitiesOf(findings, 'site')
		.filter(({row}) => structure.sites.product[row] === good.row)
		.flatMap(({id, label}) => {
			const month = findings.track(id, 'output')?.values.findIndex(value => value > 0) ?? -1;
			return month > 0 ? [{month, name: `${label} begins`}] : [];
		});
}
