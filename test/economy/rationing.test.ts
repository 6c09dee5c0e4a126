import {expect, test} from 'vitest';
import {build, type World} from './world.ts';

type Numbers = Readonly<Record<string, number | readonly number[]>>;
type Inputs = Readonly<Record<string, number>>;

const [PROPORTIONAL, STRICT, QUOTA] = [0, 1, 2];

/** Works that each make their own product of coal; `stock` is what there is of each input. */
const works = (
	rule: number,
	stock: Inputs,
	sites: readonly (Numbers & {readonly capacity: number})[],
	inputs: readonly Inputs[] = [],
	more: Partial<World> = {},
): World => ({
	months: 1,
	policy: {rationing: rule},
	goods: [...Object.entries(stock).map(([id, openingStock]) => ({id, with: {openingStock}})), ...sites.map((_, s) => ({id: `product-${s}`}))],
	sites: sites.map((numbers, s) => ({id: `works-${s}`, product: `product-${s}`, with: {working: 1, ...numbers}, recipes: [{inputs: inputs[s] ?? {coal: 1}}]})),
	...more,
});
const outputs = (world: World): number[] => [...build(world).run().sites.output].map(output => Math.round(output * 1e9) / 1e9);

test('works of one class share scarce coal in proportion to what they would burn', () => {
	expect(outputs(works(PROPORTIONAL, {coal: 80}, [{capacity: 100}, {capacity: 60}]))).toEqual([50, 30]); // 80 of 160
});

test('under strict priority the first of a class is served before the second', () => {
	expect(outputs(works(STRICT, {coal: 80}, [{capacity: 50}, {capacity: 60}, {capacity: 40}]))).toEqual([50, 30, 0]);
});

test('under a plan quota works share by their planned output', () => {
	const plan = [
		{capacity: 100, quota: 0.6},
		{capacity: 100, quota: 0.2},
	];
	expect(outputs(works(QUOTA, {coal: 80}, plan))).toEqual([60, 20]); // 100 × 0.6 and 100 × 0.2 in 80
});

test('a quota beyond what a works can burn is left to the others', () => {
	const plan = [
		{capacity: 20, quota: 4},
		{capacity: 100, quota: 0.5},
	];
	expect(outputs(works(QUOTA, {coal: 80}, plan))).toEqual([20, 60]);
});

test('a lower class has what the higher leaves, and shares it', () => {
	const classes = [
		{capacity: 60, priority: 1},
		{capacity: 80, priority: 4},
		{capacity: 40, priority: 4},
	];
	expect(outputs(works(PROPORTIONAL, {coal: 90}, classes))).toEqual([60, 20, 10]); // 30 of 120
});

test('coal that a works short of ore cannot use is passed on to the others of its class', () => {
	const inputs = [{ore: 1, coal: 1}, {coal: 1}, {coal: 1}];
	const three = [{capacity: 100}, {capacity: 100}, {capacity: 100}];
	expect(outputs(works(PROPORTIONAL, {ore: 10, coal: 150}, three, inputs))).toEqual([10, 70, 70]); // not 50 each
	expect(outputs(works(STRICT, {ore: 10, coal: 150}, three, inputs))).toEqual([10, 100, 40]);
	expect(
		outputs(
			works(
				QUOTA,
				{ore: 10, coal: 150},
				three.map((site, s) => ({...site, quota: s === 2 ? 0.4 : 1})),
				inputs,
			),
		),
	).toEqual([10, 100, 40]); // 140 in 1 : 0.4
});

test('nobody is cut while there is enough for all', () => {
	for (const rule of [PROPORTIONAL, STRICT, QUOTA]) expect(outputs(works(rule, {coal: 160}, [{capacity: 100, quota: 0.1}, {capacity: 60}]))).toEqual([100, 60]);
});

