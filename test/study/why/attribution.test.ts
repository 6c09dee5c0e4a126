import {expect, test} from 'vitest';
import {columnsFor} from '../../../src/run/columns.ts';
import {evaluate, simulate} from '../../../src/run/simulate.ts';
import {applyChange} from '../../../src/scenario/change.ts';
import {crewOf} from '../../../src/study/crew.ts';
import {outcomeOf} from '../../../src/study/evaluate.ts';
import {programOf} from '../../../src/study/subject.ts';
import {asWritten, attribute, type Question} from '../../../src/study/why/attribution.ts';
import {causesOf} from '../../../src/study/why/causes.ts';
import {allSets, nameOf, rotations, setsAlong} from '../../../src/study/why/sets.ts';
import {builders, firstSteps, whatIf} from './first-steps.ts';

const outcomes = ['bricks.made@1900:sum', 'industry.index@1900:mean'];
const program = programOf({file: firstSteps});
const ids = program.reliefs.map(({id}) => id);
const crew = await crewOf(1);
const effort = {seed: '1', pairs: 20};
const question: Question = {draws: {subject: {file: firstSteps}, factors: asWritten, causes: {reliefs: ids}}, outcomes};

/** The outcome with some reliefs laid over the scenario by hand. */
function byHand(text: string, relieved: readonly string[]): number {
	const vector = program.vector.slice();
	for (const {id, changes} of program.reliefs) if (relieved.includes(id)) for (const change of changes) applyChange(vector, change);
	const outcome = outcomeOf(text);
	return evaluate(simulate(program, columnsFor(program, [outcome]), {vector}), outcome) ?? Number.NaN;
}

test('shares are the mean gain over every order of the reliefs, run one by one, and add up', async () => {
	expect(ids).toHaveLength(3);
	const {attributed, isExact, runs} = await attribute(question, ids.length, crew, effort);
	expect([isExact, runs]).toEqual([true, 8]);
	const orders = [
		[0, 1, 2],
		[0, 2, 1],
		[1, 0, 2],
		[1, 2, 0],
		[2, 0, 1],
		[2, 1, 0],
	];
	attributed.forEach(({outcome, base, relieved, parts}) => {
		expect(base).toBe(byHand(outcome, []));
		expect(relieved).toBe(byHand(outcome, ids));
		const gains = ids.map((_, i) =>
			orders.reduce((sum, order) => {
				const before = order.slice(0, order.indexOf(i)).map(j => ids[j]);
				return sum + (byHand(outcome, [...before, ids[i]]) - byHand(outcome, before)) / orders.length;
			}, 0),
		);
		parts.parts.forEach(({share}, i) => expect(Math.abs(share - gains[i])).toBeLessThanOrEqual(1e-9 * Math.abs(relieved)));
		const sum = parts.parts.reduce((all, {share}) => all + share, 0);
		expect(Math.abs(sum - (relieved - base))).toBeLessThanOrEqual(1e-9 * Math.abs(relieved));
		expect(relieved).toBeGreaterThan(base);
	});
});

test('several workers find the same bits as one', async () => {
	const two = await crewOf(2);
	const [here, there] = [await attribute(question, ids.length, crew, effort), await attribute(question, ids.length, two, effort)];
	await two.leave();
	expect(there).toEqual(here);
});

test('what differs between a what-if and its scenario is one cause a change, and taking all over gives the what-if', async () => {
	const toward = {file: whatIf};
	const causes = causesOf(program, {toward});
	expect(causes.map(({id}) => id)).toEqual(['labour.skilled-pool', 'goods.coal.supplied']);
	expect(causes.map(({kind}) => kind)).toEqual(['action', 'action']);
	const {attributed} = await attribute({...question, draws: {...question.draws, causes: {toward}}}, causes.length, crew, effort);
	const other = programOf(toward);
	for (const {outcome, base, relieved, parts} of attributed) {
		expect(base).toBe(byHand(outcome, []));
		const parsed = outcomeOf(outcome);
		expect(relieved).toBe(evaluate(simulate(other, columnsFor(other, [parsed]), {vector: other.vector}), parsed));
		expect(parts.whole).not.toBe(0);
	}
});

test('where one scenario has several what-ifs more, each is a cause as a whole', () => {
	const stacked = programOf({file: firstSteps, with: [whatIf, builders]});
	const causes = causesOf(stacked, {toward: {file: firstSteps}});
	expect(causes.map(({id}) => id)).toEqual(['More people and more coal', 'More builders']);
	const vector = stacked.vector.slice();
	for (const cause of causes) cause.relieve(vector, program.vector);
	expect(vector).toEqual(program.vector);
});

test('a relief that the scenario has not is refused with what it has, and scenarios of two economies are refused', () => {
	expect(() => causesOf(program, {reliefs: ['broken-kiln']})).toThrow(/did you mean "broken-kilns".*too-few-people/);
	expect(() => causesOf(program, {toward: {file: 'scenarios/korea-1945/historical.yaml'}})).toThrow(/same months|one economy/);
});

test('sets along orders hold every cause alone and all but each, and each set once', () => {
	const sets = setsAlong(7, rotations([3, 1, 4, 0, 5, 2, 6]));
	const names = sets.map(nameOf);
	expect(new Set(names).size).toBe(names.length);
	for (let i = 0; i < 7; i++) {
		expect(names).toContain(String(i));
		expect(names).toContain(nameOf(Array.from({length: 7}, (_, j) => j).filter(j => j !== i)));
	}
	// Runs of neighbours on a ring of seven: seven of each length from one to six, none and all.
	expect(sets).toHaveLength(7 * 6 + 2);
	expect(allSets(3)).toEqual([[], [0], [1], [0, 1], [2], [0, 2], [1, 2], [0, 1, 2]]);
});

test('in rotations every cause stands at every place as often', () => {
	const orders = rotations([2, 0, 1, 3]);
	for (let place = 0; place < 4; place++) for (let cause = 0; cause < 4; cause++) expect(orders.filter(order => order[place] === cause)).toHaveLength(2);
});
