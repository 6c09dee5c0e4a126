/** What each lever can do to the chosen outcome, from one of its ends to the other, with the others as they stand: the strongest first. */
import {formatNumber} from '../../report/number.ts';
import {positionText} from '../../report/position.ts';
import {scaled} from '../../report/scale.ts';
import type {Lever} from '../../scenario/program.ts';
import {bar} from '../drawing/bars.ts';
import {type GridCell, type GridColumn, grid} from '../drawing/grid.ts';
import {fitTo, type Line, nothing, titled} from '../drawing/lines.ts';
import type {Effect} from '../effects.ts';
import {chosenOutcome} from '../outcomes.ts';
import type {Scene, Size} from '../scene.ts';

const columns: readonly GridColumn[] = [
	{name: 'lever', keep: 0, most: 60, least: 24, bothEnds: true},
	{name: 'its ends', align: 'right', keep: 2},
	{name: 'outcome there', align: 'right', keep: 0},
	{name: 'moves it by', align: 'right', keep: 1},
	{name: '', keep: 3},
];

const barWidth = 10;

/** As many levers as there is room for. */
export function effectsPane(scene: Scene, size: Size): Line[] {
	const {bench, effects, state, look} = scene;
	const outcome = chosenOutcome(bench.program, state.outcome);
	const title = 'What each lever can do';
	const found = [...(effects?.of ?? [])].filter(({low, high}) => Number.isFinite(low) && Number.isFinite(high)).sort((a, b) => sizeOf(b) - sizeOf(a));
	if (found.length === 0) return titled(title, nothing('Trying every lever at both its ends …', {...size, height: size.height - 1}, look), size, look);
	const unit = outcome.over.reduce === 'sum' ? outcome.unit.replace(/\/month$/, '') : outcome.unit;
	const scale = scaled(
		unit === '1' ? '' : unit,
		found.flatMap(({low, high}) => [low, high]),
	);
	const rows = found.map((effect, i) => cells(effect, bench.levers, [scale.values[2 * i], scale.values[2 * i + 1]], sizeOf(effect) / sizeOf(found[0]), scene));
	const so = effects && found.length < effects.wanted ? `${found.length} of ${effects.wanted} so far` : '';
	const what = fitTo(
		`${outcome.label}${scale.unit.trim() ? `, ${scale.unit.trim()}` : ''}${so ? `; ${so}` : ''}`,
		Math.max(0, size.width - title.length - 9),
	).trimEnd();
	return titled(title, grid({columns, rows, empty: 'This scenario has no levers.'}, {width: size.width, height: size.height - 1}, look), size, look, {
		note: what,
	});
}

const sizeOf = ({low, high}: Effect): number => Math.abs(high - low);

function cells({id}: Effect, levers: readonly Lever[], [low, high]: readonly [number, number], share: number, {look}: Scene): GridCell[] {
	const lever = levers.find(one => one.id === id);
	const ends = lever ? [lever.min, lever.max].map(end => positionText(end, lever.unit)) : ['', ''];
	const by = high - low;
	const sign = by > 0 ? '+' : by < 0 ? '−' : '';
	return [
		lever?.label ?? id,
		`${ends[0]} to ${ends[1]}`,
		`${formatNumber(low)} → ${formatNumber(high)}`,
		`${sign}${formatNumber(Math.abs(by))}`,
		bar(share || 0, barWidth, by < 0 ? 'bad' : 'good', look),
	];
}
