import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {loadScenario} from '../../src/scenario/load.ts';
import {width as widthOf} from '../../src/tui/drawing/lines.ts';
import {screens} from '../../src/tui/screens/index.ts';
import {openingState} from '../../src/tui/state.ts';
import {createStore} from '../../src/tui/store.ts';

/** A valley of mines alike. */
function valley(mines: number): string {
	const sites = Array.from(
		{length: mines},
		(_, i) =>
			`  mine-${i + 1}: {label: Mine ${i + 1}, industry: mining, product: coal, count: 3 units, working: 1 unit, capacity: ${10 + i} t/month, crew: 2 persons/unit}`,
	);
	return `counterplan: 1
file: scenario
title: Mines
start: 1900-01
end: 1901-12
reason: a test
goods:
  coal: {label: Coal, unit: t, price: 1 yen/t, base-output: 100 t/month}
industries:
  mining: {label: Mining, skilled: 0 persons, unskilled: 500 persons, skilled-share: 0, skill-weight: 0.5, hiring: 0.1}
sites:
${sites.join('\n')}
`;
}

test.each([1, 500])('a scenario of %d sites fills every screen at every size', mines => {
	const file = path.join(mkdtempSync(path.join(tmpdir(), 'counterplan-mines-')), 'mines.yaml');
	writeFileSync(file, valley(mines));
	const store = createStore(loadScenario(file), openingState('dark', 'braille', false));
	const scene = store.getScene();
	expect(scene.now.run.program.ids.sites).toHaveLength(mines);
	for (const screen of screens) {
		for (const size of [
			{width: 40, height: 12},
			{width: 80, height: 20},
			{width: 140, height: 54},
		]) {
			const rows = screen.draw(scene, size);
			expect(rows).toHaveLength(size.height);
			for (const row of rows) expect(widthOf(row)).toBe(size.width);
		}
		expect(screen.say(scene)).not.toBe('');
	}
});

test('the last of 500 sites can be walked to and opened', () => {
	const file = path.join(mkdtempSync(path.join(tmpdir(), 'counterplan-mines-')), 'mines.yaml');
	writeFileSync(file, valley(500));
	const store = createStore(loadScenario(file), openingState('dark', 'braille', false));
	const sites = screens.find(({id}) => id === 'sites');
	const list = {...store.getState().lists.sites, row: 499, open: 'mine-500'};
	const scene = {...store.getScene(), state: {...store.getState(), screen: 'sites' as const, lists: {...store.getState().lists, sites: list}}};
	expect(sites?.draw(scene, {width: 100, height: 30}).join('\n')).toContain('Mine 500');
});
