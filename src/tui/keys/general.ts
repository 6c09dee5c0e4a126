/** Keys of the screen itself: panes, looks, help, the end. */
import {glyphSets, themeNames} from '../look.ts';
import {isUnsaved} from '../reduce.ts';
import type {Pane} from '../state.ts';
import {always, type Command, type Reach} from './command.ts';

const group = 'The screen itself';

/** The panes that Tab goes through. */
export const panesOf = ({scene, state}: Pick<Reach, 'scene' | 'state'>): readonly Pane[] => [
	...(state.lesson ? (['lesson'] as const) : []),
	...(scene.bench.levers.length === 0 ? [] : (['levers'] as const)),
	'screen',
];

const toPane = (steps: number) => (reach: Reach) => {
	const panes = panesOf(reach);
	return {type: 'pane', pane: panes[(panes.indexOf(reach.state.pane) + steps + panes.length) % panes.length]} as const;
};

const after = <Name>(names: readonly Name[], name: Name): Name => names[(names.indexOf(name) + 1) % names.length];

/** Commands of the screen itself, in the order of the help. */
export const generalCommands: readonly Command[] = [
	{keys: ['tab'], name: 'The next pane', foot: ['Tab', 'pane'], group, valid: reach => panesOf(reach).length > 1, act: toPane(1)},
	{keys: ['shift+tab'], name: 'The pane before', group, valid: reach => panesOf(reach).length > 1, act: toPane(-1)},
	{keys: ['z'], name: 'The focused pane alone, or all again', foot: ['z', 'zoom'], group, valid: always, act: () => ({type: 'zoom'})},
	{keys: ['esc'], name: 'All panes again', foot: ['Esc', 'all panes'], group, valid: ({state}) => state.zoomed, act: () => ({type: 'zoom'})},
	{keys: ['?'], name: 'Help', foot: ['?', 'help'], group, valid: always, act: () => ({type: 'dialog', dialog: {kind: 'help'}})},
	{
		keys: [':', 'ctrl+p'],
		name: 'Every command, by its name',
		foot: [':', 'commands'],
		group,
		valid: always,
		act: () => ({type: 'dialog', dialog: {kind: 'palette'}}),
	},
	{keys: ['t'], name: 'The next theme of colours', group, valid: always, act: ({state}) => ({type: 'theme', theme: after(themeNames, state.theme)})},
	{
		keys: ['T'],
		name: 'Draw lines in braille, blocks or letters',
		group,
		valid: always,
		act: ({state}) => ({type: 'glyphs', glyphs: after(glyphSets, state.glyphs)}),
	},
	{keys: ['m'], name: 'Mouse on or off', group, valid: always, act: () => ({type: 'mouse'})},
	{
		keys: ['q'],
		name: 'Quit',
		foot: ['q', 'quit'],
		group,
		valid: always,
		act: ({state}) => (isUnsaved(state) ? {type: 'dialog', dialog: {kind: 'quit'}} : 'leave'),
	},
	{keys: ['ctrl+c'], name: 'Quit at once', group, valid: always, act: () => 'leave'},
];
