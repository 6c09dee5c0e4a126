/** Keys of the pane of levers. */
import type {Action} from '../reduce.ts';
import {chosenLever, kept, shownLevers, stepped} from '../shown.ts';
import {type Command, type Reach, within} from './command.ts';

const group = 'Levers';

const onLevers = ({state}: Reach): boolean => state.pane === 'levers';
const onLever = (reach: Reach): boolean => onLevers(reach) && leverOf(reach) !== undefined;
const leverOf = ({state, scene}: Reach) => chosenLever({bench: scene.bench, state});

const walk =
	(steps: (reach: Reach) => number) =>
	(reach: Reach): Action => {
		const all = shownLevers({bench: reach.scene.bench, state: reach.state}).length;
		return {type: 'lever', place: within(Math.min(reach.state.lever, all - 1) + steps(reach), all)};
	};

const adjust =
	(steps: number) =>
	(reach: Reach): Action | undefined => {
		const lever = leverOf(reach);
		return lever && {type: 'move', lever: lever.id, to: kept(lever, stepped(lever, reach.state, steps)), at: reach.at};
	};

const toEnd =
	(end: 'min' | 'max') =>
	(reach: Reach): Action | undefined => {
		const lever = leverOf(reach);
		return lever && {type: 'move', lever: lever.id, to: kept(lever, lever[end]), at: reach.at};
	};

/** Commands of the levers, in the order of the help. */
export const leverCommands: readonly Command[] = [
	{keys: ['up', 'k'], name: 'The lever above', foot: ['↑↓', 'choose'], group, valid: onLevers, act: walk(() => -1)},
	{keys: ['down', 'j'], name: 'The lever below', group, valid: onLevers, act: walk(() => 1)},
	{keys: ['page up'], name: 'A page of levers up', group, valid: onLevers, act: walk(({page}) => -page)},
	{keys: ['page down'], name: 'A page of levers down', group, valid: onLevers, act: walk(({page}) => page)},
	{keys: ['left', 'h', '-'], name: 'Move the lever down by a step', foot: ['←→', 'move'], group, valid: onLever, act: adjust(-1)},
	{keys: ['right', 'l', '+'], name: 'Move the lever up by a step', group, valid: onLever, act: adjust(1)},
	{keys: ['shift+left', 'H'], name: 'Move the lever down by ten steps', foot: ['Shift', '×10'], group, valid: onLever, act: adjust(-10)},
	{keys: ['shift+right', 'L'], name: 'Move the lever up by ten steps', group, valid: onLever, act: adjust(10)},
	{keys: ['home'], name: 'Move the lever to its lower end', group, valid: onLever, act: toEnd('min')},
	{keys: ['end'], name: 'Move the lever to its upper end', group, valid: onLever, act: toEnd('max')},
	{
		keys: ['enter', '='],
		name: 'Type a value for the lever',
		foot: ['Enter', 'type a value'],
		group,
		valid: onLever,
		act: () => ({type: 'dialog', dialog: {kind: 'value'}}),
	},
	{
		keys: ['r'],
		name: 'Put the lever back where it rests',
		foot: ['r', 'reset'],
		group,
		valid: reach => onLever(reach) && reach.state.positions.has(leverOf(reach)?.id ?? ''),
		act: reach => ({type: 'reset', lever: leverOf(reach)?.id}),
	},
	{
		keys: ['R'],
		name: 'Put all levers back where they rest',
		foot: ['R', 'reset all'],
		group,
		valid: ({state}) => state.positions.size > 0,
		act: () => ({type: 'reset'}),
	},
	{keys: ['u'], name: 'Undo the last move', foot: ['u', 'undo'], group, valid: ({state}) => state.past.length > 0, act: () => ({type: 'undo'})},
	{keys: ['ctrl+r'], name: 'Redo what was undone', foot: ['Ctrl+R', 'redo'], group, valid: ({state}) => state.future.length > 0, act: () => ({type: 'redo'})},
	{keys: ['/'], name: 'Filter the levers by words', foot: ['/', 'filter'], group, valid: onLevers, act: () => ({type: 'dialog', dialog: {kind: 'filter'}})},
	{
		keys: ['esc'],
		name: 'Show all levers again',
		foot: ['Esc', 'show all'],
		group,
		valid: reach => onLevers(reach) && reach.state.leverFilter !== '',
		act: () => ({type: 'lever-filter', text: ''}),
	},
];
