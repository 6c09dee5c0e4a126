/**
 * What a run can write down: the one list of quantities, their units and meanings. Series, facts, tables and screens all read it.
 */
import type {State} from '../economy/state.ts';
import type {Kind} from './program.ts';

/** A stock stands at month's end, a flow passes in the month; shares and indices are of the month. */
export type Nature = 'stock' | 'flow' | 'share' | 'index';

type Part = Exclude<keyof State, 'balance'>;

/** Where the numbers of a quantity stand in the state: one array of one part, one entry a row. */
export type Field = {readonly [P in Part]: readonly [P, string]}[Part];

export type Quantity = {
	readonly name: string;
	/** `<good>` and `<product>` stand for the unit of the good that the entity is about. */
	readonly unit: string;
	readonly nature: Nature;
	readonly meaning: string;
	readonly field: Field;
	/** A ratio: this field is divided by that one, and a group's is the ratio of its members' sums. */
	readonly over?: Field;
};

const of =
	(nature: Nature) =>
	(name: string, unit: string, meaning: string, field: Field, over?: Field): Quantity => ({name, unit, nature, meaning, field, ...(over && {over})});
const stock = of('stock');
const flow = of('flow');
const share = of('share');
const index = of('index');

/** The quantities of every kind of entity. */
export const quantities: Readonly<Partial<Record<Kind, readonly Quantity[]>>> = {
	good: [
		stock('stock', '<good>', 'stock at the end of the month', ['goods', 'stock']),
		flow('made', '<good>/month', 'made by the sites', ['goods', 'made']),
		flow('imported', '<good>/month', 'landed and carried inland', ['goods', 'imported']),
		flow('supplied', '<good>/month', 'supplied from outside the modelled industry', ['goods', 'supplied']),
		flow('used', '<good>/month', 'used at home', ['goods', 'used']),
		flow('exported', '<good>/month', 'shipped abroad', ['goods', 'exported']),
		flow('lost', '<good>/month', 'spoilt, or lost on the lines', ['goods', 'lost']),
		flow('claimed', '<good>/month', 'claimed at full activity', ['goods', 'claimed']),
	],
	site: [
		stock('rated-capacity', '<product>/month', 'rated capacity of all units', ['sites', 'ratedCapacity']),
		flow('potential', '<product>/month', 'what it could make with every input at hand', ['sites', 'potential']),
		flow('output', '<product>/month', 'what it made', ['sites', 'output']),
		share('utilization', '1', 'output as a share of rated capacity', ['sites', 'output'], ['sites', 'ratedCapacity']),
		stock('working', 'units', 'units at work', ['sites', 'working']),
		stock('idle', 'units', 'units whole but not at work', ['sites', 'idle']),
		stock('damaged', 'units', 'units to be restored', ['sites', 'damaged']),
		stock('restored', 'units', 'units restored since the run began', ['sites', 'restored']),
		share('slack', '1', 'how far the binding cause could be relieved before another binds', ['losses', 'slack']),
	],
	industry: [
		stock('workers', 'persons', 'workers in the crews', ['labour', 'workers']),
		stock('skilled', 'persons', 'skilled workers in the crews', ['labour', 'skilled']),
		stock('unskilled', 'persons', 'unskilled workers in the crews', ['labour', 'unskilled']),
		stock('foremen', 'persons', 'foremen and engineers of the country’s own', ['labour', 'foremen']),
		stock('full-crew', 'persons', 'full crew of the working units', ['labour', 'full']),
		flow('hired', 'persons/month', 'people taken on', ['labour', 'hired']),
		flow('hurt', 'persons/month', 'people hurt for good', ['labour', 'hurt']),
		stock('experience', 'month', 'months of full work done', ['labour', 'experience']),
		share('labour-cover', '1', 'share of potential that the crews allow', ['labour', 'cover']),
		share('skilled-cover', '1', 'skilled work at hand as a share of need', ['labour', 'skilledCover']),
		share('unskilled-cover', '1', 'unskilled work at hand as a share of need', ['labour', 'unskilledCover']),
		share('expertise', '1', 'share of potential that foremen, engineers and specialists allow', ['sites', 'expertise']),
		share('own-expertise', '1', 'share that own foremen and crews would allow alone', ['sites', 'own']),
	],
	profession: [
		stock('present', 'persons', 'people present, of every community', ['specialists', 'serving']),
		stock('need', 'persons', 'people needed', ['specialists', 'need']),
		stock('effective', 'persons', 'people as they count after speech and other duties', ['specialists', 'effective']),
		share('cover', '1', 'share of the need that is met after speech and other duties', ['specialists', 'cover']),
		share('staffing', '1', 'people present over people needed', ['specialists', 'serving'], ['specialists', 'need']),
	],
	community: [
		stock('present', 'persons', 'its people present, of every profession', ['specialists', 'present']),
		share('voice', '1', 'share of what its people say that is understood', ['specialists', 'voice']),
	],
	language: [
		stock('translators', 'persons', 'translators present', ['specialists', 'translators']),
		stock('demand', 'persons', 'people whose work waits on a translator', ['specialists', 'demand']),
		share('spoken', '1', 'share of the demand for translation that is met', ['specialists', 'spoken']),
	],
	course: [
		flow('intake', 'persons/month', 'people who begin', ['training', 'intake']),
		stock('attending', 'persons', 'people on the course', ['training', 'attending']),
		flow('passed', 'persons/month', 'people who pass', ['training', 'passed']),
		stock('trained', 'persons', 'people who have passed since the run began', ['training', 'trained']),
		stock('begun', 'persons', 'people who have begun since the run began', ['training', 'begun']),
		stock('instructors', 'persons', 'teachers, as full-time people', ['training', 'instructors']),
	],
	route: [
		stock('due', '<good>', 'promised and not yet loaded', ['routes', 'due']),
		stock('port-stock', '<good>', 'at the port of loading', ['routes', 'portStock']),
		flow('brought', '<good>/month', 'brought to the port of loading', ['routes', 'brought']),
		flow('lost', '<good>/month', 'spoilt at the port of loading', ['routes', 'lost']),
		flow('loaded', '<good>/month', 'loaded for this economy', ['routes', 'loaded']),
		flow('loaded-for-others', '<good>/month', 'loaded for other claimants', ['routes', 'loadedForOthers']),
		flow('landed', '<good>/month', 'landed', ['routes', 'landed']),
		flow('fit', '<good>/month', 'landed of grades that are not the unfit grade of another good', ['routes', 'graded']),
		stock('quay', '<good>', 'landed, waiting for the railway', ['routes', 'quay']),
		flow('carried', '<good>/month', 'carried inland', ['routes', 'carried']),
		flow('paid', 'rouble/month', 'paid', ['routes', 'paid']),
	],
	use: [
		flow('wanted', '<good>/month', 'wanted', ['uses', 'wanted']),
		flow('served', '<good>/month', 'served', ['uses', 'served']),
		stock('postponed', '<good>', 'wants put off to later months', ['uses', 'postponed']),
		share('cover', '1', 'share of the want that was served', ['uses', 'cover']),
	],
	export: [flow('shipped', '<good>/month', 'shipped', ['trade', 'shipped']), flow('receipts', 'rouble/month', 'receipts', ['trade', 'receipts'])],
	fund: [
		stock('cash', 'yen', 'cash; below nothing it is credit drawn', ['funds', 'cash']),
		flow('received', 'yen/month', 'received', ['funds', 'received']),
		flow('needed', 'yen/month', 'needed for all purposes', ['funds', 'needed']),
		flow('spent', 'yen/month', 'spent', ['funds', 'spent']),
		share('cover', '1', 'share of the need that could be met', ['funds', 'cover']),
	],
	prospecting: [flow('opened', '1/month', 'capacity opened, as a share of the rated capacity at the start', ['prospecting', 'opened'])],
};

