import {formatMonth} from '../../scenario/calendar.ts';
import {entitiesOf} from '../findings.ts';
import type {Material} from '../material.ts';
import type {Cell, Table} from '../table.ts';

/** A month in which something happened to an entity. */
type Event = {readonly month: number; readonly entity: string; readonly event: string};

/** What happened when: shocks, first outputs, targets of the plan met and missed. */
export function eventsTable(material: Material): Table {
	const events = [...shocks(material), ...firstOutputs(material), ...targets(material)].sort((a, b) => a.month - b.month);
	const rows: Cell[][] = events.map(({month, entity, event}) => [material.name, formatMonth(month), entity, event]);
	return {name: 'events', title: 'Events', columns: [{name: 'run'}, {name: 'month'}, {name: 'entity'}, {name: 'event'}], rows};
}

const shocks = ({run}: Material): Event[] => run.hits.map(({shock, month}) => ({month: run.series.start + month, entity: shock.id, event: 'shock'}));

const firstOutputs = (material: Material): Event[] =>
	entitiesOf(material, 'site').flatMap(({id}) => {
		const first = material.track(id, 'output')?.values.findIndex(value => value > 0) ?? -1;
		return first < 0 ? [] : [{month: material.run.series.start + first, entity: id, event: 'first-output'}];
	});

/** A target is missed at the end of the month in which it was due. */
function targets({ledger, run}: Material): Event[] {
	const last = run.series.start + run.series.months - 1;
	return ledger.flatMap(({target, met}) => {
		const missed = target.due <= last && (met === undefined || met > target.due);
		return [
			...(missed ? [{month: target.due, entity: target.id, event: 'target-missed'}] : []),
			...(met === undefined ? [] : [{month: met, entity: target.id, event: 'target-met'}]),
		];
	});
}
