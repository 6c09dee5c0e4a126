/** The overview: an outcome over the months, what held output back, and the other headline outcomes. */
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import type {Cell, Table} from '../../report/table.ts';
import {formatMonth} from '../../scenario/calendar.ts';
import {chart, type Mark} from '../drawing/chart.ts';
import {beside, fitTo, type Line, nothing, titled} from '../drawing/lines.ts';
import {stack} from '../drawing/stack.ts';
import {paint} from '../look.ts';
import {chosenOutcome, outcomeOf, reducedAs, type ShownOutcome, shownOutcomes} from '../outcomes.ts';
import type {Scene, Screen, Size} from '../scene.ts';
import {inScale, type Scale, scaledCurves} from './curves.ts';
import {effectsPane} from './effects-pane.ts';
import {partsOf} from './holding-back.ts';
import {eventsOf, marksOf} from './overview-marks.ts';
import {isWhatIf, ratedInWords} from './runs.ts';

/** From this width on, the other outcomes stand beside the chosen one. */
const wide = 112;
const smallChart = 8;

export const overview: Screen = {
	id: 'overview',
	title: 'Overview',
	short: 'View',
	about: `an outcome over the months, what-if over baseline, and what held output back: ${ratedInWords}`,
	draw,
	tables: scene => [monthsTable(scene), totalsTable(scene), causesByMonth(scene)],
	say,
};

function draw(scene: Scene, size: Size): readonly Line[] {
	if (size.width < wide) return mainColumn(scene, size);
	const right = Math.min(56, Math.floor(size.width * 0.36));
	const left = size.width - right - 2;
	return beside(mainColumn(scene, {...size, width: left}), otherOutcomes(scene, {...size, width: right}), '  ');
}

function mainColumn(scene: Scene, {width, height}: Size): Line[] {
	const upper = Math.max(7, Math.round(height * 0.55));
	return [...outcomePane(scene, {width, height: Math.min(upper, height)}), ...lowerPane(scene, {width, height: Math.max(0, height - upper)})];
}

const curvesOf = (scene: Scene, {entity, quantity, unit}: ShownOutcome) => {
	const kind = scene.bench.baseline.track(entity, quantity)?.column.kind ?? 'index';
	return scaledCurves(scene, findings => findings.track(entity, quantity)?.values, unit, kind);
};

function outcomePane(scene: Scene, size: Size): Line[] {
	const {bench, state, look} = scene;
	const {program} = bench;
	const outcome = chosenOutcome(program, state.outcome);
	const {curves, scale} = curvesOf(scene, outcome);
	const events = eventsOf(scene, outcome);
	const marks = namedAlike(marksOf(program, outcome, scale));
	const here = size.height >= 11 ? [hereLine(scene, outcome, size.width)] : [];
	const band = bandOf(scene, outcome, scale);
	const spec = {title: '', unit: scale.unit, start: program.start, curves, marks, events, cursor: state.month, ...(band && {band})};
	const lines = chart(spec, {width: size.width, height: size.height - 1 - here.length}, look);
	const title = titleOf(scene, outcome);
	return titled(title, [...lines, ...here], size, look, {focused: state.pane === 'screen', note: noteFor(scene, outcome, size.width - title.length - 9)});
}

const lowerPane = (scene: Scene, size: Size): Line[] => (scene.state.showsEffects ? effectsPane(scene, size) : causesPane(scene, size));

/** What four fifths of the members lie between, as far as they have been run. */
function bandOf({band, state}: Scene, {entity, quantity}: ShownOutcome, scale: Scale) {
	if (!state.banded || band?.entity !== entity || band.quantity !== quantity) return undefined;
	const name = `80 % of ${band.members} draws${band.members < band.wanted ? ' so far' : ''}`;
	return {name, low: inScale(band.low, scale), high: inScale(band.high, scale)};
}

/** `Industrial index, base year = 100`: of an index, what it is an index of. */
function titleOf({bench}: Scene, {entity, quantity, label}: ShownOutcome): string {
	return bench.baseline.track(entity, quantity)?.column.kind === 'index' ? `${label}, base year = 100` : label;
}

/** Marks with the names that the legend has room for; what each of them is stands in the line below the chart. */
const namedAlike = (marks: readonly Mark[]): Mark[] => marks.map(mark => ({...mark, name: mark.role === 'fact' ? 'recorded' : 'planned'}));