/** The quantities of the economy as a whole, by the reserved names of its parts. */
export const wholes: Readonly<Record<string, readonly Quantity[]>> = {
	industry: [
		index('index', '1', 'gross output at constant prices, output of the base year = 100', ['ledger', 'index']),
		index('listed-index', '1', 'the same over the listed goods', ['ledger', 'listed']),
		flow('value', 'yen/month', 'gross output at base prices', ['ledger', 'value']),
		flow('surplus', 'yen/month', 'enterprises’ surplus', ['funds', 'surplus']),
		share('activity', '1', 'share of rated capacity, by value, at work', ['sites', 'activity']),
	],
	enterprises: [
		stock('started', 'enterprises', 'enterprises started', ['ledger', 'started']),
		stock('administered', 'enterprises', 'of these, run by the occupation’s administration', ['ledger', 'administered']),
	],
	restoration: [
		stock('crews', 'persons', 'mechanics and builders at hand', ['restoration', 'crews']),
		stock('underway', 'units', 'units under restoration', ['restoration', 'underway']),
		flow('cost-ahead', 'yen/month', 'what restoration could cost if money were no object', ['restoration', 'costAhead']),
	],
	labour: [
		stock('skilled-pool', 'persons', 'skilled workers without a place', ['labour', 'skilledPool']),
		stock('unskilled-pool', 'persons', 'others who can be hired', ['labour', 'unskilledPool']),
		share('attendance', '1', 'share of the crews at work', ['labour', 'attendance']),
		share('rations', '1', 'share of rations met', ['uses', 'rations']),
	],
	rail: [
		stock('working', 'km', 'length in working order', ['rail', 'working']),
		flow('capacity', 't*km/month', 'what the railway can carry', ['rail', 'capacity']),
		flow('demand', 't*km/month', 'wanted by everyone', ['rail', 'demand']),
		share('cover', '1', 'capacity over demand, at most 1', ['rail', 'cover']),
		share('fuel-cover', '1', 'share of the locomotives’ fuel that was to be had', ['rail', 'fuelCover']),
	],
	power: [
		flow('capability', 'kWh/month', 'what the stations can send out', ['power', 'capability']),
		flow('generated', 'kWh/month', 'sent out', ['power', 'generated']),
		flow('sold', 'kWh/month', 'sold abroad', ['power', 'sold']),
		flow('demand', 'kWh/month', 'wanted at home', ['power', 'demand']),
		share('cover', '1', 'power used at home over what works, households and others would use at full activity', ['power', 'cover']),
	],
	finance: [stock('clearing', 'rouble', 'the clearing account', ['funds', 'clearing'])],
};
