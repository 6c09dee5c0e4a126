import {expect, test} from 'vitest';
import {money} from '../../../src/tui/screens/money.ts';
import {moneyRows} from '../../../src/tui/screens/money-rows.ts';
import {freshList} from '../../../src/tui/state.ts';
import {programOf} from '../../run/toy.ts';
import {benchFor, drawn, firstSteps, korea, sceneOf, sizes} from './scenes.ts';

test('money and trade fill every size, whichever row is chosen', () => {
	for (const bench of [korea(), firstSteps()]) {
		const scene = sceneOf(bench, money);
		const count = money.list!.rows(scene, freshList).length;
		for (const size of sizes) {
			for (const row of [0, 3, count - 1]) expect(drawn(money, sceneOf(bench, money, {list: {row}}), size)).toContain('Money and trade by year');
		}
	}
});

test('what a fund received over a year, over what it needed, is the share of the need that was met', () => {
	const {baseline} = korea();
	const rows = moneyRows(sceneOf(korea(), money));
	const share = rows.find(({label}) => label === 'received of needed')!;
	const [needed, received] = ['needed', 'received'].map(name => rows.find(({label, section}) => label === name && section === share.section)!);
	const year = baseline.years[1];
	expect(share.over(baseline, year)).toBeCloseTo(received.over(baseline, year)! / needed.over(baseline, year)!, 12);
});

test('receipts of all exports are the sum of the receipts of each', () => {
	const {baseline, program} = korea();
	const all = moneyRows(sceneOf(korea(), money)).find(({id}) => id === 'exports.receipts')!;
	const each = [...program.entities.values()].filter(({kind}) => kind === 'export').map(({id}) => baseline.track(id, 'receipts')!.values[40]);
	expect(all.valuesOf(baseline)![40]).toBeCloseTo(
		each.reduce((sum, value) => sum + value, 0),
		6,
	);
});

test('where no money moves and nothing is traded, it says so', () => {
	expect(drawn(money, sceneOf(benchFor(programOf()), money), {width: 80, height: 20})).toContain('No money is needed or spent');
});
