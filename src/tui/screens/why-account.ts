/** The loss account on the screen of why: what became of rated capacity, as a bar or month by month, with its numbers, and what bound the sites. */
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import {causeLabel, lostByCause} from '../../run/lost-output.ts';
import {type Account, type Binding, bindings} from '../../study/why/account.ts';
import type {Explanation} from '../../study/why/explained.ts';
import {glyphsOf} from '../drawing/glyphs.ts';
import {type GridCell, grid} from '../drawing/grid.ts';
import {inkOf, inLines} from '../drawing/legend.ts';
import {type Line, nothing, titled, width} from '../drawing/lines.ts';
import {lettered, partedBar, stack} from '../drawing/stack.ts';
import {paint} from '../look.ts';
import type {Scene, Size} from '../scene.ts';
import {lookOfCause} from './cause-look.ts';
import {tenths} from './differences.ts';
import {type Part, stackedParts} from './holding-back.ts';

/** From this height on the months are drawn, and not only their sum. */
const tall = 9;

/** What was made and lost of rated capacity; why there is nothing to show of an outcome that is about no sites. */
export function accountPane(scene: Scene, {account}: Explanation, title: string, size: Size): Line[] {
	const {state, look} = scene;
	const focused = state.pane === 'screen';
	const body = {width: size.width, height: size.height - 1};
	if (!account || account.rated.total <= 0)
		return titled(title, nothing('No site stands behind this outcome, so that nothing of it is lost at one.', body, look), size, look, {focused});
	const lines = size.height >= tall ? monthsOf(scene, account, body) : sumOf(scene, account, body);
	return titled(title, lines, size, look, {focused, note: madeOf(account, size.width - width(title) - 9)});
}

/** `made 382 of 1,248 million yen rated: 30.6 %`, or as much of it as there is room for. */
function madeOf({rated, output, unit}: Account, room: number): string {
	const {unit: shown, values} = scaled(unit, [output.total, rated.total]);
	const [made, all] = values.map(formatNumber);
	const share = `${tenths((output.total / rated.total) * 100)} %`;
	return [`made ${made} of ${all} ${shown} rated: ${share}`, `made ${share} of rated`, share].find(text => text.length <= room) ?? '';
}

function monthsOf(scene: Scene, account: Account, size: Size): Line[] {
	const parts = partsIn(scene, account, Math.max(4, Math.min(12, size.height - 4)));
	const layers = parts.map(part => ({...part, name: `${tenths(shareOf(part, account) * 100).padStart(4)} ${part.name}`}));
	return stack({title: 'share of rated capacity', start: scene.now.run.series.start + account.from, layers, top: 1}, size, scene.look);
}

function sumOf(scene: Scene, account: Account, {width: across, height}: Size): Line[] {
	const {look} = scene;
	const parts = partsIn(scene, account, Math.max(4, Math.floor((across * (height - 1)) / 22)));
	const entries = parts.map(part => {
		const {name, role, letter = ''} = part;
		const sign = lettered(look) ? {swatch: letter, role: inkOf(role)} : {swatch: glyphsOf(look).full, letter, role};
		return {...sign, name, value: tenths(shareOf(part, account) * 100)};
	});
	const segments = parts.map(part => ({...part, letter: part.letter ?? '', share: shareOf(part, account)}));
	return [partedBar(segments, across, look), ...inLines(entries, across, height - 1, look)];
}

/** What was made, and what the largest causes took, month by month as shares. */
function partsIn({now, bench}: Scene, {rated, output, lost}: Account, most: number): readonly Part[] {
	const taken = lost.map(({cause, values, total}) => ({cause, values, total, label: causeLabel(now, cause)}));
	return stackedParts({program: bench.program, rated: rated.values, made: output.values, lost: taken, usual: lostByCause(bench.baseline)}, most);
}

/** The share of a part over the months of the account. */
const shareOf = ({values}: Part, {rated}: Account): number => rated.values.reduce((sum, value, t) => sum + value * (values[t] ?? 0), 0) / rated.total;

/** The account as a table: what was rated, made, and lost to each cause. */
export function lossesPane(scene: Scene, account: Account, size: Size): Line[] {
	const {now, bench, look} = scene;
	const {rated, output, lost, unit} = account;
	const {unit: shown, values} = scaled(
		unit,
		[rated, output, ...lost].map(({total}) => total),
	);
	const missing = rated.total - output.total;
	const row = (name: string, total: number, i: number, isLost: boolean): GridCell[] => [
		name,
		formatNumber(values[i] ?? Number.NaN),
		tenths((total / rated.total) * 100),
		isLost ? tenths((total / missing) * 100) : '',
	];
	const signed = (cause: string): string => {
		const {role, letter} = lookOfCause(bench.program, cause);
		return `${paint(letter, {role, bold: true}, look)} ${causeLabel(now, cause)}`;
	};
	const rows = [
		row('Rated capacity', rated.total, 0, false),
		row('Made', output.total, 1, false),
		...lost.map(({cause, total}, i) => row(signed(cause), total, i + 2, true)),
	];
	const columns = [
		{name: 'over the period', keep: 0, most: 40},
		{name: shown, align: 'right', keep: 2},
		{name: '% of rated', align: 'right', keep: 0},
		{name: '% of loss', align: 'right', keep: 1},
	] as const;
	return titled('Where rated capacity went', grid({columns, rows}, {width: size.width, height: size.height - 1}, look), size, look);
}

/** Which limit bound each site in how many months, those that did longest first. */
export function bindingPane(scene: Scene, account: Account, size: Size): Line[] {
	const {now, bench, look} = scene;
	const rows = bindings(now, account).map(({site, cause, months, slack}: Binding): GridCell[] => [
		bench.program.entities.get(site)?.label ?? site,
		causeLabel(now, cause),
		months,
		tenths(slack * 100),
	]);
	const columns = [
		{name: 'site', keep: 0, most: 34},
		{name: 'bound by', keep: 0, most: 28, least: 14},
		{name: 'months', align: 'right', keep: 1},
		{name: 'slack %', align: 'right', keep: 2},
	] as const;
	const empty = 'No supply, transport or demand bound a site: people and plant did.';
	const note = 'slack: how far to the next limit';
	return titled('What bound the sites', grid({columns, rows, empty}, {width: size.width, height: size.height - 1}, look), size, look, {note});
}
