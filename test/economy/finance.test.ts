import {expect, test} from 'vitest';
import {purposes} from '../../src/economy/structure.ts';
import {monthByMonth} from './observe.ts';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;
type Purpose = (typeof purposes)[number];

/** A fund that owes 40 yen of pay and 30 of management, can lay out 50 on a works and 20 on a course. */
const purse = (numbers: Numbers, spends: readonly Purpose[] = ['pay', 'management', 'restoration', 'training'], more: Partial<World> = {}): World => ({
	months: 1,
	labour: {builders: 100},
	goods: [{id: 'iron', with: {price: 2}}],
	industries: [{id: 'industry', with: {unskilled: 10, skilledShare: 0.5, skillWeight: 0.5}}],
	sites: [{id: 'works', product: 'iron', with: {capacity: 10, cost: 200, shortest: 4}}],
	communities: [{id: 'visitors', fund: 'fund', with: {pay: 10}}],
	professions: [{id: 'engineer', with: {instruction: 1}, staff: {visitors: {present: 4}}}],
	courses: [
		{id: 'course', makes: 'skilled', fund: 'fund', with: {seats: 10, classSize: 9, duration: 2, passing: 1, candidates: 1, cost: 2, away: 1, instruction: 1}},
	],
	funds: [{id: 'fund', spends, with: {management: 30, ...numbers}}],
	...more,
});
const budgets = (world: World): Record<string, number> => {
	const {funds} = build(world).run();
	return Object.fromEntries(purposes.map((purpose, k) => [purpose, funds.budget[k]]));
};

test('a fund meets its purposes in its own order while there is money', () => {
	expect(budgets(purse({promised: 1000}))).toEqual({pay: 40, management: 30, restoration: 50, training: 20, railways: 0});
	expect(budgets(purse({promised: 100}))).toEqual({pay: 40, management: 30, restoration: 30, training: 0, railways: 0});
	expect(budgets(purse({promised: 100}, ['training', 'restoration', 'pay', 'management']))).toEqual({
		training: 20,
		restoration: 50,
		pay: 30,
		management: 0,
		railways: 0,
	});
});

test('the cover of a fund is what it has of what it needs', () => {
	const {funds} = build(purse({promised: 70})).run();
	expect([funds.needed[0], funds.cover[0], funds.spent[0], funds.cash[0]]).toEqual([140, 0.5, 70, 0]);
});

test('what a fund may draw at the bank counts as money, down to the limit', () => {
	const {funds} = build(purse({cash: 10, credit: 50})).run();
	expect([funds.spent[0], funds.cash[0]]).toEqual([60, -50]);
	expect(monthByMonth(purse({promised: 20, credit: 100}, ['pay'], {months: 6}), ({funds: {cash}}) => cash[0])).toEqual([-20, -40, -60, -80, -100, -100]);
});

test('a promise is paid in part and late', () => {
	const world = purse({promised: [100, 200, 0, 0], paid: [0.5, 1, 1, 1], lag: 2}, [], {months: 4});
	expect(monthByMonth(world, ({funds}) => funds.received[0])).toEqual([0, 0, 50, 200]);
});

test('a fund spends no more on restoration than it is allowed', () => {
	expect(budgets(purse({promised: 1000, restorationLimit: 15})).restoration).toBe(15);
});

test('what is budgeted for works and courses and cannot be spent stays in the purse', () => {
	const world = purse({promised: 1000}, ['restoration', 'training'], {labour: {builders: 0}});
	const [works] = world.sites ?? [];
	const {funds} = build({...world, sites: [{...works, with: {...works.with, work: 1}}], professions: []}).run();
	expect([funds.budget[3], funds.budget[2]]).toEqual([50, 20]); // and neither builders nor teachers
	expect(funds.cash[0]).toBe(1000);
});

test('two funds share the cost of a works by what each set aside for it', () => {
	const funds = [
		{id: 'fund', spends: ['restoration'] as const, with: {promised: 30}},
		{id: 'bank', spends: ['restoration'] as const, with: {promised: 10}},
	];
	const {funds: purses, restoration} = build(purse({}, [], {funds})).run();
	expect(restoration.progress[0]).toBe(0.2); // 40 of 200 yen
	expect([...purses.spent]).toEqual([30, 10]);
	const rich = build(purse({}, [], {funds: funds.map(fund => ({...fund, with: {promised: 90}}))})).run();
	expect([...rich.funds.spent]).toEqual([25, 25]); // a quarter of the works is all that a month allows
});

test('enterprises’ surplus is sales after inputs and wages, and the fund has its share a month later', () => {
	const world = purse({surplus: 0.5}, [], {
		months: 2,
		finance: {inputCost: 0.25},
		labour: {wage: 1},
		sites: [{id: 'works', product: 'iron', with: {capacity: 20, working: 1}}],
		courses: [],
	});
	expect(monthByMonth(world, ({funds}) => [funds.surplus[0], funds.received[0]])).toEqual([
		[20, 0], // 20 × 2 × ¾ − 10 × 1
		[20, 10],
	]);
});

test('the losses of enterprises are the bank’s and take nothing from the fund', () => {
	const world = purse({surplus: 0.5}, [], {months: 2, labour: {wage: 100}, courses: []});
	expect(monthByMonth(world, ({funds}) => [funds.surplus[0], funds.cash[0]])).toEqual([
		[-1000, 0],
		[-1000, 0],
	]);
});
