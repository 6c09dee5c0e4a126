/** The keys of a lesson, for the table of keys. */
import type {Command, Reach} from '../keys/command.ts';
import {isDone} from './move.ts';
import {stepOf} from './state.ts';

const group = 'Lesson';

const open = ({state}: Reach): boolean => state.lesson !== undefined;
const onLesson = (reach: Reach): boolean => open(reach) && reach.state.pane === 'lesson';
const chooses = (reach: Reach): boolean => onLesson(reach) && reach.state.lesson !== undefined && stepOf(reach.state.lesson)?.kind === 'predict';
const waits = (reach: Reach): boolean => {
	const {state} = reach;
	const step = state.lesson && stepOf(state.lesson);
	return onLesson(reach) && state.lesson !== undefined && step?.kind === 'move' && !isDone(step, state, state.lesson);
};
const atEnd = (reach: Reach): boolean => reach.state.lesson !== undefined && stepOf(reach.state.lesson) === undefined;
const handsIn = (reach: Reach): boolean => atEnd(reach) && reach.state.lesson?.written === undefined;

const choose = () => ({type: 'lesson', does: 'choose'}) as const;

/** Commands of a lesson; they come before those of the panes, whose arrows they take while the lesson is focused. */
export const lessonCommands: readonly Command[] = [
	{keys: ['up', 'k'], name: 'The choice above', foot: ['↑↓', 'choose'], group, valid: chooses, act: () => ({type: 'lesson', does: 'point', by: -1})},
	{keys: ['down', 'j'], name: 'The choice below', group, valid: chooses, act: () => ({type: 'lesson', does: 'point', by: 1})},
	{keys: ['up', 'k'], name: 'The lesson’s text up', group, valid: onLesson, act: () => ({type: 'lesson', does: 'scroll', by: -1})},
	{keys: ['down', 'j'], name: 'The lesson’s text down', group, valid: onLesson, act: () => ({type: 'lesson', does: 'scroll', by: 1})},
	{keys: ['page up'], name: 'A page of the lesson’s text up', group, valid: onLesson, act: () => ({type: 'lesson', does: 'scroll', by: -6})},
	{keys: ['page down'], name: 'A page of the lesson’s text down', group, valid: onLesson, act: () => ({type: 'lesson', does: 'scroll', by: 6})},
	{
		keys: ['enter'],
		name: 'Hand in what was predicted',
		foot: ['Enter', 'hand in'],
		group,
		valid: reach => onLesson(reach) && handsIn(reach),
		act: () => ({type: 'dialog', dialog: {kind: 'hand-in', leaving: false}}),
	},
	{
		keys: ['q'],
		name: 'Hand in, and quit',
		group,
		valid: ({state}) => state.lesson !== undefined && state.lesson.answers.size > 0 && state.lesson.written === undefined,
		act: () => ({type: 'dialog', dialog: {kind: 'hand-in', leaving: true}}),
	},
	{keys: ['enter'], name: 'Take the choice', foot: ['Enter', 'predict'], group, valid: chooses, act: choose},
	{keys: ['enter'], name: 'To the levers that the step waits for', foot: ['Enter', 'to the levers'], group, valid: waits, act: choose},
	{keys: ['enter'], name: 'On with the lesson', group, valid: reach => onLesson(reach) && !atEnd(reach), act: choose},
	{
		keys: ['n'],
		name: 'The next step of the lesson',
		foot: ['n', 'next step'],
		group,
		valid: reach => open(reach) && !atEnd(reach),
		act: () => ({type: 'lesson', does: 'next'}),
	},
	{keys: ['b'], name: 'The step of the lesson before', foot: ['b', 'back'], group, valid: open, act: () => ({type: 'lesson', does: 'back'})},
	{
		keys: ['g'],
		name: 'To the lesson',
		foot: ['g', 'lesson'],
		group,
		valid: reach => open(reach) && !onLesson(reach),
		act: () => ({type: 'pane', pane: 'lesson'}),
	},
];
