/** Keys of the screens: from one to another, along the months, and through their lists. */
import {shownOutcomes} from '../outcomes.ts';
import type {Action} from '../reduce.ts';
import {type ListState, type ScreenId, screenIds} from '../state.ts';
import {always, type Command, type Reach, within} from './command.ts';

const onScreen = ({state}: Reach): boolean => state.pane === 'screen';
const onList = (reach: Reach): boolean => onScreen(reach) && reach.screen.list !== undefined;
const listOf = ({state, screen}: Reach): ListState => state.lists[screen.id];
const rowsOf = (reach: Reach) => reach.screen.list?.rows({...reach.scene, state: reach.state}, listOf(reach)) ?? [];
const change = ({screen}: Reach, to: Partial<ListState>): Action => ({type: 'list', screen: screen.id, change: to});

/** Stands on a row; where one is open, the row that is come to is opened in its place. */
function stand(reach: Reach, row: number): Action {
	const rows = rowsOf(reach);
	const at = within(row, rows.length);
	return change(reach, {row: at, ...(listOf(reach).open !== undefined && rows[at] && {open: rows[at].id})});
}

const walk =
	(steps: (reach: Reach) => number) =>
	(reach: Reach): Action =>
		stand(reach, Math.min(listOf(reach).row, rowsOf(reach).length - 1) + steps(reach));

const list = 'Lists';
const listCommands: readonly Command[] = [
	{keys: ['up', 'k'], name: 'The row above', foot: ['↑↓', 'choose'], group: list, valid: onList, act: walk(() => -1)},
	{keys: ['down', 'j'], name: 'The row below', group: list, valid: onList, act: walk(() => 1)},
	{keys: ['page up'], name: 'A page of rows up', group: list, valid: onList, act: walk(({page}) => -page)},
	{keys: ['page down'], name: 'A page of rows down', group: list, valid: onList, act: walk(({page}) => page)},
	{keys: ['home'], name: 'The first row', group: list, valid: onList, act: reach => stand(reach, 0)},
	{keys: ['end'], name: 'The last row', group: list, valid: onList, act: reach => stand(reach, Number.POSITIVE_INFINITY)},
	{
		keys: ['enter'],
		name: 'Open the row',
		foot: ['Enter', 'open'],
		group: list,
		valid: reach => onList(reach) && reach.screen.list?.opens === true && listOf(reach).open === undefined && rowsOf(reach).length > 0,
		act: reach => change(reach, {open: rowsOf(reach)[Math.min(listOf(reach).row, rowsOf(reach).length - 1)]?.id}),
	},
	{
		keys: ['esc', 'enter'],
		name: 'Close the row',
		foot: ['Esc', 'close'],
		group: list,
		valid: reach => onList(reach) && listOf(reach).open !== undefined,
		act: reach => change(reach, {open: undefined}),
	},
	{
		keys: ['o'],
		name: 'Sort by the next column',
		foot: ['o/O', 'sort'],
		group: list,
		valid: reach => onList(reach) && (reach.screen.list?.columns.length ?? 0) > 0,
		act: reach => {
			const {sort} = listOf(reach);
			const next = sort === undefined ? 0 : sort + 1;
			return change(reach, {sort: next < (reach.screen.list?.columns.length ?? 0) ? next : undefined, row: 0});
		},
	},
	{
		keys: ['O'],
		name: 'Sort the other way round',
		group: list,
		valid: reach => onList(reach) && (reach.screen.list?.columns.length ?? 0) > 0,
		act: reach => change(reach, {reversed: !listOf(reach).reversed, row: 0}),
	},
	{keys: ['/'], name: 'Filter the rows by words', foot: ['/', 'filter'], group: list, valid: onList, act: () => ({type: 'dialog', dialog: {kind: 'filter'}})},
	{
		keys: ['esc'],
		name: 'Show all rows again',
		foot: ['Esc', 'show all'],
		group: list,
		valid: reach => onList(reach) && listOf(reach).filter !== '',
		act: reach => change(reach, {filter: '', row: 0}),
	},
];

const screens = 'Screens and months';

/** To a screen; where another pane stands in its place, that gives way to it. */
const turnTo = (screen: ScreenId, {alone}: Reach): Action => ({type: 'screen', screen, ...(alone && {pane: 'screen'})});

const toScreen =
	(steps: number) =>
	(reach: Reach): Action =>
		turnTo(screenIds[(screenIds.indexOf(reach.state.screen) + steps + screenIds.length) % screenIds.length], reach);

const toMonth =
	(steps: number) =>
	({state, scene}: Reach): Action => ({type: 'month', month: within(state.month + steps, scene.now.run.series.months)});

const toOutcome =
	(steps: number) =>
	({state, scene}: Reach): Action => {
		const all = shownOutcomes(scene.bench.program).length;
		return {type: 'outcome', outcome: (Math.min(state.outcome, all - 1) + steps + all) % all};
	};

/** Commands of the screens, in the order of the help. */
export const screenCommands: readonly Command[] = [
	...listCommands,
	...screenIds.map(
		(screen, i): Command => ({
			keys: [String(i + 1)],
			name: `Screen ${i + 1}: ${screen}`,
			...(i === 0 && {foot: [`1-${screenIds.length}`, 'screens'] as const}),
			group: screens,
			valid: always,
			act: reach => turnTo(screen, reach),
		}),
	),
	{keys: ['['], name: 'The screen before', group: screens, valid: always, act: toScreen(-1)},
	{keys: [']'], name: 'The next screen', group: screens, valid: always, act: toScreen(1)},
	{keys: ['left', 'h'], name: 'The month before', foot: ['←→', 'month'], group: screens, valid: onScreen, act: toMonth(-1)},
	{keys: ['right', 'l'], name: 'The next month', group: screens, valid: onScreen, act: toMonth(1)},
	{keys: ['shift+left', 'H'], name: 'Twelve months back', group: screens, valid: onScreen, act: toMonth(-12)},
	{keys: ['shift+right', 'L'], name: 'Twelve months on', group: screens, valid: onScreen, act: toMonth(12)},
	{keys: ['<'], name: 'The month before, from anywhere', foot: ['< >', 'month'], group: screens, valid: always, act: toMonth(-1)},
	{keys: ['>'], name: 'The next month, from anywhere', group: screens, valid: always, act: toMonth(1)},
	{keys: ['.'], name: 'The next outcome', group: screens, valid: always, act: toOutcome(1)},
	{keys: [','], name: 'The outcome before', foot: [', .', 'outcome'], group: screens, valid: always, act: toOutcome(-1)},
];