test('what is not shared out stays in stock', () => {
	const {goods} = build(works(PROPORTIONAL, {ore: 10, coal: 150}, [{capacity: 100}], [{ore: 1, coal: 2}])).run();
	expect([...goods.stock]).toEqual([0, 130, 10]);
});

test('a use turns to its second fuel for what the first could not serve', () => {
	const stoves = [{id: 'stoves', goods: {coal: 1, wood: 2}, with: {demand: 100}}];
	const {uses, goods} = build(works(PROPORTIONAL, {coal: 70, wood: 1000}, [], [], {uses: stoves})).run();
	expect([uses.served[0], goods.used[0]]).toEqual([100, 70]);
	expect(goods.used[1]).toBeCloseTo(60, 12); // the last 30 at 2 t of wood each
});

test('a use whose second fuel is short too goes without the rest', () => {
	const stoves = [{id: 'stoves', goods: {coal: 1, wood: 2}, with: {demand: 100}}];
	const {uses} = build(works(PROPORTIONAL, {coal: 70, wood: 20}, [], [], {uses: stoves})).run();
	expect([uses.served[0], uses.cover[0]]).toEqual([80, 0.8]);
});

test('second choices come when all first choices have been met, whatever their class', () => {
	const stoves = [{id: 'stoves', goods: {coal: 1, wood: 1}, with: {demand: 100, priority: 1}}];
	const {uses, sites} = build(works(PROPORTIONAL, {coal: 0, wood: 130}, [{capacity: 100, priority: 5}], [{wood: 1}], {uses: stoves})).run();
	expect([sites.output[0], uses.served[0]]).toEqual([100, 30]);
});

test('exports and uses claim beside the works, each in its class', () => {
	const beside = (priority: number): Partial<World> => ({
		uses: [{id: 'stoves', goods: {coal: 1}, with: {demand: 40, priority: 3}}],
		exports: [{id: 'abroad', good: 'coal', with: {contract: 60, priority}}],
	});
	const shared = (priority: number): number[] => {
		const {sites, uses, trade} = build(works(PROPORTIONAL, {coal: 100}, [{capacity: 100}], [], beside(priority))).run();
		return [sites.output[0], uses.served[0], trade.shipped[0]].map(value => Math.round(value * 1e9) / 1e9);
	};
	expect(shared(3)).toEqual([50, 20, 30]); // 100 of 200
	expect(shared(1)).toEqual([28.571428571, 11.428571429, 60]); // 40 of 140
	expect(shared(5)).toEqual([71.428571429, 28.571428571, 0]); // 100 of 140
});

test('restoration claims its materials in the class that policy gives it', () => {
	const claim = (restorationPriority: number): number => {
		const {policy, ...world} = works(PROPORTIONAL, {coal: 100}, [{capacity: 100}, {capacity: 1, working: 0, cost: 0}], [], {labour: {builders: 1}});
		const [kiln, ruin] = world.sites ?? [];
		return build({...world, policy: {...policy, restorationPriority}, sites: [kiln, {...ruin, materials: {coal: 30}}]}).run().sites.output[0];
	};
	expect(claim(1)).toBeCloseTo(70, 10);
	expect(claim(5)).toBe(100);
});

test('goods furthest upstream are shared out first, so that power is not promised to a works without ore', () => {
	const world = works(PROPORTIONAL, {ore: 20}, [{capacity: 100}, {capacity: 100}], [{ore: 1}, {}]);
	const [furnace, mill] = world.sites ?? [];
	const {sites} = build({
		...world,
		electricity: 'power',
		goods: [...world.goods, {id: 'power'}],
		sites: [
			{...furnace, recipes: [{inputs: {ore: 1}, electricity: 1}]},
			{...mill, recipes: [{electricity: 1}]},
			{id: 'station', product: 'power', with: {capacity: 110, working: 1}},
		],
	}).run();
	expect(sites.output[0]).toBeCloseTo(20, 10);
	expect(sites.output[1]).toBeCloseTo(90, 10);
});
