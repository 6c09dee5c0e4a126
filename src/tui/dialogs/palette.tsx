/** The palette: everything that can be done or gone to, found by its name. */
import {useApp} from 'ink';
import {useState} from 'react';
import {fitTo} from '../drawing/lines.ts';
import {type Command, commands, keyLabel, type Reach} from '../keys.ts';
import {glyphSets, type Look, paint, themeNames} from '../look.ts';
import {shownOutcomes} from '../outcomes.ts';
import type {Action} from '../reduce.ts';
import {screens} from '../screens/index.ts';
import {fits, unlockedLevers} from '../shown.ts';
import {close, type DialogProps} from './dialog.tsx';
import {Frame, linesIn, roomIn} from './frame.tsx';
import {typedLine, useTyped} from './typed.ts';

type Item = {readonly name: string; readonly keys: string; readonly act: (reach: Reach) => readonly Action[] | 'leave'};

/** Type some letters, choose with the arrows, Enter does it. */
export function PaletteDialog({store, scene, size}: DialogProps) {
	const {exit} = useApp();
	const [place, setPlace] = useState(0);
	const state = {...scene.state, dialog: undefined};
	const reach: Reach = {state, scene: {...scene, state}, screen: screens.find(({id}) => id === state.screen) ?? screens[0], at: Date.now(), page: 10};
	const all = itemsOf(reach);
	const found = (text: string): readonly Item[] => (text.trim() === '' ? all : all.filter(({name}) => fits(name, text.trim())));
	const typed = useTyped('', (key, text) => {
		const items = found(text);
		const last = Math.max(0, items.length - 1);
		if (key === 'esc') close(store);
		else if (key === 'up') setPlace(before => Math.max(0, Math.min(before, last) - 1));
		else if (key === 'down') setPlace(before => Math.min(last, before + 1));
		else if (key !== 'enter') setPlace(0);
		else {
			const done = items[Math.min(place, last)]?.act({...reach, at: Date.now()});
			if (!done) return;
			close(store);
			if (done === 'leave') exit();
			else for (const action of done) store.dispatch(action);
		}
	});
	const items = found(typed.text);
	const room = roomIn(size);
	const lines = [typedLine(typed, room, scene.look, 'type to find'), ' ', ...listLines(items, place, linesIn(size) - 2, room, scene.look)];
	return (
		<Frame
			title="Commands"
			lines={lines}
			keys={[
				['↑↓', 'choose'],
				['Enter', 'do it'],
				['Esc', 'close'],
			]}
			size={size}
			look={scene.look}
		/>
	);
}

function listLines(items: readonly Item[], place: number, height: number, room: number, look: Look): string[] {
	if (items.length === 0) return [paint('nothing has all these words', {role: 'faint'}, look)];
	const chosen = Math.min(place, items.length - 1);
	const top = Math.max(0, Math.min(items.length - height, chosen - Math.floor(height / 2)));
	return items.slice(top, top + height).map(({name, keys}, i) => {
		const here = top + i === chosen;
		const line = `${here ? '▸' : ' '} ${fitTo(name, room - 14)} ${fitTo(keys, 11, 'right')}`;
		return paint(line, here ? {role: 'accent', bold: true} : {role: 'text'}, look);
	});
}

/** Files and runs are sought more often than the keys that walk a list. */
const sought = ({group}: Command): boolean => group === 'Files' || group === 'Runs' || group === 'Lesson';

/** The commands that mean something now, but for the digits. */
function commandItems(reach: Reach, wanted: (command: Command) => boolean): readonly Item[] {
	const named = new Map<string, Item>();
	for (const command of commands) {
		if (!wanted(command) || !command.valid(reach) || /^\d$/.test(command.keys[0] ?? '') || named.has(command.name)) continue;
		const act = (at: Reach): readonly Action[] | 'leave' => {
			const done = command.act(at);
			return done === 'leave' ? done : done ? [done] : [];
		};
		named.set(command.name, {name: command.name, keys: command.keys.slice(0, 2).map(keyLabel).join(' '), act});
	}
	return [...named.values()];
}

/** What is looked for most stands first. */
function itemsOf(reach: Reach): readonly Item[] {
	const {scene} = reach;
	const items = (wanted: (command: Command) => boolean): readonly Item[] => commandItems(reach, wanted);
	const item = (name: string, ...actions: Action[]): Item => ({name, keys: '', act: () => actions});
	return [
		...screens.map(({id, title}, i) => ({...item(`Screen: ${title}`, {type: 'screen', screen: id, pane: 'screen'}), keys: String(i + 1)})),
		...items(sought),
		...shownOutcomes(scene.bench.program).map(({label}, i) => item(`Outcome: ${label}`, {type: 'outcome', outcome: i})),
		...unlockedLevers(scene).map(({label, group}, i) =>
			item(`Lever: ${label} (${group})`, {type: 'lever-filter', text: ''}, {type: 'lever', place: i}, {type: 'pane', pane: 'levers'}),
		),
		...items(command => !sought(command)),
		...themeNames.map(theme => item(`Theme: ${theme}`, {type: 'theme', theme})),
		...glyphSets.map(glyphs => item(`Lines drawn in: ${glyphs}`, {type: 'glyphs', glyphs})),
	];
}
