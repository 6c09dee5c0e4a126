/** Keys that compare runs, and read and write files. */
import {nameOf} from '../names.ts';
import {always, type Command} from './command.ts';

const runs = 'Runs';
const files = 'Files';

/** Commands of runs and files, in the order of the help. */
export const runCommands: readonly Command[] = [
	{
		keys: ['c'],
		name: 'Pin this run as A, to compare with',
		foot: ['c', 'pin as A'],
		group: runs,
		valid: always,
		act: ({state, scene}) => ({type: 'pin', name: nameOf(scene.bench, state)}),
	},
	{keys: ['C'], name: 'Compare with the baseline again', group: runs, valid: ({state}) => state.pin !== undefined, act: () => ({type: 'unpin'})},
	{
		keys: ['x'],
		name: 'Swap A with what is on the bench',
		foot: ['x', 'swap'],
		group: runs,
		valid: ({state}) => state.pin !== undefined,
		act: ({state, scene}) => ({type: 'swap', name: nameOf(scene.bench, state)}),
	},
	{
		keys: ['d'],
		name: 'Show the difference, or both',
		foot: ['d', 'difference'],
		group: runs,
		valid: ({state}) => state.screen === 'compare',
		act: () => ({type: 'difference'}),
	},
	{
		keys: ['b'],
		name: 'Show how sure the curve is: a band of what is uncertain, or none',
		foot: ['b', 'band'],
		group: runs,
		valid: ({state}) => state.screen === 'overview',
		act: () => ({type: 'band'}),
	},
	{
		keys: ['b'],
		name: 'Show how sure it is: members drawn, other readings and forms of the model, or none',
		foot: ['b', 'how sure'],
		group: runs,
		valid: ({state, scene}) => state.screen === 'why' && scene.bench.program.reliefs.length > 0,
		act: () => ({type: 'band'}),
	},
	{
		keys: ['y'],
		name: 'Say why of the year under the cursor, or of the whole run',
		foot: ['y', 'year or run'],
		group: runs,
		valid: ({state}) => state.screen === 'why',
		act: () => ({type: 'span'}),
	},
	{
		keys: ['v'],
		name: 'Show what each lever can do to the outcome, or what holds output back',
		foot: ['v', 'levers’ effects'],
		group: runs,
		valid: ({state, scene}) => state.screen === 'overview' && scene.bench.levers.length > 0,
		act: () => ({type: 'effects'}),
	},
	{
		keys: ['p'],
		name: 'Put another scenario or what-if on the bench',
		foot: ['p', 'what-ifs'],
		group: files,
		valid: ({state}) => state.lesson === undefined,
		act: () => ({type: 'dialog', dialog: {kind: 'picker'}}),
	},
	{
		keys: ['s'],
		name: 'Save the levers as a what-if',
		foot: ['s', 'save'],
		group: files,
		valid: always,
		act: ({state}) =>
			state.positions.size > 0 ? {type: 'dialog', dialog: {kind: 'save'}} : {type: 'notice', text: 'no lever was moved: there is nothing to save'},
	},
	{
		keys: ['e'],
		name: 'Export this screen as data and picture',
		foot: ['e', 'export'],
		group: files,
		valid: always,
		act: () => ({type: 'dialog', dialog: {kind: 'export'}}),
	},
];
