import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {runAt} from '../../src/tui/bench.ts';
import {exportScreen} from '../../src/tui/export/write.ts';
import type {Scene} from '../../src/tui/scene.ts';
import {screens} from '../../src/tui/screens/index.ts';
import {openingState} from '../../src/tui/state.ts';
import {createStore} from '../../src/tui/store.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-export-'));
afterAll(() => rmSync(folder, {recursive: true}));
let scene: Scene;
beforeAll(() => {
	scene = createStore(loadScenario('scenarios/korea-1945/historical.yaml'), openingState('dark', 'braille', false)).getScene();
});
const filesOf = (...args: Parameters<typeof exportScreen>): readonly string[] => {
	const written = exportScreen(...args);
	if ('problem' in written) throw new Error(written.problem);
	return written.files;
};

test('every screen gives its tables as data and itself as a picture', () => {
	for (const screen of screens) {
		const files = filesOf(scene, screen, 'both', path.join(folder, screen.id));
		expect(files.filter(file => file.endsWith('.svg'))).toHaveLength(1);
		const csv = files.filter(file => file.endsWith('.csv'));
		expect(csv.length).toBeGreaterThan(0);
		for (const file of csv) expect(readFileSync(file, 'utf8').split('\r\n').length).toBeGreaterThan(2);
		const svg = readFileSync(files.at(-1)!, 'utf8');
		expect(svg).toContain('<svg ');
		expect(svg).toContain(screen.title);
	}
});

test('data say of which run they are, and of a what-if only where there is one', () => {
	const table = (of: Scene): string[] => {
		const [file] = filesOf(of, screens[0], 'data', path.join(folder, `runs-${of.state.positions.size}`));
		return readFileSync(file, 'utf8').split('\r\n');
	};
	const [head, first] = table(scene);
	expect(head).toBe('run,month,baseline');
	expect(first).toMatch(/^"Soviet-zone Korea, 1945-1949: baseline",1945-09,/);
	const [lever] = scene.bench.levers;
	const positions = new Map([[lever.id, lever.max]]);
	const moved = table({...scene, now: runAt(scene.bench, positions), state: {...scene.state, positions}});
	expect(moved[0]).toBe('run,month,what-if,baseline');
	expect(moved[1]).toMatch(/^"Soviet-zone Korea, 1945-1949: Sakhalin ports that load coal 10 ports",/);
});

test('nothing that is there is written over', () => {
	const [screen] = screens;
	const [first] = filesOf(scene, screen, 'picture', path.join(folder, 'twice'));
	writeFileSync(first, 'mine');
	const [second] = filesOf(scene, screen, 'picture', path.join(folder, 'twice'));
	expect(path.basename(second)).toBe('historical-overview-2.svg');
	expect(readFileSync(first, 'utf8')).toBe('mine');
});

test('a folder that cannot be made is said to be so', () => {
	const file = path.join(folder, 'a-file');
	writeFileSync(file, '');
	expect(exportScreen(scene, screens[0], 'both', path.join(file, 'below'))).toMatchObject({problem: expect.stringContaining('cannot write')});
	expect(existsSync(path.join(file, 'below'))).toBe(false);
});
