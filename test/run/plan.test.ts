import {expect, test} from 'vitest';
import {fullRun} from '../../src/run/full-run.ts';
import {firstMet, planLedger} from '../../src/run/plan.ts';
import {mineAndFurnace, outcome, programOf, start, target} from './toy.ts';

const ledger = (plan: ReturnType<typeof target>) => {
	const program = programOf(mineAndFurnace, {plan: [plan]});
	return planLedger(program, fullRun(program).series)[0];
};

test('a furnace of 50 t a month has made 600 t in a year and met a target of 600 t', () => {
	const {reached, share, met, slippage} = ledger(target('iron.made@1946:sum', 600, start + 11));
	expect([reached, share, met, slippage]).toEqual([600, 1, start + 11, 0]);
});

test('300 t that were due in June and are asked of the first three months are three months late', () => {
	const {reached, share, met, slippage} = ledger(target('iron.made@1946-01..1946-03:sum', 300, start + 2));
	expect([reached, share, met, slippage]).toEqual([150, 0.5, start + 5, 3]);
});

test('a target that is met before it is due has a slippage below 0', () => {
	expect(ledger(target('iron.made@1946-12:final', 50, start + 11)).slippage).toBe(-11);
});

test('a target that is never met has no slippage', () => {
	const {share, met, slippage} = ledger(target('iron.made@1946:sum', 1200, start + 11));
	expect([share, met, slippage]).toEqual([0.5, undefined, undefined]);
});

test('a target whose period lies outside the run says nothing', () => {
	const {reached, share, met} = ledger(target('iron.made@1947:sum', 600, start + 23));
	expect([reached, share, met]).toEqual([undefined, undefined, undefined]);
});

test('a mean is met once as many months up to now as its period has come to it', () => {
	const climbing = Float64Array.of(0, 10, 20, 30, 40, 50);
	expect(firstMet(climbing, start, outcome('iron.made@1946-01..1946-03:mean'), 20)).toBe(3);
	expect(firstMet(climbing, start, outcome('iron.made@1946-01..1946-03:mean'), 45)).toBeUndefined();
});
