/** The whole screen: what is around the panes, the panes, and the dialog over them. */
import {Box, Text, useApp, useInput, useIsScreenReaderEnabled} from 'ink';
import {useCallback, useEffect, useLayoutEffect, useState, useSyncExternalStore} from 'react';
import {changed, changedLine} from './changed.ts';
import {DialogPane} from './dialogs/dialog.tsx';
import {Keys} from './dialogs/take.ts';
import {inAscii} from './drawing/glyphs.ts';
import {KeyQueue} from './keys/queue.ts';
import {commandFor, keysOf, type Reach} from './keys.ts';
import {gap, type Layout, layoutOf, smallest} from './layout.ts';
import {lessonPanel, sayLesson} from './lesson/panel.ts';
import type {Look} from './look.ts';
import {effectChart} from './panes/effect.ts';
import {footerLine} from './panes/footer.ts';
import {headerLine, tabsLine} from './panes/header.ts';
import {leversPane, sayLevers} from './panes/levers.ts';
import {pointed} from './pointing.ts';
import type {Scene, Screen, Size} from './scene.ts';
import {screens} from './screens/index.ts';
import type {Store} from './store.ts';
import {Region, useMouse, useWindowSize} from './terminal/region.tsx';
import type {Mouse} from './terminal/tty-in.ts';

/** How long a notice stays, in milliseconds. */
const noticed = 3000;

/** The screen that a state shows. */
export const screenOf = ({screen}: Scene['state']): Screen => screens.find(({id}) => id === screen) ?? screens[0];

/** Everything on the screen, and the keys; ends with Ink's `exit`. */
export function App({store}: {readonly store: Store}) {
	const scene = useSyncExternalStore(store.subscribe, store.getScene);
	const size = useWindowSize();
	const layout = layoutOf(size, scene.state);
	const reader = useIsScreenReaderEnabled();
	const keys = useKeys(store, size, scene.state);
	useNotice(store, scene.state.notice);
	usePointing(store, scene.state.mouse && scene.state.dialog === undefined, size);
	if (reader) return <Spoken store={store} scene={scene} keys={keys} />;
	if (!layout) return <TooSmall size={size} />;
	const {width} = size;
	const screen = screenOf(scene.state);
	const reach = reachOf(store, size);
	// Out of the flow it gives Ink no rows of its own to write: what is drawn goes past Ink, and Ink writes even blanks cell by cell.
	const position = scene.state.dialog ? 'relative' : 'absolute';
	return (
		<Box flexDirection="column" width={width} height={size.height} position={position}>
			<Drawn look={scene.look} rows={[headerLine(scene, screen, width), tabsLine(scene, screens, width)]} width={width} />
			<Keys value={keys}>
				{scene.state.dialog ? (
					<DialogPane store={store} scene={scene} dialog={scene.state.dialog} size={layout.body} />
				) : (
					<Panes scene={scene} layout={layout} />
				)}
			</Keys>
			<Drawn look={scene.look} rows={[changedLine(scene, width), scene.state.dialog ? ' '.repeat(width) : footerLine(reach, width)]} width={width} />
		</Box>
	);
}

function Panes({scene, layout: {levers, screen, lesson, effect}}: {readonly scene: Scene; readonly layout: Layout}) {
	const shown = screenOf(scene.state);
	const {look} = scene;
	return (
		<Box>
			{levers && (
				<Box flexDirection="column">
					<Drawn look={look} rows={leversPane(scene, levers)} width={levers.width} />
					{effect && <Drawn look={look} rows={effectChart(scene, effect)} width={effect.width} />}
				</Box>
			)}
			<Box flexDirection="column" marginLeft={levers && screen ? gap : 0}>
				{lesson && <Drawn look={look} rows={lessonPanel(scene, lesson)} width={lesson.width} />}
				{screen && <Drawn look={look} rows={shown.draw(scene, screen)} width={screen.width} />}
			</Box>
		</Box>
	);
}

/** Rows as they were drawn; where only letters are wanted, in letters. */
const Drawn = ({look, rows, width}: {readonly look: Look; readonly rows: readonly string[]; readonly width: number}) => (
	<Region rows={look.glyphs === 'ascii' ? rows.map(inAscii) : rows} width={width} />
);

const TooSmall = ({size}: {readonly size: Size}) => (
	<Box width={size.width} height={size.height} flexDirection="column">
		<Text>
			This needs a terminal of {smallest.width} columns by {smallest.height} rows.
		</Text>
		<Text>
			Here are {size.width} by {size.height}. Make it larger, or press Ctrl+C to quit.
		</Text>
	</Box>
);

/** For a screen reader: sentences in the place of pictures, the same keys. */
function Spoken({store, scene, keys}: {readonly store: Store; readonly scene: Scene; readonly keys: KeyQueue}) {
	const screen = screenOf(scene.state);
	const {outcome, against, cause} = changed(scene);
	const {dialog, notice, lesson, pane} = scene.state;
	return (
		<Box flexDirection="column">
			<Text>{`${scene.bench.program.title}. ${screen.title}: ${screen.about}`}</Text>
			{lesson && <Text>{sayLesson(scene)}</Text>}
			<Text>{pane === 'levers' ? sayLevers(scene) : screen.say(scene)}</Text>
			<Text>{`${outcome}; ${against}; ${cause}.`}</Text>
			{notice && <Text>{notice}</Text>}
			<Keys value={keys}>{dialog && <DialogPane store={store} scene={scene} dialog={dialog} size={{width: 80, height: 24}} />}</Keys>
		</Box>
	);
}

/** What commands see now. */
function reachOf(store: Store, size: Size): Reach {
	const state = store.getState();
	const layout = layoutOf(size, state);
	const alone = layout !== undefined && layout.screen === undefined;
	return {state, scene: store.getScene(), screen: screenOf(state), at: Date.now(), page: layout?.body.height ?? 1, alone};
}

/** Keys go to the table, and while a dialog is open to it; Ctrl+C ends the program in any case. */
function useKeys(store: Store, size: Size, {dialog}: Scene['state']): KeyQueue {
	const {exit} = useApp();
	const [times, draw] = useState(0);
	const [keys] = useState(() => new KeyQueue(store, draw));
	useInput((input, key) => (key.ctrl && input === 'c' ? exit() : keys.add(keysOf(input, key))));
	const press = (key: string): void => {
		const reach = reachOf(store, size);
		const action = commandFor(key, reach)?.act(reach);
		if (action === 'leave') exit();
		else if (action) store.dispatch(action);
	};
	useLayoutEffect(() => keys.drawn({dialog, times, press}));
	return keys;
}

/** The mouse points at tabs, levers and rows. */
function usePointing(store: Store, wanted: boolean, size: Size): void {
	const told = useCallback(
		(mouse: Mouse): void => {
			for (const action of pointed(mouse, {...store.getScene(), state: store.getState()}, screens, size, Date.now())) store.dispatch(action);
		},
		[store, size],
	);
	useMouse(wanted, told);
}

/** A notice goes away by itself. */
function useNotice(store: Store, notice: string | undefined): void {
	useEffect(() => {
		if (notice === undefined) return;
		const timer = setTimeout(() => store.dispatch({type: 'notice', text: undefined}), noticed);
		return () => clearTimeout(timer);
	}, [store, notice]);
}
