/** What a file of the case would put on the screen, for the picker: read and run after a pause, and then known. */
import {useEffect, useState} from 'react';
import type {Findings} from '../../report/findings.ts';
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import {formatProblem, ScenarioError} from '../../scenario/problem.ts';
import {atRest, runAt} from '../bench.ts';
import type {CaseFile} from '../case-files.ts';
import {percent} from '../changed.ts';
import {chart} from '../drawing/chart.ts';
import {fitTo, wrap} from '../drawing/lines.ts';
import {paint} from '../look.ts';
import {outcomeOf, reducedAs, type ShownOutcome, shownOutcomes, unitOverRun} from '../outcomes.ts';
import type {Scene, Size} from '../scene.ts';
import type {Store} from '../store.ts';

/** An outcome without the what-if and with it: over the run, and month by month. */
type Figure = {readonly shown: ShownOutcome; readonly was: Side; readonly is: Side};
type Side = {readonly over: number; readonly values: Float64Array};

/** Only what is shown of a run, for there may be many. */
export type Preview = {readonly start: number; readonly figures: readonly Figure[]; readonly changes: readonly string[]} | {readonly problem: string};

/** Reading a case takes longer than a held key waits. */
const pause = 140;

/** The preview of a file; undefined while it is not there yet. Those that are known come at once. */
export function usePreview(store: Store, file: string | undefined): Preview | undefined {
	const [known] = useState(() => new Map<string, Preview>());
	const [, drawAgain] = useState(0);
	useEffect(() => {
		if (file === undefined || known.has(file)) return;
		const timer = setTimeout(() => {
			known.set(file, previewOf(store, file));
			drawAgain(times => times + 1);
		}, pause);
		return () => clearTimeout(timer);
	}, [store, file, known]);
	return file === undefined ? undefined : known.get(file);
}

/** Read a file and run it; what is wrong with it comes back in its place. */
export function previewOf(store: Store, file: string): Preview {
	try {
		const bench = store.benchAt(file);
		const {program, baseline} = bench;
		const written = program.vector === program.parentVector;
		const findings = written ? baseline : runAt(bench, atRest);
		const figures = shownOutcomes(program).map(shown => ({shown, was: sideOf(baseline, shown), is: sideOf(findings, shown)}));
		const changes = program.overlays.at(-1)?.changes ?? [];
		return {start: program.start, figures, changes: changes.map(({path, operation, text}) => `${path}: ${operation} ${text}`)};
	} catch (error) {
		const [first] = error instanceof ScenarioError ? error.problems : [];
		return {problem: first ? formatProblem(first) : error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)};
	}
}

const sideOf = (findings: Findings, shown: ShownOutcome): Side => ({
	over: outcomeOf(findings, shown) ?? 0,
	values: findings.track(shown.entity, shown.quantity)?.values ?? new Float64Array(findings.run.series.months),
});

/** What the file is about, and the chosen outcome beside the baseline. */
export function previewLines(one: CaseFile, preview: Preview | undefined, {state, look}: Scene, size: Size): string[] {
	const {width, height} = size;
	const about = [...wrap(one.title, width).map(line => paint(line, {bold: true}, look)), ...(one.question === '' ? [] : wrap(one.question, width)), ' '];
	if (!preview) return [...about, paint('…', {role: 'faint'}, look)];
	if ('problem' in preview) return [...about, ...wrap(`It cannot be run: ${preview.problem}`, width).map(line => paint(line, {role: 'bad'}, look))];
	const {figures, changes} = preview;
	const figure = figures[Math.min(state.outcome, figures.length - 1)];
	const said = changes.slice(0, 4).map(change => paint(fitTo(change, width), {role: 'faint'}, look));
	const more = changes.length > 4 ? [paint(`and ${changes.length - 4} more changes`, {role: 'faint'}, look)] : [];
	const above = [...about, ...wrap(figureText(figure, changes.length > 0), width), ...said, ...more];
	const room = height - above.length;
	return room < 6 ? above : [...above, ...drawn(figure, preview.start, changes.length > 0, look, {width, height: room})];
}

function figureText({shown, was, is}: Figure, changes: boolean): string {
	const unit = unitOverRun(shown);
	const {unit: inUnit, values} = scaled(unit, [was.over, is.over]);
	const [from, to] = values.map(formatNumber);
	const of = unit === '' ? '' : ` ${inUnit}`;
	const name = `${shown.label} ${reducedAs(shown)}:`;
	return changes ? `${name} ${from} → ${to}${of} (${percent(was.over, is.over)})` : `${name} ${from}${of}`;
}

function drawn({shown, was, is}: Figure, start: number, changes: boolean, look: Scene['look'], size: Size): string[] {
	const baseline = {name: 'baseline', values: was.values, role: 'baseline', dashed: changes} as const;
	const curves = changes ? [baseline, {name: 'what-if', values: is.values, role: 'what-if'} as const] : [baseline];
	return chart({title: shown.label, unit: shown.unit === '1' ? '' : shown.unit, start, curves}, size, look);
}