/** What happened, was recorded or was due in the month under the cursor. */
function hereLine(scene: Scene, outcome: ShownOutcome, width: number): Line {
	const {bench, state, look} = scene;
	const {start} = bench.program;
	const happened = eventsOf(scene, outcome).filter(({month}) => month === state.month);
	const marks = marksOf(bench.program, outcome, {unit: '', by: 1}).filter(({from, to}) => from <= state.month && state.month <= to);
	const said = [
		...happened.map(({name}) => name),
		...marks.map(mark => `${mark.role === 'fact' ? 'recorded' : 'planned'} ${readable(outcome.unit, mark.value)}${spanOf(mark, start)}: ${mark.name}`),
	];
	const what = said.length > 0 ? said.join('; ') : 'nothing recorded, planned or begun';
	return paint(fitTo(`${formatMonth(start + state.month)} · ${what}`, width), {role: said.length > 0 ? 'event' : 'faint'}, look);
}

/** Over which months a level was recorded or planned, where it is more than one. */
const spanOf = ({from, to}: Mark, start: number): string => (to > from ? ` over ${formatMonth(start + from)}..${formatMonth(start + to)}` : '');

/** What an outcome comes to over the run, and how far that is from the baseline: as much of it as there is room for. */
function noteFor(scene: Scene, outcome: ShownOutcome, room: number): string {
	const {now, before} = totalsOf(scene, outcome);
	if (now === undefined || before === undefined) return 'not in this run';
	const amount = readable(unitOver(outcome), now);
	const change = changeText(now, before);
	const lengths = !isWhatIf(scene)
		? [`${amount} ${reducedAs(outcome)}`, amount]
		: [
				`${amount} ${reducedAs(outcome)}, baseline ${readable(unitOver(outcome), before)} (${change})`,
				`${amount} ${reducedAs(outcome)} (${change})`,
				`${amount} (${change})`,
				change,
			];
	return lengths.find(text => text.length <= room) ?? '';
}

const totalsOf = ({now, bench}: Scene, outcome: ShownOutcome) => ({now: outcomeOf(now, outcome), before: outcomeOf(bench.baseline, outcome)});

/** Of what has flowed, once it is summed. */
const unitOver = ({unit, over}: ShownOutcome): string => (over.reduce === 'sum' ? unit.replace(/\/month$/, '') : unit);

/** `1.23 million t`, `34.2`. */
function readable(unit: string, value: number): string {
	const shown = unit === '1' ? {unit: '', values: [value]} : scaled(unit, [value]);
	return `${formatNumber(shown.values[0])} ${shown.unit}`.trim();
}

/** `+3.2 %`, `unchanged`, or the difference where there was nothing before. */
function changeText(now: number, before: number): string {
	if (now === before) return 'unchanged';
	const sign = now > before ? '+' : '−';
	if (before === 0) return `${sign}${formatNumber(Math.abs(now))}`;
	const percent = (Math.abs(now - before) / Math.abs(before)) * 100;
	return percent < 0.05 ? `${now > before ? 'up' : 'down'} by less than 0.05 %` : `${sign}${formatNumber(percent)} %`;
}

function causesPane(scene: Scene, size: Size): Line[] {
	const {bench, now, state, look} = scene;
	if (size.height < 4) return titled('What holds output back', [], size, look);
	const parts = partsOf(scene, now, causesFor(size));
	if (now.run.losses.length === 0)
		return titled('What holds output back', nothing('No site, so nothing is held back.', {...size, height: size.height - 1}, look), size, look);
	const lines = stack(
		{title: 'Share of rated capacity, all sites at base prices', unit: '%', start: bench.program.start, layers: parts, cursor: state.month, top: 1},
		{width: size.width, height: size.height - 1},
		look,
	);
	const largest = parts.slice(1).reduce((most, part) => (part.id !== 'others' && part.mean > (most?.mean ?? 0) ? part : most), parts[1]);
	const note = largest ? `over the run most to ${largest.name.toLowerCase()}: ${formatNumber(largest.mean * 100)} %` : 'nothing is lost';
	return titled('What holds output back', lines, size, look, {note});
}

/** As many causes as the legend has room for. */
const causesFor = ({width, height}: Size): number => Math.max(4, Math.min(12, Math.floor((width * Math.max(1, height / 8)) / 20)));

/** The outcomes after the chosen one as small charts, so that walking the outcomes walks through all of them. */
function otherOutcomes(scene: Scene, {width, height}: Size): Line[] {
	const {bench, state, look} = scene;
	const all = shownOutcomes(bench.program);
	const at = Math.min(state.outcome, all.length - 1);
	const others = Array.from({length: all.length - 1}, (_, i) => all[(at + 1 + i) % all.length]);
	if (others.length === 0)
		return titled('Other outcomes', nothing('This scenario lists no other outcome.', {width, height: height - 1}, look), {width, height}, look);
	const count = Math.max(1, Math.min(others.length, Math.floor(height / smallChart)));
	const topOf = (i: number): number => Math.floor((height * i) / count);
	return others.slice(0, count).flatMap((outcome, i) => smallPane(scene, outcome, {width, height: topOf(i + 1) - topOf(i)}));
}

/** An outcome as a small chart, its total against the baseline in the title; the name gives way to the total. */
function smallPane(scene: Scene, outcome: ShownOutcome, size: Size): Line[] {
	const {bench, state, look} = scene;
	const {program} = bench;
	const {curves, scale} = curvesOf(scene, outcome);
	const marks = namedAlike(marksOf(program, outcome, scale));
	const spec = {title: '', unit: scale.unit, start: program.start, curves, marks, cursor: state.month};
	const entity = program.entities.get(outcome.entity);
	const name = entity?.kind === 'good' ? entity.label : titleOf(scene, outcome);
	const note = noteFor(scene, outcome, Math.max(size.width - name.length - 9, 10));
	const title = fitTo(name, Math.min(name.length, size.width - note.length - 9)).trimEnd();
	return titled(title, chart(spec, {width: size.width, height: size.height - 1}, look), size, look, {note});
}

function monthsTable(scene: Scene): Table {
	const {bench, now, state} = scene;
	const outcome = chosenOutcome(bench.program, state.outcome);
	const values = [now, bench.baseline].map(({track}) => track(outcome.entity, outcome.quantity)?.values);
	const unit = outcome.unit === '1' ? {} : {unit: outcome.unit};
	return {
		name: 'outcome',
		title: outcome.label,
		columns: [{name: 'month'}, {name: 'what-if', ...unit}, {name: 'baseline', ...unit}],
		rows: monthsOf(scene).map((month, t) => [month, ...values.map(series => series?.[t])]),
	};
}

const monthsOf = ({now}: Scene): string[] => Array.from({length: now.run.series.months}, (_, t) => formatMonth(now.run.series.start + t));

function totalsTable(scene: Scene): Table {
	const rows = shownOutcomes(scene.bench.program).map((outcome): Cell[] => {
		const {now, before} = totalsOf(scene, outcome);
		const change = now === undefined || before === undefined || before === 0 ? undefined : ((now - before) / Math.abs(before)) * 100;
		return [outcome.label, unitOver(outcome) === '1' ? '' : unitOver(outcome), reducedAs(outcome), now, before, change];
	});
	const columns = [{name: 'outcome'}, {name: 'unit'}, {name: 'taken'}, {name: 'what-if'}, {name: 'baseline'}, {name: 'change', unit: '%'}];
	return {name: 'outcomes', title: 'Headline outcomes over the run', columns, rows};
}

function causesByMonth(scene: Scene): Table {
	const parts = partsOf(scene, scene.now, Number.POSITIVE_INFINITY);
	return {
		name: 'causes-by-month',
		title: 'Where rated capacity went, all sites at base prices',
		columns: [{name: 'month'}, ...parts.map(({name}) => ({name, unit: '%'}))],
		rows: monthsOf(scene).map((month, t) => [month, ...parts.map(({values}) => values[t] * 100)]),
	};
}

function say(scene: Scene): string {
	const {bench, now, state} = scene;
	const outcome = chosenOutcome(bench.program, state.outcome);
	const month = formatMonth(bench.program.start + state.month);
	const at = now.track(outcome.entity, outcome.quantity)?.values[state.month];
	const lost = partsOf(scene, now, Number.POSITIVE_INFINITY)
		.slice(1)
		.toSorted((a, b) => b.values[state.month] - a.values[state.month])
		.filter(({values}) => values[state.month] > 0)
		.slice(0, 3)
		.map(({name, values}) => `${name} ${formatNumber(values[state.month] * 100)} %`);
	const level = at === undefined ? 'is not in this run' : `is ${readable(outcome.unit, at)} in ${month}`;
	const held = lost.length > 0 ? `In that month most of rated capacity is lost to: ${lost.join(', ')}.` : 'In that month nothing of rated capacity is lost.';
	return `${outcome.label} ${level}; ${noteFor(scene, outcome, Number.POSITIVE_INFINITY)}. ${held}`;
}
